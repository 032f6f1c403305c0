#include "command/proposal.hpp"

namespace cairn {
namespace {

/// What is one of the live values already was not edited: it overwrites none of the others.
template <class Value>
void dropKnown(Field<Value>& pending, const Field<Value>& known) {
  if (!pending.isPending()) return;
  for (const auto& version : known.versions()) {
    if (!(version.value == pending.get())) continue;
    pending = {};
    return;
  }
}

void dropKnownOf(Thing& edit, const Thing& known, const ThingType& type) {
  forEachField(type, [&](const FieldTraits&, auto at) { dropKnown(at.in(edit), at.in(known)); });
  for (auto& [key, field] : edit.unknown) {
    const auto found = known.unknown.find(key);
    if (found != known.unknown.end()) dropKnown(field, found->second);
  }
}

void dropKnownIn(Root& edit, const Root& known, const RootType& type) {
  dropKnownOf(edit, known, type.own);
  // An empty list of a later Cairn reads like a value; where the list is known it says nothing.
  std::erase_if(edit.unknown, [&](const auto& entry) {
    return entry.second.get().text == "[]" && known.unknownCollections.contains(entry.first);
  });
  for (const auto& declared : type.collections) {
    for (Thing& thing : declared.in(edit)) {
      const Thing* found = declared.in(known).find(thing.id);
      if (found) dropKnownOf(thing, *found, declared.type);
    }
  }
  for (auto& [key, things] : edit.unknownCollections) {
    const auto list = known.unknownCollections.find(key);
    if (list == known.unknownCollections.end()) continue;
    for (auto& [id, thing] : things) {
      const auto found = list->second.find(id);
      if (found != list->second.end()) dropKnownOf(thing, found->second, unknownType(key.first));
    }
  }
}

template <class R>
void dropKnownRoots(Things<R>& edits, const Things<R>& model) {
  for (auto& [id, edit] : edits) {
    const auto found = model.find(id);
    if (found != model.end()) dropKnownIn(edit, found->second, rootTypeOf<R>());
  }
}

}  // namespace

Command proposalEdits(const Workspace& model, Workspace proposals) {
  dropKnownRoots(proposals.mentorships, model.mentorships);
  dropKnownRoots(proposals.programmes, model.programmes);
  return {CommandName::fileOpen, std::move(proposals), {}};
}

void leaveOut(Workspace& proposals, const std::vector<Choosable>& refused) {
  const auto silence = [](Thing& thing, const ThingType& type, const std::string& field) {
    withField(type, field, [&](const FieldTraits&, auto at) { at.in(thing) = {}; });
  };
  const RootType& type = rootTypeOf<Mentorship>();
  for (auto& [id, root] : proposals.mentorships) {
    for (const auto& one : refused) {
      if (one.collection.empty()) silence(root, type.own, one.field);
      const CollectionType* declared = type.find(one.collection);
      if (!declared) continue;
      const auto things = declared->in(root);
      Thing* thing = things.find(one.thing);
      if (!thing) continue;
      if (one.field.empty()) {
        things.erase(one.thing);
      } else {
        silence(*thing, declared->type, one.field);
      }
    }
  }
}

}  // namespace cairn

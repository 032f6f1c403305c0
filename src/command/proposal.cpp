#include "command/actions.hpp"

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

template <class T>
void dropKnownIn(Things<T>& edits, const Things<T>& known, const ThingType& type) {
  for (auto& [id, edit] : edits) {
    const auto found = known.find(id);
    if (found != known.end()) dropKnownOf(edit, found->second, type);
  }
}

template <class R>
void dropKnownRoots(Things<R>& edits, const Things<R>& model) {
  for (auto& [id, edit] : edits) {
    const auto found = model.find(id);
    if (found == model.end()) continue;
    const R& known = found->second;
    R& root = edit;
    dropKnownOf(root, known, typeOf<R>());
    forEachCollection<R>([&](const auto& declared) {
      using T = typename std::remove_cvref_t<decltype(root.*declared.member)>::mapped_type;
      dropKnownIn(root.*declared.member, known.*declared.member, typeOf<T>());
    });
    for (auto& [key, things] : root.unknownCollections) {
      const auto list = known.unknownCollections.find(key);
      if (list != known.unknownCollections.end()) dropKnownIn(things, list->second, unknownType(key.first));
    }
  }
}

}  // namespace

Command proposalEdits(const Workspace& model, Workspace proposals) {
  dropKnownRoots(proposals.mentorships, model.mentorships);
  dropKnownRoots(proposals.programmes, model.programmes);
  return {"file_open", std::move(proposals), {}};
}

void leaveOut(Workspace& proposals, const std::vector<Choosable>& refused) {
  const auto silence = [](Thing& thing, const ThingType& type, const std::string& field) {
    withField(type, field, [&](const FieldTraits&, auto at) { at.in(thing) = {}; });
  };
  for (auto& [id, mentorship] : proposals.mentorships) {
    Mentorship& root = mentorship;
    for (const auto& one : refused) {
      if (one.collection.empty()) silence(root, typeOf<Mentorship>(), one.field);
      forEachCollection<Mentorship>([&](const auto& declared) {
        if (declared.name != one.collection) return;
        auto& things = root.*declared.member;
        const auto found = things.find(one.thing);
        if (found == things.end()) return;
        using T = std::remove_cvref_t<decltype(found->second)>;
        if (one.field.empty()) return static_cast<void>(things.erase(found));
        silence(found->second, typeOf<T>(), one.field);
      });
    }
  }
}

}  // namespace cairn

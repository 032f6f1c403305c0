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

template <class T>
void dropKnownOf(T& edit, const T& known) {
  forEachField<T>([&](const auto& declared) { dropKnown(edit.*declared.member, known.*declared.member); });
  for (auto& [key, field] : edit.unknown) {
    const auto found = known.unknown.find(key);
    if (found != known.unknown.end()) dropKnown(field, found->second);
  }
}

template <class T>
void dropKnownIn(Things<T>& edits, const Things<T>& known) {
  for (auto& [id, edit] : edits) {
    const auto found = known.find(id);
    if (found != known.end()) dropKnownOf(edit, found->second);
  }
}

template <class R>
void dropKnownRoots(Things<R>& edits, const Things<R>& model) {
  for (auto& [id, edit] : edits) {
    const auto found = model.find(id);
    if (found == model.end()) continue;
    const R& known = found->second;
    R& root = edit;
    dropKnownOf(root, known);
    forEachCollection<R>([&](const auto& declared) { dropKnownIn(root.*declared.member, known.*declared.member); });
    for (auto& [key, things] : root.unknownCollections) {
      const auto list = known.unknownCollections.find(key);
      if (list != known.unknownCollections.end()) dropKnownIn(things, list->second);
    }
  }
}

}  // namespace

Command proposalEdits(const Workspace& model, Workspace proposals) {
  dropKnownRoots(proposals.mentorships, model.mentorships);
  dropKnownRoots(proposals.programmes, model.programmes);
  return {"file_open", std::move(proposals), {}};
}

}  // namespace cairn

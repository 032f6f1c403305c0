#include "command/command.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

bool wroteAnything(const Thing& delta, const ThingType& type) {
  bool wrote = false;
  forEachStored(delta, type, [&](const auto& field, Lane) { wrote = wrote || !field.versions().empty(); });
  return wrote;
}

struct Reverting {
  bool undone = false;
  bool touchedSince = false;
  std::vector<std::string>& leftAlone;

  /// Gives back what stood in the field, unless somebody has written there since.
  template <class Value>
  void field(const Field<Value>& written, const Field<Value>& before, const Field<Value>& now, Field<Value>& edit,
             std::string_view collection, std::string_view name) {
    // "Still holds" is about the value: an undo that was undone again has other dots.
    if (!now.sameValues(written)) {
      touchedSince = true;
      leftAlone.push_back(std::string(collection) + "." + std::string(name));
      return;
    }
    undone = true;
    edit.setAllOf(before);
  }
  template <class Value>
  void look(const FieldTraits& declared, const Field<Value>& written, const Field<Value>& before,
            const Field<Value>& now, Field<Value>& edit, std::string_view collection, bool countsSince) {
    if (!written.versions().empty()) {
      field(written, before, now, edit, collection, declared.name);
    } else if (countsSince && now.get() != Value{}) {
      touchedSince = true;
    }
  }
};

template <class Value>
void restoreField(const Field<Value>& old, Field<Value>& edit) {
  if (!old.versions().empty()) edit.setAllOf(old);
}

/// Fields go back to what they held. True where the change had made the thing, and nobody has
/// touched it since: then it is removed instead.
bool revertThing(std::string_view collection, const ThingType& type, const Thing& delta, const Thing* before,
                 const Thing* now, Thing& edit, std::vector<std::string>& leftAlone) {
  if (!now) return false;
  edit.id = delta.id;
  const bool existedBefore = (before && isAlive(*before, type)) || collection.empty();
  Reverting reverting{false, false, leftAlone};
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    const std::remove_cvref_t<decltype(at.in(edit))> none;
    const bool countsSince = !existedBefore && declared.lane == type.lane;
    reverting.look(declared, at.in(delta), before ? at.in(*before) : none, at.in(*now), at.in(edit), collection,
                   countsSince);
  });
  for (const auto& [key, written] : delta.unknown) {
    if (written.versions().empty()) continue;
    const Field<RawJson> none;
    const Field<RawJson>* old = findUnknown(before, key);
    const Field<RawJson>* current = findUnknown(now, key);
    reverting.field(written, old ? *old : none, current ? *current : none, edit.unknown[key], collection, key.second);
  }
  return !existedBefore && reverting.undone && !reverting.touchedSince;
}

void restoreThing(const Thing& before, const ThingType& type, Thing& edit) {
  edit.id = before.id;
  forEachField(type, [&](const FieldTraits&, auto at) { restoreField(at.in(before), at.in(edit)); });
  for (const auto& [key, old] : before.unknown) {
    if (!old.versions().empty()) restoreField(old, edit.unknown[key]);
  }
}

void restoreThings(const Ref& ref, const Root& before, const RootType& type, Root& edit) {
  const bool all = ref.collection.empty();
  if (all) restoreThing(before, type.own, edit);
  for (const auto& declared : type.collections) {
    if (!all && declared.name != ref.collection) continue;
    for (const Thing& thing : declared.in(before)) {
      if (all || thing.id == ref.thing) restoreThing(thing, declared.type, declared.in(edit).at(thing.id));
    }
  }
  for (const auto& [key, things] : before.unknownCollections) {
    for (const auto& [id, thing] : things) {
      const bool isMeant = all || (key.second == ref.collection && id == ref.thing);
      if (isMeant) restoreThing(thing, unknownType(key.first), edit.unknownCollections[key][id]);
    }
  }
}

template <class R>
void undoRemovals(const std::vector<Ref>& removals, const Things<R>& befores, Things<R>& edits) {
  for (const auto& ref : removals) {
    const auto before = befores.find(ref.root);
    if (before == befores.end()) continue;
    restoreThings(ref, before->second, rootTypeOf<R>(), thingAt(edits, ref.root));
  }
}

/// Whether nothing would be left of a root without what the change wrote: nobody else has written in it.
bool isAllOurs(Root& root, const Root& delta, const RootType& type) {
  Context ours;
  forEachThing(delta, type, [&](const Thing& thing, const ThingType& kind, std::string_view) {
    forEachStored(thing, kind, [&](const auto& field, Lane) { ours.join(field.seen()); });
  });
  forEachThing(root, type, [&](Thing& thing, const ThingType& kind, std::string_view) {
    forEachStored(thing, kind, [&](auto& field, Lane) { field.dropCovered(ours); });
  });
  return !isThere(root, type);
}

/// A root that was there before: its own fields, and things in it.
void undoThings(const Root& now, const Root& delta, const Root& before, const RootType& type, Undo& undo, Root& edit) {
  static_cast<void>(revertThing("", type.own, delta, &before, &now, edit, undo.leftAlone));
  for (const auto& declared : type.collections) {
    const auto edits = declared.in(edit);
    for (const Thing& thing : declared.in(delta)) {
      if (!wroteAnything(thing, declared.type)) continue;
      const Thing* current = declared.in(now).find(thing.id);
      if (current && !isAlive(*current, declared.type)) current = nullptr;
      const bool remove = revertThing(declared.name, declared.type, thing, declared.in(before).find(thing.id), current,
                                      edits.at(thing.id), undo.leftAlone);
      if (!remove) continue;
      edits.erase(thing.id);
      undo.command.removals.push_back({delta.id, std::string(declared.name), thing.id});
    }
  }
  for (const auto& [key, things] : delta.unknownCollections) {
    auto& edits = edit.unknownCollections[key];
    for (const auto& [id, thing] : things) {
      const bool remove = revertThing(key.second, unknownType(key.first), thing, findUnknown(&before, key, id),
                                      findUnknown(&now, key, id), thingAt(edits, id), undo.leftAlone);
      if (!remove) continue;
      edits.erase(id);
      undo.command.removals.push_back({delta.id, key.second, id});
    }
  }
}

template <class R>
void undoRoot(const R& now, const R& delta, const R& before, Undo& undo, Things<R>& edits) {
  const RootType& type = rootTypeOf<R>();
  const bool isNew = !isThere(before) && wroteAnything(delta, type.own);
  if (isNew) {
    R rest = now;
    if (isAllOurs(rest, delta, type)) return undo.command.removals.push_back({delta.id, "", delta.id});
  }
  undoThings(now, delta, before, type, undo, thingAt(edits, delta.id));
}

template <class R>
void undoRoots(const Things<R>& model, const Things<R>& deltas, const Things<R>& befores, Undo& undo,
               Things<R>& edits) {
  for (const auto& [id, delta] : deltas) {
    const auto now = model.find(id);
    const auto before = befores.find(id);
    if (now == model.end() || before == befores.end()) continue;
    undoRoot(now->second, delta, before->second, undo, edits);
  }
}

}  // namespace

void restoreRemoved(const std::vector<Ref>& removals, const Workspace& before, Workspace& edit) {
  undoRemovals(removals, before.mentorships, edit.mentorships);
  undoRemovals(removals, before.programmes, edit.programmes);
}

Undo undoOf(const Workspace& model, const Change& change) {
  Undo undo;
  Command& command = undo.command;
  command.name = change.name;
  command.givesBack = true;
  static_cast<void>(revertThing("", typeOf<Settings>(), change.delta.settings, &change.before.settings, &model.settings,
                                command.edit.settings, undo.leftAlone));
  undoRoots(model.mentorships, change.delta.mentorships, change.before.mentorships, undo, command.edit.mentorships);
  undoRoots(model.programmes, change.delta.programmes, change.before.programmes, undo, command.edit.programmes);
  restoreRemoved(change.removals, change.before, command.edit);
  return undo;
}

}  // namespace cairn

#include "command/command.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

template <class T>
bool wroteAnything(const T& delta) {
  bool wrote = false;
  forEachStored(delta, [&](const auto& field, Lane) { wrote = wrote || !field.versions().empty(); });
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
    if (now.differentValues() != 1 || now.get() != written.get()) {
      touchedSince = true;
      leftAlone.push_back(std::string(collection) + "." + std::string(name));
      return;
    }
    undone = true;
    edit.set(before.get());
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
  if (!old.versions().empty()) edit.set(old.get());
}

/// Fields go back to what they held. True where the change had made the thing, and nobody has
/// touched it since: then it is removed instead.
template <class T>
bool revertThing(std::string_view collection, const T& delta, const T& before, const T* now, T& edit,
                 std::vector<std::string>& leftAlone) {
  if (!now) return false;
  edit.id = delta.id;
  const bool existedBefore = isAlive(before) || collection.empty();
  Reverting reverting{false, false, leftAlone};
  forEachField<T>([&](const auto& declared) {
    reverting.look(declared, delta.*declared.member, before.*declared.member, now->*declared.member,
                   edit.*declared.member, collection, !existedBefore && declared.lane == laneOf<T>());
  });
  return !existedBefore && reverting.undone && !reverting.touchedSince;
}

template <class T>
void restoreThing(const T& before, T& edit) {
  edit.id = before.id;
  forEachField<T>([&](const auto& declared) { restoreField(before.*declared.member, edit.*declared.member); });
  for (const auto& [key, old] : before.unknown) {
    if (!old.versions().empty()) restoreField(old, edit.unknown[key]);
  }
}

template <class R>
void undoRemovals(const Change& change, const Things<R>& befores, Things<R>& edits) {
  for (const auto& ref : change.removals) {
    const auto before = befores.find(ref.root);
    if (before == befores.end()) continue;
    const bool all = ref.collection.empty();
    R& edit = thingAt(edits, ref.root);
    if (all) restoreThing(before->second, edit);
    forEachCollection<R>([&](const auto& declared) {
      if (!all && declared.name != ref.collection) return;
      for (const auto& [id, thing] : before->second.*declared.member) {
        if (all || id == ref.thing) restoreThing(thing, thingAt(edit.*declared.member, id));
      }
    });
  }
}

template <class R>
void undoRoot(const R& now, const R& delta, const R& before, Undo& undo, Things<R>& edits) {
  const bool isNew = !isThere(before) && wroteAnything(delta);
  if (isNew) {
    // The root goes as a whole, unless somebody else has written in it since.
    R later = now;
    Context ours;
    forEachThing(delta, [&](const auto& thing, std::string_view) {
      forEachStored(thing, [&](const auto& field, Lane) { ours.join(field.seen()); });
    });
    forEachThing(later, [&](auto& thing, std::string_view) {
      forEachStored(thing, [&](auto& field, Lane) { field.dropCovered(ours); });
    });
    if (!isThere(later)) return undo.command.removals.push_back({delta.id, "", delta.id});
  }
  R edit;
  static_cast<void>(revertThing("", delta, before, &now, edit, undo.leftAlone));
  forEachCollection<R>([&](const auto& declared) {
    for (const auto& [id, thing] : delta.*declared.member) {
      if (!wroteAnything(thing)) continue;
      using T = std::remove_cvref_t<decltype(thing)>;
      const auto& olds = before.*declared.member;
      const auto old = olds.find(id);
      T thingEdit;
      const bool remove = revertThing(declared.name, thing, old == olds.end() ? T{} : old->second,
                                      findAlive(now.*declared.member, id), thingEdit, undo.leftAlone);
      if (remove) {
        undo.command.removals.push_back({delta.id, std::string(declared.name), id});
      } else {
        thingEdit.id = id;
        (edit.*declared.member)[id] = thingEdit;
      }
    }
  });
  edit.id = delta.id;
  edits[delta.id] = edit;
}

template <class R>
void undoRoots(const Change& change, const Things<R>& model, const Things<R>& deltas, const Things<R>& befores,
               Undo& undo, Things<R>& edits) {
  for (const auto& [id, delta] : deltas) {
    const auto now = model.find(id);
    const auto before = befores.find(id);
    if (now == model.end() || before == befores.end()) continue;
    undoRoot(now->second, delta, before->second, undo, edits);
  }
  undoRemovals(change, befores, edits);
}

}  // namespace

Undo undoOf(const Workspace& model, const Change& change) {
  Undo undo;
  Command& command = undo.command;
  command.name = change.name;
  static_cast<void>(revertThing("", change.delta.settings, change.before.settings, &model.settings,
                                command.edit.settings, undo.leftAlone));
  undoRoots(change, model.mentorships, change.delta.mentorships, change.before.mentorships, undo,
            command.edit.mentorships);
  undoRoots(change, model.programmes, change.delta.programmes, change.before.programmes, undo, command.edit.programmes);
  return undo;
}

}  // namespace cairn

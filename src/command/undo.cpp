#include "command/command.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

template <class T>
bool wroteAnything(const T& delta) {
  bool wrote = false;
  forEachField<T>([&](const auto& declared) {
    if (!(delta.*declared.member).versions().empty()) wrote = true;
  });
  return wrote;
}

// Fields go back to what they held; a thing that the change made is removed.
template <class T>
void revertThing(std::string_view collection, const T& delta, const T& before, const T* now, T& edit, bool& remove,
                 std::vector<std::string>& leftAlone) {
  if (!now) return;
  edit.id = delta.id;
  const bool existedBefore = isAlive(before) || collection.empty();
  bool touchedSince = false;
  bool undone = false;
  forEachField<T>([&](const auto& declared) {
    const auto& written = delta.*declared.member;
    const auto& current = now->*declared.member;
    using Value = std::remove_cvref_t<decltype(current.get())>;
    if (written.versions().empty()) {
      if (!existedBefore && declared.lane == Lane::shared && current.get() != Value{}) touchedSince = true;
      return;
    }
    // "Still holds" is about the value: an undo that was undone again has other dots.
    if (current.differentValues() != 1 || current.get() != written.get()) {
      touchedSince = true;
      leftAlone.push_back(std::string(collection) + "." + std::string(declared.name));
      return;
    }
    undone = true;
    const auto& old = before.*declared.member;
    (edit.*declared.member).set(old.get());
  });
  if (!existedBefore && undone && !touchedSince) remove = true;
}

template <class T>
void restoreThing(const T& before, T& edit) {
  edit.id = before.id;
  forEachField<T>([&](const auto& declared) {
    const auto& old = before.*declared.member;
    if (!old.versions().empty()) (edit.*declared.member).set(old.get());
  });
}

void undoRemovals(const Change& change, Command& command) {
  for (const auto& ref : change.removals) {
    const auto before = change.before.mentorships.find(ref.mentorship);
    if (before == change.before.mentorships.end()) continue;
    Mentorship& edit = command.edit.at(ref.mentorship);
    if (ref.collection.empty()) restoreThing(before->second, edit);
    forEachCollection([&](const auto& declared) {
      if (declared.name != ref.collection) return;
      const auto& things = before->second.*declared.member;
      const auto found = things.find(ref.thing);
      if (found != things.end()) restoreThing(found->second, thingAt(edit.*declared.member, ref.thing));
    });
  }
}

void undoMentorship(const Mentorship& now, const Mentorship& delta, const Mentorship& before, Undo& undo) {
  Mentorship edit;
  edit.id = delta.id;
  bool remove = false;
  const bool isNew = !isAlive(before) && wroteAnything(delta) && delta.stage.versions() == now.stage.versions() &&
                     !delta.stage.versions().empty() && delta.stage.context().empty();
  if (isNew) {
    undo.command.removals.push_back({delta.id, "", delta.id});
    return;
  }
  revertThing("", delta, before, &now, edit, remove, undo.leftAlone);
  forEachCollection([&](const auto& declared) {
    for (const auto& [id, thing] : delta.*declared.member) {
      if (!wroteAnything(thing)) continue;
      using T = std::remove_cvref_t<decltype(thing)>;
      const auto& old = (before.*declared.member).at(id);
      T thingEdit;
      bool removeThing = false;
      revertThing(declared.name, thing, old, findAlive(now.*declared.member, id), thingEdit, removeThing,
                  undo.leftAlone);
      if (removeThing) {
        undo.command.removals.push_back({delta.id, std::string(declared.name), id});
      } else {
        thingAt(edit.*declared.member, id) = thingEdit;
        (edit.*declared.member)[id].id = id;
      }
    }
  });
  undo.command.edit.mentorships[delta.id] = edit;
}

}  // namespace

Undo undoOf(const Workspace& model, const Change& change) {
  Undo undo;
  undo.command.name = change.name;
  bool unused = false;
  revertThing("", change.delta.settings, change.before.settings, &model.settings, undo.command.edit.settings, unused,
              undo.leftAlone);
  for (const auto& [id, delta] : change.delta.mentorships) {
    const auto now = model.mentorships.find(id);
    if (now == model.mentorships.end()) continue;
    undoMentorship(now->second, delta, change.before.mentorships.at(id), undo);
  }
  undoRemovals(change, undo.command);
  return undo;
}

}  // namespace cairn

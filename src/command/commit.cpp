#include <type_traits>

#include "base/utf8.hpp"
#include "command/command.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

std::string placeOf(std::string_view collection, const Id& id, std::string_view field) {
  std::string path(collection);
  if (!path.empty()) path += "[" + toText(id) + "].";
  return path + std::string(field);
}

struct Pass {
  Writers& writers;
  Instant now;
  bool wroteShared = false;
  bool wroteOwn = false;
  bool empty = true;
  std::optional<Error> error;

  Dot dotFor(Lane lane) {
    (lane == Lane::shared ? wroteShared : wroteOwn) = true;
    return lane == Lane::shared ? Dot{writers.shared, writers.nextShared} : Dot{writers.own, writers.nextOwn};
  }
};

template <class T, class Value>
std::optional<Error> fault(const FieldDeclaration<T, Value>& declared, const Value& value, const std::string& path) {
  if constexpr (std::is_same_v<Value, std::string>) {
    if (value.size() > declared.limit) {
      return Error{"too_long", "at most " + std::to_string(declared.limit) + " bytes", path};
    }
    if (!isUtf8(value) || value.find('\0') != std::string::npos) return Error{"text", "not a text", path};
    if (declared.required && trimmed(value).empty()) return Error{"required", "may not be empty", path};
  }
  return std::nullopt;
}

template <class T>
void writeThing(std::string_view collection, const T& edit, const T* known, T& delta, T& before, Pass& pass) {
  delta.id = before.id = edit.id;
  forEachField<T>([&](const auto& declared) {
    const auto& pending = edit.*declared.member;
    if (!pending.isPending() || pass.error) return;
    const auto path = placeOf(collection, edit.id, declared.name);
    pass.error = fault(declared, pending.get(), path);
    if (pass.error) return;
    using Value = std::remove_cvref_t<decltype(pending.get())>;
    const auto* current = known ? &(known->*declared.member) : nullptr;
    const bool same = current ? current->differentValues() <= 1 && current->get() == pending.get()
                              : pending.get() == Value{} && !declared.required;
    // A first write of a default value still says that the thing is there (a session not held yet).
    if (same && (known || declared.lane == Lane::own)) return;
    auto& field = delta.*declared.member;
    if (current) {
      field.addContext(current->seen());
      before.*declared.member = *current;
    }
    field.addVersion({pending.get(), pass.dotFor(declared.lane), pass.now});
    pass.empty = false;
  });
}

template <class T>
void removeThing(const T& known, T& delta, T& before) {
  before = known;
  delta.id = known.id;
  delta.deleted = seenOf(known, Lane::shared);
}

void removeThings(const Workspace& model, const Command& command, Change& change, Pass& pass) {
  for (const auto& ref : command.removals) {
    const auto found = model.mentorships.find(ref.mentorship);
    if (found == model.mentorships.end()) continue;
    if (ref.collection.empty()) {
      Mentorship shallow;
      static_cast<Thing&>(shallow) = found->second;
      forEachField<Mentorship>([&](const auto& d) { shallow.*d.member = found->second.*d.member; });
      removeThing(shallow, change.delta.at(ref.mentorship), change.before.at(ref.mentorship));
      pass.empty = false;
    }
    forEachCollection([&](const auto& declared) {
      if (declared.name != ref.collection) return;
      const auto* known = findAlive(found->second.*declared.member, ref.thing);
      if (!known) return;
      removeThing(*known, thingAt(change.delta.at(ref.mentorship).*declared.member, ref.thing),
                  thingAt(change.before.at(ref.mentorship).*declared.member, ref.thing));
      pass.empty = false;
    });
  }
}

}  // namespace

Change take(Workspace& model, const Workspace& content) {
  Change change;
  change.name = "file_open";
  change.delta = content;
  change.empty = false;
  for (const auto& entry : content.mentorships) {
    const Mentorship& delta = entry.second;
    const auto known = model.mentorships.find(delta.id);
    Mentorship& before = change.before.at(delta.id);
    if (known != model.mentorships.end()) before = known->second;
    forEachCollection([&](const auto& declared) {
      for (const auto& [thingId, thing] : delta.*declared.member) thingAt(before.*declared.member, thingId);
    });
  }
  merge(model, content);
  return change;
}

Result<Change> commit(Workspace& model, const Command& command, Writers& writers, Instant now) {
  Change change;
  change.name = command.name;
  change.removals = command.removals;
  Pass pass{writers, std::max(now, writers.latestStamp), false, false, true, std::nullopt};

  writeThing("settings", command.edit.settings, &model.settings, change.delta.settings, change.before.settings, pass);
  for (const auto& entry : command.edit.mentorships) {
    const Mentorship& edit = entry.second;
    const auto found = model.mentorships.find(edit.id);
    const Mentorship* known = found == model.mentorships.end() ? nullptr : &found->second;
    Mentorship& delta = change.delta.at(edit.id);
    Mentorship& before = change.before.at(edit.id);
    writeThing("", edit, known, delta, before, pass);
    forEachCollection([&](const auto& declared) {
      for (const auto& [thingId, thing] : edit.*declared.member) {
        const auto* knownThing = known ? findAlive(known->*declared.member, thingId) : nullptr;
        writeThing(declared.name, thing, knownThing, thingAt(delta.*declared.member, thingId),
                   thingAt(before.*declared.member, thingId), pass);
      }
    });
  }
  removeThings(model, command, change, pass);
  if (pass.error) return tl::unexpected(*pass.error);

  change.empty = pass.empty;
  writers.latestStamp = pass.now;
  if (pass.wroteShared) ++writers.nextShared;
  if (pass.wroteOwn) ++writers.nextOwn;
  merge(model, change.delta);
  return change;
}

}  // namespace cairn

#include <algorithm>
#include <functional>
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

struct CommitRun {
  Writers& writers;
  Instant now;
  const SeenFields& seen;
  bool givesBack = false;
  std::uint64_t sharedDots = 0;  ///< how many the command takes
  std::uint64_t ownDots = 0;
  bool empty = true;
  std::optional<Error> error;

  /// What a write to a field overwrites: all of it that the person saw.
  template <class Value>
  Context overwrittenBy(const Id& root, std::string_view collection, const Id& thing, std::string_view field,
                        const Field<Value>& current) const {
    if (seen.empty()) return current.seen();
    const auto found = seen.find(textPath(root, collection, thing, field));
    return found == seen.end() ? current.seen() : found->second;
  }
  /// `nth`: of the values that are written into one field.
  Dot dotFor(Lane lane, std::uint64_t nth = 0) {
    auto& taken = lane == Lane::shared ? sharedDots : ownDots;
    taken = std::max(taken, nth + 1);
    return lane == Lane::shared ? Dot{writers.shared, writers.nextShared + nth}
                                : Dot{writers.own, writers.nextOwn + nth};
  }
};

/// Whether a root, or an edit of it, has the thing.
bool has(const Root* root, const RootType& type, std::string_view collection, const Id& id) {
  const CollectionType* declared = root ? type.find(collection) : nullptr;
  const Thing* thing = declared ? declared->in(*root).find(id) : nullptr;
  return thing && isAlive(*thing, declared->type);
}

/// Whether a collection has, or is about to have, this id.
using IsKnown = std::function<bool(std::string_view collection, const Id& id)>;

template <class Value>
std::optional<Error> fault(const FieldTraits& declared, const Value& value, const std::string& path) {
  if (declared.required && value == Value{}) return errorOf(Fault::empty, path);
  if constexpr (std::is_same_v<Value, std::string>) {
    if (isLonger(value, declared.limit)) {
      return errorOf(Fault::tooLong, path, std::to_string(declared.limit));
    }
    if (!isUtf8(value) || value.find('\0') != std::string::npos) return errorOf(Fault::notText, path);
    if (declared.required && trimmed(value).empty()) return errorOf(Fault::empty, path);
  } else if constexpr (std::is_same_v<Value, Date>) {
    constexpr int kLastYear = 9999;
    const int year = value ? civilOf(value).year : 1;
    if (year < 1 || year > kLastYear) return errorOf(Fault::noCivilDay, path);
  } else if constexpr (std::is_same_v<Value, std::int64_t>) {
    if (value < declared.least || value > declared.most) {
      return errorOf(Fault::outside, path, std::to_string(declared.least), std::to_string(declared.most));
    }
  }
  return std::nullopt;
}

/// Whether a field says already what is about to be written.
template <class Value>
bool holdsJust(const Field<Value>& field, const Field<Value>& pending) {
  if (pending.versions().size() > 1) return field.sameValues(pending);
  return field.differentValues() <= 1 && field.get() == pending.get();
}

/// One thing being written.
struct Writing {
  CommitRun& run;
  const Id& root;
  std::string_view collection;
  Id id;
  bool alive = false;
  Lane laneOfThing = Lane::shared;

  template <class Value>
  bool mayWrite(const FieldTraits& declared, const Field<Value>& pending) {
    if (!pending.isPending() || run.error) return false;
    for (const auto& version : pending.versions()) {
      // What stood there is given back as it was: a file may have brought an empty title.
      if (!run.error && !run.givesBack)
        run.error = fault(declared, version.value, placeOf(collection, id, declared.name));
    }
    return !run.error;
  }
  template <class Value>
  void write(std::string_view name, const Field<Value>& pending, const Field<Value>* current, Field<Value>& field,
             Field<Value>& old, Lane lane, bool required) {
    const bool same = current ? holdsJust(*current, pending) : pending.get() == Value{} && !required;
    // A first write of a default value still says that the thing is there (a session not held yet).
    if (same && (alive || lane != laneOfThing)) return;
    if (current) {
      field.addContext(run.overwrittenBy(root, collection, id, name, *current));
      old = *current;
    }
    // The later of two that were written at once shows, so the one that is to show takes the last dot.
    std::vector<Version<Value>> values(pending.versions().begin(), pending.versions().end());
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.stamp < b.stamp; });
    std::uint64_t nth = 0;
    for (auto& version : values) field.addVersion({std::move(version.value), run.dotFor(lane, nth++), run.now});
    run.empty = false;
  }
};

void writeThing(const IsKnown& isKnown, const Id& root, std::string_view collection, const ThingType& type,
                const Thing& edit, const Thing* known, Thing& delta, Thing& before, CommitRun& run) {
  delta.id = before.id = edit.id;
  Writing writing{run, root, collection, edit.id, known && isAlive(*known, type), type.lane};
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    const auto& pending = at.in(edit);
    if (!writing.mayWrite(declared, pending)) return;
    if constexpr (std::is_same_v<typename decltype(at)::Value, Id>) {
      const bool dangling =
          !run.givesBack && pending.get() && !declared.refersTo.empty() && !isKnown(declared.refersTo, pending.get());
      if (dangling)
        run.error = errorOf(Fault::refersToNothing, placeOf(collection, edit.id, declared.name),
                            std::string(declared.refersTo));
    }
    if (run.error) return;
    writing.write(declared.name, pending, known ? &at.in(*known) : nullptr, at.in(delta), at.in(before), declared.lane,
                  declared.required);
  });
  for (const auto& [key, pending] : edit.unknown) {
    if (!pending.isPending() || run.error) continue;
    writing.write(key.second, pending, findUnknown(known, key), delta.unknown[key], before.unknown[key], key.first,
                  true);
  }
}

void writeRoot(const Root& edit, const Root* known, const RootType& type, Root& delta, Root& before, CommitRun& run) {
  const IsKnown isKnown = [&](std::string_view collection, const Id& id) {
    return has(known, type, collection, id) || has(&edit, type, collection, id);
  };
  writeThing(isKnown, edit.id, "", type.own, edit, known, delta, before, run);
  for (const auto& declared : type.collections) {
    for (const Thing& thing : declared.in(edit)) {
      writeThing(isKnown, edit.id, declared.name, declared.type, thing,
                 known ? declared.in(*known).find(thing.id) : nullptr, declared.in(delta).at(thing.id),
                 declared.in(before).at(thing.id), run);
    }
  }
  for (const auto& [key, things] : edit.unknownCollections) {
    for (const auto& [id, thing] : things) {
      writeThing(isKnown, edit.id, key.second, unknownType(key.first), thing, findUnknown(known, key, id),
                 thingAt(delta.unknownCollections[key], id), thingAt(before.unknownCollections[key], id), run);
    }
  }
}

/// What a deletion had seen, with a dot of its own. The other side does not learn of private writers, so what
/// they wrote in a shared thing is overwritten by nothing, each field for itself.
void removeThing(const Id& root, std::string_view collection, const Thing& known, const ThingType& type, Thing& delta,
                 CommitRun& run) {
  delta.id = known.id;
  delta.deleted = known.deleted;
  delta.deleted.add(run.dotFor(type.lane));
  const auto takeAlong = [&](std::string_view name, Lane lane, const auto& field, auto& said) {
    const Context seen = run.overwrittenBy(root, collection, known.id, name, field);
    if (lane == type.lane) {
      delta.deleted.join(seen);
    } else {
      said.addContext(seen);
    }
  };
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    takeAlong(declared.name, declared.lane, at.in(known), at.in(delta));
  });
  for (const auto& [key, field] : known.unknown) takeAlong(key.second, key.first, field, delta.unknown[key]);
}

/// A root takes everything in it along, so that no word of it stays.
void removeFrom(const Root& known, const Ref& ref, const RootType& type, Root& delta, Root& before, CommitRun& run) {
  const bool all = ref.collection.empty();
  if (all) {
    removeThing(ref.root, "", known, type.own, delta, run);
    static_cast<Thing&>(before) = known;
    forEachField(type.own, [&](const FieldTraits&, auto at) { at.in(before) = at.in(known); });
    run.empty = false;
  }
  for (const auto& declared : type.collections) {
    if (!all && declared.name != ref.collection) continue;
    for (const Thing& thing : declared.in(known)) {
      if ((!all && thing.id != ref.thing) || !isAlive(thing, declared.type)) continue;
      declared.in(before).put(thing);
      removeThing(ref.root, declared.name, thing, declared.type, declared.in(delta).at(thing.id), run);
      run.empty = false;
    }
  }
  for (const auto& [key, things] : known.unknownCollections) {
    for (const auto& [id, thing] : things) {
      if (!all && (key.second != ref.collection || id != ref.thing)) continue;
      run.empty = false;
      before.unknownCollections[key][id] = thing;
      removeThing(ref.root, key.second, thing, unknownType(key.first), delta.unknownCollections[key][id], run);
    }
  }
}

/// A command may write in several roots: the shared writer has a place in the record of this one only by a dot.
bool holdsShared(const Root& delta, const RootType& type) {
  bool any = false;
  forEachThing(delta, type, [&](const Thing& thing, const ThingType& kind, std::string_view) {
    any = any || (kind.lane == Lane::shared && !thing.deleted.empty());
    forEachStored(thing, kind, [&](const auto& field, Lane lane) {
      any = any || (lane == Lane::shared && !field.versions().empty());
    });
  });
  return any;
}

/// The shared writer of this tab is me, wherever I am known.
template <class R>
void signAuthor(const R* known, R& delta, const CommitRun& run) {
  if constexpr (std::is_same_v<R, Mentorship>) {
    const Id me = !delta.me.versions().empty() ? *delta.me : known ? *known->me : Id{};
    if (!me || !holdsShared(delta, rootTypeOf<R>())) return;
    const auto there = known ? known->authors.find(run.writers.shared) : delta.authors.end();
    if (known && there != known->authors.end() && there->second.person == me) return;
    delta.authors[run.writers.shared] = {me, run.now};
  }
}

/// A deletion by who holds a part would take that part away from who holds all.
bool isInPart(const Mentorship& mentorship) { return *mentorship.inPart; }
bool isInPart(const Programme&) { return false; }

template <class R>
void commitRoots(const Things<R>& model, const Things<R>& edits, const std::vector<Ref>& removals, Things<R>& deltas,
                 Things<R>& befores, CommitRun& run) {
  const auto knownAt = [&](const Id& id) {
    const auto found = model.find(id);
    return found == model.end() ? nullptr : &found->second;
  };
  for (const auto& [id, edit] : edits) {
    writeRoot(edit, knownAt(id), rootTypeOf<R>(), thingAt(deltas, id), thingAt(befores, id), run);
  }
  for (const auto& ref : removals) {
    const R* known = knownAt(ref.root);
    if (known && isInPart(*known) && !run.error) {
      run.error = errorOf(Fault::onlyPartHere, toText(ref.root));
    }
    if (!known) continue;
    removeFrom(*known, ref, rootTypeOf<R>(), thingAt(deltas, ref.root), thingAt(befores, ref.root), run);
  }
  for (auto& [id, delta] : deltas) signAuthor(knownAt(id), delta, run);
}

bool saysNothingNew(const Thing& known, const Thing& said, const ThingType& type) {
  bool same = said.unknown.empty() && (said.deleted.empty() || said.deleted == known.deleted);
  forEachField(type, [&](const FieldTraits&, auto at) {
    const auto& field = at.in(said);
    same = same && (field.silent() || field == at.in(known));
  });
  return same;
}

/// Keeps what merging changed: the thing as it was, and what was said about it.
void takeThings(Root& known, const Root& said, const RootType& type, Root& delta, Root& before, bool& empty) {
  for (const auto& declared : type.collections) {
    const auto things = declared.in(known);
    Cursor expected = things.start();
    for (const Thing& thing : declared.in(said)) {
      Thing& current = things.at(thing.id, expected);
      if (saysNothingNew(current, thing, declared.type)) continue;
      declared.in(before).put(current);
      if (mergeThing(current, thing, declared.type)) {
        declared.in(delta).put(thing);
      } else {
        declared.in(before).erase(thing.id);
      }
    }
    empty = empty && declared.in(delta).size() == 0;
  }
}

template <class R>
void takeRoot(R& known, const R& said, R& delta, R& before, bool& empty) {
  takeThings(known, said, rootTypeOf<R>(), delta, before, empty);
  // The root's own fields, its authors and what this version does not know.
  R rest;
  static_cast<Root&>(rest) = said;
  static_cast<Root&>(delta) = said;
  forEachField(typeOf<R>(), [&](const FieldTraits&, auto at) {
    at.in(rest) = at.in(delta) = at.in(said);
    at.in(before) = at.in(known);
  });
  if (merge(known, rest)) empty = false;
}

}  // namespace

void take(Workspace& model, const Workspace& content, Change& change) {
  for (const auto& [id, said] : content.mentorships) {
    takeRoot(model.at(id), said, change.delta.at(id), change.before.at(id), change.empty);
  }
  for (const auto& [id, said] : content.programmes) {
    takeRoot(model.programmeAt(id), said, change.delta.programmeAt(id), change.before.programmeAt(id), change.empty);
  }
}

Result<Change> commit(Workspace& model, const Command& command, Writers& writers, Instant now) {
  Change change;
  change.name = command.name;
  change.removals = command.removals;
  CommitRun run{writers, std::max(now, writers.latestStamp), command.seen, command.givesBack, 0, 0, true, std::nullopt};

  writeRoot(command.edit.settings, &model.settings, rootTypeOf<Settings>(), change.delta.settings,
            change.before.settings, run);
  change.delta.settings.id = kSettingsId;
  commitRoots(model.mentorships, command.edit.mentorships, command.removals, change.delta.mentorships,
              change.before.mentorships, run);
  commitRoots(model.programmes, command.edit.programmes, command.removals, change.delta.programmes,
              change.before.programmes, run);
  if (run.error) return tl::unexpected(*run.error);

  change.empty = run.empty;
  writers.latestStamp = run.now;
  writers.nextShared += run.sharedDots;
  writers.nextOwn += run.ownDots;
  merge(model, change.delta);
  return change;
}

}  // namespace cairn

#include "replica/merge.hpp"

#include <algorithm>

namespace cairn {

bool mergeThing(Thing& into, const Thing& from, const ThingType& type) {
  into.id = from.id;
  bool changed = false;
  forEachField(type, [&](const FieldTraits&, auto at) { changed = mergeField(at.in(into), at.in(from)) || changed; });
  for (const auto& [key, field] : from.unknown) changed = mergeField(into.unknown[key], field) || changed;
  if (!from.deleted.empty()) {
    const Context old = into.deleted;
    into.deleted.join(from.deleted);
    changed = changed || !(old == into.deleted);
  }
  if (into.deleted.empty()) return changed;
  // A deletion speaks for its own lane; what only I see goes by writes of mine.
  forEachStored(into, type, [&](auto& field, Lane lane) {
    if (lane == type.lane) field.dropCovered(into.deleted);
  });
  return changed;
}

void dropEmptyLists(Root& root) {
  std::erase_if(root.unknown, [&](const auto& entry) {
    return isOnlyEmptyList(entry.second) && root.unknownCollections.contains(entry.first);
  });
}

bool isOnlyEmptyList(const Field<RawJson>& field) {
  const auto isEmpty = [](const auto& version) { return version.value.text == "[]"; };
  return field.context().empty() && std::all_of(field.versions().begin(), field.versions().end(), isEmpty);
}

namespace {

bool mergeAuthors(Root& into, const Root& from) {
  bool changed = false;
  for (const auto& [writer, author] : from.authors) {
    Author& known = into.authors[writer];
    const auto rank = [](const Author& one) { return std::pair(one.since, one.person); };
    if (rank(known) < rank(author)) {
      known = author;
      changed = true;
    }
  }
  return changed;
}

bool mergeRoot(Root& into, const Root& from, const RootType& type) {
  bool changed = mergeThing(into, from, type.own);
  changed = mergeAuthors(into, from) || changed;
  for (const auto& declared : type.collections) {
    const auto things = declared.in(into);
    Cursor expected = things.start();
    for (const Thing& thing : declared.in(from)) {
      changed = mergeThing(things.at(thing.id, expected), thing, declared.type) || changed;
    }
  }
  for (const auto& [key, things] : from.unknownCollections) {
    for (const auto& [id, thing] : things) {
      changed = mergeThing(into.unknownCollections[key][id], thing, unknownType(key.first)) || changed;
    }
  }
  dropEmptyLists(into);
  return changed;
}

bool isSilent(const Thing& thing, const ThingType& type) {
  bool silent = thing.deleted.empty();
  forEachStored(thing, type, [&](const auto& field, Lane) { silent = silent && field.silent(); });
  return silent;
}

using Keeps = bool (*)(const FieldTraits&);
bool isShared(const FieldTraits& declared) { return declared.lane == Lane::shared; }
bool isForProgramme(const FieldTraits& declared) { return declared.forProgramme; }

void strip(Thing& thing, const ThingType& type, Keeps keeps, bool keepUnknown) {
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    if (!keeps(declared)) at.in(thing) = {};
  });
  std::erase_if(thing.unknown, [&](const auto& entry) { return !keepUnknown || entry.first.first == Lane::own; });
}

/// Empties what `keeps` refuses, and leaves out what is empty then.
void keepOnly(Root& root, const RootType& type, bool keepUnknown, Keeps keeps) {
  std::erase_if(root.unknownCollections,
                [&](const auto& entry) { return !keepUnknown || entry.first.first == Lane::own; });
  forEachThing(root, type,
               [&](Thing& thing, const ThingType& kind, std::string_view) { strip(thing, kind, keeps, keepUnknown); });
  for (const auto& declared : type.collections) {
    declared.in(root).eraseIf(
        [&](const Thing& thing) { return declared.type.lane == Lane::own || isSilent(thing, declared.type); });
  }
}

}  // namespace

bool merge(Mentorship& into, const Mentorship& from) { return mergeRoot(into, from, rootTypeOf<Mentorship>()); }
bool merge(Programme& into, const Programme& from) { return mergeRoot(into, from, rootTypeOf<Programme>()); }

bool merge(Workspace& into, const Workspace& from) {
  bool changed = mergeThing(into.settings, from.settings);
  for (const auto& [id, mentorship] : from.mentorships) changed = merge(into.at(id), mentorship) || changed;
  for (const auto& [id, programme] : from.programmes) changed = merge(into.programmeAt(id), programme) || changed;
  return changed;
}

void stripPrivate(Mentorship& mentorship) { keepOnly(mentorship, rootTypeOf<Mentorship>(), true, isShared); }
void stripPrivate(Programme& programme) { keepOnly(programme, rootTypeOf<Programme>(), true, isShared); }
void keepForProgramme(Mentorship& mentorship) { keepOnly(mentorship, rootTypeOf<Mentorship>(), false, isForProgramme); }

bool holdsPrivate(const Workspace& workspace) {
  bool any = false;
  forEachThingOf(workspace, [&](const Thing& thing, const ThingType& type, std::string_view) {
    any = any || (type.lane == Lane::own && !thing.deleted.empty());
    forEachStored(thing, type,
                  [&](const auto& field, Lane lane) { any = any || (lane == Lane::own && !field.silent()); });
  });
  return any;
}

std::uint64_t highestCounter(const Workspace& workspace, Writer writer) {
  std::uint64_t highest = 0;
  const auto take = [&](const Dot& dot) {
    if (dot.writer == writer) highest = std::max(highest, dot.counter);
  };
  forEachThingOf(workspace, [&](const Thing& thing, const ThingType& type, std::string_view) {
    for (const auto& dot : thing.deleted.dots()) take(dot);
    forEachStored(thing, type, [&](const auto& field, Lane) {
      for (const auto& version : field.versions()) take(version.dot);
      for (const auto& dot : field.context().dots()) take(dot);
    });
  });
  return highest;
}

Instant latestStamp(const Workspace& workspace, Instant limit) {
  Instant latest = 0;
  forEachThingOf(workspace, [&](const Thing& thing, const ThingType& type, std::string_view) {
    forEachStored(thing, type, [&](const auto& field, Lane) {
      for (const auto& version : field.versions()) {
        if (version.stamp <= limit) latest = std::max(latest, version.stamp);
      }
    });
  });
  return latest;
}

Mentorship underOneTimeWriter(const Mentorship& mentorship, Writer writer, std::uint64_t counter, Writer oneTime) {
  Mentorship copy = mentorship;
  const auto isNew = [&](const Dot& dot) { return dot.writer == writer && dot.counter > counter; };
  const auto renameDot = [&](const Dot& dot) { return isNew(dot) ? Dot{oneTime, dot.counter} : dot; };
  const auto renameContext = [&](const Context& context) {
    Context renamed;
    for (const auto& dot : context.dots()) {
      renamed.add(renameDot(dot));
      // What it saw of this writer up to the stored counter it still has seen.
      if (isNew(dot) && counter > 0) renamed.add({writer, counter});
    }
    return renamed;
  };
  forEachThing(copy, [&](Thing& thing, const ThingType& type, std::string_view) {
    forEachStored(thing, type, [&](auto& field, Lane) { field = field.renamed(renameDot, renameContext); });
    thing.deleted = renameContext(thing.deleted);
  });
  if (const auto known = copy.authors.find(writer); known != copy.authors.end()) copy.authors[oneTime] = known->second;
  return copy;
}

}  // namespace cairn

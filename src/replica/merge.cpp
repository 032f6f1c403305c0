#include "replica/merge.hpp"

namespace cairn {
namespace {

template <class R>
bool mergeRoot(R& into, const R& from) {
  bool changed = mergeThing(into, from);
  for (const auto& [writer, author] : from.authors) {
    Author& known = into.authors[writer];
    const auto rank = [](const Author& one) { return std::pair(one.since, one.person); };
    if (rank(known) < rank(author)) {
      known = author;
      changed = true;
    }
  }
  forEachCollection<R>([&](const auto& declared) {
    auto& things = into.*declared.member;
    auto hint = things.begin();
    for (const auto& [id, thing] : from.*declared.member) {
      hint = things.try_emplace(hint, id);
      changed = mergeThing(hint->second, thing) || changed;
    }
  });
  for (const auto& [key, things] : from.unknownCollections) {
    for (const auto& [id, thing] : things) changed = mergeThing(into.unknownCollections[key][id], thing) || changed;
  }
  return changed;
}

/// Empties what `keep(declaration)` refuses, and leaves out what is empty then.
template <class R, class Keep>
void keepOnly(R& root, bool keepUnknown, Keep&& keep) {
  const auto strip = [&](auto& thing, std::string_view) {
    using T = std::remove_reference_t<decltype(thing)>;
    forEachField<T>([&](const auto& declared) {
      if (!keep(declared)) thing.*declared.member = {};
    });
    std::erase_if(thing.unknown, [&](const auto& entry) { return !keepUnknown || entry.first.first == Lane::own; });
  };
  std::erase_if(root.unknownCollections,
                [&](const auto& entry) { return !keepUnknown || entry.first.first == Lane::own; });
  forEachThing(root, strip);
  forEachCollection<R>([&](const auto& declared) {
    std::erase_if(root.*declared.member, [](const auto& entry) {
      using T = std::remove_cvref_t<decltype(entry.second)>;
      if (laneOf<T>() == Lane::own) return true;
      bool silent = entry.second.deleted.empty();
      forEachStored(entry.second, [&](const auto& field, Lane) { silent = silent && field.silent(); });
      return silent;
    });
  });
}

}  // namespace

bool merge(Mentorship& into, const Mentorship& from) { return mergeRoot(into, from); }
bool merge(Programme& into, const Programme& from) { return mergeRoot(into, from); }

bool merge(Workspace& into, const Workspace& from) {
  bool changed = mergeThing(into.settings, from.settings);
  for (const auto& [id, mentorship] : from.mentorships) changed = merge(into.at(id), mentorship) || changed;
  for (const auto& [id, programme] : from.programmes) changed = merge(into.programmeAt(id), programme) || changed;
  return changed;
}

void stripPrivate(Mentorship& mentorship) {
  keepOnly(mentorship, true, [](const auto& declared) { return declared.lane == Lane::shared; });
}
void stripPrivate(Programme& programme) {
  keepOnly(programme, true, [](const auto& declared) { return declared.lane == Lane::shared; });
}
void keepForProgramme(Mentorship& mentorship) {
  keepOnly(mentorship, false, [](const auto& declared) { return declared.forProgramme; });
}

std::uint64_t highestCounter(const Workspace& workspace, Writer writer) {
  std::uint64_t highest = 0;
  const auto take = [&](const Dot& dot) {
    if (dot.writer == writer) highest = std::max(highest, dot.counter);
  };
  forEachThingOf(workspace, [&](const auto& thing) {
    for (const auto& dot : thing.deleted.dots()) take(dot);
    forEachStored(thing, [&](const auto& field, Lane) {
      for (const auto& version : field.versions()) take(version.dot);
      for (const auto& dot : field.context().dots()) take(dot);
    });
  });
  return highest;
}

Instant latestStamp(const Workspace& workspace, Instant limit) {
  Instant latest = 0;
  forEachThingOf(workspace, [&](const auto& thing) {
    forEachStored(thing, [&](const auto& field, Lane) {
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
  forEachThing(copy, [&](auto& thing, std::string_view) {
    forEachStored(thing, [&](auto& field, Lane) { field = field.renamed(renameDot, renameContext); });
    thing.deleted = renameContext(thing.deleted);
  });
  if (const auto known = copy.authors.find(writer); known != copy.authors.end()) copy.authors[oneTime] = known->second;
  return copy;
}

}  // namespace cairn

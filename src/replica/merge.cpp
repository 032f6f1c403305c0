#include "replica/merge.hpp"

namespace cairn {

void merge(Mentorship& into, const Mentorship& from) {
  mergeThing(into, from);
  forEachCollection([&](const auto& declared) {
    for (const auto& [id, thing] : from.*declared.member) mergeThing((into.*declared.member)[id], thing);
  });
}

void merge(Workspace& into, const Workspace& from) {
  mergeThing(into.settings, from.settings);
  for (const auto& [id, mentorship] : from.mentorships) merge(into.at(id), mentorship);
}

void stripPrivate(Mentorship& mentorship) {
  forEachThing(mentorship, [](auto& thing) {
    using T = std::remove_reference_t<decltype(thing)>;
    forEachField<T>([&](const auto& declared) {
      if (declared.lane == Lane::own) thing.*declared.member = {};
    });
  });
  forEachCollection([&](const auto& declared) {
    std::erase_if(mentorship.*declared.member,
                  [](const auto& entry) { return !isAlive(entry.second) && entry.second.deleted.empty(); });
  });
}

std::uint64_t highestCounter(const Workspace& workspace, Writer writer) {
  std::uint64_t highest = 0;
  const auto take = [&](const Dot& dot) {
    if (dot.writer == writer) highest = std::max(highest, dot.counter);
  };
  forEachThingOf(workspace, [&](const auto& thing) {
    using T = std::remove_cvref_t<decltype(thing)>;
    for (const auto& dot : thing.deleted.dots()) take(dot);
    forEachField<T>([&](const auto& declared) {
      for (const auto& version : (thing.*declared.member).versions()) take(version.dot);
      for (const auto& dot : (thing.*declared.member).context().dots()) take(dot);
    });
  });
  return highest;
}

Instant latestStamp(const Workspace& workspace) {
  Instant latest = 0;
  forEachThingOf(workspace, [&](const auto& thing) {
    using T = std::remove_cvref_t<decltype(thing)>;
    forEachField<T>([&](const auto& declared) {
      for (const auto& version : (thing.*declared.member).versions()) latest = std::max(latest, version.stamp);
    });
  });
  return latest;
}

}  // namespace cairn

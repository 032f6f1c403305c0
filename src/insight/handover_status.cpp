#include "insight/handover_status.hpp"

#include <algorithm>

namespace cairn {
namespace {

/// Each live shared value: visit(thing, its author or none, stamp).
template <class Visit>
void forEachWriting(const Mentorship& mentorship, Visit&& visit) {
  forEachThing(mentorship, [&](const Thing& thing, const ThingType& type, std::string_view) {
    if (!isAlive(thing, type)) return;
    forEachStored(thing, type, [&](const auto& field, Lane lane) {
      if (lane != Lane::shared) return;
      for (const auto& version : field.versions()) {
        const auto author = mentorship.authors.find(version.dot.writer);
        visit(thing, author == mentorship.authors.end() ? Id{} : author->second.person, version.stamp);
      }
    });
  });
}

/// The last that this person wrote until an instant; 0 for nothing.
Instant writtenBy(const Mentorship& mentorship, const Id& person, Instant until) {
  Instant latest = 0;
  forEachWriting(mentorship, [&](const Thing&, const Id& author, Instant stamp) {
    if (author == person && stamp <= until) latest = std::max(latest, stamp);
  });
  return latest;
}

}  // namespace

Id lastAuthorOf(const Mentorship& mentorship, const Id& me) {
  Id last;
  Instant latest = 0;
  forEachWriting(mentorship, [&](const Thing&, const Id& author, Instant stamp) {
    if (!author || author == me || stamp < latest) return;
    latest = stamp;
    last = author;
  });
  return last;
}

Instant theyHave(const Mentorship& ours, const Mentorship& file) {
  const Id me = *ours.me;
  const Instant have = me ? writtenBy(file, me, INT64_MAX) : 0;
  const Instant handed = *ours.handedOver;
  return have > 0 && have < handed && writtenBy(ours, me, handed) <= have ? handed : have;
}

std::size_t changesSince(const Mentorship& mentorship, Instant since) {
  std::size_t changes = 0;
  const Thing* counted = nullptr;
  forEachWriting(mentorship, [&](const Thing& thing, const Id& author, Instant stamp) {
    const bool mine = !author || author == *mentorship.me;
    if (!mine || stamp <= since || counted == &thing) return;
    counted = &thing;
    ++changes;
  });
  return changes;
}

}  // namespace cairn

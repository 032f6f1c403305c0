#pragma once
// Merging: every copy that has seen the same writes holds the same state, whatever the order and
// however often. A deletion carries the context of all it saw; a write outside it brings the thing
// back. Pure functions over the declared fields; no screen, no clock.
#include "model/workspace.hpp"

namespace cairn {

template <class T>
void mergeThing(T& into, const T& from) {
  into.id = from.id;
  forEachField<T>([&](const auto& declared) { mergeField(into.*declared.member, from.*declared.member); });
  into.deleted.join(from.deleted);
  if (into.deleted.empty()) return;
  forEachField<T>([&](const auto& declared) { (into.*declared.member).dropCovered(into.deleted); });
}

void merge(Mentorship& into, const Mentorship& from);
void merge(Workspace& into, const Workspace& from);

/// All that is known of a thing: what a deletion of it must carry. `lane` keeps private writers
/// out of what is shared.
template <class T>
Context seenOf(const T& thing, Lane lane) {
  Context seen = thing.deleted;
  forEachField<T>([&](const auto& declared) {
    if (declared.lane == lane) seen.join((thing.*declared.member).seen());
  });
  return seen;
}

/// Takes out every private field: what may be handed to the other side.
void stripPrivate(Mentorship& mentorship);

/// The highest counter of a writer anywhere in the workspace; 0 where it wrote nothing.
std::uint64_t highestCounter(const Workspace& workspace, Writer writer);

/// The highest stamp anywhere.
Instant latestStamp(const Workspace& workspace);

}  // namespace cairn

#pragma once
// Merging: every copy that has seen the same writes holds the same state, whatever the order and
// however often (docs/merging.md has the argument). A deletion carries the context of all it saw;
// a write outside it brings the thing back. Pure functions over the declared fields; no screen, no
// clock.
#include "model/workspace.hpp"

namespace cairn {

/// True when that changed `into`. Both are of this type.
bool mergeThing(Thing& into, const Thing& from, const ThingType& type);
template <class T>
bool mergeThing(T& into, const T& from) {
  return mergeThing(into, from, typeOf<T>());
}

/// An empty list of a later Cairn reads like a field that holds one; the list counts where it is known.
void dropEmptyLists(Root& root);
/// One that competes with another value, or has overwritten one, is no mere list without items: what it gave way
/// with would come back with the next file that still has it.
bool isOnlyEmptyList(const Field<RawJson>& field);

bool merge(Mentorship& into, const Mentorship& from);
bool merge(Programme& into, const Programme& from);
bool merge(Workspace& into, const Workspace& from);

/// Whether anything in it is only mine.
bool holdsPrivate(const Workspace& workspace);

/// Takes out everything private: what may be handed to the other side.
void stripPrivate(Mentorship& mentorship);
void stripPrivate(Programme& programme);

/// Takes out all but what a programme may see (DESIGN: "Audiences").
void keepForProgramme(Mentorship& mentorship);

/// The highest counter of a writer anywhere in the workspace; 0 where it wrote nothing.
std::uint64_t highestCounter(const Workspace& workspace, Writer writer);

/// The latest stamp that is not after `limit`; 0 where there is none.
Instant latestStamp(const Workspace& workspace, Instant limit);

/// Writes of `writer` above `counter` appear under `oneTime` instead: for handing out what could
/// not be stored, whose dots may be given again.
Mentorship underOneTimeWriter(const Mentorship& mentorship, Writer writer, std::uint64_t counter, Writer oneTime);

}  // namespace cairn

#pragma once
// Who has what: a mentorship travels as files, and each side wants to know what the other has.
// Limits: removals carry no time; who shows this counts them from the trash.
#include "model/mentorship.hpp"

namespace cairn {

/// Who wrote last in a file, other than `me` (the reader, where they are known): who it comes from.
/// None where writers are not known.
Id lastAuthorOf(const Mentorship& mentorship, const Id& me = {});

/// Up to when a file has what I wrote, in ms; 0 where it has nothing of mine. Where it has all that I
/// had written when I handed over last, that is up to then.
Instant theyHave(const Mentorship& ours, const Mentorship& file);

/// Shared things that I, or nobody known, wrote in after that instant.
std::size_t changesSince(const Mentorship& mentorship, Instant since);

}  // namespace cairn

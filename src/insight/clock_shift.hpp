#pragma once
// Clocks that change on one side only: for some days the same hour of mine is another one of theirs.
#include <optional>
#include <string_view>

#include "base/zones.hpp"

namespace cairn {

struct ClockShift {
  Date from;        ///< the day of my calendar on which the first such hour is
  Date until;       ///< the day on which it is as it is now again; none within half a year
  int minutes = 0;  ///< how much later their clock shows the same hour of mine
};

/// Why their clock is another way ahead of mine at the instant `then` than it is now. Nothing where it is
/// the same, where `then` is past, or where a zone is unknown.
std::optional<ClockShift> clockShift(const Zones& zones, std::string_view mine, std::string_view theirs, Instant now,
                                     Instant then);

}  // namespace cairn

#pragma once
// Clocks that change on one side only: for some days the same hour of mine is another one of theirs.
#include <optional>
#include <string_view>

#include "base/zones.hpp"

namespace cairn {

struct ClockShift {
  Date from;        ///< the first day on which it is so, of my calendar
  Date until;       ///< the first day on which it is as it was again; none within half a year
  int minutes = 0;  ///< how much later their clock shows the same hour of mine
};

/// The next time, from `now` on and within so many days, that their clock is another way ahead of mine
/// than it is now. Nothing where that does not happen or a zone is unknown.
std::optional<ClockShift> clockShift(const Zones& zones, std::string_view mine, std::string_view theirs, Instant now,
                                     int days);

}  // namespace cairn

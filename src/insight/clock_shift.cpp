#include "insight/clock_shift.hpp"

namespace cairn {
namespace {

constexpr int kMostDays = 183;

/// Minutes that their clock is ahead of mine at noon, UTC, of a day: changes are at night.
std::optional<int> aheadOn(const Zones& zones, std::string_view mine, std::string_view theirs, Date date) {
  const Instant noon = instantAt({date, TimeOfDay{12 * 60}}, 0);
  const auto here = zones.offsetAt(mine, noon);
  const auto there = zones.offsetAt(theirs, noon);
  if (!here || !there) return std::nullopt;
  return *there - *here;
}

}  // namespace

std::optional<ClockShift> clockShift(const Zones& zones, std::string_view mine, std::string_view theirs, Instant now,
                                     int days) {
  const Date today = localAt(now, zones.offsetAt(mine, now).value_or(0)).date;
  const auto usual = aheadOn(zones, mine, theirs, today);
  if (!usual) return std::nullopt;
  for (int day = 1; day <= days; ++day) {
    const auto ahead = aheadOn(zones, mine, theirs, today.plus(day));
    if (!ahead || *ahead == *usual) continue;
    ClockShift shift{today.plus(day), Date{}, *ahead - *usual};
    for (int later = day + 1; later <= day + kMostDays && !shift.until; ++later) {
      if (aheadOn(zones, mine, theirs, today.plus(later)) == usual) shift.until = today.plus(later);
    }
    return shift;
  }
  return std::nullopt;
}

}  // namespace cairn

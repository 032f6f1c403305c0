#include "insight/clock_shift.hpp"

namespace cairn {
namespace {

constexpr int kMostDays = 183;
/// No zone changes twice within it.
constexpr Instant kStep = kDay / 4;

struct TwoClocks {
  const Zones& zones;
  std::string_view mine;
  std::string_view theirs;

  /// Minutes that their clock is ahead of mine.
  std::optional<int> aheadAt(Instant instant) const {
    const auto here = zones.offsetAt(mine, instant);
    const auto there = zones.offsetAt(theirs, instant);
    if (!here || !there) return std::nullopt;
    return *there - *here;
  }
  Date dayAt(Instant instant) const { return localAt(instant, zones.offsetAt(mine, instant).value_or(0)).date; }
  /// The first minute between the two instants at which they are `ahead`, which they are at `later`.
  Instant turnBetween(Instant earlier, Instant later, int ahead) const {
    while (later - earlier > kMinute) {
      const Instant middle = earlier + (later - earlier) / 2;
      (aheadAt(middle) == ahead ? later : earlier) = middle;
    }
    return later;
  }
};

}  // namespace

std::optional<ClockShift> clockShift(const Zones& zones, std::string_view mine, std::string_view theirs, Instant now,
                                     Instant then) {
  const TwoClocks clocks{zones, mine, theirs};
  const auto usual = clocks.aheadAt(now);
  const auto ahead = clocks.aheadAt(then);
  if (!usual || !ahead || *usual == *ahead || then < now) return std::nullopt;
  ClockShift shift{Date{}, Date{}, *ahead - *usual};
  Instant begin = then;
  while (begin > now && clocks.aheadAt(begin - kStep) == ahead) begin -= kStep;
  shift.from = clocks.dayAt(clocks.turnBetween(begin - kStep, begin, *ahead));
  for (Instant at = then + kStep; at <= then + kMostDays * kDay && !shift.until; at += kStep) {
    if (clocks.aheadAt(at) == usual) shift.until = clocks.dayAt(clocks.turnBetween(at - kStep, at, *usual));
  }
  return shift;
}

}  // namespace cairn

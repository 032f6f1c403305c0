#include "insight/clock_shift.hpp"

#include <doctest/doctest.h>

#include "platform/headless/native_zones.hpp"

using namespace cairn;

namespace {

std::optional<ClockShift> from(const Civil& day, std::string_view mine, std::string_view theirs, int days = 14) {
  return clockShift(NativeZones(), mine, theirs, instantAt({dateOf(day), TimeOfDay{600}}, 0), days);
}

}  // namespace

TEST_CASE("clock shift: for the week in which only one side has changed its clocks") {
  // Lisbon changes on 25 October 2026, New York on 1 November.
  const auto shift = from({2026, 10, 20}, "Europe/Lisbon", "America/New_York");
  REQUIRE(shift);
  CHECK(shift->from == dateOf({2026, 10, 25}));
  CHECK(shift->until == dateOf({2026, 11, 1}));
  CHECK(shift->minutes == 60);
  CHECK(from({2026, 10, 20}, "America/New_York", "Europe/Lisbon")->minutes == -60);
}

TEST_CASE("clock shift: for half a year where the other side never changes") {
  const auto shift = from({2026, 10, 20}, "Europe/Lisbon", "Africa/Lagos");
  REQUIRE(shift);
  CHECK(shift->from == dateOf({2026, 10, 25}));
  CHECK(shift->until == dateOf({2027, 3, 28}));
}

TEST_CASE("clock shift: nothing where both change together, nothing is near, or a zone is unknown") {
  CHECK_FALSE(from({2026, 10, 20}, "Europe/Lisbon", "Europe/Berlin"));
  CHECK_FALSE(from({2026, 10, 1}, "Europe/Lisbon", "Africa/Lagos"));
  CHECK_FALSE(from({2026, 10, 20}, "Europe/Lisbon", "Mars/Olympus"));
  CHECK_FALSE(from({2026, 10, 20}, "Asia/Kolkata", "Africa/Lagos", 365));
}

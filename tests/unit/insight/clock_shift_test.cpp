#include "insight/clock_shift.hpp"

#include <doctest/doctest.h>

#include <array>

#include "platform/headless/native_zones.hpp"

namespace cairn::clock_shift_test {

namespace {

Instant at(const Civil& day, int hour) { return instantAt({dateOf(day), TimeOfDay{hour * 60}}, 0); }

std::optional<ClockShift> between(const Civil& day, std::string_view mine, std::string_view theirs, int days = 14) {
  return clockShift(NativeZones(), mine, theirs, at(day, 10), at(day, 10) + days * kDay);
}

}  // namespace

TEST_CASE("clock shift: for the week in which only one side has changed its clocks") {
  // Lisbon changes on 25 October 2026, New York on 1 November.
  const auto shift = between({2026, 10, 20}, "Europe/Lisbon", "America/New_York", 7);
  REQUIRE(shift);
  CHECK(shift->from == dateOf({2026, 10, 25}));
  CHECK(shift->until == dateOf({2026, 11, 1}));
  CHECK(shift->minutes == 60);
  CHECK(between({2026, 10, 20}, "America/New_York", "Europe/Lisbon", 7)->minutes == -60);
  CHECK_FALSE(between({2026, 10, 20}, "Europe/Lisbon", "America/New_York", 14));  // as it was by then
}

TEST_CASE("clock shift: for half a year where the other side never changes") {
  const auto shift = between({2026, 10, 20}, "Europe/Lisbon", "Africa/Lagos");
  REQUIRE(shift);
  CHECK(shift->from == dateOf({2026, 10, 25}));
  CHECK(shift->until == dateOf({2027, 3, 28}));
}

TEST_CASE("clock shift: nothing where both change together, nothing is near, it is past, or a zone is unknown") {
  CHECK_FALSE(between({2026, 10, 20}, "Europe/Lisbon", "Europe/Berlin"));
  CHECK_FALSE(between({2026, 10, 1}, "Europe/Lisbon", "Africa/Lagos"));
  CHECK_FALSE(between({2026, 10, 20}, "Europe/Lisbon", "Mars/Olympus"));
  CHECK_FALSE(between({2026, 10, 20}, "Asia/Kolkata", "Africa/Lagos", 365));
  CHECK_FALSE(between({2026, 11, 2}, "Europe/Lisbon", "Africa/Lagos", -14));
}

TEST_CASE("clock shift: each hour of a year is told exactly where it differs, by what it differs, on a day before it") {
  struct Pair {
    std::string_view mine;
    std::string_view theirs;
  };
  const NativeZones zones;
  for (const Pair& pair :
       std::array{Pair{"Europe/Lisbon", "America/New_York"}, Pair{"Europe/Lisbon", "Africa/Lagos"},
                  Pair{"Pacific/Auckland", "Europe/Berlin"}, Pair{"America/Sao_Paulo", "Australia/Lord_Howe"},
                  Pair{"America/Los_Angeles", "Asia/Kolkata"}}) {
    const auto& [mine, theirs] = pair;
    CAPTURE(pair.mine);
    for (int hour = 0; hour < 365 * 24; ++hour) {
      const Instant then = at({2026, 3, 1}, hour % 24) + hour / 24 * kDay;
      const Instant now = then - 10 * kDay;
      const int usual = *zones.offsetAt(theirs, now) - *zones.offsetAt(mine, now);
      const int ahead = *zones.offsetAt(theirs, then) - *zones.offsetAt(mine, then);
      const auto shift = clockShift(zones, mine, theirs, now, then);
      CAPTURE(hour);
      REQUIRE(shift.has_value() == (usual != ahead));
      if (!shift) continue;
      CHECK(shift->minutes == ahead - usual);
      const Date day = localAt(then, *zones.offsetAt(mine, then)).date;
      CHECK(shift->from <= day);
      CHECK(shift->from >= day.plus(-11));
      if (shift->until) CHECK(shift->until >= day);
    }
  }
}

}  // namespace cairn::clock_shift_test

#include "exchange/cadence.hpp"

#include <doctest/doctest.h>

#include "english.hpp"
#include "platform/headless/native_zones.hpp"

namespace cairn::cadence_test {

namespace {

const Date kToday = dateOf({2026, 11, 24});  // a Tuesday

std::optional<Cadence> read(std::string_view typed) { return readCadence(typed, kToday, NativeZones(), typedWords()); }

}  // namespace

TEST_CASE("cadence: a rhythm, a weekday, a time and a place") {
  const auto cadence = read("every two weeks, Tuesday 16:00 Lisbon");
  REQUIRE(cadence);
  CHECK(cadence->everyWeeks == 2);
  CHECK(cadence->first == kToday);
  CHECK(cadence->time == TimeOfDay{960});
  CHECK(cadence->zone == "Europe/Lisbon");
  CHECK(read("weekly on Friday at 4pm")->first == dateOf({2026, 11, 27}));
  CHECK(read("weekly on Friday at 4pm")->time == TimeOfDay{960});
  CHECK(read("every other monday 9:30 sao paulo")->zone == "America/Sao_Paulo");
  CHECK(read("every 3 weeks")->everyWeeks == 3);
  CHECK_FALSE(read("every 3 weeks")->time);
  CHECK(read("monthly thu 10:00")->everyWeeks == 4);
  CHECK(read("every thursday")->first == dateOf({2026, 11, 26}));
  CHECK(read("every week, 2027-01-05 16:00")->first == dateOf({2027, 1, 5}));
  CHECK(read("every week 16:00")->first == kToday);
  CHECK(read("weekly today 16:00")->first == kToday);
  CHECK(read("weekly tomorrow 16:00")->first == kToday.plus(1));
}

TEST_CASE("cadence: what was not understood is said, not guessed") {
  for (const auto* typed : {"", "tuesday 16:00", "every", "every blue moon", "weekly tuesday 16:00 atlantis",
                            "every two weeks soon", "weekly lisbon", "every 13 weeks", "week of 9 March"}) {
    CHECK_MESSAGE(!read(typed), typed);
  }
}

}  // namespace cairn::cadence_test

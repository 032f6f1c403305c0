#include "exchange/hours.hpp"

#include <doctest/doctest.h>

#include "english.hpp"

namespace cairn::hours_test {

namespace {

WeekHours::Span span(int from, int to) { return {TimeOfDay{from * 60}, TimeOfDay{to * 60}}; }

}  // namespace

TEST_CASE("hours: without days they are those of a working week") {
  for (const auto* typed : {"9-17", "9:00 – 17:00", "9 to 17", "9am-5pm", "mon-fri 9-17"}) {
    CAPTURE(typed);
    const auto hours = readHours(typed, typedWords());
    REQUIRE(hours);
    CHECK(hours->days[0] == span(9, 17));
    CHECK(hours->days[4] == span(9, 17));
    CHECK(hours->days[5] == WeekHours::Span{});
  }
}

TEST_CASE("hours: days of their own, and runs of the same") {
  const auto hours = readHours("Mon-Thu 9-15:30, fri 9-12, sunday 20-22", typedWords());
  REQUIRE(hours);
  const auto runs = runsOf(*hours);
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].from == 0);
  CHECK(runs[0].to == 3);
  CHECK(runs[0].hours.to == TimeOfDay{15 * 60 + 30});
  CHECK(runs[1].from == 4);
  CHECK(runs[2].from == 6);
  CHECK(readHours("", typedWords())->days[0] == WeekHours::Span{});
}

TEST_CASE("hours: what is not understood is nothing") {
  for (const auto* typed : {"sometimes", "9", "17-9", "fri-mon 9-17", "mon 9-17, and late", "funday 9-17", "25-26"}) {
    CAPTURE(typed);
    CHECK_FALSE(readHours(typed, typedWords()));
  }
}

}  // namespace cairn::hours_test

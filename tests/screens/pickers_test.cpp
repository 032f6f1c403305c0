#include <doctest/doctest.h>

#include <algorithm>

#include "screens/tester.hpp"

namespace cairn::pickers_test {

namespace {

// Now is Mon 26 Oct 2026.
std::string valueOf(const Tester& t, const std::string& label) {
  for (const auto& node : t.app->nodes()) {
    if (node.name == label) return node.value;
  }
  return "absent";
}

}  // namespace

TEST_CASE("pickers: a day is typed as people write it") {
  Tester t;
  t.go("#/gallery/pick");
  t.type("By when?", "fri");
  CHECK(valueOf(t, "By when?") == "Fri 30 Oct 2026");
  t.type("By when?", "27 Feb");
  CHECK(valueOf(t, "By when?") == "Sat 27 Feb 2027");
  t.type("By when?", "");
  CHECK(valueOf(t, "By when?").empty());
  t.app->textChanged("g/due", "fri 16:00");
  t.settle();
  CHECK_MESSAGE(t.sees("Fri 30 Oct 2026; only the day is kept here"), t.screen());
  t.app->textChanged("g/due", "fri");
  t.settle();
  CHECK_FALSE(t.sees("only the day"));
}

TEST_CASE("pickers: a day that is not understood stays as typed, marked, and changes nothing") {
  Tester t;
  t.go("#/gallery/pick");
  t.type("By when?", "fri");
  t.type("By when?", "the day after never");
  CHECK(valueOf(t, "By when?") == "the day after never");
  CHECK(t.sees("Not understood yet. Try “fri”"));
  t.type("By when?", "sat");
  CHECK(valueOf(t, "By when?") == "Sat 31 Oct 2026");
}

TEST_CASE("pickers: the calendar opens at the day, arrows go over the month's end, a press takes the day") {
  Tester t;
  t.go("#/gallery/pick");
  t.press("By when?: choose from a calendar");
  CHECK(t.sees("Oct 2026"));
  CHECK(t.platform.focused == "g/due/calendar/2026-10-26");
  t.arrow("g/due/calendar", 1);
  CHECK(t.platform.focused == "g/due/calendar/2026-11-02");
  CHECK(t.sees("Nov 2026"));
  t.arrow("g/due/calendar", 0, -1);
  CHECK(t.platform.focused == "g/due/calendar/2026-11-01");
  t.press("Sun 1 Nov 2026");
  CHECK(valueOf(t, "By when?") == "Sun 1 Nov 2026");
  CHECK(t.platform.focused == "g/due/open");
}

TEST_CASE("pickers: Page Down and Up go by a month, End and Home to its ends") {
  Tester t;
  t.go("#/gallery/pick");
  t.type("By when?", "31 Oct");
  t.press("By when?: choose from a calendar");
  CHECK(t.platform.focused == "g/due/calendar/2026-10-31");
  t.arrow("g/due/calendar", 10);
  CHECK(t.platform.focused == "g/due/calendar/2026-11-30");
  t.arrow("g/due/calendar", -1'000'000'000);
  CHECK(t.platform.focused == "g/due/calendar/2026-11-01");
  t.arrow("g/due/calendar", -10);
  CHECK(t.platform.focused == "g/due/calendar/2026-10-01");
  t.arrow("g/due/calendar", 1'000'000'000);
  CHECK(t.platform.focused == "g/due/calendar/2026-10-31");
}

TEST_CASE("pickers: of a calendar's days Tab reaches one, and the months are turned by buttons") {
  Tester t;
  t.go("#/gallery/pick");
  t.press("By when?: choose from a calendar");
  t.press("Month after");
  t.press("Month after");
  CHECK(t.sees("Dec 2026"));
  t.press("Month after");
  CHECK(t.sees("Jan 2027"));
  std::vector<std::string> stops;
  for (const auto& node : t.app->nodes()) {
    if (node.role == semantics::Role::gridCell && !node.offTabOrder) stops.push_back(node.name);
  }
  CHECK(stops == std::vector<std::string>{"Fri 1 Jan 2027"});
  t.press("Month before");
  CHECK(t.sees("Dec 2026"));
}

TEST_CASE("pickers: a time is typed, or chosen from half hours") {
  Tester t;
  t.go("#/gallery/pick");
  t.type("At what time?", "4:15 pm");
  CHECK(valueOf(t, "At what time?") == "16:15");
  t.type("At what time?", "teatime");
  CHECK(t.sees("Not understood yet. Try “16:00”"));
  t.press("At what time?: choose from a list");
  CHECK(t.platform.focused == "g/time/times/32");
  t.arrow("g/time/times", 1);
  t.pressByKeyboard("16:30");
  CHECK(valueOf(t, "At what time?") == "16:30");
}

TEST_CASE("pickers: a zone is found by its city, however it is typed, and says its time now") {
  Tester t;
  t.go("#/gallery/pick");
  t.press("Where are they?");
  CHECK(t.platform.focused == "g/zone/search");
  t.app->textChanged("g/zone/search", "sao pau");
  t.settle();
  CHECK(t.sees("America/Sao_Paulo, 04:33 now"));
  t.submit("Search", "sao pau");
  CHECK(t.find("Where are they?, Sao Paulo"));
}

}  // namespace cairn::pickers_test

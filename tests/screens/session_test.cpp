#include <doctest/doctest.h>

#include "screens/tester.hpp"

namespace cairn::session_test {

TEST_CASE("session: its state is chosen by the clock") {
  Tester t;
  t.startWith("Amina", "today 9:00");
  t.press("Amina");
  t.press("First session");
  CHECK(t.sees("To talk about"));
  CHECK_FALSE(t.find("End the call"));
  t.platform.clock += 100 * kMinute;  // 09:13
  t.go(t.platform.addresses.back());
  CHECK(t.find("End the call"));
  t.platform.clock += 3 * 60 * kMinute;
  t.go(t.platform.addresses.back());
  CHECK(t.sees("Did it happen?"));
}

TEST_CASE("session: one that passed is not recorded, asked once, and counts when it was held") {
  Tester t;
  t.startWith("Amina", "today 9:00");
  t.platform.clock += 5 * 60 * kMinute;
  t.go("#/");
  CHECK(t.sees("Did it happen?"));
  t.press("Held, First session");
  CHECK_FALSE(t.sees("Did it happen?"));
  t.press("Mentorships");
  CHECK(t.sees("1 session held"));
}

TEST_CASE("session: a week without an hour is planned, shown and moved") {
  Tester t;
  t.startWith("Amina", "week of 9 November");
  CHECK_MESSAGE(t.sees("Week of Mon 9 Nov"), t.screen());
  t.type("When", "wed 11 nov 10:30");
  CHECK(t.sees("Wed 11 Nov, 10:30"));
}

TEST_CASE("session: a pasted checklist becomes sections, items and dates") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.press("Goals");
  t.press("Paste a checklist");
  t.type("Checklist as Markdown",
         "Before Week 1 (Jan 29): Your first call\n- [ ] Do the [self-assessment](https://example.org/a)\n- [x] Say "
         "hello\n");
  CHECK(t.sees("This becomes 2 items"));
  CHECK_MESSAGE(t.sees("due Fri 29 Jan 2027"), t.screen());
  t.press("Add this checklist");
  CHECK(t.sees("1 of 2 done"));
  CHECK(t.find("Do the self-assessment"));
}

TEST_CASE("goal: added, given an expected outcome and a date, reached") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.press("Goals");
  t.submit("Add a goal", "Lead a release");
  t.type("Expected outcome", "It is out.");
  t.type("By when", "30 June");
  CHECK_MESSAGE(t.sees("Wed 30 Jun 2027"), t.screen());
  t.press("Reached");
  CHECK(*t.only().goals.begin()->second.status == GoalStatus::reached);
  t.press("More for “Lead a release”");
  t.press("Remove");
  CHECK_FALSE(t.find("Expected outcome"));
  t.press("Undo this");
  CHECK(t.find("Expected outcome")->value == "It is out.");
}

TEST_CASE("session: its kind, length and way are changed where they stand") {
  Tester t;
  t.startWith("Amina");
  const auto session = [&]() -> const Session& { return t.only().sessions.begin()->second; };
  t.press("Kind: Session");
  t.press("Check-up");
  CHECK(*session().kind == SessionKind::checkUp);
  CHECK(*session().minutes == 10);
  t.press("Kind: Check-up");
  t.press("Kind: Check-up");
  t.press("Closing session");
  t.press("How long: 10 minutes");
  t.press("60 minutes");
  CHECK(*session().minutes == 60);
  t.press("By what way: by video");
  t.press("by phone");
  CHECK(*session().how == SessionHow::phone);
  CHECK(t.find("Guide: a good ending"));
}

TEST_CASE("session: a logged talk says in its wrap-up on which day it was") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.press("More for “Amina”");
  t.press("Log a talk of today");
  CHECK_MESSAGE(t.sees("Did it happen?"), t.screen());
  t.type("When", "last fri");
  CHECK(t.sees("Fri 23 Oct"));
}

TEST_CASE("session: in the first talk, what was found stands at its place: goal, day and agreement") {
  Tester t;
  t.startWith("Amina");
  CHECK(t.find("Begin the whole mentorship from a template"));
  t.press("Talk");
  t.submit("Add a goal", "Lead a release");
  t.type("By when", "20 Dec");
  t.press("Begin with the usual sentences");
  CHECK(*t.only().goals.begin()->second.due == dateOf({2026, 12, 20}));
  t.press("How often: every 2 weeks");
  t.press("every 3 weeks");
  CHECK(t.sees("We meet every 3 weeks"));
}

TEST_CASE("session: where the day is another one for them, their clock says which") {
  Tester t;
  t.startWith("Amina");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.type("Time zone", "Pacific/Kiritimati");
  t.platform.clock += 6 * 60 * kMinute;
  t.go(sessionAddress(t.only().id, t.only().sessions.begin()->first, SessionView::talk));
  CHECK_MESSAGE(t.sees("Tue 03:33 for Amina"), t.screen());
}

}  // namespace cairn::session_test

#include <doctest/doctest.h>

#include "insight/today.hpp"
#include "query/lists.hpp"
#include "tester.hpp"

namespace cairn::goals_test {

namespace {

/// A running mentorship with one goal, on its Goals.
struct WithGoal : Tester {
  WithGoal() {
    startWith("Amina");
    go(mentorshipAddress(only().id, Screen::goals));
    submit("Add a goal", "Lead a release");
    type("Expected outcome", "Version 2.4 is out.");
  }
};
const Goal& goalOf(const Tester& t) { return t.only().goals.begin()->second; }

}  // namespace

TEST_CASE("goals: a wish with its expected outcome is enough; rungs are added one by one") {
  WithGoal t;
  CHECK_FALSE(t.sees("More than expected"));
  t.press("More about this goal");
  t.press("Add “More than expected”");
  t.type("More than expected", "Two releases are out.");
  CHECK(*goalOf(t).more == "Two releases are out.");
  CHECK(t.find("Add “Much less than expected”"));
  t.type("Why it matters", "She wants to be trusted with it.");
  CHECK(*goalOf(t).why == "She wants to be trusted with it.");
}

TEST_CASE("goals: choosing a rung records a level, one a day, with what shows it") {
  WithGoal t;
  t.press("Where does it stand?");
  t.press("As expected");
  REQUIRE(t.only().progress.size() == 1);
  CHECK(rungOf(t.only(), goalOf(t).id) == Rung::expected);
  t.press("More than expected");
  CHECK(t.only().progress.size() == 1);
  t.type("What shows it?", "Nobody had to help.");
  CHECK(t.sees("Stands: More than expected"));
  CHECK_FALSE(t.sees("From As expected"));
  t.platform.clock += Instant{7} * 24 * 3600 * 1000;
  t.press("Much more than expected");
  CHECK(t.only().progress.size() == 2);
  CHECK(t.sees("From More than expected to Much more than expected."));
  CHECK(t.sees("Nobody had to help."));
}

TEST_CASE("goals: a measure in numbers, from a baseline to a target, is a line") {
  WithGoal t;
  t.press("More about this goal");
  t.press("Measure it in numbers");
  t.type("What is counted", "reviews a week");
  t.type("At the start", "a few");
  CHECK(t.sees("Not a number yet. Try 12 or 12.5."));
  t.type("At the start", "2,5");
  CHECK(goalOf(t).baseline->digits == "2.5");
  t.type("Target", "8");
  t.press("Where does it stand?");
  t.type("Now (reviews a week)", "4");
  CHECK(t.sees("From 2.5 reviews a week to 4 reviews a week. Target: 8 reviews a week"));
  CHECK(t.sees("Stands: 4 reviews a week"));
}

TEST_CASE("goals: what both accepted stays as an earlier version when it changes, and undo takes both back") {
  WithGoal t;
  t.press("More about this goal");
  t.press("We both accept this measure");
  CHECK(t.sees("Both accepted this measure today."));
  t.type("Expected outcome", "Version 2.4 is out by May.");
  CHECK(t.sees(": Version 2.4 is out."));
  CHECK(t.sees("were other words."));
  t.press("Undo");
  CHECK(*goalOf(t).expected == "Version 2.4 is out.");
  CHECK(t.sees("Both accepted this measure today."));
}

TEST_CASE("goals: the score is explained in place, and milestones are steps") {
  WithGoal t;
  t.press("Where does it stand?");
  t.submit("Add a next step", "Write the plan");
  CHECK(*t.only().steps.begin()->second.homeKind == HomeKind::goal);
  t.press("As expected");
  CHECK_FALSE(t.sees("Goal score"));
  t.press("Stands: As expected");
  t.press("More about this goal");
  for (const auto* rung :
       {"More than expected", "Less than expected", "Much more than expected", "Much less than expected"}) {
    t.press("Add “" + std::string(rung) + "”");
    t.type(rung, "Words.");
  }
  CHECK(t.sees("Goal score 50"));
  CHECK(t.sees("1 of 1 goals count"));
  t.press("How it is reckoned");
  CHECK(t.sees("Kiresuk and Sherman"));
}

TEST_CASE("goals: a level that still holds is recorded again on a later day, and once a day") {
  WithGoal t;
  t.press("Where does it stand?");
  t.press("As expected");
  t.press("As expected");
  CHECK(t.only().progress.size() == 1);
  t.platform.clock += 7 * kDay;
  t.press("As expected");
  CHECK(t.only().progress.size() == 2);
}

TEST_CASE("goals: the earlier version of a measure tells its numbers and rungs, too") {
  WithGoal t;
  t.press("More about this goal");
  t.press("Measure it in numbers");
  t.type("What is counted", "reviews");
  t.type("Target", "8");
  t.press("We both accept this measure");
  t.type("Target", "12");
  CHECK_MESSAGE(t.sees("Version 2.4 is out. · Target: 8 reviews"), t.screen());
}

TEST_CASE("goals: they and their milestones stand in the order that people choose; undo takes it back") {
  WithGoal t;
  t.submit("Add a goal", "Learn to say no");
  const auto titles = [&] {
    std::string all;
    for (const Goal* goal : goalsInOrder(t.only())) all += *goal->title + ", ";
    return all;
  };
  REQUIRE(titles() == "Lead a release, Learn to say no, ");
  t.press("More for “Lead a release”");
  CHECK_FALSE(t.find("Move up"));
  t.press("Move down");
  CHECK(titles() == "Learn to say no, Lead a release, ");
  t.press("More for “Lead a release”");
  t.press("Move up");
  CHECK(titles() == "Lead a release, Learn to say no, ");
  t.press("More for “Lead a release”");
  t.press("Move down");
  t.app->shortcut("Ctrl+Z", false);
  t.settle();
  CHECK(titles() == "Lead a release, Learn to say no, ");
}

TEST_CASE("checklists: a section's items are moved by their grips, within the whole list's order") {
  Tester t;
  t.startWith("Amina");
  const Id id = t.only().id;
  t.go(mentorshipAddress(id, Screen::goals));
  t.press("Paste a checklist");
  t.type("Name of the checklist", "Before we start");
  t.type("Checklist as Markdown", "## First\n- [ ] a\n- [ ] b\n## Then\n- [ ] c\n- [ ] d\n- [ ] e\n");
  t.press("Add this checklist");
  const auto texts = [&] {
    std::string all;
    for (const Step* step : stepsInOrder(t.only(), HomeKind::checklist, t.only().checklists.begin()->first)) {
      all += *step->section + ":" + *step->text + " ";
    }
    return all;
  };
  REQUIRE_MESSAGE(texts() == "First:a First:b Then:c Then:d Then:e ", t.screen());
  t.arrow(std::string(t.find("Move “e”")->key), -2);
  CHECK(texts() == "First:a First:b Then:e Then:c Then:d ");
  t.arrow(std::string(t.find("Move “a”")->key), 5);
  CHECK(texts() == "First:b First:a Then:e Then:c Then:d ");
}

}  // namespace cairn::goals_test

#include "insight/today.hpp"
#include "platform/headless/native_zones.hpp"
#include "query/moment.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace cairn::today_test {

namespace {

const Date kToday = dateOf({2026, 11, 24});

struct Fixture {
  Workspace workspace;
  NativeZones zones;
  Moment moment{instantAt({kToday, TimeOfDay{600}}, 0), {kToday, TimeOfDay{600}}};
  std::uint64_t next = 1;

  Mentorship& mentorship(const std::string& with) {
    Mentorship& made = workspace.at(Id{1, next++});
    made.stage.set(Stage::running);
    thingAt(made.people, Id{2, 1}).name.set(with);
    thingAt(made.people, Id{2, 2}).name.set("Me");
    made.me.set(Id{2, 2});
    return made;
  }
  Session& session(Mentorship& of, Date date, Outcome outcome) {
    Session& made = thingAt(of.sessions, Id{3, next++});
    made.date.set(date);
    made.time.set(TimeOfDay{960});
    made.zone.set("Europe/Lisbon");
    made.outcome.set(outcome);
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "today: calls soonest first, what passed unrecorded, my steps that are due") {
  Mentorship& amina = mentorship("Amina");
  Mentorship& zoe = mentorship("Zoë");
  session(amina, kToday.plus(3), Outcome::notRecorded);
  session(zoe, kToday, Outcome::notRecorded);
  session(zoe, kToday.plus(-7), Outcome::notRecorded);
  const auto step = [&](const Id& owner, Date due) {
    Step& made = thingAt(amina.steps, Id{4, next++});
    made.text.set("Step");
    made.owner.set(owner);
    made.due.set(due);
  };
  step(Id{2, 2}, kToday);
  step(Id{2, 2}, kToday.plus(-20));
  step(Id{2, 2}, kToday.plus(8));
  step(Id{2, 1}, kToday);
  thingAt(amina.reviews, Id{5, 1}).date.set(kToday.plus(10));
  const Today today = todayOf(workspace, zones, moment);
  REQUIRE(today.calls.size() == 2);
  CHECK(today.calls[0].mentorship == &zoe);
  REQUIRE(today.unrecorded.size() == 1);
  CHECK(today.unrecorded[0].mentorship == &zoe);
  REQUIRE(today.steps.size() == 2);
  CHECK(*today.steps[0].step->due == kToday.plus(-20));
  CHECK(today.reviews.size() == 1);
  CHECK(today.quiet.empty());
}

TEST_CASE_FIXTURE(Fixture, "quiet: 1.5 times the cadence without a word, and only where nothing explains it") {
  Mentorship& amina = mentorship("Amina");
  session(amina, kToday.plus(-22), Outcome::held);
  CHECK(isQuiet(amina, zones, moment));  // 14 days where nothing is known
  thingAt(amina.letter, onlyId("letter", amina.id)).everyWeeks.set(4);
  CHECK_FALSE(isQuiet(amina, zones, moment));
  amina.letter.clear();
  thingAt(amina.contacts, Id{6, 1}).date.set(kToday.plus(-5));
  CHECK_FALSE(isQuiet(amina, zones, moment));
  amina.contacts.clear();
  amina.stage.set(Stage::paused);
  amina.pausedUntil.set(kToday.plus(1));
  CHECK_FALSE(isQuiet(amina, zones, moment));
  amina.pausedUntil.set(kToday);
  CHECK(isQuiet(amina, zones, moment));
  session(amina, kToday.plus(30), Outcome::notRecorded);
  CHECK_FALSE(isQuiet(amina, zones, moment));
}

TEST_CASE_FIXTURE(Fixture, "cadence: the letter, the series, what was held, or a fortnight") {
  Mentorship& amina = mentorship("Amina");
  CHECK(cadenceDays(amina) == 14);
  for (const int day : {-60, -39, -18, -10}) session(amina, kToday.plus(day), Outcome::held);
  CHECK(cadenceDays(amina) == 21);
  thingAt(amina.series, Id{7, 1}).everyWeeks.set(1);
  CHECK(cadenceDays(amina) == 7);
}

TEST_CASE_FIXTURE(Fixture, "goal score: 50 when all are as expected; the published example of two goals") {
  Mentorship& amina = mentorship("Amina");
  const auto goal = [&](std::uint64_t number, std::int64_t weight, Rung rung) {
    Goal& made = thingAt(amina.goals, Id{8, number});
    made.title.set("Goal");
    for (auto* words : {&made.muchLess, &made.less, &made.expected, &made.more, &made.muchMore}) words->set("x");
    made.weight.set(weight);
    Progress& progress = thingAt(amina.progress, Id{9, number});
    progress.goal.set(made.id);
    progress.date.set(kToday);
    progress.rung.set(rung);
  };
  CHECK_FALSE(goalScore(amina));
  goal(1, 1, Rung::expected);
  CHECK(goalScore(amina)->score == doctest::Approx(50));
  goal(1, 1, Rung::more);
  goal(2, 1, Rung::more);
  // 50 + 10·2 / √(0.7·2 + 0.3·4)
  CHECK(goalScore(amina)->score == doctest::Approx(62.4035));
  goal(2, 3, Rung::muchLess);
  CHECK(goalScore(amina)->score == doctest::Approx(50 + 10 * (1.0 - 6.0) / std::sqrt(0.7 * 10 + 0.3 * 16)));
  amina.goals.at(Id{8, 1}).muchMore.set("");
  CHECK(goalScore(amina)->counted == 1);
  CHECK(goalScore(amina)->all == 2);
}

TEST_CASE_FIXTURE(Fixture, "today: while paused nothing is asked and nothing is late") {
  Mentorship& amina = mentorship("Amina");
  session(amina, kToday.plus(-7), Outcome::notRecorded);
  Step& late = thingAt(amina.steps, Id{4, 1});
  late.text.set("Step");
  late.due.set(kToday.plus(-20));
  CHECK(todayOf(workspace, zones, moment).unrecorded.size() == 1);
  CHECK(todayOf(workspace, zones, moment).steps.size() == 1);
  amina.stage.set(Stage::paused);
  amina.pausedUntil.set(kToday.plus(7));
  CHECK(todayOf(workspace, zones, moment).unrecorded.empty());
  CHECK(todayOf(workspace, zones, moment).steps.empty());
}

TEST_CASE_FIXTURE(Fixture, "quiet: a call without a date explains nothing") {
  Mentorship& amina = mentorship("Amina");
  session(amina, kToday.plus(-60), Outcome::held);
  session(amina, kToday.plus(3), Outcome::notRecorded);
  CHECK_FALSE(isQuiet(amina, zones, moment));
  amina.sessions.rbegin()->second.date.set(Date{});
  CHECK(isQuiet(amina, zones, moment));
}

TEST_CASE_FIXTURE(Fixture,
                  "today: an item of a checklist is mine once I have it; a step of a session also while nobody has") {
  Mentorship& amina = mentorship("Amina");
  const auto step = [&](HomeKind home, const Id& owner) {
    Step& made = thingAt(amina.steps, Id{6, next++});
    made.text.set("Read");
    made.homeKind.set(home);
    made.owner.set(owner);
    made.due.set(kToday);
  };
  step(HomeKind::checklist, Id{});
  CHECK(todayOf(workspace, zones, moment).steps.empty());
  step(HomeKind::checklist, Id{2, 2});
  step(HomeKind::session, Id{});
  step(HomeKind::session, Id{2, 1});
  CHECK(todayOf(workspace, zones, moment).steps.size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "keep a file: once something was held, and every four weeks") {
  Mentorship& amina = mentorship("Amina");
  CHECK_FALSE(shouldKeepFile(workspace, moment.now));
  session(amina, kToday, Outcome::held);
  CHECK(shouldKeepFile(workspace, moment.now));
  workspace.settings.keptAt.set(moment.now - 27 * kDay);
  CHECK_FALSE(shouldKeepFile(workspace, moment.now));
  workspace.settings.keptAt.set(moment.now - 29 * kDay);
  CHECK(shouldKeepFile(workspace, moment.now));
  workspace.settings.keptAt.set(0);
  amina.example.set(true);
  CHECK_FALSE(shouldKeepFile(workspace, moment.now));
}

TEST_CASE_FIXTURE(Fixture, "today: what waits longest is asked for first, whoever it was with") {
  session(mentorship("Amina"), kToday.plus(-2), Outcome::notRecorded);
  session(mentorship("Zoe"), kToday.plus(-9), Outcome::notRecorded);
  const Today today = todayOf(workspace, zones, moment);
  REQUIRE(today.unrecorded.size() == 2);
  CHECK(*today.unrecorded[0].session->date == kToday.plus(-9));
  CHECK(*today.unrecorded[1].session->date == kToday.plus(-2));
}

}  // namespace cairn::today_test

// Cadences that go on, pauses, ends, and going on after them.
#include <doctest/doctest.h>

#include <algorithm>

#include "command/cadence.hpp"
#include "command/mentorships.hpp"
#include "command/sessions.hpp"
#include "platform/headless/native_zones.hpp"
#include "query/sessions.hpp"
#include "unit/command/one_mentorship.hpp"

namespace cairn::pausing_test {
using cairn::tests::OneMentorship;

namespace {

struct Fixture : OneMentorship {
  Id session{3, 1};
  NativeZones zones;

  Fixture() {
    start([&](Mentorship& edit) { thingAt(edit.sessions, session).date.set(dateOf({2026, 3, 17})); });
  }
  Id plan(Date date) {
    const Id made{9, 9};
    Command command{CommandName::sessionPlan, {}, {}};
    Session& planned = thingAt(command.edit.at(id).sessions, made);
    planned.date.set(date);
    planned.outcome.set(Outcome::notRecorded);
    run(command);
    return made;
  }
  /// A cadence from day 20000 on, changed to on the day before it.
  Series cadence(std::uint64_t number, int weeks, Date until) {
    Series series;
    series.id = Id{6, number};
    series.everyWeeks.set(weeks);
    series.first.set(Date{20000});
    run(changeCadence(mentorship(), series, Date{19999}, until, zones));
    return series;
  }
  bool planned(const Series& series, int day) {
    return findAlive(mentorship().sessions, sessionIdOf(series.id, Date{day})) != nullptr;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "pause: what a cadence has planned in it goes, what was written in stays, undo brings all back") {
  const Series series = cadence(1, 1, Date{20042});
  const std::size_t all = sessionsInOrder(mentorship()).size();
  Command note{CommandName::textEdit, {}, {}};
  thingAt(note.edit.at(id).sessions, sessionIdOf(series.id, Date{20014})).notes.set("Bring the draft");
  run(note);
  const Change pause = run(pauseUntil(mentorship(), Date{20001}, Date{20029}, zones));
  CHECK(sessionsInOrder(mentorship()).size() == all - 3);
  CHECK(planned(series, 20014));
  CHECK(planned(series, 20035));
  run(undoOf(model, pause).command);
  CHECK(sessionsInOrder(mentorship()).size() == all);
}

TEST_CASE_FIXTURE(Fixture, "resume: what the pause took and still lies ahead comes back") {
  const Series series = cadence(1, 1, Date{20042});
  run(pauseUntil(mentorship(), Date{20001}, Date{20029}, zones));
  REQUIRE_FALSE(planned(series, 20014));
  run(resume(mentorship(), Date{20010}, zones));
  CHECK_FALSE(planned(series, 20007));
  for (const int day : {20000, 20014, 20021, 20028, 20035, 20042}) CHECK(planned(series, day));
}

TEST_CASE_FIXTURE(Fixture, "cadence: a day with a session gets no second one, and it goes on as long as it is used") {
  const Id first = plan(Date{20007});
  const Series series = cadence(1, 1, Date{20014});
  CHECK(planned(series, 20000));
  CHECK_FALSE(planned(series, 20007));
  Command held = recordOutcome(mentorship(), mentorship().sessions.at(first), Outcome::held, 5000);
  goOn(mentorship(), held, Date{20014}, Date{20022}, zones);
  run(held);
  CHECK(planned(series, 20021));
}

TEST_CASE_FIXTURE(Fixture, "cadence: another one on the same weekday takes the place of the first") {
  const Series weekly = cadence(1, 1, Date{20028});
  const Series fortnightly = cadence(2, 2, Date{20028});
  // On a day that stays it is the same session: a calendar that has it moves it, and does not double it.
  for (const int day : {20000, 20014, 20028}) {
    CHECK(planned(weekly, day));
    CHECK_FALSE(planned(fortnightly, day));
    CHECK(*mentorship().sessions.at(sessionIdOf(weekly.id, Date{day})).series == fortnightly.id);
  }
  for (const int day : {20007, 20021}) CHECK_FALSE(planned(weekly, day));
  CHECK(sessionsInOrder(mentorship()).size() == 3 + 1);  // and the fixture's own
}

TEST_CASE_FIXTURE(Fixture,
                  "pause: a shorter one gives back what it no longer takes; one without an end gives all back") {
  const Series series = cadence(1, 1, Date{20042});
  run(pauseUntil(mentorship(), Date{20001}, Date{20029}, zones));
  REQUIRE_FALSE(planned(series, 20021));
  run(pauseUntil(mentorship(), Date{20002}, Date{20015}, zones));
  CHECK_FALSE(planned(series, 20014));
  for (const int day : {20021, 20028, 20035}) CHECK(planned(series, day));
  run(pauseUntil(mentorship(), Date{20002}, Date{}, zones));
  run(resume(mentorship(), Date{20003}, zones));
  for (const int day : {20007, 20014, 20021}) CHECK(planned(series, day));
}

TEST_CASE_FIXTURE(Fixture, "finish: what was planned behind it goes, what was held stays, undo brings all back") {
  cadence(1, 1, Date{20042});
  const std::size_t all = sessionsInOrder(mentorship()).size();
  const Change ended = run(finish(mentorship(), Ending::completed, Date{20014}));
  CHECK(sessionsInOrder(mentorship()).size() == all - 4 - 1);  // and the fixture's own
  run(undoOf(model, ended).command);
  CHECK(sessionsInOrder(mentorship()).size() == all);
}

TEST_CASE_FIXTURE(Fixture, "resume: what an end took comes back, and nothing bounds it any more") {
  const Series series = cadence(1, 1, Date{20042});
  run(finish(mentorship(), Ending::completed, Date{20014}));
  REQUIRE_FALSE(planned(series, 20021));
  run(resume(mentorship(), Date{20015}, zones));
  for (const int day : {20021, 20028, 20042}) CHECK(planned(series, day));
  CHECK_FALSE(*mentorship().end);
}

TEST_CASE_FIXTURE(Fixture, "resume: behind a pause without a day nothing is planned after the agreed end") {
  const Series series = cadence(1, 1, Date{20042});
  Command agreed{CommandName::textEdit, {}, {}};
  agreed.edit.at(id).end.set(Date{20070});
  run(agreed);
  run(pauseUntil(mentorship(), Date{20015}, Date{}, zones));
  run(resume(mentorship(), Date{20022}, zones));
  CHECK(planned(series, 20070));
  const auto sessions = sessionsInOrder(mentorship());
  const auto behind = [](const Session* one) { return *one->series && *one->date > Date{20070}; };
  CHECK(std::none_of(sessions.begin(), sessions.end(), behind));
}

TEST_CASE_FIXTURE(Fixture, "cadence: a week without an hour gets the hour of the new one, and no second session") {
  const Series weekly = cadence(1, 1, Date{20014});
  REQUIRE(*mentorship().sessions.at(sessionIdOf(weekly.id, Date{20007})).weekOf);
  Series timed;
  timed.id = Id{6, 2};
  timed.everyWeeks.set(1);
  timed.first.set(Date{20000});
  timed.time.set(TimeOfDay{16 * 60});
  timed.zone.set("Europe/Lisbon");
  run(changeCadence(mentorship(), timed, Date{19999}, Date{20014}, zones));
  const Session& kept = mentorship().sessions.at(sessionIdOf(weekly.id, Date{20007}));
  CHECK_FALSE(*kept.weekOf);
  CHECK(kept.time->minutes == 16 * 60);
  CHECK_FALSE(planned(timed, 20007));
}

TEST_CASE_FIXTURE(Fixture, "cadence: what it goes on with lies ahead, never on a day on which nothing happened") {
  const Id first = plan(Date{20000});
  const Series series = cadence(1, 1, Date{20007});
  Command missed = recordOutcome(mentorship(), mentorship().sessions.at(first), Outcome::didNotHappen, 0);
  goOn(mentorship(), missed, Date{20001}, Date{20014}, zones);
  run(missed);
  CHECK_FALSE(planned(series, 20000));
  CHECK(planned(series, 20014));
}

}  // namespace cairn::pausing_test

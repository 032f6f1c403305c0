// Cadences that change, sessions without a day, and what is left alone where somebody has written.
#include <doctest/doctest.h>

#include "command/agenda.hpp"
#include "command/cadence.hpp"
#include "command/mentorships.hpp"
#include "command/sessions.hpp"
#include "platform/headless/native_zones.hpp"
#include "unit/command/one_mentorship.hpp"

namespace cairn::planning_test {
using cairn::tests::OneMentorship;

namespace {

struct Fixture : OneMentorship {
  Id first{3, 1};
  NativeZones zones;

  Fixture() {
    start([&](Mentorship& edit) { thingAt(edit.sessions, first).title.set("Call"); });
  }
  const Session& session(const Series& series, int day) {
    return mentorship().sessions.at(sessionIdOf(series.id, Date{day}));
  }
  bool planned(const Series& series, int day) {
    return findAlive(mentorship().sessions, sessionIdOf(series.id, Date{day})) != nullptr;
  }
  static Series weekly(std::uint64_t number, int day = 20000) {
    Series series;
    series.id = Id{6, number};
    series.everyWeeks.set(1);
    series.first.set(Date{day});
    return series;
  }
  static Series timed(std::uint64_t number, const std::string& zone) {
    Series series = weekly(number);
    series.time.set(TimeOfDay{960});
    series.zone.set(zone);
    return series;
  }
  void changeTo(const Series& series, int until = 20021) {
    run(changeCadence(mentorship(), series, Date{19999}, Date{until}, zones));
  }
  template <class Write>
  void write(Write&& writeIn) {
    change(CommandName::textEdit, writeIn);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "record: taken back it keeps the agenda, and held twice it keeps the first instant") {
  write([&](Mentorship& edit) {
    thingAt(edit.lines, Id{5, 1}).text.set("Talk");
    thingAt(edit.lines, Id{5, 1}).session.set(first);
    thingAt(edit.lines, Id{5, 2}).text.set("Removed");
    thingAt(edit.lines, Id{5, 2}).session.set(first);
  });
  run(Command{CommandName::lineRemove, {}, {{id, "lines", Id{5, 2}}}});
  const auto record = [&](Outcome outcome, Instant at) {
    run(recordOutcome(mentorship(), mentorship().sessions.at(first), outcome, at));
  };
  record(Outcome::notRecorded, 0);
  CHECK(*mentorship().lines.at(Id{5, 1}).session == first);
  CHECK(*mentorship().sessions.at(first).heldAt == 0);
  record(Outcome::held, 5000);
  record(Outcome::notRecorded, 0);
  record(Outcome::held, 9000);
  CHECK(*mentorship().sessions.at(first).heldAt == 5000);
  CHECK_FALSE(*mentorship().lines.at(Id{5, 1}).session);
  CHECK_FALSE(isAlive(mentorship().lines.at(Id{5, 2})));
}

TEST_CASE_FIXTURE(Fixture, "record: the prompts of a check-up that were not reached do not come again") {
  write([&](Mentorship& edit) {
    thingAt(edit.lines, promptId(first, 0)).text.set("How is it going?");
    thingAt(edit.lines, promptId(first, 0)).session.set(first);
  });
  run(recordOutcome(mentorship(), mentorship().sessions.at(first), Outcome::held, 5000));
  CHECK(*mentorship().lines.at(promptId(first, 0)).session == first);
}

TEST_CASE_FIXTURE(Fixture, "cadence: a session that was prepared without a day gets the first one") {
  const Series series = timed(1, "Europe/Lisbon");
  write([&](Mentorship& edit) { thingAt(edit.sessions, Id{3, 2}).date.set(Date{20500}); });
  Command command = changeCadence(mentorship(), series, Date{19999}, Date{20014}, zones);
  thingAt(command.edit.at(id).sessions, Id{3, 3}).series.set(Id{6, 9});
  thingAt(command.edit.at(id).sessions, Id{3, 3}).date.set(Date{19000});
  thingAt(command.edit.at(id).sessions, Id{3, 4}).series.set(series.id);
  takeFirstDay(command, mentorship(), mentorship().sessions.at(first), series.id);
  const auto& sessions = command.edit.at(id).sessions;
  CHECK_FALSE(sessions.contains(sessionIdOf(series.id, Date{20000})));
  CHECK(sessions.contains(sessionIdOf(series.id, Date{20007})));
  CHECK(*sessions.at(first).date == Date{20000});
  CHECK(*sessions.at(first).time == TimeOfDay{960});
  CHECK(*sessions.at(first).zone == "Europe/Lisbon");
  CHECK(sessions.at(first).offset.isPending() == (*sessions.at(first).offset != 0));
}

TEST_CASE_FIXTURE(Fixture, "cadence: in summer the first day brings its offset along, without an hour there is none") {
  Series series = timed(1, "Europe/Lisbon");
  series.first.set(dateOf({2026, 7, 1}));
  Command summer = changeCadence(mentorship(), series, Date{19999}, dateOf({2026, 7, 15}), zones);
  takeFirstDay(summer, mentorship(), mentorship().sessions.at(first), series.id);
  CHECK(*summer.edit.at(id).sessions.at(first).offset == 60);
  const Series untimed = weekly(2);
  Command weeks = changeCadence(mentorship(), untimed, Date{19999}, Date{20014}, zones);
  takeFirstDay(weeks, mentorship(), mentorship().sessions.at(first), untimed.id);
  CHECK(*weeks.edit.at(id).sessions.at(first).weekOf);
  CHECK(weeks.edit.at(id).sessions.at(first).time.silent());
  CHECK(weeks.edit.at(id).sessions.at(first).zone.silent());
  Command none{CommandName::sessionPlan, {}, {}};
  takeFirstDay(none, mentorship(), mentorship().sessions.at(first), untimed.id);
  CHECK(none.edit.at(id).sessions.empty());
}

TEST_CASE_FIXTURE(Fixture, "cadence: in a zone that nobody knows the wall time stands without an offset") {
  const Series series = timed(1, "Nowhere/At all");
  changeTo(series);
  REQUIRE(planned(series, 20000));
  CHECK(*session(series, 20000).time == TimeOfDay{960});
  CHECK(session(series, 20000).offset.silent());
}

TEST_CASE_FIXTURE(Fixture, "cadence: changed, it leaves alone what was written in, held, removed or lies behind") {
  const Series old = weekly(1);
  changeTo(old, 20042);
  write([&](Mentorship& edit) {
    thingAt(edit.sessions, sessionIdOf(old.id, Date{20007})).privateNotes.set("Mine");
    thingAt(edit.sessions, sessionIdOf(old.id, Date{20014})).outcome.set(Outcome::didNotHappen);
  });
  run(Command{CommandName::sessionRemove, {}, {{id, "sessions", sessionIdOf(old.id, Date{20021})}}});
  const Series other = weekly(2, 20001);
  run(changeCadence(mentorship(), other, Date{20000}, Date{20029}, zones));
  for (const int day : {20000, 20007, 20014}) CHECK(planned(old, day));
  for (const int day : {20021, 20028, 20035, 20042}) CHECK_FALSE(planned(old, day));
  for (const int day : {20001, 20008, 20015, 20022, 20029}) CHECK(planned(other, day));
}

TEST_CASE_FIXTURE(Fixture, "cadence: of two sessions on a day that stays one is kept, and the other goes") {
  const Series one = weekly(1);
  changeTo(one, 20007);
  // The other side has begun its own on the same days.
  const Series two = weekly(2);
  write([&](Mentorship& edit) {
    thingAt(edit.series, two.id) = two;
    Session& double_ = thingAt(edit.sessions, sessionIdOf(two.id, Date{20007}));
    double_.date.set(Date{20007});
    double_.series.set(two.id);
    double_.weekOf.set(true);
  });
  const Series three = weekly(3);
  changeTo(three, 20007);
  const auto ours = [&](int day) {
    return (planned(one, day) ? 1 : 0) + (planned(two, day) ? 1 : 0) + (planned(three, day) ? 1 : 0);
  };
  CHECK(ours(20000) == 1);
  CHECK(ours(20007) == 1);
}

TEST_CASE_FIXTURE(Fixture, "cadence: the same one, changed, leaves its own days") {
  Series series = weekly(1);
  changeTo(series, 20014);
  series.everyWeeks.set(2);
  changeTo(series, 20028);
  for (const int day : {20000, 20007, 20014, 20028}) CHECK(planned(series, day));
  CHECK_FALSE(planned(series, 20021));
}

TEST_CASE_FIXTURE(Fixture, "cadence: it goes on up to the agreed end, and without one there is nothing to go on with") {
  Command nothing{CommandName::sessionRecord, {}, {}};
  goOn(mentorship(), nothing, Date{20000}, Date{20100}, zones);
  CHECK(nothing.edit.mentorships.empty());
  const Change resumed = run(resume(mentorship(), Date{20000}, zones));
  CHECK(resumed.delta.mentorships.at(id).sessions.empty());
  const Series series = weekly(1);
  changeTo(series, 20000);
  write([&](Mentorship& edit) { edit.end.set(Date{20014}); });
  Command more{CommandName::sessionRecord, {}, {}};
  goOn(mentorship(), more, Date{20000}, Date{20100}, zones);
  run(more);
  CHECK(planned(series, 20007));
  CHECK(planned(series, 20014));
  CHECK_FALSE(planned(series, 20021));
  Command earlier{CommandName::sessionRecord, {}, {}};
  goOn(mentorship(), earlier, Date{20000}, Date{20010}, zones);
  CHECK(earlier.edit.at(id).sessions.empty());
}

TEST_CASE_FIXTURE(Fixture, "cadence: a talk that was moved away, removed, or is of a week leaves its day free") {
  write([&](Mentorship& edit) {
    thingAt(edit.sessions, Id{3, 2}).date.set(Date{20000});
    thingAt(edit.sessions, Id{3, 2}).outcome.set(Outcome::moved);
    thingAt(edit.sessions, Id{3, 3}).date.set(Date{20007});
    thingAt(edit.sessions, Id{3, 4}).date.set(Date{20014});
    thingAt(edit.sessions, Id{3, 4}).weekOf.set(true);
    thingAt(edit.sessions, Id{3, 5}).date.set(Date{20021});
    thingAt(edit.sessions, Id{3, 5}).outcome.set(Outcome::held);
  });
  run(Command{CommandName::sessionRemove, {}, {{id, "sessions", Id{3, 3}}}});
  const Series series = weekly(1);
  changeTo(series);
  for (const int day : {20000, 20007, 20014}) CHECK(planned(series, day));
  CHECK_FALSE(planned(series, 20021));
}

TEST_CASE_FIXTURE(Fixture, "resume: a day on which they talk anyway gets no second session") {
  const Series series = weekly(1);
  changeTo(series, 20014);
  run(pauseUntil(mentorship(), Date{20000}, Date{20015}, zones));
  REQUIRE_FALSE(planned(series, 20007));
  write([&](Mentorship& edit) { thingAt(edit.sessions, Id{3, 2}).date.set(Date{20007}); });
  run(resume(mentorship(), Date{20000}, zones));
  CHECK(planned(series, 20000));
  CHECK_FALSE(planned(series, 20007));
  CHECK(planned(series, 20014));
}

TEST_CASE_FIXTURE(Fixture, "finish: what has no day stays") {
  write([&](Mentorship& edit) { thingAt(edit.sessions, Id{3, 2}).date.set(Date{20030}); });
  run(finish(mentorship(), Ending::endedEarly, Date{20014}));
  CHECK(isAlive(mentorship().sessions.at(first)));
  CHECK_FALSE(isAlive(mentorship().sessions.at(Id{3, 2})));
  CHECK(*mentorship().ending == Ending::endedEarly);
}

TEST_CASE_FIXTURE(Fixture, "cadence: a session of one hour gets the hour of the new one, and its zone") {
  const Series old = timed(1, "Europe/Lisbon");
  changeTo(old);
  Series other = timed(2, "Asia/Tokyo");
  other.time.set(TimeOfDay{600});
  changeTo(other);
  const Session& kept = session(old, 20007);
  CHECK(*kept.time == TimeOfDay{600});
  CHECK(*kept.zone == "Asia/Tokyo");
  CHECK(*kept.offset == 540);
  CHECK(kept.weekOf.silent());
}

TEST_CASE_FIXTURE(Fixture, "cadence: changed, it leaves a talk of its own on its day alone, and plans none beside it") {
  const Series old = weekly(1);
  changeTo(old, 20028);
  write([&](Mentorship& edit) { thingAt(edit.sessions, first).date.set(Date{20009}); });
  const Series other = weekly(2, 20002);
  run(changeCadence(mentorship(), other, Date{20000}, Date{20016}, zones));
  CHECK_FALSE(planned(old, 20007));
  CHECK(planned(other, 20002));
  CHECK_FALSE(planned(other, 20009));
  CHECK(planned(other, 20016));
}

TEST_CASE_FIXTURE(Fixture, "cadence: a week without an hour stays one where the new cadence has no hour either") {
  const Series old = weekly(1);
  changeTo(old, 20014);
  run(changeCadence(mentorship(), weekly(2), Date{19999}, Date{20014}, zones));
  for (const int day : {20000, 20007, 20014}) CHECK(*session(old, day).weekOf);
}

}  // namespace cairn::planning_test

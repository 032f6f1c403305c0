
#include <doctest/doctest.h>

#include "platform/headless/native_zones.hpp"
#include "query/people.hpp"
#include "query/reach.hpp"
#include "query/sessions.hpp"

namespace cairn::sessions_test {

namespace {

struct Fixture {
  Mentorship mentorship;
  NativeZones zones;
  Moment moment;

  Fixture() { at({2026, 11, 24}, 12 * 60); }
  void at(Civil day, int minutes) {
    moment.local = {dateOf(day), {minutes}};
    moment.now = instantAt(moment.local, 0);
  }
  Session& add(int number, Civil day, int minutes, bool weekOf = false) {
    Session& session = thingAt(mentorship.sessions, Id{0, static_cast<std::uint64_t>(number)});
    session.date.set(dateOf(day));
    session.weekOf.set(weekOf);
    if (minutes >= 0) session.time.set(TimeOfDay{minutes});
    session.zone.set("Europe/Lisbon");
    session.minutes.set(30);
    return session;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "sessions: the one that runs is still the next one") {
  Session& running = add(1, {2026, 11, 24}, 11 * 60 + 45);
  add(2, {2026, 11, 25}, 60);
  CHECK(nextSession(mentorship, zones, moment) == &running);
  CHECK_FALSE(isNotRecorded(running, zones, moment));
  at({2026, 11, 24}, 12 * 60 + 15);
  CHECK(isNotRecorded(running, zones, moment));
  CHECK(nextSession(mentorship, zones, moment) != &running);
}

TEST_CASE_FIXTURE(Fixture, "sessions: a week has passed only when its Sunday has") {
  Session& week = add(1, {2026, 11, 18}, -1, true);
  CHECK(isNotRecorded(week, zones, moment));
  Session& now = add(2, {2026, 11, 23}, -1, true);
  CHECK_FALSE(isNotRecorded(now, zones, moment));
  CHECK(nextSession(mentorship, zones, moment) == &now);
}

TEST_CASE_FIXTURE(Fixture, "sessions: what was recorded is neither next nor asked for") {
  Session& session = add(1, {2026, 11, 20}, 600);
  session.outcome.set(Outcome::didNotHappen);
  CHECK_FALSE(isNotRecorded(session, zones, moment));
  Session& ahead = add(2, {2026, 11, 27}, 600);
  ahead.outcome.set(Outcome::moved);
  CHECK(nextSession(mentorship, zones, moment) == nullptr);
}

TEST_CASE_FIXTURE(Fixture, "sessions: in order of time; one without a date is last and may be next") {
  add(1, {2026, 12, 1}, 600);
  add(2, {2026, 11, 30}, 600);
  Session& undated = thingAt(mentorship.sessions, Id{0, 3});
  undated.title.set("Some day");
  const auto order = sessionsInOrder(mentorship);
  REQUIRE(order.size() == 3);
  CHECK(order[0]->id.low == 2);
  CHECK(order[2] == &undated);
}

TEST_CASE_FIXTURE(Fixture, "sessions: the zone of the session decides when it ends") {
  Session& session = add(1, {2026, 11, 24}, 21 * 60);
  session.zone.set("Asia/Kolkata");  // 15:30 in Lisbon
  at({2026, 11, 24}, 16 * 60 + 1);
  CHECK(isNotRecorded(session, zones, moment));
}

TEST_CASE_FIXTURE(Fixture, "sessions: the next is suggested for the usual weekday and hour, not for a check-up's") {
  Session usual;
  usual.date.set(dateOf({2026, 11, 10}));
  usual.time.set(TimeOfDay{960});
  usual.minutes.set(45);
  usual.outcome.set(Outcome::held);
  Session checkUp = usual;
  checkUp.date.set(dateOf({2026, 11, 20}));
  checkUp.time.set(TimeOfDay{697});
  checkUp.kind.set(SessionKind::checkUp);
  Session noted;
  noted.date.set(dateOf({2026, 11, 21}));
  noted.outcome.set(Outcome::held);
  CHECK(latestOf({&usual, &checkUp, &noted}) == &usual);
  CHECK(latestOf({&noted}) == &noted);
  const auto next = suggestedAfter(&usual, 16, dateOf({2026, 11, 24}));
  REQUIRE(next);
  CHECK(*next->date == dateOf({2026, 12, 8}));
}

TEST_CASE("sessions: what somebody wrote is opened where it is an address") {
  CHECK(webAddress("https://meet.example.org/a") == "https://meet.example.org/a");
  CHECK(webAddress("meet.example.org/a?b=c") == "https://meet.example.org/a?b=c");
  CHECK(webAddress("mailto:ana@example.org") == "mailto:ana@example.org");
  for (const std::string_view text :
       {"", "amina", "@amina on Signal", "ana@example.org", ".org", "example.", "javascript:a.b", "e.g. Signal"}) {
    CAPTURE(text);
    CHECK(webAddress(text).empty());
  }
}

TEST_CASE("people: a second mentor is on the mentor's side, and on the other side for the mentee") {
  Mentorship mentorship;
  const auto add = [&](std::uint64_t id, const char* name, std::optional<Role> role) {
    Person& person = thingAt(mentorship.people, Id{5, id});
    person.name.addVersion({name, {1, id * 2}, 1});
    if (role)
      static_cast<Field<Choice>&>(person.role).addVersion({Choice{static_cast<int>(*role)}, {1, id * 2 + 1}, 1});
  };
  add(1, "Marta", Role::mentor);
  add(2, "Ben", Role::mentor);
  add(3, "Amina", Role::mentee);
  add(4, "Chidi", Role::mentee);
  const auto names = [&](std::uint64_t me) {
    mentorship.me = {};
    mentorship.me.addVersion({Id{5, me}, {2, 1}, 1});
    return namesOf(mentorship);
  };
  CHECK(names(1) == "Amina, Chidi");
  CHECK(names(3) == "Ben, Marta");
  mentorship.people.erase(Id{5, 3});
  mentorship.people.erase(Id{5, 4});
  CHECK(names(1) == "Ben");  // of mentors alone, the others are the other side
  add(6, "Nobody said", std::nullopt);
  CHECK(names(1) == "Nobody said");
}

}  // namespace cairn::sessions_test

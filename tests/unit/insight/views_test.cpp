#include "insight/views.hpp"
#include "platform/headless/native_zones.hpp"
#include "query/sessions.hpp"

#include <doctest/doctest.h>

namespace cairn::views_test {

namespace {

constexpr Instant kNow = 1'793'000'000'000;  // Mon 26 Oct 2026, 07:33 UTC

struct Fixture {
  NativeZones zones;
  Workspace workspace;
  Mentorship& mentorship = workspace.at(Id{1, 1});
  Moment moment{kNow, localAt(kNow, 0)};

  Session& session(int number, Outcome outcome, int daysFromNow) {
    Session& one = thingAt(mentorship.sessions, Id{2, static_cast<std::uint64_t>(number)});
    one.date.set(moment.local.date.plus(daysFromNow));
    one.time.set(TimeOfDay{16 * 60});
    one.outcome.set(outcome);
    return one;
  }
  Fixture() { mentorship.stage.set(Stage::running); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "views: the next, the first without a word, and what was held") {
  session(1, Outcome::held, -14);
  const Session& waits = session(2, Outcome::notRecorded, -7);
  session(3, Outcome::notRecorded, -3);
  session(4, Outcome::notRecorded, 9);
  const Session& next = session(5, Outcome::notRecorded, 2);
  const MentorshipView view = viewOf(mentorship, zones, moment);
  CHECK(view.next == &next);
  CHECK(view.next == nextSession(mentorship, zones, moment));
  CHECK(view.unrecorded == &waits);
  CHECK(view.held == std::vector<Date>{moment.local.date.plus(-14)});
  CHECK(view.sessions == sessionsInOrder(mentorship));
}

TEST_CASE_FIXTURE(Fixture, "views: without a dated one ahead the next is one without a date") {
  session(1, Outcome::notRecorded, -7);
  Session& open = session(2, Outcome::notRecorded, 0);
  open.date.set(Date{});
  CHECK(viewOf(mentorship, zones, moment).next == &open);
}

TEST_CASE_FIXTURE(Fixture, "views: remembered until they are told to forget") {
  session(1, Outcome::notRecorded, 1);
  Views views(workspace, zones);
  CHECK(views.mentorships().size() == 1);
  CHECK(views.of(mentorship, moment).sessions.size() == 1);
  CHECK(views.isTrue("UTC", moment));
  session(2, Outcome::notRecorded, 2);
  CHECK(views.of(mentorship, moment).sessions.size() == 1);
  CHECK_FALSE(views.isTrue("UTC", moment));
  views.forget();
  CHECK(views.of(mentorship, moment).sessions.size() == 2);
  CHECK(views.isTrue("UTC", moment));
}

TEST_CASE_FIXTURE(Fixture, "views: what is next changes with the minute") {
  session(1, Outcome::notRecorded, 0);  // 16:00 to 16:30 today
  mentorship.sessions.begin()->second.minutes.set(30);
  Views views(workspace, zones);
  CHECK(views.of(mentorship, moment).next);
  const Instant evening = kNow + 10 * 60 * kMinute;
  const Moment later{evening, localAt(evening, 0)};
  CHECK_FALSE(views.of(mentorship, later).next);
  CHECK(views.of(mentorship, later).unrecorded);
}

TEST_CASE_FIXTURE(Fixture, "views: the next turn is when Join comes first, the call, its end, then midnight") {
  session(1, Outcome::notRecorded, 0).zone.set("Africa/Lagos");  // 16:00 there is 15:00 UTC
  session(2, Outcome::held, 0).time.set(TimeOfDay{9 * 60});
  session(3, Outcome::notRecorded, -1).weekOf.set(true);
  const auto at = [&](Date day, int minutes) { return instantAt({day, {minutes}}, 0); };
  const Date today = moment.local.date;
  Views views(workspace, zones);
  for (const Instant turn :
       {at(today, 14 * 60 + 50), at(today, 15 * 60), at(today, 15 * 60 + 10), at(today.plus(1), 0)}) {
    CHECK(views.nextRefresh("UTC", moment) == turn);
    CHECK(views.isTrue("UTC", moment));
    CHECK(nextRefresh(workspace, zones, "UTC", moment) == turn);
    moment = {turn, localAt(turn, 0)};
  }
  CHECK(views.nextRefresh("UTC", moment) == at(today.plus(2), 0));
  session(4, Outcome::notRecorded, 0);
  CHECK_FALSE(views.isTrue("UTC", moment));
}

TEST_CASE_FIXTURE(Fixture, "views: midnight is the one on the wall, also where clocks change before it") {
  moment = {kNow, localAt(kNow, 0)};
  const Instant before = instantAt({dateOf({2026, 10, 24}), {23 * 60}}, 60);  // Lisbon, summer time
  CHECK(nextRefresh(workspace, zones, "Europe/Lisbon", {before, localAt(before, 60)}) == before + 60 * kMinute);
  const Instant changing = instantAt({dateOf({2026, 10, 25}), {0}}, 60);
  CHECK(nextRefresh(workspace, zones, "Europe/Lisbon", {changing, localAt(changing, 60)}) ==
        changing + 25 * 60 * kMinute);
}

}  // namespace cairn::views_test

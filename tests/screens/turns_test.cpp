// Asleep until something changes: what is shown follows the time although no frame is drawn in between.
#include <doctest/doctest.h>

#include "screens/tester.hpp"

namespace cairn::turns_test {

namespace {

/// Amina, with a call tomorrow at nine and a step.
void someWeeks(Tester& t) {
  t.startWith("Amina Okafor", "tomorrow 9:00");
  t.go("#/m/" + toText(t.only().id));
  t.submit("Add a next step", "Send the notes");
}

}  // namespace

TEST_CASE("turns: a screen is drawn again exactly when the time changes it") {
  Tester t;
  someWeeks(t);
  const std::string home = "#/m/" + toText(t.only().id);
  const std::string session = home + "/s/" + toText(t.only().sessions.begin()->first);
  const Instant begin = t.platform.clock;
  for (const std::string& address :
       {std::string("#/"), std::string("#/mentorships"), std::string("#/calendar"), home, home + "/story",
        home + "/together", session, session + "/prepare", session + "/talk"}) {
    t.platform.clock = begin;
    t.go(address);
    auto shown = t.app->nodes();
    int turns = 0;
    int missed = 0;
    for (Instant now = begin; now < begin + 3 * kDay / 2; now += 10 * kMinute) {
      t.platform.clock = now;
      const bool woken = now >= t.platform.wake;
      t.app->frame();
      if (t.app->nodes() == shown) continue;
      t.settle();
      shown = t.app->nodes();
      ++(woken ? turns : missed);
    }
    CAPTURE(address);
    CHECK(missed == 0);
    if (address != home + "/together" && address != "#/calendar") CHECK(turns > 0);
  }
}

TEST_CASE("turns: only a clock on screen wakes the page every minute") {
  Tester t;
  someWeeks(t);
  const std::string home = "#/m/" + toText(t.only().id);
  const std::string session = home + "/s/" + toText(t.only().sessions.begin()->first);
  const Instant minute = (t.platform.clock / kMinute + 1) * kMinute;
  t.go(session + "/talk");
  CHECK(t.platform.wake == minute);
  for (const std::string& address : {std::string("#/"), home, session + "/prepare", std::string("#/settings")}) {
    t.go(address);
    CAPTURE(address);
    CHECK(t.platform.wake > minute);
  }
}

}  // namespace cairn::turns_test

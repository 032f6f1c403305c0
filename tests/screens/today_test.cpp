#include <doctest/doctest.h>

#include "screens/tester.hpp"

using namespace cairn;

namespace {

/// Amina, with a first session that was held today at nine.
void spokeToday(Tester& t) {
  t.startWith("Amina Okafor", "today 9:00");
  t.press("Wrap up");
  t.press("Held");
  t.go("#/");
}

}  // namespace

TEST_CASE("today: gone quiet after one and a half times the cadence, with what to do about it") {
  Tester t;
  spokeToday(t);
  t.platform.clock += 13 * kDay;
  t.reload();
  CHECK_FALSE(t.sees("last spoke"));
  t.platform.clock += 9 * kDay;
  t.settle();
  CHECK_MESSAGE(t.sees("You and Amina last spoke 3 weeks ago"), t.screen());
  t.press("Copy a short hello, Amina");
  CHECK(t.platform.clipboard.find("Hi Amina") == 0);
  t.press("We spoke, Amina");
  CHECK(t.sees("How was it?"));
  t.go("#/");
  CHECK_FALSE(t.sees("You and Amina last spoke"));
  CHECK_MESSAGE(t.faults.empty(), t.faultText());
}

TEST_CASE("today: paused, nothing is quiet until its day") {
  Tester t;
  spokeToday(t);
  t.platform.clock += 22 * kDay;
  t.settle();
  t.press("Pause, Amina");
  CHECK_FALSE(t.sees("You and Amina last spoke"));
  t.press("Amina Okafor");
  CHECK(t.sees("Until then nothing is quiet or late."));
  t.press("Go on with it");
  CHECK_FALSE(t.sees("Until then nothing is quiet or late."));
  CHECK(*t.only().stage == Stage::running);
  CHECK_MESSAGE(t.faults.empty(), t.faultText());
}

TEST_CASE("today: after fourteen days away one row a person, and no questions") {
  Tester t;
  t.startWith("Amina Okafor", "today 9:00");
  t.platform.clock += 15 * kDay;
  t.go("#/");
  t.reload();
  CHECK(t.sees("Welcome back"));
  CHECK_MESSAGE(t.sees("1 session not recorded"), t.screen());
  CHECK_FALSE(t.sees("Did it happen?"));
  t.press("Amina Okafor");
  t.press("Held, First session");
  t.go("#/");
  CHECK_FALSE(t.sees("Welcome back"));
  CHECK_MESSAGE(t.faults.empty(), t.faultText());
}

TEST_CASE("today: a check-up is three prompts and ten minutes; a message is logged in two presses") {
  Tester t;
  spokeToday(t);
  t.press("Amina Okafor");
  t.press("More for “Amina Okafor”");
  t.press("Ten-minute check-up now");
  CHECK(t.sees("What is in the way?"));
  CHECK(t.sees("0 of 10 minutes"));
  t.press("End the call");
  t.go("#/");
  t.press("Amina Okafor");
  t.press("More for “Amina Okafor”");
  t.press("Log a message of today");
  CHECK(t.sees("Contact logged"));
  CHECK(t.only().contacts.size() == 1);
  t.press("More for “Amina Okafor”");
  t.press("Finish: completed");
  CHECK(t.sees("Completed. Everything stays here."));
  CHECK_MESSAGE(t.faults.empty(), t.faultText());
}

TEST_CASE("today: a late step is still open, and stands there once") {
  Tester t;
  spokeToday(t);
  t.press("Amina Okafor");
  t.submit("Add a next step", "@me send the notes by tomorrow");
  t.platform.clock += 3 * kDay;
  t.go("#/");
  std::size_t found = 0;
  for (const auto& node : t.app->nodes()) {
    if (node.name != "send the notes") continue;
    ++found;
    CHECK_MESSAGE(node.description.find("still open") != std::string::npos, node.description);
  }
  CHECK(found == 1);
}

TEST_CASE("story: what was logged between the calls stands there, and can be taken out again") {
  Tester t;
  t.startWith("Amina Okafor");
  t.press("Amina Okafor");
  t.press("More for “Amina Okafor”");
  t.press("Log a message of today");
  t.press("Story");
  CHECK_MESSAGE(t.sees("Between the calls"), t.screen());
  t.press("More for “Message, Today”");
  t.press("Remove");
  CHECK_FALSE(t.sees("Between the calls"));
  CHECK_MESSAGE(t.faults.empty(), t.faultText());
}

#include <doctest/doctest.h>

#include "screens/tester.hpp"

namespace cairn::start_test {

TEST_CASE("start: three answers lead from the empty page to a prepared session") {
  Tester t;
  CHECK(t.sees("Who do you mentor, and where are they?"));
  t.type("Their name", "Amina Okafor");
  t.type("City or time zone", "Lagos");
  t.press("Lagos");
  t.press("Next");
  t.type("Day and time", "fri 16:00");
  CHECK(t.sees("Fri 30 Oct, 16:00"));
  t.press("Next");
  t.type("Meeting link", "https://meet.example/amina");
  t.press("Prepare the first session");
  CHECK(t.sees("First session"));
  CHECK(t.sees("What should be different at the end?"));
  CHECK_MESSAGE(t.sees("17:00 for Amina"), t.screen());
  CHECK(t.platform.addresses.back().find("/s/") != std::string::npos);
}

TEST_CASE("start: nothing but a name is needed") {
  Tester t;
  t.press("Next");
  CHECK(t.platform.focused == "new/name");
  CHECK(t.platform.addresses.back() == "#/");
  t.type("Their name", "Bo");
  t.press("Next");
  t.press("Not yet");
  t.press("Prepare the first session");
  CHECK(t.sees("No date yet"));
  CHECK(t.only().sessions.size() == 1);
}

TEST_CASE("start: a day that is not understood is said, and does not go on") {
  Tester t;
  t.type("Their name", "Bo");
  t.press("Next");
  t.type("Day and time", "someday maybe");
  CHECK(t.sees("Not understood yet"));
  t.press("Next");
  CHECK(t.sees("When do you talk next?"));
}

TEST_CASE("start: the example is marked and can be removed and brought back") {
  Tester t;
  t.press("Look at an example");
  CHECK(t.sees("Example: counted nowhere"));
  t.press("Story");
  CHECK(t.sees("A cairn of 3 stones"));
  t.press("Remove the example");
  CHECK(t.sees("Who do you mentor"));
  t.press("Undo this");
  CHECK(t.sees("Amina Okafor"));
}

TEST_CASE("start: where only backups are left of what was here, it is told, and they can be looked at") {
  Tester t;
  CHECK_FALSE(t.find("Look at the backups"));
  t.app->backupsListed({{"2026-11-24", 4'000}}, Trouble::none);
  t.settle();
  CHECK_MESSAGE(t.sees("what was saved is gone"), t.screen());
  t.press("Look at the backups");
  CHECK(t.sees("Backups"));

  // Who has removed everything is not told that it was lost.
  Tester kept;
  kept.startWith("Amina");
  kept.go("#/");
  kept.reload();
  kept.app->backupsListed({{"2026-11-24", 4'000}}, Trouble::none);
  kept.go("#/start");
  CHECK_FALSE(kept.find("Look at the backups"));
}

TEST_CASE("start: where nothing is kept, that nobody can tell of backups is said") {
  Tester t;
  CHECK_FALSE(t.sees("A backup could not be made or read"));
  t.app->backupsListed({}, Trouble::slow);
  t.settle();
  CHECK_MESSAGE(t.sees("A backup could not be made or read: the browser’s store does not answer"), t.screen());
}

}  // namespace cairn::start_test

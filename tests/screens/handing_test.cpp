#include <doctest/doctest.h>

#include "screens/tester.hpp"

namespace cairn::handing_test {

TEST_CASE("handing: two facts: what is saved here, and what the other side has") {
  Tester mentor;
  mentor.startWith("Amina Okafor");
  mentor.go("#/m/" + toText(mentor.only().id));
  CHECK_FALSE(mentor.sees("Handed to Amina"));
  mentor.press("Hand over");
  CHECK(mentor.sees("This makes a file."));
  mentor.type("Your name", "Ana Reis");
  mentor.press("Save the file");
  const std::string file = mentor.platform.savedFiles.back().second;
  CHECK(mentor.sees("Handed to Amina on"));
  CHECK_FALSE(mentor.sees("since"));
  CHECK_FALSE(mentor.find("Undo: Handed over"));
  mentor.press("Close");
  mentor.platform.clock += 60'000;
  mentor.submit("Add a next step", "Write the plan");
  CHECK(mentor.sees("Handed to Amina on"));
  CHECK(mentor.sees("1 change since"));

  Tester mentee;
  mentee.platform.seed = 99;
  mentee.reload();
  mentee.open(file);
  CHECK(mentee.sees("Ana Reis hands you your mentorship"));
  CHECK(mentee.sees(": 1 session."));
  CHECK_FALSE(mentee.sees("0 goals"));
  mentee.press("I am Amina Okafor");
  mentee.go("#/m/" + toText(mentee.only().id) + "/goals");
  mentee.submit("Add a goal", "Lead a release");
  mentor.platform.clock += 60'000;
  mentor.open(mentee.handOver());
  CHECK(mentor.sees("Amina Okafor added 1 goal"));
  mentor.press("Take the changes");
  CHECK(mentor.sees("Amina has everything up to"));
  CHECK(mentor.sees("1 change since"));
}

TEST_CASE("handing: many changes are told in a sentence, and one by one for who asks") {
  Tester mentor;
  mentor.startWith("Amina Okafor");
  const std::string file = mentor.handOver();
  Tester mentee;
  mentee.receive(file, "Amina Okafor");
  mentee.go("#/m/" + toText(mentee.only().id));
  for (const auto* step : {"One", "Two", "Three", "Four", "Five", "Six", "Seven"})
    mentee.submit("Add a next step", step);
  mentor.open(mentee.handOver());
  CHECK(mentor.sees("Amina Okafor added 7 next steps."));
  CHECK_FALSE(mentor.sees("New next step: Seven"));
  mentor.press("All changes, one by one");
  CHECK(mentor.sees("New next step: Seven"));
}

TEST_CASE("handing: a small one goes by a link, with a message; who can read it is said") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go("#/m/" + toText(t.only().id));
  t.press("Hand over");
  t.settle();
  CHECK(t.platform.linked.second.find("\"cairn-mentorship\"") != std::string::npos);
  CHECK_FALSE(t.find("Copy a message with a link"));
  t.app->linkMade("0", "https://cairn.example/#open=of-somebody-else");
  t.settle();
  CHECK_FALSE(t.find("Copy a message with a link"));
  t.app->linkMade(t.platform.linked.first, "https://cairn.example/#open=abc");
  t.settle();
  CHECK(t.sees("Whoever gets the link can read it."));
  t.press("Copy a message with a link");
  CHECK(t.platform.clipboard.find("https://cairn.example/#open=abc") != std::string::npos);
  t.app->copied(false);
  t.settle();
  CHECK(*t.only().handedOver == 0);
  t.press("Copy a message with a link");
  t.app->copied(true);
  t.settle();
  CHECK(*t.only().handedOver > 0);
  t.press("Copy a message to go with it");
  CHECK(t.platform.clipboard.find("https://cairn.example/ in your browser") != std::string::npos);
  t.app->linkMade(t.platform.linked.first, "");
  t.settle();
  CHECK(t.sees("This is too much for a link"));
  CHECK_FALSE(t.find("Copy a message with a link"));
}

TEST_CASE("handing: a phone passes the file on by its own sheet") {
  Tester t;
  t.platform.sharing = true;
  t.reload();
  t.startWith("Amina Okafor");
  t.go("#/m/" + toText(t.only().id));
  t.press("Hand over");
  t.press("Share the file");
  REQUIRE(t.platform.savedFiles.size() == 1);
  CHECK(t.platform.shared.find("Hi Amina") != std::string::npos);
  t.app->left(false);
  t.settle();
  CHECK(*t.only().handedOver == 0);
  t.press("Share the file");
  t.app->left(true);
  t.settle();
  CHECK(*t.only().handedOver > 0);
}

TEST_CASE("lacks: what this browser cannot do stands in the settings, and only that") {
  Tester t;
  t.startWith("Amina");
  t.go("#/settings");
  CHECK_FALSE(t.sees("What this browser cannot do"));
  t.platform.missing = {Feature::slots};
  t.reload();
  t.go("#/settings");
  CHECK(t.sees("What was half typed when a tab ended is not found again."));
  CHECK_FALSE(t.sees("does not keep the page itself"));
}

TEST_CASE("handing: a later file is told in sentences: steps that were finished, a day that moved, a first day") {
  Tester mentor;
  mentor.startWith("Amina Okafor", "thu 5 nov 16:00");
  const Id id = mentor.only().id;
  mentor.go(mentorshipAddress(id));
  for (const auto* step : {"Draft the talk", "Ask for a slot"}) mentor.submit("Add a next step", step);
  Tester mentee;
  mentee.receive(mentor.handOver(), "Amina Okafor");
  mentee.go(mentorshipAddress(id));
  mentee.press("Draft the talk");
  mentee.press("Ask for a slot");
  mentee.go(sessionAddress(id, mentee.only().sessions.begin()->first, SessionView::prepare));
  mentee.type("When", "fri 6 nov 16:00");
  mentor.open(mentee.handOver());
  CHECK_MESSAGE(mentor.sees("Amina Okafor finished 2 steps and moved Thu 5 Nov 2026 to Fri 6 Nov 2026"),
                mentor.screen());
}

TEST_CASE("steps: what is done is confirmed where it stands, and says so") {
  Tester t;
  t.startWith("Amina");
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  t.submit("Add a goal", "Lead a release");
  t.press("Where does it stand?");
  t.submit("Add a next step", "Cut the branch");
  t.press("Cut the branch");
  t.press("More for “Cut the branch”");
  t.press("Confirm that it is done");
  CHECK(*t.only().steps.begin()->second.confirmed);
  CHECK_MESSAGE(t.sees("confirmed"), t.screen());
  t.press("More for “Cut the branch”");
  CHECK_FALSE(t.find("Confirm that it is done"));
}

}  // namespace cairn::handing_test

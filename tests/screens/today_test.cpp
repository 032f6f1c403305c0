#include <doctest/doctest.h>

#include "screens/tester.hpp"

namespace cairn::today_test {

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
  t.press("More for “Message, today”");
  t.press("Remove");
  CHECK_FALSE(t.sees("Between the calls"));
}

TEST_CASE("story: a logged message gets its words and its day where it stands") {
  Tester t;
  spokeToday(t);
  t.press("Amina Okafor");
  t.press("More for “Amina Okafor”");
  t.press("Log a message of today");
  CHECK(t.platform.focused == textPath(t.only().id, "contacts", t.only().contacts.begin()->first, "text"));
  t.type("What it was about", "Her draft is out");
  t.type("Day", "fri");
  CHECK_MESSAGE(t.sees("Message, Fri 23 Oct: Her draft is out"), t.screen());
  CHECK_MESSAGE(t.find("Plan Mon 9 Nov, 09:00"), t.screen());
}

TEST_CASE("today: what was held offers the next date and the wrap-up, until one goes elsewhere") {
  Tester t;
  t.startWith("Amina Okafor", "today 9:00");
  t.platform.clock += 5 * 60 * kMinute;
  t.go("#/");
  t.press("Held, First session");
  CHECK_MESSAGE(t.find("Wrap up the call with Amina Okafor"), t.screen());
  t.press("Plan Mon 9 Nov, 09:00");
  CHECK(t.sees("Next call: Mon 9 Nov, 09:00"));
  t.press("Mentorships");
  t.press("Today");
  CHECK_FALSE(t.find("Wrap up the call with Amina Okafor"));
}

TEST_CASE("today: while it is time for the call, Join comes first") {
  Tester t;
  t.startWith("Amina Okafor", "today 8:00");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.type("Meeting link", "https://meet.example.org/a");
  t.go("#/");
  const auto joinComesFirst = [&] {
    const semantics::Node* other = t.find("Prepare the call with Amina Okafor");
    return t.find("Join the call with Amina Okafor")->rect.x < other->rect.x;
  };
  CHECK_FALSE(joinComesFirst());
  t.platform.clock += 17 * kMinute;  // ten minutes before
  t.go("#/");
  CHECK(joinComesFirst());
  t.platform.clock += 13 * kMinute;
  t.go("#/");
  const semantics::Node* join = t.find("Join the call with Amina Okafor");
  const semantics::Node* talk = t.find("Talk with Amina Okafor");
  REQUIRE_MESSAGE((join && talk), t.screen());
  CHECK(join->rect.x < talk->rect.x);
  CHECK_FALSE(t.find("Prepare the call with Amina Okafor"));
}

TEST_CASE("today: after a first talk a file of everything is offered, and opens again with what is private") {
  Tester t;
  spokeToday(t);
  t.go(sessionAddress(t.only().id, t.only().sessions.begin()->first, SessionView::prepare));
  t.type("Private notes", "Her exam is in June");
  t.go("#/");
  REQUIRE_MESSAGE(t.find("Keep a file"), t.screen());
  t.press("Keep a file");
  CHECK_FALSE(t.find("Keep a file"));
  REQUIRE(t.platform.savedFiles.size() == 1);
  CHECK(t.platform.savedFiles[0].first == "cairn private 2026-10-26.cairn.json");
  Tester other;
  other.open(t.platform.savedFiles[0].second);
  CHECK_MESSAGE(other.sees("A file that you kept"), other.screen());
  other.press("Have it here again");
  CHECK(*other.only().sessions.begin()->second.privateNotes == "Her exam is in June");
  CHECK(*other.only().me == *t.only().me);
  t.platform.clock += 30 * kDay;
  t.go("#/");
  CHECK(t.find("Keep a file"));
}

TEST_CASE("together: the first look back is agreed in the letter, asked for on Today and answered in the story") {
  Tester t;
  spokeToday(t);
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.press("First review");
  t.app->textChanged("edit/letter/first-review", "5 Nov");
  t.settle();
  t.app->textChanged("edit/letter/first-review", "5 Nov");
  t.app->textDone("edit/letter/first-review", "5 Nov", false);
  t.settle();
  CHECK(t.sees("We look back together for the first time on Thu 5 Nov 2026."));
  t.go("#/");
  CHECK_MESSAGE(t.sees("Review, Thu 5 Nov"), t.screen());
  t.go(mentorshipAddress(t.only().id, Screen::story));
  t.type("Day", "6 Nov");
  t.type("What will change", "We meet every three weeks.");
  t.go("#/");
  CHECK_FALSE(t.sees("Review, "));
  t.go(mentorshipAddress(t.only().id, Screen::together));
  CHECK(t.sees("for the first time on Fri 6 Nov 2026."));
  t.go(mentorshipAddress(t.only().id, Screen::story));
  t.press("Plan a look back");
  CHECK(t.only().reviews.size() == 2);
  t.press("More for “Looking back, Fri 6 Nov”");
  t.press("Remove");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  CHECK(t.sees("for the first time on Fri 6 Nov 2026."));  // it was held: what they agreed stands
}

TEST_CASE(
    "together: a first look back that is removed before it was held leaves the letter, and undo brings both back") {
  Tester t;
  spokeToday(t);
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.press("First review");
  t.app->textChanged("edit/letter/first-review", "5 Nov");
  t.app->textDone("edit/letter/first-review", "5 Nov", false);
  t.settle();
  t.go(mentorshipAddress(t.only().id, Screen::story));
  t.press("More for “Looking back, Thu 5 Nov”");
  t.press("Remove");
  CHECK_FALSE(t.only().letter.begin()->second.firstReview.get());
  t.press("Undo");
  CHECK(toText(*t.only().letter.begin()->second.firstReview) == "2026-11-05");
  CHECK(t.find("More for “Looking back, Thu 5 Nov”"));
}

TEST_CASE("finish: Now helps with a goodbye and plans nothing more") {
  Tester t;
  spokeToday(t);
  t.press("Amina Okafor");
  t.press("More for “Amina Okafor”");
  t.press("Finish: completed");
  CHECK(t.find("Guide: a good ending"));
  CHECK_FALSE(t.find("When do you talk?"));
  t.press("Copy words for a goodbye");
  CHECK(t.platform.clipboard.find("it was one talk") == std::string::npos);
  CHECK(t.platform.clipboard.find("It was one talk.") != std::string::npos);
}

TEST_CASE("moved, in the wrap-up: it asks for the new day") {
  Tester t;
  t.startWith("Amina Okafor", "today 9:00");
  t.platform.clock += 5 * 60 * kMinute;
  t.press("Wrap up");
  t.press("Moved");
  CHECK(t.platform.focused.ends_with("/when"));
  t.type("When", "fri 16:00");
  CHECK(t.sees("Fri 30 Oct, 16:00"));
  CHECK(*t.only().sessions.begin()->second.outcome == Outcome::notRecorded);
}

TEST_CASE("keep a file: what could not be stored leaves under ids that are used once, private things too") {
  Tester t;
  spokeToday(t);
  t.platform.storeTrouble = Trouble::full;
  t.go(sessionAddress(t.only().id, t.only().sessions.begin()->first, SessionView::prepare));
  t.type("Private notes", "Not stored");
  t.go("#/");
  t.press("Keep a file");
  REQUIRE(t.platform.savedFiles.size() == 1);
  const auto file = readFile(t.platform.savedFiles[0].second);
  REQUIRE(file);
  const auto dotIn = [](const Mentorship& mentorship) {
    return mentorship.sessions.begin()->second.privateNotes.versions()[0].dot;
  };
  CHECK(dotIn(file->whole.mentorships.begin()->second).writer != dotIn(t.only()).writer);
}

TEST_CASE("calendar: the other face of Today shows whose call is on which day") {
  Tester t;
  t.startWith("Amina Okafor", "fri 16:00");
  t.go("#/");
  t.press("Calendar");
  CHECK(t.platform.addresses.back() == "#/calendar");
  CHECK(t.sees("No call on this day."));
  CHECK(t.sees("1 call"));
  t.press("Fri 30 Oct 2026");
  CHECK_MESSAGE(t.find("Amina Okafor · First session"), t.screen());
  t.press("Month after");
  CHECK(t.sees("Nov 2026"));
}

TEST_CASE("calendar: a call whose hour is open stands on its week's Monday") {
  Tester t;
  t.startWith("Amina", "week of 11 November");
  t.go("#/calendar");
  t.press("Month after");
  t.press("Mon 9 Nov 2026");
  CHECK_MESSAGE(t.find("Amina · First session"), t.screen());
}

}  // namespace cairn::today_test

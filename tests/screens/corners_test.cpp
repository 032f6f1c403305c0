// What is easily lost between two calls: a prepared session without a day, prompts, hits, other clocks.
#include <doctest/doctest.h>

#include <algorithm>

#include "screens/tester.hpp"

namespace cairn::corners_test {

TEST_CASE("when: a cadence gives its first day to the session that was prepared without one") {
  Tester t;
  t.startWith("Amina Okafor", "");
  const Id prepared = t.only().sessions.begin()->first;
  t.go(mentorshipAddress(t.only().id));
  t.submit("When do you talk?", "every two weeks, thu 16:00");
  CHECK(t.platform.focused == "session/" + toText(prepared));
  const Session& first = t.only().sessions.at(prepared);
  CHECK(*first.date == dateOf({2026, 10, 29}));
  CHECK(*first.time == TimeOfDay{16 * 60});
  const auto onThatDay = std::count_if(t.only().sessions.begin(), t.only().sessions.end(), [&](const auto& one) {
    return isAlive(one.second) && *one.second.date == *first.date;
  });
  CHECK(onThatDay == 1);
  t.go("#/");
  t.press("Prepare the call with Amina Okafor");
  CHECK_MESSAGE(t.sees("What should be different at the end?"), t.screen());
  t.go("#/");
  t.press("Undo");
  CHECK_FALSE(*t.only().sessions.at(prepared).date);
}

TEST_CASE("check-up: its prompts stay with it, what one has added comes again") {
  Tester t;
  t.startWith("Amina Okafor", "today 8:00");
  t.press("Wrap up");
  t.press("Held");
  t.go("#/");
  t.press("More for “Amina Okafor”");
  t.press("Ten-minute check-up now");
  t.submit("Add a line to talk about", "Her first review");
  t.press("End the call");
  t.go("#/");
  CHECK_MESSAGE(t.sees("Her first review"), t.screen());
  CHECK_FALSE(t.sees("What is in the way?"));
}

TEST_CASE("talk: its end gives the keyboard to what is written first, but not where a keyboard would cover it") {
  Tester t;
  t.startWith("Amina Okafor", "today 8:00");
  const std::string takeaway = textPath(t.only().id, "sessions", t.only().sessions.begin()->first, "takeaway");
  t.press("Talk");
  t.press("End the call");
  CHECK(t.platform.focused == takeaway);
}

TEST_CASE("find: done steps, milestones, private lines, contacts and earlier measures are led to where they stand") {
  Tester t;
  t.startWith("Amina Okafor");
  const Id id = t.only().id;
  t.go(mentorshipAddress(id));
  t.submit("Add a next step", "Quokka plan");
  t.press("Quokka plan");
  CHECK_FALSE(t.find("Quokka plan"));
  t.press("More for “Amina Okafor”");
  t.press("Log a message of today");
  t.type("What it was about", "Numbat draft");
  t.go(mentorshipAddress(id, Screen::goals));
  t.submit("Add a goal", "Give a talk");
  t.type("Expected outcome", "Bilby stage");
  t.press("More about this goal");
  t.press("We both accept this measure");
  t.type("Expected outcome", "A stage of twenty");
  t.go(sessionAddress(id, t.only().sessions.begin()->first, SessionView::prepare));
  t.submit("Add a private line", "Potoroo worry");
  t.reload();
  t.lookUp("quokka");
  CHECK_MESSAGE(t.platform.focused == "step/" + toText(t.only().steps.begin()->first), t.screen());
  t.lookUp("numbat");
  CHECK_MESSAGE(t.platform.focused == "edit/contact/" + toText(t.only().contacts.begin()->first) + "/more", t.screen());
  t.lookUp("potoroo");
  CHECK_MESSAGE(t.platform.focused == "line/" + toText(t.only().privateLines.begin()->first), t.screen());
  t.lookUp("bilby");
  CHECK_MESSAGE(t.sees("Bilby stage"), t.screen());
}

TEST_CASE("find: a line done with while no call is planned is shown where it was, and can be taken up again") {
  Tester t;
  t.startWith("Amina Okafor");
  const Id id = t.only().id;
  t.go(sessionAddress(id, t.only().sessions.begin()->first, SessionView::prepare));
  t.press("More for “First session”");
  t.press("Remove this session");
  t.go(mentorshipAddress(id));
  t.submit("Add a line to talk about", "Numbat question");
  t.press("Numbat question");
  CHECK(t.sees("Line done with"));
  CHECK_FALSE(t.find("Numbat question"));
  t.lookUp("numbat");
  const auto& lines = t.only().lines;
  const auto line =
      std::find_if(lines.begin(), lines.end(), [](const auto& one) { return *one.second.text == "Numbat question"; });
  REQUIRE(line != lines.end());
  CHECK_MESSAGE(t.platform.focused == "line/" + toText(line->first), t.screen());
  t.press("Numbat question");
  CHECK_FALSE(t.find("Done with"));
  CHECK_MESSAGE(t.find("Numbat question"), t.screen());
}

TEST_CASE("find: export and import are words for handing over and opening; the calendar is a place") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(mentorshipAddress(t.only().id));
  t.app->shortcut("Ctrl+K", false);
  t.settle();
  t.app->focusChanged("find/words", false);
  const std::pair<std::string, std::string> kWords[] = {
      {"export", "hand-over"}, {"import", "open"}, {"calen", "calendar"}};
  for (const auto& one : kWords) {
    t.app->textChanged("find/words", one.first);
    t.settle();
    const auto& nodes = t.app->nodes();
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == "find/do/" + one.second; });
    CHECK_MESSAGE(found != nodes.end(), one.first);
  }
}

TEST_CASE("handing: who reads on another clock is told which clock an hour is on") {
  Tester mentor;
  mentor.startWith("Amina Okafor", "thu 5 nov 16:00");
  const Id id = mentor.only().id;
  Tester mentee;
  mentee.receive(mentor.handOver(), "Amina Okafor");
  mentee.go(sessionAddress(id, mentee.only().sessions.begin()->first, SessionView::prepare));
  mentee.type("When", "fri 6 nov 17:30");
  mentor.platform.zone = "Asia/Kolkata";
  mentor.reload();
  mentor.open(mentee.handOver());
  CHECK_MESSAGE(mentor.sees("Amina Okafor moved Thu 5 Nov 2026 to Fri 6 Nov 2026, 17:30 in Lisbon"), mentor.screen());
}

TEST_CASE("session: the address of one that is gone leads to its mentorship") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(sessionAddress(t.only().id, Id{1, 2}));
  CHECK(t.sees("This session is gone"));
  t.press("← Amina Okafor");
  CHECK_MESSAGE(t.sees("Sessions"), t.screen());
}

TEST_CASE("steps: on a narrow screen what stands below a step wraps, nothing is cut") {
  Tester t(320, 844);
  t.startWith("Wolfeschlegelsteinhausenbergerdorff the Third of Nowhere");
  t.go(mentorshipAddress(t.only().id));
  t.submit("Add a next step", "@wolf read the draft by sun");
  const semantics::Node* step = t.find("read the draft");
  REQUIRE_MESSAGE(step, t.screen());
  CHECK(step->rect.height >= 24 + 2 * 20);
}

TEST_CASE("prepare: of many open steps the rest unfolds") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(mentorshipAddress(t.only().id));
  for (int number = 0; number < 7; ++number) t.submit("Add a next step", "Walk " + std::to_string(number));
  t.go(sessionAddress(t.only().id, t.only().sessions.begin()->first, SessionView::prepare));
  t.press("2 more");
  for (int number = 0; number < 7; ++number) CHECK(t.find("Walk " + std::to_string(number)));
}

TEST_CASE("guides: each is offered where it helps") {
  Tester t;
  t.type("Their name", "Amina Okafor");
  t.press("Next");
  t.type("Day and time", "today 8:00");
  t.press("Next");
  CHECK(t.find("Guide: talking from far away"));
  t.press("Prepare the first session");
  CHECK(t.find("Guide: the first call"));
  CHECK(t.find("Guide: expectations"));
  const std::string home = mentorshipAddress(t.only().id);
  t.press("Wrap up");
  CHECK(t.find("Guide: feedback, both ways"));
  t.press("Held");
  t.go(home + "/goals");
  CHECK(t.find("Guide: goals"));
  t.platform.clock += 22 * kDay;
  t.go("#/");
  CHECK(t.find("Guide: when it is stuck"));
  t.press("More for “Amina Okafor”");
  t.press("Finish: completed");
  CHECK(t.find("Guide: a good ending"));
}

TEST_CASE("wrap-up: left half done, all of it is there again") {
  Tester t;
  t.startWith("Amina Okafor", "today 8:00");
  const Id id = t.only().id;
  const std::string wrapUp = sessionAddress(id, t.only().sessions.begin()->first, SessionView::wrapUp);
  t.go(wrapUp);
  t.press("Held");
  t.press("Good");
  const std::string takeaway = textPath(id, "sessions", t.only().sessions.begin()->first, "takeaway");
  t.app->focusChanged(takeaway, false);
  t.app->textChanged(takeaway, "I can ask");
  t.settle();
  t.platform.clock += 2'000;
  t.settle();
  t.reload();
  t.go(wrapUp);
  CHECK(*t.only().sessions.begin()->second.outcome == Outcome::held);
  CHECK(*t.only().ratings.begin()->second.rating == HowWasIt::good);
  CHECK_MESSAGE(t.sees("I can ask"), t.screen());
}

}  // namespace cairn::corners_test

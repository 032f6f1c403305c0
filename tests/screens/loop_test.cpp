// The weekly loop where it is easily left half: one page, many people, both clocks, what was agreed and how.
#include <doctest/doctest.h>

#include <algorithm>

#include "command/agreements.hpp"
#include "query/people.hpp"
#include "screens/tester.hpp"
#include "support.hpp"

namespace cairn::loop_test {

namespace {

/// The first thing of the page itself that is called so.
float topOf(const Tester& t, const std::string& name) {
  const auto& nodes = t.app->nodes();
  const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const auto& one) {
    return one.name.starts_with(name) && one.rect.x > 260 && one.rect.height > 0;
  });
  REQUIRE_MESSAGE(node != nodes.end(), (name + " on\n" + t.screen()));
  return node->rect.y;
}

std::size_t count(const Tester& t, const std::string& beginning) {
  std::size_t found = 0;
  for (const auto& node : t.app->nodes()) found += node.name.starts_with(beginning) ? 1 : 0;
  return found;
}

/// With a zone one hour ahead of Lisbon's.
void startInLagos(Tester& t, const std::string& when) {
  t.type("City or time zone", "lagos");
  t.startWith("Amina Okafor", when);
}

}  // namespace

TEST_CASE("today: with one mentorship it holds its Now") {
  Tester t;
  t.startWith("Amina Okafor", "");
  t.go("#/");
  t.submit("When do you talk?", "fri 16:00");
  CHECK(t.platform.focused == "prepare/" + toText(t.only().sessions.begin()->first));
  CHECK_MESSAGE(t.find("Prepare the call with Amina Okafor"), t.screen());
  t.submit("Add a next step", "@amina send the notes by sun");
  t.submit("Add a line to talk about", "Her first review");
  CHECK(t.only().steps.size() == 1);
  CHECK_MESSAGE(t.sees("Her first review"), t.screen());
  CHECK(topOf(t, "Prepare the call with Amina Okafor") < topOf(t, "Open steps"));
  CHECK(topOf(t, "Open steps") < topOf(t, "Next time"));
  CHECK(topOf(t, "Next time") < topOf(t, "Goals"));
  t.go("#/start");
  t.startWith("Jonas Lindqvist", "sat 16:00");
  t.go("#/");
  CHECK_FALSE(t.find("Next time"));
}

TEST_CASE("today: twelve mentorships, in its order, three questions of a kind at a time") {
  Tester t(1280, 3000);
  const auto startAll = [&](int from, int to, const std::string& when) {
    for (int number = from; number < to; ++number) {
      if (number > 0) t.go("#/start");
      t.startWith(std::string(1, static_cast<char>('A' + number)) + "nna Okafor", when);
    }
  };
  startAll(0, 4, "today 9:00");  // will be quiet
  t.platform.clock += 3 * 60 * kMinute;
  for (int number = 0; number < 4; ++number) {
    t.go("#/");
    t.press("Held, First session");
  }
  t.platform.clock += 22 * kDay;
  t.reload();
  startAll(4, 8, "today 12:00");  // will wait for a word
  startAll(8, 12, "fri 16:00");   // are ahead
  t.go("#/m/" + toText(t.app->workspace().mentorships.begin()->first));
  t.submit("Add a next step", "@me read the draft by fri");
  t.platform.clock += 5 * 60 * kMinute;
  t.go("#/");
  CHECK(count(t, "Did it happen?") > 0);
  CHECK_MESSAGE(count(t, "Held, First session") == 3, t.screen());
  CHECK(count(t, "Find a time, ") == 3);
  CHECK(topOf(t, "Next call") < topOf(t, "Did it happen?"));
  CHECK(topOf(t, "Did it happen?") < topOf(t, "read the draft"));
  CHECK(topOf(t, "read the draft") < topOf(t, "Find a time, Anna"));
  CHECK(topOf(t, "Find a time, Anna") < topOf(t, "Keep a file"));
  for (char who = 'A'; who < 'A' + 12; ++who) CHECK(t.find(std::string(1, who) + "nna Okafor"));
  t.press("Held, First session");
  t.press("We spoke, Anna");
}

TEST_CASE("when: both clocks stand wherever a time is planned or shown") {
  Tester t;
  startInLagos(t, "fri 16:00");
  CHECK_MESSAGE(t.sees("Fri 30 Oct, 16:00 · 17:00 for Amina"), t.screen());
  t.app->focusChanged("x", false);
  const std::string id = toText(t.only().id);
  const auto hints = [&](const std::string& key, const std::string& typed, const std::string& words) {
    t.app->textChanged(key, typed);
    t.settle();
    CHECK_MESSAGE(t.sees(words), t.screen());
    t.app->textCancelled(key);
    t.settle();
  };
  t.go("#/m/" + id + "/story");
  hints("new/session/" + id, "tue 3 nov 10:00", "Tue 3 Nov, 10:00 · 11:00 for Amina");
  hints("new/session/" + id, "every two weeks, thu 10:00", "Thu 29 Oct, 10:00 · 11:00 for Amina");
  t.go("#/mentorships");
  CHECK_MESSAGE(t.sees("Fri 30 Oct, 16:00 · 17:00 for Amina"), t.screen());
  t.go("#/start");
  t.type("Their name", "Jonas");
  t.type("City or time zone", "lagos");
  t.press("Next");
  t.app->textChanged("new/when", "sat 10:00");
  t.settle();
  CHECK_MESSAGE(t.sees("Sat 31 Oct, 10:00 · 11:00 for Jonas"), t.screen());
}

TEST_CASE("letter: when and how one agreed can be said afterwards") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.press("Begin with the usual sentences");
  t.press("Amina Okafor agreed in the call");
  CHECK_MESSAGE(t.sees("Amina Okafor agreed on Mon 26 Oct 2026, in the call."), t.screen());
  t.press("When and how Amina Okafor agreed");
  t.press("in writing");
  t.type("Day on which Amina Okafor agreed", "fri");
  CHECK_MESSAGE(t.sees("Amina Okafor agreed on Fri 23 Oct 2026, in writing."), t.screen());
  CHECK(agreedToLetter(t.only(), othersOf(t.only()).front()->id) == AgreedTo::thisVersion);
  t.press("Undo");
  CHECK_MESSAGE(t.sees("Amina Okafor agreed on Mon 26 Oct 2026, in writing."), t.screen());
}

TEST_CASE("find: what lies in a fold is unfolded and has the keyboard") {
  Tester t;
  t.startWith("Amina Okafor");
  const auto looks = [&](const std::string& words, const std::string& key) {
    t.lookUp(words);
    CHECK_MESSAGE(t.platform.focused == key, (t.platform.focused + "\n" + t.screen()));
  };
  const Id id = t.only().id;
  const Id amina = othersOf(t.only()).front()->id;
  t.go(mentorshipAddress(id, Screen::together));
  t.press("Usual hours, and other ways to reach");
  t.type("Pronouns", "zir");
  t.go(mentorshipAddress(id, Screen::goals));
  t.submit("Add a goal", "Give a talk");
  const Id goal = t.only().goals.begin()->first;
  t.press("More about this goal");
  t.type("Why it matters", "Quokkas listen");
  t.reload();
  looks("zir", textPath(id, "people", amina, "pronouns"));
  looks("quokka", textPath(id, "goals", goal, "why"));
  t.go("#/m/" + toText(id));
  for (int number = 0; number < 9; ++number) t.submit("Add a next step", "Walk " + std::to_string(number));
  t.reload();
  for (const auto& [stepId, step] : t.only().steps) {
    if (*step.text == "Walk 8") looks("walk 8", "step/" + toText(stepId));
  }
}

TEST_CASE("handing: another hour of the same day is told") {
  Tester mentor;
  mentor.startWith("Amina Okafor", "thu 5 nov 16:00");
  const Id id = mentor.only().id;
  Tester mentee;
  mentee.receive(mentor.handOver(), "Amina Okafor");
  mentee.go(sessionAddress(id, mentee.only().sessions.begin()->first, SessionView::prepare));
  mentee.type("When", "thu 5 nov 17:30");
  mentor.open(mentee.handOver());
  CHECK_MESSAGE(mentor.sees("Amina Okafor moved First session from 16:00 to 17:30"), mentor.screen());
}

TEST_CASE("handing: once something was handed over, the wrap-up hands over again with one press") {
  Tester t;
  t.startWith("Amina Okafor", "today 8:00");
  const std::string wrapUp = sessionAddress(t.only().id, t.only().sessions.begin()->first, SessionView::wrapUp);
  t.go(wrapUp);
  CHECK_FALSE(t.find("Hand over the file"));
  t.handOver();
  t.go(wrapUp);
  t.press("Held");
  t.press("Hand over the file");
  REQUIRE(t.platform.savedFiles.size() == 2);
  CHECK(t.platform.savedFiles[1].second.find("\"held\"") != std::string::npos);
  t.platform.sharing = true;
  t.reload();
  t.press("Hand over the file");
  CHECK(t.platform.savedFiles.size() == 3);
  CHECK_FALSE(t.platform.shared.empty());
}

TEST_CASE(
    "calendar: the calls of a pause, and one removed, leave the calendar with the next file; what is back is back") {
  Tester t;
  startInLagos(t, "fri 16:00");
  const Id id = t.only().id;
  t.go(mentorshipAddress(id, Screen::story));
  t.submit("When do you talk?", "every week, fri 6 nov 16:00");
  t.go(mentorshipAddress(id));
  const auto saved = [&t](const std::string& press, bool inMenu) {
    if (inMenu) t.press("More for “Amina Okafor”");
    t.press(press);
    return t.platform.savedFiles.back().second;
  };
  const std::string before = saved("Calendar file of all planned sessions", true);
  CHECK(tests::count(before, "STATUS:CANCELLED") == 0);
  t.press("More for “Amina Okafor”");
  t.press("Pause for four weeks");
  CHECK_MESSAGE(t.find("Calendar file that cancels 3 calls"), t.screen());
  const std::string paused = saved("Calendar file that cancels 3 calls", false);
  CHECK(tests::count(paused, "STATUS:CANCELLED") == 3);
  CHECK(tests::count(paused, "BEGIN:VEVENT") == 3);
  CHECK(tests::count(paused, "BEGIN:VALARM") == 0);
  CHECK_MESSAGE(paused.find("DTSTART;TZID=Europe/Lisbon:20261106T160000") != std::string::npos, paused);
  for (std::size_t at = paused.find("UID:"); at != std::string::npos; at = paused.find("UID:", at + 1)) {
    CHECK(before.find(paused.substr(at, paused.find('\r', at) - at)) != std::string::npos);
  }
  t.press("Go on with it");
  CHECK(tests::count(saved("Calendar file of all planned sessions", true), "STATUS:CANCELLED") == 0);
  t.press("Undo");
  CHECK(t.find("Calendar file that cancels 3 calls"));
  t.press("Undo");
  CHECK_FALSE(t.find("Calendar file that cancels 3 calls"));
  CHECK(tests::count(saved("Calendar file of all planned sessions", true), "STATUS:CANCELLED") == 0);
  t.go(sessionAddress(id, viewOf(t.only(), t.platform.zones(), {t.platform.clock, {}}).next->id));
  t.press("More for “First session”");
  t.press("Remove this session");
  const std::string removed = saved("Calendar file of all planned sessions", true);
  CHECK(tests::count(removed, "STATUS:CANCELLED") == 1);
  CHECK(tests::count(removed, "BEGIN:VEVENT") == tests::count(before, "BEGIN:VEVENT"));
}

TEST_CASE("calendar: one file holds all that is planned; Outlook gets the instants; Talk fits beside a video window") {
  Tester t(480, 900);
  startInLagos(t, "fri 16:00");
  const Id id = t.only().id;
  t.go(mentorshipAddress(id, Screen::story));
  t.submit("When do you talk?", "every week, fri 6 nov 16:00");
  const std::string session = sessionAddress(id, viewOf(t.only(), t.platform.zones(), {t.platform.clock, {}}).next->id);
  t.go(session);
  t.press("Prepare");
  t.press("More for “First session”");
  t.press("Calendar file of all planned sessions");
  REQUIRE(t.platform.savedFiles.size() == 1);
  const std::string& all = t.platform.savedFiles[0].second;
  CHECK(tests::count(all, "BEGIN:VEVENT") == t.only().sessions.size());
  t.press("More for “First session”");
  t.press("Add to Outlook on the web");
  REQUIRE(t.platform.openedLinks.size() == 1);
  const std::string& link = t.platform.openedLinks[0];
  CHECK_MESSAGE(link.find("startdt=2026-10-30T16%3A00%3A00") != std::string::npos, link);
  t.press("Talk");
  for (const auto& node : t.app->nodes()) {
    if (node.role == semantics::Role::region) continue;
    CHECK_MESSAGE(node.rect.x + node.rect.width <= 480, node.name);
  }
  CHECK(t.find("Add a line to talk about"));
  CHECK(t.find("End the call"));
}

}  // namespace cairn::loop_test

#include "screens/every_command.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "codec/file.hpp"

namespace cairn {
namespace {

constexpr const char* kJonas = "Jonas Lindqvist";

/// The mentorship that is no example.
const Mentorship& ours(const Tester& t) {
  const auto& all = t.app->workspace().mentorships;
  const auto found = std::find_if(all.begin(), all.end(), [](const auto& one) { return !*one.second.example; });
  REQUIRE(found != all.end());
  return found->second;
}

void open(Tester& t, Screen screen) { t.go(mentorshipAddress(ours(t).id, screen)); }

/// The session that was held, or the one to come.
void openSession(Tester& t, Outcome outcome, SessionView view) {
  const auto& all = ours(t).sessions;
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const auto& one) { return isAlive(one.second) && *one.second.outcome == outcome; });
  REQUIRE(found != all.end());
  t.go(sessionAddress(ours(t).id, found->first, view));
}
void openHeld(Tester& t, SessionView view) { openSession(t, Outcome::held, view); }
void openNext(Tester& t, SessionView view) { openSession(t, Outcome::notRecorded, view); }

void pressOn(Tester& t, Screen screen, const std::string& name) {
  open(t, screen);
  t.press(name);
}
void submitOn(Tester& t, Screen screen, const std::string& label, const std::string& text) {
  open(t, screen);
  t.submit(label, text);
}
void typeOn(Tester& t, Screen screen, const std::string& label, const std::string& text) {
  open(t, screen);
  t.type(label, text);
}

/// From the menu of what is called so, or begins so.
void choose(Tester& t, const std::string& name, const std::string& item) {
  t.press("More for “" + name);
  t.press(item);
}
void chooseOn(Tester& t, Screen screen, const std::string& name, const std::string& item) {
  open(t, screen);
  choose(t, name, item);
}

void moveUp(Tester& t, const std::string& name) {
  const semantics::Node* grip = t.find("Move “" + name + "”");
  REQUIRE_MESSAGE(grip, name << " has no grip on\n" << t.screen());
  t.arrow(std::string(grip->key), -1);
}

// The agenda and the sessions.

void lineDone(Tester& t) {
  openNext(t, SessionView::talk);
  t.press("The release checklist");
}
void lineOrder(Tester& t) {
  openNext(t, SessionView::prepare);
  moveUp(t, "The release checklist");
}
void lineRemove(Tester& t) {
  openNext(t, SessionView::prepare);
  choose(t, "The release checklist", "Remove");
}
/// While a call is planned, what is ticked was talked about in it; without one it is done with.
void lineSettle(Tester& t) {
  perform(t, CommandName::sessionRemove);
  t.press("The release checklist");
}
void sessionChange(Tester& t) {
  openNext(t, SessionView::prepare);
  t.press("Kind: Session");
  t.press("Check-up");
}
void sessionMove(Tester& t) {
  openNext(t, SessionView::prepare);
  t.type("When", "sat 7 nov 10:00");
}
void sessionRecord(Tester& t) {
  openNext(t, SessionView::talk);
  t.press("End the call");
}
void sessionRate(Tester& t) {
  openHeld(t, SessionView::wrapUp);
  t.press("Good");
}
void sessionRemove(Tester& t) {
  openNext(t, SessionView::prepare);
  choose(t, "Session", "Remove this session");
}

// Steps, checklists and goals.

void stepChange(Tester& t) {
  chooseOn(t, Screen::now, "send the notes", "Change");
  t.type("Due", "27 Nov");
}
void stepOrder(Tester& t) {
  open(t, Screen::goals);
  moveUp(t, "Say hello");
}
void checklistAdd(Tester& t) {
  pressOn(t, Screen::goals, "Paste a checklist");
  t.type("Name of the checklist", "First weeks");
  t.type("Checklist as Markdown", "## Week 1\n- [ ] Meet the team\n- [ ] Set up the machine (day 3)\n");
  t.press("Add this checklist");
}
void templateTake(Tester& t) {
  const std::string closing =
      "Closing\nAn ending that both notice.\n"
      R"({"checklists": [{"id": "0000000000c00001", "title": "Closing", "order": "2"}],)"
      R"( "steps": [{"id": "0000000000s00001", "text": "Say that the end is near",)"
      R"( "homeKind": "checklist", "home": "0000000000c00001", "order": "2"}]})";
  pressOn(t, Screen::goals, "Take a checklist from the library");
  t.app->libraryFetched({{"checklists/closing", closing}}, Trouble::none);
  t.settle();
  t.press("Closing");
}
void goalOrder(Tester& t) {
  perform(t, CommandName::goalAdd);
  choose(t, "Lead a release", "Move down");
}
void measureAccept(Tester& t) {
  pressOn(t, Screen::goals, "More about this goal");
  t.press("We both accept this measure");
}
/// What both accepted stays as an earlier version.
void measureChange(Tester& t) {
  perform(t, CommandName::measureAccept);
  t.press("Measure it in numbers");
  t.type("Target", "8");
}
void progressAdd(Tester& t) {
  pressOn(t, Screen::goals, "Where does it stand?");
  t.press("As expected");
}

// Between the calls: messages, looking back, what was agreed, people.

void contactChange(Tester& t) {
  perform(t, CommandName::contactLog);
  t.type("Day", "fri");
}
void contactRemove(Tester& t) {
  perform(t, CommandName::contactLog);
  choose(t, "Message, today", "Remove");
}
void reviewChange(Tester& t) {
  perform(t, CommandName::reviewPlan);
  t.type("Day", "5 Dec");
}
void reviewRemove(Tester& t) {
  perform(t, CommandName::reviewPlan);
  choose(t, "Looking back, ", "Remove");
}
void agree(Tester& t) {
  perform(t, CommandName::letterChange);
  t.press("I agree");
}
void personHours(Tester& t) {
  pressOn(t, Screen::together, "Usual hours, and other ways to reach");
  t.type("Usual hours, on their clock", "9-17");
}

// A mentorship as a whole, and the settings.

/// It is offered where nothing else is.
void exampleAdd(Tester& t) {
  perform(t, CommandName::mentorshipRemove);
  for (const auto& [id, mentorship] : t.app->workspace().mentorships) {
    if (*mentorship.example) t.go(mentorshipAddress(id));
  }
  t.press("Remove the example");
  t.go("#/start");
  t.press("Look at an example");
}
void mentorshipStart(Tester& t) {
  t.go("#/start");
  t.startWith("Bea Lind", "");
}
void mentorshipResume(Tester& t) {
  perform(t, CommandName::mentorshipPause);
  t.press("Go on with it");
}
/// Only what came for the programme can be hidden; all else can be removed.
void mentorshipHide(Tester& t) {
  Tester elsewhere;
  elsewhere.platform.seed = 77;
  elsewhere.reload();
  elsewhere.startWith("Bea Lind");
  t.open(writeFile(elsewhere.only(), Audience::programme));
  t.press("I am Bea Lind");
  t.go(mentorshipAddress(elsewhere.only().id, Screen::together));
  t.press("Hide this mentorship");
}
void mentorshipShow(Tester& t) {
  perform(t, CommandName::mentorshipHide);
  t.go("#/mentorships");
  t.press("Show again: ");
}
/// Over a sheet nothing is told: what was done there is told when it is closed.
void bringBack(Tester& t) {
  perform(t, CommandName::goalRemove);
  t.go("#/settings");
  t.press("Bring back: Lead a release");
  t.press("Close");
}
void themeChoose(Tester& t) {
  t.go("#/settings");
  t.press("Dark");
  t.press("Close");
}

// Files.

void handOver(Tester& t) {
  pressOn(t, Screen::now, "Hand over");
  t.press("Save the file");
}
/// What Jonas hands back, who got the file and worked in it.
std::string fromJonas(Tester& t, const std::function<void(Tester& jonas)>& works) {
  perform(t, CommandName::handOver);
  Tester jonas;
  jonas.receive(t.platform.savedFiles.back().second, kJonas);
  works(jonas);
  return jonas.handOver();
}
void fileOpen(Tester& t) {
  t.open(fromJonas(t, [](Tester& jonas) { perform(jonas, CommandName::stepAdd); }));
  t.press("Take the changes");
}
void versionChoose(Tester& t) {
  const auto writeNotes = [](Tester& one, const std::string& words) {
    openHeld(one, SessionView::talk);
    one.type("Notes", words);
  };
  const std::string file = fromJonas(t, [&](Tester& jonas) { writeNotes(jonas, "Words of Jonas"); });
  writeNotes(t, "My words");
  t.open(file);
  t.press("Take the changes");
  openHeld(t, SessionView::talk);
  t.press("Keep this: “Words of Jonas”");
}

}  // namespace

// One line each, and no default: a name that is new does not compile before it has a way.
void perform(Tester& t, CommandName name) {
  switch (name) {
    case CommandName::agree: return agree(t);
    case CommandName::bringBack: return bringBack(t);
    case CommandName::cadenceChange: return submitOn(t, Screen::story, "When do you talk?", "every week, tue 16:00");
    case CommandName::checkUpStart: return chooseOn(t, Screen::now, kJonas, "Ten-minute check-up now");
    case CommandName::checklistAdd: return checklistAdd(t);
    case CommandName::checklistRemove: return chooseOn(t, Screen::goals, "Checklist", "Remove this checklist");
    case CommandName::contactChange: return contactChange(t);
    case CommandName::contactLog: return chooseOn(t, Screen::now, kJonas, "Log a message of today");
    case CommandName::contactRemove: return contactRemove(t);
    case CommandName::exampleAdd: return exampleAdd(t);
    case CommandName::fileOpen: return fileOpen(t);
    case CommandName::goalAdd: return submitOn(t, Screen::goals, "Add a goal", "Learn to say no");
    case CommandName::goalDue: return typeOn(t, Screen::goals, "By when", "30 June");
    case CommandName::goalOrder: return goalOrder(t);
    case CommandName::goalRemove: return chooseOn(t, Screen::goals, "Lead a release", "Remove");
    case CommandName::goalStatus: return pressOn(t, Screen::goals, "Reached");
    case CommandName::handOver: return handOver(t);
    case CommandName::letterChange: return pressOn(t, Screen::together, "Begin with the usual sentences");
    case CommandName::lineAdd: return submitOn(t, Screen::now, "Add a line to talk about", "Her exam in June");
    case CommandName::lineDone: return lineDone(t);
    case CommandName::lineOrder: return lineOrder(t);
    case CommandName::lineRemove: return lineRemove(t);
    case CommandName::lineSettle: return lineSettle(t);
    case CommandName::meChoose: return pressOn(t, Screen::together, "This is me");
    case CommandName::measureAccept: return measureAccept(t);
    case CommandName::measureChange: return measureChange(t);
    case CommandName::mentorshipFinish: return chooseOn(t, Screen::now, kJonas, "Finish: completed");
    case CommandName::mentorshipHide: return mentorshipHide(t);
    case CommandName::mentorshipPause: return chooseOn(t, Screen::now, kJonas, "Pause for four weeks");
    case CommandName::mentorshipRemove: return pressOn(t, Screen::together, "Remove this mentorship");
    case CommandName::mentorshipResume: return mentorshipResume(t);
    case CommandName::mentorshipShow: return mentorshipShow(t);
    case CommandName::mentorshipStart: return mentorshipStart(t);
    case CommandName::personHours: return personHours(t);
    case CommandName::progressAdd: return progressAdd(t);
    case CommandName::reviewChange: return reviewChange(t);
    case CommandName::reviewPlan: return pressOn(t, Screen::story, "Plan a look back");
    case CommandName::reviewRemove: return reviewRemove(t);
    case CommandName::sessionChange: return sessionChange(t);
    case CommandName::sessionMove: return sessionMove(t);
    case CommandName::sessionPlan: return submitOn(t, Screen::story, "When do you talk?", "tue 3 nov 10:00");
    case CommandName::sessionRate: return sessionRate(t);
    case CommandName::sessionRecord: return sessionRecord(t);
    case CommandName::sessionRemove: return sessionRemove(t);
    case CommandName::stepAdd: return submitOn(t, Screen::now, "Add a next step", "Write the announcement");
    case CommandName::stepChange: return stepChange(t);
    case CommandName::stepConfirm: return chooseOn(t, Screen::goals, "Say hello", "Confirm that it is done");
    case CommandName::stepDone: return pressOn(t, Screen::now, "send the notes");
    case CommandName::stepOrder: return stepOrder(t);
    case CommandName::stepRemove: return chooseOn(t, Screen::now, "send the notes", "Remove");
    case CommandName::stepReopen: return pressOn(t, Screen::goals, "Say hello");
    case CommandName::talkLog: return chooseOn(t, Screen::now, kJonas, "Log a talk of today");
    case CommandName::templateTake: return templateTake(t);
    case CommandName::textEdit: return typeOn(t, Screen::goals, "Expected outcome", "Version 2.5 is out.");
    case CommandName::themeChoose: return themeChoose(t);
    case CommandName::versionChoose: return versionChoose(t);
  }
}

}  // namespace cairn

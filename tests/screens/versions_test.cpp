#include <doctest/doctest.h>

#include "screens/tester.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn::versions_test {

TEST_CASE("versions: two are shown with author and day, and one press chooses") {
  Tester t;
  t.startWith("Amina");
  const std::string path = "#/m/" + toText(t.only().id);
  const Id session = t.only().sessions.begin()->first;
  const std::string file =
      t.theirFile([&](Mentorship& edit) { thingAt(edit.sessions, session).notes.set("Amina’s words"); });
  t.press("Talk");
  t.type("Notes", "My words");
  t.open(file);
  t.press("Take the changes");
  t.go(path);
  CHECK_MESSAGE(t.sees("Two versions of First session: notes"), t.screen());
  CHECK(t.sees("Amina, today"));
  CHECK(t.sees("My words"));
  // The same at the field itself.
  t.go(sessionAddress(t.only().id, session, SessionView::talk));
  CHECK(t.sees("Two versions of First session: notes"));
  t.press("Keep this: “Amina’s words”");
  CHECK_FALSE(t.sees("Two versions"));
  CHECK(*t.only().sessions.at(session).notes == "Amina’s words");
  t.press("Undo");
}

TEST_CASE("versions: two of a day, a choice and a sentence stand where these are shown") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  t.submit("Add a next step", "Write the announcement");
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  t.submit("Add a goal", "Give a talk");
  const Id session = t.only().sessions.begin()->first;
  const Id goal = t.only().goals.begin()->first;
  const Id step = t.only().steps.begin()->first;
  const std::string file = t.theirFile([&](Mentorship& edit) {
    thingAt(edit.sessions, session).date.set(dateOf({2026, 11, 20}));
    thingAt(edit.goals, goal).due.set(dateOf({2026, 12, 20}));
    thingAt(edit.steps, step).due.set(dateOf({2026, 12, 22}));
    thingAt(edit.letter, onlyId("letter", edit.id)).platform.set("Zoom");
  });
  t.type("By when", "27 Dec");
  t.go(sessionAddress(t.only().id, session, SessionView::prepare));
  t.type("When", "wed 11 nov 10:30");
  t.go(sessionAddress(t.only().id, session, SessionView::talk));
  t.press("More for “Write the announcement”");
  t.press("Change");
  t.type("Due", "28 Dec");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.press("Begin with the usual sentences");
  t.open(file);
  t.press("Take the changes");

  t.go(mentorshipAddress(t.only().id, Screen::goals));
  CHECK_MESSAGE(t.sees("Two versions of Give a talk"), t.screen());
  t.press("Keep this: “Sun 20 Dec 2026”");
  CHECK(*t.only().goals.at(goal).due == dateOf({2026, 12, 20}));
  CHECK_FALSE(t.sees("Two versions"));
  t.go(sessionAddress(t.only().id, session, SessionView::talk));
  CHECK_MESSAGE(t.sees("Two versions of First session"), t.screen());
  CHECK_MESSAGE(t.sees("Two versions of Write the announcement"), t.screen());
  t.go(mentorshipAddress(t.only().id, Screen::together));
  CHECK_MESSAGE(t.sees("Two versions of agreement: where"), t.screen());
  t.press("Keep this: “Zoom”");
  CHECK_MESSAGE(t.sees("on Zoom"), t.screen());
}

TEST_CASE("versions: each thing, and each field that may be asked about, has a word") {
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    CAPTURE(declared.name);
    CHECK(!thingWord(english(), declared.name).empty());
    forEachField(declared.type, [&](const FieldTraits& field, auto) {
      if (field.onTwoVersions == OnTwoVersions::latest) return;
      CAPTURE(field.name);
      CHECK(!sayNamed(english(), "field_" + keyOf(field.name)).empty());
    });
  }
}

}  // namespace cairn::versions_test

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "codec/file.hpp"
#include "replica/merge.hpp"
#include "screens/tester.hpp"

namespace cairn::editing_test {

namespace {

std::size_t recordsIn(const HeadlessPlatform& platform) {
  std::size_t count = 0;
  for (const auto& [path, bytes] : platform.files) count += path.starts_with("records/") ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("editing: what was written is there again after a reload") {
  Tester t;
  t.startWith("Amina Okafor");
  t.press("Talk");
  t.type("Notes", "She asked about releases.");
  t.submit("Add a next step", "Read the release guide");
  t.reload();
  CHECK(t.sees("She asked about releases."));
  CHECK(t.sees("Read the release guide"));
}

TEST_CASE("editing: one finished edit is one record, not one a keystroke") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  const auto before = recordsIn(t.platform);
  const auto* notes = t.find("Notes");
  REQUIRE(notes);
  const std::string key = notes->key;
  for (const std::string text : {"H", "He", "Hel", "Hello"}) t.app->textChanged(key, text);
  t.settle();
  CHECK(recordsIn(t.platform) == before);
  t.app->textDone(key, "Hello", false);
  t.settle();
  CHECK(recordsIn(t.platform) == before + 1);
}

TEST_CASE("editing: after Enter the next key finds the field empty, though it comes before the next frame") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  const std::string key = t.find("Add a next step")->key;
  t.app->focusChanged(key, true);
  t.app->textChanged(key, "One");
  t.settle();
  t.app->textDone(key, "One", true);
  CHECK(t.platform.shownInField == std::pair(key, std::string()));
  CHECK(t.only().steps.size() == 1);
  t.app->textChanged(key, "T");
  t.settle();
  CHECK(t.find("Add a next step")->value == "T");
  t.app->textDone(key, "Two", true);
  t.settle();
  CHECK(t.only().steps.size() == 2);
}

TEST_CASE("editing: a field that a frame takes out while it is typed in keeps its words") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  const Id session = t.only().sessions.begin()->first;
  const std::string key = t.find("Notes")->key;
  t.app->focusChanged(key, true);
  t.app->textChanged(key, "Words");
  t.settle();
  // The browser leaves a field that goes, in the middle of being told so.
  bool left = false;
  t.platform.whenShown = [&] {
    if (!t.find("Notes") && !std::exchange(left, true)) t.app->textDone(key, "Words", false);
  };
  t.watchesStore = false;  // what the other did was never stored here
  Workspace theirs;
  merge(theirs, t.app->workspace());
  Writers writers{77, 78, 1, 1, 0};
  const Command gone{CommandName::sessionRemove, {}, {{t.only().id, "sessions", session}}};
  const auto change = commit(theirs, gone, writers, t.platform.clock);
  REQUIRE(change);
  t.app->followed({{recordPath(77, 1), writeRecord(change->delta)}});
  t.settle();
  CHECK(left);
  CHECK(*t.only().sessions.at(session).notes == "Words");
  CHECK(isAlive(t.only().sessions.at(session)));
}

TEST_CASE("editing: an unfinished text survives as a draft and becomes an edit when the page is opened again") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  const std::string key = t.find("Notes")->key;
  t.app->textChanged(key, "Half a sen");
  t.platform.clock += 1'000;
  t.settle();
  const Id session = t.only().sessions.begin()->first;
  CHECK(t.only().sessions.at(session).notes->empty());
  t.reload();
  CHECK(*t.only().sessions.at(session).notes == "Half a sen");
  CHECK(std::none_of(t.platform.files.begin(), t.platform.files.end(),
                     [](const auto& file) { return file.first.starts_with("drafts/"); }));
}

TEST_CASE("editing: Saved is said only once the store has answered") {
  Tester t;
  t.startWith("Amina");
  CHECK(t.sees("Saved in this browser"));
  t.platform.answerStores = false;
  t.press("Talk");
  t.submit("Add a next step", "Call the library");
  CHECK(t.sees("Saving"));
  CHECK_FALSE(t.sees("Saved in this browser"));
  t.platform.answerStores = true;
  for (const auto& request : std::exchange(t.platform.held, {})) t.platform.store(request);
  t.settle();
  CHECK(t.sees("Saved in this browser"));
}

TEST_CASE("editing: a store that fails is told, and the next save takes everything along") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  const auto before = recordsIn(t.platform);
  t.platform.storeTrouble = Trouble::full;
  t.submit("Add a next step", "First");
  CHECK(t.sees("Not saved: the disk or the browser’s space is full"));
  CHECK(t.sees("First"));
  t.platform.storeTrouble = Trouble::none;
  t.submit("Add a next step", "Second");
  CHECK(t.sees("Saved in this browser"));
  CHECK(recordsIn(t.platform) == before + 2);
}

TEST_CASE("editing: undo takes back by name, redo does again") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  t.submit("Add a next step", "Read the guide");
  t.press("Read the guide");
  CHECK(*t.only().steps.begin()->second.done);
  t.app->shortcut("Ctrl+Z", false);
  t.settle();
  CHECK_FALSE(*t.only().steps.begin()->second.done);
  CHECK(t.sees("Undone: Step done"));
  t.app->shortcut("Ctrl+Shift+Z", false);
  t.settle();
  CHECK(*t.only().steps.begin()->second.done);
  t.app->shortcut("Ctrl+Z", false);
  t.app->shortcut("Ctrl+Z", false);
  t.settle();
  CHECK_FALSE(t.find("Read the guide"));
}

TEST_CASE("editing: undo stops where the mentorship began, but takes back one that was begun just now") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  t.submit("Add a next step", "Read the guide");
  const auto undo = [&] {
    t.app->shortcut("Ctrl+Z", false);
    t.settle();
  };
  for (int times = 0; times < 60; ++times) undo();
  CHECK_FALSE(t.find("Read the guide"));
  CHECK(isThere(t.only()));
  CHECK_MESSAGE(t.sees("Nothing more to undo"), t.screen());

  Tester fresh;
  fresh.startWith("Amina");
  fresh.app->shortcut("Ctrl+Z", false);
  fresh.settle();
  CHECK_MESSAGE(!fresh.sees("Not in this browser"), fresh.screen());
  CHECK_FALSE(fresh.find("Amina"));
}

TEST_CASE("editing: Escape leaves a text as it was") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  t.type("Notes", "Kept");
  const std::string key = t.find("Notes")->key;
  t.app->textChanged(key, "Kept, and rubbish");
  t.settle();
  t.app->textCancelled(key);
  t.settle();
  CHECK(t.find("Notes")->value == "Kept");
}

TEST_CASE("editing: a text that is too long is refused in words and stays in its field") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.press("Together");
  t.type("Name", std::string(1'500, 'x'));
  CHECK(t.sees("That did not work"));
  CHECK(t.sees(std::string(1'500, 'x')));
}

TEST_CASE("editing: a press by keyboard counts once") {
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  t.submit("Add a next step", "Once");
  t.pressByKeyboard("Once");
  CHECK(*t.only().steps.begin()->second.done);
  t.pressByKeyboard("Once");
  CHECK_FALSE(*t.only().steps.begin()->second.done);
}

TEST_CASE("pressing: the focus that a press brings does not move what is being pressed") {
  Tester t(1280, 500);
  t.startWith("Amina");
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  for (const auto* title : {"One", "Two"}) t.submit("Add a goal", title);
  const semantics::Node story = *t.find("Story");
  // The tab stands at the upper edge, half of it above.
  t.app->wheel(640, 250, -10'000);
  t.app->wheel(640, 250, story.rect.y + story.rect.height / 2);
  t.settle();
  const float x = story.rect.x + 10;
  t.app->pointer(PointerKind::mouse, PointerPhase::move, x, 4);
  t.settle();
  t.app->pointer(PointerKind::mouse, PointerPhase::down, x, 4);
  t.app->focusChanged(story.key, false);
  t.settle();
  t.app->pointer(PointerKind::mouse, PointerPhase::up, x, 4);
  t.settle();
  CHECK(t.platform.addresses.back().ends_with("/story"));
}

TEST_CASE("pressing: a mouse takes the scrollbar; what lies above the page keeps it still") {
  Tester t(1280, 500);
  t.press("Look at an example");
  t.go(mentorshipAddress(t.only().id, Screen::story));
  const auto scrolled = [&](std::string_view key = "page") {
    for (const auto& region : t.app->nodes()) {
      if (region.key == key) return region.scroll;
    }
    return -1.0F;
  };
  const auto mouse = [&](PointerPhase phase, float x, float y) {
    t.app->pointer(PointerKind::mouse, phase, x, y);
    t.settle();
  };
  const float bar = 1280 - 6;
  REQUIRE(scrolled() == 0);
  mouse(PointerPhase::down, bar, 12);
  CHECK(scrolled() == 0);
  mouse(PointerPhase::move, bar - 300, 60);
  const float some = scrolled();
  CHECK(some > 0);
  mouse(PointerPhase::move, bar, 2000);
  const float end = scrolled();
  CHECK(end > some);
  mouse(PointerPhase::up, bar, 2000);
  mouse(PointerPhase::move, bar, 12);
  CHECK(scrolled() == end);
  // Beside the thumb it comes to where one presses.
  mouse(PointerPhase::down, bar, 4);
  CHECK(scrolled() == 0);
  mouse(PointerPhase::up, bar, 4);
  CHECK(t.platform.addresses.back().ends_with("/story"));

  t.press("More for “Amina Okafor”");
  mouse(PointerPhase::down, bar, 400);
  mouse(PointerPhase::up, bar, 400);
  CHECK(scrolled() == 0);
  CHECK_FALSE(t.find("More for “Amina Okafor”")->expanded);
}

TEST_CASE("notice: with its undo it stays from place to place, until the next command") {
  Tester t;
  t.press("Look at an example");
  t.go(mentorshipAddress(t.only().id));
  t.press("More for “Write the release checklist, one page”");
  t.press("Remove");
  REQUIRE_MESSAGE(t.find("Undo this"), t.screen());
  t.platform.clock += 5 * kMinute;
  t.press("Goals");
  t.press("Story");
  CHECK(t.find("Undo this"));
  t.press("Now");
  t.submit("Add a next step", "Another");
  CHECK_FALSE(t.find("Undo this"));
}

}  // namespace cairn::editing_test

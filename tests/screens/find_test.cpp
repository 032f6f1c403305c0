#include <doctest/doctest.h>

#include "codec/file.hpp"
#include "frame/action_registry.hpp"
#include "replica/merge.hpp"
#include "screens/places.hpp"

namespace cairn::find_test {

namespace {

void look(Tester& t, const std::string& words) {
  t.app->focusChanged("find/words", false);
  t.app->textChanged("find/words", words);
  t.settle();
}

/// A change that writes words of its own into every text of everything that is there, and where each stands.
Workspace needlesIn(const Workspace& model, std::map<std::string, std::string>& places) {
  Command command{CommandName::textEdit, {}, {}};
  for (const auto& [id, root] : model.mentorships) {
    Mentorship& edit = command.edit.at(id);
    const Id me = *root.me;
    forEachThing(static_cast<const Root&>(root), rootTypeOf<Mentorship>(),
                 [&](const Thing& thing, const ThingType& type, std::string_view collection) {
                   if (!isAlive(thing, type)) return;
                   const CollectionType* declared = rootTypeOf<Mentorship>().find(collection);
                   Thing& said = declared ? declared->in(edit).at(thing.id) : edit;
                   forEachField(type, [&](const FieldTraits& traits, auto at) {
                     if constexpr (std::is_same_v<typename decltype(at)::Value, std::string>) {
                       const bool isMine = traits.name == "remember" && thing.id == me;  // it has no field
                       if (traits.onTwoVersions != OnTwoVersions::ask || traits.name == "zone" || isMine) return;
                       const std::string needle = "Needle" + std::to_string(1000 + places.size());
                       places[needle] = std::string(collection) + "." + std::string(traits.name);
                       at.in(said).set(needle);
                     }
                   });
                 });
  }
  Workspace written;
  merge(written, model);
  Writers writers{77, 78, 1, 1, 0};
  const auto change = commit(written, command, writers, 1'800'000'000'000);
  REQUIRE(change);
  return change->delta;
}

}  // namespace

TEST_CASE("find: whatever is found is seen where it leads, for every text of everything") {
  const auto t = over(everydayStore());
  std::map<std::string, std::string> places;
  const Workspace change = needlesIn(t->app->workspace(), places);
  t->watchesStore = false;  // the words were never stored
  t->app->followed({{recordPath(77, 1), writeRecord(change)}});
  t->settle();
  std::set<std::string> kinds;
  for (const auto& entry : places) {
    const auto& needle = entry.first;
    const auto& place = entry.second;
    if (!kinds.insert(place).second) continue;
    t->go("#/");
    t->app->shortcut("Ctrl+K", false);
    t->settle();
    look(*t, needle);
    if (t->sees("Nothing holds these words")) continue;  // it is not offered
    t->submit("What are you looking for?", needle);
    CHECK_MESSAGE(t->sees(needle), place << " is not seen at " << t->platform.addresses.back());
  }
  MESSAGE(kinds.size() << " kinds of text");
  CHECK(kinds.size() > 25);
}

TEST_CASE("find: Ctrl+K opens it over any place, a second time closes it, and its words are no draft") {
  Tester t;
  t.startWith("Amina Okafor");
  const std::string place = t.platform.addresses.back();
  CHECK(t.app->shortcut("Ctrl+K", true));
  t.settle();
  CHECK(t.platform.addresses.back() == place + "?find");
  CHECK(t.platform.focused == "find/words");
  const auto stored = t.platform.files;
  look(t, "release");
  t.platform.clock += 60'000;
  t.settle();
  CHECK(t.platform.files == stored);
  CHECK(t.app->shortcut("Ctrl+K", true));
  t.settle();
  CHECK(t.platform.addresses.back() == place);
}

TEST_CASE("find: words lead to where they stand, an action is done, and neither leaves the sheet in the history") {
  Tester t;
  t.startWith("Amina Okafor");
  t.app->shortcut("Ctrl+K", false);
  t.settle();
  const auto places = t.platform.addresses.size();
  look(t, "amina");
  CHECK(t.sees("Amina Okafor"));
  look(t, "first ses");
  t.press("First session");
  CHECK(t.platform.addresses.size() == places);
  CHECK(t.platform.addresses.back().find("/s/") != std::string::npos);
  t.app->shortcut("Ctrl+F", false);
  t.settle();
  look(t, "hand o");
  t.submit("What are you looking for?", "hand o");
  CHECK(t.platform.addresses.back().ends_with("/hand-over"));
}

TEST_CASE("find: a hit has the keyboard where it stands") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  t.submit("Add a goal", "Lead a release");
  t.go("#/");
  t.app->shortcut("Ctrl+K", false);
  t.settle();
  look(t, "lead a");
  t.submit("What are you looking for?", "lead a");
  t.settle();
  CHECK(t.platform.focused == textPath(t.only().id, "goals", t.only().goals.begin()->first, "title"));
}

TEST_CASE("find: nothing found says so; Ctrl+F a second time is the browser's") {
  Tester t;
  t.startWith("Amina Okafor");
  CHECK(t.app->shortcut("Ctrl+F", true));
  t.settle();
  look(t, "unheard of");
  CHECK(t.sees("Nothing holds these words."));
  CHECK(!t.app->shortcut("Ctrl+F", true));
}

TEST_CASE("find: what it leads to is seen from its top, and undo closes it and says what it did") {
  Tester t(1280, 400);
  t.startWith("Amina Okafor");
  const std::string mentorship = "#/m/" + toText(t.only().id);
  t.go(mentorship + "/together");
  t.app->wheel(700, 200, 500);
  t.settle();
  const auto scrolled = [&] {
    for (const auto& node : t.app->nodes()) {
      if (node.key == "page") return node.scroll;
    }
    return -1.0F;
  };
  REQUIRE(scrolled() > 100);
  t.app->shortcut("Ctrl+K", false);
  t.settle();
  CHECK(scrolled() > 100);
  look(t, "first session");
  t.press("First session");
  CHECK(scrolled() == 0);
  t.app->shortcut("Ctrl+K", false);
  t.settle();
  look(t, "undo");
  t.submit("What are you looking for?", "undo");
  CHECK(!t.platform.addresses.back().ends_with("?find"));
  CHECK(t.sees("Undone"));
}

TEST_CASE("find: arrows pressed while nothing is found take nobody's focus later") {
  Tester t;
  t.startWith("Amina Okafor");
  t.app->shortcut("Ctrl+K", false);
  t.settle();
  look(t, "zzz");
  t.app->moveInList("find/list", 1);
  t.settle();
  look(t, "amina");
  CHECK(t.platform.focused == "find/words");
  t.press("Close");
  CHECK(!t.sees("Nothing holds"));
}

TEST_CASE("shortcuts: shown as the keyboard has them") {
  CHECK(shownShortcut(english(), "Ctrl+K", false) == "Ctrl+K");
  CHECK(shownShortcut(english(), "Ctrl+K", true) == "⌘K");
  CHECK(shownShortcut(english(), "Ctrl+Shift+Z", true) == "⇧⌘Z");
}

TEST_CASE("shortcuts: each is listed once, and those of an editor are left to it") {
  std::set<std::string_view> seen;
  for (const auto& action : actions()) {
    CAPTURE(action.key);
    if (!action.shortcut.empty()) CHECK(seen.insert(action.shortcut).second);
  }
  Tester t;
  t.startWith("Amina Okafor");
  CHECK(!t.app->shortcut("Ctrl+Z", true));
  CHECK(t.app->shortcut("Ctrl+Z", false));
  t.app->shortcut("Ctrl+/", false);
  t.settle();
  CHECK(t.sees("Keyboard shortcuts"));
  CHECK(t.sees("Ctrl+Shift+Z"));
}

}  // namespace cairn::find_test

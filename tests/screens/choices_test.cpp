#include <doctest/doctest.h>

#include <algorithm>

#include "screens/tester.hpp"

namespace cairn::choices_test {

namespace {

const semantics::Node& at(const Tester& t, const std::string& key) {
  const auto& nodes = t.app->nodes();
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
  REQUIRE_MESSAGE(found != nodes.end(), key << " is not on\n" << t.screen());
  return *found;
}
bool isThere(const Tester& t, const std::string& key) {
  const auto& nodes = t.app->nodes();
  return std::any_of(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
}

}  // namespace

TEST_CASE("choices: a toggle is on or off at once") {
  Tester t;
  t.go("#/gallery/choose");
  CHECK(!at(t, "g/toggle").checked);
  t.press("Show both people's time");
  CHECK(at(t, "g/toggle").checked);
  t.pressByKeyboard("Show both people's time");
  CHECK(!at(t, "g/toggle").checked);
}

TEST_CASE("choices: a radio group is one stop of Tab, and arrows choose and take the focus along") {
  Tester t;
  t.go("#/gallery/choose");
  const auto stops = [&] {
    std::vector<std::string> names;
    for (const auto& node : t.app->nodes()) {
      if (node.parent == "g/few" && !node.offTabOrder) names.push_back(node.name);
    }
    return names;
  };
  CHECK(stops() == std::vector<std::string>{"System"});
  t.arrow("g/few", 0, 1);
  CHECK(at(t, "g/few/1").checked);
  CHECK(t.platform.focused == "g/few/1");
  CHECK(stops() == std::vector<std::string>{"Light"});
  t.arrow("g/few", 1'000'000'000);
  CHECK(at(t, "g/few/2").checked);
  t.press("System");
  CHECK(at(t, "g/few/0").checked);
  CHECK(at(t, "g/few").role == semantics::Role::radioGroup);
  CHECK(at(t, "g/few/0").count == 3);
}

TEST_CASE("choices: options that do not fit beside each other stand below each other") {
  Tester t;
  t.go("#/gallery/choose");
  CHECK(at(t, "g/few/0").rect.y == at(t, "g/few/1").rect.y);
  CHECK(at(t, "g/many/0").rect.y < at(t, "g/many/1").rect.y);
}

TEST_CASE("choices: a chip is chosen, and its cross takes it away") {
  Tester t;
  t.go("#/gallery/choose");
  CHECK(at(t, "g/chip/0").current);
  t.press("Work review");
  CHECK(at(t, "g/chip/1").current);
  CHECK(!at(t, "g/chip/0").current);
  t.press("Remove “@Ana by Fri 5 Dec 2026”");
  CHECK(!isThere(t, "g/chip/ana"));
}

TEST_CASE("choices: a select says what is chosen, opens a list, and takes a press there") {
  Tester t;
  t.go("#/gallery/choose");
  CHECK(at(t, "g/length").name == "How long?, 10 minutes");
  CHECK(!at(t, "g/length").expanded);
  t.press("How long?");
  CHECK(at(t, "g/length").expanded);
  CHECK(t.platform.focused == "g/length/0");
  CHECK(at(t, "page").disabled);
  t.press("45 minutes");
  CHECK(at(t, "g/length").name == "How long?, 45 minutes");
  CHECK(!isThere(t, "popup"));
  CHECK(t.platform.focused == "g/length");
  t.press("How long?");
  CHECK(t.platform.focused == "g/length/2");
  CHECK(at(t, "g/length/2").current);
}

TEST_CASE("choices: of many the select has a search; Enter takes the first that is found") {
  Tester t;
  t.go("#/gallery/choose");
  t.press("Who does it?");
  CHECK(t.platform.focused == "g/select/search");
  CHECK(at(t, "g/select/0").count == 40);
  t.submit("Search", "okafór");
  CHECK(at(t, "g/select").name.find("Amina Okafor-Lindqvist") != std::string::npos);
  t.press("Who does it?");
  t.app->textChanged("g/select/search", "nobody of that name");
  t.settle();
  CHECK(t.sees("Nothing here has that in its name."));
}

TEST_CASE("choices: Escape and a press outside close a popup and change nothing") {
  Tester t;
  t.go("#/gallery/choose");
  t.press("How long?");
  CHECK(t.app->closePopup());
  t.settle();
  CHECK(!isThere(t, "popup"));
  CHECK(t.platform.focused == "g/length");
  CHECK(!t.app->closePopup());
  t.press("How long?");
  t.app->pointer(PointerKind::mouse, PointerPhase::move, 20, 20);
  t.settle();
  t.app->pointer(PointerKind::mouse, PointerPhase::down, 20, 20);
  t.app->pointer(PointerKind::mouse, PointerPhase::up, 20, 20);
  t.settle();
  CHECK(!isThere(t, "popup"));
  CHECK(at(t, "g/length").name == "How long?, 10 minutes");
}

TEST_CASE("choices: below a popup nothing can be pressed, and another screen closes it") {
  Tester t;
  t.go("#/gallery/choose");
  t.press("How long?");
  t.pressByKeyboard("Show both people's time");
  CHECK(!at(t, "g/toggle").checked);
  t.go("#/");
  CHECK(!isThere(t, "popup"));
  CHECK(!at(t, "page").disabled);
}

TEST_CASE("choices: a menu's items are moved in by arrows and do what they say") {
  Tester t;
  t.go("#/gallery/press");
  t.press("What to do with this session");
  CHECK(at(t, "g/menu/items").role == semantics::Role::menu);
  CHECK(t.platform.focused == "g/menu/0");
  t.arrow("g/menu/items", 1);
  CHECK(t.platform.focused == "g/menu/1");
  t.pressByKeyboard("Copy as text");
  CHECK(t.sees("Pressed 1 times"));
  CHECK(t.platform.focused == "g/menu");
}

TEST_CASE("choices: a question is confirmed or left") {
  Tester t;
  t.go("#/gallery/press");
  t.press("Erase something");
  CHECK(at(t, "popup").landmark == "alertdialog");
  t.press("Cancel");
  CHECK(t.sees("Pressed 0 times"));
  t.press("Erase something");
  t.press("Erase for good");
  CHECK(t.sees("Pressed 1 times"));
}

TEST_CASE("choices: on a phone a popup comes from below and keeps to the page") {
  Tester t(390, 844);
  t.go("#/gallery/choose");
  t.press("How long?");
  const auto rect = at(t, "popup").rect;
  CHECK(rect.width == 390 - 16);
  CHECK(rect.y + rect.height == 844 - 8);
}

}  // namespace cairn::choices_test

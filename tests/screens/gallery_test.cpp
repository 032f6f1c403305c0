#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include <algorithm>

#include "screens/tester.hpp"

namespace cairn::gallery_test {

TEST_CASE("gallery: each page, wide and narrow, is whole in the semantics tree") {
  for (const float width : {1280.0F, 390.0F}) {
    Tester t(width, 844);
    for (const char* page : {"texts", "press", "choose", "edit", "pick", "lists", "structure", "pictures", "states"}) {
      CAPTURE(page);
      t.go("#/gallery/" + std::string(page));
      CHECK(t.app->nodes().size() > 20);
      t.checkFaults();
    }
  }
}

TEST_CASE("gallery: its pages have addresses") {
  Tester t;
  t.go("#/gallery");
  CHECK(t.sees("Gallery: Texts"));
  t.press("Choose");
  CHECK(t.platform.addresses.back() == "#/gallery/choose");
  CHECK(t.sees("Gallery: Choose"));
}

namespace {

bool isPressed(const semantics::Node& node) {
  using semantics::Role;
  constexpr std::array kPressed{Role::button, Role::radio,  Role::toggle,   Role::checkbox,
                                Role::link,   Role::option, Role::menuItem, Role::gridCell};
  return std::find(kPressed.begin(), kPressed.end(), node.role) != kPressed.end();
}

/// Of the screen that is drawn: what is smaller than a finger, 44 pixels.
std::string tooSmall(const Tester& t) {
  std::string found;
  for (const auto& node : t.app->nodes()) {
    if (node.key.starts_with("shape/")) continue;  // words within a sentence
    const bool small = node.rect.height < 44 || node.rect.width < 44;
    if (isPressed(node) && small) {
      found += node.key + ": " + std::to_string(node.rect.width) + " x " + std::to_string(node.rect.height) + "\n";
    }
  }
  return found;
}

}  // namespace

TEST_CASE("gallery: nothing that can be pressed on a phone is smaller than a finger, also in what opens") {
  Tester t(390, 844);
  const auto fits = [&](const std::string& page, const std::string& opens) {
    t.go("#/gallery/" + page);
    if (!opens.empty()) t.press(opens);
    CHECK_MESSAGE(tooSmall(t).empty(), (page + " " + opens + "\n" + tooSmall(t)));
  };
  for (const char* page : {"press", "choose", "pick", "lists", "structure", "pictures", "states"}) fits(page, "");
  fits("choose", "Who does it?, Nobody yet");
  fits("pick", "By when?: choose from a calendar");
  fits("pick", "At what time?: choose from a list");
  fits("press", "Erase something");
  fits("states", "More for “Amina”");
  t.go("#/start");
  CHECK_MESSAGE(tooSmall(t).empty(), tooSmall(t));
  t.startWith("Amina Okafor");
  const std::string home = "#/m/" + toText(t.only().id);
  for (const std::string& place : {std::string("#/"), std::string("#/mentorships"), std::string("#/calendar"), home,
                                   home + "/goals", home + "/story", home + "/together", t.platform.addresses.back(),
                                   home + "/hand-over", std::string("#/settings")}) {
    t.go(place);
    CHECK_MESSAGE(tooSmall(t).empty(), (place + "\n" + tooSmall(t)));
  }
}

}  // namespace cairn::gallery_test

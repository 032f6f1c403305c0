#include <doctest/doctest.h>

#include <algorithm>

#include "screens/tester.hpp"

using namespace cairn;

TEST_CASE("gallery: each page, wide and narrow, is whole in the semantics tree") {
  for (const float width : {1280.0F, 390.0F}) {
    Tester t(width, 844);
    for (const char* page : {"texts", "press", "choose", "edit", "pick", "lists", "structure", "pictures", "states"}) {
      CAPTURE(page);
      t.go("#/gallery/" + std::string(page));
      CHECK(t.app->nodes().size() > 20);
      CHECK_MESSAGE(t.faults.empty(), t.faultText());
      t.faults.clear();
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

TEST_CASE("gallery: nothing that can be pressed on a phone is lower than a finger") {
  Tester t(390, 844);
  for (const char* page : {"press", "choose", "pick", "lists", "pictures", "states"}) {
    t.go("#/gallery/" + std::string(page));
    for (const auto& node : t.app->nodes()) {
      const bool pressed = node.role == semantics::Role::button || node.role == semantics::Role::radio ||
                           node.role == semantics::Role::toggle;
      if (pressed) CHECK_MESSAGE(node.rect.height >= 40, node.key);
    }
  }
}

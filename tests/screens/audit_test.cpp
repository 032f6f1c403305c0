#include <doctest/doctest.h>

#include "frame/route.hpp"
#include "screens/tester.hpp"
#include "strings.hpp"

namespace cairn::audit_test {

TEST_CASE("audit: every screen, wide and narrow, is whole in the semantics tree") {
  for (const float width : {1280.0F, 390.0F}) {
    CAPTURE(width);
    Tester t(width, 844);
    t.press("Look at an example");
    const Id id = t.only().id;
    const Id session = t.only().sessions.begin()->first;
    for (const Screen screen : {Screen::now, Screen::goals, Screen::story, Screen::together, Screen::checklist}) {
      t.go(mentorshipAddress(id, screen));
      CHECK(t.app->nodes().size() > 10);
    }
    for (const SessionView view : {SessionView::prepare, SessionView::talk, SessionView::wrapUp}) {
      t.go(sessionAddress(id, session, view));
    }
    for (const char* address :
         {"#/", "#/mentorships", "#/settings", "#/open", "#/start", "#/m/0000000000000001", "#/nowhere"}) {
      t.go(address);
    }
    t.go(mentorshipAddress(id) + "/hand-over");
  }
}

TEST_CASE("audit: each screen has one title and no word without its value") {
  Tester t;
  t.press("Look at an example");
  for (const char* address : {"#/", "#/mentorships", "#/start"}) {
    t.go(address);
    int titles = 0;
    for (const auto& node : t.app->nodes()) {
      titles += node.level == 1 ? 1 : 0;
      CHECK_MESSAGE(node.name.find('{') == std::string::npos, node.name);
    }
    CHECK(titles == 1);
  }
}

TEST_CASE("audit: below a sheet nothing can be pressed") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.press("Hand over");
  t.pressByKeyboard("Goals");
  CHECK(t.platform.addresses.back().ends_with("/hand-over"));
  t.press("Close");
  t.press("Goals");
  CHECK(t.platform.addresses.back().ends_with("/goals"));
}

TEST_CASE("audit: addresses are read back as they are written") {
  const Id a{1, 2};
  const Id b{3, 4};
  for (const auto& address :
       {std::string("#/"), std::string("#/start/when"), std::string("#/mentorships"), std::string("#/open"),
        std::string("#/settings"), mentorshipAddress(a, Screen::story), mentorshipAddress(a) + "/hand-over",
        sessionAddress(a, b), sessionAddress(a, b, SessionView::wrapUp)}) {
    CHECK(addressOf(readRoute(address)) == address);
  }
}

TEST_CASE("audit: a touch that wanders scrolls and does not press") {
  Tester t(390, 844);
  t.press("Look at an example");
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  const auto* node = t.find("Reached");
  REQUIRE(node);
  const float x = node->rect.x + 10;
  const float y = node->rect.y + 10;
  t.app->pointer(PointerKind::touch, PointerPhase::down, x, y);
  for (float moved = 0; moved < 200; moved += 20) {
    t.platform.clock += 16;
    t.app->pointer(PointerKind::touch, PointerPhase::move, x, y - moved);
    t.app->frame();
  }
  t.app->pointer(PointerKind::touch, PointerPhase::up, x, y - 180);
  for (int frame = 0; frame < 300 && t.app->wantsFrame(); ++frame) {
    t.platform.clock += 16;
    t.app->frame();
  }
  CHECK(*t.only().goals.begin()->second.status == GoalStatus::open);
  float scroll = 0;
  for (const auto& region : t.app->nodes()) {
    if (region.key == "page") scroll = region.scroll;
  }
  // The finger went 180 pixels; let go in full swing, the page goes on by itself.
  CHECK(scroll > 260);
}

TEST_CASE("audit: a finger that rests on a step opens its menu and ticks nothing; a tap ticks") {
  Tester t(390, 844);
  t.startWith("Amina");
  t.press("Talk");
  t.submit("Add a next step", "Write the announcement");
  const auto hold = [&](Instant duration) {
    const auto* step = t.find("Write the announcement");
    REQUIRE(step);
    t.app->wheel(195, 400, step->rect.y - 400);
    t.settle();
    float scrolled = 0;
    for (const auto& region : t.app->nodes()) scrolled = region.key == "page" ? region.scroll : scrolled;
    const float x = t.find("Write the announcement")->rect.x + 10;
    const float y = t.find("Write the announcement")->rect.y + 10 - scrolled;
    t.app->pointer(PointerKind::touch, PointerPhase::down, x, y);
    t.app->frame();
    t.platform.clock += duration;
    t.app->frame();
    t.app->pointer(PointerKind::touch, PointerPhase::up, x, y);
    t.settle();
  };
  const auto isTicked = [&] { return t.find("Write the announcement")->checked; };
  hold(1'200);
  CHECK_MESSAGE(t.sees("Remove"), t.screen());
  CHECK(t.app->closePopup());
  t.settle();
  CHECK_FALSE(isTicked());
  hold(80);
  CHECK(isTicked());
}

TEST_CASE("focus: where a thing is gone the keyboard goes on beside it; a closed sheet gives it back") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.submit("Add a next step", "Write the plan");
  t.submit("Add a next step", "Send the plan");
  const semantics::Node* first = t.find("Write the plan");
  const semantics::Node* second = t.find("More for “Write the plan”");
  REQUIRE((first && second));
  t.app->focusChanged(first->key, true);
  t.pressByKeyboard("Write the plan");
  const semantics::Node* left = t.find("Send the plan");
  REQUIRE(left);
  CHECK_MESSAGE(t.platform.focused == left->key, t.platform.focused);
  const semantics::Node* settings = t.find("Settings");
  REQUIRE(settings);
  const std::string opener = settings->key;
  t.app->focusChanged(opener, true);
  t.pressByKeyboard("Settings");
  t.app->focusChanged(t.platform.focused, true);
  t.press("Close");
  t.settle();
  CHECK_MESSAGE(t.platform.focused == opener, t.platform.focused);
}

}  // namespace cairn::audit_test

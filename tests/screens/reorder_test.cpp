#include <doctest/doctest.h>

#include <algorithm>

#include "screens/tester.hpp"

namespace cairn::reorder_test {

namespace {

std::vector<std::string> order(const Tester& t) {
  std::vector<std::string> names;
  for (const auto& node : t.app->nodes()) {
    if (node.movedByKeys) names.push_back(node.name);
  }
  return names;
}
semantics::Rect gripOf(const Tester& t, const std::string& line) {
  for (const auto& node : t.app->nodes()) {
    if (node.movedByKeys && node.name == "Move “" + line + "”") return node.rect;
  }
  return {};
}
void drag(Tester& t, PointerKind kind, const std::string& line, float by) {
  t.app->pointer(kind, PointerPhase::move, 0, 0);  // what a finger presses is higher
  t.settle();
  const auto grip = gripOf(t, line);
  const float x = grip.x + grip.width / 2;
  const float y = grip.y + grip.height / 2;
  t.app->pointer(kind, PointerPhase::move, x, y);
  t.settle();
  t.app->pointer(kind, PointerPhase::down, x, y);
  t.settle();
  for (int step = 1; step <= 4; ++step) {
    t.app->pointer(kind, PointerPhase::move, x, y + by * static_cast<float>(step) / 4);
    t.settle();
  }
  t.app->pointer(kind, PointerPhase::up, x, y + by);
  t.settle();
}

const std::vector<std::string> kAtFirst{"Move “What went well since we spoke”", "Move “The release: who decides”",
                                        "Move “Your talk in May”", "Move “Next time”"};

}  // namespace

TEST_CASE("reorder: arrows on a grip move the thing, and the grip keeps the focus") {
  Tester t;
  t.go("#/gallery/lists");
  REQUIRE(order(t) == kAtFirst);
  t.arrow("g/reorder/0/grip", 1);
  CHECK(order(t)[1] == kAtFirst[0]);
  CHECK(t.platform.focused == "g/reorder/0/grip");
  t.arrow("g/reorder/0/grip", 1'000'000'000);
  CHECK(order(t)[3] == kAtFirst[0]);
  t.arrow("g/reorder/0/grip", 1);
  CHECK(order(t)[3] == kAtFirst[0]);
  CHECK(t.sees("4 of 4. The arrows move it."));
}

TEST_CASE("reorder: a grip is dragged by mouse and by finger, and the page does not scroll meanwhile") {
  for (const auto kind : {PointerKind::mouse, PointerKind::touch}) {
    Tester t;
    t.go("#/gallery/lists");
    drag(t, kind, "What went well since we spoke", 110);
    CHECK(order(t)[2] == kAtFirst[0]);
    drag(t, kind, "Next time", -300);
    CHECK(order(t)[0] == kAtFirst[3]);
    for (const auto& node : t.app->nodes()) {
      if (node.key == "page") CHECK(node.scroll == 0);
    }
  }
}

TEST_CASE("reorder: held at the lower edge, a thing takes the page along") {
  Tester t(1280, 420);
  t.go("#/gallery/lists");
  const auto scrolled = [&] {
    for (const auto& node : t.app->nodes()) {
      if (node.key == "page") return node.scroll;
    }
    return 0.0F;
  };
  const auto grip = gripOf(t, "What went well since we spoke");
  t.app->pointer(PointerKind::mouse, PointerPhase::move, grip.x + 10, grip.y + 10);
  t.settle();
  t.app->pointer(PointerKind::mouse, PointerPhase::down, grip.x + 10, grip.y + 10);
  t.settle();
  CHECK(scrolled() == 0);
  t.app->pointer(PointerKind::mouse, PointerPhase::move, grip.x + 10, 410);
  for (int frame = 0; frame < 30; ++frame) t.app->frame();
  CHECK(scrolled() > 5);
  t.app->pointer(PointerKind::mouse, PointerPhase::up, grip.x + 10, 410);
  t.settle();
  CHECK(order(t)[0] != kAtFirst[0]);
  CHECK_FALSE(t.app->wantsFrame());
}

TEST_CASE("reorder: a press without a way leaves the order alone") {
  Tester t;
  t.go("#/gallery/lists");
  t.press("Move “Your talk in May”");
  CHECK(order(t) == kAtFirst);
}

TEST_CASE("grid: of ten thousand rows a screenful is there; Tab reaches one cell, arrows go both ways") {
  Tester t;
  t.go("#/gallery/lists");
  const auto stops = [&] {
    std::vector<std::string> names;
    for (const auto& node : t.app->nodes()) {
      if (node.role == semantics::Role::gridCell && !node.offTabOrder) names.push_back(node.name);
    }
    return names;
  };
  CHECK(stops() == std::vector<std::string>{"Pair 1"});
  t.arrow("g/grid", 0, 1);
  CHECK(stops() == std::vector<std::string>{"0 sessions"});
  t.arrow("g/grid", 3);
  CHECK(stops() == std::vector<std::string>{"3 sessions"});
  t.arrow("g/grid", 1'000'000'000);
  t.arrow("g/grid", 0, 9);
  CHECK_MESSAGE(t.platform.focused == "g/cell/9999/2", t.platform.focused);
  std::size_t rows = 0;
  for (const auto& node : t.app->nodes()) {
    if (node.role != semantics::Role::row) continue;
    ++rows;
    CHECK(node.count == 10'000);
  }
  CHECK(rows < 40);
}

}  // namespace cairn::reorder_test

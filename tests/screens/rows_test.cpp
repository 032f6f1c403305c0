#include <doctest/doctest.h>

#include "codec/file.hpp"
#include "screens/tester.hpp"

namespace cairn::rows_test {

namespace {

/// A workspace of so many mentorships, with people named "Person 0000", "Person 0001", …
void fill(Tester& t, int count) {
  Workspace many;
  for (int at = 0; at < count; ++at) {
    Mentorship& mentorship = many.at(Id{7, static_cast<std::uint64_t>(at + 1)});
    Person& person = thingAt(mentorship.people, Id{8, static_cast<std::uint64_t>(at + 1)});
    std::string number = std::to_string(at);
    person.name.set("Person " + std::string(4 - number.size(), '0') + number);
    person.role.set(Role::mentee);
    mentorship.stage.set(Stage::running);
    mentorship.stage.sign({9, static_cast<std::uint64_t>(at + 1)}, 1);
    person.name.sign({9, static_cast<std::uint64_t>(at + 1)}, 1);
    person.role.sign({9, static_cast<std::uint64_t>(at + 1)}, 1);
  }
  t.app->followed({{"records/00000009-1", writeRecord(many)}});
  t.settle();
}

std::vector<semantics::Node> rowsOf(const Tester& t, const std::string& list) {
  std::vector<semantics::Node> found;
  for (const auto& node : t.app->nodes()) {
    if (node.role == semantics::Role::listItem && node.parent == list) found.push_back(node);
  }
  return found;
}

std::vector<std::string> inTabOrder(const Tester& t, const std::string& list) {
  std::vector<std::string> found;
  for (const auto& node : t.app->nodes()) {
    if (node.parent.starts_with(list + "/") && !node.offTabOrder) found.push_back(node.name);
  }
  return found;
}

}  // namespace

TEST_CASE("rows: of 2,000 mentorships a screenful is in the tree, each with its place and the count") {
  Tester t;
  fill(t, 2'000);
  const auto shown = rowsOf(t, "rail/mentorships");
  CHECK(shown.size() > 5);
  CHECK(shown.size() < 30);
  CHECK(shown.front().place == 1);
  CHECK(shown.back().place == shown.size());
  CHECK(shown.front().count == 2'000);
  CHECK(inTabOrder(t, "rail/mentorships") == std::vector<std::string>{"Person 0000"});
}

TEST_CASE("rows: arrows and End move the focus, and what they reach is scrolled to") {
  Tester t;
  fill(t, 2'000);
  t.app->moveInList("rail/mentorships", 1);
  t.settle();
  CHECK(t.platform.focused == "nav/m/" + toText(Id{7, 2}));
  CHECK(inTabOrder(t, "rail/mentorships") == std::vector<std::string>{"Person 0001"});
  t.app->moveInList("rail/mentorships", 1'000'000'000);
  t.settle();
  CHECK(t.platform.focused == "nav/m/" + toText(Id{7, 2'000}));
  t.app->focusChanged(t.platform.focused, true);
  t.settle();
  CHECK(t.sees("Person 1999"));
  const auto shown = rowsOf(t, "rail/mentorships");
  CHECK(shown.back().place == 2'000);
  CHECK(shown.size() < 30);
}

TEST_CASE("rows: the row with the focus stays in the tree when it is scrolled away") {
  Tester t;
  fill(t, 2'000);
  t.app->focusChanged("nav/m/" + toText(Id{7, 3}), true);
  t.settle();
  t.app->wheel(60, 300, 40'000);
  t.settle();
  const auto shown = rowsOf(t, "rail/mentorships");
  CHECK(shown.front().place == 3);
  CHECK(shown[1].place > 500);
  CHECK(inTabOrder(t, "rail/mentorships") == std::vector<std::string>{"Person 0002"});
}

TEST_CASE("rows: on paper all are there, and a screenful again afterwards") {
  Tester t;
  fill(t, 2'000);
  t.app->setPaper(true);
  CHECK(rowsOf(t, "rail/mentorships").size() == 2'000);
  CHECK(rowsOf(t, "rail/mentorships").back().place == 2'000);
  t.app->setPaper(false);
  CHECK(rowsOf(t, "rail/mentorships").size() < 30);
}

}  // namespace cairn::rows_test

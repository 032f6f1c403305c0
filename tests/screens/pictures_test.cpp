#include <doctest/doctest.h>

#include "screens/tester.hpp"
#include "widgets/pictures.hpp"

namespace cairn::pictures_test {

namespace {

std::size_t checkedRungs(const Tester& t) {
  std::size_t count = 0;
  for (const auto& node : t.app->nodes()) count += node.parent == "g/ladder" && node.checked ? 1 : 0;
  return count;
}

using Spans = std::vector<std::pair<int, int>>;

}  // namespace

TEST_CASE("pictures: a ladder's rung is chosen by press and by arrows, upwards with the arrow up") {
  Tester t;
  t.go("#/gallery/pictures");
  CHECK(checkedRungs(t) == 0);
  t.press("Less than expected");
  CHECK(checkedRungs(t) == 1);
  t.arrow("g/ladder", -1);
  CHECK(t.platform.focused == "g/ladder/2");
  CHECK(checkedRungs(t) == 1);
}

TEST_CASE("pictures: a chart turns into a table with the same numbers, and back") {
  Tester t;
  t.go("#/gallery/pictures");
  CHECK(t.sees("From 10 to 59 stars in three weeks"));
  CHECK(!t.sees("26 stars"));
  t.press("As a table: Stars on the project");
  CHECK(t.sees("26 stars"));
  CHECK(t.sees("15 Oct"));
  t.press("As a picture: Stars on the project");
  CHECK(!t.sees("26 stars"));
}

TEST_CASE("pictures: initials are those of the first and the last name") {
  CHECK(initialsOf("Amina Okafor") == "AO");
  CHECK(initialsOf("Éloïse de la Tour") == "ÉT");
  CHECK(initialsOf("Jonas") == "J");
  CHECK(initialsOf("李小龍") == "李");
  CHECK(initialsOf("  ") == "");
}

TEST_CASE("pictures: the hours that all have in common, on our clock") {
  const DayOf me{"You", 0, {9 * 60}, {17 * 60}};
  CHECK(commonHours(std::vector<DayOf>{me}) == Spans{{540, 1020}});
  // Three hours ahead: their 9 to 17 is our 6 to 14.
  CHECK(commonHours(std::vector<DayOf>{me, {"A", 180, {9 * 60}, {17 * 60}}}) == Spans{{540, 840}});
  // Eleven hours ahead: their 8 to 21 is our 21 to 10 of the next day.
  CHECK(commonHours(std::vector<DayOf>{me, {"B", 660, {8 * 60}, {21 * 60}}}) == Spans{{540, 600}});
  // Half a day away: none.
  CHECK(commonHours(std::vector<DayOf>{me, {"C", 720, {9 * 60}, {17 * 60}}}).empty());
  // Over midnight on our side: two spans.
  const DayOf night{"You", 0, {20 * 60}, {4 * 60}};
  CHECK(commonHours(std::vector<DayOf>{night}) == Spans{{0, 240}, {1200, 1440}});
  CHECK(commonHours(std::vector<DayOf>{me, {"Untold", 0, {}, {}}}).empty());
}

}  // namespace cairn::pictures_test

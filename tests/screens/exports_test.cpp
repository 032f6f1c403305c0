// What a mentorship is taken out as: each row of the table stands in its menu, and saves a file of its own name.
#include "words/exports.hpp"

#include <doctest/doctest.h>

#include <set>

#include "screens/tester.hpp"

namespace cairn::exports_test {

TEST_CASE("exports: each format stands in the menu of a mentorship, and saves what its row writes") {
  std::set<std::string_view> verbs;
  for (const ExportFormat& one : exportFormats()) {
    CAPTURE(one.verb);
    CHECK(verbs.insert(one.verb).second);
    Tester t;
    t.startWith("Amina Okafor");
    t.go(mentorshipAddress(t.only().id));
    t.press("More for “Amina Okafor”");
    t.press(std::string(say(english(), one.label)));
    REQUIRE(t.platform.savedFiles.size() == 1);
    const auto& [name, text] = t.platform.savedFiles[0];
    CHECK(name == say(english(), one.fileName, {{"name", "Amina Okafor"}}));
    CHECK(!text.empty());
  }
}

TEST_CASE("exports: what has nothing to take out is not offered") {
  Tester t;
  t.startWith("Amina Okafor", "");
  t.go(mentorshipAddress(t.only().id));
  t.press("More for “Amina Okafor”");
  CHECK(t.sees("Pause for four weeks"));
  CHECK_FALSE(t.sees(std::string(say(english(), S::calendar_all))));
}

}  // namespace cairn::exports_test

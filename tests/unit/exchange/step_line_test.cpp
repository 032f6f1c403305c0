#include "exchange/step_line.hpp"

#include <doctest/doctest.h>

#include "english.hpp"

namespace cairn::step_line_test {

namespace {

const Date kToday = dateOf({2026, 11, 24});  // a Tuesday

struct Fixture {
  Mentorship mentorship;
  Fixture() {
    const std::pair<std::uint64_t, const char*> people[] = {{1, "Amina Okafor"}, {2, "Ana Maria Lopes"}, {3, "Ána"}};
    for (const auto& [id, name] : people) thingAt(mentorship.people, Id{2, id}).name.set(name);
    mentorship.me.set(Id{2, 2});
  }
  std::optional<StepLine> read(std::string_view line) { return readStepLine(line, mentorship, kToday, typedWords()); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "step line: who, what and by when") {
  const auto step = read("@amina send the draft by fri");
  REQUIRE(step);
  CHECK(step->owner == Id{2, 1});
  CHECK(step->text == "send the draft");
  CHECK(step->due == dateOf({2026, 11, 27}));
  CHECK(read("  @Amina Okafor: read it until 5 Dec ")->due == dateOf({2026, 12, 5}));
  CHECK(read("@Amina Okafor: read it")->text == "read it");
  CHECK(read("@me book a room")->owner == Id{2, 2});
  CHECK(read("@ana maria ask them")->owner == Id{2, 2});
  CHECK(read("@ana maria ask them")->text == "ask them");
}

TEST_CASE_FIXTURE(Fixture, "step line: what was not understood stays a word of the text") {
  const auto unknown = read("@zoe: come by train by bus");
  REQUIRE(unknown);
  CHECK_FALSE(unknown->owner);
  CHECK(unknown->text == "zoe: come by train by bus");
  CHECK_FALSE(unknown->due);
  CHECK(read("@amina stand by me by tomorrow")->text == "stand by me");
  CHECK_FALSE(read("Talk to @amina"));
  CHECK_FALSE(read("@"));
  CHECK_FALSE(read("@amina"));
  CHECK_FALSE(read("@amina by fri"));
}

}  // namespace cairn::step_line_test

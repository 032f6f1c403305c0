// What to talk about: lines are changed, moved and removed where they stand; *Next time*; what only I see.
#include <doctest/doctest.h>

#include "query/lists.hpp"
#include "screens/tester.hpp"

namespace cairn::agenda_test {

namespace {

std::vector<std::string> textsOf(const std::vector<const Line*>& lines) {
  std::vector<std::string> texts;
  for (const Line* line : lines) texts.push_back(*line->text);
  return texts;
}

}  // namespace

TEST_CASE("agenda: a line is changed, moved by its grip and removed; undo brings it back") {
  Tester t;
  t.startWith("Amina");
  const Id session = t.only().sessions.begin()->first;
  const auto lines = [&] { return textsOf(agendaOf(t.only(), session, true)); };
  t.press("More for “How will we both know?”");
  t.press("Change");
  t.type("Line", "How will both of us know?");
  t.press("Done changing");
  CHECK(t.find("How will both of us know?"));
  const semantics::Node* grip = t.find("Move “How will both of us know?”");
  REQUIRE(grip);
  t.arrow(std::string(grip->key), -2);
  CHECK(lines().front() == "How will both of us know?");
  t.press("More for “How will both of us know?”");
  t.press("Remove");
  CHECK_FALSE(t.find("How will both of us know?"));
  CHECK(lines().size() == 3);
  t.press("Undo this");
  CHECK(lines().front() == "How will both of us know?");
}

TEST_CASE("agenda: what comes to mind between the calls waits on Now and stands in the next agenda") {
  Tester t;
  t.startWith("Amina");
  t.press("Amina");
  t.submit("Add a line to talk about", "Her exam in June");
  CHECK(t.find("Her exam in June"));
  t.press("First session");
  CHECK_MESSAGE(t.find("Her exam in June"), t.screen());
}

TEST_CASE("agenda: with no call planned a line waits, and the next session draws it") {
  Tester t;
  t.startWith("Amina", "today 9:00");
  t.platform.clock += 5 * 60 * kMinute;
  t.go("#/");
  t.press("Held, First session");
  t.press("Mentorships");
  t.press("Amina");
  t.submit("Add a line to talk about", "The review of her draft");
  const Line* waiting = nullptr;
  for (const auto& [id, line] : t.only().lines) {
    if (*line.text == "The review of her draft") waiting = &line;
  }
  REQUIRE(waiting);
  CHECK_FALSE(*waiting->session);
  t.submit("Add a line to talk about", "Settled by mail");
  t.press("Settled by mail");
  CHECK_FALSE(t.find("Settled by mail"));
  CHECK(t.sees("Line done with"));
  t.submit("When do you talk?", "fri 16:00");
  t.press("Session");
  CHECK_MESSAGE(t.find("The review of her draft"), t.screen());
}

TEST_CASE("agenda: a private line is seen in Prepare and folded in Talk, and neither leaves nor is presented") {
  Tester t;
  t.startWith("Amina");
  t.submit("Add a private line", "Ask about the move, gently");
  CHECK(t.only().privateLines.size() == 1);
  CHECK(t.find("Ask about the move, gently"));
  t.press("Talk");
  CHECK_FALSE(t.sees("Ask about the move"));
  t.press("Private notes");
  CHECK(t.sees("Ask about the move"));
  t.press("Presenting");
  CHECK_FALSE(t.sees("Ask about the move"));
  t.press("Stop presenting");
  CHECK(t.handOver().find("Ask about the move") == std::string::npos);
}

}  // namespace cairn::agenda_test

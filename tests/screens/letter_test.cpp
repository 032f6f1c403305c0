#include <doctest/doctest.h>

#include "screens/tester.hpp"
#include "words/letter_text.hpp"

namespace cairn::letter_test {

namespace {

const Letter& letterOf(const Tester& t) { return *findAlive(t.only().letter, onlyId("letter", t.only().id)); }
void begin(Tester& t) {
  t.startWith("Amina Okafor");
  t.press("Amina Okafor");
  t.press("Together");
  t.press("Begin with the usual sentences");
}

}  // namespace

TEST_CASE("letter: usual sentences, whose phrases are changed by a press or by words of one's own") {
  Tester t;
  begin(t);
  CHECK_MESSAGE(t.sees("We meet every 2 weeks for 45 minutes on a video call."), t.screen());
  t.press("Where: a video call");
  t.press("Signal");
  CHECK(t.sees("We meet every 2 weeks for 45 minutes on Signal."));
  t.type("Where", "Jitsi");
  CHECK(t.sees("We meet every 2 weeks for 45 minutes on Jitsi."));
  t.press("How often: every 2 weeks");
  CHECK_FALSE(t.find("Leave it out, Where"));
  t.press("every week");
  CHECK(t.sees("We meet every week for 45 minutes on Jitsi."));
}

TEST_CASE("letter: each phrase can be left out, a sentence goes with its last one, and comes back") {
  Tester t;
  begin(t);
  t.press("If that fails: the phone");
  t.press("Leave it out, If that fails");
  CHECK_FALSE(t.sees("If a call fails"));
  t.press("If that fails");
  t.press("another day");
  CHECK(t.sees("If a call fails, we take another day."));
  CHECK(letterText(english(), letterOf(t)).find("[") == std::string::npos);
}

TEST_CASE("letter: who agreed, when and how; over other words it was to an earlier version, with the difference") {
  Tester t;
  begin(t);
  t.press("I agree");
  t.press("Amina Okafor agreed in the call");
  CHECK_MESSAGE(t.sees("Amina Okafor agreed on Mon 26 Oct 2026, in the call."), t.screen());
  CHECK_FALSE(t.find("I agree"));
  t.press("How often: every 2 weeks");
  t.press("every 3 weeks");
  CHECK(t.sees("Amina Okafor agreed on Mon 26 Oct 2026 to an earlier version."));
  CHECK(t.sees("Was: We meet every 2 weeks for 45 minutes on a video call."));
  CHECK(t.sees("Now: We meet every 3 weeks for 45 minutes on a video call."));
  CHECK(t.find("I agree"));
  t.press("every 2 weeks");
  CHECK(t.sees("Amina Okafor agreed on Mon 26 Oct 2026, in the call."));
}

TEST_CASE("letter: it reads as one text on a narrow screen too") {
  Tester t(360, 700);
  begin(t);
  float height = 0;
  for (const auto& node : t.app->nodes()) {
    if (node.name == "Whoever cannot come says so a day before and proposes another day.") height = node.rect.height;
  }
  CHECK(height == 64);
}

TEST_CASE("letter: every sentence can be left out, confidentiality too; a difference is told once") {
  Tester t;
  begin(t);
  t.press("I agree");
  t.press("Amina Okafor agreed in the call");
  t.press("Confidentiality: for the two of us alone");
  t.press("Leave it out, Confidentiality");
  CHECK_FALSE(t.sees("Now: What we say"));
  std::size_t told = 0;
  for (const auto& node : t.app->nodes()) told += node.name == "Was: What we say is for the two of us alone." ? 1 : 0;
  CHECK(told == 1);
  t.press("Confidentiality");
  t.press("for us and the programme");
  CHECK(t.sees("What we say is for us and the programme."));
}

}  // namespace cairn::letter_test

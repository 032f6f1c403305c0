#include "words/faults.hpp"

#include <doctest/doctest.h>

#include <set>

#include "english.hpp"

namespace cairn::faults_test {

TEST_CASE("faults: each has words of its own, and says what it is given") {
  std::set<std::string> said;
  for (std::size_t at = 0; at < kFaultCount; ++at) {
    const auto fault = static_cast<Fault>(at);
    const std::string text = faultText(english(), errorOf(fault, {}, "first", "second"));
    CAPTURE(text);
    CHECK(!text.empty());
    CHECK(text.find('{') == std::string::npos);
    CHECK(said.insert(std::string(codeOf(fault)) + text).second);
  }
  CHECK(explained(errorOf(Fault::numberOutside, "goals[0].weight", "1", "5")) == "goals[0].weight must be from 1 to 5");
}

TEST_CASE("faults: a place is one in the text, or one in the plan") {
  Error error = errorOf(Fault::notJson, {}, "}");
  CHECK(placeText(english(), error).empty());
  error.line = 3;
  error.column = 7;
  CHECK(placeText(english(), error) == "line 3, column 7");
  CHECK(placeText(english(), errorOf(Fault::noDay, "goals[3].due")) == "goals[3].due");
}

TEST_CASE("faults: each trouble has words, and none has none") {
  CHECK(troubleText(english(), Trouble::none).empty());
  for (std::size_t at = 1; at < kTroubleCount; ++at) CHECK(!troubleText(english(), static_cast<Trouble>(at)).empty());
}

}  // namespace cairn::faults_test

#include "exchange/pasted.hpp"

#include <doctest/doctest.h>

namespace cairn::pasted_test {

TEST_CASE("pasted: each line without the mark of its list") {
  const std::vector<std::string> expected{"The release", "2.4 is late", "My talk", "3 things"};
  CHECK(pastedLines("- The release\r\n\n* [ ] 2.4 is late\n2. My talk\n  • 3 things  ") == expected);
  CHECK(pastedLines(" \n\n").empty());
  CHECK(pastedLines("2026. That was a year") == std::vector<std::string>{"2026. That was a year"});
}

}  // namespace cairn::pasted_test

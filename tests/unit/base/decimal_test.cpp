#include "base/decimal.hpp"

#include <doctest/doctest.h>

namespace cairn::decimal_test {

TEST_CASE("decimal: digits as people write them") {
  for (const std::string text : {"0", "7", "-12.5", "0.25", "1000000", "-0.5"}) {
    CAPTURE(text);
    const auto decimal = decimalFromText(text);
    REQUIRE(decimal);
    CHECK(decimal->digits == text);
  }
  CHECK(toDouble(*decimalFromText("-12.5")) == doctest::Approx(-12.5));
  CHECK(toDouble(*decimalFromText("0.25")) == doctest::Approx(0.25));
}

TEST_CASE("decimal: anything else is refused") {
  for (const std::string text : {"-", ".", "1.", ".5", "1e5", "+1", " 1", "1,5", "--1", "1.2.3", "NaN", "0x10"}) {
    CAPTURE(text);
    CHECK(!decimalFromText(text));
  }
}

}  // namespace cairn::decimal_test

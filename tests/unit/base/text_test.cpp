#include <doctest/doctest.h>

#include <set>

#include "base/id.hpp"
#include "base/order.hpp"
#include "base/utf8.hpp"
#include "support.hpp"

namespace cairn::text_test {

TEST_CASE("id: its text is read back, anything else is not") {
  IdSource source(tests::numbersFrom(7));
  std::set<Id> seen;
  for (int at = 0; at < 1000; ++at) {
    const Id id = source.next();
    CHECK(seen.insert(id).second);
    CHECK(idFromText(toText(id)) == id);
  }
  for (const char* text : {"", "short", "0123456789abcdeU", "0123456789abcdef0"}) CHECK_FALSE(idFromText(text));
  CHECK(derivedId("session", "x") == derivedId("session", "x"));
  CHECK(derivedId("session", "x") != derivedId("goal", "x"));
}

TEST_CASE("order: a key fits between any two") {
  std::string last;
  for (int at = 0; at < 500; ++at) {
    const std::string next = orderBetween(last, "");
    CHECK(next > last);
    last = next;
  }
  std::string low = orderBetween("", "");
  std::string high = orderBetween(low, "");
  for (int at = 0; at < 200; ++at) {
    const std::string middle = orderBetween(low, high);
    REQUIRE(middle > low);
    REQUIRE(middle < high);
    (at % 3 == 0 ? low : high) = middle;
  }
  CHECK(orderBetween("", low) < low);
}

TEST_CASE("utf8: well-formed or not") {
  for (const char* text : {"", "plain", "Zoë", "李雷", "🧑‍🤝‍🧑", "\xF4\x8F\xBF\xBF"}) CHECK(isUtf8(text));
  for (const char* text : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "a\xC3", "\xE2\x82"})
    CHECK_FALSE(isUtf8(text));
}

TEST_CASE("utf8: folding for search") {
  CHECK(foldForSearch("  São PAULO ") == "sao paulo");
  CHECK(foldForSearch("Łódź") == "lodz");
  CHECK(foldForSearch("Ångström") == "angstrom");
  CHECK(foldForSearch("e\u0301te") == "ete");
  CHECK(lengthOf("Zoë") == 3);
}

}  // namespace cairn::text_test

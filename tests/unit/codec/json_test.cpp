#include "codec/json_writer.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using namespace cairn;

namespace {
std::string codeOf(std::string_view text) {
  const auto json = readJson(text);
  return json ? "read" : json.error().code;
}
}  // namespace

TEST_CASE("json: canonical text is read back to the same text") {
  const std::string text =
      "{\n  \"b\": [\n    1,\n    -2,\n    true,\n    null\n  ],\n  \"a\": \"x\\n\\u0001\\\"ë\",\n  \"e\": [],\n  "
      "\"o\": {}\n}\n";
  const auto json = readJson(text);
  REQUIRE(json);
  CHECK(writeJson(*json) == text);
  CHECK(writeJsonCompact(*json) == "{\"b\":[1,-2,true,null],\"a\":\"x\\n\\u0001\\\"ë\",\"e\":[],\"o\":{}}");
}

TEST_CASE("json: numbers beyond 2^53 keep their digits") {
  const auto json = readJson("[9007199254740992, 9007199254740993, 1.50, 123456789012345678901234567890]");
  REQUIRE(json);
  CHECK(writeJsonCompact(*json) == "[9007199254740992,9007199254740993,1.50,123456789012345678901234567890]");
}

TEST_CASE("json: what is refused, and why") {
  CHECK(codeOf("{\"a\": 1, \"a\": 2}") == "plan");
  CHECK(codeOf("[\"\\u0000\"]") == "plan");
  CHECK(codeOf(std::string_view("[1]\0[2]", 7)) == "json");
  CHECK(codeOf("\"\xFF\"") == "json");
  CHECK(codeOf(std::string(64, '[') + std::string(64, ']')) == "read");
  CHECK(codeOf(std::string(65, '[') + std::string(65, ']')) == "json");
  CHECK(codeOf(std::string(100'000, '[')) == "json");
  CHECK(codeOf("") == "json");
}

TEST_CASE("json: an error names line and column") {
  const auto json = readJson("{\n  \"a\": 1,\n  oops\n}");
  REQUIRE_FALSE(json);
  CHECK(json.error().path == "line 3, column 3");
}

TEST_CASE("json: the public suite of JSON texts") {
  const auto folder = tests::sharedData("json-suite");
  if (!folder) return tests::notRun();
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const std::string code = codeOf(tests::readText(entry.path()));
    if (name.starts_with("y_")) CHECK((code == "read" || code == "plan"));
    if (name.starts_with("n_")) CHECK(code == "json");
    ++files;
  }
  CHECK(files > 300);
}

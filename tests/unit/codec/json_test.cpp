#include "codec/json_writer.hpp"

#include <doctest/doctest.h>

#include "english.hpp"
#include "support.hpp"

namespace cairn::json_test {

namespace {
std::string codeOf(std::string_view text) {
  const auto json = readJson(text);
  return json ? "read" : std::string(codeOf(json.error().fault));
}
std::string indented(const Json& json) {
  JsonWriter writer(JsonWriter::Layout::indented);
  writer.json(json);
  return writer.finish();
}
}  // namespace

TEST_CASE("json: canonical text is read back to the same text") {
  const std::string text =
      "{\n  \"b\": [\n    1,\n    -2,\n    true,\n    null\n  ],\n  \"a\": \"x\\n\\u0001\\\"ë\",\n  \"e\": [],\n  "
      "\"o\": {}\n}\n";
  const auto json = readJson(text);
  REQUIRE(json);
  CHECK(indented(*json) == text);
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
  CHECK(placeText(english(), json.error()) == "line 3, column 3");
}

TEST_CASE("json: a NUL byte anywhere is an error that names the place") {
  const std::string text = "{\n  \"plan\": {\"a\": [1, \"x\", \"\\u00eb\"], \"b\": true}\n}\n";
  REQUIRE(codeOf(text) == "read");
  for (std::size_t at = 0; at <= text.size(); ++at) {
    CAPTURE(at);
    std::string broken = text;
    broken.insert(at, 1, '\0');
    const auto json = readJson(broken);
    REQUIRE_FALSE(json);
    CHECK(json.error().fault == Fault::nulByte);
    if (at == 0) CHECK(placeText(english(), json.error()) == "line 1, column 1");
    if (at == text.size()) CHECK(placeText(english(), json.error()) == "line 4, column 1");
  }
}

TEST_CASE("json: white space parts what stands beside it, and is nothing else") {
  for (const std::string_view text : {"[1 2]", "[1\n 2]", "{\"a\" 1}", "[tr ue]", "[- 1]", "[1,\n\n  ,2]", "[\v1]"}) {
    CAPTURE(text);
    CHECK(codeOf(text) == "json");
  }
  const auto json = readJson(" \t{ \"a\" :\r\n\t[ 1 ,\n 2\n]\t,\n\n\"b\" : { } } \r\n ");
  REQUIRE(json);
  CHECK(writeJsonCompact(*json) == "{\"a\":[1,2],\"b\":{}}");
  const auto wrong = readJson("{\r\n\t\"a\": 1,\r\n\r\n\t  oops\r\n}");
  REQUIRE_FALSE(wrong);
  CHECK(placeText(english(), wrong.error()) == "line 4, column 4");
  const auto placeOf = [](std::string_view text) { return placeText(english(), readJson(text).error()); };
  CHECK(placeOf("{\"a\": ,\n\n \"b\": 1}") == "line 1, column 7");
  CHECK(placeOf("[1 2,\n\n 3]") == "line 1, column 4");
  CHECK(placeOf("[1,\n\n  ,2]") == "line 3, column 3");
  CHECK(placeOf("{\n  \"a\": [1,\n") == "line 3, column 1");
}

TEST_CASE("json: one container leaves nothing in the next of its depth") {
  const std::string text =
      R"([{"a":1,"b":2},{"a":3},[4,5],[],{"c":[{"d":6},[7]]},[[8]],{},{"c":{"d":{"e":[]}}},{"\u00eb":9}])";
  const auto json = readJson(text);
  REQUIRE(json);
  CHECK(writeJsonCompact(*json) ==
        R"([{"a":1,"b":2},{"a":3},[4,5],[],{"c":[{"d":6},[7]]},[[8]],{},{"c":{"d":{"e":[]}}},{"ë":9}])");
}

TEST_CASE("json: a key that stands twice is found among few, among many, and where it is written otherwise") {
  std::string many = "{";
  for (int at = 0; at < 40; ++at) many += "\"k" + std::to_string(at * 7 % 40) + "\": 0, ";
  CHECK(codeOf(many + "\"last\": 0}") == "read");
  CHECK(codeOf(many + "\"k3\": 0}") == "plan");
  CHECK(codeOf(R"({"a": 1, "b": {"a": 2, "b": 3}, "c": 4})") == "read");
  CHECK(codeOf(R"({"b": 1, "a": 2, "\u0062": 3})") == "plan");
  CHECK(codeOf(R"({"\u0062": 1, "b": 2})") == "plan");
  // Deeper for the first time behind a key that was copied.
  CHECK(codeOf(R"({"ü":{"a":{"b":{"c":[[[1]]]}}},"b":2,"ü":3})") == "plan");
  CHECK(codeOf(R"({"ü":{"a":{"b":{"c":[[[1]]]}}},"b":2,"ö":3})") == "read");
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

}  // namespace cairn::json_test

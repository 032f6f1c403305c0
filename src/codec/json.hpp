#pragma once
// JSON texts as plain values. Reading is strict (RFC 8259, UTF-8, a greatest depth, no NUL in a
// text, no duplicate key). nlohmann/json is the tokenizer and stays inside json_read.cpp; writing
// is codec/json_writer.hpp.
//
//   Result<Json> json = readJson(text);       // one tree
//   readJson(text, parts);                    // a large text, taken apart while it is read
//
// Limits: bytes and depth of codec/limits.hpp; integers within ±2^53; other numbers are kept as their
// digits, up to what a double can hold.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "codec/limits.hpp"

namespace cairn {

struct Json;
using JsonArray = std::vector<Json>;
using JsonMembers = std::vector<std::pair<std::string, Json>>;
/// A number that is no integer within ±2^53, by its digits.
struct JsonDigits {
  std::string digits;
  friend bool operator==(const JsonDigits&, const JsonDigits&) = default;
};

struct Json {
  std::variant<std::nullptr_t, bool, std::int64_t, JsonDigits, std::string, JsonArray, JsonMembers> value = nullptr;

  Json() = default;
  explicit Json(bool flag) : value(flag) {}
  explicit Json(std::int64_t number) : value(number) {}
  explicit Json(std::string text) : value(std::move(text)) {}
  explicit Json(std::string_view text) : value(std::string(text)) {}
  explicit Json(const char* text) : value(std::string(text)) {}
  explicit Json(JsonDigits digits) : value(std::move(digits)) {}
  explicit Json(JsonArray array) : value(std::move(array)) {}
  explicit Json(JsonMembers members) : value(std::move(members)) {}

  std::string* text() { return std::get_if<std::string>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value); }
  const bool* flag() const { return std::get_if<bool>(&value); }
  JsonArray* array() { return std::get_if<JsonArray>(&value); }
  const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
  JsonMembers* members() { return std::get_if<JsonMembers>(&value); }
  const JsonMembers* members() const { return std::get_if<JsonMembers>(&value); }
  /// The member of that name; null where there is none, or this is no object.
  const Json* member(std::string_view name) const;
  /// Objects and lists in one another: 0 for a text, 1 for an empty list.
  int depth() const;
  friend bool operator==(const Json&, const Json&);
};

/// Where a value stands below the root: a member's name, or an array's index.
struct JsonStep {
  std::string name;
  std::size_t index = 0;
};
using JsonPath = std::span<const JsonStep>;
/// "goals[3].due"
std::string toText(JsonPath path);

enum class JsonContainer { object, list };

/// Takes a large text apart while it is read, so that it never stands in memory as one tree.
class JsonParts {
 public:
  virtual ~JsonParts() = default;
  /// Whether the container at `path` is handed over piece by piece (asked when it opens).
  virtual bool takesApart(JsonPath path, JsonContainer container) = 0;
  /// Whether its checksum is wanted: CRC-32 of its compact canonical form. At most one at a time.
  virtual bool sums(JsonPath path) = 0;
  /// A piece of a container that is taken apart.
  virtual void take(JsonPath path, Json&& value) = 0;
  /// The checksum of the container at `path`, when it closes.
  virtual void takeSum(JsonPath path, std::uint32_t sum) = 0;
};

/// Errors: of code "json" (not UTF-8, not RFC 8259, too deep) or "number" (beyond what a double can hold), with line
/// and column, or "plan" (a duplicate key, a NUL in a text, too large).
Result<Json> readJson(std::string_view text, const Limits& limits = kDoor);
/// The same; the error of the text itself, if it has one. What was taken before it is void then.
std::optional<Error> readJson(std::string_view text, JsonParts& parts, const Limits& limits);

}  // namespace cairn

#pragma once
// JSON texts as plain values. Reading is strict (RFC 8259, UTF-8, depth at most 64, no NUL in a
// text, no duplicate key); writing is canonical (members as given, two-space indent, LF, strings
// escaped as in RFC 8785). nlohmann/json is the tokenizer and stays inside json_read.cpp.
// Limits: kMaxJsonBytes; integers within ±2^53; other numbers are kept as their digits.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace cairn {

constexpr std::size_t kMaxJsonBytes = 200U << 20U;
constexpr int kMaxJsonDepth = 64;

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

  const std::string* text() const { return std::get_if<std::string>(&value); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value); }
  const bool* flag() const { return std::get_if<bool>(&value); }
  const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
  const JsonMembers* members() const { return std::get_if<JsonMembers>(&value); }
  /// The member of that name; null where there is none, or this is no object.
  const Json* member(std::string_view name) const;
  friend bool operator==(const Json&, const Json&);
};

/// Errors: code "json" (not UTF-8, not RFC 8259, too deep), with "line L, column C" as the path, or
/// "plan" (a duplicate key, a NUL in a text, too large).
Result<Json> readJson(std::string_view text);

std::string writeJson(const Json& json);
/// Without indent and line ends: for records and checksums.
std::string writeJsonCompact(const Json& json);

}  // namespace cairn

#pragma once
// How each kind of field value stands in JSON. One pair of overloads a kind; used by plan_*.cpp.
#include <optional>
#include <type_traits>

#include "base/date.hpp"
#include "codec/json.hpp"
#include "replica/field.hpp"

namespace cairn {

inline Json toJson(const std::string& text) { return Json(text); }
inline Json toJson(bool flag) { return Json(flag); }
inline Json toJson(std::int64_t number) { return Json(number); }
inline Json toJson(Date date) { return Json(toText(date)); }
inline Json toJson(TimeOfDay time) { return Json(toText(time)); }
inline Json toJson(const Id& id) { return Json(id ? toText(id) : std::string()); }
template <class T>
requires std::is_enum_v<T> Json toJson(T value) { return Json(words(T{})[static_cast<std::size_t>(value)]); }

/// A default value is left out, but for yes-or-no and choices: those tell a reader something.
template <class Value>
bool isLeftOut(const Value& value) {
  if constexpr (std::is_enum_v<Value> || std::is_same_v<Value, bool>) return false;
  return value == Value{};
}

/// The reason why the JSON is no such value; empty when it was read.
inline std::string readValue(const Json& json, std::string& text, std::size_t limit) {
  if (!json.text()) return "must be a text";
  if (json.text()->size() > limit) return "longer than " + std::to_string(limit) + " bytes";
  text = *json.text();
  return {};
}
inline std::string readValue(const Json& json, bool& flag, std::size_t) {
  if (!json.flag()) return "must be true or false";
  flag = *json.flag();
  return {};
}
inline std::string readValue(const Json& json, std::int64_t& number, std::size_t) {
  if (!json.integer()) return "must be a whole number";
  number = *json.integer();
  return {};
}
inline std::string readValue(const Json& json, Date& date, std::size_t) {
  if (json.text() && json.text()->empty()) return {};
  const auto read = json.text() ? dateFromText(*json.text()) : std::nullopt;
  if (!read) return "must be a day such as 2026-11-24";
  date = *read;
  return {};
}
inline std::string readValue(const Json& json, TimeOfDay& time, std::size_t) {
  if (json.text() && json.text()->empty()) return {};
  const auto read = json.text() ? timeFromText(*json.text()) : std::nullopt;
  if (!read) return "must be a time such as 16:00";
  time = *read;
  return {};
}
inline std::string readValue(const Json& json, Id& id, std::size_t) {
  if (json.text() && json.text()->empty()) return {};
  const auto read = json.text() ? idFromText(*json.text()) : std::nullopt;
  if (!read) return "must be an id of 16 letters and digits";
  id = *read;
  return {};
}
template <class T>
requires std::is_enum_v<T> std::string readValue(const Json& json, T& value, std::size_t) {
  constexpr auto kWords = words(T{});
  std::string known;
  for (std::size_t at = 0; at < kWords.size(); ++at) {
    if (json.text() && *json.text() == kWords[at]) {
      value = static_cast<T>(at);
      return {};
    }
    known += (at > 0 ? ", " : "") + std::string(kWords[at]);
  }
  return "must be one of " + known;
}

/// Under which name "merge" keeps the bookkeeping of a thing: "goals/ID", or "mentorship".
std::string bookKey(std::string_view collection, const Id& id);

std::string dotToText(const Dot& dot);
std::string stampedToText(const Dot& dot, Instant stamp);  ///< "k3w8x2zf:12@1764028800000"
std::optional<std::pair<Dot, Instant>> stampedFromText(std::string_view text);

}  // namespace cairn

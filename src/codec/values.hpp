#pragma once
// How each kind of field value stands in JSON: written, read, described. One overload set a kind;
// used by the walks in root_write.hpp, root_read.hpp and schema.cpp.
#include <optional>
#include <type_traits>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "codec/json_writer.hpp"
#include "model/people.hpp"

namespace cairn {

inline void writeValue(JsonWriter& writer, const std::string& text) { writer.text(text); }
inline void writeValue(JsonWriter& writer, bool flag) { writer.flag(flag); }
inline void writeValue(JsonWriter& writer, std::int64_t number) { writer.number(number); }
inline void writeValue(JsonWriter& writer, Date date) { writer.text(toText(date)); }
inline void writeValue(JsonWriter& writer, TimeOfDay time) { writer.text(toText(time)); }
inline void writeValue(JsonWriter& writer, const Id& id) { writer.text(id ? toText(id) : std::string()); }
inline void writeValue(JsonWriter& writer, const Decimal& decimal) { writer.text(decimal.digits); }
inline void writeValue(JsonWriter& writer, const RawJson& raw) {
  if (const auto json = readJson(raw.text)) writer.json(*json);
}
inline void writeValue(JsonWriter& writer, const WeekHours& hours) {
  writer.beginArray();
  for (const auto& [from, to] : hours.days) writer.text(from && to ? toText(from) + "-" + toText(to) : std::string());
  writer.endArray();
}
template <class T>
requires std::is_enum_v<T>
void writeValue(JsonWriter& writer, T value) { writer.text(words(T{})[static_cast<std::size_t>(value)]); }

/// A default value is left out, but for yes-or-no and choices: those tell a reader something.
template <class Value>
bool isLeftOut(const Value& value) {
  if constexpr (std::is_enum_v<Value> || std::is_same_v<Value, bool>) return false;
  return value == Value{};
}

/// The reason why the JSON is no such value; empty when it was read. Texts are moved out of it.
inline std::string readValue(Json& json, std::string& text, std::size_t limit) {
  if (!json.text()) return "must be a text";
  if (json.text()->size() > limit) return "longer than " + std::to_string(limit) + " bytes";
  text = std::move(*json.text());
  return {};
}
inline std::string readValue(Json& json, bool& flag, std::size_t) {
  if (!json.flag()) return "must be true or false";
  flag = *json.flag();
  return {};
}
inline std::string readValue(Json& json, std::int64_t& number, std::size_t) {
  if (!json.integer()) return "must be a whole number";
  number = *json.integer();
  return {};
}
/// For the kinds that stand as a text of their own: empty is none, else `parse` must know it.
template <class Value, class Parse>
std::string readText(Json& json, Value& value, Parse&& parse, std::string_view wanted) {
  if (json.text() && json.text()->empty()) return {};
  const auto read = json.text() ? parse(*json.text()) : std::nullopt;
  if (!read) return std::string(wanted);
  value = *read;
  return {};
}
inline std::string readValue(Json& json, Date& date, std::size_t) {
  return readText(json, date, dateFromText, "must be a day such as 2026-11-24");
}
inline std::string readValue(Json& json, TimeOfDay& time, std::size_t) {
  return readText(json, time, timeFromText, "must be a time such as 16:00");
}
inline std::string readValue(Json& json, Id& id, std::size_t) {
  return readText(json, id, idFromText, "must be an id of 16 letters and digits");
}
inline std::string readValue(Json& json, Decimal& decimal, std::size_t) {
  return readText(json, decimal, decimalFromText, "must be a number as a text, such as \"12.5\"");
}
inline std::string readValue(Json& json, RawJson& raw, std::size_t) {
  raw.text = writeJsonCompact(json);
  return {};
}
inline std::string readValue(Json& json, WeekHours& hours, std::size_t) {
  constexpr std::string_view kWanted = "must be seven texts such as \"09:00-17:00\", Monday first";
  const auto* days = json.array();
  if (!days || days->size() != hours.days.size()) return std::string(kWanted);
  for (std::size_t at = 0; at < hours.days.size(); ++at) {
    const std::string* day = (*days)[at].text();
    if (!day) return std::string(kWanted);
    if (day->empty()) continue;
    const auto dash = day->find('-');
    const auto from = timeFromText(std::string_view(*day).substr(0, dash));
    const auto to = dash == std::string::npos ? std::nullopt : timeFromText(std::string_view(*day).substr(dash + 1));
    if (!from || !to) return std::string(kWanted);
    hours.days[at] = {*from, *to};
  }
  return {};
}
template <class T>
requires std::is_enum_v<T> std::string readValue(Json& json, T& value, std::size_t) {
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

}  // namespace cairn

#pragma once
// How each kind of field value stands in JSON: written, read, described. One overload set a kind;
// used by the walks in root_writer.cpp, thing_reader.cpp and schema.cpp.
#include <optional>
#include <type_traits>

#include "base/utf8.hpp"
#include "codec/json_writer.hpp"
#include "model/thing.hpp"

namespace cairn {

template <class Value>
void writeValue(JsonWriter& writer, const FieldTraits& declared, const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) {
    writer.text(value);
  } else if constexpr (std::is_same_v<Value, bool>) {
    writer.flag(value);
  } else if constexpr (std::is_same_v<Value, std::int64_t>) {
    writer.number(value);
  } else if constexpr (std::is_same_v<Value, Id>) {
    writer.text(value ? toText(value) : std::string());
  } else if constexpr (std::is_same_v<Value, Decimal>) {
    writer.text(value.digits);
  } else if constexpr (std::is_same_v<Value, Choice>) {
    writer.text(wordOf(declared, value));
  } else if constexpr (std::is_same_v<Value, RawJson>) {
    if (const auto json = readJson(value.text, kStore)) writer.json(*json);
  } else if constexpr (std::is_same_v<Value, WeekHours>) {
    writer.beginArray();
    for (const auto& [from, to] : value.days) writer.text(from && to ? toText(from) + "-" + toText(to) : std::string());
    writer.endArray();
  } else {
    writer.text(toText(value));
  }
}

/// A default value is left out, but for yes-or-no and choices: those tell a reader something.
template <class Value>
bool isLeftOut(const Value& value) {
  if constexpr (std::is_same_v<Value, Choice> || std::is_same_v<Value, bool>) return false;
  return value == Value{};
}

/// The reason why the JSON is no such value; empty when it was read. Texts are moved out of it.
inline std::string readValue(Json& json, std::string& text, const FieldTraits& declared) {
  if (!json.text()) return "must be a text";
  if (isLonger(*json.text(), declared.limit)) return "longer than " + std::to_string(declared.limit) + " characters";
  text = std::move(*json.text());
  return {};
}
inline std::string readValue(Json& json, bool& flag, const FieldTraits&) {
  if (!json.flag()) return "must be true or false";
  flag = *json.flag();
  return {};
}
inline std::string readValue(Json& json, std::int64_t& number, const FieldTraits& declared) {
  if (!json.integer()) return "must be a whole number";
  number = *json.integer();
  const bool isEmpty = number == 0;  // also where the range begins above it
  if (isEmpty || (number >= declared.least && number <= declared.most)) return {};
  return "must be from " + std::to_string(declared.least) + " to " + std::to_string(declared.most);
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
inline std::string readValue(Json& json, Date& date, const FieldTraits&) {
  return readText(json, date, dateFromText, "must be a day such as 2026-11-24");
}
inline std::string readValue(Json& json, TimeOfDay& time, const FieldTraits&) {
  return readText(json, time, timeFromText, "must be a time such as 16:00");
}
inline std::string readValue(Json& json, Id& id, const FieldTraits&) {
  return readText(json, id, idFromText, "must be an id of 16 letters and digits");
}
inline std::string readValue(Json& json, Decimal& decimal, const FieldTraits&) {
  return readText(json, decimal, decimalFromText, "must be a number as a text, such as \"12.5\"");
}
inline std::string readValue(Json& json, RawJson& raw, const FieldTraits&) {
  raw.text = writeJsonCompact(json);
  return {};
}
inline std::string readValue(Json& json, WeekHours& hours, const FieldTraits&) {
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
inline std::string readValue(Json& json, Choice& choice, const FieldTraits& declared) {
  for (std::size_t at = 0; json.text() && at < declared.words.size(); ++at) {
    if (*json.text() != declared.words[at]) continue;
    choice.place = static_cast<std::int32_t>(at);
    return {};
  }
  std::string known;
  for (const auto word : declared.words) known += (known.empty() ? "" : ", ") + std::string(word);
  return "must be one of " + known;
}

}  // namespace cairn

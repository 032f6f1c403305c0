#pragma once
// How each kind of field value stands in JSON: written, read, described. One overload set a kind;
// used by the walks in root_writer.cpp, thing_reader.cpp and schema.cpp.
#include <optional>
#include <type_traits>

#include "base/result.hpp"
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

/// Why the JSON is no such value, without a place; nothing when it was read. Texts are moved out of it.
inline std::optional<Error> readValue(Json& json, std::string& text, const FieldTraits& declared) {
  if (!json.text()) return errorOf(Fault::noText);
  if (isLonger(*json.text(), declared.limit)) return errorOf(Fault::textTooLong, {}, std::to_string(declared.limit));
  text = std::move(*json.text());
  return std::nullopt;
}
inline std::optional<Error> readValue(Json& json, bool& flag, const FieldTraits&) {
  if (!json.flag()) return errorOf(Fault::noFlag);
  flag = *json.flag();
  return std::nullopt;
}
inline std::optional<Error> readValue(Json& json, std::int64_t& number, const FieldTraits& declared) {
  if (!json.integer()) return errorOf(Fault::noWholeNumber);
  number = *json.integer();
  const bool isEmpty = number == 0;  // also where the range begins above it
  if (isEmpty || (number >= declared.least && number <= declared.most)) return std::nullopt;
  return errorOf(Fault::numberOutside, {}, std::to_string(declared.least), std::to_string(declared.most));
}
/// For the kinds that stand as a text of their own: empty is none, else `parse` must know it.
template <class Value, class Parse>
std::optional<Error> readText(Json& json, Value& value, Parse&& parse, Fault fault) {
  if (json.text() && json.text()->empty()) return std::nullopt;
  const auto read = json.text() ? parse(*json.text()) : std::nullopt;
  if (!read) return errorOf(fault);
  value = *read;
  return std::nullopt;
}
inline std::optional<Error> readValue(Json& json, Date& date, const FieldTraits&) {
  return readText(json, date, dateFromText, Fault::noDay);
}
inline std::optional<Error> readValue(Json& json, TimeOfDay& time, const FieldTraits&) {
  return readText(json, time, timeFromText, Fault::noTime);
}
inline std::optional<Error> readValue(Json& json, Id& id, const FieldTraits&) {
  return readText(json, id, idFromText, Fault::noId);
}
inline std::optional<Error> readValue(Json& json, Decimal& decimal, const FieldTraits&) {
  return readText(json, decimal, decimalFromText, Fault::noDecimal);
}
inline std::optional<Error> readValue(Json& json, RawJson& raw, const FieldTraits&) {
  raw.text = writeJsonCompact(json);
  return std::nullopt;
}
inline std::optional<Error> readValue(Json& json, WeekHours& hours, const FieldTraits&) {
  const auto* days = json.array();
  if (!days || days->size() != hours.days.size()) return errorOf(Fault::noWeek);
  for (std::size_t at = 0; at < hours.days.size(); ++at) {
    const std::string* day = (*days)[at].text();
    if (!day) return errorOf(Fault::noWeek);
    if (day->empty()) continue;
    const auto dash = day->find('-');
    const auto from = timeFromText(std::string_view(*day).substr(0, dash));
    const auto to = dash == std::string::npos ? std::nullopt : timeFromText(std::string_view(*day).substr(dash + 1));
    if (!from || !to) return errorOf(Fault::noWeek);
    hours.days[at] = {*from, *to};
  }
  return std::nullopt;
}
inline std::optional<Error> readValue(Json& json, Choice& choice, const FieldTraits& declared) {
  for (std::size_t at = 0; json.text() && at < declared.words.size(); ++at) {
    if (*json.text() != declared.words[at]) continue;
    choice.place = static_cast<std::int32_t>(at);
    return std::nullopt;
  }
  std::string known;
  for (const auto word : declared.words) known += (known.empty() ? "" : ", ") + std::string(word);
  return errorOf(Fault::noChoice, {}, std::move(known));
}

}  // namespace cairn

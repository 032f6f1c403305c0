#pragma once
// Values and things as plain words, for lists of differences and of versions. Enums stand as in the
// file; a screen that knows better words uses its own.
#include <string>
#include <type_traits>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "model/mentorship.hpp"

namespace cairn {

template <class Value>
std::string shown(const FieldTraits& declared, const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) {
    return value;
  } else if constexpr (std::is_same_v<Value, bool>) {
    return value ? "yes" : "no";
  } else if constexpr (std::is_same_v<Value, Choice>) {
    return std::string(wordOf(declared, value));
  } else if constexpr (std::is_same_v<Value, std::int64_t>) {
    return std::to_string(value);
  } else if constexpr (std::is_same_v<Value, Decimal>) {
    return value.digits;
  } else if constexpr (std::is_same_v<Value, WeekHours>) {
    std::string all;
    for (const auto& [from, to] : value.days) all += (all.empty() ? "" : ", ") + toText(from) + "-" + toText(to);
    return all;
  } else {
    return toText(value);
  }
}

/// The first text of a thing is what people call it by.
inline std::string labelOf(const Thing& thing, const ThingType& type) {
  std::string label;
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    using Value = typename decltype(at)::Value;
    if constexpr (std::is_same_v<Value, std::string>) {
      if (label.empty() && declared.lane == Lane::shared) label = *at.in(thing);
    } else if constexpr (std::is_same_v<Value, Date>) {
      if (label.empty()) label = toText(*at.in(thing));
    }
  });
  return label;
}

}  // namespace cairn

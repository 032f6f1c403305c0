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
std::string shown(const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) {
    return value;
  } else if constexpr (std::is_same_v<Value, bool>) {
    return value ? "yes" : "no";
  } else if constexpr (std::is_enum_v<Value>) {
    return std::string(words(Value{})[static_cast<std::size_t>(value)]);
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
template <class T>
std::string labelOf(const T& thing) {
  std::string label;
  forEachField<T>([&](const auto& declared) {
    using Value = typename std::remove_cvref_t<decltype(thing.*declared.member)>::Value;
    if constexpr (std::is_same_v<Value, std::string>) {
      if (label.empty() && declared.lane == Lane::shared) label = *(thing.*declared.member);
    } else if constexpr (std::is_same_v<Value, Date>) {
      if (label.empty()) label = toText(*(thing.*declared.member));
    }
  });
  return label;
}

}  // namespace cairn

#pragma once
// A legal value for any declared field: what a test needs that walks over every field of every kind of thing.
#include <algorithm>
#include <string>

#include "model/workspace.hpp"

namespace cairn::tests {

/// Where the nth thing stands that a field may refer to.
inline Id targetId(int nth) { return Id{3, static_cast<std::uint64_t>(nth)}; }

/// The nth of them, from 1; as many differ as the kind of value has.
template <class Value>
Value anyValue(const FieldTraits& declared, int nth) {
  if constexpr (std::is_same_v<Value, std::string>) {
    return "Version " + std::to_string(nth);
  } else if constexpr (std::is_same_v<Value, Id>) {
    return targetId(nth);
  } else if constexpr (std::is_same_v<Value, Date>) {
    return Date{20'000 + nth};
  } else if constexpr (std::is_same_v<Value, TimeOfDay>) {
    return TimeOfDay{9 * 60 + nth};
  } else if constexpr (std::is_same_v<Value, std::int64_t>) {
    return std::min(std::max<std::int64_t>(declared.least, 0) + nth, declared.most);
  } else if constexpr (std::is_same_v<Value, bool>) {
    return nth % 2 == 1;
  } else if constexpr (std::is_same_v<Value, Decimal>) {
    return Decimal{std::to_string(nth) + ".5"};
  } else if constexpr (std::is_same_v<Value, WeekHours>) {
    WeekHours hours;
    hours.days[0].from = TimeOfDay{9 * 60};
    hours.days[0].to = TimeOfDay{10 * 60 + nth};
    return hours;
  } else {
    return Choice{nth % static_cast<std::int32_t>(declared.words.size())};
  }
}

}  // namespace cairn::tests

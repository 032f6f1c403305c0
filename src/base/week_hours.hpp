#pragma once
// WeekHours: the usual hours of each weekday, as people say them.
#include <algorithm>
#include <array>

#include "base/date.hpp"

namespace cairn {

/// Monday first; a day without both ends is not worked.
struct WeekHours {
  struct Span {
    TimeOfDay from;
    TimeOfDay to;
    friend auto operator<=>(const Span&, const Span&) = default;
  };
  std::array<Span, 7> days;
  friend bool operator==(const WeekHours&, const WeekHours&) = default;
  friend bool operator<(const WeekHours& a, const WeekHours& b) {
    return std::lexicographical_compare(a.days.begin(), a.days.end(), b.days.begin(), b.days.end());
  }
};

}  // namespace cairn

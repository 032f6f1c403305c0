#pragma once
// A cadence in words: "every two weeks, Tuesday 16:00 Lisbon", "weekly on Friday at 4pm", "monthly".
#include <optional>
#include <string>
#include <string_view>

#include "base/zones.hpp"
#include "exchange/vocabulary.hpp"

namespace cairn {

struct Cadence {
  int everyWeeks = 0;
  Date first;        ///< the first day on or after the one that reading began with
  TimeOfDay time;    ///< none: to be arranged each time
  std::string zone;  ///< as said; empty: the reader's own
};

/// Nothing while any part was not understood, or no rhythm was said. "monthly" is every four weeks, so
/// that the weekday stays. Without a weekday the first day is `from` itself.
std::optional<Cadence> readCadence(std::string_view typed, Date from, const Zones& zones, const Vocabulary& vocabulary);

}  // namespace cairn

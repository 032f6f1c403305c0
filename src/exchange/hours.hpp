#pragma once
// Usual hours as people type them: "9-17", "mon-thu 9-15:30, fri 9-12". Without days they are those
// from Monday to Friday.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/week_hours.hpp"
#include "exchange/vocabulary.hpp"

namespace cairn {

/// Nothing where it is not understood; an empty text is no hours at all.
std::optional<WeekHours> readHours(std::string_view typed, const Vocabulary& vocabulary);

/// Runs of days with the same hours, Monday first: {first day, last day, hours}.
struct HoursRun {
  int from = 0;
  int to = 0;
  WeekHours::Span hours;
};
std::vector<HoursRun> runsOf(const WeekHours& hours);

}  // namespace cairn

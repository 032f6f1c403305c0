#pragma once
// A month of days. Arrows go from day to day and from week to week, over its ends too; Page Up and Down by a
// month. The month that is shown follows the day that has the keyboard.
#include <functional>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "widgets/widgets.hpp"

namespace cairn {

struct CalendarOptions {
  Date value;  ///< the chosen day
  Date today;
  std::function<std::size_t(Date)> marks;  ///< how many things are on a day, drawn as dots; none: no room for them
  std::function<std::string(Date)> says;   ///< what these are, for who cannot see the dots
};
/// The day that was pressed, in this frame.
std::optional<Date> calendar(Ui& ui, const std::string& key, const CalendarOptions& options);

}  // namespace cairn

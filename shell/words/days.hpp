#pragma once
// Days, times of day and numbers in words, as they stand on screen. A day that is not known is "no date".
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "words/language.hpp"

namespace cairn {

/// "Tue"; 0 is Monday.
std::string_view weekdayText(const Language& language, int weekday);
/// "Nov"; 1 is January.
std::string_view monthText(const Language& language, int month);
/// "Nov 2026"
std::string monthAndYear(const Language& language, int month, int year);
/// "Tue 24 Nov"
std::string dayAndMonth(const Language& language, Date date);
/// "Today", "Tomorrow", "Tue 24 Nov", with the year where it is another one.
std::string dayText(const Language& language, Date date, Date today);
/// The same within a sentence: "today", "Tue 24 Nov".
std::string dayInText(const Language& language, Date date, Date today);
/// Always weekday and year: "Tue 29 Jan 2019".
std::string fullDayText(const Language& language, Date date);
/// A day that stands as in the file ("2019-01-29") like everywhere else; any other text as it is.
std::string readable(const Language& language, const std::string& text);
/// "16:05", which readTime reads; empty where it is not set.
std::string timeText(const Language& language, TimeOfDay time);
/// "Tue 24 Nov 2026 16:05", which readWhen reads.
std::string momentText(const Language& language, Date date, TimeOfDay time);
/// "12.5", which decimalOf reads.
std::string decimalText(const Language& language, const Decimal& number);
/// A number as people write it, with a comma, a point or the mark of the language.
std::optional<Decimal> decimalOf(const Language& language, std::string_view typed);

}  // namespace cairn

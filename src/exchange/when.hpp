#pragma once
// Reading the dates and times that people type: "fri 16:00", "27 Feb", "2026-02-27 9:30",
// "tomorrow", "last fri", "week of 6 March", "4pm", in the words of a vocabulary. What was not understood is said, not
// guessed.
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.hpp"
#include "exchange/vocabulary.hpp"

namespace cairn {

struct When {
  Date date;
  TimeOfDay time;
  bool weekOf = false;
};

/// Nothing when any part of the text was not understood. A weekday is the next one after `today`
/// (today's own name means a week from today); a date without a year is the first on or after it.
std::optional<When> readWhen(std::string_view typed, Date today, const Vocabulary& vocabulary);

/// The same of something that lies behind: a weekday is the last one (today's own name means today), a
/// date without a year the last on or before today.
std::optional<When> readPastWhen(std::string_view typed, Date today, const Vocabulary& vocabulary);

/// "Jan 29", "29 January", "29 Jan 2026", "January 29, 2026", "2026-01-29"; none for anything else.
Date readCalendarDate(std::string_view phrase, Date start, const Vocabulary& vocabulary);

/// "day 10" is 10, "week 3" is 21, its last day: days since a start, which is day 1. 0 for anything else.
std::int64_t readDayAfter(std::string_view phrase, const Vocabulary& vocabulary);

/// "16:00", "9:30", "16.00", "4pm", "4:30 pm", "9h", "noon".
std::optional<TimeOfDay> readTime(std::string_view phrase, const Vocabulary& vocabulary);

}  // namespace cairn

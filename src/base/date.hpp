#pragma once
// Dates and times as people use them: a civil Date, a TimeOfDay in minutes, an Instant in
// milliseconds since 1970 UTC. Nothing here reads a clock; a zone comes from the Zones port.
// Limits: years 1 to 9999, the proleptic Gregorian calendar, no seconds.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cairn {

using Instant = std::int64_t;  ///< milliseconds since 1970-01-01T00:00Z
constexpr Instant kMinute = 60'000;
constexpr Instant kDay = kMinute * 60 * 24;

struct Civil {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
};

/// A day of the calendar, or none. Days are counted from 1970-01-01.
struct Date {
  static constexpr std::int32_t kNone = INT32_MIN;
  std::int32_t days = kNone;
  friend auto operator<=>(const Date&, const Date&) = default;
  explicit operator bool() const { return days != kNone; }
  Date plus(int count) const { return Date{days + count}; }
};

/// Minutes since midnight, or none.
struct TimeOfDay {
  static constexpr std::int32_t kNone = -1;
  std::int32_t minutes = kNone;
  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
  explicit operator bool() const { return minutes != kNone; }
};

Date dateOf(const Civil& civil);
Civil civilOf(Date date);
/// True for a day that exists (30 February does not).
bool exists(const Civil& civil);
/// 0 Monday … 6 Sunday.
int weekdayOf(Date date);
/// The Monday of the week in which the day lies.
Date weekStart(Date date);

std::string padded(int value, std::size_t width);  ///< "07": not negative, zeros in front
std::string toText(Date date);                     ///< "2023-02-27", empty for none
std::optional<Date> dateFromText(std::string_view text);
std::string toText(TimeOfDay time);  ///< "16:00", empty for none
std::optional<TimeOfDay> timeFromText(std::string_view text);

/// The wall clock of an instant at an offset east of UTC, in minutes.
struct LocalTime {
  Date date;
  TimeOfDay time;
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};
LocalTime localAt(Instant instant, int offsetMinutes);
Instant instantAt(const LocalTime& local, int offsetMinutes);

}  // namespace cairn

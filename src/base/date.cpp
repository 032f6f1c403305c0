#include "base/date.hpp"

#include <algorithm>
#include <chrono>

namespace cairn {
namespace {

std::optional<int> number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

// A day of the calendar as std::chrono counts it: years that do not fit are no years of ours.
using Days = std::chrono::sys_days;
constexpr int kFirstDay = Days{std::chrono::year::min() / 1 / 1}.time_since_epoch().count();
constexpr int kLastDay = Days{std::chrono::year::max() / 12 / 31}.time_since_epoch().count();

Date dateOf(const Civil& civil) {
  using namespace std::chrono;
  const year_month first = year{civil.year} / static_cast<int>(civil.month);
  return Date{static_cast<std::int32_t>(Days{first / 1}.time_since_epoch().count()) + civil.day - 1};
}

Civil civilOf(Date date) {
  using namespace std::chrono;
  const year_month_day civil{Days{days{std::clamp(date.days, kFirstDay, kLastDay)}}};
  return Civil{static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
               static_cast<int>(static_cast<unsigned>(civil.day()))};
}

bool exists(const Civil& civil) {
  if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12 || civil.day < 1) return false;
  const Civil back = civilOf(dateOf(civil));
  return back.month == civil.month && back.day == civil.day;
}

int weekdayOf(Date date) {
  const int fromThursday = date.days % 7;
  return (fromThursday + 3 + 7) % 7;
}

Date weekStart(Date date) { return date.plus(-weekdayOf(date)); }

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

std::string toText(Date date) {
  if (!date) return {};
  const Civil civil = civilOf(date);
  return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

std::optional<Date> dateFromText(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Civil civil{*year, *month, *day};
  if (!exists(civil)) return std::nullopt;
  return dateOf(civil);
}

std::string toText(TimeOfDay time) {
  if (!time) return {};
  return padded(time.minutes / 60, 2) + ":" + padded(time.minutes % 60, 2);
}

std::optional<TimeOfDay> timeFromText(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = number(text.substr(0, 2));
  const auto minute = number(text.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return TimeOfDay{*hour * 60 + *minute};
}

LocalTime localAt(Instant instant, int offsetMinutes) {
  const Instant local = instant + offsetMinutes * kMinute;
  Instant days = local / kDay;
  if (local % kDay < 0) --days;
  return {Date{static_cast<std::int32_t>(days)}, TimeOfDay{static_cast<std::int32_t>((local - days * kDay) / kMinute)}};
}

Instant instantAt(const LocalTime& local, int offsetMinutes) {
  return local.date.days * kDay + (local.time.minutes - offsetMinutes) * kMinute;
}

}  // namespace cairn

#include "base/date.hpp"

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

// Days and civil dates: H. Hinnant, "chrono-compatible low-level date algorithms", 2013.
Date dateOf(const Civil& civil) {
  const int year = civil.year - (civil.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int yearOfEra = year - era * 400;
  const int shifted = civil.month + (civil.month > 2 ? -3 : 9);
  const int dayOfYear = (153 * shifted + 2) / 5 + civil.day - 1;
  const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return Date{era * 146097 + dayOfEra - 719468};
}

Civil civilOf(Date date) {
  const int shifted = date.days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int dayOfEra = shifted - era * 146097;
  const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const int part = (5 * dayOfYear + 2) / 153;
  const int month = part + (part < 10 ? 3 : -9);
  return Civil{yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1};
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

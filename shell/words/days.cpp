#include "words/days.hpp"

#include <array>

#include "base/utf8.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

constexpr std::array<S, 7> kWeekdays{S::weekday_mon, S::weekday_tue, S::weekday_wed, S::weekday_thu,
                                     S::weekday_fri, S::weekday_sat, S::weekday_sun};
constexpr std::array<S, 12> kMonths{S::month_jan, S::month_feb, S::month_mar, S::month_apr, S::month_may, S::month_jun,
                                    S::month_jul, S::month_aug, S::month_sep, S::month_oct, S::month_nov, S::month_dec};
}  // namespace

std::string_view weekdayText(const Language& language, int weekday) {
  return say(language, kWeekdays[static_cast<std::size_t>(weekday)]);
}

std::string_view monthText(const Language& language, int month) {
  return say(language, kMonths[static_cast<std::size_t>(month - 1)]);
}

std::string monthAndYear(const Language& language, int month, int year) {
  return say(language, S::month_and_year, {{"month", monthText(language, month)}, {"year", std::to_string(year)}});
}

std::string dayAndMonth(const Language& language, Date date) {
  if (!date) return std::string(say(language, S::no_date_in_text));
  const Civil civil = civilOf(date);
  return say(language, S::day_and_month,
             {{"weekday", weekdayText(language, weekdayOf(date))},
              {"day", std::to_string(civil.day)},
              {"month", monthText(language, civil.month)}});
}

std::string fullDayText(const Language& language, Date date) {
  if (!date) return std::string(say(language, S::no_date_in_text));
  const Civil civil = civilOf(date);
  return say(language, S::full_day,
             {{"weekday", weekdayText(language, weekdayOf(date))},
              {"day", std::to_string(civil.day)},
              {"month", monthText(language, civil.month)},
              {"year", std::to_string(civil.year)}});
}

namespace {

/// `near`: the words for yesterday, today and tomorrow.
std::string dayWith(const Language& language, const std::array<S, 3>& near, Date date, Date today) {
  if (!date) return std::string(say(language, S::no_date_in_text));
  const int place = date.days - today.days + 1;
  if (place >= 0 && place < 3) return std::string(say(language, near[static_cast<std::size_t>(place)]));
  return civilOf(date).year == civilOf(today).year ? dayAndMonth(language, date) : fullDayText(language, date);
}

}  // namespace

std::string dayText(const Language& language, Date date, Date today) {
  return dayWith(language, {S::day_yesterday, S::day_today, S::day_tomorrow}, date, today);
}

std::string dayInText(const Language& language, Date date, Date today) {
  return dayWith(language, {S::in_text_yesterday, S::in_text_today, S::in_text_tomorrow}, date, today);
}

std::string readable(const Language& language, const std::string& text) {
  const auto date = dateFromText(text);
  return date ? fullDayText(language, *date) : text;
}

std::string timeText(const Language& language, TimeOfDay time) {
  if (!time) return {};
  const std::string whole = toText(time);  // "09:05"
  const int hour = time.minutes / 60;
  return say(language, S::time_shown,
             {{"hour", whole.substr(0, 2)},
              {"hour12", std::to_string((hour + 11) % 12 + 1)},
              {"minute", whole.substr(3)},
              {"half", hour < 12 ? "am" : "pm"}});
}

std::string momentText(const Language& language, Date date, TimeOfDay time) {
  return say(language, S::day_and_time, {{"day", fullDayText(language, date)}, {"time", timeText(language, time)}});
}

std::string decimalText(const Language& language, const Decimal& number) {
  const auto point = number.digits.find('.');
  if (point == std::string::npos) return number.digits;
  return std::string(number.digits).replace(point, 1, say(language, S::decimal_mark));
}

std::optional<Decimal> decimalOf(const Language& language, std::string_view typed) {
  std::string digits(trimmed(typed));
  const std::string_view mark = say(language, S::decimal_mark);
  for (const std::string_view one : {mark, std::string_view(",")}) {
    if (const auto at = digits.find(one); at != std::string::npos) digits.replace(at, one.size(), ".");
  }
  return decimalFromText(digits);
}

}  // namespace cairn

#include "words/days.hpp"

#include <array>

#include "words/say.hpp"

namespace cairn {
namespace {

constexpr std::array<S, 7> kWeekdays{S::weekday_mon, S::weekday_tue, S::weekday_wed, S::weekday_thu,
                                     S::weekday_fri, S::weekday_sat, S::weekday_sun};
constexpr std::array<S, 12> kMonths{S::month_jan, S::month_feb, S::month_mar, S::month_apr, S::month_may, S::month_jun,
                                    S::month_jul, S::month_aug, S::month_sep, S::month_oct, S::month_nov, S::month_dec};
}  // namespace

std::string_view weekdayText(int weekday) { return say(kWeekdays[static_cast<std::size_t>(weekday)]); }

std::string_view monthText(int month) { return say(kMonths[static_cast<std::size_t>(month - 1)]); }

std::string dayAndMonth(Date date) {
  if (!date) return std::string(say(S::no_date_in_text));
  const Civil civil = civilOf(date);
  return std::string(weekdayText(weekdayOf(date))) + " " + std::to_string(civil.day) + " " +
         std::string(monthText(civil.month));
}

std::string fullDayText(Date date) {
  if (!date) return std::string(say(S::no_date_in_text));
  return dayAndMonth(date) + " " + std::to_string(civilOf(date).year);
}

namespace {

/// `near`: the words for yesterday, today and tomorrow.
std::string dayWith(const std::array<S, 3>& near, Date date, Date today) {
  if (!date) return std::string(say(S::no_date_in_text));
  const int place = date.days - today.days + 1;
  if (place >= 0 && place < 3) return std::string(say(near[static_cast<std::size_t>(place)]));
  return civilOf(date).year == civilOf(today).year ? dayAndMonth(date) : fullDayText(date);
}

}  // namespace

std::string dayText(Date date, Date today) {
  return dayWith({S::day_yesterday, S::day_today, S::day_tomorrow}, date, today);
}

std::string dayInText(Date date, Date today) {
  return dayWith({S::in_text_yesterday, S::in_text_today, S::in_text_tomorrow}, date, today);
}

std::string readable(const std::string& text) {
  const auto date = dateFromText(text);
  return date ? fullDayText(*date) : text;
}

}  // namespace cairn

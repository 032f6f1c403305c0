#include "words/vocabulary.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

/// What stands between the commas of a text.
template <std::size_t N>
std::array<std::string_view, N> listIn(std::string_view text) {
  std::array<std::string_view, N> list;
  for (std::string_view& one : list) {
    const std::size_t comma = std::min(text.find(','), text.size());
    one = trimmed(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return list;
}

}  // namespace

Vocabulary vocabularyOf(const Language& language) {
  return {.months = listIn<12>(say(language, S::typed_months)),
          .weekdays = listIn<7>(say(language, S::typed_weekdays)),
          .numbers = listIn<12>(say(language, S::typed_numbers)),
          .today = say(language, S::typed_today),
          .tomorrow = say(language, S::typed_tomorrow),
          .yesterday = say(language, S::typed_yesterday),
          .last = say(language, S::typed_last),
          .weekOf = say(language, S::typed_week_of),
          .beforeDay = say(language, S::typed_before_day),
          .due = say(language, S::typed_due),
          .dayEndings = say(language, S::typed_day_endings),
          .noon = say(language, S::typed_noon),
          .beforeNoon = say(language, S::typed_before_noon),
          .afterNoon = say(language, S::typed_after_noon),
          .hour = say(language, S::typed_hour),
          .to = say(language, S::typed_to),
          .every = say(language, S::typed_every),
          .weekly = say(language, S::typed_weekly),
          .fortnightly = say(language, S::typed_fortnightly),
          .monthly = say(language, S::typed_monthly),
          .day = say(language, S::typed_day),
          .week = say(language, S::typed_week),
          .month = say(language, S::typed_month),
          .me = say(language, S::typed_me)};
}

}  // namespace cairn

#include "exchange/when.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace cairn {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

/// The place of a name that begins with the word, which needs three letters; -1 for none.
template <std::size_t N>
int placeIn(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word.ends_with(".")) word.remove_suffix(1);
  if (word == "sept") word = "sep";
  if (word == "tues") word = "tue";
  if (word == "thur" || word == "thurs") word = "thu";
  if (word.size() < 3) return -1;
  for (std::size_t at = 0; at < N; ++at) {
    if (word == names[at] || (word.size() == 3 && names[at].starts_with(word))) return static_cast<int>(at);
  }
  return -1;
}

int numberOf(std::string_view word, std::size_t mostDigits) {
  if (word.empty() || word.size() > mostDigits) return -1;
  int value = 0;
  for (const char digit : word) {
    if (digit < '0' || digit > '9') return -1;
    value = value * 10 + (digit - '0');
  }
  return value;
}

int dayNumber(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "."}) {
    if (word.ends_with(ending)) return numberOf(word.substr(0, word.size() - ending.size()), 2);
  }
  return numberOf(word, 2);
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : foldForSearch(text) + " ") {
    if (letter != ' ' && letter != ',' && letter != '\t') {
      word += letter;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

Date firstOnOrAfter(int month, int day, Date start) {
  // 29 February may need up to eight years.
  for (int year = civilOf(start).year; year <= civilOf(start).year + 8; ++year) {
    const Civil civil{year, month, day};
    if (exists(civil) && dateOf(civil) >= start) return dateOf(civil);
  }
  return Date{};
}

Date relativeDate(std::string_view word, Date today) {
  if (word == "today") return today;
  if (word == "tomorrow") return today.plus(1);
  if (word == "yesterday") return today.plus(-1);
  if (word.starts_with("last ")) {
    const int last = placeIn(kWeekdays, word.substr(5));
    if (last < 0) return Date{};
    const int back = (weekdayOf(today) - last + 7) % 7;
    return today.plus(back == 0 ? -7 : -back);
  }
  const int weekday = placeIn(kWeekdays, word);
  if (weekday < 0) return Date{};
  const int ahead = (weekday - weekdayOf(today) + 7) % 7;
  return today.plus(ahead == 0 ? 7 : ahead);
}

}  // namespace

Date readCalendarDate(std::string_view phrase, Date start) {
  if (const auto iso = dateFromText(trimmed(phrase))) return *iso;
  const auto words = wordsOf(phrase);
  if (words.size() < 2 || words.size() > 3) return Date{};
  int month = placeIn(kMonths, words[0]);
  int day = dayNumber(words[1]);
  if (month < 0) {
    day = dayNumber(words[0]);
    month = placeIn(kMonths, words[1]);
  }
  if (month < 0 || day < 1) return Date{};
  if (words.size() == 2) return firstOnOrAfter(month + 1, day, start);
  const int year = words[2].size() == 4 ? numberOf(words[2], 4) : -1;
  const Civil civil{year, month + 1, day};
  return year > 0 && exists(civil) ? dateOf(civil) : Date{};
}

std::int64_t readDayAfter(std::string_view phrase) {
  const auto words = wordsOf(phrase);
  if (words.size() != 2) return 0;
  const int number = numberOf(words[1], 3);
  if (number <= 0) return 0;
  return words[0] == "day" ? number : words[0] == "week" ? 7 * number : 0;
}

std::optional<TimeOfDay> readTime(std::string_view phrase) {
  std::string text = foldForSearch(phrase);
  std::erase(text, ' ');
  if (text == "noon") return TimeOfDay{12 * 60};
  int shift = -1;
  for (const std::string_view half : {"am", "pm"}) {
    if (!text.ends_with(half)) continue;
    shift = half == "pm" ? 12 : 0;
    text.resize(text.size() - 2);
    break;
  }
  const bool hourMark = shift < 0 && text.ends_with("h");
  if (hourMark) text.pop_back();
  const auto colon = text.find_first_of(":.h");
  if (colon == std::string::npos && shift < 0 && !hourMark) return std::nullopt;
  int hour = numberOf(std::string_view(text).substr(0, colon), 2);
  const std::string_view rest = colon == std::string::npos ? "00" : std::string_view(text).substr(colon + 1);
  const int minute = rest.size() == 2 ? numberOf(rest, 2) : -1;
  if (hour < 0 || minute < 0 || minute > 59) return std::nullopt;
  if (shift >= 0) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + shift;
  }
  if (hour > 23) return std::nullopt;
  return TimeOfDay{hour * 60 + minute};
}

namespace {

using DateReader = Date (*)(std::string_view phrase, Date today);

Date comingDate(std::string_view phrase, Date today) {
  const Date near = relativeDate(phrase, today);
  return near ? near : readCalendarDate(phrase, today);
}

Date pastDate(std::string_view phrase, Date today) {
  if (phrase == "tomorrow") return Date{};
  if (const Date near = relativeDate(phrase, today)) return near <= today ? near : near.plus(-7);
  Civil begin = civilOf(today);
  --begin.year;
  return readCalendarDate(phrase, dateOf(begin).plus(1));
}

std::optional<When> readWith(DateReader dateIn, std::string_view typed, Date today) {
  auto words = wordsOf(typed);
  When when;
  if (words.size() >= 2 && words[0] == "week" && words[1] == "of") {
    when.weekOf = true;
    words.erase(words.begin(), words.begin() + 2);
  }
  for (std::size_t at = 0; at < words.size();) {
    std::size_t used = 0;
    for (std::size_t count = std::min<std::size_t>(3, words.size() - at); count > 0 && used == 0; --count) {
      std::string phrase;
      for (std::size_t word = at; word < at + count; ++word) phrase += (word > at ? " " : "") + words[word];
      const Date date = dateIn(phrase, today);
      const auto time = count <= 2 ? readTime(phrase) : std::nullopt;
      if (date) {
        // "Fri 27 Feb": the later, fuller date says more than the weekday before it.
        when.date = date;
        used = count;
      } else if (time && !when.time) {
        when.time = *time;
        used = count;
      }
    }
    if (used == 0 && words[at] != "at" && words[at] != "on") return std::nullopt;
    at += std::max<std::size_t>(used, 1);
  }
  if (!when.date) return std::nullopt;
  if (when.weekOf) when.time = TimeOfDay{};
  return when;
}

}  // namespace

std::optional<When> readWhen(std::string_view typed, Date today) { return readWith(comingDate, typed, today); }

std::optional<When> readPastWhen(std::string_view typed, Date today) { return readWith(pastDate, typed, today); }

}  // namespace cairn

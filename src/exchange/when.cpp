#include "exchange/when.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace cairn {
namespace {

int numberOf(std::string_view word, std::size_t mostDigits) {
  if (word.empty() || word.size() > mostDigits) return -1;
  int value = 0;
  for (const char digit : word) {
    if (digit < '0' || digit > '9') return -1;
    value = value * 10 + (digit - '0');
  }
  return value;
}

int dayNumber(std::string_view word, const Vocabulary& vocabulary) {
  return numberOf(word.substr(0, word.size() - spelledAtEnd(vocabulary.dayEndings, word).size()), 2);
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : foldForSearch(text) + " ") {
    if (std::string_view(" ,\t()").find(letter) == std::string_view::npos) {
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

std::string joinedWords(std::span<const std::string> words) {
  std::string phrase;
  for (const std::string& word : words) phrase += (phrase.empty() ? "" : " ") + word;
  return phrase;
}

Date relativeDate(std::span<const std::string> words, Date today, const Vocabulary& vocabulary) {
  const std::string phrase = joinedWords(words);
  if (isSpelled(vocabulary.today, phrase)) return today;
  if (isSpelled(vocabulary.tomorrow, phrase)) return today.plus(1);
  if (isSpelled(vocabulary.yesterday, phrase)) return today.plus(-1);
  const std::size_t last = wordsSpelled(vocabulary.last, words, 0);
  if (last + 1 != words.size()) return Date{};
  const int weekday = placeOf(vocabulary.weekdays, words[last]);
  if (weekday < 0) return Date{};
  if (last > 0) {
    const int back = (weekdayOf(today) - weekday + 7) % 7;
    return today.plus(back == 0 ? -7 : -back);
  }
  const int ahead = (weekday - weekdayOf(today) + 7) % 7;
  return today.plus(ahead == 0 ? 7 : ahead);
}

Date calendarDate(std::span<const std::string> words, Date start, const Vocabulary& vocabulary) {
  if (words.size() == 1) return dateFromText(words[0]).value_or(Date{});
  if (words.size() < 2 || words.size() > 3) return Date{};
  int month = placeOf(vocabulary.months, words[0]);
  int day = dayNumber(words[1], vocabulary);
  if (month < 0) {
    day = dayNumber(words[0], vocabulary);
    month = placeOf(vocabulary.months, words[1]);
  }
  if (month < 0 || day < 1) return Date{};
  if (words.size() == 2) return firstOnOrAfter(month + 1, day, start);
  const int year = words[2].size() == 4 ? numberOf(words[2], 4) : -1;
  const Civil civil{year, month + 1, day};
  return year > 0 && exists(civil) ? dateOf(civil) : Date{};
}

}  // namespace

Date readCalendarDate(std::string_view phrase, Date start, const Vocabulary& vocabulary) {
  return calendarDate(wordsOf(phrase), start, vocabulary);
}

std::int64_t readDayAfter(std::string_view phrase, const Vocabulary& vocabulary) {
  const auto words = wordsOf(phrase);
  if (words.size() != 2) return 0;
  const int number = numberOf(words[1], 3);
  if (number <= 0) return 0;
  if (isSpelled(vocabulary.day, words[0])) return number;
  return isSpelled(vocabulary.week, words[0]) ? 7 * number : 0;
}

std::optional<TimeOfDay> readTime(std::string_view phrase, const Vocabulary& vocabulary) {
  std::string text = foldForSearch(phrase);
  std::erase(text, ' ');
  if (isSpelled(vocabulary.noon, text)) return TimeOfDay{12 * 60};
  int shift = -1;
  for (const std::string_view half : {vocabulary.beforeNoon, vocabulary.afterNoon}) {
    const std::string_view ending = spelledAtEnd(half, text);
    if (ending.empty()) continue;
    shift = half == vocabulary.afterNoon ? 12 : 0;
    text.resize(text.size() - ending.size());
    break;
  }
  if (const auto mark = text.find_first_not_of("0123456789"); mark != std::string::npos) {
    const auto minutes = std::min(text.find_first_of("0123456789", mark), text.size());
    if (isSpelled(vocabulary.hour, std::string_view(text).substr(mark, minutes - mark))) {
      text.replace(mark, minutes - mark, minutes == text.size() ? ":00" : ":");
    }
  }
  const auto colon = text.find_first_of(":.");
  if (colon == std::string::npos && shift < 0) return std::nullopt;
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

using DateReader = Date (*)(std::span<const std::string> words, Date today, const Vocabulary& vocabulary);

Date comingDate(std::span<const std::string> words, Date today, const Vocabulary& vocabulary) {
  const Date near = relativeDate(words, today, vocabulary);
  return near ? near : calendarDate(words, today, vocabulary);
}

Date pastDate(std::span<const std::string> words, Date today, const Vocabulary& vocabulary) {
  if (isSpelled(vocabulary.tomorrow, joinedWords(words))) return Date{};
  if (const Date near = relativeDate(words, today, vocabulary)) return near <= today ? near : near.plus(-7);
  Civil begin = civilOf(today);
  --begin.year;
  return calendarDate(words, dateOf(begin).plus(1), vocabulary);
}

std::optional<When> readWith(DateReader dateIn, std::string_view typed, Date today, const Vocabulary& vocabulary) {
  const auto words = wordsOf(typed);
  When when;
  std::size_t at = wordsSpelled(vocabulary.weekOf, words, 0);
  when.weekOf = at > 0;
  bool isFull = false;
  while (at < words.size()) {
    std::size_t used = 0;
    for (std::size_t count = std::min<std::size_t>(3, words.size() - at); count > 0 && used == 0; --count) {
      const std::span<const std::string> phrase(&words[at], count);
      const Date date = dateIn(phrase, today, vocabulary);
      const auto time = count <= 2 ? readTime(joinedWords(phrase), vocabulary) : std::nullopt;
      if (date) {
        // "Fri 27 Feb", or "27 Feb (Fri)": the date says more than the weekday beside it.
        const bool isNear = relativeDate(phrase, today, vocabulary) != Date{};
        if (!isNear || !isFull) when.date = date;
        isFull = isFull || !isNear;
        used = count;
      } else if (time && !when.time) {
        when.time = *time;
        used = count;
      }
    }
    if (used == 0) used = wordsSpelled(vocabulary.beforeDay, words, at);
    if (used == 0) return std::nullopt;
    at += used;
  }
  if (!when.date) return std::nullopt;
  if (when.weekOf) when.time = TimeOfDay{};
  return when;
}

}  // namespace

std::optional<When> readWhen(std::string_view typed, Date today, const Vocabulary& vocabulary) {
  return readWith(comingDate, typed, today, vocabulary);
}

std::optional<When> readPastWhen(std::string_view typed, Date today, const Vocabulary& vocabulary) {
  return readWith(pastDate, typed, today, vocabulary);
}

}  // namespace cairn

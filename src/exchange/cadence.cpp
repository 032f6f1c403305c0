#include "exchange/cadence.hpp"

#include <array>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "exchange/when.hpp"

namespace cairn {
namespace {

int numberIn(std::string_view word, const Vocabulary& vocabulary) {
  for (std::size_t at = 0; at < vocabulary.numbers.size(); ++at) {
    if (word == std::to_string(at + 1)) return static_cast<int>(at + 1);
  }
  return placeOf(vocabulary.numbers, word) + 1;
}

std::vector<std::string> wordsIn(std::string_view typed) {
  std::vector<std::string> words(1);
  for (const char letter : foldForSearch(typed)) {
    if (letter != ' ' && letter != ',') {
      words.back() += letter;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t at = from; at < to; ++at) text += (at > from ? " " : "") + words[at];
  return text;
}

/// "every two weeks", "every week", "weekly": how many words say it.
std::size_t takeRhythm(const std::vector<std::string>& words, int& everyWeeks, const Vocabulary& vocabulary) {
  const std::pair<std::string_view, int> rhythms[] = {
      {vocabulary.weekly, 1}, {vocabulary.fortnightly, 2}, {vocabulary.monthly, 4}};
  for (const auto& [spellings, weeks] : rhythms) {
    if (const std::size_t count = wordsSpelled(spellings, words, 0)) return everyWeeks = weeks, count;
  }
  const std::size_t every = wordsSpelled(vocabulary.every, words, 0);
  if (every == 0 || every >= words.size()) return 0;
  const int count = numberIn(words[every], vocabulary);
  const std::size_t unit = count > 0 ? every + 1 : every;
  if (unit >= words.size()) return 0;
  const bool months = isSpelled(vocabulary.month, words[unit]);
  // "every tuesday", "every second tuesday"
  if (!months && !isSpelled(vocabulary.week, words[unit])) return everyWeeks = std::max(count, 1), unit;
  everyWeeks = std::max(count, 1) * (months ? 4 : 1);
  return unit + 1;
}

}  // namespace

std::optional<Cadence> readCadence(std::string_view typed, Date from, const Zones& zones,
                                   const Vocabulary& vocabulary) {
  const auto words = wordsIn(typed);
  Cadence cadence;
  std::size_t begin = takeRhythm(words, cadence.everyWeeks, vocabulary);
  if (begin == 0 || cadence.everyWeeks > 52) return std::nullopt;
  while (const std::size_t count = wordsSpelled(vocabulary.beforeDay, words, begin)) begin += count;
  cadence.first = from;
  if (begin == words.size()) return cadence;
  // The longest part that is a day and a time; the rest is a place.
  for (std::size_t end = words.size(); end > begin; --end) {
    const std::string said = joined(words, begin, end);
    const bool relative =
        wordsSpelled(vocabulary.today, words, begin) + wordsSpelled(vocabulary.tomorrow, words, begin) > 0;
    const auto when = readWhen(said, relative ? from : from.plus(-1), vocabulary);  // a weekday may be this very day
    const auto time = when ? std::nullopt : readTime(said, vocabulary);
    if ((!when || when->weekOf) && !time) continue;
    if (when) cadence.first = when->date;
    cadence.time = when ? when->time : *time;
    const std::string place = joined(words, end, words.size());
    if (place.empty()) return cadence;
    cadence.zone = zoneMeant(zones.names(), place);
    if (cadence.zone.empty() || !cadence.time) return std::nullopt;
    return cadence;
  }
  return std::nullopt;
}

}  // namespace cairn

#include "exchange/cadence.hpp"

#include <array>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "exchange/when.hpp"

namespace cairn {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 4> kRhythms{
    {{"weekly", 1}, {"biweekly", 2}, {"fortnightly", 2}, {"monthly", 4}}};
constexpr std::array<std::string_view, 13> kNumbers{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

int numberIn(std::string_view word) {
  for (std::size_t at = 1; at < kNumbers.size(); ++at) {
    if (word == kNumbers[at] || word == std::to_string(at)) return static_cast<int>(at);
  }
  if (word == "other" || word == "second" || word == "2nd") return 2;
  return word == "third" || word == "3rd" ? 3 : 0;
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
std::size_t takeRhythm(const std::vector<std::string>& words, int& everyWeeks) {
  for (const auto& [word, weeks] : kRhythms) {
    if (!words.empty() && words[0] == word) return everyWeeks = weeks, 1;
  }
  if (words.size() < 2 || words[0] != "every") return 0;
  const int count = numberIn(words[1]);
  const std::size_t unit = count > 0 ? 2 : 1;
  if (unit >= words.size()) return 0;
  const bool weeks = words[unit] == "week" || words[unit] == "weeks";
  const bool months = words[unit] == "month" || words[unit] == "months";
  // "every tuesday", "every second tuesday"
  if (!weeks && !months) return everyWeeks = std::max(count, 1), unit;
  everyWeeks = std::max(count, 1) * (months ? 4 : 1);
  return unit + 1;
}

}  // namespace

std::optional<Cadence> readCadence(std::string_view typed, Date from, const Zones& zones) {
  const auto words = wordsIn(typed);
  Cadence cadence;
  std::size_t begin = takeRhythm(words, cadence.everyWeeks);
  if (begin == 0 || cadence.everyWeeks > 52) return std::nullopt;
  while (begin < words.size() && (words[begin] == "on" || words[begin] == "at")) ++begin;
  cadence.first = from;
  if (begin == words.size()) return cadence;
  // The longest part that is a day and a time; the rest is a place.
  for (std::size_t end = words.size(); end > begin; --end) {
    const std::string said = joined(words, begin, end);
    const bool relative = said.starts_with("today") || said.starts_with("tomorrow");
    const auto when = readWhen(said, relative ? from : from.plus(-1));  // a weekday may be this very day
    const auto time = when ? std::nullopt : readTime(said);
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

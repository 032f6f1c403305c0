#include "exchange/hours.hpp"

#include "base/utf8.hpp"
#include "exchange/when.hpp"

namespace cairn {
namespace {

/// 0 for Monday; nothing for what is no day.
std::optional<int> dayIn(std::string_view word, const Vocabulary& vocabulary) {
  const int day = placeOf(vocabulary.weekdays, word);
  return day < 0 ? std::nullopt : std::optional(day);
}

/// "a-b" and "a to b" in two; the second is empty where there is one alone.
std::pair<std::string_view, std::string_view> ends(std::string_view text, const Vocabulary& vocabulary) {
  for (const std::string_view dash : {"–", "-"}) {
    const auto at = text.find(dash);
    if (at != std::string_view::npos) return {trimmed(text.substr(0, at)), trimmed(text.substr(at + dash.size()))};
  }
  for (std::size_t at = 0; (at = text.find(' ', at)) != std::string_view::npos; ++at) {
    const std::size_t end = text.find(' ', at + 1);
    if (end == std::string_view::npos) break;
    if (isSpelled(vocabulary.to, text.substr(at + 1, end - at - 1)))
      return {trimmed(text.substr(0, at)), trimmed(text.substr(end))};
  }
  return {text, {}};
}

std::optional<TimeOfDay> hourIn(std::string_view word, const Vocabulary& vocabulary) {
  // readTime takes a bare number for a day; here it is an hour.
  const bool bare = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
  return readTime(bare ? std::string(word) + ":00" : std::string(word), vocabulary);
}

bool readPart(std::string_view part, WeekHours& hours, const Vocabulary& vocabulary) {
  const auto digit = part.find_first_of("0123456789");
  if (digit == std::string_view::npos) return false;
  const std::string_view days = trimmed(part.substr(0, digit));
  const auto [begin, end] = ends(trimmed(part.substr(digit)), vocabulary);
  const auto from = hourIn(begin, vocabulary);
  const auto to = hourIn(end, vocabulary);
  if (!from || !to || !(*from < *to)) return false;
  std::optional<int> first = 0;
  std::optional<int> last = 4;
  if (!days.empty()) {
    const auto [firstWord, lastWord] = ends(days, vocabulary);
    first = dayIn(firstWord, vocabulary);
    last = lastWord.empty() ? first : dayIn(lastWord, vocabulary);
  }
  if (!first || !last || *first > *last) return false;
  for (int day = *first; day <= *last; ++day) hours.days[static_cast<std::size_t>(day)] = {*from, *to};
  return true;
}

}  // namespace

std::optional<WeekHours> readHours(std::string_view typed, const Vocabulary& vocabulary) {
  WeekHours hours;
  const std::string folded = foldForSearch(trimmed(typed));
  std::string_view rest = folded;
  while (!rest.empty()) {
    const auto comma = std::min(rest.find(','), rest.size());
    if (!readPart(trimmed(rest.substr(0, comma)), hours, vocabulary)) return std::nullopt;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return hours;
}

std::vector<HoursRun> runsOf(const WeekHours& hours) {
  std::vector<HoursRun> runs;
  for (int day = 0; day < 7; ++day) {
    const WeekHours::Span& span = hours.days[static_cast<std::size_t>(day)];
    if (!span.from || !span.to) continue;
    if (!runs.empty() && runs.back().to == day - 1 && runs.back().hours == span) {
      runs.back().to = day;
    } else {
      runs.push_back({day, day, span});
    }
  }
  return runs;
}

}  // namespace cairn

#include "exchange/hours.hpp"

#include "base/utf8.hpp"
#include "exchange/when.hpp"

namespace cairn {
namespace {

constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// 0 for Monday; nothing for what is no day.
std::optional<int> dayIn(std::string_view word) {
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    if (word.size() >= 3 && word.starts_with(kDays[day])) return static_cast<int>(day);
  }
  return std::nullopt;
}

/// "a-b" and "a to b" in two; the second is empty where there is one alone.
std::pair<std::string_view, std::string_view> ends(std::string_view text) {
  for (const std::string_view dash : {"–", "-", " to "}) {
    const auto at = text.find(dash);
    if (at != std::string_view::npos) return {trimmed(text.substr(0, at)), trimmed(text.substr(at + dash.size()))};
  }
  return {text, {}};
}

std::optional<TimeOfDay> hourIn(std::string_view word) {
  // readTime takes a bare number for a day; here it is an hour.
  const bool bare = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
  return readTime(bare ? std::string(word) + ":00" : std::string(word));
}

bool readPart(std::string_view part, WeekHours& hours) {
  const auto digit = part.find_first_of("0123456789");
  if (digit == std::string_view::npos) return false;
  const std::string_view days = trimmed(part.substr(0, digit));
  const auto [begin, end] = ends(trimmed(part.substr(digit)));
  const auto from = hourIn(begin);
  const auto to = hourIn(end);
  if (!from || !to || !(*from < *to)) return false;
  std::optional<int> first = 0;
  std::optional<int> last = 4;
  if (!days.empty()) {
    const auto [firstWord, lastWord] = ends(days);
    first = dayIn(firstWord);
    last = lastWord.empty() ? first : dayIn(lastWord);
  }
  if (!first || !last || *first > *last) return false;
  for (int day = *first; day <= *last; ++day) hours.days[static_cast<std::size_t>(day)] = {*from, *to};
  return true;
}

}  // namespace

std::optional<WeekHours> readHours(std::string_view typed) {
  WeekHours hours;
  const std::string folded = foldForSearch(trimmed(typed));
  std::string_view rest = folded;
  while (!rest.empty()) {
    const auto comma = std::min(rest.find(','), rest.size());
    if (!readPart(trimmed(rest.substr(0, comma)), hours)) return std::nullopt;
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

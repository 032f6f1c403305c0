#include "exchange/step_line.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "exchange/when.hpp"
#include "query/people.hpp"

namespace cairn {
namespace {

/// How well a name is meant by what was said: its whole, its first word, its beginning, not at all.
int meant(const Person& person, const std::string& said) {
  const std::string name = foldForSearch(*person.name);
  if (said.empty() || !name.starts_with(said)) return 0;
  if (name == said) return 3;
  return foldForSearch(firstNameOf(person)) == said ? 2 : 1;
}

/// Whose name stands at the line's beginning, and how many bytes of it that takes; more words win, so
/// that "Ana Maria" is not Ana.
std::pair<Id, std::size_t> ownerAt(std::string_view line, const Mentorship& mentorship, std::string_view me) {
  std::pair<Id, std::size_t> best{Id{}, 0};
  constexpr int kMostWords = 4;
  std::size_t end = line.find_first_of(" :,");
  for (int words = 0; words < kMostWords; ++words) {
    const std::string_view name = line.substr(0, end);
    const std::string said = foldForSearch(name);
    int most = 0;
    if (words == 0 && isSpelled(me, said)) best = {*mentorship.me, name.size()};
    for (const auto& [id, person] : mentorship.people) {
      const int how = isAlive(person) ? meant(person, said) : 0;
      if (how <= most) continue;
      most = how;
      best = {id, name.size()};
    }
    if (end == std::string_view::npos) break;
    end = line.find_first_of(" :,", end + 1);
  }
  return best;
}

/// Takes "by fri" off the end of the text.
Date takeDue(std::string& text, Date today, const Vocabulary& vocabulary) {
  for (std::size_t begin = text.size(); begin > 0;) {
    const std::size_t space = text.rfind(' ', begin - 1);
    const std::size_t word = space == std::string::npos ? 0 : space + 1;
    const std::size_t end = std::min(text.find(' ', word), text.size());
    if (isSpelled(vocabulary.due, foldForSearch(text.substr(word, end - word)))) {
      const auto when = readWhen(std::string_view(text).substr(end), today, vocabulary);
      if (!when || when->weekOf) return Date{};  // no day that is typed holds such a word
      text = trimmed(text.substr(0, word));
      return when->date;
    }
    begin = space == std::string::npos ? 0 : space;
  }
  return Date{};
}

}  // namespace

std::optional<StepLine> readStepLine(std::string_view line, const Mentorship& mentorship, Date today,
                                     const Vocabulary& vocabulary) {
  line = trimmed(line);
  if (!line.starts_with('@')) return std::nullopt;
  line.remove_prefix(1);
  const auto [owner, length] = ownerAt(line, mentorship, vocabulary.me);
  StepLine step;
  step.owner = owner;
  std::string_view rest = line.substr(length);
  if (rest.starts_with(':') || rest.starts_with(',')) rest.remove_prefix(1);
  step.text = std::string(trimmed(rest));
  step.due = takeDue(step.text, today, vocabulary);
  if (step.text.empty()) return std::nullopt;
  return step;
}

}  // namespace cairn

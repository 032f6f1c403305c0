#include "insight/search.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "insight/shown.hpp"
#include "query/people.hpp"

namespace cairn {
namespace {

std::vector<std::string> askedWords(std::string_view asked) {
  const std::string folded = foldForSearch(trimmed(asked));
  std::vector<std::string> words;
  for (std::size_t from = 0; from < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', from), folded.size());
    if (end > from) words.push_back(folded.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

/// Texts that people write and can be shown: neither an order among others, nor a zone, nor what no screen draws.
bool isSearched(const FieldTraits& declared) {
  constexpr std::string_view kNotShown[] = {"zone", "oneLine", "fromTemplate"};
  const bool isShown = std::find(std::begin(kNotShown), std::end(kNotShown), declared.name) == std::end(kNotShown);
  return declared.kind == ValueKind::text && declared.onTwoVersions == OnTwoVersions::ask && isShown;
}

/// The line that holds the word, or its beginning.
std::string excerpt(std::string_view text, const std::string& word) {
  constexpr std::size_t kMostBytes = 400;
  while (true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool last = line.size() == text.size();
    if (last || foldForSearch(line).find(word) != std::string::npos) {
      std::size_t end = 0;
      while (end < line.size() && end < kMostBytes) nextCodePoint(line, end);
      return std::string(line.substr(0, end));
    }
    text.remove_prefix(line.size() + 1);
  }
}

struct Ranked {
  int rank = 0;
  Found found;
};

class Search {
 public:
  explicit Search(std::string_view asked) : words_(askedWords(asked)) {}
  bool asksNothing() const { return words_.empty(); }

  void look(const Mentorship& mentorship) {
    names_ = foldForSearch(namesOf(mentorship));
    forEachThing(mentorship, [&](const Thing& thing, const ThingType& type, std::string_view collection) {
      if (isAlive(thing, type)) lookAt(mentorship.id, thing, type, collection);
    });
  }

  std::vector<Found> best(std::size_t most) {
    std::stable_sort(ranked_.begin(), ranked_.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    std::vector<Found> found;
    found.reserve(std::min(most, ranked_.size()));
    for (auto& one : ranked_) {
      if (found.size() < most) found.push_back(std::move(one.found));
    }
    return found;
  }

 private:
  void lookAt(const Id& mentorship, const Thing& thing, const ThingType& type, std::string_view collection) {
    std::vector<bool> here(words_.size());
    std::string words;
    std::string field;
    forEachField(type, [&](const FieldTraits& declared, auto at) {
      if constexpr (std::is_same_v<typename decltype(at)::Value, std::string>) {
        const std::string& text = *at.in(thing);
        if (!isSearched(declared) || text.empty()) return;
        const std::string folded = foldForSearch(text);
        for (std::size_t word = 0; word < words_.size(); ++word) {
          if (here[word] || folded.find(words_[word]) == std::string::npos) continue;
          here[word] = true;
          if (!words.empty()) continue;
          words = excerpt(text, words_[word]);
          field = declared.name;
        }
      }
    });
    if (words.empty()) return;
    for (std::size_t word = 0; word < words_.size(); ++word) {
      if (!here[word] && names_.find(words_[word]) == std::string::npos) return;
    }
    Found found{mentorship,           std::string(collection), thing.id, sessionOf(thing, type),
                labelOf(thing, type), std::move(field),        {}};
    const std::string label = foldForSearch(found.label);
    const bool named = std::any_of(words_.begin(), words_.end(),
                                   [&](const std::string& word) { return label.find(word) != std::string::npos; });
    if (words != found.label) found.words = std::move(words);
    ranked_.push_back({label.starts_with(words_.front()) ? 0 : named ? 1 : 2, std::move(found)});
  }

  static Id sessionOf(const Thing& thing, const ThingType& type) {
    Id session;
    withField(type, "session", [&](const FieldTraits&, auto at) {
      if constexpr (std::is_same_v<typename decltype(at)::Value, Id>) session = *at.in(thing);
    });
    return session;
  }

  std::vector<std::string> words_;
  std::string names_;
  std::vector<Ranked> ranked_;
};

}  // namespace

std::vector<Found> search(const Workspace& workspace, std::string_view asked, std::size_t most) {
  Search search(asked);
  if (search.asksNothing()) return {};
  for (const auto& [id, mentorship] : workspace.mentorships) {
    if (isThere(mentorship) && !*mentorship.hidden) search.look(mentorship);
  }
  return search.best(most);
}

}  // namespace cairn

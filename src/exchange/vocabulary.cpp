#include "exchange/vocabulary.hpp"

#include <algorithm>

namespace cairn {
namespace {

/// Calls `look` with each spelling until it answers true.
template <class Look>
bool anySpelling(std::string_view spellings, const Look& look) {
  while (!spellings.empty()) {
    const std::size_t end = std::min(spellings.find('|'), spellings.size());
    if (look(spellings.substr(0, end))) return true;
    spellings.remove_prefix(std::min(end + 1, spellings.size()));
  }
  return false;
}

}  // namespace

bool isSpelled(std::string_view spellings, std::string_view word) {
  return anySpelling(spellings, [&](std::string_view spelling) { return spelling == word; });
}

std::string_view spelledAtEnd(std::string_view spellings, std::string_view text) {
  std::string_view longest;
  anySpelling(spellings, [&](std::string_view spelling) {
    if (spelling.size() > longest.size() && text.ends_with(spelling)) longest = spelling;
    return false;
  });
  return longest;
}

std::size_t wordsSpelled(std::string_view spellings, std::span<const std::string> words, std::size_t at) {
  std::size_t most = 0;
  anySpelling(spellings, [&](std::string_view spelling) {
    std::size_t count = 0;
    for (; !spelling.empty() && at + count < words.size(); ++count) {
      const std::size_t end = std::min(spelling.find(' '), spelling.size());
      if (words[at + count] != spelling.substr(0, end)) return false;
      spelling.remove_prefix(std::min(end + 1, spelling.size()));
    }
    if (spelling.empty()) most = std::max(most, count);
    return false;
  });
  return most;
}

int placeOf(std::span<const std::string_view> names, std::string_view word) {
  if (word.ends_with(".")) word.remove_suffix(1);
  if (word.empty()) return -1;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (isSpelled(names[at], word)) return static_cast<int>(at);
  }
  return -1;
}

}  // namespace cairn

#include "words/language.hpp"

#include <algorithm>

#include "strings.hpp"

namespace cairn {

std::span<const Language> languages() { return kLanguages; }

const Language& languageFor(std::span<const Language> all, std::span<const std::string> wanted) {
  for (const std::string& tag : wanted) {
    const std::string_view base = std::string_view(tag).substr(0, tag.find('-'));
    for (const std::string_view one : {std::string_view(tag), base}) {
      const auto found = std::find_if(all.begin(), all.end(), [&](const Language& there) { return there.tag == one; });
      if (found != all.end()) return *found;
    }
  }
  return all.front();
}

Plural pluralOf(const Language& language, std::size_t count) {
  const std::size_t at = count < language.plurals.size() ? count : 100 + count % 100;
  return static_cast<Plural>(language.plurals[at]);
}

}  // namespace cairn

#pragma once
// Language: the texts of one language and how it counts. assets/strings.mjs makes one of each file of assets/strings;
// whoever makes sentences is told by a Reader, a Frame or a Ui in which.
//   const Language& language = languageFor(languages(), {"de-AT", "en"});
// The first language has every text; where another lacks one, it stands in the first.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "strings_keys.hpp"

namespace cairn {

/// The forms that languages have for counts, as CLDR names them.
enum class Plural : std::uint8_t { zero, one, two, few, many, other };

struct Language {
  std::string_view tag;                            ///< BCP 47: "en"
  std::array<std::string_view, kTextCount> texts;  ///< by S; each as message.hpp says
  std::array<std::uint8_t, 200> plurals;  ///< the form of 0 to 199; further on, of what ends in the same two digits
};

struct NamedText {
  std::string_view key;
  S text;
};

/// All that there are; the first is English.
std::span<const Language> languages();
/// The first that is wanted and there, by its tag or by what stands before the "-"; the first of all where there is
/// none.
const Language& languageFor(std::span<const Language> all, std::span<const std::string> wanted);

Plural pluralOf(const Language& language, std::size_t count);

}  // namespace cairn

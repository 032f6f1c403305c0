#pragma once
// English, as tests read and write it: its texts, the words in which people type days and hours, and errors in full.
#include "base/result.hpp"
#include "words/faults.hpp"
#include "words/vocabulary.hpp"

namespace cairn {

inline const Language& english() { return languages().front(); }
inline Vocabulary typedWords() { return vocabularyOf(english()); }
/// "goals[3].due must be a text"
inline std::string explained(const Error& error) {
  const std::string place = placeText(english(), error);
  return (place.empty() ? "" : place + " ") + faultText(english(), error);
}

}  // namespace cairn

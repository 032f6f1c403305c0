#pragma once
// The English words in which people type days and hours, for tests of what reads them.
#include "words/vocabulary.hpp"

namespace cairn {

inline Vocabulary english() { return vocabularyOf(languages().front()); }

}  // namespace cairn

#pragma once
// The words in which people type days, hours and cadences (exchange/vocabulary.hpp), from the catalogue of a language:
//   readWhen(typed, today, vocabularyOf(frame))
#include "exchange/vocabulary.hpp"
#include "words/language.hpp"

namespace cairn {

Vocabulary vocabularyOf(const Language& language);

}  // namespace cairn

#pragma once
// The letter as sentences. A sentence is a pattern of the catalogue: "We meet[ {everyWeeks}][ for
// {minutes}]." What stands in brackets goes with its phrase; a sentence without any phrase goes whole.
#include <optional>
#include <string>
#include <vector>

#include "model/mentorship.hpp"
#include "words/reader.hpp"
#include "words/say.hpp"

namespace cairn {

/// A field of the letter, as sentences and choices name it.
struct LetterPhrase {
  std::string_view field;  ///< as in the file: "everyWeeks"
  S label;                 ///< "How often"
  std::string text;        ///< as it stands in the sentence; empty: left out
};
std::vector<LetterPhrase> letterPhrases(const Language& language, const Letter& letter);

/// A part of a sentence: plain words, or a phrase with its place in letterPhrases().
struct LetterPart {
  std::string text;
  std::optional<std::size_t> phrase;
};
/// Only sentences that say something.
std::vector<std::vector<LetterPart>> letterSentences(const Language& language, const Letter& letter);

/// The same as text, a line a sentence: what an agreement keeps.
std::string letterText(const Language& language, const Letter& letter);

/// What is usual for a phrase, ready for its field: "Zoom". Numbers and words of a choice as in the file.
struct LetterChoice {
  std::string value;
  std::string text;
};
std::vector<LetterChoice> usualChoices(const Language& language, std::string_view field);

/// Writes a phrase; the empty value leaves it out.
void setPhrase(Letter& edit, std::string_view field, const std::string& value);

}  // namespace cairn

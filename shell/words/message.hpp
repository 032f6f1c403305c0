#pragma once
// Messages: a text with places for values and choices between forms, as assets/strings.mjs writes it from ICU's
// MessageFormat. Marks that no text can hold stand for its braces:
//   \1 NAME \2                               the value of that name
//   \3 NAME \2 (\5 FORM \2 MESSAGE \2)… \2       by a count: FORM is "=0" for just that number, or a Plural's name
//   \4 NAME \2 (\5 WORD \2 MESSAGE \2)… \2       by a word; the one of "other" where none fits
//   \6                                       the count of the choice around it
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "words/language.hpp"

namespace cairn {

/// A value by its name.
using Word = std::pair<std::string_view, std::string_view>;

inline constexpr char kArgumentMark = '\1';
inline constexpr char kEndMark = '\2';

/// A stretch of a message that only has places for values: its words, or the name of a value.
struct MessagePart {
  std::string_view text;
  bool isName = false;
};
std::vector<MessagePart> partsOf(std::string_view message);

/// The message with its values. A name without a value stays, in braces, so that a test sees it.
std::string fillMessage(const Language& language, std::string_view message, std::span<const Word> words);

}  // namespace cairn

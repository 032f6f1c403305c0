#pragma once
// Vocabulary: the words in which people type days, hours and cadences, in one language.
//   readWhen("fri 16:00", today, vocabulary)
// A text holds all spellings of one word, folded (base/utf8.hpp) and with "|" between them: "tuesday|tue|tues". The
// page and the command have theirs from the catalogue (shell/words/vocabulary.hpp). The order of a phrase is the same
// in every language: "every two weeks, tuesday 16:00"; "week of 9 march"; "last friday".
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace cairn {

struct Vocabulary {
  std::array<std::string_view, 12> months;   ///< January first
  std::array<std::string_view, 7> weekdays;  ///< Monday first
  std::array<std::string_view, 12> numbers;  ///< one first; digits are always understood
  std::string_view today;
  std::string_view tomorrow;
  std::string_view yesterday;
  std::string_view last;        ///< before a weekday that lies behind
  std::string_view weekOf;      ///< before a day: its week is meant
  std::string_view beforeDay;   ///< what may stand before a day or an hour and says nothing more
  std::string_view due;         ///< before the day until which something is to be done
  std::string_view dayEndings;  ///< what a day's number may end in: "1st"
  std::string_view noon;
  std::string_view beforeNoon;  ///< what an hour of twelve may end in
  std::string_view afterNoon;
  std::string_view hour;  ///< behind an hour, before its minutes: "9h30"
  std::string_view to;    ///< between two hours or two days
  std::string_view every;
  std::string_view weekly;
  std::string_view fortnightly;
  std::string_view monthly;
  std::string_view day;
  std::string_view week;
  std::string_view month;
  std::string_view me;
};

bool isSpelled(std::string_view spellings, std::string_view word);

/// The spelling that the text ends in; empty where it ends in none. The longest counts.
std::string_view spelledAtEnd(std::string_view spellings, std::string_view text);

/// How many of the words, from `at` on, are one of the spellings, which may be of several words.
std::size_t wordsSpelled(std::string_view spellings, std::span<const std::string> words, std::size_t at);

/// The place among the names of the one that is spelled so, with or without a full stop; -1 for none.
int placeOf(std::span<const std::string_view> names, std::string_view word);

}  // namespace cairn

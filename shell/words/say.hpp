#pragma once
// The words on screen, from the catalogue of a language (assets/strings).
//   say(frame, S::today_title)      say(reader, S::time_for, {{"time", "22:40"}, {"name", "Amina"}})
//   sayCount(frame, S::goals_count, 3)
#include <initializer_list>
#include <string>
#include <string_view>

#include "words/message.hpp"

namespace cairn {

std::string_view say(const Language& language, S key);
std::string say(const Language& language, S key, std::initializer_list<Word> words);

/// By the key's name; empty where there is none ("field_" + a field's name).
std::string_view sayNamed(const Language& language, std::string_view key);

/// What stands side by side, without what is empty: "16:00 · 17:00 for Amina"; with S::listed "Session, Fri 30 Oct".
std::string joined(const Language& language, std::initializer_list<std::string_view> parts, S pair = S::beside);
/// "How long: 45 minutes"
std::string labelled(const Language& language, std::string_view label, std::string_view text);

/// A text whose {count} says of how many.
std::string sayCount(const Language& language, S key, std::size_t count);

}  // namespace cairn

#pragma once
// The words on screen, from the catalogue assets/strings/en.json.
//   say(S::today_title)      say(S::time_for, {{"time", "22:40"}, {"name", "Amina"}})
// A placeholder without a value stays as it is, so that a test sees it.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "strings.hpp"

namespace cairn {

std::string_view say(S key);

using Word = std::pair<std::string_view, std::string_view>;
std::string say(S key, std::initializer_list<Word> words);

/// By the key's name; empty where there is none ("field_" + a field's name).
std::string_view sayNamed(std::string_view key);

/// `one` for 1, `many` otherwise, both with {count}.
std::string sayCount(S one, S many, std::size_t count);

}  // namespace cairn

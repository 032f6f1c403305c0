#pragma once
// UTF-8: checking, stepping, and folding for comparison. No locale, no tables beyond Latin.
#include <cstdint>
#include <string>
#include <string_view>

namespace cairn {

/// True for well-formed UTF-8 (no overlong form, no surrogate, nothing over U+10FFFF).
bool isUtf8(std::string_view text);

/// Decodes the code point at `at` and moves `at` behind it; U+FFFD and one byte for a bad one.
char32_t nextCodePoint(std::string_view text, std::size_t& at);
void appendUtf8(std::string& text, char32_t codePoint);

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// Lower case without the accents of Latin letters (U+00C0–U+017F): for comparing what is typed.
std::string foldForSearch(std::string_view text);

/// How many code points.
std::size_t lengthOf(std::string_view text);
/// More than `limit` code points.
bool isLonger(std::string_view text, std::size_t limit);

}  // namespace cairn

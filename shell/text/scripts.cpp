#include "text/scripts.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace cairn::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15, by block.
constexpr auto kRightToLeft = std::to_array<Range>({
    {0x0590, 0x08FF},    // Hebrew … Arabic Extended-A
    {0x200F, 0x200F},    // right-to-left mark
    {0x202B, 0x202B},    // right-to-left embedding
    {0x202E, 0x202E},    // right-to-left override
    {0x2067, 0x2067},    // right-to-left isolate
    {0xFB1D, 0xFDFF},    // Hebrew and Arabic presentation forms
    {0xFE70, 0xFEFE},    // Arabic Presentation Forms-B
    {0x10800, 0x10FFF},  // Cypriot … Old Uyghur
    {0x1E800, 0x1EFFF},  // Mende Kikakui … Arabic mathematical
});

constexpr auto kJoined = std::to_array<Range>({
    {0x0300, 0x036F},    // combining marks
    {0x0483, 0x0489},    // Cyrillic combining marks
    {0x0900, 0x109F},    // Devanagari … Thai, Lao, Tibetan, Myanmar
    {0x1100, 0x11FF},    // Hangul letters
    {0x1700, 0x18AF},    // Tagalog … Khmer, Mongolian
    {0x1900, 0x1CFF},    // Limbu … Vedic extensions
    {0x1DC0, 0x1DFF},    // combining marks
    {0x200B, 0x200F},    // joiners and marks of direction
    {0x202A, 0x202E},    // embeddings
    {0x2060, 0x206F},    // isolates, word joiner
    {0x20D0, 0x20FF},    // marks for symbols, keycaps
    {0x2E80, 0xA4CF},    // CJK, Kana, Bopomofo, Yi: alone, a sign may come from another font
    {0xA800, 0xA8FF},    // Syloti Nagri … Devanagari Extended
    {0xA900, 0xAAFF},    // Kayah Li … Meetei Mayek extensions
    {0xABC0, 0xABFF},    // Meetei Mayek
    {0xAC00, 0xD7FF},    // Hangul
    {0xF900, 0xFAFF},    // CJK compatibility
    {0xFE00, 0xFE0F},    // variation selectors
    {0xFE20, 0xFE4F},    // combining half marks, CJK compatibility forms
    {0xFF00, 0xFFEF},    // full width
    {0x11000, 0x11FFF},  // Brahmi … Tamil Supplement
    {0x1F1E6, 0x1F1FF},  // flags
    {0x1F3FB, 0x1F3FF},  // skin tones
    {0x20000, 0x3FFFF},  // CJK extensions
    {0xE0000, 0xE01EF},  // tags, variation selectors
});

template <std::size_t Count>
bool isIn(const std::array<Range, Count>& ranges, char32_t codePoint) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return codePoint >= range.first && codePoint <= range.last; });
}

/// A letter that runs left to right; digits, spaces and signs have no direction of their own.
bool isLeftToRight(char32_t codePoint) {
  const bool latin = (codePoint >= 'A' && codePoint <= 'Z') || (codePoint >= 'a' && codePoint <= 'z');
  const bool sign = (codePoint >= 0x2000 && codePoint <= 0x2BFF) || (codePoint >= 0x3000 && codePoint <= 0x303F) ||
                    (codePoint >= 0xFE00 && codePoint <= 0xFE6F) || (codePoint >= 0x1F000 && codePoint <= 0x1FFFF);
  return latin || (codePoint >= 0xC0 && !sign && !isIn(kRightToLeft, codePoint));
}

template <class Holds>
bool anyLetter(std::string_view text, Holds&& holds) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (holds(nextCodePoint(text, at))) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool needsRun(char32_t codePoint) {
  return codePoint >= 0x300 && (isIn(kJoined, codePoint) || isIn(kRightToLeft, codePoint));
}
bool needsRun(std::string_view text) {
  return anyLetter(text, [](char32_t codePoint) { return needsRun(codePoint); });
}

bool runsRightToLeft(std::string_view paragraph) {
  for (std::size_t at = 0; at < paragraph.size();) {
    const char32_t codePoint = nextCodePoint(paragraph, at);
    if (isIn(kRightToLeft, codePoint)) return true;
    if (isLeftToRight(codePoint)) return false;
  }
  return false;
}

std::vector<Piece> piecesOf(std::string_view line) {
  if (!needsRun(line)) return {{line, false}};
  if (anyLetter(line, [](char32_t codePoint) { return isIn(kRightToLeft, codePoint); })) return {{line, true}};
  std::vector<Piece> pieces;
  // A word and the spaces behind it; neighbours of one kind are one piece.
  for (std::size_t from = 0; from < line.size();) {
    const std::size_t wordEnd = std::min(line.find(' ', from), line.size());
    const std::size_t end = std::min(line.find_first_not_of(' ', wordEnd), line.size());
    const bool isRun = needsRun(line.substr(from, wordEnd - from));
    if (!pieces.empty() && pieces.back().isRun == isRun) {
      pieces.back().text = {pieces.back().text.data(), pieces.back().text.size() + (end - from)};
    } else {
      pieces.push_back({line.substr(from, end - from), isRun});
    }
    from = end;
  }
  return pieces;
}

}  // namespace cairn::text

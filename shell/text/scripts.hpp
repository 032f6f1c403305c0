#pragma once
// Scripts: which texts are more than their letters side by side, and in which direction they run.
// Limits: by Unicode block, which is coarser than by character: a little too much is shaped as a run.
#include <string_view>
#include <vector>

namespace cairn::text {

/// Whether the letter is joined, combined or reordered with its neighbours, runs right to left, or is
/// of a script in which the neighbours decide about the font and where lines break.
bool needsRun(char32_t codePoint);
bool needsRun(std::string_view text);

/// By the first letter that has a direction, as `dir=auto`.
bool runsRightToLeft(std::string_view paragraph);

struct Piece {
  std::string_view text;
  bool isRun = false;
};
/// A line in the pieces in which it is drawn: words that need a run, with the spaces between them,
/// and the rest. A line with a letter that runs right to left is one piece.
std::vector<Piece> piecesOf(std::string_view line);

}  // namespace cairn::text

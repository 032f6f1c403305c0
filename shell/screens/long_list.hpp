#pragma once
// A list that may be very long, for a file may hold thousands of anything: its first part is drawn, and buttons draw
// more. What is looked for, or was just added at the end, is always in the part that is drawn; on paper all is.
//
//   drawPart(frame, {"people/" + toText(id), people.size(), 20, [&](std::size_t at) { return people[at]->id; },
//                    [&](std::size_t at) { personCard(frame, mentorship, *people[at]); }});
//
// Limit: where a list is kept in parts, the keyboard and search reach the rest by the buttons. Rows of one height that
// need no part are drawn by widgets/rows.
#include <algorithm>
#include <functional>

#include "frame/frame.hpp"

namespace cairn {

constexpr std::size_t kRowsAtFirst = 200;
constexpr std::size_t kLeastMore = 60;

struct LongList {
  std::string key;
  std::size_t count = 0;
  std::size_t atFirst = kRowsAtFirst;
  std::function<Id(std::size_t)> id;
  std::function<void(std::size_t)> draw;
  bool followsAdded = true;  ///< false for the first few of a list that is whole elsewhere

  /// How many more a press draws; further on than twice as many, the first ones go.
  std::size_t more() const { return std::max(atFirst, kLeastMore); }
  std::size_t most() const { return 2 * more(); }
};

void drawPart(Frame& frame, const LongList& list);

/// For lists that are drawn by something else: the part, and the buttons above and below it.
DrawnPart partOf(Frame& frame, const LongList& list);
void drawEarlier(Frame& frame, const LongList& list);
void drawMore(Frame& frame, const LongList& list);

}  // namespace cairn

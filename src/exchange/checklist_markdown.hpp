#pragma once
// A checklist from Markdown that somebody pasted: sections, items, dates.
//
// Headings ("## Before we start"), bold lines and plain lines above task items become sections;
// "- [ ] text", "- [x] text" and bullets become items, with the rest of their paragraph. Comments
// (<!-- -->), rules and prose that no item follows are passed over. A date in a section's or item's
// line ("Jan 29", "29 January 2026", "2026-01-29") is when its items are due; without a year it is
// the first such day on or after the start. "Week 3:", "(day 10)" count from the start. Numbered items are items.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "exchange/vocabulary.hpp"

namespace cairn {

struct ChecklistItem {
  std::string section;
  std::string text;
  std::string link;  ///< the first address in it, where it is one that a browser may open
  Date due;
  std::int64_t dueAfter = 0;  ///< days since the start, which is day 1, where the line counts from it; 0: none
  bool done = false;
};

std::vector<ChecklistItem> readChecklist(std::string_view markdown, Date start, const Vocabulary& vocabulary);

/// Finds a date in a line of text; see above.
Date findDate(std::string_view line, Date start, const Vocabulary& vocabulary);

/// Finds "week 3" or "(day 10)", where it stands by itself: days since the start; 0 where there is none.
std::int64_t findDayAfter(std::string_view line, const Vocabulary& vocabulary);

/// "the [guide](https://…) first" without the marks: "the guide first".
std::string plainText(std::string_view markdown);

}  // namespace cairn

#pragma once
// A checklist from Markdown that somebody pasted: sections, items, dates.
//
// Headings ("## Before we start"), bold lines and plain lines above task items become sections;
// "- [ ] text", "- [x] text" and bullets become items, with the rest of their paragraph. Comments
// (<!-- -->), rules and prose that no item follows are passed over. A date in a section's or item's
// line ("Jan 29", "29 January 2026", "2026-01-29") is when its items are due; without a year it is
// the first such day on or after the start.
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace cairn {

struct ChecklistItem {
  std::string section;
  std::string text;
  std::string link;  ///< the first address in it, where it is one that a browser may open
  Date due;
  bool done = false;
};

std::vector<ChecklistItem> readChecklist(std::string_view markdown, Date start);

/// Finds a date in a line of English text; see above.
Date findDate(std::string_view line, Date start);

/// "the [guide](https://…) first" without the marks: "the guide first".
std::string plainText(std::string_view markdown);

}  // namespace cairn

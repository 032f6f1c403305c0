#pragma once
// Search: things by the words in them, for who looks for what was said.
//
//   for (const Found& found : search(model, "amina release", 8)) …
//
// Every word asked for must stand in the thing, or in the names of its mentorship, and at least one
// in the thing; case and the accents of Latin letters do not matter. Private words are found too:
// they are mine. Limit: reads everything each time, about a millisecond for 1,000 sessions.
#include <string>
#include <string_view>
#include <vector>

#include "model/workspace.hpp"

namespace cairn {

struct Found {
  Id mentorship;
  std::string collection;
  Id thing;
  Id session;         ///< that it belongs to; none: empty
  std::string label;  ///< what the thing is called
  std::string field;  ///< that holds the first word found
  std::string words;  ///< the line that holds the first word found, where that is not the label
};

/// The best `most`: by their beginning, by their name, by anything else in them.
std::vector<Found> search(const Workspace& workspace, std::string_view asked, std::size_t most);

}  // namespace cairn

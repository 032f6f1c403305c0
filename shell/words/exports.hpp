#pragma once
// What a mentorship is taken out as, beside its own file: one row a format. The menu of a mentorship and the verbs of
// the command are made from the rows.
//
//   for (const ExportFormat& one : exportFormats()) …
//   one.write({reader, {&mentorship}, page, trash})       // the text of the file
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/trash.hpp"
#include "words/reader.hpp"
#include "words/say.hpp"

namespace cairn {

struct ExportSource {
  const Reader& reader;
  std::vector<const Mentorship*> mentorships;
  std::string page;                     ///< the address of Cairn up to its "#"; empty: unknown
  std::span<const Trashed> trash = {};  ///< what was removed here of late, the latest first
  bool everything = false;              ///< what is past too
};

struct ExportFormat {
  std::string_view verb;   ///< of the command: "ics"
  std::string_view usage;  ///< what the command says of it, in English like all that it says
  S label;                 ///< in the menu
  S fileName;              ///< with {name}
  /// Whether there is anything to take out now; `next`: its next session, or null.
  bool (*has)(const Mentorship& mentorship, const Session* next);
  std::string (*write)(const ExportSource& from);
};

std::span<const ExportFormat> exportFormats();

}  // namespace cairn

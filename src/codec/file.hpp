#pragma once
// The files and records of Cairn (DESIGN: "The file").
//
//   std::string text = writeFile(mentorship, Audience::otherSide);
//   Result<OpenedFile> file = readFile(text);          // a side copy; nothing is applied
//
// A mentorship's file is plain nested data ("plan") with the bookkeeping of merging apart from it
// ("merge"). Where merge.check does not fit the plan, or merge is missing, the file is a proposal:
// its values are pending writes, and nothing in it deletes. A record is the same shape, compact,
// behind a line with its checksum.
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/workspace.hpp"

namespace cairn {

enum class Audience { otherSide, myself };

struct OpenedFile {
  Workspace content;      ///< partial: what the file says
  bool proposal = false;  ///< true: pending values, to be taken as edits of ours
};

std::string writeFile(const Mentorship& mentorship, Audience audience);

/// Errors: "json" and "plan" as the command line says them; the path names the place.
Result<OpenedFile> readFile(std::string_view text);

/// A record: "cairn-record 1 CHECKSUM\n" and the partial workspace.
std::string writeRecord(const Workspace& delta);
/// Errors: "record" for a damaged one, "newer" for one of a later version.
Result<Workspace> readRecord(std::string_view bytes);

}  // namespace cairn

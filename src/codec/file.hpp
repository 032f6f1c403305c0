#pragma once
// The files and records of Cairn (DESIGN: "The file"; for other programs: docs/format.md).
//
//   std::string text = writeFile(mentorship, Audience::otherSide);
//   Result<OpenedFile> file = readFile(text);          // a side copy; nothing is applied
//
// A file is plain nested data ("plan") with the bookkeeping of merging apart from it ("merge").
// Where merge.check does not fit the plan, or merge is missing, it is a proposal: its values are
// pending writes, and nothing in it deletes. A record is a workspace, compact, behind a line with
// its checksum.
// Limits: codec/limits.hpp.
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/limits.hpp"
#include "model/workspace.hpp"

namespace cairn {

constexpr std::int64_t kMajor = 1;
constexpr std::int64_t kMinor = 0;

enum class DocumentKind { none, mentorship, programme, workspace };
std::string_view formatOf(DocumentKind kind);

/// Whom a file is for: the other side gets all that is not private, a programme what happened but
/// no words of a talk, I myself everything.
enum class Audience { otherSide, programme, myself };
constexpr auto words(Audience) { return std::to_array<std::string_view>({"other-side", "programme", "myself"}); }

struct OpenedFile {
  DocumentKind kind = DocumentKind::none;
  std::string audience;
  Workspace whole;          ///< partial: what the file says
  Workspace proposals;      ///< roots whose values are pending, to be taken as edits of ours
  std::size_t leftOut = 0;  ///< damaged records of a rescued store: what they say is not in it

  bool isProposal() const { return !proposals.mentorships.empty() || !proposals.programmes.empty(); }
};

std::string writeFile(const Mentorship& mentorship, Audience audience);
std::string writeFile(const Programme& programme, Audience audience);
/// All that is in it, whoever it is said to be for: what was merged of files for one audience may hold more than
/// this version would give to it, and merging loses nothing.
std::string writeUnfiltered(const Mentorship& mentorship, Audience said);
std::string writeUnfiltered(const Programme& programme, Audience said);
/// Everything of this browser, for a backup.
std::string writeBackup(const Workspace& workspace);

/// Errors: of code "json", "number" and "plan"; line and column, or the path, name the place.
Result<OpenedFile> readFile(std::string_view text, const Limits& limits = kDoor);

/// A record: "cairn-record 1 CHECKSUM\n" and the partial workspace.
std::string writeRecord(const Workspace& delta);
/// Errors: of code "record" for a damaged one, "newer" for one of a later version.
Result<Workspace> readRecord(std::string_view bytes);

}  // namespace cairn

#pragma once
// Taking a large file away from the page: what is stored for it, and what it changes in pieces
// that the page can merge one at a time.
#include "command/actions.hpp"

namespace cairn {

struct OpenedFile;

/// So many things are merged on the page in a few milliseconds.
constexpr std::size_t kThingsInPiece = 400;

struct Taking {
  std::string record;               ///< what the store keeps as the import
  std::vector<std::string> pieces;  ///< records: together, all that the file changes in `ours`
};

/// Merges the file into `ours`, but for settings: those of another browser are not ours. A proposal's
/// values become edits of a writer that is used once, but for those that were `refused`. Errors: those
/// of commit, for a proposal.
Result<Taking> takeInPieces(Workspace& ours, const OpenedFile& file, const std::vector<Choosable>& refused,
                            IdSource& ids, Instant now);

/// Choices on their way to the worker, a line each: "COLLECTION/ID/FIELD".
std::string writeChoices(const std::vector<Choosable>& choices);
/// Lines that writeChoices does not write are left out.
std::vector<Choosable> readChoices(std::string_view text);

}  // namespace cairn

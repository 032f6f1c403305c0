#pragma once
// Taking a large file away from the page: what is stored for it, and what it changes in pieces
// that the page can merge one at a time.
#include "command/command.hpp"

namespace cairn {

struct OpenedFile;

/// So many things are merged on the page in a few milliseconds.
constexpr std::size_t kThingsInPiece = 400;

struct Taking {
  std::string record;               ///< what the store keeps as the import
  std::vector<std::string> pieces;  ///< records: together, all that the file changes in `ours`
};

/// Merges the file into `ours`, but for settings: those of another browser are not ours. A proposal's values become
/// edits of a writer that is used once. Errors: those of commit, for a proposal.
Result<Taking> takeInPieces(Workspace& ours, const OpenedFile& file, IdSource& ids, Instant now);

}  // namespace cairn

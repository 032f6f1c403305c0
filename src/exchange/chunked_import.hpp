#pragma once
// ChunkedImport a large file away from the page: what is stored for it, and what it changes in pieces
// that the page can merge one at a time.
#include "exchange/admission.hpp"

namespace cairn {

/// So many things are merged on the page in a few milliseconds.
constexpr std::size_t kThingsInPiece = 400;

struct ChunkedImport {
  std::string record;               ///< what the store keeps as the import
  std::vector<std::string> pieces;  ///< records: together, all that the file changes in `ours`
};

/// What the person chose, and under which id this tab writes.
struct Choices {
  Whose whose = Whose::others;
  Writer writer = 0;
  std::vector<Choosable> refused;
};

/// Merges what is admitted of the file into `ours`. A proposal's values become edits of a writer that is
/// used once, but for those that were refused. Errors: those of commit, for a proposal.
Result<ChunkedImport> importInChunks(Workspace& ours, OpenedFile file, const Choices& choices, IdSource& ids,
                                     Instant now);

/// Choices on their way to the worker: "mine WRITER" or "others WRITER", then "COLLECTION/ID/FIELD" a line.
std::string writeChoices(const Choices& choices);
/// Lines that writeChoices does not write are left out.
Choices readChoices(std::string_view text);

}  // namespace cairn

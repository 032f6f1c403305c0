#pragma once
// Admission: what of an opened file comes in. A file of others never touches what only I see, nor says
// who I am; what cannot be looked at before is not taken; and nothing comes in that could not be read
// again once it is merged.
//
//   OpenedFile file = *readFile(text);
//   if (auto refused = refuseUnmergeable(model, file)) …
//   if (auto refused = refuseEdits(model, file, now)) …
//   auto preview = previewOf(model, file, now);       // of what others may write
//   admit(file, mine ? Whose::mine : Whose::others, writers, now);
//   take(model, file.whole, change);
#include <optional>

#include "command/command.hpp"
#include "exchange/preview.hpp"

namespace cairn {

/// Whose copy a file is, as the person says who opens it.
enum class Whose { others, mine };

/// Leaves out the settings always; everything private unless the copy is mine, and of a proposal then
/// too; who wrote as one of `ours`, which nobody knows better; and authors from more than a day ahead.
void admit(OpenedFile& file, Whose whose, const Writers& ours, Instant now);

/// Why the file cannot be merged into what is here: a field would have too many versions, a mentorship
/// too many things, or a name would mean two things. Nothing where it can.
std::optional<Error> refuseUnmergeable(const Workspace& model, const OpenedFile& file);

/// Why the edits of a file that was changed by hand cannot be made: an empty title, an arrow to nothing. Nothing where
/// they can, or where the file has none. `now` stamps the trial.
std::optional<Error> refuseEdits(const Workspace& model, const OpenedFile& file, Instant now);

/// Leaves out what the preview of a proposal does not show; its count says then what is taken.
void leaveOutUnseen(OpenedFile& file, Preview& preview);

/// What was there before the change and is not any more, though nobody here removed it.
std::vector<Ref> removedBy(const Workspace& model, const Change& change);

}  // namespace cairn

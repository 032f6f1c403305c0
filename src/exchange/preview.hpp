#pragma once
// What taking an opened file would mean, in a form small enough to be shown and to travel from
// the worker that read it.
#include "codec/file.hpp"
#include "command/proposal.hpp"
#include "insight/difference.hpp"

namespace cairn {

/// Of a proposal more is shown, for each line can be chosen.
constexpr std::size_t kShownDifferences = 40;
constexpr std::size_t kShownOfProposal = 400;

/// Another mentorship of a file that holds many.
struct PreviewOther {
  std::string people;
  bool isNew = true;
  std::size_t changes = 0;
};

struct Preview {
  Mentorship head;       ///< the (first) mentorship's own fields and its people
  Id from;               ///< the person who wrote last in it
  Instant theyHave = 0;  ///< up to when it has what I wrote
  std::size_t goals = 0;
  std::size_t sessions = 0;
  bool isNew = true;          ///< nothing of it is here yet
  bool isProposal = false;    ///< edited outside Cairn
  bool inPart = false;        ///< only what the programme may see
  bool holdsPrivate = false;  ///< there is more, which only its owner sees
  std::size_t leftOut = 0;    ///< damaged records of a rescued store
  std::size_t changes = 0;
  std::vector<Difference> shown;  ///< the first of them; what replaces or removes words that are here comes first
  std::vector<Choosable> unseen;  ///< of a proposal, what is not shown; stays where the file was read
  std::vector<PreviewOther> others;
};

/// Whether a file holds anything that only its owner sees; and the file without it.
bool holdsPrivate(const OpenedFile& file);
void leaveOutPrivate(OpenedFile& file);
void leaveOutPrivate(Workspace& workspace);

/// Of what others may write; nothing where the file holds no mentorship. `now` stamps the trial.
std::optional<Preview> previewOf(const Workspace& ours, const OpenedFile& file, Instant now);

/// What a backup would bring back and take away: from what is here to what was then.
Preview previewOfBackup(const Workspace& ours, const Workspace& then);

std::string writePreview(const Preview& preview);
/// Errors: as readFile, and noPreview for anything that writePreview does not write.
Result<Preview> readPreview(std::string_view text);

/// Why there is no preview.
std::string writeError(const Error& error);
/// noPreview for anything that writeError does not write.
Error readError(std::string_view text);

}  // namespace cairn

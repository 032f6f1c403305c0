#pragma once
// Trash: what was removed, whole, kept in this browser alone for at least 30 days. A file keeps a deletion
// without the deleted words; here they wait, should they have been removed by mistake.
//
//   if (auto file = trashOf(change, trashPath(writer, random), now)) store it
//   for (const Trashed& one : trashIn(files)) …      // the latest first
//   commit(model, bringBack(one), …)                 // fresh edits, like any other
//
// Erasing for good is removing the file, taking the records together (journal.hpp) and letting the
// backups go; the application does that.
// Limit: what was brought back otherwise, by undo or by a colleague's edit, stays listed until
// standsAgain() is asked.
#include "journal/journal.hpp"

namespace cairn {

constexpr Instant kTrashKept = 30 * kDay;
/// So many stay however old they seem: a clock that was wrong for a day takes nothing away.
constexpr std::size_t kTrashAlways = 100;

struct Trashed {
  std::string path;
  Instant removedAt = 0;
  std::vector<Ref> removals;
  Workspace content;  ///< what stood there, with all its versions
};

/// To be added at `path`; nothing where the change removed nothing.
std::optional<StoredFile> trashOf(const Change& change, const std::string& path, Instant now);

/// Errors: of code "record" for what is damaged.
Result<Trashed> readTrash(const StoredFile& file);

/// All that can be read, the latest removal first.
std::vector<Trashed> trashIn(const std::vector<StoredFile>& files);

/// Paths of what was removed more than kTrashKept ago and is none of the last kTrashAlways. What cannot be read
/// stays: a later Cairn may have kept it.
std::vector<std::string> oldTrash(const std::vector<StoredFile>& files, Instant now);

/// True where both hold something of the same thing: it was removed, came back, and was removed again; or one
/// is a mentorship, and the other was removed in it.
bool overlap(const Trashed& a, const Trashed& b);

/// True where everything that was removed is there again.
bool standsAgain(const Workspace& model, const Trashed& trashed);

Command bringBack(const Trashed& trashed);

}  // namespace cairn

#pragma once
// The journal: each change is a record at a path of its own, and the workspace is all of them
// merged. Because a record is a partial state, their order does not matter, and a record read
// twice changes nothing.
//
//   marker                  the format of the store ("cairn-store 1")
//   records/WRITER-NUMBER   one change; WRITER is the shared one of the tab that wrote it, NUMBER is random
//   imports/WRITER-NUMBER   the same for an opened file, so that it can be withdrawn
//   withdrawn/NAME          the import of that name does not count
//   snapshots/ROOT-SUM      what compaction made of records: one root each
//   taken/PATH              what went into the snapshots, until a start has read those
//   drafts/SLOT/PATH        an unfinished edit of a text in that tab, replaced as it grows
//   slots/N                 the writer ids of tab slot N
//   trash/WRITER-NUMBER     what was removed, for 30 days (journal/trash.hpp)
//
// Paths that are none of these belong to a later Cairn and are left alone.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "command/command.hpp"

namespace cairn {

constexpr std::string_view kStoreMarker = "cairn-store 1\n";
/// Compaction is due when there are more records than this.
constexpr std::size_t kCompactAt = 500;

struct StoredFile {
  std::string path;  ///< below the store's root, without a leading slash
  std::string bytes;
};

struct DamagedRecord {
  std::string path;
  Error error;
};

/// A text that is not yet a command, and what its field held when the person began to type: none where it
/// is no field's, or was kept by an earlier Cairn.
struct Draft {
  std::string text;
  std::optional<Context> seen;
};

struct Recovered {
  Workspace workspace;
  std::map<std::string, Draft> drafts;   ///< by the key of what is edited
  std::vector<DamagedRecord> damaged;    ///< left where they are, and told
  bool newer = false;                    ///< the store belongs to a later Cairn: read only
  std::size_t records = 0;               ///< what compaction would take together
  std::vector<std::string> superfluous;  ///< paths of "taken", whose snapshots have been read
};
/// Drafts are those of one tab slot: whoever holds the slot now may finish them.
Recovered recover(const std::vector<StoredFile>& files, int slot);

/// What compaction puts and removes, in one transaction. Damaged records and everything unknown
/// stay; a withdrawn import goes for good. What is put has been read back: where that is not the same, nothing
/// is put and nothing removed. What went into it stays below "taken" until a start has read the snapshots: where
/// one of them is damaged by then, it is read instead.
struct Compacted {
  std::vector<StoredFile> put;
  std::vector<std::string> remove;
};
/// `erase`: nothing that was written in a removed thing stays, not even what is mine alone, or below "taken". Older
/// versions left that behind.
enum class OfRemoved { keep, erase };
Compacted compact(const std::vector<StoredFile>& files, OfRemoved ofRemoved = OfRemoved::keep);

/// A workspace as snapshots: one for the settings and one a root; the name follows from the content.
std::vector<StoredFile> snapshotsOf(const Workspace& all);

/// What going back to an earlier state puts and removes: its snapshots, in place of everything
/// that holds changes, drafts or writer ids. What a later Cairn has stored stays.
Compacted goBackTo(const Workspace& then, const std::vector<StoredFile>& files);

/// True for the paths that hold changes: records, imports and snapshots.
bool holdsChanges(std::string_view path);

/// Where something new goes. `number` is random, for no counter is raised by everything that is stored; its
/// lowest 52 bits count. What stands at such a path never changes: it is added, never put over another.
std::string recordPath(Writer writer, std::uint64_t number);
std::string importPath(Writer writer, std::uint64_t number);
std::string trashPath(Writer writer, std::uint64_t number);
bool isTrash(std::string_view path);
/// True for these three kinds.
bool isAddedOnce(std::string_view path);
/// The same kind of path under another number.
std::string renumbered(std::string_view path, std::uint64_t number);
/// The marker that withdraws an import.
std::string withdrawalOf(std::string_view importPath);
std::string draftPath(int slot, std::string_view textPath);
std::string writeDraft(const Draft& draft);
Draft readDraft(std::string_view bytes);

/// "slots/N" holds both writer ids; a slot without a readable file gets new ones. So does one of before 0.2,
/// when a removal was stored over the change before it and its dot could be given again.
std::string slotPath(int slot);
std::string writeSlot(const Writers& writers);
std::optional<Writers> readSlot(std::string_view bytes);
Writers newWriters(IdSource& ids);

/// Counters go on from what was seen; stamps too, unless they are more than a day ahead.
void continueCounters(Writers& writers, const Workspace& seen, Instant now);
/// True where `seen` holds a dot of ours that `ours`, all that this store has, lacks or knows with
/// another value: this slot has a twin (a cloned profile, a restored backup) or has lost a record,
/// and must write under new ids.
bool hasTwin(const Writers& writers, const Workspace& ours, const Workspace& seen);

}  // namespace cairn

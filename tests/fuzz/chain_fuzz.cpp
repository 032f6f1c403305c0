// The chain of everything that a file goes through: what the door has let in can be written, read,
// merged, taken, stored and compacted, and says the same after each step. The inputs are up to three files;
// chain_mutator.cpp changes them as JSON and mends their checksums, so that they stay whole.

#include "codec/file.hpp"
#include "command/proposal.hpp"
#include "exchange/admission.hpp"
#include "exchange/chunked_import.hpp"
#include "fuzz.hpp"
#include "journal/journal.hpp"
#include "replica/merge.hpp"

using namespace cairn;
using fuzz::must;

namespace {

constexpr Instant kNow = 1'800'000'000'000;
constexpr int kNoSlot = 0;

/// The numbers of a run that is always the same: an input that fails must fail again.
IdSource steadyIds(std::uint64_t next) {
  return IdSource([next]() mutable { return next++; });
}

Workspace mergedOf(const Workspace& one, const Workspace& other) {
  Workspace all;
  merge(all, one);
  merge(all, other);
  return all;
}

/// Whether `one` holds all that `other` does: versions, contexts and deletions. What a writer leaves out each time
/// cannot be seen in what it writes.
bool holds(const Workspace& one, const Workspace& other) {
  bool all = true;
  forEachPairOf(one, other, [&](const Thing* mine, const Thing& theirs, const ThingType& type) {
    all = all && (theirs.deleted.empty() || (mine && mine->deleted == theirs.deleted));
    forEachStoredPair(mine, theirs, type,
                      [&](const auto& my, const auto& their) { all = all && (their.silent() || my == their); });
  });
  return all;
}
bool same(const Workspace& one, const Workspace& other) {
  return holds(one, other) && holds(other, one) && writeBackup(one) == writeBackup(other);
}

/// The state itself, and after it was a record and a backup. `limits`: those of whoever reads the backup.
void readsBack(const Workspace& state, const Limits& limits) {
  const std::string backup = writeBackup(state);
  const auto record = readRecord(writeRecord(state));
  must(record.has_value(), "a record can be read");
  must(same(*record, state), "a record holds all that was written");
  const auto again = readFile(backup, limits);
  must(again.has_value() && !again->isProposal(), "a backup can be read, and is whole");
  must(same(again->whole, state), "a backup holds all that was written");
}

/// What is handed out of it can be read by somebody who has let in as much.
void handsOut(const Workspace& state) {
  for (const auto audience : {Audience::otherSide, Audience::programme, Audience::myself}) {
    forEachRootKind(state, [&](const auto& roots, std::string_view) {
      for (const auto& [id, root] : roots) {
        const auto read = readFile(writeFile(root, audience), kStore);
        must(read.has_value() && !read->isProposal(), "a file that is handed out can be read, and is whole");
        if (audience == Audience::myself) continue;
        must(!holdsPrivate(read->whole), "nothing private is handed out");
      }
    });
  }
}

/// As the journal keeps it: in any order, and taken together.
void storeKeeps(std::vector<StoredFile> files, const std::string& backup) {
  const auto holds = [&](const std::vector<StoredFile>& stored) {
    const Recovered recovered = recover(stored, kNoSlot);
    must(recovered.damaged.empty(), "nothing that was stored is damaged");
    must(writeBackup(recovered.workspace) == backup, "the store recovers what was stored");
  };
  holds(files);
  std::reverse(files.begin(), files.end());
  holds(files);
  const auto compactedTo = [](std::vector<StoredFile> before) {
    const Compacted changes = compact(before);
    must(!changes.put.empty(), "what was stored can be taken together");
    const auto goes = [&](const StoredFile& file) {
      const auto same = [&](const StoredFile& put) { return put.path == file.path; };
      return std::find(changes.remove.begin(), changes.remove.end(), file.path) != changes.remove.end() ||
             std::any_of(changes.put.begin(), changes.put.end(), same);
    };
    std::erase_if(before, goes);
    before.insert(before.end(), changes.put.begin(), changes.put.end());
    return before;
  };
  const auto once = compactedTo(std::move(files));
  holds(once);
  for (const auto& path : compact(once).remove) {
    must(path.starts_with("taken/"), "taking together what stands together changes nothing");
  }
  must(!compact(once, OfRemoved::erase).put.empty(), "what is left after erasing can be read");
}

/// Undoing is a change too, and is stored as one.
void undoes(Workspace all, const Change& change, Writers writers) {
  Workspace base = all;
  const auto undone = commit(all, undoOf(all, change).command, writers, kNow + 1);
  if (!undone) return;
  const auto record = readRecord(writeRecord(undone->delta));
  must(record.has_value(), "the record of an undoing can be read");
  merge(base, *record);
  must(same(base, all), "the record of an undoing holds all that it changed");
}

/// The values of a proposal become edits, as they do in the command line; what is stored of them is
/// all that they changed.
void takesProposal(Workspace& all, const OpenedFile& file, Writers& writers, std::vector<StoredFile>& stored) {
  if (!file.isProposal() || refuseUnmergeable(all, file)) return;
  Workspace base = all;
  const std::string before = writeBackup(all);
  const auto change = commit(all, proposalEdits(all, file.proposals), writers, kNow);
  if (!change) return must(writeBackup(all) == before, "a refused proposal changes nothing");
  const auto record = readRecord(writeRecord(change->delta));
  must(record.has_value(), "the record of a change can be read");
  merge(base, *record);
  must(same(base, all), "the record of a change holds all that it changed");
  stored.push_back({recordPath(writers.shared, stored.size()), writeRecord(change->delta)});

  Workspace twice = all;
  Writers more = writers;
  const auto again = commit(twice, proposalEdits(twice, file.proposals), more, kNow);
  must(again.has_value(), "a proposal that was taken can be taken again");
  must(writeBackup(twice) == writeBackup(all), "taking a proposal again changes nothing");
  undoes(all, *change, writers);
}

/// The page's way: what the worker stores, and what it gives to the page in pieces, are both all.
void takesInPieces(const Workspace& base, const OpenedFile& file, Whose whose) {
  if (refuseUnmergeable(base, file)) return;
  Workspace ours = base;
  IdSource ids = steadyIds(0x2000);
  const auto taking = importInChunks(ours, file, {whose, 0x3000, {}}, ids, kNow);
  if (!taking) return;
  const std::string backup = writeBackup(ours);
  const auto record = readRecord(taking->record);
  must(record.has_value(), "the record of an opened file can be read");
  must(writeBackup(mergedOf(base, *record)) == backup, "the record of an opened file holds all that it changed");
  Workspace page = base;
  for (const auto& bytes : taking->pieces) {
    const auto piece = readRecord(bytes);
    must(piece.has_value(), "a piece can be read");
    merge(page, *piece);
  }
  must(writeBackup(page) == backup, "the pieces hold all that the file changed");
  const auto preview = previewOf(base, file, kNow);
  must(!preview || readPreview(writePreview(*preview)).has_value(), "a preview can be read");
}

/// All files in one, as the command line merges them; nothing where one is refused.
template <class At>
std::optional<Workspace> mergedInTurn(At at, At end) {
  Workspace all;
  for (; at != end; ++at) {
    const OpenedFile& file = *at;
    if (refuseUnmergeable(all, file)) return std::nullopt;
    const auto roots = [&] { return all.mentorships.size() + all.programmes.size(); };
    const std::string before = writeBackup(all);
    const std::size_t rootsBefore = roots();
    const bool changed = merge(all, file.whole);
    // A root that says nothing yet comes in silently.
    must(changed || roots() > rootsBefore || writeBackup(all) == before, "what merging changes, it tells");
  }
  return all;
}

void chain(const std::vector<OpenedFile>& files) {
  auto merged = mergedInTurn(files.begin(), files.end());
  const auto backward = mergedInTurn(files.rbegin(), files.rend());
  const bool whole = std::none_of(files.begin(), files.end(), [](const auto& file) { return file.isProposal(); });
  must(!whole || merged.has_value() == backward.has_value(), "a refusal asks for no order");
  if (!merged || !backward) return;
  Workspace& all = *merged;
  const std::string backup = writeBackup(all);
  must(same(*backward, all), "merging asks for no order");
  Workspace behind = files.back().whole;
  if (files.size() > 2) behind = mergedOf(files[1].whole, behind);
  must(writeBackup(mergedOf(files.front().whole, behind)) == backup, "merging asks for no groups");
  for (const auto& file : files) merge(all, file.whole);
  must(writeBackup(all) == backup, "merging again changes nothing");
  readsBack(all, kStore);
  handsOut(all);
  takesInPieces(files.front().whole, files.back(), Whose::mine);
  takesInPieces(files.back().whole, files.front(), Whose::others);

  IdSource ids = steadyIds(0x1000);
  Writers writers = newWriters(ids);
  std::vector<StoredFile> stored{{"marker", std::string(kStoreMarker)}};
  for (const auto& file : files) stored.push_back({importPath(0x3000, stored.size()), writeRecord(file.whole)});
  for (const auto& file : files) takesProposal(all, file, writers, stored);
  storeKeeps(std::move(stored), writeBackup(all));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<OpenedFile> files;
  for (const auto part : fuzz::partsOf(data, size, 3)) {
    auto file = readFile(part);
    if (!file) continue;
    readsBack(file->whole, kDoor);
    files.push_back(std::move(*file));
  }
  if (!files.empty()) chain(files);
  return 0;
}

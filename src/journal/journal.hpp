#pragma once
// The journal: each change is a record at a path of its own, and the workspace is all of them
// merged. Because a record is a partial state, their order does not matter, and a record read
// twice changes nothing.
//
//   marker                 the format of the store ("cairn-store 1")
//   records/WRITER-COUNTER one change; WRITER is the shared one of the tab that wrote it
//   drafts/SLOT/PATH       an unfinished edit of a text in that tab, replaced as it grows
//   slots/N                the writer ids of tab slot N
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "command/command.hpp"

namespace cairn {

constexpr std::string_view kStoreMarker = "cairn-store 1\n";

struct StoredFile {
  std::string path;  ///< below the store's root, without a leading slash
  std::string bytes;
};

struct DamagedRecord {
  std::string path;
  Error error;
};

struct Recovered {
  Workspace workspace;
  std::map<std::string, std::string> drafts;  ///< text path -> text
  std::vector<DamagedRecord> damaged;         ///< left where they are, and told
  bool newer = false;                         ///< the store belongs to a later Cairn: read only
  std::size_t records = 0;
};
/// Drafts are those of one tab slot: whoever holds the slot now may finish them.
Recovered recover(const std::vector<StoredFile>& files, int slot);

std::string recordPath(Writer writer, std::uint64_t number);
std::string draftPath(int slot, std::string_view textPath);
/// The content of a draft's file (a text may be empty, a file not).
std::string writeDraft(std::string_view text);

/// "slots/N" holds both writer ids; a slot without a readable file gets new ones.
std::string slotPath(int slot);
std::string writeSlot(const Writers& writers);
std::optional<Writers> readSlot(std::string_view bytes);

/// Counters go on from what the store holds.
void continueCounters(Writers& writers, const Workspace& workspace, Instant now);

}  // namespace cairn

#include "journal/journal.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/checksum.hpp"
#include "codec/file.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {
constexpr std::string_view kRecords = "records/";
constexpr std::string_view kImports = "imports/";
constexpr std::string_view kWithdrawn = "withdrawn/";
constexpr std::string_view kSnapshots = "snapshots/";
constexpr std::string_view kTaken = "taken/";
constexpr std::string_view kDrafts = "drafts/";
constexpr std::string_view kSlots = "slots/";
constexpr std::string_view kTrash = "trash/";
constexpr std::string_view kSlotMark = "cairn-slot 2 ";

// A text path holds slashes; a file name must not.
std::string swapped(std::string_view text, char from, char to) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), from, to);
  return copy;
}

std::string numbered(std::string_view folder, Writer writer, std::uint64_t number) {
  constexpr std::uint64_t kNumberBits = (std::uint64_t{1} << 52U) - 1;
  const std::string digits = std::to_string(number & kNumberBits);
  return std::string(folder) + toBase32(writer, kWriterDigits) + "-" +
         std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
}

std::set<std::string, std::less<>> withdrawnIn(const std::vector<StoredFile>& files) {
  std::set<std::string, std::less<>> withdrawn;
  for (const auto& file : files) {
    if (file.path.starts_with(kWithdrawn)) withdrawn.insert(file.path);
  }
  return withdrawn;
}

bool isWithdrawn(const std::set<std::string, std::less<>>& withdrawn, std::string_view path) {
  return path.starts_with(kImports) && withdrawn.contains(withdrawalOf(path));
}

/// Words of mine in what was removed are overwritten by nothing: the field keeps only what it has seen.
void emptyRemoved(Workspace& workspace) {
  forEachThingOf(workspace, [](Thing& thing, const ThingType& type, std::string_view) {
    if (thing.deleted.empty() || isAlive(thing, type)) return;
    forEachStored(thing, type, [](auto& field, Lane) {
      const Context seen = field.seen();
      field.addContext(seen);
      field.dropCovered(seen);
    });
  });
}

/// Where a snapshot is damaged, what it was made of is needed once more.
void mergeTaken(Workspace& into, const std::vector<StoredFile>& files) {
  for (const auto& file : files) {
    if (!file.path.starts_with(kTaken)) continue;
    if (const auto record = readRecord(file.bytes)) merge(into, *record);
  }
}

bool readsBack(const StoredFile& snapshot) {
  const auto record = readRecord(snapshot.bytes);
  return record && writeRecord(*record) == snapshot.bytes;
}

}  // namespace

std::vector<StoredFile> snapshotsOf(const Workspace& all) {
  std::vector<StoredFile> snapshots;
  const auto add = [&](const Workspace& part, const std::string& name) {
    std::string bytes = writeRecord(part);
    std::string path = std::string(kSnapshots) + name + "-" + toHex(crc32Of(bytes));
    snapshots.push_back({std::move(path), std::move(bytes)});
  };
  Workspace settings;
  settings.settings = all.settings;
  add(settings, "settings");
  for (const auto& [id, mentorship] : all.mentorships) {
    Workspace part;
    part.mentorships.emplace(id, mentorship);
    add(part, toText(id));
  }
  for (const auto& [id, programme] : all.programmes) {
    Workspace part;
    part.programmes.emplace(id, programme);
    add(part, toText(id));
  }
  return snapshots;
}

bool holdsChanges(std::string_view path) {
  return path.starts_with(kRecords) || path.starts_with(kImports) || path.starts_with(kSnapshots);
}

std::string recordPath(Writer writer, std::uint64_t number) { return numbered(kRecords, writer, number); }
std::string importPath(Writer writer, std::uint64_t number) { return numbered(kImports, writer, number); }
std::string trashPath(Writer writer, std::uint64_t number) { return numbered(kTrash, writer, number); }
bool isTrash(std::string_view path) { return path.starts_with(kTrash); }
bool isAddedOnce(std::string_view path) {
  return path.starts_with(kRecords) || path.starts_with(kImports) || isTrash(path);
}
std::string renumbered(std::string_view path, std::uint64_t number) {
  const auto name = path.find('/') + 1;
  const auto writer = fromBase32(path.substr(name, kWriterDigits));
  return numbered(path.substr(0, name), writer.value_or(0), number);
}
std::string withdrawalOf(std::string_view importPath) {
  return std::string(kWithdrawn) + std::string(importPath.substr(kImports.size()));
}

std::string draftPath(int slot, std::string_view textPath) {
  return std::string(kDrafts) + std::to_string(slot) + "/" + swapped(textPath, '/', '.');
}

// "=TEXT", or "<WRITER:COUNTER,WRITER:COUNTER", a line end and the text. Neither is empty, as a file must not be.
std::string writeDraft(const Draft& draft) {
  if (!draft.seen) return "=" + draft.text;
  std::string bytes = "<";
  for (const auto& dot : draft.seen->dots()) {
    bytes += toBase32(dot.writer, kWriterDigits) + ":" + std::to_string(dot.counter) + ",";
  }
  return bytes + "\n" + draft.text;
}

Draft readDraft(std::string_view bytes) {
  if (!bytes.starts_with('<')) return {std::string(bytes.substr(std::min<std::size_t>(1, bytes.size()))), std::nullopt};
  const auto end = std::min(bytes.find('\n'), bytes.size());
  Draft draft{std::string(bytes.substr(std::min(end + 1, bytes.size()))), Context()};
  for (auto rest = bytes.substr(1, end - 1); !rest.empty();) {
    const auto colon = std::min(rest.find(':'), rest.size());
    const auto comma = std::min(rest.find(','), rest.size());
    const auto writer = fromBase32(rest.substr(0, colon));
    std::uint64_t counter = 0;
    if (colon < comma) std::from_chars(rest.data() + colon + 1, rest.data() + comma, counter);
    if (writer && counter > 0) draft.seen->add({*writer, counter});
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return draft;
}

std::string slotPath(int slot) { return std::string(kSlots) + std::to_string(slot); }

std::string writeSlot(const Writers& writers) {
  return std::string(kSlotMark) + toBase32(writers.shared, kWriterDigits) + " " + toBase32(writers.own, kWriterDigits) +
         "\n";
}

std::optional<Writers> readSlot(std::string_view bytes) {
  constexpr auto kDigits = static_cast<std::size_t>(kWriterDigits);
  if (!bytes.starts_with(kSlotMark)) return std::nullopt;
  bytes.remove_prefix(kSlotMark.size());
  if (bytes.size() != 2 * kDigits + 2) return std::nullopt;
  const auto shared = fromBase32(bytes.substr(0, kDigits));
  const auto own = fromBase32(bytes.substr(kDigits + 1, kDigits));
  if (!shared || !own) return std::nullopt;
  return Writers{*shared, *own, 1, 1, 0};
}

Writers newWriters(IdSource& ids) {
  constexpr std::uint64_t kWriterBits = (std::uint64_t{1} << 40U) - 1;
  return {ids.nextNumber() & kWriterBits, ids.nextNumber() & kWriterBits, 1, 1, 0};
}

void continueCounters(Writers& writers, const Workspace& seen, Instant now) {
  writers.nextShared = std::max(writers.nextShared, highestCounter(seen, writers.shared) + 1);
  writers.nextOwn = std::max(writers.nextOwn, highestCounter(seen, writers.own) + 1);
  writers.latestStamp = std::max(writers.latestStamp, latestStamp(seen, now + kDay));
}

bool hasTwin(const Writers& writers, const Workspace& ours, const Workspace& seen) {
  if (highestCounter(seen, writers.shared) >= writers.nextShared) return true;
  if (highestCounter(seen, writers.own) >= writers.nextOwn) return true;
  const auto isOurs = [&](const Dot& dot) { return dot.writer == writers.shared || dot.writer == writers.own; };
  bool twin = false;
  forEachPairOf(ours, seen, [&](const Thing* known, const Thing& said, const ThingType& type) {
    forEachStoredPair(known, said, type, [&](const auto& mine, const auto& theirs) {
      for (const auto& version : theirs.versions()) {
        if (!isOurs(version.dot)) continue;
        const auto sameDot = [&](const auto& one) { return one.dot == version.dot; };
        const auto all = mine.versions();
        const auto found = std::find_if(all.begin(), all.end(), sameDot);
        const bool live = found != all.end() && found->value == version.value;
        const bool overwritten =
            found == all.end() && (mine.context().covers(version.dot) || (known && known->deleted.covers(version.dot)));
        twin = twin || !(live || overwritten);
      }
    });
  });
  return twin;
}

Recovered recover(const std::vector<StoredFile>& files, int slot) {
  Recovered recovered;
  bool snapshotDamaged = false;
  const auto withdrawn = withdrawnIn(files);
  const std::string ownDrafts = std::string(kDrafts) + std::to_string(slot) + "/";
  for (const auto& file : files) {
    if (file.path == "marker") {
      recovered.newer = file.bytes != kStoreMarker;
    } else if (file.path.starts_with(ownDrafts)) {
      if (file.bytes.empty()) continue;
      recovered.drafts[swapped(std::string_view(file.path).substr(ownDrafts.size()), '.', '/')] = readDraft(file.bytes);
    } else if (holdsChanges(file.path) && !isWithdrawn(withdrawn, file.path)) {
      auto record = readRecord(file.bytes);
      if (record) {
        merge(recovered.workspace, *record);
        recovered.records += file.path.starts_with(kSnapshots) ? 0 : 1;
      } else {
        recovered.damaged.push_back({file.path, record.error()});
        snapshotDamaged = snapshotDamaged || file.path.starts_with(kSnapshots);
      }
    } else if (file.path.starts_with(kTaken)) {
      recovered.superfluous.push_back(file.path);
    }
  }
  if (snapshotDamaged) {
    mergeTaken(recovered.workspace, files);
    recovered.superfluous.clear();
  }
  return recovered;
}

Compacted compact(const std::vector<StoredFile>& files, OfRemoved ofRemoved) {
  Compacted compacted;
  Workspace all;
  bool snapshotDamaged = false;
  const bool erases = ofRemoved == OfRemoved::erase;
  const auto withdrawn = withdrawnIn(files);
  std::vector<StoredFile> taken;
  std::vector<std::string> takenBefore;
  for (const auto& file : files) {
    if (isWithdrawn(withdrawn, file.path)) {
      compacted.remove.push_back(file.path);
      compacted.remove.push_back(withdrawalOf(file.path));
    } else if (holdsChanges(file.path)) {
      const auto record = readRecord(file.bytes);
      if (!record) {
        snapshotDamaged = snapshotDamaged || file.path.starts_with(kSnapshots);
        continue;
      }
      merge(all, *record);
      compacted.remove.push_back(file.path);
      if (!erases) taken.push_back({std::string(kTaken) + file.path, file.bytes});
    } else if (file.path.starts_with(kTaken)) {
      takenBefore.push_back(file.path);
    }
  }
  if (snapshotDamaged) mergeTaken(all, files);
  if (erases || !snapshotDamaged) {
    compacted.remove.insert(compacted.remove.end(), takenBefore.begin(), takenBefore.end());
  }
  if (erases) emptyRemoved(all);
  compacted.put = snapshotsOf(all);
  if (!std::all_of(compacted.put.begin(), compacted.put.end(), readsBack)) return {};
  std::erase_if(taken, [&](const StoredFile& file) {
    const auto stays = [&](const StoredFile& put) { return std::string(kTaken) + put.path == file.path; };
    return std::any_of(compacted.put.begin(), compacted.put.end(), stays);
  });
  compacted.put.insert(compacted.put.end(), taken.begin(), taken.end());
  for (const auto& file : compacted.put) std::erase(compacted.remove, file.path);
  return compacted;
}

Compacted goBackTo(const Workspace& then, const std::vector<StoredFile>& files) {
  Compacted back;
  back.put = snapshotsOf(then);
  for (const auto& file : files) {
    const bool ours = holdsChanges(file.path) || file.path.starts_with(kWithdrawn) || file.path.starts_with(kDrafts) ||
                      file.path.starts_with(kSlots) || file.path.starts_with(kTaken);
    const auto same = [&](const StoredFile& put) { return put.path == file.path; };
    if (ours && std::none_of(back.put.begin(), back.put.end(), same)) back.remove.push_back(file.path);
  }
  return back;
}

}  // namespace cairn

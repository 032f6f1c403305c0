#include "journal/journal.hpp"

#include <algorithm>

#include "codec/file.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {
constexpr std::string_view kRecords = "records/";
constexpr std::string_view kDrafts = "drafts/";

// A text path holds slashes; a file name must not.
std::string swapped(std::string_view text, char from, char to) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), from, to);
  return copy;
}
}  // namespace

std::string recordPath(Writer writer, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(kRecords) + toBase32(writer, kWriterDigits) + "-" +
         std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
}

std::string draftPath(int slot, std::string_view textPath) {
  return std::string(kDrafts) + std::to_string(slot) + "/" + swapped(textPath, '/', '.');
}

std::string writeDraft(std::string_view text) { return "=" + std::string(text); }

std::string slotPath(int slot) { return "slots/" + std::to_string(slot); }

std::string writeSlot(const Writers& writers) {
  return toBase32(writers.shared, kWriterDigits) + " " + toBase32(writers.own, kWriterDigits) + "\n";
}

std::optional<Writers> readSlot(std::string_view bytes) {
  constexpr auto kDigits = static_cast<std::size_t>(kWriterDigits);
  if (bytes.size() != 2 * kDigits + 2) return std::nullopt;
  const auto shared = fromBase32(bytes.substr(0, kDigits));
  const auto own = fromBase32(bytes.substr(kDigits + 1, kDigits));
  if (!shared || !own) return std::nullopt;
  return Writers{*shared, *own, 1, 1, 0};
}

void continueCounters(Writers& writers, const Workspace& workspace, Instant now) {
  writers.nextShared = std::max(writers.nextShared, highestCounter(workspace, writers.shared) + 1);
  writers.nextOwn = std::max(writers.nextOwn, highestCounter(workspace, writers.own) + 1);
  // A stamp from a clock far ahead is kept, but does not pull our clock along.
  const Instant latest = latestStamp(workspace);
  if (latest <= now + kDay) writers.latestStamp = std::max(writers.latestStamp, latest);
}

Recovered recover(const std::vector<StoredFile>& files, int slot) {
  Recovered recovered;
  const std::string ownDrafts = std::string(kDrafts) + std::to_string(slot) + "/";
  for (const auto& file : files) {
    if (file.path == "marker") {
      recovered.newer = file.bytes != kStoreMarker;
    } else if (file.path.starts_with(ownDrafts)) {
      if (file.bytes.empty()) continue;
      recovered.drafts[swapped(std::string_view(file.path).substr(ownDrafts.size()), '.', '/')] = file.bytes.substr(1);
    } else if (file.path.starts_with(kRecords)) {
      auto record = readRecord(file.bytes);
      if (record) {
        merge(recovered.workspace, *record);
        ++recovered.records;
      } else {
        recovered.damaged.push_back({file.path, record.error()});
      }
    }
  }
  return recovered;
}

}  // namespace cairn

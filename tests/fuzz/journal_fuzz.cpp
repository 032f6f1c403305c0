// The store with anything in it: it can be recovered, and taking the records together changes
// nothing of what is recovered.
#include "base/checksum.hpp"
#include "codec/file.hpp"
#include "fuzz.hpp"
#include "journal/journal.hpp"

using namespace cairn;

namespace {

/// Each part is a path, a line feed and content; "=" in front of the content gives it a right checksum.
StoredFile fileFrom(std::string_view part) {
  const auto end = std::min(part.find('\n'), part.size());
  std::string_view content = part.substr(std::min(end + 1, part.size()));
  StoredFile file{std::string(part.substr(0, end)), std::string(content)};
  if (!content.starts_with('=')) return file;
  content.remove_prefix(1);
  file.bytes = "cairn-record 1 " + toHex(crc32Of(content)) + "\n" + std::string(content);
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<StoredFile> files;
  for (const auto part : fuzz::partsOf(data, size, 6)) {
    StoredFile file = fileFrom(part);
    const auto same = [&](const StoredFile& other) { return other.path == file.path; };
    if (std::none_of(files.begin(), files.end(), same)) files.push_back(std::move(file));
  }
  const Recovered before = recover(files, 0);
  const std::string bytes = writeBackup(before.workspace);
  const Compacted changes = compact(files);
  const auto gone = [&](const StoredFile& file) {
    const bool replaced = std::any_of(changes.put.begin(), changes.put.end(),
                                      [&](const StoredFile& put) { return put.path == file.path; });
    return replaced || std::find(changes.remove.begin(), changes.remove.end(), file.path) != changes.remove.end();
  };
  std::erase_if(files, gone);
  files.insert(files.end(), changes.put.begin(), changes.put.end());
  const Recovered after = recover(files, 0);
  fuzz::must(writeBackup(after.workspace) == bytes, "taking the records together changes nothing");
  for (const auto& damaged : before.damaged) {
    const auto same = [&](const auto& other) { return other.path == damaged.path; };
    const bool stays = std::any_of(after.damaged.begin(), after.damaged.end(), same);
    const bool mended = std::any_of(changes.put.begin(), changes.put.end(), same);
    fuzz::must(stays != mended, "what is damaged stays where it is, unless the same was written whole");
  }
  return 0;
}

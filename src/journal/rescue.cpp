#include "journal/rescue.hpp"

#include <algorithm>

#include "codec/json.hpp"
#include "journal/journal.hpp"

namespace cairn {
namespace {

constexpr std::string_view kMount = "/cairn/";
constexpr int kNoSlot = -1;

/// The files of a store; none where the text is something else.
std::vector<StoredFile> rescuedFiles(std::string_view text) {
  const std::size_t begin = text.find('"');
  if (begin == std::string_view::npos || !text.substr(begin + 1).starts_with(kMount)) return {};
  const auto json = readJson(text, kStore);
  if (!json || !json->members()) return {};
  std::vector<StoredFile> files;
  for (const auto& [path, content] : *json->members()) {
    if (!path.starts_with(kMount) || !content.text()) return {};
    files.push_back({path.substr(kMount.size()), *content.text()});
  }
  return files;
}

}  // namespace

Result<OpenedFile> openFile(std::string_view text, const Limits& limits) {
  const auto files = rescuedFiles(text);
  if (files.empty()) return readFile(text, limits);
  const Recovered recovered = recover(files, kNoSlot);
  if (recovered.newer) return failure(Fault::laterRescue);
  // Anybody can write such a file, so it comes in by the same door as every other.
  auto file = readFile(writeBackup(recovered.workspace), limits);
  if (file) file->leftOut = recovered.damaged.size();
  return file;
}

}  // namespace cairn

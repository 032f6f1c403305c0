#pragma once
// Stores that earlier versions have written: tests/golden/stores. NAME.store holds the files one behind the
// other, as path, line end, length in bytes, line end, content; NAME.cairn.json what that version read in it.
#include "journal/journal.hpp"
#include "support.hpp"

namespace cairn::tests {

inline std::string goldenStoreText(const std::string& name) {
  return readText(std::filesystem::path(CAIRN_GOLDEN) / "stores" / name);
}

inline std::vector<StoredFile> goldenStore(const std::string& name) {
  const std::string packed = goldenStoreText(name + ".store");
  std::vector<StoredFile> files;
  for (std::size_t at = 0; at < packed.size();) {
    const auto pathEnd = packed.find('\n', at);
    const auto lengthEnd = packed.find('\n', pathEnd + 1);
    const std::size_t length = std::stoul(packed.substr(pathEnd + 1, lengthEnd - pathEnd - 1));
    files.push_back({packed.substr(at, pathEnd - at), packed.substr(lengthEnd + 1, length)});
    at = lengthEnd + 1 + length;
  }
  return files;
}

}  // namespace cairn::tests

#include "platform/web/bytes.hpp"

#include <emscripten.h>

#include <algorithm>
#include <charconv>

// clang-format off
EM_JS(int, cairn_inbox_length, (), { return Module.host.inbox.length; });
EM_JS(void, cairn_inbox_take, (char* to), { HEAPU8.set(Module.host.inbox, to); });
EM_JS(double, cairn_entropy, (), { return Module.host.entropy(); });
// clang-format on

namespace cairn {

std::string takeInbox() {
  std::string text(static_cast<std::size_t>(cairn_inbox_length()), '\0');
  cairn_inbox_take(text.data());
  return text;
}

std::string packFiles(const std::vector<StoredFile>& files) {
  std::string packed;
  for (const auto& file : files) packed += file.path + "\n" + std::to_string(file.bytes.size()) + "\n" + file.bytes;
  return packed;
}

std::vector<StoredFile> unpackFiles(std::string_view packed) {
  std::vector<StoredFile> files;
  while (!packed.empty()) {
    const auto pathEnd = packed.find('\n');
    const auto lengthEnd = packed.find('\n', pathEnd + 1);
    if (lengthEnd == std::string_view::npos) break;
    std::size_t length = 0;
    std::from_chars(packed.data() + pathEnd + 1, packed.data() + lengthEnd, length);
    files.push_back({std::string(packed.substr(0, pathEnd)), std::string(packed.substr(lengthEnd + 1, length))});
    packed.remove_prefix(std::min(lengthEnd + 1 + length, packed.size()));
  }
  return files;
}

std::uint64_t takeEntropy() {
  const auto half = [] { return static_cast<std::uint64_t>(cairn_entropy()); };
  const std::uint64_t high = half() << 32U;
  return high | half();
}

}  // namespace cairn

// Merging what may be forged: the same bytes in any order, and again.
#include "codec/file.hpp"
#include "fuzz.hpp"
#include "replica/merge.hpp"

using namespace cairn;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<Workspace> states;
  for (const auto part : fuzz::partsOf(data, size, 3)) {
    auto file = readFile(part);
    if (!file) return 0;
    states.push_back(std::move(file->whole));
  }
  Workspace forward;
  for (const auto& state : states) merge(forward, state);
  Workspace backward;
  for (auto state = states.rbegin(); state != states.rend(); ++state) merge(backward, *state);
  const std::string bytes = writeBackup(forward);
  fuzz::must(bytes == writeBackup(backward), "merging commutes");
  for (const auto& state : states) merge(forward, state);
  fuzz::must(bytes == writeBackup(forward), "merging again changes nothing");
  return 0;
}

#include "words/exports.hpp"

#include <utility>
#include <vector>

#include "platform/headless/native_zones.hpp"
#include "verbs.hpp"

namespace cairn::command_line {

int exportFile(const ExportFormat& format, Words given) {
  std::vector<std::string> words(given.begin(), given.end());
  const auto out = takeOption(words, "-o");
  const std::string page = takeOption(words, "--page").value_or("");
  if (!onlyFiles(words) || words.size() != 1) return usage();
  auto file = readOrTell(words[0]);
  if (!file) return kBadInput;
  Workspace all = std::move(file->whole);
  if (file->isProposal()) all = std::move(file->proposals);
  const NativeZones zones;
  const Instant at = now();
  const Reader reader{zones, {at, localAt(at, 0)}, "UTC", languages().front()};
  ExportSource from{reader, {}, page};
  from.everything = true;
  for (const auto& [id, mentorship] : all.mentorships) from.mentorships.push_back(&mentorship);
  return writeOrTell(out.value_or("-"), format.write(from));
}

}  // namespace cairn::command_line

#include <iostream>

#include "command/proposal.hpp"
#include "exchange/admission.hpp"
#include "replica/merge.hpp"
#include "verbs.hpp"

namespace cairn::command_line {
namespace {

/// Writes what can be read again, and nothing else.
int writeRead(const std::string& name, const std::string& text) {
  const auto read = readFile(text);
  if (read) return writeOrTell(name, text);
  tell(name, read.error());
  return kBadInput;
}

}  // namespace

int mergeFiles(Words given) {
  std::vector<std::string> words(given.begin(), given.end());
  const auto out = takeOption(words, "-o");
  const bool keepsPrivate = takeFlag(words, "--private");
  if (!out || !onlyFiles(words)) return usage();
  Workspace all;
  // Whether all that is whole is only a part, for the programme; where nothing is whole, all files.
  bool anyWhole = false;
  bool wholeInPart = true;
  bool allInPart = true;
  std::vector<std::pair<std::string, Workspace>> proposals;
  bool backup = false;
  for (const auto& name : words) {
    auto file = readOrTell(name);
    if (!file) return kBadInput;
    backup = backup || file->kind == DocumentKind::workspace;
    if (const auto refused = refuseUnmergeable(all, *file)) return tell(name, *refused), kBadInput;
    const bool isPart = file->audience == "programme";
    allInPart = allInPart && isPart;
    if (!file->isProposal()) {
      anyWhole = true;
      wholeInPart = wholeInPart && isPart;
    }
    merge(all, file->whole);
    if (file->isProposal()) proposals.emplace_back(name, std::move(file->proposals));
  }
  Writers writers = oneTimeWriters();
  for (const auto& [name, edits] : proposals) {
    const auto change = commit(all, proposalEdits(all, edits), writers, now());
    if (change) continue;
    tell(name, change.error());
    return kBadInput;
  }
  if (!keepsPrivate) leaveOutPrivate(all);
  if (backup) return writeRead(*out, writeBackup(all));
  const std::size_t roots = all.mentorships.size() + all.programmes.size();
  if (roots != 1) {
    std::cerr << "cairn merge: the files are of " << roots << " mentorships or programmes, not of one\n";
    return kBadInput;
  }
  const Audience audience = holdsPrivate(all)                      ? Audience::myself
                            : (anyWhole ? wholeInPart : allInPart) ? Audience::programme
                                                                   : Audience::otherSide;
  return writeRead(*out, all.programmes.empty() ? writeUnfiltered(all.mentorships.begin()->second, audience)
                                                : writeUnfiltered(all.programmes.begin()->second, audience));
}

}  // namespace cairn::command_line

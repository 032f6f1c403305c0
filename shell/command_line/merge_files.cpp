#include <iostream>

#include "command/actions.hpp"
#include "replica/merge.hpp"
#include "verbs.hpp"

namespace cairn::command_line {

int mergeFiles(Words given) {
  std::vector<std::string> words(given.begin(), given.end());
  const auto out = takeOption(words, "-o");
  if (!out || words.empty()) return usage();
  Workspace all;
  std::vector<std::pair<std::string, Workspace>> proposals;
  bool backup = false;
  for (const auto& name : words) {
    auto file = readOrTell(name);
    if (!file) return kBadInput;
    backup = backup || file->kind == DocumentKind::workspace;
    merge(all, file->whole);
    if (file->isProposal()) proposals.emplace_back(name, std::move(file->proposals));
  }
  Writers writers = oneTimeWriters();
  for (const auto& [name, edits] : proposals) {
    const auto change = commit(all, proposalEdits(all, edits), writers, now());
    if (change) continue;
    tell(name, {"plan", change.error().message, change.error().path});
    return kBadInput;
  }
  if (backup) return writeOrTell(*out, writeBackup(all));
  const std::size_t roots = all.mentorships.size() + all.programmes.size();
  if (roots != 1) {
    std::cerr << "cairn merge: the files are of " << roots << " mentorships or programmes, not of one\n";
    return kBadInput;
  }
  // What is private in what was given stays in what is made of it.
  const Audience audience = holdsPrivate(all) ? Audience::myself : Audience::otherSide;
  return writeOrTell(*out, all.programmes.empty() ? writeFile(all.mentorships.begin()->second, audience)
                                                  : writeFile(all.programmes.begin()->second, audience));
}

}  // namespace cairn::command_line

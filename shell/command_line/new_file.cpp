#include <algorithm>
#include <iostream>

#include "base/utf8.hpp"
#include "command/mentorships.hpp"
#include "exchange/plan_template.hpp"
#include "templates.hpp"
#include "verbs.hpp"

namespace cairn::command_line {
namespace {

int help() {
  std::cout << "cairn new --template NAME --with PERSON -o FILE\n\nTemplates:\n";
  for (const auto& one : kTemplates) {
    std::cout << "  " << one.name << std::string(22 - std::min<std::size_t>(one.name.size(), 21), ' ') << one.title
              << ". " << one.about << "\n";
  }
  return kDone;
}

}  // namespace

int newFile(Words given) {
  std::vector<std::string> words(given.begin(), given.end());
  if (words == std::vector<std::string>{"--help"}) return help();
  const auto name = takeOption(words, "--template");
  const auto person = takeOption(words, "--with");
  const auto out = takeOption(words, "-o");
  if (!name || !person || !out || !words.empty()) return usage();
  const auto found =
      std::find_if(kTemplates.begin(), kTemplates.end(), [&](const auto& one) { return one.name == *name; });
  if (found == kTemplates.end()) {
    std::cerr << "cairn new: there is no template \"" << *name << "\"; `cairn new --help` lists them\n";
    return kBadInput;
  }
  const auto plan = readPlan(found->plan, newId());
  if (!plan) {
    tell(*name, plan.error());
    return kBadInput;
  }
  Workspace all;
  Writers writers = oneTimeWriters();
  NewMentorship wanted;
  wanted.name = trimmed(*person);
  const auto begun = commit(all, startMentorship(wanted, newId), writers, now());
  if (!begun) {
    tell(*person, begun.error());
    return kBadInput;
  }
  const Mentorship& mentorship = all.mentorships.begin()->second;
  const auto filled = commit(all, applyPlan(mentorship, *plan, Id{}, newId), writers, now());
  if (!filled) {
    tell(*name, filled.error());
    return kBadInput;
  }
  return writeOrTell(*out, writeFile(mentorship, Audience::otherSide));
}

}  // namespace cairn::command_line

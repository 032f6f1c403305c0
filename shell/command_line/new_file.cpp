#include <algorithm>
#include <iostream>

#include "base/utf8.hpp"
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
  const Id id = newId();
  auto plan = readPlan(found->plan, id);
  if (!plan) {
    tell(*name, plan.error());
    return kBadInput;
  }
  Command start{CommandName::mentorshipStart, {}, {}};
  Mentorship& mentorship = start.edit.at(id) = std::move(*plan);
  mentorship.stage.set(Stage::starting);
  Person& mentee = thingAt(mentorship.people, newId());
  mentee.name.set(std::string(trimmed(*person)));
  mentee.role.set(Role::mentee);
  thingAt(mentorship.people, newId()).role.set(Role::mentor);
  Workspace all;
  Writers writers = oneTimeWriters();
  const auto change = commit(all, start, writers, now());
  if (!change) {
    tell(*person, {"plan", change.error().message, change.error().path});
    return kBadInput;
  }
  return writeOrTell(*out, writeFile(all.mentorships.at(id), Audience::otherSide));
}

}  // namespace cairn::command_line

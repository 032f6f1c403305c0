// Writes what the benchmark opens, into a folder:
//   ours.cairn.json, theirs.cairn.json   50,000 sessions, and 5,000 edits of each side behind it
//   workspace.cairn.json                 200 mentorships of 60 sessions, as a backup
#include <cstdio>
#include <fstream>
#include <string>

#include "codec/file.hpp"
#include "command/command.hpp"

using namespace cairn;

namespace {

constexpr std::uint64_t kSessions = 50'000;
constexpr std::uint64_t kEdits = 5'000;

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

void addSessions(Mentorship& edit, std::uint64_t count) {
  edit.stage.set(Stage::running);
  thingAt(edit.people, Id{9, 1}).name.set("Amina Okafor");
  thingAt(edit.people, Id{9, 2}).name.set("Jonas Lindqvist");
  const Date start = dateFromText("2020-01-06").value_or(Date{});
  for (std::uint64_t at = 0; at < count; ++at) {
    Session& session = thingAt(edit.sessions, Id{3, at});
    session.date.set(start.plus(static_cast<int>(at % 2'000)));
    session.minutes.set(45);
    session.outcome.set(Outcome::held);
    session.notes.set("What we said in talk " + std::to_string(at) + ", and what follows from it until the next.");
    session.takeaway.set("One thing at a time.");
  }
}

bool editSome(Workspace& model, Writers& writers, std::uint64_t every) {
  for (std::uint64_t at = 0; at < kEdits; ++at) {
    Command command{CommandName::textEdit, {}, {}};
    thingAt(command.edit.at(Id{1, 1}).sessions, Id{3, (at * every) % kSessions})
        .takeaway.set("Edited by " + std::to_string(writers.shared) + ", number " + std::to_string(at));
    if (!commit(model, command, writers, static_cast<Instant>(2'000'000 + at))) return false;
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string folder = arguments[1];
  Writers first{5, 6, 1, 1, 0};
  Workspace ours;
  Command all{CommandName::mentorshipStart, {}, {}};
  addSessions(all.edit.at(Id{1, 1}), kSessions);
  if (!commit(ours, all, first, 1'000'000)) return 1;
  Workspace theirs = ours;
  Writers second{7, 8, 1, 1, 0};
  if (!editSome(ours, first, 7) || !editSome(theirs, second, 11)) return 1;
  write(folder + "/ours.cairn.json", writeFile(ours.at(Id{1, 1}), Audience::otherSide));
  write(folder + "/theirs.cairn.json", writeFile(theirs.at(Id{1, 1}), Audience::otherSide));

  Workspace many;
  for (std::uint64_t at = 0; at < 200; ++at) {
    Command command{CommandName::mentorshipStart, {}, {}};
    addSessions(command.edit.at(Id{1, 100 + at}), 60);
    if (!commit(many, command, first, 3'000'000)) return 1;
  }
  write(folder + "/workspace.cairn.json", writeBackup(many));
}

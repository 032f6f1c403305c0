#include "exchange/chunked_import.hpp"

#include <doctest/doctest.h>

#include "codec/file.hpp"
#include "journal/journal.hpp"
#include "replica/merge.hpp"
#include "support.hpp"

namespace cairn::chunked_import_test {

namespace {

const Id kRoot{1, 1};

Workspace withSessions(std::uint64_t count) {
  Workspace model;
  Command command{CommandName::mentorshipStart, {}, {}};
  Mentorship& edit = command.edit.at(kRoot);
  edit.stage.set(Stage::running);
  thingAt(edit.people, Id{3, 3}).name.set("Amina");
  for (std::uint64_t at = 0; at < count; ++at)
    thingAt(edit.sessions, Id{2, at}).notes.set("Talk " + std::to_string(at));
  Writers writers{5, 6, 1, 1, 0};
  REQUIRE(commit(model, command, writers, 1000));
  return model;
}

OpenedFile opened(const std::string& text) {
  auto file = readFile(text);
  REQUIRE(file);
  return std::move(*file);
}

Workspace joined(const std::vector<std::string>& records) {
  Workspace all;
  for (const auto& record : records) {
    const auto read = readRecord(record);
    REQUIRE(read);
    merge(all, *read);
  }
  return all;
}

}  // namespace

TEST_CASE("taking: the pieces together are what the file changes, and no piece is large") {
  const Workspace theirs = withSessions(1'000);
  Workspace ours;
  IdSource ids(tests::numbersFrom(7));
  const auto taking =
      importInChunks(ours, opened(writeFile(theirs.mentorships.at(kRoot), Audience::otherSide)), {}, ids, 2000);
  REQUIRE(taking);
  CHECK(taking->pieces.size() >= 3);
  CHECK(writeBackup(joined(taking->pieces)) == writeBackup(theirs));
  CHECK(writeBackup(joined({taking->record})) == writeBackup(theirs));
  CHECK(writeBackup(ours) == writeBackup(theirs));
}

TEST_CASE("taking: what is known already is in no piece") {
  Workspace ours = withSessions(1'000);
  Workspace theirs = ours;
  Writers writers{8, 9, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  thingAt(command.edit.at(kRoot).sessions, Id{2, 500}).notes.set("Changed");
  REQUIRE(commit(theirs, command, writers, 3000));
  IdSource ids(tests::numbersFrom(7));
  const auto taking =
      importInChunks(ours, opened(writeFile(theirs.mentorships.at(kRoot), Audience::otherSide)), {}, ids, 4000);
  REQUIRE(taking);
  REQUIRE(taking->pieces.size() == 1);
  const Workspace piece = joined(taking->pieces);
  CHECK(piece.mentorships.at(kRoot).sessions.size() == 1);
}

TEST_CASE("taking: a proposal's differences are edits of a writer of its own, and a second time there are none") {
  const std::string text =
      R"({"format":"cairn-mentorship","version":{"major":1,"minor":0},"id":"0000000000000007","plan":{"aim":"Lead","goals":[{"title":"A release"}]}})";
  Workspace ours;
  IdSource ids(tests::numbersFrom(7));
  const auto first = importInChunks(ours, opened(text), {}, ids, 2000);
  REQUIRE(first);
  CHECK(!joined(first->pieces).mentorships.empty());
  CHECK(writeBackup(joined({first->record})) == writeBackup(ours));
  const std::string before = writeBackup(ours);
  const auto second = importInChunks(ours, opened(text), {}, ids, 3000);
  REQUIRE(second);
  CHECK(writeBackup(ours) == before);
}

TEST_CASE("going back: what holds changes, drafts and ids gives way; what a later Cairn stored stays") {
  const Workspace then = withSessions(3);
  const std::vector<StoredFile> files{{"marker", std::string(kStoreMarker)},
                                      {"records/a-1", "x"},
                                      {"imports/a-2", "x"},
                                      {"withdrawn/a-2", "="},
                                      {"drafts/0/a.b", "=half"},
                                      {"slots/0", "x"},
                                      {"later/thing", "x"}};
  const Compacted back = goBackTo(then, files);
  CHECK(back.remove ==
        std::vector<std::string>{"records/a-1", "imports/a-2", "withdrawn/a-2", "drafts/0/a.b", "slots/0"});
  CHECK(writeBackup(recover(back.put, 0).workspace) == writeBackup(then));
}

}  // namespace cairn::chunked_import_test

#include "journal/journal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "codec/file.hpp"

namespace cairn::journal_test {

namespace {

std::vector<StoredFile> journalOf(int changes, Writers& writers, Workspace& model) {
  std::vector<StoredFile> files{{"marker", std::string(kStoreMarker)}};
  for (int at = 0; at < changes; ++at) {
    Command command{CommandName::textEdit, {}, {}};
    Mentorship& edit = command.edit.at(Id{1, 1});
    if (at == 0) edit.stage.set(Stage::running);
    edit.aim.set("Aim " + std::to_string(at));
    const auto change = commit(model, command, writers, 1000 + at);
    REQUIRE(change);
    files.push_back({recordPath(writers.shared, files.size()), writeRecord(change->delta)});
  }
  return files;
}

}  // namespace

TEST_CASE("journal: the records are the workspace, in any order and read twice") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  auto files = journalOf(20, writers, model);
  std::reverse(files.begin(), files.end());
  files.insert(files.end(), files.begin(), files.begin() + 7);
  const Recovered recovered = recover(files, 0);
  CHECK(writeRecord(recovered.workspace) == writeRecord(model));
  CHECK(recovered.damaged.empty());
  Writers next{5, 6, 1, 1, 0};
  continueCounters(next, recovered.workspace, 2000);
  CHECK(next.nextShared == writers.nextShared);
  CHECK(next.latestStamp == 1019);
}

TEST_CASE("journal: a damaged record is set aside and told, the rest is there") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  auto files = journalOf(5, writers, model);
  files[3].bytes.resize(files[3].bytes.size() / 2);
  const Recovered recovered = recover(files, 0);
  REQUIRE(recovered.damaged.size() == 1);
  CHECK(recovered.damaged[0].path == files[3].path);
  CHECK(*recovered.workspace.mentorships.at(Id{1, 1}).aim == "Aim 4");
}

TEST_CASE("journal: another marker means a later Cairn; paths of a record and unknown files are left") {
  CHECK(recover({{"marker", "cairn-store 2\n"}}, 0).newer);
  CHECK_FALSE(recover({{"future/thing", "?"}, {"marker", std::string(kStoreMarker)}}, 0).newer);
}

TEST_CASE("journal: drafts are those of one slot") {
  const std::string path = "0000000000000001/goals/0000000000000002/title";
  const Recovered recovered =
      recover({{draftPath(1, path), writeDraft({"half", {}})}, {draftPath(0, "new/name"), writeDraft({"", {}})}}, 1);
  REQUIRE(recovered.drafts.size() == 1);
  CHECK(recovered.drafts.at(path).text == "half");
  CHECK(recover({{draftPath(0, "new/name"), writeDraft({"", {}})}}, 0).drafts.at("new/name").text.empty());
}

TEST_CASE("journal: a slot's writers are read back") {
  const auto writers = readSlot(writeSlot(Writers{123456789, 987654321, 4, 5, 6}));
  REQUIRE(writers);
  CHECK(writers->shared == 123456789);
  CHECK(writers->own == 987654321);
  CHECK_FALSE(readSlot("short"));
  CHECK_FALSE(readSlot("uuuuuuuu uuuuuuuu\n"));
}

TEST_CASE("journal: compaction keeps the workspace, damaged and unknown paths, and drops what was withdrawn") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  auto files = journalOf(8, writers, model);
  files[3].bytes.resize(files[3].bytes.size() / 2);
  files.push_back({"future/thing", "?"});
  files.push_back({draftPath(0, "new/name"), writeDraft({"half", {}})});
  Workspace import;
  import.at(Id{9, 9}).aim = Field<std::string>();
  import.at(Id{9, 9}).aim.addVersion({"Withdrawn", {77, 1}, 5});
  files.push_back({importPath(5, 99), writeRecord(import)});
  files.push_back({withdrawalOf(importPath(5, 99)), "="});
  const Recovered before = recover(files, 0);
  CHECK_FALSE(before.workspace.mentorships.contains(Id{9, 9}));
  const Compacted done = compact(files);
  for (const auto& path : done.remove) std::erase_if(files, [&](const auto& file) { return file.path == path; });
  files.insert(files.end(), done.put.begin(), done.put.end());
  const Recovered after = recover(files, 0);
  CHECK(writeRecord(after.workspace) == writeRecord(before.workspace));
  CHECK(after.records == 0);
  CHECK(after.damaged.size() == 1);
  CHECK(after.drafts.size() == 1);
  const auto has = [&](const std::string& path) {
    return std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
  };
  CHECK(has("future/thing"));
  CHECK_FALSE(has(importPath(5, 99)));
  CHECK_FALSE(has(withdrawalOf(importPath(5, 99))));
  // What is there already is not put and removed at once.
  const Compacted again = compact(files);
  for (const auto& file : again.put)
    CHECK(std::find(again.remove.begin(), again.remove.end(), file.path) == again.remove.end());
}

TEST_CASE("journal: what went into a snapshot stays until a start has read it, and stands in where it is damaged") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  auto files = journalOf(4, writers, model);
  const auto apply = [&](const Compacted& done) {
    for (const auto& path : done.remove) std::erase_if(files, [&](const auto& file) { return file.path == path; });
    for (const auto& put : done.put) {
      std::erase_if(files, [&](const auto& file) { return file.path == put.path; });
      files.push_back(put);
    }
  };
  apply(compact(files));
  const auto isTaken = [](const auto& file) { return file.path.starts_with("taken/"); };
  CHECK(std::count_if(files.begin(), files.end(), isTaken) == 4);
  CHECK(recover(files, 0).superfluous.size() == 4);

  for (auto& file : files) {
    if (!file.path.starts_with("snapshots/")) continue;
    const auto whole = file.bytes;
    file.bytes[file.bytes.size() / 2] ^= 1;
    const Recovered recovered = recover(files, 0);
    CHECK(writeRecord(recovered.workspace) == writeRecord(model));
    CHECK(recovered.damaged.size() == 1);
    CHECK(recovered.superfluous.empty());
    file.bytes = whole;
  }

  SUBCASE("taken together once more, only the latest generation stays") {
    apply(compact(files));
    CHECK(std::count_if(files.begin(), files.end(), isTaken) == 0);
    CHECK(writeRecord(recover(files, 0).workspace) == writeRecord(model));
  }
  SUBCASE("taken together beside a damaged snapshot, it is made whole again") {
    const auto ofRoot = [](const auto& file) { return file.path.starts_with("snapshots/0"); };
    const auto damaged = std::find_if(files.begin(), files.end(), ofRoot);
    REQUIRE(damaged != files.end());
    damaged->bytes[damaged->bytes.size() / 2] ^= 1;
    apply(compact(files));
    CHECK(writeRecord(recover(files, 0).workspace) == writeRecord(model));
    CHECK(std::count_if(files.begin(), files.end(), isTaken) == 4);
  }
  SUBCASE("erased for good, nothing of it stays") {
    apply(compact(files, OfRemoved::erase));
    CHECK(std::count_if(files.begin(), files.end(), isTaken) == 0);
  }
}

TEST_CASE("journal: a dot of ours that we never gave tells of a twin") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  journalOf(3, writers, model);
  CHECK_FALSE(hasTwin(writers, model, model));
  CHECK_FALSE(hasTwin(writers, model, Workspace{}));
  Writers behind = writers;
  behind.nextShared = 2;
  CHECK(hasTwin(behind, model, model));
}

TEST_CASE("journal: a dot of ours with another value, or one that our store has lost, tells of a twin too") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  journalOf(3, writers, model);
  Workspace cloned = model;
  cloned.at(Id{1, 1}).aim.set("The clone's own words");
  cloned.at(Id{1, 1}).aim.sign({5, 3}, 1002);
  CHECK(hasTwin(writers, model, cloned));
  // An own old export, whose value we have overwritten since, is none.
  Writers early{5, 6, 1, 1, 0};
  Workspace old;
  journalOf(2, early, old);
  CHECK_FALSE(hasTwin(writers, model, old));
  CHECK(hasTwin(writers, old, model));
}

TEST_CASE("journal: a clock a year ahead does not pull ours along") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  Command command{CommandName::textEdit, {}, {}};
  command.edit.at(Id{1, 1}).aim.set("From 2099");
  REQUIRE(commit(model, command, writers, 4'070'908'800'000));
  Writers mine{7, 8, 1, 1, 0};
  continueCounters(mine, model, 1'800'000'000'000);
  CHECK(mine.latestStamp == 0);
}

TEST_CASE("journal: erasing leaves no word of what was removed, mine neither; what is there stays") {
  Writers writers{5, 6, 1, 1, 0};
  Workspace model;
  std::vector<StoredFile> files;
  const auto run = [&](const Command& command) {
    const auto change = commit(model, command, writers, 1000);
    REQUIRE(change);
    files.push_back({recordPath(5, files.size()), writeRecord(change->delta)});
  };
  Command begin{CommandName::mentorshipStart, {}, {}};
  Mentorship& edit = begin.edit.at(Id{1, 1});
  for (std::uint64_t number = 1; number <= 2; ++number) {
    Session& session = thingAt(edit.sessions, Id{3, number});
    session.notes.set("Ours " + std::to_string(number));
    session.privateNotes.set("Mine " + std::to_string(number));
  }
  run(begin);
  run(Command{CommandName::sessionRemove, {}, {{Id{1, 1}, "sessions", Id{3, 1}}}});
  std::string left;
  for (const auto& file : compact(files, OfRemoved::erase).put) left += file.bytes;
  for (const char* gone : {"Ours 1", "Mine 1"}) CHECK(left.find(gone) == std::string::npos);
  for (const char* there : {"Ours 2", "Mine 2"}) CHECK(left.find(there) != std::string::npos);
}

TEST_CASE("journal: erasing empties what an earlier version left behind in something removed") {
  Workspace model;
  Session& session = thingAt(model.at(Id{1, 1}).sessions, Id{3, 1});
  session.notes.addVersion({"Ours", {5, 1}, 1});
  session.privateNotes.addVersion({"Mine", {6, 1}, 1});
  session.deleted.add({5, 1});
  session.deleted.add({5, 2});
  std::string left;
  const std::vector<StoredFile> files{{recordPath(5, 1), writeRecord(model)}};
  REQUIRE(files[0].bytes.find("Mine") != std::string::npos);
  for (const auto& file : compact(files, OfRemoved::erase).put) left += file.bytes;
  CHECK(left.find("Mine") == std::string::npos);
}

}  // namespace cairn::journal_test

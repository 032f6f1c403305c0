#include "journal/trash.hpp"

#include <doctest/doctest.h>

#include "codec/file.hpp"

namespace cairn::trash_test {

namespace {

struct Fixture {
  Workspace model;
  Writers writers{5, 6, 1, 1, 0};
  Id root{1, 1};
  Id goal{2, 2};
  std::vector<StoredFile> files;

  Fixture() {
    Command command{CommandName::mentorshipStart, {}, {}};
    Mentorship& edit = command.edit.at(root);
    edit.stage.set(Stage::running);
    thingAt(edit.goals, goal).title.set("Lead a release");
    thingAt(edit.goals, goal).due.set(dateOf({2026, 12, 1}));
    Session& session = thingAt(edit.sessions, Id{3, 3});
    session.date.set(dateOf({2026, 11, 27}));
    session.privateNotes.set("Only mine");
    run(command, 1000);
  }
  void run(const Command& command, Instant now) {
    const auto change = commit(model, command, writers, now);
    REQUIRE(change);
    files.push_back({recordPath(writers.shared, files.size()), writeRecord(change->delta)});
    if (auto trash = trashOf(*change, trashPath(writers.shared, files.size()), now)) files.push_back(*trash);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "trash: what was removed is kept whole, and comes back as it was") {
  CHECK(trashIn(files).empty());
  run(Command{CommandName::goalRemove, {}, {{root, "goals", goal}}}, 2000);
  const auto trash = trashIn(files);
  REQUIRE(trash.size() == 1);
  CHECK(trash[0].removedAt == 2000);
  CHECK_FALSE(standsAgain(model, trash[0]));
  run(bringBack(trash[0]), 3000);
  CHECK(standsAgain(model, trash[0]));
  const Goal& goalNow = model.at(root).goals.at(goal);
  CHECK(*goalNow.title == "Lead a release");
  CHECK(*goalNow.due == dateOf({2026, 12, 1}));
}

TEST_CASE_FIXTURE(Fixture, "trash: a mentorship comes back with everything in it, the private too") {
  run(Command{CommandName::mentorshipRemove, {}, {{root, "", root}}}, 2000);
  CHECK_FALSE(isThere(model.at(root)));
  CHECK(isThere(recover(files, 0).workspace.at(root)) == false);
  run(bringBack(trashIn(files).at(0)), 3000);
  CHECK(isThere(model.at(root)));
  CHECK(*model.at(root).goals.at(goal).title == "Lead a release");
  CHECK(*model.at(root).sessions.at(Id{3, 3}).privateNotes == "Only mine");
}

TEST_CASE_FIXTURE(Fixture, "trash: what is older than 30 days goes, but never the last hundred: a clock may be wrong") {
  run(Command{CommandName::goalRemove, {}, {{root, "goals", goal}}}, 2000);
  StoredFile one = files.back();
  REQUIRE(isTrash(one.path));
  CHECK(oldTrash(files, 2001 + kTrashKept).empty());
  for (std::size_t at = 0; at < kTrashAlways; ++at) files.push_back({trashPath(9, at), one.bytes});
  CHECK(oldTrash(files, 2000 + kTrashKept).empty());
  CHECK(oldTrash(files, 2001 + kTrashKept).size() == 1);
  CHECK(oldTrash(files, -70 * 365 * kDay).empty());
}

TEST_CASE_FIXTURE(Fixture, "trash: what cannot be read is not shown, and stays for a Cairn that can") {
  run(Command{CommandName::goalRemove, {}, {{root, "goals", goal}}}, 2000);
  files.back().bytes.resize(files.back().bytes.size() - 5);
  CHECK(trashIn(files).empty());
  CHECK(oldTrash(files, 2001 + kTrashKept).empty());
}

TEST_CASE_FIXTURE(Fixture,
                  "trash: erased, no word that was mine alone is left of a session, a person or a mentorship") {
  Command mine{CommandName::textEdit, {}, {}};
  thingAt(mine.edit.at(root).people, Id{4, 4}).name.set("Amina");
  thingAt(mine.edit.at(root).people, Id{4, 4}).remember.set("Only mine, too");
  run(mine, 1500);
  run(Command{CommandName::sessionRemove, {}, {{root, "sessions", Id{3, 3}}}}, 2000);
  run(Command{CommandName::mentorshipRemove, {}, {{root, "", root}}}, 3000);
  const auto trash = trashIn(files);
  REQUIRE(trash.size() == 2);
  CHECK(overlap(trash[0], trash[1]));
  CHECK(overlap(trash[1], trash[0]));
  std::erase_if(files, [](const StoredFile& file) { return isTrash(file.path); });
  for (const auto& file : compact(files, OfRemoved::erase).put)
    CHECK(file.bytes.find("Only mine") == std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "trash: erased and taken together, no word of it is left in the store") {
  run(Command{CommandName::goalRemove, {}, {{root, "goals", goal}}}, 2000);
  std::erase_if(files, [](const StoredFile& file) { return file.path.starts_with("trash/"); });
  for (const auto& file : compact(files, OfRemoved::erase).put)
    CHECK(file.bytes.find("Lead a release") == std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "removing: what is held only in part can be hidden, not removed") {
  Command part{CommandName::fileOpen, {}, {}};
  part.edit.at(root).inPart.set(true);
  run(part, 1500);
  for (const Ref& ref : {Ref{root, "goals", goal}, Ref{root, "", root}}) {
    const auto refused = commit(model, Command{CommandName::goalRemove, {}, {ref}}, writers, 2000);
    REQUIRE_FALSE(refused);
    CHECK(codeOf(refused.error().fault) == "in_part");
  }
  CHECK(isThere(model.at(root)));
}

TEST_CASE_FIXTURE(Fixture, "trash: a command that removed nothing leaves none") {
  Command edit{CommandName::textEdit, {}, {}};
  edit.edit.at(root).aim.set("New");
  auto edited = commit(model, edit, writers, 2000);
  REQUIRE(edited);
  CHECK_FALSE(trashOf(*edited, trashPath(5, 9), 2000));
  const auto nothing = commit(model, Command{CommandName::goalRemove, {}, {{root, "goals", Id{9, 9}}}}, writers, 2000);
  REQUIRE(nothing);
  CHECK(nothing->empty);
  CHECK_FALSE(trashOf(*nothing, trashPath(5, 9), 2000));
}

TEST_CASE_FIXTURE(Fixture, "trash: a file that names nothing that could be removed is told as damaged") {
  run(Command{CommandName::goalRemove, {}, {{root, "goals", goal}}}, 2000);
  const StoredFile good = files.back();
  REQUIRE(readTrash(good));
  const auto faultOf = [&](const std::string& line) {
    StoredFile bad = good;
    const auto at = bad.bytes.find('\n') + 1;
    bad.bytes.replace(at, bad.bytes.find('\n', at) - at, line);
    const auto read = readTrash(bad);
    return read ? std::string("read") : std::string(codeOf(read.error().fault));
  };
  const std::string id = toText(root);
  CHECK(faultOf(id + "/goals/" + toText(goal)) == "read");
  CHECK(faultOf(id + "//" + id) == "read");
  CHECK(faultOf("no slash") == "record");
  CHECK(faultOf(id + "/goals") == "record");
  CHECK(faultOf("nobody/goals/" + id) == "record");
  CHECK(faultOf(id + "/goals/nothing") == "record");
  CHECK(codeOf(readTrash({good.path, "something else"}).error().fault) == "record");
}

TEST_CASE_FIXTURE(Fixture, "trash: a removal overlaps with the same one and with that of the whole, no other") {
  const auto of = [](const Ref& ref) { return Trashed{"", 0, {ref}, {}}; };
  const Trashed one = of({root, "goals", goal});
  CHECK(overlap(one, one));
  CHECK(overlap(one, of({root, "", root})));
  CHECK(overlap(of({root, "", root}), one));
  CHECK_FALSE(overlap(one, of({root, "goals", Id{9, 9}})));
  CHECK_FALSE(overlap(one, of({root, "sessions", goal})));
  CHECK_FALSE(overlap(one, of({Id{9, 9}, "goals", goal})));
  CHECK_FALSE(overlap(one, of({Id{9, 9}, "", Id{9, 9}})));
}

TEST_CASE_FIXTURE(Fixture, "trash: what stands again is told for each kind of root, and a root that is gone does not") {
  const auto stands = [&](const Ref& ref) { return standsAgain(model, Trashed{"", 0, {ref}, {}}); };
  CHECK(stands({root, "goals", goal}));
  CHECK(stands({root, "", root}));
  CHECK_FALSE(stands({root, "goals", Id{9, 9}}));
  CHECK_FALSE(stands({root, "of a later Cairn", goal}));
  CHECK_FALSE(stands({Id{9, 9}, "", Id{9, 9}}));
  Command programme{CommandName::textEdit, {}, {}};
  programme.edit.programmeAt(Id{7, 7}).title.set("Programme");
  thingAt(programme.edit.programmeAt(Id{7, 7}).questions, Id{7, 8}).text.set("How was it?");
  run(programme, 1500);
  CHECK(stands({Id{7, 7}, "", Id{7, 7}}));
  CHECK(stands({Id{7, 7}, "questions", Id{7, 8}}));
  run(Command{CommandName::goalRemove, {}, {{Id{7, 7}, "questions", Id{7, 8}}}}, 2000);
  CHECK_FALSE(stands({Id{7, 7}, "questions", Id{7, 8}}));
  run(Command{CommandName::mentorshipRemove, {}, {{Id{7, 7}, "", Id{7, 7}}}}, 2000);
  CHECK_FALSE(stands({Id{7, 7}, "", Id{7, 7}}));
  run(bringBack(trashIn(files).at(1)), 3000);
  CHECK(*model.programmeAt(Id{7, 7}).title == "Programme");
}

TEST_CASE_FIXTURE(Fixture, "trash: what does not name a thing in a collection of a root is no trash") {
  run(Command{CommandName::goalRemove, {}, {{root, "goals", goal}}}, 2000);
  const StoredFile& trash = files.back();
  REQUIRE(readTrash(trash));
  for (const std::string& wrong : {toText(root) + "/goals", toText(root), std::string("goals"), std::string("/")}) {
    StoredFile other = trash;
    const std::string named = toText(root) + "/goals/" + toText(goal);
    const auto at = other.bytes.find(named);
    REQUIRE(at != std::string::npos);
    other.bytes.replace(at, named.size(), wrong);
    CAPTURE(wrong);
    CHECK_FALSE(readTrash(other));
  }
}

}  // namespace cairn::trash_test

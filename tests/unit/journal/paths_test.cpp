// What the store's files are called, and the small ones that hold no record.
#include <doctest/doctest.h>

#include <algorithm>

#include "codec/file.hpp"
#include "journal/journal.hpp"

namespace cairn::paths_test {

TEST_CASE("journal: the paths of a writer sort by number, and large numbers keep their digits") {
  CHECK(recordPath(5, 1) < recordPath(5, 2));
  CHECK(recordPath(5, 9) < recordPath(5, 10));
  CHECK(recordPath(5, 1) == "records/00000005-0000000001");
  CHECK(importPath(5, 9'999'999'999) == "imports/00000005-9999999999");
  CHECK(trashPath(5, 12'345'678'901) == "trash/00000005-12345678901");
  CHECK(renumbered(recordPath(5, 1), 7) == recordPath(5, 7));
  CHECK(renumbered(trashPath(9, 1), 7) == trashPath(9, 7));
  CHECK(renumbered("imports/uuuuuuuu-0000000001", 7) == importPath(0, 7));
}

TEST_CASE("journal: what holds changes, and what is added once and never written over") {
  for (const std::string& path : {recordPath(5, 1), importPath(5, 1), std::string("snapshots/settings-1")}) {
    CHECK(holdsChanges(path));
  }
  for (const std::string& path : {trashPath(5, 1), draftPath(0, "a/b"), slotPath(0), std::string("marker")}) {
    CHECK_FALSE(holdsChanges(path));
  }
  for (const std::string& path : {recordPath(5, 1), importPath(5, 1), trashPath(5, 1)}) CHECK(isAddedOnce(path));
  for (const std::string& path : {draftPath(0, "a/b"), slotPath(0), std::string("snapshots/settings-1")}) {
    CHECK_FALSE(isAddedOnce(path));
  }
}

TEST_CASE("journal: a draft keeps what its person had seen") {
  Context seen;
  seen.add({5, 3});
  seen.add({6, 41});
  const Draft draft = readDraft(writeDraft({"Half a\nsentence", seen}));
  CHECK(draft.text == "Half a\nsentence");
  REQUIRE(draft.seen);
  CHECK(*draft.seen == seen);
  const Draft nothing = readDraft(writeDraft({"", Context()}));
  CHECK(nothing.text.empty());
  REQUIRE(nothing.seen);
  CHECK(nothing.seen->empty());
  CHECK_FALSE(readDraft(writeDraft({"<not a context", std::nullopt})).seen);
  CHECK(readDraft(writeDraft({"<not a context", std::nullopt})).text == "<not a context");
}

TEST_CASE("journal: of a draft that is damaged the text is read, and of its context what can be") {
  for (const std::string_view context :
       {"5", "00000005", "00000005,3:", "00000005:x,", "00000005:0,", "uuuuuuuu:3,", ",:,"}) {
    CAPTURE(context);
    const Draft draft = readDraft("<" + std::string(context) + "\ntext");
    CHECK(draft.text == "text");
    REQUIRE(draft.seen);
    CHECK(draft.seen->empty());
  }
  const Draft half = readDraft("<uuuuuuuu:3,00000006:41,\ntext");
  CHECK(half.seen->covers({6, 41}));
  CHECK(half.seen->dots().size() == 1);
  CHECK(readDraft("<00000006:41").text.empty());
  CHECK(readDraft("").text.empty());
}

TEST_CASE("journal: a file of a slot that is not one is no slot") {
  const std::string good = writeSlot(Writers{5, 6, 1, 1, 0});
  REQUIRE(readSlot(good));
  CHECK_FALSE(readSlot(good + "x"));
  CHECK_FALSE(readSlot(good.substr(0, good.size() - 1)));
  std::string bad = good;
  bad.replace(bad.find("00000005"), 8, "uuuuuuuu");
  CHECK_FALSE(readSlot(bad));
  bad = good;
  bad.replace(bad.find("00000006"), 8, "uuuuuuuu");
  CHECK_FALSE(readSlot(bad));
}

TEST_CASE("journal: an empty draft is none, a withdrawn import is not read, a snapshot is no record") {
  Workspace import;
  import.at(Id{9, 9}).aim.addVersion({"Imported", {77, 1}, 5});
  import.programmeAt(Id{8, 8}).title.addVersion({"Programme", {77, 2}, 5});
  std::vector<StoredFile> files{{draftPath(0, "a/b"), ""}, {importPath(5, 1), writeRecord(import)}};
  CHECK(recover(files, 0).drafts.empty());
  CHECK(recover(files, 0).records == 1);
  CHECK(recover(files, 0).workspace.programmes.contains(Id{8, 8}));
  auto compacted = compact(files).put;
  const auto isSnapshot = [](const StoredFile& file) { return file.path.starts_with("snapshots/"); };
  CHECK(std::count_if(compacted.begin(), compacted.end(), isSnapshot) == 3);  // settings, mentorship, programme
  CHECK(recover(compacted, 0).records == 0);
  CHECK(writeRecord(recover(compacted, 0).workspace) == writeRecord(import));
  files.push_back({withdrawalOf(importPath(5, 1)), "="});
  CHECK(recover(files, 0).records == 0);
}

TEST_CASE("journal: going back puts what stood then, and takes away all that says otherwise") {
  Workspace then;
  then.at(Id{1, 1}).aim.addVersion({"Then", {5, 1}, 5});
  const auto kept = snapshotsOf(then);
  std::vector<StoredFile> files = kept;
  for (const std::string& path :
       {recordPath(5, 2), importPath(5, 3), withdrawalOf(importPath(5, 3)), draftPath(0, "a/b"), slotPath(1),
        trashPath(5, 4), std::string("marker"), std::string("future/thing")}) {
    files.push_back({path, "="});
  }
  const Compacted back = goBackTo(then, files);
  REQUIRE(back.put.size() == kept.size());
  for (std::size_t at = 0; at < kept.size(); ++at) CHECK(back.put[at].path == kept[at].path);
  const std::vector<std::string> gone{recordPath(5, 2), importPath(5, 3), withdrawalOf(importPath(5, 3)),
                                      draftPath(0, "a/b"), slotPath(1)};
  CHECK(back.remove == gone);
}

TEST_CASE("journal: a counter goes on behind the highest of each lane, and a twin is told by either") {
  Workspace model;
  model.at(Id{1, 1}).aim.addVersion({"Mine", {5, 3}, 5});
  model.at(Id{1, 1}).me.addVersion({Id{2, 2}, {6, 7}, 5});
  Writers writers{5, 6, 1, 1, 0};
  continueCounters(writers, model, 1000);
  CHECK(writers.nextShared == 4);
  CHECK(writers.nextOwn == 8);
  CHECK_FALSE(hasTwin(writers, model, model));
  Workspace seen = model;
  seen.at(Id{1, 1}).me.addVersion({Id{3, 3}, {6, 8}, 5});
  CHECK(hasTwin(writers, model, seen));
  // What somebody else wrote tells of no twin, whatever it is; an own private dot that is not here does.
  seen = model;
  seen.at(Id{1, 1}).oneLine.addVersion({"Theirs", {99, 1}, 5});
  CHECK_FALSE(hasTwin(writers, model, seen));
  seen.at(Id{1, 1}).hidden.addVersion({true, {6, 2}, 5});
  CHECK(hasTwin(writers, model, seen));
}

TEST_CASE("journal: what we have removed since tells of no twin") {
  Workspace ours;
  Goal& removed = thingAt(ours.at(Id{1, 1}).goals, Id{2, 2});
  removed.deleted.add({5, 2});
  Workspace seen;
  thingAt(seen.at(Id{1, 1}).goals, Id{2, 2}).title.addVersion({"Early", {5, 1}, 5});
  CHECK_FALSE(hasTwin(Writers{5, 6, 3, 1, 0}, ours, seen));
  removed.deleted = {};
  CHECK(hasTwin(Writers{5, 6, 3, 1, 0}, ours, seen));
}

TEST_CASE("journal: an own dot in something that is not here at all tells of a twin") {
  const Workspace ours;
  Workspace seen;
  thingAt(seen.at(Id{1, 1}).goals, Id{2, 2}).title.addVersion({"Lost", {5, 1}, 5});
  CHECK(hasTwin(Writers{5, 6, 3, 1, 0}, ours, seen));
}

TEST_CASE("journal: erasing what was removed leaves what somebody has written in since") {
  Workspace model;
  Goal& goal = thingAt(model.at(Id{1, 1}).goals, Id{2, 2});
  goal.deleted.add({5, 2});
  goal.title.addVersion({"Written since", {7, 1}, 5});
  goal.title.addContext(goal.deleted);
  const std::vector<StoredFile> files{{recordPath(5, 1), writeRecord(model)}};
  const Workspace after = recover(compact(files, OfRemoved::erase).put, 0).workspace;
  CHECK(*after.mentorships.at(Id{1, 1}).goals.at(Id{2, 2}).title == "Written since");
}

}  // namespace cairn::paths_test

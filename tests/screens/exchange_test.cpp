#include <doctest/doctest.h>

#include <algorithm>

#include "codec/file.hpp"
#include "codec/json_writer.hpp"
#include "query/people.hpp"
#include "replica/merge.hpp"
#include "screens/tester.hpp"
#include "words/phrases.hpp"

namespace cairn::exchange_test {

TEST_CASE("exchange: handed over, changed by the other side, brought back: both are the same") {
  Tester mentor;
  mentor.startWith("Amina Okafor");
  mentor.press("Talk");
  mentor.type("Notes", "Shared words");
  mentor.press("Wrap up");
  mentor.type("Private notes", "SECRET-WORDS");
  const std::string file = mentor.handOver();
  CHECK(mentor.platform.savedFiles.back().first == "Amina Okafor.cairn.json");
  CHECK(file.find("Shared words") != std::string::npos);
  CHECK(file.find("SECRET") == std::string::npos);

  Tester mentee;
  mentee.platform.seed = 99;
  mentee.reload();
  mentee.open(file);
  CHECK(mentee.sees("A mentorship for you"));
  mentee.press("I am Amina Okafor");
  CHECK(*meOf(mentee.only())->name == "Amina Okafor");
  mentee.press("First session");
  mentee.press("Talk");
  mentee.submit("Add a next step", "Write the announcement");
  const std::string back = mentee.handOver();

  mentor.open(back);
  CHECK(mentor.sees("What this file changes"));
  CHECK_MESSAGE(mentor.sees("Amina Okafor added 1 next step"), mentor.screen());
  CHECK(mentor.sees("New next step: Write the announcement"));
  mentor.press("Take the changes");
  CHECK(mentor.sees("Write the announcement"));
  CHECK(writeFile(mentor.only(), Audience::otherSide) == writeFile(mentee.only(), Audience::otherSide));
  mentor.go("#/m/" + toText(mentor.only().id) + "/s/" + toText(mentor.only().sessions.begin()->first) + "/wrap-up");
  CHECK(mentor.sees("SECRET-WORDS"));
}

namespace {

std::string fileWithStep(const Tester& mentor, const std::string& words) {
  return mentor.theirFile([&](Mentorship& edit) { thingAt(edit.steps, Id{1, 1}).text.set(words); });
}

std::size_t countPaths(const Tester& t, const std::string& folder) {
  std::size_t found = 0;
  for (const auto& [path, bytes] : t.platform.files) found += path.starts_with(folder) ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE(
    "exchange: a taken file is one record; undo withdraws it, later edits stay, redo and a new import bring it back") {
  Tester t;
  t.startWith("Amina");
  const std::string file = fileWithStep(t, "From elsewhere");
  t.open(file);
  t.press("Take the changes");
  CHECK(countPaths(t, "imports/") == 1);
  t.submit("Add a next step", "Written afterwards");
  t.press("Undo");
  CHECK_FALSE(t.sees("Written afterwards"));
  t.press("Undo");
  CHECK_FALSE(t.sees("From elsewhere"));
  CHECK(countPaths(t, "withdrawn/") == 1);
  t.press("Redo");
  CHECK(t.sees("From elsewhere"));
  CHECK(countPaths(t, "withdrawn/") == 0);
  t.press("Undo");
  t.submit("Add a next step", "Still mine");
  t.reload();
  CHECK_FALSE(t.sees("From elsewhere"));
  CHECK(t.sees("Still mine"));
  t.open(file);
  t.press("Take the changes");
  CHECK(t.sees("From elsewhere"));
  CHECK(t.sees("Still mine"));
}

TEST_CASE("exchange: what was handed on after it was taken is undone by new edits, and that is said") {
  Tester t;
  t.startWith("Amina");
  t.open(fileWithStep(t, "From elsewhere"));
  t.press("Take the changes");
  t.handOver();
  t.press("Undo");
  CHECK_FALSE(t.sees("From elsewhere"));
  CHECK_MESSAGE(t.sees("Undone by new edits"), t.screen());
  CHECK(countPaths(t, "withdrawn/") == 0);
}

TEST_CASE("exchange: a dot leaves only after its record is stored; where storing fails, under ids used once") {
  Tester t;
  t.startWith("Amina");
  t.go("#/m/" + toText(t.only().id));
  t.platform.answerStores = false;
  t.submit("Add a next step", "On its way");
  t.press("Hand over");
  t.press("Save the file");
  CHECK(t.platform.savedFiles.empty());
  t.platform.answerStores = true;
  for (const auto& request : std::exchange(t.platform.held, {})) t.platform.store(request);
  t.settle();
  REQUIRE(t.platform.savedFiles.size() == 1);
  CHECK(t.platform.savedFiles[0].second.find("On its way") != std::string::npos);

  t.platform.storeTrouble = Trouble::full;
  t.go("#/m/" + toText(t.only().id));
  t.submit("Add a next step", "Never stored");
  t.press("Hand over");
  t.press("Save the file");
  REQUIRE(t.platform.savedFiles.size() == 2);
  const auto whole = readFile(t.platform.savedFiles[1].second);
  REQUIRE(whole);
  const Writers ours = *readSlot(t.platform.files.at(slotPath(0)));
  Writers stored = ours;
  Workspace before = recover(t.platform.storedFiles(), 0).workspace;
  continueCounters(stored, before, t.platform.clock);
  CHECK(highestCounter(whole->whole, ours.shared) < stored.nextShared);
  CHECK(t.platform.savedFiles[1].second.find("Never stored") != std::string::npos);
  // It comes back as ours and theirs at once: one value, not two.
  t.platform.storeTrouble = Trouble::none;
  t.open(t.platform.savedFiles[1].second);
  t.press(t.sees("Take the changes") ? "Take the changes" : "Done");
  for (const auto& [id, step] : t.only().steps) CHECK(step.text.differentValues() == 1);
}

TEST_CASE("exchange: a file with a dot of ours that we never gave makes this slot write under new ids") {
  Tester t;
  t.startWith("Amina");
  const Writers before = *readSlot(t.platform.files.at(slotPath(0)));
  Workspace twin;
  Mentorship copy = t.only();
  stripPrivate(copy);
  twin.mentorships.emplace(copy.id, copy);
  Writers same{before.shared, 99, 5000, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  command.edit.at(copy.id).aim.set("Written by the twin");
  REQUIRE(commit(twin, command, same, t.platform.clock));
  t.open(writeFile(twin.mentorships.begin()->second, Audience::otherSide));
  t.press("Take the changes");
  CHECK(readSlot(t.platform.files.at(slotPath(0)))->shared != before.shared);
}

TEST_CASE("store: over 500 records are taken together, and nothing changes by it") {
  Tester t;
  t.startWith("Amina");
  t.go("#/m/" + toText(t.only().id));
  for (std::size_t at = 0; at <= kCompactAt; ++at) {
    t.app->textChanged(textPath(t.only().id, "", {}, "aim"), "x");
    t.app->textDone(textPath(t.only().id, "", {}, "aim"), "Aim " + std::to_string(at), false);
  }
  t.settle();
  CHECK(countPaths(t, "records/") < 10);
  CHECK(countPaths(t, "snapshots/") == 2);
  const std::string before = writeBackup(t.app->workspace());
  t.reload();
  CHECK(writeBackup(t.app->workspace()) == before);
}

TEST_CASE("exchange: a file that is not ours is refused with its place, and nothing changes") {
  Tester t;
  t.startWith("Amina");
  const auto records = t.platform.files.size();
  t.open("{\n  \"format\": oops\n}");
  CHECK(t.sees("This file cannot be opened"));
  CHECK_MESSAGE(t.sees("line 2, column"), t.screen());
  t.open("{\"format\": \"cairn-mentorship\", \"version\": {\"major\": 9}}");
  CHECK(t.sees("later Cairn"));
  CHECK(t.platform.files.size() == records);
  t.press("Open another file");
  CHECK(t.platform.fileDialogs == 1);
  t.press("Leave it");
  CHECK(t.platform.addresses.back() == "#/");
}

TEST_CASE("exchange: two files that are opened with a reload between them, and nothing written, are two records") {
  Tester t;
  const auto fileOf = [](std::uint64_t number) {
    Workspace theirs;
    Command command{CommandName::mentorshipStart, {}, {}};
    Mentorship& edit = command.edit.at(Id{1, number});
    edit.stage.set(Stage::running);
    edit.aim.set("Aim " + std::to_string(number));
    command.edit.settings.name.set("Somebody else");
    thingAt(edit.people, Id{2, number}).name.set("Jonas");
    Writers writers{100 + number, 200 + number, 1, 1, 0};
    REQUIRE(commit(theirs, command, writers, 1000));
    return writeBackup(theirs);
  };
  const auto imports = [&] {
    return std::count_if(t.platform.files.begin(), t.platform.files.end(),
                         [](const auto& file) { return file.first.starts_with("imports/"); });
  };
  for (std::uint64_t number = 1; number <= 3; ++number) {
    t.open(fileOf(number));
    t.press("I am Jonas");
    t.reload();
    CHECK(imports() == static_cast<std::ptrdiff_t>(number));
    CHECK(t.app->workspace().mentorships.size() == number);
    CHECK(t.app->workspace().settings.name->empty());
  }
}

TEST_CASE("exchange: a file with many mentorships says so, and all of them are taken") {
  Tester theirs;
  theirs.startWith("Amina Okafor");
  theirs.go("#/start");
  theirs.startWith("Björn Lind", "");
  REQUIRE(theirs.app->workspace().mentorships.size() == 2);
  Tester t;
  t.platform.seed = 99;
  t.reload();
  t.open(theirs.app->backup());
  CHECK_MESSAGE(t.sees("1 more mentorship in this file"), t.screen());
  t.press("Have it here again");
  CHECK(*t.app->workspace().mentorships.begin()->second.me == *theirs.app->workspace().mentorships.begin()->second.me);
  CHECK(t.app->workspace().mentorships.size() == 2);
  t.open(theirs.app->backup());
  CHECK(t.sees("Nothing new"));
}

TEST_CASE("exchange: what came for the programme is held in part: hidden and shown again, never removed") {
  Tester theirs;
  theirs.startWith("Amina Okafor");
  const std::string part = writeFile(theirs.only(), Audience::programme);
  const std::string whole = writeFile(theirs.only(), Audience::otherSide);
  Tester t;
  t.receive(part, "Amina Okafor");
  t.go("#/m/" + toText(theirs.only().id) + "/together");
  CHECK_FALSE(t.sees("Remove this mentorship"));
  t.press("Hide this mentorship");
  t.go("#/mentorships");
  CHECK(t.sees("Hidden"));
  t.press("Show again: The mentor");
  t.open(whole);
  t.press("Take the changes");
  t.go("#/m/" + toText(theirs.only().id) + "/together");
  CHECK(t.sees("Remove this mentorship"));
}

TEST_CASE("removed: it waits in the settings, comes back, and can be erased for good") {
  Tester t;
  t.startWith("Amina Okafor");
  const std::string place = "#/m/" + toText(t.only().id);
  t.go(place + "/goals");
  t.submit("Add a goal", "Lead a release");
  t.press("More for “Lead a release”");
  t.press("Remove");
  t.reload();
  t.go("#/settings");
  CHECK(t.sees("Removed lately"));
  CHECK(t.sees("goal, removed today"));
  t.press("Bring back: Lead a release");
  CHECK_FALSE(t.sees("Removed lately"));
  t.go(place + "/goals");
  CHECK(t.sees("Lead a release"));
  t.press("More for “Lead a release”");
  t.press("Remove");
  t.go("#/settings");
  t.press("Erase for good: Lead a release");
  CHECK(t.sees("Erase “Lead a release”?"));
  t.press("Cancel");
  CHECK(t.platform.erasures == 0);
  t.press("Erase for good: Lead a release");
  t.press("Erase for good");
  CHECK(t.platform.erasures == 1);
  CHECK_FALSE(t.sees("Removed lately"));
  t.reload();
  t.go("#/settings");
  CHECK_FALSE(t.sees("Removed lately"));
  CHECK_FALSE(t.sees("Undo"));
  t.platform.clock += 31 * kDay;
}

TEST_CASE("exchange: of a rescued store it is told what could not be read") {
  Tester mentor;
  mentor.startWith("Amina Okafor");
  JsonWriter writer(JsonWriter::Layout::indented);
  writer.beginObject();
  for (const auto& [path, bytes] : mentor.platform.files) {
    writer.key("/cairn/" + path);
    writer.text(bytes);
  }
  writer.key("/cairn/records/damaged");
  writer.text("cairn-record 1 00000000\n{}");
  writer.endObject();

  Tester elsewhere;
  elsewhere.open(writer.finish());
  CHECK_MESSAGE(elsewhere.sees("One damaged record in this file could not be read."), elsewhere.screen());
  elsewhere.press("Have it here again");
  CHECK(elsewhere.sees("Amina Okafor"));
}

TEST_CASE("exchange: an opened mentorship that undo takes back is not what the page goes on showing") {
  Tester mentor;
  mentor.startWith("Amina Okafor");
  Tester mentee;
  mentee.open(mentor.handOver());
  mentee.press("I am Amina Okafor");
  for (int times = 0; times < 2; ++times) {  // who I am, and the file
    mentee.app->shortcut("Ctrl+Z", false);
    mentee.settle();
  }
  CHECK_MESSAGE(!mentee.sees("Not in this browser"), mentee.screen());
  CHECK_MESSAGE(mentee.sees("Who do you mentor"), mentee.screen());
}

}  // namespace cairn::exchange_test

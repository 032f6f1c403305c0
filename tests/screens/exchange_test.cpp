#include <doctest/doctest.h>

#include "codec/file.hpp"
#include "insight/sessions.hpp"
#include "replica/merge.hpp"
#include "screens/tester.hpp"

using namespace cairn;

namespace {

std::string handOver(Tester& t) {
  t.go("#/m/" + toText(t.only().id));
  t.press("Hand over");
  t.press("Save the file");
  t.go("#/m/" + toText(t.only().id));
  REQUIRE(!t.platform.savedFiles.empty());
  return t.platform.savedFiles.back().second;
}

}  // namespace

TEST_CASE("exchange: handed over, changed by the other side, brought back: both are the same") {
  Tester mentor;
  mentor.startWith("Amina Okafor");
  mentor.press("Talk");
  mentor.type("Notes", "Shared words");
  mentor.press("Wrap up");
  mentor.type("Private notes", "SECRET-WORDS");
  const std::string file = handOver(mentor);
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
  const std::string back = handOver(mentee);

  mentor.open(back);
  CHECK(mentor.sees("What this file changes"));
  CHECK_MESSAGE(mentor.sees("New next step: Write the announcement"), mentor.screen());
  mentor.press("Take the changes");
  CHECK(mentor.sees("Write the announcement"));
  CHECK(writeFile(mentor.only(), Audience::otherSide) == writeFile(mentee.only(), Audience::otherSide));
  mentor.go("#/m/" + toText(mentor.only().id) + "/s/" + toText(mentor.only().sessions.begin()->first) + "/wrap-up");
  CHECK(mentor.sees("SECRET-WORDS"));
  CHECK_MESSAGE(mentor.faults.empty(), mentor.faultText());
  CHECK_MESSAGE(mentee.faults.empty(), mentee.faultText());
}

TEST_CASE("exchange: taking a file can be undone") {
  Tester mentor;
  mentor.startWith("Amina");
  const std::string before = writeFile(mentor.only(), Audience::otherSide);
  Mentorship other = mentor.only();
  stripPrivate(other);
  Workspace theirs;
  theirs.mentorships.emplace(other.id, other);
  Writers writers{77, 78, 1, 1, 0};
  Command command{"step_add", {}, {}};
  Step& step = thingAt(command.edit.at(other.id).steps, Id{1, 1});
  step.text.set("From elsewhere");
  REQUIRE(commit(theirs, command, writers, mentor.platform.clock));
  mentor.open(writeFile(theirs.mentorships.begin()->second, Audience::otherSide));
  mentor.press("Take the changes");
  CHECK(mentor.sees("From elsewhere"));
  mentor.press("Undo this");
  CHECK_FALSE(mentor.sees("From elsewhere"));
  mentor.reload();
  CHECK_FALSE(mentor.sees("From elsewhere"));
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
  CHECK_MESSAGE(t.faults.empty(), t.faultText());
}

TEST_CASE("exchange: a file edited by hand becomes edits of ours") {
  Tester t;
  t.startWith("Amina Okafor");
  std::string file = handOver(t);
  file.replace(file.find("Amina Okafor"), 12, "Amina Obi");
  t.open(file);
  CHECK(t.sees("edited outside Cairn"));
  t.press("Take the changes");
  CHECK(t.sees("Amina Obi"));
}

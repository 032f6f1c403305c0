// Files that were edited outside Cairn: their values become edits of whoever opens them.
#include <doctest/doctest.h>

#include <algorithm>

#include "codec/file.hpp"
#include "screens/tester.hpp"

namespace cairn::edited_file_test {

TEST_CASE("edited file: it becomes edits of ours") {
  Tester t;
  t.startWith("Amina Okafor");
  std::string file = t.handOver();
  file.replace(file.find("Amina Okafor"), 12, "Amina Obi");
  t.open(file);
  CHECK(t.sees("edited outside Cairn"));
  t.press("Take the changes");
  CHECK(t.sees("Amina Obi"));
}

TEST_CASE("edited file: only what was chosen is taken") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go("#/m/" + toText(t.only().id) + "/goals");
  t.submit("Add a goal", "Lead a release");
  t.submit("Add a goal", "Write a guide");
  std::string file = t.handOver();
  for (const auto& [from, to] :
       {std::pair("Lead a release", "Lead two releases"), std::pair("Write a guide", "Write two guides")}) {
    const auto at = file.find(from);
    REQUIRE(at != std::string::npos);
    file.replace(at, std::string_view(from).size(), to);
  }
  t.open(file);
  const std::string unwanted = "Lead two releases: title from “Lead a release” to “Lead two releases”";
  REQUIRE_MESSAGE(t.sees(unwanted), t.screen());
  t.press(unwanted);
  t.press("Take the changes");
  CHECK(t.sees("Write two guides"));
  CHECK_FALSE(t.sees("Lead two releases"));
  CHECK(t.sees("Lead a release"));
}

TEST_CASE(
    "edited file: a file edited by hand that cannot be is refused at once, with the place, for every required field") {
  Tester t;
  t.startWith("Amina Okafor");
  const Mentorship before = t.only();
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    if (declared.single || declared.type.lane == Lane::own) continue;
    for (const auto& field : declared.type.fields) {
      if (!field.required) continue;
      CAPTURE(declared.name);
      CAPTURE(field.name);
      const std::string empty = field.kind == ValueKind::text     ? R"("")"
                                : field.kind == ValueKind::number ? "0"
                                                                  : R"("")";
      t.open(R"({"format": "cairn-mentorship", "version": {"major": 1}, "id": ")" + toText(before.id) +
             R"(", "plan": {")" + std::string(declared.name) + R"(": [{"id": "0000000000000007", ")" +
             std::string(field.name) + "\": " + empty + "}]}}");
      CHECK(t.sees("This file cannot be opened"));
      CHECK_MESSAGE(t.sees(std::string(declared.name) + "[0000000000000007]." + std::string(field.name)), t.screen());
      CHECK(t.only() == before);
    }
  }
}

TEST_CASE("edited file: what cannot be without what is left out stays open, and that is said") {
  Tester t;
  t.startWith("Amina Okafor");
  const Mentorship before = t.only();
  t.open(R"({"format": "cairn-mentorship", "version": {"major": 1}, "id": ")" + toText(before.id) +
         R"(", "plan": {"people": [{"id": "0000000000000007", "name": "Chidi"}],)"
         R"( "steps": [{"id": "0000000000000008", "text": "Write", "owner": "0000000000000007"}]}})");
  CHECK(t.sees("edited outside Cairn"));
  const auto& nodes = t.app->nodes();
  const auto chidi = std::find_if(nodes.begin(), nodes.end(), [](const auto& node) {
    return node.role == semantics::Role::checkbox && node.name.find("Chidi") != std::string::npos &&
           node.name.find("Write") == std::string::npos;
  });
  REQUIRE_MESSAGE(chidi != nodes.end(), t.screen());
  const std::string name = chidi->name;
  t.press(name);
  t.press("Take the changes");
  CHECK(t.only() == before);
  CHECK_MESSAGE(t.sees("steps[0000000000000008].owner"), t.screen());
  CHECK(t.sees("edited outside Cairn"));
  t.press(name);
  t.press("Take the changes");
  CHECK(*t.only().people.at(*idFromText("0000000000000007")).name == "Chidi");
}

TEST_CASE("edited file: of a backup in which one mentorship was edited by hand, the others come in as well") {
  Tester theirs;
  theirs.startWith("Amina Okafor");
  theirs.go("#/start");
  theirs.startWith("Zoe Lind", "");
  Tester t;
  t.platform.files = theirs.platform.files;
  t.reload();
  theirs.go("#/mentorships");
  Workspace model = theirs.app->workspace();
  Command command{CommandName::textEdit, {}, {}};
  for (const auto& [id, mentorship] : model.mentorships) command.edit.at(id).aim.set("Written elsewhere");
  Writers writers{77, 78, 1, 1, 0};
  REQUIRE(commit(model, command, writers, theirs.platform.clock));
  std::string edited = writeBackup(model);
  edited.replace(edited.find("Zoe Lind"), 8, "Zoe Lund");
  t.open(edited);
  CHECK(t.sees("edited outside Cairn"));
  t.press("Take the changes");
  for (const auto& [id, mentorship] : t.app->workspace().mentorships) CHECK(*mentorship.aim == "Written elsewhere");
}

TEST_CASE("opened file: whatever collection it lacks, there is a way to have it here") {
  Tester sender;
  sender.startWith("Amina Okafor");
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    CAPTURE(declared.name);
    Mentorship without = sender.only();
    declared.in(without).eraseIf([](const Thing&) { return true; });
    Tester t;
    t.open(writeFile(without, Audience::otherSide));
    const bool namesNobody = without.people.empty();
    t.press(namesNobody ? "Have it here" : "I am Amina Okafor");
    CHECK(t.app->workspace().mentorships.contains(without.id));
    CHECK(t.sees("Leave it") == false);
  }
}

}  // namespace cairn::edited_file_test

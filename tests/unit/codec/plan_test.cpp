// What may stand in a plan, and how each kind of value is read.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/checksum.hpp"
#include "codec/document.hpp"
#include "codec/file.hpp"
#include "codec/json_writer.hpp"
#include "command/command.hpp"
#include "english.hpp"

namespace cairn::plan_test {

namespace {

std::string outcome(const std::string& text) {
  const auto file = readFile(text);
  if (!file) return std::string(codeOf(file.error().fault)) + " " + file.error().path;
  return file->isProposal() ? "proposal" : "read";
}
std::string mentorship(const std::string& plan, const std::string& beside = "") {
  return R"({"format":"cairn-mentorship","version":{"major":1},"id":"0000000000000001","plan":)" + plan + beside + "}";
}
std::string workspace(const std::string& members) {
  return R"({"format":"cairn-workspace","version":{"major":1})" + members + "}";
}
std::string recordOf(const std::string& body) { return "cairn-record 1 " + toHex(crc32Of(body)) + "\n" + body; }

}  // namespace

TEST_CASE("plan: the name of a member that is not known here is plain") {
  const std::string longest(64, 'n');
  const std::string tooLong = longest + "n";
  for (const std::string name : {"later", "Later", "_later", "$later", "a1", "a-1", "a0", "zZ9", longest.c_str()}) {
    CAPTURE(name);
    CHECK(outcome(mentorship("{\"" + name + "\":1}")) == "proposal");
    CHECK(outcome(mentorship("{}", ",\"" + name + "\":1")) == "proposal");
  }
  for (const std::string name : {"", "1a", "-a", "a b", "a{", "a~", "a:", "a@", "a/", "[", "{", "ü", tooLong.c_str()}) {
    CAPTURE(name);
    CHECK(outcome(mentorship("{\"" + name + "\":1}")).starts_with("plan " + name));
    CHECK(outcome(mentorship(R"({"goals":[{")" + name + "\":1}]}")) ==
          "plan goals[0]" + (name.empty() ? "" : "." + name));
  }
  for (const std::string name : {"id", "root"}) CHECK(outcome(mentorship("{\"" + name + "\":1}")) == "plan " + name);
}

TEST_CASE("plan: hours are seven texts from and to, words one of those declared") {
  const auto hours = [](const std::string& list) {
    return outcome(mentorship(R"({"people":[{"hours":)" + list + "}]}"));
  };
  const auto monday = [&](const std::string& day) { return hours("[" + day + R"(,"","","","","",""])"); };
  CHECK(monday("\"09:00-17:00\"") == "proposal");
  const std::string place = "plan people[0].hours";
  CHECK(hours("7") == place);
  CHECK(hours(R"(["09:00-17:00"])") == place);
  for (const std::string day :
       {"7", "\"09:00\"", "\"-\"", "\"09:00-\"", "\"-17:00\"", "\"09:00-25:00\"", "\"9-17:00\""}) {
    CAPTURE(day);
    CHECK(monday(day) == place);
  }
  CHECK(outcome(mentorship(R"({"stage":7})")) == "plan stage");
  CHECK(outcome(mentorship(R"({"start":7})")) == "plan start");
  CHECK(outcome(mentorship(R"({"start":""})")) == "proposal");
  CHECK(outcome(mentorship(R"({"goals":[{"weight":"2"}]})")) == "plan goals[0].weight");
  CHECK(outcome(mentorship(R"({"goals":[{"weight":-1}]})")) == "plan goals[0].weight");
  CHECK(outcome(mentorship(R"({"goals":[7]})")) == "plan goals[0]");
  CHECK(outcome(mentorship(R"({"letter":[]})")) == "plan letter");
  CHECK(outcome(mentorship(R"({"letter":7})")) == "plan letter");
  CHECK(outcome(mentorship(R"({"privateLines":[{"text":"Mine"}]})")) == "plan privateLines[0]");
  CHECK(outcome(mentorship("{}", R"(,"private":{"plan":{"aim":"Aim"}})")) == "plan private.aim");
  CHECK(outcome(mentorship("{}", R"(,"private":{})")) == "plan private.plan");
  CHECK(outcome(mentorship("{}", R"(,"private":7)")) == "plan private");
  CHECK(outcome(mentorship("{}", R"(,"private":{"weather":1})")) == "plan private.weather");
  CHECK(outcome(mentorship("{}", R"(,"merge":7)")) == "plan merge");
}

TEST_CASE("plan: a list of a later Cairn has ids, else it is a value; an id stands once") {
  const auto unknown = [](const std::string& list) {
    auto file = readFile(mentorship("{\"moods\":" + list + "}"));
    REQUIRE(file);
    const Mentorship& read = file->proposals.mentorships.begin()->second;
    return read.unknownCollections.empty() ? "value" : "list";
  };
  CHECK(unknown(R"([{"id":"0000000000000003"}])") == std::string("list"));
  for (const std::string list : {"[]", "7", "[7]", R"([{"mood":1}])", R"([{"id":7}])", R"([{"id":"nobody"}])",
                                 R"([{"id":"0000000000000003"},{"mood":1}])"}) {
    CAPTURE(list);
    CHECK(unknown(list) == std::string("value"));
  }
  const std::string twice = R"([{"id":"0000000000000003"},{"id":"0000000000000003"}])";
  CHECK(outcome(mentorship("{\"moods\":" + twice + "}")) == "plan moods");
  CHECK(outcome(mentorship("{\"goals\":" + twice + "}")) == "plan goals");
  CHECK(outcome(mentorship(R"({"goals":[{"id":"0000000000000000"}]})")) == "plan goals[0].id");
  CHECK(outcome(mentorship(R"({"goals":[{"id":7}]})")) == "plan goals[0].id");
}

TEST_CASE("plan: what has no id is refused where the check fits, and the first of them is told") {
  const std::string plan = R"({"goals":[{"title":"One"},{"title":"Two"}]})";
  const std::string merge = R"(,"merge":{"check":"crc32:)" + toHex(crc32Of(plan)) + R"(","writers":[]})";
  CHECK(outcome(mentorship(plan, merge)) == "plan goals[0]");
  CHECK(outcome(mentorship(plan)) == "proposal");
}

TEST_CASE("file: of a head that is wrong the part is told") {
  CHECK(outcome(R"({"format":7,"version":{"major":1}})") == "plan format");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":7})") == "plan version.major");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":{"major":"1"}})") == "plan version.major");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":{"major":1,"minor":-1}})") == "plan version.minor");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":{"major":1,"minor":"1"}})") == "plan version.minor");
  CHECK(outcome(R"({"format":"cairn-mentorship","id":"0000000000000001","plan":{}})") == "plan version.major");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":{"major":1},"plan":{}})") == "plan id");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":{"major":1},"id":7,"plan":{}})") == "plan id");
  CHECK(outcome(R"({"format":"cairn-mentorship","version":{"major":1},"id":"0000000000000000","plan":{}})") ==
        "plan id");
  CHECK(outcome(mentorship("{}", R"(,"audience":7,"generator":7,"$schema":7)")) == "proposal");
  CHECK(outcome(mentorship("{}", R"(,"audience":"other-side")")) == "proposal");
  CHECK(formatOf(DocumentKind::none).empty());
}

TEST_CASE("workspace: lists are lists of roots, each once, and settings an object that is private") {
  const std::string one = R"({"id":"0000000000000001","plan":{}})";
  CHECK(outcome(workspace(R"(,"mentorships":[)" + one + "]")) == "proposal");
  CHECK(outcome(workspace(R"(,"programmes":[)" + one + "]")) == "proposal");
  CHECK(outcome(workspace(R"(,"mentorships":[)" + one + "," + one + "]")) == "plan ");
  CHECK(outcome(workspace(R"(,"mentorships":7)")) == "plan mentorships");
  CHECK(outcome(workspace(R"(,"programmes":{})")) == "plan programmes");
  CHECK(outcome(workspace(R"(,"mentorships":[7])")) == "plan mentorships[0]");
  CHECK(outcome(workspace(R"(,"settings":7)")) == "plan settings");
  CHECK(outcome(workspace(R"(,"settings":[])")) == "plan settings");
  CHECK(outcome(workspace(R"(,"settings":{"later":1},"others":[1],"more":{"a":1})")) == "read");
  CHECK(outcome(workspace("")) == "read");
  const auto named = readFile(workspace(R"(,"settings":{"private":{"plan":{"name":"Me"}}})"));
  REQUIRE(named);
  CHECK(*named->proposals.settings.name == "Me");
  CHECK(outcome(workspace(R"(,"settings":{"private":{"plan":{"name":7}}})")).starts_with("plan "));
  CHECK(outcome(workspace(R"(,"settings":{"private":{"plan":{"theme":"loud"}}})")).starts_with("plan "));
}

TEST_CASE("workspace: what is whole in one place and changed in another stands twice") {
  const std::string merge = R"(,"merge":{"check":"crc32:)" + toHex(crc32Of("{}")) + R"(","writers":[]})";
  const std::string whole = R"({"id":"0000000000000001","plan":{})" + merge + "}";
  const std::string changed = R"({"id":"0000000000000001","plan":{"aim":"Aim"}})";
  CHECK(outcome(workspace(R"(,"mentorships":[)" + whole + "," + changed + "]")) == "plan ");
  CHECK(outcome(workspace(R"(,"mentorships":[)" + changed + "," + whole + "]")) == "plan ");
}

TEST_CASE("record: what is none is told, though its checksum fits") {
  CHECK(readRecord(recordOf(workspace(""))));
  const auto codeIn = [](const std::string& bytes) {
    return readRecord(bytes) ? "read" : std::string(codeOf(readRecord(bytes).error().fault));
  };
  CHECK(codeIn("cairn-record 1\n" + workspace("")) == "record");
  CHECK(codeIn("cairn-record 12 x\n" + workspace("")) == "newer");
  CHECK(codeIn(recordOf("no json")) == "json");
  CHECK(codeIn(recordOf(mentorship("{}"))) == "record");
  CHECK(codeIn(recordOf(workspace(R"(,"mentorships":[{"id":"0000000000000001","plan":{}}])"))) == "record");
  CHECK(codeIn(recordOf(workspace(R"(,"programmes":[{"id":"0000000000000001","plan":{}}])"))) == "record");
}

TEST_CASE("json: numbers beyond 2^53 on either side, and only the first of two faults is told") {
  const auto json = readJson("[-9007199254740992,-9007199254740993,9007199254740991,18446744073709551615]");
  REQUIRE(json);
  CHECK(writeJsonCompact(*json) == "[-9007199254740992,-9007199254740993,9007199254740991,18446744073709551615]");
  CHECK((*json->array())[0].integer());
  CHECK_FALSE((*json->array())[1].integer());
  const auto twice = readJson(R"({"a":1,"b":{"c":1,"c":2},"a":2})");
  REQUIRE_FALSE(twice);
  CHECK(twice.error().path.starts_with("b"));
  const auto inList = readJson(R"([1,[2,{"c":1,"c":2}]])");
  REQUIRE_FALSE(inList);
  CHECK(inList.error().path.starts_with("[1][1]"));
}

TEST_CASE("file: members of a later Cairn are written each in its part, with the rest of it") {
  Workspace model;
  Writers writers{5, 6, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  Mentorship& edit = command.edit.at(Id{1, 1});
  edit.aim.set("Aim");
  thingAt(edit.sessions, Id{2, 2}).notes.set("Notes");
  thingAt(edit.sessions, Id{2, 2}).privateNotes.set("Mine");
  for (const Lane lane : {Lane::shared, Lane::own}) {
    const std::string value = lane == Lane::own ? "\"only mine\"" : "\"for both\"";
    edit.unknown[{lane, "later"}].set({value});
    thingAt(edit.sessions, Id{2, 2}).unknown[{lane, "colour"}].set({value});
    thingAt(edit.unknownCollections[{lane, "moods"}], Id{3, 3}).unknown[{lane, "mood"}].set({value});
  }
  REQUIRE(commit(model, command, writers, 1000));
  const Mentorship& written = model.at(Id{1, 1});
  const auto file = readFile(writeFile(written, Audience::myself));
  REQUIRE_MESSAGE(file, (file ? "" : explained(file.error())));
  CHECK_FALSE(file->isProposal());
  CHECK(writeFile(file->whole.mentorships.at(Id{1, 1}), Audience::myself) == writeFile(written, Audience::myself));
  // The private part may stand first: each signs what is its own.
  Json turned = *readJson(writeFile(written, Audience::myself));
  std::reverse(turned.members()->begin(), turned.members()->end());
  const auto other = readFile(writeJsonCompact(turned));
  REQUIRE(other);
  CHECK(writeFile(other->whole.mentorships.at(Id{1, 1}), Audience::myself) == writeFile(written, Audience::myself));
  const std::string shared = writeFile(written, Audience::otherSide);
  CHECK(shared.find("for both") != std::string::npos);
  CHECK(shared.find("ine") == shared.find("ines"));
  CHECK(shared.find("only mine") == std::string::npos);
}

TEST_CASE("file: what most fields of a thing share is written once, whoever of them came first") {
  Workspace model;
  Writers writers{5, 6, 1, 1, 0};
  const auto write = [&](auto&& writeIn) {
    Command command{CommandName::textEdit, {}, {}};
    writeIn(thingAt(command.edit.at(Id{1, 1}).goals, Id{2, 2}));
    REQUIRE(commit(model, command, writers, 1000));
  };
  write([](Goal& goal) { goal.title.set("Lead"); });
  write([](Goal& goal) {
    goal.why.set("Why");
    goal.expected.set("It is out.");
  });
  const std::string text = writeFile(model.at(Id{1, 1}), Audience::otherSide);
  CHECK(text.find("\"\": \"0:2@1000\"") != std::string::npos);
  CHECK(text.find("\"title\": \"0:1@1000\"") != std::string::npos);
  const auto file = readFile(text);
  REQUIRE(file);
  CHECK(writeFile(file->whole.mentorships.at(Id{1, 1}), Audience::otherSide) == text);
}

TEST_CASE("file: a programme for myself, and one that was written by hand") {
  Workspace model;
  Writers writers{5, 6, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  command.edit.programmeAt(Id{7, 7}).title.set("Programme");
  thingAt(command.edit.programmeAt(Id{7, 7}).people, Id{2, 2}).remember.set("Only mine");
  REQUIRE(commit(model, command, writers, 1000));
  const Programme& programme = model.programmeAt(Id{7, 7});
  CHECK(writeFile(programme, Audience::myself).find("Only mine") != std::string::npos);
  CHECK(writeFile(programme, Audience::otherSide).find("Only mine") == std::string::npos);
  CHECK(
      outcome(
          R"({"format":"cairn-programme","version":{"major":1},"id":"0000000000000001","plan":{"title":"By hand"}})") ==
      "proposal");
}

}  // namespace cairn::plan_test

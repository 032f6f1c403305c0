// Files that every later version must read: tests/golden. Those that this version wrote are written
// back as the same bytes.
#include <doctest/doctest.h>

#include <algorithm>

#include "codec/file.hpp"
#include "codec/json_writer.hpp"
#include "command/command.hpp"
#include "english.hpp"
#include "replica/merge.hpp"
#include "support.hpp"

namespace cairn::golden_test {
using namespace cairn::tests;

namespace {

std::string golden(const std::string& name) {
  return readText(std::filesystem::path(CAIRN_GOLDEN) / (name + ".cairn.json"));
}

OpenedFile opened(const std::string& text) {
  auto file = readFile(text);
  REQUIRE_MESSAGE(file, (file ? "" : explained(file.error())));
  return std::move(*file);
}

/// Every object's members the other way round: what another program may write.
Json reversed(const Json& json) {
  if (const auto* array = json.array()) {
    JsonArray all;
    for (const auto& item : *array) all.push_back(reversed(item));
    return Json(std::move(all));
  }
  const auto* members = json.members();
  if (!members) return json;
  JsonMembers all;
  for (auto member = members->rbegin(); member != members->rend(); ++member) {
    all.emplace_back(member->first, reversed(member->second));
  }
  return Json(std::move(all));
}

}  // namespace

TEST_CASE("golden: written back, each file is the same bytes") {
  for (const std::string name : {"mentor", "mentee"}) {
    const OpenedFile file = opened(golden(name));
    CHECK(file.audience == "other-side");
    CHECK(writeFile(file.whole.mentorships.begin()->second, Audience::otherSide) == golden(name));
  }
  CHECK(writeFile(opened(golden("own-copy")).whole.mentorships.begin()->second, Audience::myself) ==
        golden("own-copy"));
  CHECK(writeFile(opened(golden("own-copy")).whole.mentorships.begin()->second, Audience::programme) ==
        golden("for-programme"));
  CHECK(writeFile(opened(golden("programme")).whole.programmes.begin()->second, Audience::otherSide) ==
        golden("programme"));
  CHECK(writeBackup(opened(golden("backup")).whole) == golden("backup"));
}

TEST_CASE("golden: the members may stand in any order") {
  for (const std::string name : {"mentor", "own-copy", "programme", "backup", "later-minor"}) {
    const OpenedFile file = opened(golden(name));
    // The plan itself keeps its order, or its checksum would not fit.
    Json json = *readJson(golden(name));
    JsonMembers turned;
    for (auto& [key, value] : *json.members()) {
      turned.emplace(turned.begin(), key, key == "merge" ? reversed(value) : value);
    }
    const OpenedFile other = opened(writeJsonCompact(Json(std::move(turned))));
    CHECK_FALSE(other.isProposal());
    CHECK(writeRecord(other.whole) == writeRecord(file.whole));
  }
}

TEST_CASE("golden: what a later minor version added is kept through file, record and merge, and written back") {
  const OpenedFile later = opened(golden("later-minor"));
  REQUIRE_FALSE(later.isProposal());
  const auto record = readRecord(writeRecord(later.whole));
  REQUIRE(record);
  Workspace ours = opened(golden("mentee")).whole;
  merge(ours, *record);
  const std::string text = writeFile(ours.mentorships.begin()->second, Audience::otherSide);
  for (const char* words :
       {"\"colour\": \"teal\"", "\"two\": 2.5", "\"three\": null", "\"moods\": [", "\"face\": \"🙂\"",
        "\"weather\": {", "\"degrees\": -3", "\"beside\": {", "\"kept\": true"}) {
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  }
  // An older copy, without them, takes nothing of them away; two values of one are both kept.
  merge(ours, opened(golden("mentor")).whole);
  CHECK(writeFile(ours.mentorships.begin()->second, Audience::otherSide) == text);
  Workspace theirs = later.whole;
  Mentorship& mentorship = theirs.mentorships.begin()->second;
  for (auto& [id, goal] : mentorship.goals) {
    for (auto& [key, field] : goal.unknown) {
      if (key.second != "colour") continue;
      field = {};
      field.addVersion({RawJson{"\"red\""}, {9, 1}, 5});
    }
  }
  merge(ours, theirs);
  const std::string both = writeFile(ours.mentorships.begin()->second, Audience::otherSide);
  CHECK(both.find("\"teal\"") != std::string::npos);
  CHECK(both.find("\"red\"") != std::string::npos);
}

TEST_CASE("golden: written by hand, without ids, it is a proposal; taken twice it changes nothing") {
  const OpenedFile file = opened(golden("by-hand"));
  REQUIRE(file.isProposal());
  Workspace model;
  Writers writers{11, 12, 1, 1, 0};
  REQUIRE(commit(model, Command{CommandName::fileOpen, file.proposals, {}}, writers, 1000));
  const Mentorship& mentorship = model.mentorships.begin()->second;
  CHECK(mentorship.goals.size() == 2);  // of the same title, and still two
  CHECK(mentorship.people.size() == 2);
  const auto again =
      commit(model, Command{CommandName::fileOpen, opened(golden("by-hand")).proposals, {}}, writers, 2000);
  REQUIRE(again);
  CHECK(again->empty);
}

TEST_CASE("golden: what does not belong is refused with its place") {
  const auto errorAfter = [](const std::string& from, const std::string& to) {
    std::string text = golden("own-copy");
    const auto place = text.find(from);
    REQUIRE(place != std::string::npos);
    text.replace(place, from.size(), to);
    const auto file = readFile(text);
    return file ? std::string("read") : std::string(codeOf(file.error().fault)) + " " + file.error().path;
  };
  CHECK(errorAfter("\"major\": 1", "\"major\": 2") == "plan version.major");
  CHECK(errorAfter("\"0ge6ds4h52t4k88r\": \"0:2@", "\"0ge6ds4h52t4k88r\": \"7:2@") ==
        "plan merge.dots.goals.0ge6ds4h52t4k88r");
  CHECK(errorAfter("\"id\": \"0ge6ds4h52t4k88r\"", "\"id\": \"z7pm94ags2thxjph!\"") == "plan goals[0].id");
  CHECK(errorAfter("\"weight\": 2", "\"weight\": 2000") == "plan goals[0].weight");
  CHECK(errorAfter("\"baseline\": \"12\"", "\"baseline\": \"1e5\"") == "plan goals[0].baseline");
  CHECK(errorAfter("\"plan\": {", "\"plan\": {\"me\": \"\",") == "plan me");
}

TEST_CASE("golden: where the plan comes first, a fault in it still names its place") {
  const std::string plan =
      R"("plan": {"goals": [{"id": "0000000000000007", "title": "One"}, {"id": "", "title": "Two"}]})";
  const std::string rest = R"("format": "cairn-mentorship", "version": {"major": 1}, "id": "0000000000000001")";
  for (const auto& text : {"{" + plan + ", " + rest + "}", "{" + rest + ", " + plan + "}"}) {
    const auto file = readFile(text);
    REQUIRE_FALSE(file);
    CHECK(file.error().path == "goals[1].id");
  }
}

}  // namespace cairn::golden_test

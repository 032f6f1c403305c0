// What a file says beside its plan: who wrote what, and when. Each fault is told with its place.
#include <doctest/doctest.h>

#include "base/checksum.hpp"
#include "codec/dots.hpp"
#include "codec/file.hpp"
#include "codec/json_writer.hpp"
#include "english.hpp"

namespace cairn::bookkeeping_test {

namespace {

constexpr std::string_view kId = "0000000000000001";

std::string checkOf(std::string_view plan) { return R"("check":"crc32:)" + toHex(crc32Of(plan)) + "\""; }

/// A mentorship whose check fits, with more members in "merge", and beside the plan.
std::string fileWith(std::string_view plan, const std::string& merge, const std::string& beside = "") {
  return R"({"format":"cairn-mentorship","version":{"major":1},"id":")" + std::string(kId) + "\"," + R"("plan":)" +
         std::string(plan) + R"(,"merge":{)" + checkOf(plan) + R"(,"writers":["00000005","00000006"])" + merge + "}" +
         beside + "}";
}
std::string privateWith(std::string_view plan, const std::string& merge) {
  return R"(,"private":{"plan":)" + std::string(plan) + R"(,"merge":{)" + checkOf(plan) + R"(,"writers":["00000009"])" +
         merge + "}}";
}
constexpr std::string_view kPlan = R"({"aim":"Aim","goals":[{"id":"0000000000000002","title":"Lead"}]})";
const std::string kDots = R"(,"dots":{"root":"0:1@5","goals":{"0000000000000002":"0:1@5"}})";

std::string outcome(const std::string& text, const Limits& limits = kDoor) {
  const auto file = readFile(text, limits);
  if (!file) return std::string(codeOf(file.error().fault)) + " " + file.error().path;
  return file->isProposal() ? "proposal" : "read";
}
std::string withMerge(const std::string& merge) { return outcome(fileWith(kPlan, merge)); }

}  // namespace

TEST_CASE("bookkeeping: where it fits the plan the file is read as it was written") {
  CHECK(withMerge(kDots) == "read");
  CHECK(withMerge(kDots + R"(,"authors":{"00000005":"0000000000000003@7"})") == "read");
  CHECK(outcome(fileWith(kPlan, kDots, R"(,"weather":{"sun":1})")) == "read");
  const auto file = readFile(
      fileWith(kPlan, kDots + R"(,"authors":{"00000005":"0000000000000003@7","00000006":"0000000000000003@7"})"));
  REQUIRE(file);
  CHECK(file->whole.mentorships.begin()->second.authors.at(5).since == 7);
  CHECK_FALSE(file->whole.mentorships.begin()->second.authors.contains(6));  // wrote nothing here
}

TEST_CASE("bookkeeping: writers and authors that are none are refused") {
  const auto writers = [](const std::string& list) {
    return outcome(R"({"format":"cairn-mentorship","version":{"major":1},"id":"0000000000000001","plan":{},"merge":{)" +
                   checkOf("{}") + R"(,"writers":)" + list + "}}");
  };
  CHECK(writers("[]") == "read");
  CHECK(writers("7") == "plan merge.writers");
  CHECK(writers("[7]") == "plan merge.writers");
  CHECK(writers(R"(["0000005"])") == "plan merge.writers");
  CHECK(writers(R"(["uuuuuuuu"])") == "plan merge.writers");
  const auto author = [](const std::string& key, const std::string& value) {
    return withMerge(kDots + R"(,"authors":{")" + key + "\":" + value + "}");
  };
  const std::string place = "plan merge.authors.00000005";
  CHECK(author("5", R"("0000000000000003@7")") == "plan merge.authors.5");
  CHECK(author("00000005", "7") == place);
  for (const std::string text : {"0000000000000003", "nobody@7", "0000000000000003@", "0000000000000003@x",
                                 "0000000000000003@7x", "0000000000000003@-7", "0000000000000003@9007199254740992"}) {
    CAPTURE(text);
    CHECK(author("00000005", "\"" + text + "\"") == place);
  }
  CHECK(withMerge(R"(,"authors":[])") == "plan merge.authors");
  CHECK(outcome(fileWith(kPlan, kDots, privateWith("{}", R"(,"authors":{})"))) == "plan private.merge.authors");
}

TEST_CASE("bookkeeping: a dot that is none, or of no value here, is refused with its place") {
  const auto dots = [](const std::string& root) {
    return withMerge(R"(,"dots":{"goals":{"0000000000000002":"0:1@5"},"root":)" + root + "}");
  };
  CHECK(dots(R"("0:1@5")") == "read");
  CHECK(dots(R"({"aim":"0:1@5"})") == "read");
  CHECK(dots(R"({"aim":"1:4@5<0:3,1:2"})") == "read");
  for (const std::string text :
       {"", "0", "0,1@5", "00:1@5", "2:1@5", "0:0@5", "0:01@5", "0:1", "0:1@", "0:1@x", "0:1@5x", "0:1@5<", "0:1@5<0",
        "0:1@5<0:1,", "0:1@5<0:1;1:2", "0:9007199254740993@5", "x:1@5", ":1@5"}) {
    CAPTURE(text);
    CHECK(dots("\"" + text + "\"") == "plan merge.dots.root");
    CHECK(dots(R"({"aim":")" + text + "\"}") == "plan merge.dots.root.aim");
  }
  CHECK(dots("7") == "plan merge.dots.root");
  CHECK(dots(R"({"":7})") == "plan merge.dots.root");
  CHECK(dots(R"({"aim":7})") == "plan merge.dots.root.aim");
  CHECK(dots(R"({"id":"0:1@5"})") == "plan merge.dots.root.id");
  CHECK(dots(R"({"me":"0:1@5"})") == "plan merge.dots.root.me");
  CHECK(dots(R"({"goals":"0:1@5"})") == "plan merge.dots.root.goals");
  CHECK(dots(R"({"root":"0:1@5"})") == "plan merge.dots.root.root");
  CHECK(dots(R"({"/plan":"0:1@5"})") == "plan merge.dots.root./plan");
  CHECK(dots(R"({"no name":"0:1@5"})") == "plan merge.dots.root.no name");
  CHECK(dots("\"0:4503599627370497@5\"") == "plan merge.dots.root");
  CHECK(dots("{}").starts_with("plan merge.dots."));
}

TEST_CASE("bookkeeping: an entry stands under a collection, by the id of a thing") {
  const auto entry = [](const std::string& collection, const std::string& id) {
    return withMerge(R"(,"dots":{"root":"0:1@5","goals":{"0000000000000002":"0:1@5"},")" + collection + R"(":{")" + id +
                     R"(":"0:1@5"}})");
  };
  CHECK(entry("steps", "0000000000000003") == "read");
  CHECK(entry("moods", "0000000000000003") == "read");
  CHECK(entry("steps", "nobody") == "plan merge.dots.steps.nobody");
  CHECK(entry("steps", "0000000000000000") == "plan merge.dots.steps.0000000000000000");
  CHECK(entry("steps", "") == "plan merge.dots.steps");
  CHECK(entry("aim", "0000000000000003") == "plan merge.dots.aim.0000000000000003");
  CHECK(entry("id", "0000000000000003") == "plan merge.dots.id.0000000000000003");
  CHECK(entry("no name", "0000000000000003").starts_with("plan merge.dots.no name"));
  CHECK(entry("letter", "0000000000000003") == "plan merge.dots.letter.0000000000000003");
  CHECK(withMerge(R"(,"dots":{"goals":"0:1@5"})") == "plan merge.dots.goals");
  CHECK(withMerge(R"(,"dots":7)") == "plan merge.dots");
}

TEST_CASE("bookkeeping: versions are whole, and a field stands in one section only") {
  const auto versions = [](const std::string& of) {
    return withMerge(
        R"(,"dots":{"root":{"oneLine":"0:1@5"},"goals":{"0000000000000002":"0:1@5"}},"versions":{"root":)" + of + "}");
  };
  const std::string place = "plan merge.versions.root.aim";
  CHECK(versions(R"({"aim":{"values":[{"dot":"0:1@5","value":"Aim"},{"dot":"1:1@4","value":"Other"}]}})") == "read");
  CHECK(versions(R"({"aim":{"overwrote":"0:7,1:2","values":[]}})") == "read");
  CHECK(versions(R"({"aim":{"values":[{"dot":"0:1@5"}]}})") == "read");
  CHECK(versions("7") == "plan merge.versions.root");
  CHECK(versions(R"({"aim":7})") == place);
  CHECK(versions(R"({"aim":{}})") == place);
  CHECK(versions(R"({"aim":{"values":7}})") == place + ".values");
  CHECK(versions(R"({"aim":{"others":[],"values":[]}})") == place + ".others");
  CHECK(versions(R"({"aim":{"overwrote":7,"values":[]}})") == place + ".overwrote");
  CHECK(versions(R"({"aim":{"overwrote":"7","values":[]}})") == place + ".overwrote");
  CHECK(versions(R"({"aim":{"overwrote":"0:4503599627370497","values":[]}})") == place);
  CHECK(versions(R"({"aim":{"values":[7]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"value":"Aim"}]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"dot":7}]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"dot":"x"}]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"dot":"0:1@5<0:1"}]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"dot":"0:4503599627370497@5"}]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"dot":"0:1@5","value":7}]}})") == place);
  CHECK(versions(R"({"aim":{"values":[{"dot":"0:1@5","more":7}]}})") == place + ".more");
  CHECK(versions(R"({"oneLine":{"values":[]}})") == "plan merge");
}

TEST_CASE("bookkeeping: a deletion is a context, and stands in the part of its thing") {
  const auto deleted = [](const std::string& of) {
    return withMerge(kDots + R"(,"deleted":{"goals":{"0000000000000009":)" + of + "}}");
  };
  const std::string place = "plan merge.deleted.goals.0000000000000009";
  CHECK(deleted("\"0:7\"") == "read");
  CHECK(deleted("\"0:7,1:2\"") == "read");
  for (const std::string text : {"7", "\"\"", "\"7\"", "\"0:7@5\"", "\"0:4503599627370497\""}) {
    CAPTURE(text);
    CHECK(deleted(text) == place);
  }
  const std::string mine = R"(,"deleted":{"goals":{"0000000000000009":"0:1"}})";
  CHECK(outcome(fileWith(kPlan, kDots, privateWith("{}", mine))) ==
        "plan private.merge.deleted.goals.0000000000000009");
  const std::string line = R"(,"deleted":{"privateLines":{"0000000000000009":"0:1"}})";
  CHECK(outcome(fileWith(kPlan, kDots, privateWith("{}", line))) == "read");
}

TEST_CASE("bookkeeping: where a value has no dot the file is refused, and with another plan it is a proposal") {
  CHECK(withMerge(R"(,"dots":{"root":"0:1@5"})").starts_with("plan merge.dots.goals"));
  std::string text = fileWith(kPlan, kDots);
  text.replace(text.find("Lead"), 4, "Head");
  CHECK(outcome(text) == "proposal");
}

TEST_CASE("bookkeeping: what is counted is held to its limit, wherever it stands") {
  const std::string_view plan =
      R"({"aim":"Aim","later":1,"goals":[{"id":"0000000000000002","title":"Lead","colour":2}],"moods":[{"id":"0000000000000003","mood":3}]})";
  const std::string dots =
      R"(,"dots":{"root":"0:1@5","goals":{"0000000000000002":"0:1@5","0000000000000004":{"title":"0:2@5"}},)"
      R"("moods":{"0000000000000003":"0:1@5","0000000000000005":{"mood":"0:2@5"}}})";
  const std::string text = fileWith(plan, dots, R"(,"weather":{"sun":1})");
  REQUIRE(outcome(text) == "read");
  Limits limits = kDoor;
  std::size_t enough = 0;
  for (limits.things = 0; limits.things < 20 && outcome(text, limits) != "read"; ++limits.things)
    enough = limits.things + 1;
  // Two goals and two moods, and four members that are not known here.
  CHECK(enough == 8);
  limits = kDoor;
  limits.writers = 1;
  CHECK(outcome(text, limits) == "plan merge.writers");
  limits = kDoor;
  limits.bytes = text.size();
  CHECK(outcome(text, limits) == "read");
  --limits.bytes;
  CHECK(outcome(text, limits) == "plan ");
  limits.bytes = 3U << 20U;
  CHECK(explained(readJson(std::string(limits.bytes + 1, ' '), limits).error()) == "larger than 3 MB");
}

TEST_CASE("bookkeeping: a value that a later Cairn has left out, since it is empty, keeps its dot") {
  const std::string_view plan = R"({"goals":[{"id":"0000000000000002","title":"Lead"}]})";
  const auto file = readFile(fileWith(
      plan,
      R"(,"dots":{"root":{"later":"0:1@5","/weather":"0:1@5"},"goals":{"0000000000000002":{"":"0:1@5","colour":"0:1@5"}}})"));
  REQUIRE(file);
  REQUIRE_FALSE(file->isProposal());
  const std::string text = writeFile(file->whole.mentorships.begin()->second, Audience::otherSide);
  CHECK(text.find("\"later\": \"0:1@5\"") != std::string::npos);
  CHECK(text.find("\"colour\": \"0:1@5\"") != std::string::npos);
  CHECK(text.find("\"/weather\": \"0:1@5\"") != std::string::npos);
  CHECK(text.find("\"later\"") == text.rfind("\"later\""));
  CHECK(text.find("\"colour\"") == text.rfind("\"colour\""));
  const auto again = readFile(text);
  REQUIRE(again);
  CHECK(writeFile(again->whole.mentorships.begin()->second, Audience::otherSide) == text);
}

TEST_CASE("bookkeeping: who has written nothing that is in the file is not in it as an author") {
  Mentorship mentorship;
  mentorship.id = Id{1, 1};
  mentorship.aim.addVersion({"Aim", {5, 1}, 5});
  mentorship.authors[5] = {Id{2, 2}, 7};
  mentorship.authors[6] = {Id{2, 3}, 7};
  // A thing of a later Cairn that says nothing is not in it either.
  auto& moods = mentorship.unknownCollections[{Lane::shared, "moods"}];
  thingAt(moods, Id{3, 3}).unknown[{Lane::shared, "mood"}].addVersion({RawJson{"1"}, {5, 1}, 5});
  thingAt(moods, Id{3, 4});
  const std::string text = writeFile(mentorship, Audience::otherSide);
  CHECK(text.find("\"00000005\": \"" + toText(Id{2, 2}) + "@7\"") != std::string::npos);
  CHECK(text.find(toText(Id{2, 3})) == std::string::npos);
  CHECK(text.find(toText(Id{3, 3})) != std::string::npos);
  CHECK(text.find(toText(Id{3, 4})) == std::string::npos);
}

TEST_CASE("bookkeeping: of two versions one may be empty, of an id too, and both are read back") {
  Mentorship mentorship;
  mentorship.id = Id{1, 1};
  Step& step = thingAt(mentorship.steps, Id{2, 2});
  step.text.addVersion({"Step", {5, 1}, 5});
  step.owner.addVersion({Id{3, 3}, {5, 1}, 5});
  step.owner.addVersion({Id{}, {6, 1}, 4});
  const auto file = readFile(writeFile(mentorship, Audience::otherSide));
  REQUIRE(file);
  CHECK(file->whole.mentorships.at(Id{1, 1}).steps.at(Id{2, 2}).owner == step.owner);
}

TEST_CASE("bookkeeping: the format may stand last, behind members that are called like parts of a workspace") {
  const std::string_view plan = R"({"aim":"Aim"})";
  const std::string text =
      R"({"settings":{"plan":{"x":1}},"mentorships":[{"plan":{}}],"id":"0000000000000001","plan":)" +
      std::string(plan) + R"(,"merge":{"writers":["00000005"],)" + checkOf(plan) +
      R"(,"dots":{"root":"0:1@5"}},"version":{"major":1},"format":"cairn-mentorship"})";
  CHECK(outcome(text) == "read");
  std::string changed = text;
  changed.replace(changed.find("Aim"), 3, "Aid");
  CHECK(outcome(changed) == "proposal");
}

TEST_CASE("bookkeeping: the largest number is read, one more is none") {
  const WriterList writers{1};
  CHECK(signatureFromText(writers, "0:1@9007199254740991"));
  CHECK_FALSE(signatureFromText(writers, "0:1@9007199254740992"));
}

}  // namespace cairn::bookkeeping_test

#include "exchange/preview.hpp"
#include "english.hpp"

#include <doctest/doctest.h>

#include "command/command.hpp"

namespace cairn::preview_test {

namespace {

Preview travelled(const Preview& preview) {
  auto read = readPreview(writePreview(preview));
  REQUIRE_MESSAGE(read, (read ? "" : explained(read.error())));
  return std::move(*read);
}

}  // namespace

TEST_CASE("preview: of a proposal it travels with its people, though nothing in it has a dot") {
  const auto file = readFile(
      R"({"format":"cairn-mentorship","version":{"major":1,"minor":0},"id":"0000000000000007","plan":{"aim":"Lead","people":[{"id":"0000000000000001","name":"Amina"}],"goals":[{"title":"A release"}]}})");
  REQUIRE(file);
  const auto preview = previewOf({}, *file, 1000);
  REQUIRE(preview);
  const Preview there = travelled(*preview);
  CHECK(there.isNew);
  CHECK(there.isProposal);
  CHECK(there.goals == 1);
  CHECK(*there.head.aim == "Lead");
  CHECK(*there.head.people.begin()->second.name == "Amina");
}

TEST_CASE("preview: of a backup it has no mentorship of its own, and says what would go") {
  Workspace ours;
  Command command{CommandName::mentorshipStart, {}, {}};
  command.edit.at(Id{1, 1}).stage.set(Stage::running);
  thingAt(command.edit.at(Id{1, 1}).goals, Id{2, 2}).title.set("A release");
  Writers writers{5, 6, 1, 1, 0};
  REQUIRE(commit(ours, command, writers, 1000));
  const Preview there = travelled(previewOfBackup(ours, {}));
  CHECK(!there.isNew);
  REQUIRE(there.shown.size() == 1);
  CHECK(there.shown[0].kind == DifferenceKind::removed);
  CHECK(there.shown[0].label == "A release");
}

TEST_CASE("preview: what it does not write it does not read") {
  for (const std::string text : {"", "{}", "[]", "{\"isNew\":true}", "{\"isNew\":1,\"head\":\"\",\"shown\":[]}"}) {
    CHECK(!readPreview(text));
  }
}

TEST_CASE("preview: why there is none travels whole") {
  for (std::size_t fault = 0; fault < kFaultCount; ++fault) {
    Error error = errorOf(static_cast<Fault>(fault), "goals[3].\n\"due\"", "ü\n", "7");
    error.line = fault;
    error.column = 3;
    const Error there = readError(writeError(error));
    CHECK(there.fault == error.fault);
    CHECK(there.path == error.path);
    CHECK(there.value == error.value);
    CHECK(there.other == error.other);
    CHECK(there.line == error.line);
    CHECK(there.column == error.column);
  }
  for (const std::string text : {"", "{}", "[]", "7", "{\"fault\":-1}", "{\"fault\":\"json\"}", "{\"fault\":999}"}) {
    CHECK(readError(text).fault == Fault::noPreview);
  }
}

}  // namespace cairn::preview_test

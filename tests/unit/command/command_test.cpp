#include "command/command.hpp"

#include <doctest/doctest.h>

#include "english.hpp"
#include "replica/merge.hpp"

namespace cairn::command_test {

namespace {

struct Fixture {
  Workspace model;
  Writers writers{11, 12, 1, 1, 0};
  Id id{1, 1};
  Id goalId{2, 2};
  Instant now = 1000;

  Fixture() {
    Command command{CommandName::mentorshipStart, {}, {}};
    command.edit.at(id).stage.set(Stage::running);
    run(command);
  }
  Change run(const Command& command) {
    auto change = commit(model, command, writers, now);
    REQUIRE_MESSAGE(change, (change ? "" : explained(change.error())));
    return std::move(*change);
  }
  Change addGoal(const std::string& title) {
    Command command{CommandName::goalAdd, {}, {}};
    Goal& goal = thingAt(command.edit.at(id).goals, goalId);
    goal.title.set(title);
    goal.status.set(GoalStatus::open);
    return run(command);
  }
  Change edit(const std::string& title) {
    Command command{CommandName::textEdit, {}, {}};
    thingAt(command.edit.at(id).goals, goalId).title.set(title);
    return run(command);
  }
  const Goal& goal() { return model.mentorships.at(id).goals.at(goalId); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "command: its writes share one dot, and what changes nothing is dropped") {
  const std::uint64_t first = writers.nextShared;
  const std::uint64_t firstOwn = writers.nextOwn;
  const Change change = addGoal("Lead");
  CHECK(writers.nextShared == first + 1);
  CHECK(writers.nextOwn == firstOwn);
  const Goal& written = change.delta.mentorships.at(id).goals.at(goalId);
  CHECK(written.title.versions().front().dot == written.status.versions().front().dot);
  CHECK(edit("Lead").empty);
  CHECK_FALSE(edit("Lead a release").empty);
  CHECK(goal().title.versions().size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "command: what is refused changes nothing and names its place") {
  addGoal("Lead");
  const auto refused = [&](const std::string& title, const char* code) {
    Command command{CommandName::textEdit, {}, {}};
    thingAt(command.edit.at(id).goals, goalId).title.set(title);
    const auto change = commit(model, command, writers, now);
    REQUIRE_FALSE(change);
    CHECK(codeOf(change.error().fault) == code);
    CHECK(change.error().path == "goals[" + toText(goalId) + "].title");
    CHECK(*goal().title == "Lead");
  };
  refused("  ", "required");
  refused(std::string(5000, 'x'), "too_long");
  refused("\xFF", "text");
  refused(std::string("a\0b", 3), "text");
}

TEST_CASE_FIXTURE(Fixture, "undo: an edit, a creation, a removal; and each again") {
  const Change added = addGoal("Lead");
  const Change edited = edit("Lead a release");
  const Change unedited = run(undoOf(model, edited).command);
  CHECK(*goal().title == "Lead");
  run(undoOf(model, unedited).command);
  CHECK(*goal().title == "Lead a release");
  run(undoOf(model, edited).command);
  const Change removed = run(undoOf(model, added).command);
  CHECK_FALSE(isAlive(goal()));
  run(undoOf(model, removed).command);
  CHECK(isAlive(goal()));
  CHECK(*goal().title == "Lead");
}

TEST_CASE_FIXTURE(Fixture, "undo: leaves alone what somebody has changed since, and says so") {
  addGoal("Lead");
  const Change edited = edit("Lead a release");
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  thingAt(command.edit.at(id).goals, goalId).title.set("Their words");
  REQUIRE(commit(other, command, theirs, 5000));
  merge(model, other);
  const Undo undo = undoOf(model, edited);
  CHECK(undo.leftAlone == std::vector<std::string>{"goals.title"});
  run(undo.command);
  CHECK(*goal().title == "Their words");
}

TEST_CASE_FIXTURE(Fixture, "command: stamps never run backwards") {
  addGoal("First");
  now = 500;
  edit("Second");
  CHECK(goal().title.versions().front().stamp == 1000);
}

TEST_CASE_FIXTURE(Fixture, "text path: names a text, and nothing else") {
  addGoal("Lead");
  const auto path = textPath(id, "goals", goalId, "title");
  auto command = textCommand(model, path, "New");
  REQUIRE(command);
  run(*command);
  CHECK(*goal().title == "New");
  CHECK(textCommand(model, textPath(id, "", Id{}, "aim"), "Aim"));
  CHECK(textCommand(model, "settings/name", "Me"));
  for (const std::string& bad : {textPath(id, "goals", Id{9, 9}, "title"), textPath(id, "goals", goalId, "due"),
                                 textPath(Id{9, 9}, "", Id{}, "aim"), std::string("new/name"), std::string()}) {
    CHECK_FALSE(textCommand(model, bad, "x"));
  }
}

}  // namespace cairn::command_test

#include <doctest/doctest.h>

#include "command/command.hpp"
#include "replica/merge.hpp"
#include "unit/command/one_mentorship.hpp"

namespace cairn::undo_test {
using cairn::tests::OneMentorship;

namespace {

struct Fixture : OneMentorship {
  Writers theirs{21, 22, 1, 1, 0};
  Id goal{2, 2};
  Change started;

  Fixture() { started = start(); }
  Command titled(const std::string& title) {
    Command command{CommandName::goalAdd, {}, {}};
    thingAt(command.edit.at(id).goals, goal).title.set(title);
    return command;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "undo: where two versions stand since, neither is taken away, though one of them is ours") {
  run(titled("Lead"));
  Workspace other = model;
  const Change edited = run(titled("Ours"));
  Writers lower{5, 6, 1, 1, 0};
  run(other, titled("Before ours by its dot"), lower);
  merge(model, other);
  REQUIRE(mentorship().goals.at(goal).title.differentValues() == 2);
  Undo undo = undoOf(model, edited);
  CHECK(undo.leftAlone == std::vector<std::string>{"goals.title"});
  CHECK(undo.command.edit.at(id).goals.at(goal).title.silent());
}

TEST_CASE_FIXTURE(Fixture, "undo: of something that was removed since there is nothing to do") {
  const Change added = run(titled("Lead"));
  run(Command{CommandName::goalRemove, {}, {{id, "goals", goal}}});
  const Undo undo = undoOf(model, added);
  CHECK(undo.command.name == CommandName::goalAdd);
  CHECK(undo.leftAlone.empty());
  CHECK(undo.command.removals.empty());
  CHECK(run(undo.command).empty);
  CHECK_FALSE(isAlive(mentorship().goals.at(goal)));
}

TEST_CASE_FIXTURE(Fixture, "undo: what was added stays where somebody has written in it since") {
  const Change added = run(titled("Lead"));
  Command more{CommandName::textEdit, {}, {}};
  thingAt(more.edit.at(id).goals, goal).why.set("Their reason");
  run(model, more, theirs);
  CHECK(undoOf(model, added).command.removals.empty());
  // And where all that was written is other now.
  run(model, titled("Theirs"), theirs);
  const Undo undo = undoOf(model, added);
  CHECK(undo.command.removals.empty());
  CHECK(undo.leftAlone == std::vector<std::string>{"goals.title"});
}

TEST_CASE_FIXTURE(Fixture,
                  "undo: a mentorship that was begun goes again, with what came along; not where others wrote in it") {
  const Undo alone = undoOf(model, started);
  REQUIRE(alone.command.removals.size() == 1);
  CHECK(alone.command.removals[0] == Ref{id, "", id});
  Workspace gone = model;
  run(gone, alone.command, writers);
  CHECK_FALSE(isThere(gone.at(id)));
  run(model, titled("Theirs"), theirs);
  const Undo undo = undoOf(model, started);
  CHECK(undo.command.removals.empty());
  run(undo.command);
  CHECK(isThere(mentorship()));
  CHECK(*mentorship().goals.at(goal).title == "Theirs");
}

TEST_CASE_FIXTURE(
    Fixture, "undo: on a workspace that lacks what was changed, or of a change that has no before, nothing is done") {
  const Change edited = run(titled("Lead"));
  const Undo elsewhere = undoOf(Workspace{}, edited);
  CHECK(elsewhere.command.edit.mentorships.empty());
  CHECK(elsewhere.command.removals.empty());
  Change half = edited;
  half.before = {};
  CHECK(undoOf(model, half).command.edit.mentorships.empty());
  half.removals.push_back({id, "goals", goal});
  CHECK(undoOf(model, half).command.edit.mentorships.empty());
}

TEST_CASE_FIXTURE(Fixture, "undo: settings and programmes go back too") {
  Command command{CommandName::textEdit, {}, {}};
  command.edit.settings.name.set("Me");
  command.edit.programmeAt(Id{7, 7}).title.set("Programme");
  run(command);
  Command change{CommandName::textEdit, {}, {}};
  change.edit.settings.name.set("Myself");
  change.edit.programmeAt(Id{7, 7}).title.set("Another");
  const Change changed = run(change);
  run(undoOf(model, changed).command);
  CHECK(*model.settings.name == "Me");
  CHECK(*model.programmeAt(Id{7, 7}).title == "Programme");
  const Change removed = run(Command{CommandName::mentorshipRemove, {}, {{Id{7, 7}, "", Id{7, 7}}}});
  CHECK_FALSE(isThere(model.programmeAt(Id{7, 7})));
  run(undoOf(model, removed).command);
  CHECK(*model.programmeAt(Id{7, 7}).title == "Programme");
}

TEST_CASE_FIXTURE(Fixture, "text path: of a field that is not there, of none, or not of a text, there is no context") {
  run(titled("Lead"));
  const auto title = textPath(id, "goals", goal, "title");
  CHECK(seenOfText(model, title) == mentorship().goals.at(goal).title.seen());
  CHECK(seenOfText(model, textPath(id, "", Id{}, "stage")) == mentorship().stage.seen());
  CHECK(seenOfText(model, textPath(id, "", Id{}, "aim")) == Context());
  for (const std::string& path :
       {std::string(), std::string("settings/name"), std::string("new/name"), title + "/more", toText(id),
        textPath(Id{9, 9}, "", Id{}, "aim"), textPath(id, "goals", Id{9, 9}, "title"),
        textPath(id, "nothing", goal, "title"), toText(id) + "/goals/nobody/title",
        textPath(id, "goals", goal, "nothing"), textPath(id, "", Id{}, "nothing")}) {
    CAPTURE(path);
    CHECK_FALSE(seenOfText(model, path));
  }
}

TEST_CASE_FIXTURE(Fixture, "text path: what was removed takes text only where it may be revived") {
  run(titled("Lead"));
  run(Command{CommandName::goalRemove, {}, {{id, "goals", goal}}});
  const auto title = textPath(id, "goals", goal, "title");
  CHECK_FALSE(textCommand(model, title, "Again"));
  const auto revive = textCommand(model, title, "Again", MayRevive::yes);
  REQUIRE(revive);
  run(*revive);
  CHECK(*mentorship().goals.at(goal).title == "Again");
  for (const std::string& path :
       {std::string("settings/theme"), std::string("settings/nothing"), textPath(id, "", Id{}, "stage"),
        textPath(id, "nothing", goal, "title"), toText(id) + "/goals/nobody/title", title + "/more"}) {
    CAPTURE(path);
    CHECK_FALSE(textCommand(model, path, "x", MayRevive::yes));
  }
}

TEST_CASE_FIXTURE(
    Fixture, "undo: of a command that wrote and removed, what was written since stays, what was removed comes back") {
  Command first = titled("Lead");
  first.edit.at(id).aim.set("Before");
  run(first);
  Command both{CommandName::goalRemove, {}, {{id, "goals", goal}}};
  both.edit.at(id).aim.set("Ours");
  const Change done = run(both);
  Command since{CommandName::textEdit, {}, {}};
  since.edit.at(id).aim.set("Theirs");
  run(model, since, theirs);
  const Undo undo = undoOf(model, done);
  CHECK(undo.leftAlone == std::vector<std::string>{".aim"});
  run(undo.command);
  CHECK(*mentorship().aim == "Theirs");
  CHECK(*mentorship().goals.at(goal).title == "Lead");
}

}  // namespace cairn::undo_test

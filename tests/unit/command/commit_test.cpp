// What a command may write, and what its writes overwrite; what taking a file changes.
#include <doctest/doctest.h>

#include "codec/file.hpp"
#include "replica/merge.hpp"
#include "unit/command/one_mentorship.hpp"

namespace cairn::commit_test {
using cairn::tests::OneMentorship;

namespace {

struct Fixture : OneMentorship {
  Id goal{2, 2}, session{3, 3};

  Fixture() {
    start([&](Mentorship& edit) {
      thingAt(edit.goals, goal).title.set("Lead");
      thingAt(edit.sessions, session).title.set("Call");
    });
  }
  std::string refusal(const Command& command) {
    const std::string before = writeRecord(model);
    const auto change = commit(model, command, writers, 1000);
    CHECK(writeRecord(model) == before);
    return change ? "" : std::string(codeOf(change.error().fault)) + " " + change.error().path;
  }
  Command edited() { return Command{CommandName::textEdit, {}, {}}; }
};

constexpr auto kShared = Lane::shared;

}  // namespace

TEST_CASE_FIXTURE(Fixture, "commit: a write overwrites what its person saw, and no more") {
  Command mine = edited();
  thingAt(mine.edit.at(id).goals, goal).title.set("Mine");
  mine.seen[textPath(id, "goals", goal, "title")] = mentorship().goals.at(goal).title.seen();
  mine.seen[textPath(id, "", Id{}, "aim")] = {};
  // While it was typed, somebody else's words came in.
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  Command yours = edited();
  thingAt(yours.edit.at(id).goals, goal).title.set("Theirs");
  thingAt(yours.edit.at(id).goals, goal).why.set("Because");
  run(other, yours, theirs);
  merge(model, other);
  thingAt(mine.edit.at(id).goals, goal).why.set("Why not");
  run(mine);
  CHECK(mentorship().goals.at(goal).title.differentValues() == 2);
  CHECK(mentorship().goals.at(goal).why.differentValues() == 1);
  CHECK(*mentorship().goals.at(goal).why == "Why not");
}

TEST_CASE_FIXTURE(Fixture, "commit: the value that shows already, beside another one, is a choice and is written") {
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  Command mine = edited();
  thingAt(mine.edit.at(id).goals, goal).title.set("Mine");
  Command yours = edited();
  thingAt(yours.edit.at(id).goals, goal).title.set("Theirs");
  run(mine);
  run(other, yours, theirs);
  merge(model, other);
  REQUIRE(mentorship().goals.at(goal).title.differentValues() == 2);
  Command chosen = edited();
  thingAt(chosen.edit.at(id).goals, goal).title.set(*mentorship().goals.at(goal).title);
  CHECK_FALSE(run(chosen).empty);
  CHECK(mentorship().goals.at(goal).title.differentValues() == 1);
  CHECK(run(chosen).empty);
}

TEST_CASE_FIXTURE(Fixture, "commit: what must be set may not be empty, of whatever kind it is") {
  Command none = edited();
  thingAt(none.edit.at(id).goals, goal).title.set("");
  CHECK(refusal(none) == "required goals[" + toText(goal) + "].title");
  Command person = edited();
  thingAt(person.edit.at(id).agreements, Id{4, 4}).person.set(Id{});
  CHECK(refusal(person) == "required agreements[" + toText(Id{4, 4}) + "].person");
  Command date = edited();
  thingAt(date.edit.at(id).contacts, Id{4, 4}).date.set(Date{});
  CHECK(refusal(date) == "required contacts[" + toText(Id{4, 4}) + "].date");
}

TEST_CASE_FIXTURE(Fixture, "commit: days and numbers keep their bounds, both of them") {
  const auto ofDay = [&](Date day) {
    Command command = edited();
    thingAt(command.edit.at(id).sessions, session).date.set(day);
    return refusal(command);
  };
  const std::string place = "range sessions[" + toText(session) + "].";
  CHECK(ofDay(dateOf({10'000, 1, 1})) == place + "date");
  CHECK(ofDay(dateOf({0, 12, 31})) == place + "date");
  const auto ofMinutes = [&](std::int64_t minutes) {
    Command command = edited();
    thingAt(command.edit.at(id).sessions, session).minutes.set(minutes);
    return refusal(command);
  };
  CHECK(ofMinutes(-1) == place + "minutes");
  CHECK(ofMinutes(1441) == place + "minutes");
  for (const std::int64_t minutes : {1440, 0}) {
    Command command = edited();
    thingAt(command.edit.at(id).sessions, session).minutes.set(minutes);
    thingAt(command.edit.at(id).sessions, session).date.set(dateOf({minutes ? 9999 : 1, 12, 31}));
    run(command);
    CHECK(*mentorship().sessions.at(session).minutes == minutes);
  }
}

TEST_CASE_FIXTURE(Fixture, "commit: what removes a shared thing names no writer of what is only mine") {
  Command command = edited();
  thingAt(command.edit.at(id).sessions, session).title.set("Another call");
  thingAt(command.edit.at(id).sessions, session).privateNotes.set("mine");
  run(command);
  const Change gone = run(Command{CommandName::sessionRemove, {}, {{id, "sessions", session}}});
  const auto& dots = gone.delta.mentorships.at(id).sessions.at(session).deleted.dots();
  CHECK(std::any_of(dots.begin(), dots.end(), [&](const Dot& dot) { return dot.writer == writers.shared; }));
  CHECK(std::none_of(dots.begin(), dots.end(), [&](const Dot& dot) { return dot.writer == writers.own; }));
}

TEST_CASE_FIXTURE(Fixture, "commit: of several faults the first is told") {
  Command command = edited();
  command.edit.at(id).aim.set("\xFF");
  thingAt(command.edit.at(id).goals, goal).title.set("");
  command.edit.at(id).unknown[{kShared, "later"}].set({"1"});
  command.removals.push_back({id, "goals", goal});
  CHECK(refusal(command) == "text aim");
  Command part = edited();
  part.edit.at(id).inPart.set(true);
  run(part);
  command = edited();
  thingAt(command.edit.at(id).goals, goal).title.set("");
  command.removals.push_back({id, "goals", goal});
  CHECK(refusal(command) == "required goals[" + toText(goal) + "].title");
}

TEST_CASE_FIXTURE(Fixture,
                  "commit: members and lists of a later Cairn are written, removed and brought back like all else") {
  const auto moods = std::pair(kShared, std::string("moods"));
  const auto write = [&](const std::string& mood) {
    Command command = edited();
    Mentorship& edit = command.edit.at(id);
    edit.unknown[{kShared, "later"}].set({mood});
    edit.unknown[{kShared, "said already"}] = {};
    thingAt(edit.goals, goal).unknown[{kShared, "colour"}].set({mood});
    thingAt(edit.unknownCollections[moods], Id{5, 5}).unknown[{kShared, "mood"}].set({mood});
    return run(command);
  };
  write("1");
  CHECK(write("1").empty);
  write("2");
  const auto said = [&] {
    const auto& list = mentorship().unknownCollections.at(moods);
    return mentorship().unknown.at({kShared, "later"})->text +
           mentorship().goals.at(goal).unknown.at({kShared, "colour"})->text +
           list.at(Id{5, 5}).unknown.at({kShared, "mood"})->text;
  };
  CHECK(said() == "222");
  CHECK_FALSE(mentorship().unknown.contains({kShared, "said already"}));
  Command another = edited();
  thingAt(another.edit.at(id).unknownCollections[moods], Id{5, 6}).unknown[{kShared, "mood"}].set({"3"});
  const Change added = run(another);
  CHECK(mentorship().unknownCollections.at(moods).size() == 2);
  // One that was added goes again, and comes again.
  const auto isAddedThere = [&] {
    return isAlive(mentorship().unknownCollections.at(moods).at(Id{5, 6}), unknownType(kShared));
  };
  const Change addedNot = run(undoOf(model, added).command);
  CHECK_FALSE(isAddedThere());
  run(undoOf(model, addedNot).command);
  CHECK(isAddedThere());
  const Change third = write("3");
  CHECK(said() == "333");
  run(undoOf(model, third).command);
  CHECK(said() == "222");
  const Change goalGone = run(Command{CommandName::goalRemove, {}, {{id, "goals", goal}}});
  CHECK(mentorship().goals.at(goal).unknown.at({kShared, "colour"}).versions().empty());
  run(undoOf(model, goalGone).command);
  CHECK(said() == "222");
  const Change gone = run(Command{CommandName::mentorshipRemove, {}, {{id, "", id}}});
  CHECK_FALSE(isThere(mentorship()));
  run(undoOf(model, gone).command);
  CHECK(said() == "222");
  CHECK(mentorship().unknownCollections.at(moods).at(Id{5, 6}).unknown.at({kShared, "mood"})->text == "3");
}

TEST_CASE_FIXTURE(Fixture,
                  "take: what a file says that is known already is no change, also what it says of removed things") {
  run(Command{CommandName::goalRemove, {}, {{id, "goals", goal}}});
  Command programme = edited();
  programme.edit.programmeAt(Id{7, 7}).title.set("Programme");
  run(programme);
  const Workspace same = model;
  Change change;
  take(model, same, change);
  CHECK(change.empty);
  CHECK(change.delta.at(id).goals.empty());
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  Command edit = edited();
  thingAt(edit.edit.at(id).sessions, session).title.set("Their call");
  edit.edit.programmeAt(Id{7, 7}).aim.set("Aim");
  run(other, edit, theirs);
  Change more;
  take(model, other, more);
  CHECK_FALSE(more.empty);
  CHECK(*more.before.at(id).sessions.at(session).title == "Call");
  CHECK(*model.at(id).sessions.at(session).title == "Their call");
  CHECK(*model.programmeAt(Id{7, 7}).aim == "Aim");
  // An old copy says something else than what is here, and changes nothing.
  Change old;
  take(model, same, old);
  CHECK(old.empty);
  CHECK(old.before.at(id).sessions.empty());
  CHECK(*model.at(id).sessions.at(session).title == "Their call");
}

TEST_CASE_FIXTURE(Fixture, "take: a removal in a file takes the thing away, and undo brings it back") {
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  run(other, Command{CommandName::goalRemove, {}, {{id, "goals", goal}}}, theirs);
  thingAt(other.at(id).sessions, session).unknown[{kShared, "colour"}].addVersion({RawJson{"1"}, {21, 9}, 0});
  Change change;
  take(model, other, change);
  CHECK_FALSE(change.empty);
  CHECK_FALSE(isAlive(mentorship().goals.at(goal)));
  CHECK(mentorship().sessions.at(session).unknown.contains({kShared, "colour"}));
  Change again;
  take(model, other, again);
  CHECK(again.empty);
}

}  // namespace cairn::commit_test

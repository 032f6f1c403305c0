#include "codec/file.hpp"
#include "command/agenda.hpp"
#include "command/agreements.hpp"
#include "command/cadence.hpp"
#include "command/proposal.hpp"
#include "command/sessions.hpp"
#include "platform/headless/native_zones.hpp"
#include "query/lists.hpp"
#include "replica/merge.hpp"
#include "unit/command/one_mentorship.hpp"

#include <doctest/doctest.h>

namespace cairn::actions_test {
using cairn::tests::OneMentorship;

namespace {

struct Fixture : OneMentorship {
  Id me{2, 1}, her{2, 2}, session{3, 1}, goal{4, 1};
  NativeZones zones;

  Fixture() {
    start([&](Mentorship& edit) {
      edit.me.set(me);
      thingAt(edit.people, me).role.set(Role::mentor);
      thingAt(edit.people, her).name.set("Amina");
      thingAt(edit.sessions, session).date.set(dateOf({2026, 3, 17}));
      thingAt(edit.goals, goal).title.set("Lead a release");
      thingAt(edit.goals, goal).expected.set("It is out.");
    });
  }
  Id line(const std::string& text, const Id& of, bool done = false) {
    const Id made{5, mentorship().lines.size() + 1};
    Command command{CommandName::lineAdd, {}, {}};
    Line& line = thingAt(command.edit.at(id).lines, made);
    line.text.set(text);
    line.session.set(of);
    line.done.set(done);
    run(command);
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "actions: a held session fixes its instant; what it did not reach waits for the next") {
  const Id open = line("Open", session);
  const Id reached = line("Reached", session, true);
  Command secret{CommandName::lineAdd, {}, {}};
  thingAt(secret.edit.at(id).privateLines, Id{6, 1}).text.set("Only me");
  thingAt(secret.edit.at(id).privateLines, Id{6, 1}).session.set(session);
  run(secret);
  const Change held = run(recordOutcome(mentorship(), mentorship().sessions.at(session), Outcome::held, 5000));
  CHECK(*mentorship().sessions.at(session).heldAt == 5000);
  CHECK_FALSE(*mentorship().lines.at(open).session);
  CHECK_FALSE(*mentorship().privateLines.at(Id{6, 1}).session);
  CHECK(*mentorship().lines.at(reached).session == session);
  run(undoOf(model, held).command);
  CHECK(*mentorship().lines.at(open).session == session);
  CHECK(*mentorship().sessions.at(session).outcome == Outcome::notRecorded);
}

TEST_CASE_FIXTURE(Fixture, "actions: what a moved session did not reach waits for the next") {
  const Id kept = line("Kept", session);
  const Id waits = line("Waits", Id{});
  run(recordOutcome(mentorship(), mentorship().sessions.at(session), Outcome::moved, 0));
  CHECK_FALSE(*mentorship().lines.at(kept).session);
  CHECK_FALSE(*mentorship().lines.at(waits).session);
}

TEST_CASE_FIXTURE(Fixture,
                  "actions: a series keeps its wall time over a clock change, and two sides make the same sessions") {
  Command command{CommandName::cadenceChange, {}, {}};
  Series& series = thingAt(command.edit.at(id).series, Id{7, 1});
  series.everyWeeks.set(2);
  series.first.set(dateOf({2026, 3, 18}));
  series.time.set(TimeOfDay{960});
  series.zone.set("Europe/Lisbon");
  run(command);
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  const auto make = [&](const Workspace& from) {
    const Mentorship& one = from.mentorships.at(id);
    Command planned{CommandName::sessionPlan, {}, {}};
    goOn(one, planned, dateOf({2026, 3, 17}), dateOf({2026, 4, 15}), zones);
    return planned;
  };
  run(make(model));
  REQUIRE(commit(other, make(other), theirs, 2000));
  merge(model, other);
  const Session& before = mentorship().sessions.at(sessionIdOf(Id{7, 1}, dateOf({2026, 3, 18})));
  const Session& after = mentorship().sessions.at(sessionIdOf(Id{7, 1}, dateOf({2026, 4, 1})));
  CHECK(mentorship().sessions.size() == 4);
  CHECK(*before.offset == 0);
  CHECK(*after.offset == 60);
  CHECK(*after.time == TimeOfDay{960});
  CHECK(after.time.differentValues() == 1);
  CHECK(make(model).edit.mentorships.at(id).sessions.empty());
}

TEST_CASE_FIXTURE(Fixture, "actions: an agreement is to the words that were shown") {
  run(agreeToLetter(mentorship(), her, Date{20000}, AgreedHow::inTheCall, "We meet."));
  CHECK(agreedToLetter(mentorship(), her) == AgreedTo::thisVersion);
  CHECK(agreedToLetter(mentorship(), me) == AgreedTo::nothing);
  Command change{CommandName::letterChange, {}, {}};
  thingAt(change.edit.at(id).letter, onlyId("letter", id)).minutes.set(30);
  run(change);
  CHECK(agreedToLetter(mentorship(), her) == AgreedTo::earlierVersion);
}

TEST_CASE_FIXTURE(Fixture, "actions: a measure that both agreed to is kept when it changes") {
  const auto current = [&]() -> const Goal& { return mentorship().goals.at(goal); };
  const auto expect = [&](const std::string& words, Date today) {
    Command command{CommandName::textEdit, {}, {}};
    thingAt(command.edit.at(id).goals, goal).expected.set(words);
    keepEarlierMeasures(model, command, today);
    run(command);
  };
  Command hers = acceptMeasure(mentorship(), current(), Date{20000}, AgreedHow::inTheCall);
  std::erase_if(hers.edit.at(id).agreements, [&](const auto& one) { return *one.second.person != her; });
  run(hers);
  expect("It is out by June.", Date{20001});
  CHECK(mentorship().earlierMeasures.empty());
  run(acceptMeasure(mentorship(), current(), Date{20002}, AgreedHow::inCairn));
  CHECK(isAcceptedByBoth(mentorship(), current()));
  expect("It is out by June.", Date{20003});
  CHECK(mentorship().earlierMeasures.empty());
  expect("It is out by July.", Date{20003});
  REQUIRE(mentorship().earlierMeasures.size() == 1);
  CHECK(*mentorship().earlierMeasures.begin()->second.expected == "It is out by June.");
  CHECK(*mentorship().earlierMeasures.begin()->second.until == Date{20003});
  CHECK(*mentorship().earlierMeasures.begin()->second.goal == goal);
  CHECK(*current().expected == "It is out by July.");
  CHECK_FALSE(isAcceptedByBoth(mentorship(), current()));
}

TEST_CASE_FIXTURE(Fixture, "actions: what is moved between two stays there, however often; keys stay short") {
  std::vector<Id> ids;
  for (int at = 0; at < 3; ++at) ids.push_back(line("Line " + std::to_string(at), session));
  for (int round = 0; round < 400; ++round) {
    const Id moved = ids[static_cast<std::size_t>(2 - round % 2)];
    run(moveLine(mentorship(), linesOf(mentorship(), session), moved, 1));
    const auto list = linesOf(mentorship(), session);
    REQUIRE(list[1]->id == moved);
    REQUIRE(list[1]->order->size() <= 100);
  }
}

TEST_CASE_FIXTURE(Fixture, "command: numbers keep their bounds, and an id must be of something that is there") {
  const auto refused = [&](const Command& command, const char* code) {
    const auto change = commit(model, command, writers, 1000);
    REQUIRE_FALSE(change);
    CHECK(codeOf(change.error().fault) == code);
  };
  Command weight{CommandName::textEdit, {}, {}};
  thingAt(weight.edit.at(id).goals, goal).weight.set(101);
  refused(weight, "range");
  Command owner{CommandName::textEdit, {}, {}};
  thingAt(owner.edit.at(id).steps, Id{5, 5}).text.set("Whose?");
  thingAt(owner.edit.at(id).steps, Id{5, 5}).owner.set(Id{9, 9});
  refused(owner, "unknown");
  thingAt(owner.edit.at(id).people, Id{9, 9}).name.set("Somebody new");
  CHECK(commit(model, owner, writers, 1000));
}

TEST_CASE_FIXTURE(Fixture, "command: removing a mentorship takes every word along, and undo brings it back") {
  line("Words", session);
  const Change removed = run(Command{CommandName::mentorshipRemove, {}, {{id, "", id}}});
  CHECK_FALSE(isThere(mentorship()));
  CHECK(mentorship().lines.begin()->second.text->empty());
  run(undoOf(model, removed).command);
  CHECK(isThere(mentorship()));
  CHECK(*mentorship().lines.begin()->second.text == "Words");
  CHECK(*mentorship().goals.at(goal).title == "Lead a release");
}

TEST_CASE_FIXTURE(Fixture, "command: a write that a removal had not seen brings the mentorship back to sight") {
  Workspace other = model;
  Writers theirs{21, 22, 1, 1, 0};
  Command edit{CommandName::textEdit, {}, {}};
  thingAt(edit.edit.at(id).sessions, session).notes.set("Written meanwhile");
  REQUIRE(commit(other, edit, theirs, 2000));
  run(Command{CommandName::mentorshipRemove, {}, {{id, "", id}}});
  merge(model, other);
  CHECK(isThere(mentorship()));
  CHECK(*mentorship().sessions.at(session).notes == "Written meanwhile");
  CHECK(mentorship().goals.at(goal).title->empty());
}

TEST_CASE_FIXTURE(Fixture, "authors: who writes as this writer is in the shared file, and follows me") {
  CHECK(mentorship().authors.at(11).person == me);
  CHECK(line("Mine", session));
  CHECK(mentorship().authors.at(11).since == 1000);
  Command later{CommandName::textEdit, {}, {}};
  later.edit.at(id).aim.set("Aim");
  const auto written = commit(model, later, writers, 2000);
  REQUIRE(written);
  CHECK(written->delta.mentorships.at(id).authors.empty());  // it is known already
  CHECK(mentorship().authors.at(11).since == 1000);
  Command other{CommandName::meChoose, {}, {}};
  other.edit.at(id).me.set(her);
  run(other);
  line("Now hers", session);
  CHECK(mentorship().authors.at(11).person == her);
  CHECK_FALSE(mentorship().authors.contains(12));
}

TEST_CASE("authors: what is stored names the writer where one command writes in two mentorships") {
  Workspace model;
  Writers earlier{7, 8, 1, 1, 0};
  Writers ours{5, 6, 1, 1, 0};
  const Id one{0, 1};
  const Id two{0, 2};
  const Id me{0, 3};
  Command start;
  for (const Id& id : {one, two}) {
    thingAt(start.edit.at(id).people, me).name.set("Amina");
    start.edit.at(id).me.set(me);
  }
  REQUIRE(commit(model, start, earlier, 1000));
  Workspace stored = model;
  const auto store = [&](const Command& command) {
    const auto change = commit(model, command, ours, 2000);
    REQUIRE(change);
    merge(stored, *readRecord(writeRecord(change->delta)));
  };
  Command both;
  both.edit.at(one).aim.set("For both");
  both.edit.at(two).hidden.set(true);  // for me alone
  store(both);
  Command later;
  later.edit.at(two).aim.set("For both");
  store(later);
  CHECK(stored.at(two).authors.contains(ours.shared));
  CHECK(writeBackup(stored) == writeBackup(model));
}

TEST_CASE("proposal: a hand edit of one field leaves two versions of another as they are") {
  Workspace model;
  Writers ours{5, 6, 1, 1, 0};
  Writers theirs{7, 8, 1, 1, 0};
  const auto write = [](Workspace& into, Writers& writers, const std::string& aim, Instant now) {
    Command command{CommandName::textEdit, {}, {}};
    command.edit.at(Id{1, 1}).stage.set(Stage::running);
    command.edit.at(Id{1, 1}).aim.set(aim);
    REQUIRE(commit(into, command, writers, now));
  };
  write(model, ours, "One", 1000);
  Workspace there = model;
  write(model, ours, "Two", 2000);
  write(there, theirs, "Three", 3000);
  merge(model, there);
  REQUIRE(model.at(Id{1, 1}).aim.differentValues() == 2);
  Workspace proposals;
  proposals.at(Id{1, 1}).aim.set("Three");  // as the plan of the file shows it
  thingAt(proposals.at(Id{1, 1}).goals, Id{2, 2}).title.set("By hand");
  REQUIRE(commit(model, proposalEdits(model, proposals), ours, 4000));
  CHECK(model.at(Id{1, 1}).aim.differentValues() == 2);
  CHECK(*model.at(Id{1, 1}).goals.at(Id{2, 2}).title == "By hand");
  Workspace other;
  other.at(Id{1, 1}).aim.set("Four");
  REQUIRE(commit(model, proposalEdits(model, other), ours, 5000));
  CHECK(model.at(Id{1, 1}).aim.differentValues() == 1);
}

}  // namespace cairn::actions_test

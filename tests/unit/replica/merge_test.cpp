#include "replica/merge.hpp"

#include <doctest/doctest.h>

namespace cairn::merge_test {

namespace {
Field<std::string> written(std::string value, Dot dot, const Context& overwritten = {}, Instant stamp = 0) {
  Field<std::string> field;
  field.addContext(overwritten);
  field.addVersion({std::move(value), dot, stamp});
  return field;
}
Context of(std::initializer_list<Dot> dots) {
  Context context;
  for (const auto& dot : dots) context.add(dot);
  return context;
}
}  // namespace

TEST_CASE("merge: a value goes only when the other side has overwritten it") {
  auto a = written("old", {1, 1});
  mergeField(a, written("new", {2, 1}, of({{1, 1}})));
  CHECK(a.versions().size() == 1);
  CHECK(*a == "new");
  mergeField(a, written("old", {1, 1}));  // a stale copy
  CHECK(a.versions().size() == 1);
}

TEST_CASE("merge: writes without sight of each other both stay, the later shows") {
  auto a = written("mine", {1, 1}, {}, 10);
  mergeField(a, written("theirs", {2, 1}, {}, 20));
  CHECK(a.differentValues() == 2);
  CHECK(*a == "theirs");
}

TEST_CASE("merge: equal values under two dots count as one; two values under one dot are two") {
  auto a = written("same", {1, 1});
  mergeField(a, written("same", {2, 1}));
  CHECK(a.versions().size() == 2);
  CHECK(a.differentValues() == 1);
  auto b = written("one", {3, 1});
  mergeField(b, written("other", {3, 1}));
  CHECK(b.differentValues() == 2);
}

TEST_CASE("merge: a field that is absent says nothing") {
  Goal mine;
  mine.title = written("kept", {1, 1});
  mergeThing(mine, Goal{});
  CHECK(*mine.title == "kept");
}

TEST_CASE("merge: a deletion takes what it saw, a write outside it brings the thing back") {
  Goal goal;
  goal.title = written("seen", {1, 1});
  Goal deletion;
  deletion.deleted = of({{1, 1}});
  mergeThing(goal, deletion);
  CHECK_FALSE(isAlive(goal));
  Goal late;
  late.title = written("not seen", {1, 2}, of({{1, 1}}));
  mergeThing(goal, late);
  CHECK(isAlive(goal));
  CHECK(*goal.title == "not seen");
}

TEST_CASE("merge: what is private does not bring back what the other side deleted") {
  Session session;
  session.title = written("Call", {1, 1});
  session.privateNotes = written("mine", {9, 1});
  Session deletion;
  deletion.deleted = of({{1, 1}});
  mergeThing(session, deletion);
  CHECK_FALSE(isAlive(session));
}

TEST_CASE("merge: taking out the private lane leaves no writer of it") {
  Mentorship mentorship;
  mentorship.id = Id{1, 1};
  Session& session = thingAt(mentorship.sessions, Id{2, 2});
  session.title = written("Call", {1, 1});
  session.privateNotes = written("mine", {9, 1});
  stripPrivate(mentorship);
  Workspace workspace;
  workspace.mentorships.emplace(mentorship.id, mentorship);
  CHECK(highestCounter(workspace, 9) == 0);
  CHECK(highestCounter(workspace, 1) == 1);
}

TEST_CASE("merge: into one that knows nothing it changes something, and the second time nothing") {
  Workspace from;
  for (const std::uint64_t number : {1U, 2U}) {
    from.at(Id{1, number}).aim = written("Aim", {1, number});
    from.programmeAt(Id{2, number}).title = written("Programme", {1, number});
  }
  from.settings.name = written("Me", {9, 1});
  Workspace into;
  CHECK(merge(into, from));
  CHECK_FALSE(merge(into, from));
  from.programmeAt(Id{2, 1}).aim = written("New", {1, 3});
  CHECK(merge(into, from));
  CHECK(*into.programmeAt(Id{2, 1}).aim == "New");
  from.at(Id{1, 1}).aim = written("Aim", {1, 4}, of({{1, 1}}));
  CHECK(merge(into, from));
  CHECK(into.at(Id{1, 1}).aim.versions().size() == 1);
}

TEST_CASE("merge: a member of a later Cairn alone is a change, and one that is known hides no other") {
  const std::pair later{Lane::shared, std::string("later")};
  Goal from;
  from.title = written("Lead", {1, 1});
  Goal into = from;
  from.unknown[later].addVersion({RawJson{"1"}, {1, 2}, 0});
  CHECK(mergeThing(into, from));
  CHECK_FALSE(mergeThing(into, from));
  from.why = written("Why", {1, 3});
  CHECK(mergeThing(into, from));
  CHECK(*into.why == "Why");
  Goal deletion;
  deletion.deleted = of({{1, 1}});
  CHECK(mergeThing(into, deletion));
  CHECK_FALSE(mergeThing(into, deletion));
}

TEST_CASE("merge: who wrote as a writer is who wrote last as it") {
  Mentorship into;
  Mentorship from;
  from.authors[5] = {Id{1, 1}, 100};
  CHECK(merge(into, from));
  CHECK_FALSE(merge(into, from));
  from.authors[5] = {Id{1, 2}, 50};
  CHECK_FALSE(merge(into, from));
  CHECK(into.authors.at(5).person == Id{1, 1});
  from.authors[5] = {Id{1, 2}, 200};
  CHECK(merge(into, from));
  CHECK(into.authors.at(5).person == Id{1, 2});
}

namespace {
/// With members of a later Cairn in both lanes, and a list of one in both.
Mentorship withUnknown() {
  Mentorship mentorship;
  mentorship.id = Id{1, 1};
  mentorship.stage.set(Stage::running);
  mentorship.stage.sign({1, 1}, 0);
  for (const Lane lane : {Lane::shared, Lane::own}) {
    const Dot dot{lane == Lane::shared ? 1U : 9U, 1};
    mentorship.unknown[{lane, "later"}].addVersion({RawJson{"7"}, dot, 0});
    UnknownThing& thing = thingAt(mentorship.unknownCollections[{lane, "moods"}], Id{3, 3});
    thing.unknown[{lane, "mood"}].addVersion({RawJson{"8"}, dot, 0});
  }
  return mentorship;
}
}  // namespace

TEST_CASE("merge: of what a later Cairn added the other side gets the shared part, a programme nothing") {
  Mentorship forOther = withUnknown();
  stripPrivate(forOther);
  CHECK(forOther.unknown.size() == 1);
  CHECK(forOther.unknown.contains({Lane::shared, "later"}));
  CHECK(forOther.unknownCollections.size() == 1);
  CHECK(forOther.unknownCollections.contains({Lane::shared, "moods"}));
  Mentorship forProgramme = withUnknown();
  keepForProgramme(forProgramme);
  CHECK(forProgramme.unknown.empty());
  CHECK(forProgramme.unknownCollections.empty());
  CHECK(*forProgramme.stage == Stage::running);
}

TEST_CASE("merge: a workspace holds something private by a setting, a note, a member, or what was removed") {
  Workspace workspace;
  workspace.at(Id{1, 1}).aim = written("Aim", {1, 1});
  thingAt(workspace.at(Id{1, 1}).sessions, Id{2, 2}).title = written("Call", {1, 1});
  thingAt(workspace.at(Id{1, 1}).goals, Id{2, 3}).deleted = of({{1, 2}});
  CHECK_FALSE(holdsPrivate(workspace));
  Workspace other = workspace;
  other.settings.name = written("Me", {9, 1});
  CHECK(holdsPrivate(other));
  other = workspace;
  thingAt(other.at(Id{1, 1}).sessions, Id{2, 2}).privateNotes = written("mine", {9, 1});
  CHECK(holdsPrivate(other));
  other = workspace;
  thingAt(other.at(Id{1, 1}).privateLines, Id{4, 4}).deleted = of({{9, 1}});
  CHECK(holdsPrivate(other));
  other = workspace;
  other.mentorships[Id{1, 2}] = withUnknown();
  CHECK(holdsPrivate(other));
}

TEST_CASE("merge: the highest counter of a writer counts what it removed and what was overwritten") {
  Workspace workspace;
  Goal& goal = thingAt(workspace.at(Id{1, 1}).goals, Id{2, 2});
  goal.title = written("Lead", {1, 3}, of({{2, 8}}));
  CHECK(highestCounter(workspace, 1) == 3);
  CHECK(highestCounter(workspace, 2) == 8);
  goal.deleted = of({{1, 9}, {3, 4}});
  CHECK(highestCounter(workspace, 1) == 9);
  CHECK(highestCounter(workspace, 3) == 4);
  CHECK(highestCounter(workspace, 4) == 0);
}

TEST_CASE("merge: the latest stamp is the latest up to the limit, the limit too") {
  Workspace workspace;
  workspace.at(Id{1, 1}).aim = written("Aim", {1, 1}, {}, 500);
  workspace.at(Id{1, 1}).oneLine = written("Line", {1, 2}, {}, 700);
  workspace.at(Id{1, 1}).start.addVersion({Date{5}, {1, 3}, 100});
  CHECK(latestStamp(workspace, 1000) == 700);
  CHECK(latestStamp(workspace, 700) == 700);
  CHECK(latestStamp(workspace, 699) == 500);
  CHECK(latestStamp(workspace, 99) == 0);
}

TEST_CASE("merge: what could not be stored goes out under a writer for once, the rest under its own") {
  Mentorship mentorship;
  mentorship.id = Id{1, 1};
  mentorship.authors[5] = {Id{2, 2}, 100};
  mentorship.aim = written("Stored", {5, 3}, of({{5, 2}, {6, 1}}));
  mentorship.oneLine = written("Not stored", {5, 4}, of({{5, 3}}));
  thingAt(mentorship.goals, Id{3, 3}).deleted = of({{5, 5}, {6, 2}});
  const Mentorship copy = underOneTimeWriter(mentorship, 5, 3, 77);
  CHECK(copy.aim == mentorship.aim);
  CHECK(copy.oneLine.versions().front().dot == Dot{77, 4});
  CHECK(copy.oneLine.context() == of({{5, 3}}));
  // A deletion after a stored dot has seen that one too.
  CHECK(copy.goals.at(Id{3, 3}).deleted == of({{5, 3}, {6, 2}, {77, 5}}));
  CHECK(copy.authors.at(77).person == Id{2, 2});
  CHECK(underOneTimeWriter(mentorship, 5, 1, 77).goals.at(Id{3, 3}).deleted == of({{5, 1}, {6, 2}, {77, 5}}));
  // Where nothing is stored there is no dot of its own to have seen.
  const Mentorship all = underOneTimeWriter(mentorship, 5, 0, 77);
  CHECK(all.goals.at(Id{3, 3}).deleted == of({{6, 2}, {77, 5}}));
  CHECK(all.aim.versions().front().dot == Dot{77, 3});
  CHECK_FALSE(underOneTimeWriter(mentorship, 8, 0, 78).authors.contains(78));
}

TEST_CASE("merge: a thing of a list that is not known here is a change, what it adds nothing to is none") {
  const std::pair kMoods{Lane::shared, std::string("moods")};
  Mentorship into;
  Mentorship from;
  for (std::uint64_t number = 1; number <= 2; ++number) {
    thingAt(from.unknownCollections[kMoods], Id{3, number})
        .unknown[{Lane::shared, "mood"}]
        .addVersion({{"2"}, {1, 1}, 1});
  }
  thingAt(into.unknownCollections[kMoods], Id{3, 2}) = from.unknownCollections[kMoods].at(Id{3, 2});
  CHECK(merge(into, from));
  CHECK_FALSE(merge(into, from));
}

}  // namespace cairn::merge_test

#include "replica/merge.hpp"

#include <doctest/doctest.h>

using namespace cairn;

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

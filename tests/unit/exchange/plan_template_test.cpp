#include "exchange/plan_template.hpp"
#include "query/lists.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

namespace cairn::plan_template_test {

namespace {

constexpr std::string_view kPlan = R"({
  "aim": "Be trusted with a release.",
  "people": [{"id": "0000000000p00001", "role": "mentor"}, {"id": "0000000000p00002", "role": "mentee"}],
  "letter": {"minutes": 45, "platform": "Zoom"},
  "goals": [{"id": "0000000000g00001", "title": "Lead a release", "order": "2"}],
  "lines": [{"id": "0000000000n00001", "text": "What is in the way?", "order": "2"}],
  "checklists": [{"id": "0000000000c00001", "title": "Weeks", "kind": "success", "order": "2"}],
  "steps": [{"id": "0000000000s00001", "text": "Write it", "owner": "0000000000p00002", "dueAfter": 8,
             "homeKind": "checklist", "home": "0000000000c00001", "order": "2"}]
})";

struct Fixture {
  Workspace model;
  IdSource ids{tests::numbersFrom(5)};
  Writers writers{11, 12, 1, 1, 0};
  const Id id{1, 1};
  const Id mentee{2, 2};

  Fixture() {
    Command command{CommandName::mentorshipStart, {}, {}};
    Mentorship& edit = command.edit.at(id);
    edit.start.set(Date{20'000});
    thingAt(edit.people, Id{2, 1}).role.set(Role::mentor);
    thingAt(edit.people, mentee).role.set(Role::mentee);
    thingAt(edit.letter, onlyId("letter", id)).platform.set("Signal");
    run(command);
  }
  void run(const Command& command) { REQUIRE(commit(model, command, writers, 1'000)); }
  const Mentorship& mentorship() const { return model.mentorships.at(id); }
  void apply(const Id& session = {}) {
    const auto plan = readPlan(kPlan, id);
    REQUIRE(plan);
    run(applyPlan(mentorship(), *plan, session, [&] { return ids.next(); }));
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "templates: fill what is empty and leave what is said") {
  apply();
  const Letter& letter = mentorship().letter.at(onlyId("letter", id));
  CHECK(*letter.platform == "Signal");
  CHECK(*letter.minutes == 45);
  CHECK(*mentorship().aim == "Be trusted with a release.");
  CHECK(*mentorship().goals.begin()->second.status == GoalStatus::open);
}

TEST_CASE_FIXTURE(Fixture, "templates: steps belong to the new list, to the same role, and are due after the start") {
  apply();
  REQUIRE(mentorship().steps.size() == 1);
  const Step& step = mentorship().steps.begin()->second;
  CHECK(*step.home == mentorship().checklists.begin()->first);
  CHECK(*step.owner == mentee);
  CHECK(dueOf(mentorship(), step) == Date{20'007});
  CHECK(openSteps(mentorship()).size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "templates: taken twice they stand twice, the second behind the first") {
  apply();
  apply();
  const auto goals = goalsInOrder(mentorship());
  REQUIRE(goals.size() == 2);
  CHECK(*goals[0]->order < *goals[1]->order);
  CHECK(mentorship().steps.size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "templates: lines go on the agenda of the session, else they wait") {
  Command plan{CommandName::sessionPlan, {}, {}};
  thingAt(plan.edit.at(id).sessions, Id{4, 1}).date.set(Date{20'001});
  run(plan);
  apply(Id{4, 1});
  CHECK(linesOf(mentorship(), Id{4, 1}).size() == 1);
  CHECK(linesOf(mentorship(), Id{}).empty());
}

TEST_CASE("templates: what is no plan is refused by its place") {
  const auto bad = readPlan(R"({"goals": [{"id": "x"}]})", Id{1, 1});
  REQUIRE_FALSE(bad);
  CHECK(bad.error().path.find("goals") != std::string::npos);
}

}  // namespace cairn::plan_template_test

#include "command/goals.hpp"

#include "command/change.hpp"
#include "command/ordering.hpp"
#include "query/lists.hpp"

namespace cairn {
namespace {

template <class Set>
Command recordProgress(const Mentorship& mentorship, const Id& goal, Date today, const NewId& newId, Set&& set) {
  Command command{CommandName::progressAdd};
  const auto recorded = progressOf(mentorship, goal);
  const bool known = !recorded.empty() && *recorded.back()->date == today;
  Progress& one = thingAt(command.edit.at(mentorship.id).progress, known ? recorded.back()->id : newId());
  one.goal.set(goal);
  one.date.set(today);
  set(one);
  return command;
}

}  // namespace

Command addGoal(const Mentorship& mentorship, const Id& id, const std::string& title) {
  return change<&Mentorship::goals>(CommandName::goalAdd, mentorship, id, [&](Goal& goal) {
    goal.title.set(title);
    goal.status.set(GoalStatus::open);
    goal.order.set(orderBehind(goalsInOrder(mentorship)));
  });
}

Command removeGoal(const Mentorship& mentorship, const Id& goal) {
  return Command{CommandName::goalRemove, {}, {{mentorship.id, "goals", goal}}};
}

Command moveGoal(const Mentorship& mentorship, const Id& goal, std::size_t place) {
  Command command{CommandName::goalOrder};
  moveTo(goalsInOrder(mentorship), goal, place, command.edit.at(mentorship.id).goals);
  return command;
}

Command setGoalStatus(const Mentorship& mentorship, const Id& goal, GoalStatus status) {
  return change<&Mentorship::goals>(CommandName::goalStatus, mentorship, goal,
                                    [&](Goal& edit) { edit.status.set(status); });
}
Command setGoalDue(const Mentorship& mentorship, const Id& goal, Date due) {
  return change<&Mentorship::goals>(CommandName::goalDue, mentorship, goal, [&](Goal& edit) { edit.due.set(due); });
}

Command setBaseline(const Mentorship& mentorship, const Id& goal, const Decimal& number) {
  return change<&Mentorship::goals>(CommandName::measureChange, mentorship, goal,
                                    [&](Goal& edit) { edit.baseline.set(number); });
}
Command setTarget(const Mentorship& mentorship, const Id& goal, const Decimal& number) {
  return change<&Mentorship::goals>(CommandName::measureChange, mentorship, goal,
                                    [&](Goal& edit) { edit.target.set(number); });
}
Command setGoalWeight(const Mentorship& mentorship, const Id& goal, std::int64_t weight) {
  return change<&Mentorship::goals>(CommandName::measureChange, mentorship, goal,
                                    [&](Goal& edit) { edit.weight.set(weight); });
}

Command recordRung(const Mentorship& mentorship, const Id& goal, Rung rung, Date today, const NewId& newId) {
  return recordProgress(mentorship, goal, today, newId, [&](Progress& one) { one.rung.set(rung); });
}
Command recordNumber(const Mentorship& mentorship, const Id& goal, const Decimal& number, Date today,
                     const NewId& newId) {
  return recordProgress(mentorship, goal, today, newId, [&](Progress& one) { one.number.set(number); });
}

}  // namespace cairn

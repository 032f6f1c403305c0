#include "command/steps.hpp"

#include "command/change.hpp"
#include "command/ordering.hpp"
#include "query/lists.hpp"

namespace cairn {

Command addStep(const Mentorship& mentorship, const Id& id, const NewStep& step, HomeKind kind, const Id& home) {
  return change<&Mentorship::steps>(CommandName::stepAdd, mentorship, id, [&](Step& edit) {
    edit.text.set(step.text);
    if (step.owner) edit.owner.set(step.owner);
    if (step.due) edit.due.set(step.due);
    edit.done.set(false);
    edit.homeKind.set(kind);
    edit.home.set(home);
    edit.order.set(orderBehind(stepsInOrder(mentorship, kind, home)));
  });
}

Command removeStep(const Mentorship& mentorship, const Id& step) {
  return Command{CommandName::stepRemove, {}, {{mentorship.id, "steps", step}}};
}

Command moveStep(const Mentorship& mentorship, const Id& step, std::size_t place) {
  Command command{CommandName::stepOrder};
  const Step* found = findAlive(mentorship.steps, step);
  if (found)
    moveTo(stepsInOrder(mentorship, *found->homeKind, *found->home), step, place, command.edit.at(mentorship.id).steps);
  return command;
}

Command tickStep(const Mentorship& mentorship, const Step& step) {
  const CommandName name = *step.done ? CommandName::stepReopen : CommandName::stepDone;
  return change<&Mentorship::steps>(name, mentorship, step.id, [&](Step& edit) { edit.done.set(!*step.done); });
}
Command confirmStep(const Mentorship& mentorship, const Id& step) {
  return change<&Mentorship::steps>(CommandName::stepConfirm, mentorship, step,
                                    [](Step& edit) { edit.confirmed.set(true); });
}
Command giveStep(const Mentorship& mentorship, const Id& step, const Id& owner) {
  return change<&Mentorship::steps>(CommandName::stepChange, mentorship, step,
                                    [&](Step& edit) { edit.owner.set(owner); });
}

Command setStepDue(const Mentorship& mentorship, const Id& step, Date due) {
  return change<&Mentorship::steps>(CommandName::stepChange, mentorship, step, [&](Step& edit) {
    edit.due.set(due);
    edit.dueAfter.set(0);
  });
}
Command setStepDueAfter(const Mentorship& mentorship, const Id& step, std::int64_t days) {
  return change<&Mentorship::steps>(CommandName::stepChange, mentorship, step, [&](Step& edit) {
    edit.due.set(Date{});
    edit.dueAfter.set(days);
  });
}

}  // namespace cairn

#include "command/checklists.hpp"

#include "command/ordering.hpp"
#include "query/lists.hpp"

namespace cairn {

Command addChecklist(const Mentorship& mentorship, const std::string& title, const std::vector<NewItem>& items,
                     Date start, const NewId& newId) {
  Command command{CommandName::checklistAdd};
  const Id id = newId();
  Mentorship& edit = command.edit.at(mentorship.id);
  if (!*mentorship.start) edit.start.set(start);
  Checklist& checklist = thingAt(edit.checklists, id);
  checklist.title.set(title);
  checklist.order.set(orderBehind(checklistsInOrder(mentorship)));
  std::string order;
  for (const auto& item : items) {
    Step& step = thingAt(edit.steps, newId());
    step.text.set(item.text);
    if (item.owner) step.owner.set(item.owner);
    step.done.set(item.done);
    step.section.set(item.section);
    step.due.set(item.due);
    step.dueAfter.set(item.dueAfter);
    step.link.set(item.link);
    step.homeKind.set(HomeKind::checklist);
    step.home.set(id);
    step.order.set(order = orderBetween(order, ""));
  }
  return command;
}

Command removeChecklist(const Mentorship& mentorship, const Id& checklist) {
  Command command{CommandName::checklistRemove, {}, {{mentorship.id, "checklists", checklist}}};
  for (const Step* step : stepsInOrder(mentorship, HomeKind::checklist, checklist)) {
    command.removals.push_back({mentorship.id, "steps", step->id});
  }
  return command;
}

}  // namespace cairn

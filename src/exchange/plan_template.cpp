#include "exchange/plan_template.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "codec/file.hpp"
#include "codec/json_writer.hpp"
#include "query/lists.hpp"

namespace cairn {
namespace {

/// Takes the values that `from` says; `only`: where `there` says nothing yet.
template <class T>
void takeValues(T& to, const T& from, const T* there = nullptr) {
  forEachField(typeOf<T>(), [&](const FieldTraits&, auto at) {
    const auto& said = at.in(from);
    const bool open = !there || *at.in(*there) == typename decltype(at)::Value{};
    if (!said.silent() && open) at.in(to).set(*said);
  });
}

/// Things of the plan in their order, under new ids, behind what is there.
template <class T>
class Adding {
 public:
  Adding(Things<T>& edit, const std::vector<const T*>& there, const std::function<Id()>& newId)
      : edit_(edit), last_(there.empty() ? std::string() : *there.back()->order), newId_(newId) {}

  T& add(const T& from) {
    T& to = thingAt(edit_, newId_());
    takeValues(to, from);
    last_ = orderBetween(last_, "");
    to.order.set(last_);
    return to;
  }

 private:
  Things<T>& edit_;
  std::string last_;
  const std::function<Id()>& newId_;
};

Id samePerson(const Mentorship& into, const Mentorship& plan, const Id& person) {
  const auto from = plan.people.find(person);
  if (from == plan.people.end()) return {};
  for (const auto& [id, one] : into.people) {
    if (isAlive(one) && *one.role == *from->second.role) return id;
  }
  return {};
}

}  // namespace

Result<Mentorship> readPlan(std::string_view plan, const Id& id) {
  auto json = readJson(plan);
  if (!json) return tl::unexpected(json.error());
  const Json file(JsonMembers{{"format", Json(formatOf(DocumentKind::mentorship))},
                              {"version", Json(JsonMembers{{"major", Json(kMajor)}})},
                              {"id", Json(toText(id))},
                              {"plan", std::move(*json)}});
  auto read = readFile(writeJsonCompact(file));
  if (!read) return tl::unexpected(read.error());
  return std::move(read->proposals.at(id));
}

Command applyPlan(const Mentorship& into, const Mentorship& plan, const Id& session, const std::function<Id()>& newId) {
  Command command{CommandName::templateTake, {}, {}};
  Mentorship& edit = command.edit.at(into.id);
  if (into.aim->empty() && !plan.aim->empty()) edit.aim.set(*plan.aim);
  const Id letterId = onlyId("letter", into.id);
  for (const auto& [id, letter] : plan.letter) {
    takeValues(thingAt(edit.letter, letterId), letter, findAlive(into.letter, letterId));
  }
  Adding<Goal> goals(edit.goals, goalsInOrder(into), newId);
  for (const Goal* goal : goalsInOrder(plan)) {
    Goal& added = goals.add(*goal);
    if (goal->status.silent()) added.status.set(GoalStatus::open);
  }
  Adding<Checklist> checklists(edit.checklists, checklistsInOrder(into), newId);
  for (const Checklist* checklist : checklistsInOrder(plan)) {
    const Id home = checklists.add(*checklist).id;
    Adding<Step> steps(edit.steps, {}, newId);
    for (const Step* step : stepsInOrder(plan, HomeKind::checklist, checklist->id)) {
      Step& added = steps.add(*step);
      added.home.set(home);
      added.done.set(false);
      if (*step->owner) added.owner.set(samePerson(into, plan, *step->owner));
    }
  }
  Adding<Line> lines(edit.lines, linesOf(into, session), newId);
  for (const Line* line : linesOf(plan, Id{})) lines.add(*line).session.set(session);
  return command;
}

}  // namespace cairn

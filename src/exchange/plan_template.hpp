#pragma once
// Templates: plans that somebody can begin with (assets/templates): a whole mentorship, a letter, a
// checklist, an agenda.
//
//   const auto plan = readPlan(json, mentorship.id);
//   if (plan) commands.run(applyPlan(mentorship, *plan, session, [&] { return commands.newId(); }));
//
// Limits: what somebody wrote stays; a template fills what is empty and adds behind what is there.
#include <functional>
#include <string_view>

#include "base/result.hpp"
#include "command/command.hpp"

namespace cairn {

/// The values of a plan as pending writes. Errors: as readFile.
Result<Mentorship> readPlan(std::string_view plan, const Id& id);

/// Aim and letter where nothing is said yet; goals, checklists with their steps, lines under new ids.
/// Owners are the people of the same role. Lines go to `session`; with none they wait in *Next time*.
Command applyPlan(const Mentorship& into, const Mentorship& plan, const Id& session, const std::function<Id()>& newId);

}  // namespace cairn

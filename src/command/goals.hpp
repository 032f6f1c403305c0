#pragma once
// Goals, how they are measured, and where they stand.
#include "command/command.hpp"

namespace cairn {

/// A goal behind the others.
Command addGoal(const Mentorship& mentorship, const Id& id, const std::string& title);
Command removeGoal(const Mentorship& mentorship, const Id& goal);
Command moveGoal(const Mentorship& mentorship, const Id& goal, std::size_t place);
Command setGoalStatus(const Mentorship& mentorship, const Id& goal, GoalStatus status);
Command setGoalDue(const Mentorship& mentorship, const Id& goal, Date due);

Command setBaseline(const Mentorship& mentorship, const Id& goal, const Decimal& number);
Command setTarget(const Mentorship& mentorship, const Id& goal, const Decimal& number);
/// How much it counts beside others, from 1 to 3.
Command setGoalWeight(const Mentorship& mentorship, const Id& goal, std::int64_t weight);

/// Where it stands today; one record a day is enough.
Command recordRung(const Mentorship& mentorship, const Id& goal, Rung rung, Date today, const NewId& newId);
Command recordNumber(const Mentorship& mentorship, const Id& goal, const Decimal& number, Date today,
                     const NewId& newId);

}  // namespace cairn

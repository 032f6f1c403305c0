#pragma once
// Next steps: what somebody will do, by when; of a session, a goal, a checklist or none.
#include "command/command.hpp"

namespace cairn {

struct NewStep {
  std::string text;
  Id owner;  ///< none: nobody in particular
  Date due;  ///< none: no day
};
/// A step behind the others of its home.
Command addStep(const Mentorship& mentorship, const Id& id, const NewStep& step, HomeKind kind, const Id& home);
Command removeStep(const Mentorship& mentorship, const Id& step);
/// Moves a step to a place among those of its home.
Command moveStep(const Mentorship& mentorship, const Id& step, std::size_t place);
/// Done, or open again.
Command tickStep(const Mentorship& mentorship, const Step& step);
/// The other side has seen that it is done.
Command confirmStep(const Mentorship& mentorship, const Id& step);
/// `owner` may be empty: nobody.
Command giveStep(const Mentorship& mentorship, const Id& step, const Id& owner);
Command setStepDue(const Mentorship& mentorship, const Id& step, Date due);
/// `days`: after the mentorship's start, which is day 1; it moves with the start.
Command setStepDueAfter(const Mentorship& mentorship, const Id& step, std::int64_t days);

}  // namespace cairn

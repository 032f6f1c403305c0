#pragma once
// Lists of a mentorship in their order: the agenda of a session, steps, goals, checklists.
#include <vector>

#include "model/mentorship.hpp"

namespace cairn {

/// The lines of a session in order; of the next one (or of none: the empty id) also those that wait in *Next time*.
std::vector<const Line*> agendaOf(const Mentorship& mentorship, const Id& session, bool isNext);
std::vector<const PrivateLine*> privateAgendaOf(const Mentorship& mentorship, const Id& session, bool isNext);

std::vector<const Line*> linesOf(const Mentorship& mentorship, const Id& session);
/// Steps of the mentorship that are there, by order key, then id.
std::vector<const Step*> stepsInOrder(const Mentorship& mentorship, HomeKind kind, const Id& home);
/// By when a step is to be done: its own day, or so many days after the mentorship's start.
Date dueOf(const Mentorship& mentorship, const Step& step);
/// When it was ticked; 0 while it is open.
Instant doneAt(const Step& step);

std::vector<const Step*> openSteps(const Mentorship& mentorship);
std::vector<const Goal*> goalsInOrder(const Mentorship& mentorship);
std::vector<const Checklist*> checklistsInOrder(const Mentorship& mentorship);
/// By their day.
std::vector<const Review*> reviewsInOrder(const Mentorship& mentorship);
/// What was recorded of a goal, the earliest first.
std::vector<const Progress*> progressOf(const Mentorship& mentorship, const Id& goal);

}  // namespace cairn

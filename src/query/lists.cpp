#include "query/lists.hpp"

#include <algorithm>
#include <cstdint>

#include "query/alive.hpp"

namespace cairn {
namespace {

template <class T>
std::vector<const T*> agendaAmong(const Things<T>& lines, const Id& session, bool isNext) {
  return byOrder(
      alive(lines, [&](const T& line) { return *line.session ? *line.session == session : isNext && !*line.done; }));
}

}  // namespace

std::vector<const Line*> agendaOf(const Mentorship& mentorship, const Id& session, bool isNext) {
  return agendaAmong(mentorship.lines, session, isNext);
}

std::vector<const PrivateLine*> privateAgendaOf(const Mentorship& mentorship, const Id& session, bool isNext) {
  return agendaAmong(mentorship.privateLines, session, isNext);
}

std::vector<const Line*> linesOf(const Mentorship& mentorship, const Id& session) {
  return byOrder(alive(mentorship.lines, [&](const Line& line) { return *line.session == session; }));
}

std::vector<const Step*> stepsInOrder(const Mentorship& mentorship, HomeKind kind, const Id& home) {
  return byOrder(
      alive(mentorship.steps, [&](const Step& step) { return *step.homeKind == kind && *step.home == home; }));
}

Date dueOf(const Mentorship& mentorship, const Step& step) {
  if (*step.due || *step.dueAfter <= 0 || !*mentorship.start) return *step.due;
  return mentorship.start->plus(static_cast<int>(*step.dueAfter) - 1);
}

Instant doneAt(const Step& step) {
  Instant at = 0;
  if (!*step.done) return at;
  for (const auto& version : step.done.versions()) {
    if (version.value) at = std::max(at, version.stamp);
  }
  return at;
}

std::vector<const Step*> openSteps(const Mentorship& mentorship) {
  auto steps = byOrder(alive(mentorship.steps, [](const Step& step) { return !*step.done; }));
  const auto due = [&](const Step* step) {
    const Date day = dueOf(mentorship, *step);
    return day ? day.days : INT32_MAX;
  };
  std::stable_sort(steps.begin(), steps.end(), [&](const Step* a, const Step* b) { return due(a) < due(b); });
  return steps;
}

std::vector<const Goal*> goalsInOrder(const Mentorship& mentorship) {
  return byOrder(alive(mentorship.goals, [](const Goal&) { return true; }));
}

std::vector<const Checklist*> checklistsInOrder(const Mentorship& mentorship) {
  return byOrder(alive(mentorship.checklists, [](const Checklist&) { return true; }));
}

std::vector<const Review*> reviewsInOrder(const Mentorship& mentorship) {
  auto all = alive(mentorship.reviews, [](const Review&) { return true; });
  std::stable_sort(all.begin(), all.end(), [](const Review* a, const Review* b) { return *a->date < *b->date; });
  return all;
}

std::vector<const Progress*> progressOf(const Mentorship& mentorship, const Id& goal) {
  auto all = alive(mentorship.progress, [&](const Progress& one) { return *one.goal == goal; });
  std::stable_sort(all.begin(), all.end(), [](const Progress* a, const Progress* b) { return *a->date < *b->date; });
  return all;
}

}  // namespace cairn

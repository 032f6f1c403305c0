#include "command/planning.hpp"

#include <algorithm>

#include "command/cadence.hpp"
#include "query/sessions.hpp"

namespace cairn {
namespace {

/// Every line of one kind that points at `from` and is not done points at `to`.
template <class T>
void pointLines(const Things<T>& lines, Things<T>& edits, const Id& from, const Id& to) {
  for (const auto& [id, line] : lines) {
    if (isAlive(line) && *line.session == from && !*line.done) thingAt(edits, id).session.set(to);
  }
}

template <class Visit>
void eachDay(const Series& series, Date from, Date until, Visit&& visit) {
  const int weeks = static_cast<int>(std::max<std::int64_t>(*series.everyWeeks, 1));
  for (Date date = *series.first; date <= until; date = date.plus(7 * weeks)) {
    if (date >= from) visit(date);
  }
}

/// A session on that day that the command leaves.
bool talksOn(const Mentorship& mentorship, const Command& command, Date date) {
  return std::any_of(mentorship.sessions.begin(), mentorship.sessions.end(), [&](const auto& entry) {
    const Session& session = entry.second;
    const bool counts = *session.outcome == Outcome::notRecorded || *session.outcome == Outcome::held;
    const bool goes = std::any_of(command.removals.begin(), command.removals.end(),
                                  [&](const Ref& removed) { return removed.thing == session.id; });
    return isAlive(session) && counts && !goes && *session.date == date && !*session.weekOf;
  });
}

}  // namespace

void pointLinesOf(const Mentorship& mentorship, const Id& from, const Id& to, Mentorship& edit) {
  pointLines(mentorship.lines, edit.lines, from, to);
  pointLines(mentorship.privateLines, edit.privateLines, from, to);
}

bool isUntouched(const Session& session) {
  return isAlive(session) && *session.outcome == Outcome::notRecorded && session.notes->empty() &&
         session.privateNotes->empty();
}

bool fallsOn(const Series& series, Date date) {
  bool falls = false;
  eachDay(series, date, date, [&](Date) { falls = true; });
  return falls;
}

void planFrom(const Series& series, Date date, const Zones& zones, Session& session) {
  session.date.set(date);
  session.outcome.set(Outcome::notRecorded);
  session.series.set(series.id);
  session.minutes.set(*series.minutes);
  session.how.set(*series.how);
  if (!*series.time) return session.weekOf.set(true);
  session.time.set(*series.time);
  session.zone.set(*series.zone);
  const auto instant = instantIn(zones, *series.zone, {date, *series.time});
  const auto offset = instant ? zones.offsetAt(*series.zone, *instant) : std::nullopt;
  if (offset) session.offset.set(*offset);
}

void addSessions(const Mentorship& mentorship, Command& command, const Series& series, Date from, Date until,
                 const Zones& zones, const std::map<Date, Id>& taken) {
  Mentorship& edit = command.edit.at(mentorship.id);
  eachDay(series, from, until, [&](Date date) {
    // Also one that somebody removed is there, and a day on which they talk anyway is taken.
    const bool there = mentorship.sessions.contains(sessionIdOf(series.id, date));
    const bool free = !there && !taken.contains(date) && !talksOn(mentorship, command, date);
    if (free) planFrom(series, date, zones, thingAt(edit.sessions, sessionIdOf(series.id, date)));
  });
}

void planAgain(const Mentorship& mentorship, Command& command, Date from, Date until, const Zones& zones) {
  const Series* series = seriesOf(mentorship);
  if (!series) return;
  Mentorship& edit = command.edit.at(mentorship.id);
  eachDay(*series, from, until, [&](Date date) {
    const Id id = sessionIdOf(series->id, date);
    const bool free = !findAlive(mentorship.sessions, id) && !talksOn(mentorship, command, date);
    if (free) planFrom(*series, date, zones, thingAt(edit.sessions, id));
  });
}

}  // namespace cairn

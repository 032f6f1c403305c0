// The part of command/actions.hpp that is about days: what became of a session, cadence, pause and end.
#include <algorithm>
#include <map>

#include "command/actions.hpp"
#include "insight/sessions.hpp"

namespace cairn {
namespace {

/// Every line of one kind that points at `from` and is not done points at `to`.
template <class T>
void pointLines(const Things<T>& lines, Things<T>& edits, const Id& from, const Id& to) {
  for (const auto& [id, line] : lines) {
    if (isAlive(line) && *line.session == from && !*line.done) thingAt(edits, id).session.set(to);
  }
}

/// Planned, and nobody has written in it.
bool isUntouched(const Session& session) {
  return isAlive(session) && *session.outcome == Outcome::notRecorded && session.notes->empty() &&
         session.privateNotes->empty();
}

/// Planned sessions that nobody has written in go; the lines of their agendas return to *Next time*.
template <class Meant>
void removePlanned(const Mentorship& mentorship, Command& command, Meant&& meant) {
  Mentorship& edit = command.edit.at(mentorship.id);
  for (const auto& [id, session] : mentorship.sessions) {
    if (!isUntouched(session) || !meant(session)) continue;
    pointLines(mentorship.lines, edit.lines, id, Id{});
    pointLines(mentorship.privateLines, edit.privateLines, id, Id{});
    command.removals.push_back({mentorship.id, "sessions", id});
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

/// `taken`: days that have their session already.
void addSessions(const Mentorship& mentorship, Command& command, const Series& series, Date from, Date until,
                 const Zones& zones, const std::map<Date, Id>& taken = {}) {
  Mentorship& edit = command.edit.at(mentorship.id);
  eachDay(series, from, until, [&](Date date) {
    // Also one that somebody removed is there, and a day on which they talk anyway is taken.
    const bool there = mentorship.sessions.contains(sessionIdOf(series.id, date));
    const bool free = !there && !taken.contains(date) && !talksOn(mentorship, command, date);
    if (free) planFrom(series, date, zones, thingAt(edit.sessions, sessionIdOf(series.id, date)));
  });
}

/// What a pause or an end had taken out of the cadence comes back.
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

}  // namespace

Command recordOutcome(const Mentorship& mentorship, const Session& session, Outcome outcome, Instant heldAt) {
  Command command{CommandName::sessionRecord, {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  Session& recorded = thingAt(edit.sessions, session.id);
  recorded.outcome.set(outcome);
  if (outcome == Outcome::held && *session.heldAt == 0) recorded.heldAt.set(heldAt);
  if (outcome == Outcome::notRecorded) return command;
  pointLines(mentorship.lines, edit.lines, session.id, Id{});
  pointLines(mentorship.privateLines, edit.privateLines, session.id, Id{});
  for (int number = 0; number < kPrompts; ++number) edit.lines.erase(promptId(session.id, number));
  return command;
}

Id promptId(const Id& session, int number) { return derivedId("prompt", toText(session) + std::to_string(number)); }

void takeFirstDay(Command& command, const Mentorship& mentorship, const Session& undated, const Id& series) {
  auto& sessions = command.edit.at(mentorship.id).sessions;
  auto first = sessions.end();
  for (auto at = sessions.begin(); at != sessions.end(); ++at) {
    const bool planned = *at->second.series == series && *at->second.date;
    if (planned && (first == sessions.end() || *at->second.date < *first->second.date)) first = at;
  }
  if (first == sessions.end()) return;
  const Session day = first->second;
  sessions.erase(first);
  Session& session = thingAt(sessions, undated.id);
  session.date.set(*day.date);
  session.weekOf.set(*day.weekOf);
  if (*day.time) session.time.set(*day.time);
  if (!day.zone->empty()) session.zone.set(*day.zone);
  if (*day.offset != 0) session.offset.set(*day.offset);
}

Id sessionIdOf(const Id& series, Date date) { return derivedId("session", toText(series) + toText(date)); }

Command makeSessions(const Mentorship& mentorship, const Series& series, Date until, const Zones& zones) {
  Command command{CommandName::sessionPlan, {}, {}};
  addSessions(mentorship, command, series, *series.first, until, zones);
  return command;
}

void goOn(const Mentorship& mentorship, Command& command, Date today, Date until, const Zones& zones) {
  const Series* series = seriesOf(mentorship);
  if (!series) return;
  const Date end = *mentorship.end ? std::min(*mentorship.end, until) : until;
  addSessions(mentorship, command, *series, today.plus(1), end, zones);
}

Command changeCadence(const Mentorship& mentorship, const Series& series, Date today, Date until, const Zones& zones) {
  Command command{CommandName::cadenceChange, {}, {}};
  const auto planned = [&](const Session& session) {
    return *session.series && *session.series != series.id && *session.date > today;
  };
  // On a day that stays it is the same session, also for a calendar that has it already.
  std::map<Date, Id> kept;
  for (const auto& [id, session] : mentorship.sessions) {
    const bool stays = *session.date <= until && fallsOn(series, *session.date);
    if (!isUntouched(session) || !planned(session) || !stays || !kept.emplace(*session.date, id).second) continue;
    Session& edit = thingAt(command.edit.at(mentorship.id).sessions, id);
    planFrom(series, *session.date, zones, edit);
    if (*series.time && *session.weekOf) edit.weekOf.set(false);
  }
  removePlanned(mentorship, command, [&](const Session& session) {
    const auto found = kept.find(*session.date);
    return planned(session) && (found == kept.end() || found->second != session.id);
  });
  addSessions(mentorship, command, series, *series.first, until, zones, kept);
  thingAt(command.edit.at(mentorship.id).series, series.id) = series;
  return command;
}

Command pauseUntil(const Mentorship& mentorship, Date today, Date until, const Zones& zones) {
  Command command{CommandName::mentorshipPause, {}, {}};
  const Date former = *mentorship.stage == Stage::paused ? *mentorship.pausedUntil : Date{};
  if (until && former > until) planAgain(mentorship, command, std::max(today, until), former.plus(-1), zones);
  command.edit.at(mentorship.id).stage.set(Stage::paused);
  command.edit.at(mentorship.id).pausedUntil.set(until);
  removePlanned(mentorship, command, [&](const Session& session) {
    return *session.series && *session.date >= today && *session.date < until;
  });
  return command;
}

Command resume(const Mentorship& mentorship, Date today, const Zones& zones) {
  Command command{CommandName::mentorshipResume, {}, {}};
  constexpr int kAhead = 26 * 7;  // days for which a cadence has planned
  Mentorship& edit = command.edit.at(mentorship.id);
  const bool ended = *mentorship.stage == Stage::finished;
  const bool bounded = *mentorship.stage == Stage::paused && *mentorship.pausedUntil;
  Date last = bounded ? mentorship.pausedUntil->plus(-1) : today.plus(kAhead);
  if (*mentorship.end && !ended) last = std::min(last, *mentorship.end);
  if (ended) edit.end.set(Date{});
  planAgain(mentorship, command, today, last, zones);
  edit.stage.set(Stage::running);
  edit.pausedUntil.set(Date{});
  return command;
}

Command finish(const Mentorship& mentorship, Ending ending, Date date) {
  Command command{CommandName::mentorshipFinish, {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  edit.stage.set(Stage::finished);
  edit.ending.set(ending);
  edit.end.set(date);
  removePlanned(mentorship, command, [&](const Session& session) { return *session.date && *session.date > date; });
  return command;
}

}  // namespace cairn

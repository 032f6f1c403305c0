#include "command/cadence.hpp"

#include <algorithm>
#include <map>

#include "command/planning.hpp"
#include "query/sessions.hpp"

namespace cairn {

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

void goOn(const Mentorship& mentorship, Command& command, Date today, Date until, const Zones& zones) {
  const Series* series = seriesOf(mentorship);
  if (!series) return;
  const Date end = *mentorship.end ? std::min(*mentorship.end, until) : until;
  addSessions(mentorship, command, *series, today.plus(1), end, zones);
}

Command changeCadence(const Mentorship& mentorship, const Series& series, Date today, Date until, const Zones& zones) {
  Command command{CommandName::cadenceChange};
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

Command planCadence(const Mentorship& mentorship, const Series& series, const Session* undated, Date today,
                    const Zones& zones) {
  const Date half = today.plus(kPlannedDays);
  const Date end = *mentorship.end ? std::min(*mentorship.end, half) : half;
  Command command = changeCadence(mentorship, series, today, end, zones);
  if (undated) takeFirstDay(command, mentorship, *undated, series.id);
  const Id letter = onlyId("letter", mentorship.id);
  thingAt(command.edit.at(mentorship.id).letter, letter).everyWeeks.set(*series.everyWeeks);
  return command;
}

}  // namespace cairn

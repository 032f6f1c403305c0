#pragma once
// What commands about days share: what a cadence has planned, taken out and planned again.
#include <map>

#include "base/zones.hpp"
#include "command/command.hpp"

namespace cairn {

/// Every line that points at `from` and is not done points at `to`, in an edit.
void pointLinesOf(const Mentorship& mentorship, const Id& from, const Id& to, Mentorship& edit);
/// Planned, and nobody has written in it.
bool isUntouched(const Session& session);
bool fallsOn(const Series& series, Date date);
/// Writes the session of a series on a day.
void planFrom(const Series& series, Date date, const Zones& zones, Session& session);
/// Adds the sessions of a series that are not there yet. `taken`: days that have their session already.
void addSessions(const Mentorship& mentorship, Command& command, const Series& series, Date from, Date until,
                 const Zones& zones, const std::map<Date, Id>& taken = {});
/// What a pause or an end had taken out of the cadence comes back.
void planAgain(const Mentorship& mentorship, Command& command, Date from, Date until, const Zones& zones);
/// Planned sessions that nobody has written in go; the lines of their agendas return to *Next time*.
template <class Meant>
void removePlanned(const Mentorship& mentorship, Command& command, Meant&& meant) {
  Mentorship& edit = command.edit.at(mentorship.id);
  for (const auto& [id, session] : mentorship.sessions) {
    if (!isUntouched(session) || !meant(session)) continue;
    pointLinesOf(mentorship, id, Id{}, edit);
    command.removals.push_back({mentorship.id, "sessions", id});
  }
}

}  // namespace cairn

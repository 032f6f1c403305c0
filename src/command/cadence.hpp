#pragma once
// A cadence: a series of sessions that follow each other by the weeks.
#include "base/zones.hpp"
#include "command/command.hpp"

namespace cairn {

constexpr int kPlannedDays = 26 * 7;  ///< how far ahead a cadence makes sessions

/// Follows from series and date, so that two sides that plan the same day do not double it.
Id sessionIdOf(const Id& series, Date date);
/// Adds to a command the sessions that the current series still lacks after today, up to and including a day. Each
/// keeps the local wall time, with the offset that the zone has on that day. A day with a session is left out.
void goOn(const Mentorship& mentorship, Command& command, Date today, Date until, const Zones& zones);
/// A new cadence: the series with its sessions up to a day. What an earlier series has planned after
/// today and nobody has written in stays the same session on a day of the new one, else it goes; the
/// lines of its agendas return to *Next time*.
Command changeCadence(const Mentorship& mentorship, const Series& series, Date today, Date until, const Zones& zones);
/// The same for half a year, or until the mentorship ends; the letter says how often. `undated`, which may be null:
/// a session that was prepared without a day and gets the first one of the series.
Command planCadence(const Mentorship& mentorship, const Series& series, const Session* undated, Date today,
                    const Zones& zones);
/// A session that was prepared without a day gets the first one that the command plans for the series.
void takeFirstDay(Command& command, const Mentorship& mentorship, const Session& undated, const Id& series);

}  // namespace cairn

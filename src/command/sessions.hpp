#pragma once
// Sessions: planned, moved, held, written down afterwards.
#include <array>
#include <string>

#include "base/zones.hpp"
#include "command/agenda.hpp"
#include "query/moment.hpp"

namespace cairn {

/// When a session is: pending date, week, time, zone, as far as they are known.
using SessionDay = Session;

/// A session on a day. `id` may be of one that was prepared without a day. `usualMinutes`: where the day says none.
Command planSession(const Mentorship& mentorship, const Id& id, const SessionDay& day, std::int64_t usualMinutes);
/// On a new day it is planned again; without one it waits.
Command moveSession(const Mentorship& mentorship, const Session& session, const SessionDay& day);
Command removeSession(const Mentorship& mentorship, const Id& session);
/// A check-up takes ten minutes.
Command setSessionKind(const Mentorship& mentorship, const Id& session, SessionKind kind);
Command setSessionMinutes(const Mentorship& mentorship, const Id& session, std::int64_t minutes);
Command setSessionHow(const Mentorship& mentorship, const Id& session, SessionHow how);

/// Says what became of a session. *Held* fixes its instant (`heldAt`, ms); what it did not reach of
/// its agenda returns to *Next time*, from where the next session, or this one on its new day, draws.
Command recordOutcome(const Mentorship& mentorship, const Session& session, Outcome outcome, Instant heldAt);
/// The same at this moment: the first one that was held sets the mentorship running, one that had no day was held
/// today, and the cadence goes on.
Command recordSession(const Mentorship& mentorship, const Session& session, Outcome outcome, const Zones& zones,
                      const Moment& moment);

/// A session of today that was not planned: it is held already.
Command logSession(const Mentorship& mentorship, const Id& id, const Moment& moment);
/// Ten minutes and three prompts, now.
Command startCheckUp(const Mentorship& mentorship, const Id& id, const Moment& moment, const std::string& zone,
                     const std::array<std::string, kPrompts>& prompts);

/// How a person found it: one rating a person.
Id ratingIdOf(const Id& session, const Id& person);
Command rateSession(const Mentorship& mentorship, const Id& session, const Id& person, HowWasIt rating);

}  // namespace cairn

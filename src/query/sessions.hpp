#pragma once
// Sessions: in what order they stand, which is next, which passed without a word, which series makes them.
#include <optional>
#include <vector>

#include "model/workspace.hpp"
#include "query/moment.hpp"

namespace cairn {

/// Sessions that are there, by date and time; those without a date last.
std::vector<const Session*> sessionsInOrder(const Mentorship& mentorship);

/// When a session ends on the wall clock of its zone, as an instant; nothing while it has no date.
/// "Week of" ends with that week's Sunday.
std::optional<Instant> endOf(const Session& session, const Zones& zones, const Moment& moment);

/// When it begins; nothing while it has no day and hour.
std::optional<Instant> beginOf(const Session& session, const Zones& zones, const Moment& moment);

/// A time that passed without a word about it: "did it happen?".
bool isNotRecorded(const Session& session, const Zones& zones, const Moment& moment);

/// The session now or next, of sessions in order; null where none is ahead.
const Session* nextOf(const std::vector<const Session*>& sessions, const Zones& zones, const Moment& moment);
const Session* nextSession(const Mentorship& mentorship, const Zones& zones, const Moment& moment);

/// The last session held before this one (before today, where `before` is null).
const Session* lastHeldOf(const std::vector<const Session*>& sessions, const Session* before);

/// Of sessions in order the last with a day that was held or is planned; null where none is.
const Session* latestOf(const std::vector<const Session*>& sessions);
/// When the next talk would be by the cadence: pending date, time, zone and minutes, so many days after
/// the latest one and after today. Nothing where there is none.
std::optional<Session> suggestedAfter(const Session* latest, int cadenceDays, Date today);

/// The series that makes sessions now: the one that was begun last; null where none does.
const Series* seriesOf(const Mentorship& mentorship);

}  // namespace cairn

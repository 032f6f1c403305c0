#include "insight/next_refresh.hpp"

#include <algorithm>

#include "query/sessions.hpp"

namespace cairn {

Instant nextRefresh(const Workspace& workspace, const Zones& zones, std::string_view localZone, const Moment& moment) {
  const Date today = moment.local.date;
  const LocalTime midnight{today.plus(1), TimeOfDay{0}};
  Instant turn = instantIn(zones, localZone, midnight).value_or(moment.now + kDay);
  const auto consider = [&](Instant instant) {
    if (instant > moment.now) turn = std::min(turn, instant);
  };
  // What ends before tomorrow anywhere has a day of the last week ("week of") or of these.
  const auto isNear = [&](Date day) { return day.days >= today.days - 8 && day.days <= today.days + 2; };
  for (const auto& [id, mentorship] : workspace.mentorships) {
    for (const auto& [at, session] : mentorship.sessions) {
      if (*session.outcome != Outcome::notRecorded || !isNear(*session.date)) continue;
      if (const auto end = endOf(session, zones, moment)) consider(*end);
      if (const auto begin = beginOf(session, zones, moment)) {
        consider(*begin);
        consider(*begin - kAboutToBegin);
      }
    }
  }
  return std::max(turn, moment.now + 1);
}

}  // namespace cairn

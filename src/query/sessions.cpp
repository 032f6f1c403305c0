#include "query/sessions.hpp"

#include <algorithm>
#include <tuple>

#include "query/alive.hpp"

namespace cairn {
namespace {

Instant lengthOf(const Session& session) { return std::max<std::int64_t>(*session.minutes, 10) * kMinute; }

auto dateKey(const Session& session) {
  const bool dated = static_cast<bool>(*session.date);
  return std::tuple(!dated, session.date->days, session.time->minutes);
}

}  // namespace

std::vector<const Session*> sessionsInOrder(const Mentorship& mentorship) {
  auto sessions = alive(mentorship.sessions, [](const Session&) { return true; });
  std::stable_sort(sessions.begin(), sessions.end(),
                   [](const Session* a, const Session* b) { return dateKey(*a) < dateKey(*b); });
  return sessions;
}

std::optional<Instant> endOf(const Session& session, const Zones& zones, const Moment& moment) {
  if (!*session.date) return std::nullopt;
  const int here = static_cast<int>((instantAt(moment.local, 0) - moment.now) / kMinute);
  if (*session.weekOf || !*session.time) {
    const Date last = *session.weekOf ? weekStart(*session.date).plus(7) : session.date->plus(1);
    return instantAt({last, TimeOfDay{0}}, here);
  }
  const LocalTime local{*session.date, *session.time};
  const Instant begin = instantIn(zones, *session.zone, local).value_or(instantAt(local, here));
  return begin + lengthOf(session);
}

std::optional<Instant> beginOf(const Session& session, const Zones& zones, const Moment& moment) {
  if (!*session.time || *session.weekOf) return std::nullopt;
  const auto end = endOf(session, zones, moment);
  return end ? std::optional(*end - lengthOf(session)) : std::nullopt;
}

bool isNotRecorded(const Session& session, const Zones& zones, const Moment& moment) {
  if (*session.outcome != Outcome::notRecorded) return false;
  const auto end = endOf(session, zones, moment);
  return end && *end <= moment.now;
}

const Session* nextOf(const std::vector<const Session*>& sessions, const Zones& zones, const Moment& moment) {
  const Session* undated = nullptr;
  for (const Session* session : sessions) {
    if (*session->outcome != Outcome::notRecorded) continue;
    const auto end = endOf(*session, zones, moment);
    if (end && *end > moment.now) return session;
    if (!end && !undated) undated = session;
  }
  return undated;
}

const Session* nextSession(const Mentorship& mentorship, const Zones& zones, const Moment& moment) {
  return nextOf(sessionsInOrder(mentorship), zones, moment);
}

const Session* lastHeldOf(const std::vector<const Session*>& sessions, const Session* before) {
  const Session* last = nullptr;
  for (const Session* session : sessions) {
    if (session == before) break;
    if (*session->outcome == Outcome::held) last = session;
  }
  return last;
}

const Session* latestOf(const std::vector<const Session*>& sessions) {
  const Session* latest = nullptr;
  bool planned = false;
  for (const Session* session : sessions) {
    const bool counts = *session->outcome == Outcome::held || *session->outcome == Outcome::notRecorded;
    if (!*session->date || !counts) continue;
    // A check-up and what was noted afterwards say nothing about the usual hour.
    const bool usual = *session->kind != SessionKind::checkUp && (*session->time || *session->weekOf);
    if (usual || !planned) latest = session;
    planned = planned || usual;
  }
  return latest;
}

std::optional<Session> suggestedAfter(const Session* latest, int cadenceDays, Date today) {
  if (!latest) return std::nullopt;
  Session next;
  const int days = std::max((cadenceDays + 3) / 7, 1) * 7;  // whole weeks: the same weekday
  Date date = latest->date->plus(days);
  while (date <= today) date = date.plus(days);
  next.date.set(date);
  next.weekOf.set(*latest->weekOf);
  next.time.set(*latest->time);
  next.zone.set(*latest->zone);
  next.minutes.set(*latest->minutes);
  return next;
}

const Series* seriesOf(const Mentorship& mentorship) {
  const Series* latest = nullptr;
  for (const Series* series : alive(mentorship.series, [](const Series& one) { return *one.everyWeeks > 0; })) {
    if (!latest || *series->first > *latest->first) latest = series;
  }
  return latest;
}

}  // namespace cairn

#include "words/calendar_events.hpp"

#include <iterator>
#include <set>

#include "query/people.hpp"
#include "query/sessions.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

bool isAhead(const Reader& reader, const Session& session) {
  return canGoOut(session) && *session.date >= reader.moment.local.date;
}

void addRemoved(const CalendarSource& from, std::vector<CalendarEvent>& events) {
  std::set<Id> seen;
  for (const Trashed& one : from.trash) {
    const auto home = one.content.mentorships.find(from.mentorship.id);
    if (home == one.content.mentorships.end()) continue;
    for (const auto& [id, session] : home->second.sessions) {
      const auto now = from.mentorship.sessions.find(id);
      const bool isThere = now != from.mentorship.sessions.end() && isAlive(now->second);
      if (isThere || !isAhead(from.reader, session) || !seen.insert(id).second) continue;
      events.push_back(calendarEventOf(from, session));
      events.back().cancelled = true;
      events.back().changed = one.removedAt;
    }
  }
}

}  // namespace

CalendarEvent calendarEventOf(const CalendarSource& from, const Session& session) {
  std::string title = sessionTitle(from.reader, session);
  if (!namesOf(from.mentorship).empty()) {
    title = say(from.reader, S::calendar_title, {{"session", title}, {"name", titleOf(from.reader, from.mentorship)}});
  }
  return calendarEvent(from.mentorship, session, std::move(title), from.page);
}

std::vector<CalendarEvent> cancelledEventsOf(const CalendarSource& from) {
  std::vector<CalendarEvent> events;
  for (const auto& [id, session] : from.mentorship.sessions) {
    if (isAlive(session) && isAhead(from.reader, session) && !takesPlace(session)) {
      events.push_back(calendarEventOf(from, session));
    }
  }
  addRemoved(from, events);
  return events;
}

std::vector<CalendarEvent> calendarEventsOf(const CalendarSource& from) {
  std::vector<CalendarEvent> events;
  for (const Session* session : sessionsInOrder(from.mentorship)) {
    const bool planned = canGoOut(*session) && *session->outcome == Outcome::notRecorded;
    if (planned && !isNotRecorded(*session, from.reader.zones, from.reader.moment)) {
      events.push_back(calendarEventOf(from, *session));
    }
  }
  auto cancelled = cancelledEventsOf(from);
  events.insert(events.end(), std::make_move_iterator(cancelled.begin()), std::make_move_iterator(cancelled.end()));
  return events;
}

std::vector<CalendarEvent> allEventsOf(const CalendarSource& from) {
  std::vector<CalendarEvent> events;
  for (const Session* session : sessionsInOrder(from.mentorship)) {
    if (canGoOut(*session)) events.push_back(calendarEventOf(from, *session));
  }
  return events;
}

}  // namespace cairn

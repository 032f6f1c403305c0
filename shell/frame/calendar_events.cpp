#include "frame/calendar_events.hpp"

#include <iterator>
#include <set>

#include "query/sessions.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

bool isAhead(const Frame& frame, const Session& session) {
  return canGoOut(session) && *session.date >= frame.moment.local.date;
}

void addRemoved(const Frame& frame, const Mentorship& mentorship, std::vector<CalendarEvent>& events) {
  std::set<Id> seen;  // the trash stands with the latest removal first
  for (const Trashed& one : frame.state.trash) {
    const auto home = one.content.mentorships.find(mentorship.id);
    if (home == one.content.mentorships.end()) continue;
    for (const auto& [id, session] : home->second.sessions) {
      const auto now = mentorship.sessions.find(id);
      const bool isThere = now != mentorship.sessions.end() && isAlive(now->second);
      if (isThere || !isAhead(frame, session) || !seen.insert(id).second) continue;
      events.push_back(calendarEventOf(frame, mentorship, session));
      events.back().cancelled = true;
      events.back().changed = one.removedAt;
    }
  }
}

}  // namespace

CalendarEvent calendarEventOf(const Frame& frame, const Mentorship& mentorship, const Session& session) {
  return calendarEvent(
      mentorship, session,
      say(frame, S::calendar_title, {{"session", sessionTitle(frame, session)}, {"name", titleOf(frame, mentorship)}}),
      frame.state.pageAddress);
}

std::vector<CalendarEvent> cancelledEventsOf(const Frame& frame, const Mentorship& mentorship) {
  std::vector<CalendarEvent> events;
  for (const Session* session : viewOf(frame, mentorship).sessions) {
    if (isAhead(frame, *session) && !takesPlace(*session)) {
      events.push_back(calendarEventOf(frame, mentorship, *session));
    }
  }
  addRemoved(frame, mentorship, events);
  return events;
}

std::vector<CalendarEvent> calendarEventsOf(const Frame& frame, const Mentorship& mentorship) {
  std::vector<CalendarEvent> events;
  for (const Session* session : viewOf(frame, mentorship).sessions) {
    const bool planned = canGoOut(*session) && *session->outcome == Outcome::notRecorded;
    if (planned && !isNotRecorded(*session, frame.zones, frame.moment)) {
      events.push_back(calendarEventOf(frame, mentorship, *session));
    }
  }
  auto cancelled = cancelledEventsOf(frame, mentorship);
  events.insert(events.end(), std::make_move_iterator(cancelled.begin()), std::make_move_iterator(cancelled.end()));
  return events;
}

void saveCalendar(Frame& frame, const Mentorship& mentorship, const std::vector<CalendarEvent>& events) {
  frame.commands.saveFile(say(frame, S::calendar_file_name, {{"name", titleOf(frame, mentorship)}}),
                          writeCalendar(events, frame.zones));
}

}  // namespace cairn

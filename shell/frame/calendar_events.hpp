#pragma once
// What goes out to a calendar: one session, or all that a calendar should know of a mentorship.
//
//   saveCalendar(frame, mentorship, calendarEventsOf(frame, mentorship));
//
// Limit: what was removed is known for as long as its trash, 30 days, and in this browser alone.
#include <vector>

#include "exchange/calendar.hpp"
#include "frame/frame.hpp"

namespace cairn {

CalendarEvent calendarEventOf(const Frame& frame, const Mentorship& mentorship, const Session& session);

/// Of today and later, what no longer takes place: moved without a new day, didn't happen, or removed,
/// as by a pause.
std::vector<CalendarEvent> cancelledEventsOf(const Frame& frame, const Mentorship& mentorship);

/// What is planned, and what is cancelled: a calendar that takes it in shows the same as Cairn.
std::vector<CalendarEvent> calendarEventsOf(const Frame& frame, const Mentorship& mentorship);

/// As an .ics file with the mentorship's name.
void saveCalendar(Frame& frame, const Mentorship& mentorship, const std::vector<CalendarEvent>& events);

}  // namespace cairn

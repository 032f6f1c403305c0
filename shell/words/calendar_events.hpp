#pragma once
// What goes out to a calendar: one session, all that a calendar should know of a mentorship, or all that ever was.
//
//   writeCalendar(calendarEventsOf({reader, mentorship, page, trash}), reader.zones)
//
// Limit: what was removed is known for as long as its trash, 30 days, and in this browser alone.
#include <span>
#include <string>
#include <vector>

#include "exchange/calendar.hpp"
#include "journal/trash.hpp"
#include "words/reader.hpp"

namespace cairn {

struct CalendarSource {
  const Reader& reader;
  const Mentorship& mentorship;
  const std::string& page;              ///< the address of Cairn up to its "#"; empty: the events have no address
  std::span<const Trashed> trash = {};  ///< the latest removal first
};

CalendarEvent calendarEventOf(const CalendarSource& from, const Session& session);

/// Of today and later, what no longer takes place: moved without a new day, didn't happen, or removed,
/// as by a pause.
std::vector<CalendarEvent> cancelledEventsOf(const CalendarSource& from);

/// What is planned, and what is cancelled: a calendar that takes it in shows the same as Cairn.
std::vector<CalendarEvent> calendarEventsOf(const CalendarSource& from);

/// Each session that has a day, whatever became of it.
std::vector<CalendarEvent> allEventsOf(const CalendarSource& from);

}  // namespace cairn

#pragma once
// iCalendar (RFC 5545): a closed page cannot call, so sessions go out to the calendar that can.
//
//   const auto event = calendarEvent(mentorship, session, "Amina: First session", page);
//   writeCalendar({&event, 1}, zones)        // the text of an .ics file
//
// A session keeps its UID for life, and its SEQUENCE rises with every change that a calendar shows, so
// importing again moves what was moved and cancels what no longer takes place. Hours carry their TZID, and the file
// brings that zone's clock changes (VTIMEZONE), two years to each side of its sessions.
//
// Limits: a session without a date cannot go out (`canGoOut`); "week of" goes out as days, Monday to
// Friday, that take no time; reading calendars is not done here.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/zones.hpp"
#include "model/mentorship.hpp"

namespace cairn {

struct CalendarEvent {
  std::string uid;
  std::string summary;
  std::string description;
  std::string location;  ///< where to meet, mostly a link
  std::string address;   ///< the session's own page; empty: unknown
  Date date;
  bool weekOf = false;
  TimeOfDay time;    ///< none: the whole day
  std::string zone;  ///< empty: the time is the reader's own
  int minutes = 0;
  bool cancelled = false;  ///< it goes out all the same, for a calendar that has it already
  Instant changed = 0;     ///< when what a calendar shows of it was last changed
};

bool canGoOut(const Session& session);
/// Planned or held; not one that was moved away or didn't happen.
bool takesPlace(const Session& session);

/// `page`: the address of Cairn up to its "#"; empty: the events have no address.
CalendarEvent calendarEvent(const Mentorship& mentorship, const Session& session, std::string summary,
                            const std::string& page);

/// Each event that takes place with an alarm of 15 minutes before it.
std::string writeCalendar(std::span<const CalendarEvent> events, const Zones& zones);

/// Addresses that open a filled form in these calendars on the web. Nothing of it is sent before the
/// person saves it there.
std::string googleCalendarLink(const CalendarEvent& event);
std::string outlookLink(const CalendarEvent& event, const Zones& zones);

}  // namespace cairn

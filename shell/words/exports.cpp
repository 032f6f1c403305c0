#include "words/exports.hpp"

#include <iterator>

#include "words/calendar_events.hpp"

namespace cairn {
namespace {

bool hasCalendar(const Mentorship&, const Session* next) { return next && canGoOut(*next); }

std::string calendarOf(const ExportSource& from) {
  std::vector<CalendarEvent> events;
  for (const Mentorship* mentorship : from.mentorships) {
    const CalendarSource one{from.reader, *mentorship, from.page, from.trash};
    auto its = from.everything ? allEventsOf(one) : calendarEventsOf(one);
    events.insert(events.end(), std::make_move_iterator(its.begin()), std::make_move_iterator(its.end()));
  }
  return writeCalendar(events, from.reader.zones);
}

constexpr ExportFormat kFormats[] = {
    {"ics",
     "its sessions for a calendar (iCalendar); with the address of\n"
     "your Cairn each has a link to its own page",
     S::calendar_all, S::calendar_file_name, hasCalendar, calendarOf},
};

}  // namespace

std::span<const ExportFormat> exportFormats() { return kFormats; }

}  // namespace cairn

#include "exchange/calendar.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

#include "exchange/links.hpp"
#include "query/reach.hpp"
#include "query/sessions.hpp"

namespace cairn {
namespace {

constexpr int kAlarmMinutes = 15;
constexpr int kYearsBeside = 2;
constexpr std::size_t kLineOctets = 75;                // RFC 5545, 3.1
constexpr Instant kSequenceBegin = 1'577'836'800'000;  // 2020-01-01: the number has 31 bits

std::string day(Date date) {
  const Civil civil = civilOf(date);
  return padded(civil.year, 4) + padded(civil.month, 2) + padded(civil.day, 2);
}

std::string hour(TimeOfDay time) { return "T" + padded(time.minutes / 60, 2) + padded(time.minutes % 60, 2) + "00"; }

std::string utc(Instant instant) {
  const LocalTime at = localAt(instant, 0);
  const auto second = static_cast<int>(instant / 1000 % 60);
  return day(at.date) + "T" + padded(at.time.minutes / 60, 2) + padded(at.time.minutes % 60, 2) + padded(second, 2) +
         "Z";
}

std::string offsetText(int minutes) {
  const int size = std::abs(minutes);
  return (minutes < 0 ? "-" : "+") + padded(size / 60, 2) + padded(size % 60, 2);
}

/// RFC 5545, 3.3.11: what would end a text is escaped; control characters have no place in one.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '\\' || letter == ';' || letter == ',') safe += '\\';
    if (letter == '\n') {
      safe += "\\n";
    } else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F) {
      safe += letter;
    }
  }
  return safe;
}

/// A content line, folded so that no line passes 75 octets and no letter is torn apart.
void put(std::string& text, std::string_view line) {
  std::size_t octets = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t next = at + 1;
    while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U) ++next;
    if (octets + (next - at) > kLineOctets) {
      text += "\r\n ";
      octets = 1;
    }
    text += line.substr(at, next - at);
    octets += next - at;
    at = next;
  }
  text += "\r\n";
}

struct ClockChange {
  Instant at = 0;
  int before = 0;
  int after = 0;
};

/// A day at a time, then the minute.
std::vector<ClockChange> clockChanges(const Zones& zones, const std::string& zone, Instant from, Instant to) {
  std::vector<ClockChange> changes;
  int before = zones.offsetAt(zone, from).value_or(0);
  for (Instant at = from; at < to; at += kDay) {
    const int after = zones.offsetAt(zone, at + kDay).value_or(before);
    if (after == before) continue;
    Instant early = at;
    Instant late = at + kDay;
    while (late - early > kMinute) {
      const Instant middle = (early + late) / 2 / kMinute * kMinute;
      (zones.offsetAt(zone, middle).value_or(before) == before ? early : late) = middle;
    }
    changes.push_back({late, before, after});
    before = after;
  }
  return changes;
}

void putObservance(std::string& text, bool summer, const std::string& begin, int from, int to) {
  const std::string name = summer ? "DAYLIGHT" : "STANDARD";
  put(text, "BEGIN:" + name);
  put(text, "DTSTART:" + begin);
  put(text, "TZOFFSETFROM:" + offsetText(from));
  put(text, "TZOFFSETTO:" + offsetText(to));
  put(text, "END:" + name);
}

void putZone(std::string& text, const Zones& zones, const std::string& zone, Date first, Date last) {
  const Instant from = instantAt({first.plus(-365 * kYearsBeside), TimeOfDay{0}}, 0);
  const Instant to = instantAt({last.plus(365 * kYearsBeside), TimeOfDay{0}}, 0);
  const int begin = zones.offsetAt(zone, from).value_or(0);
  const auto changes = clockChanges(zones, zone, from, to);
  int standard = begin;
  for (const auto& change : changes) standard = std::min(standard, change.after);
  put(text, "BEGIN:VTIMEZONE");
  put(text, "TZID:" + zone);
  putObservance(text, begin > standard, "19700101T000000", begin, begin);
  for (const auto& change : changes) {
    // The moment of a change stands in the time before it (3.6.5).
    const LocalTime local = localAt(change.at, change.before);
    putObservance(text, change.after > standard, day(local.date) + hour(local.time), change.before, change.after);
  }
  put(text, "END:VTIMEZONE");
}

bool hasZone(const CalendarEvent& event, const Zones& zones) {
  return event.time && !event.zone.empty() && zones.offsetAt(event.zone, 0);
}

Date firstDay(const CalendarEvent& event) { return event.weekOf ? weekStart(event.date) : event.date; }
/// The day behind it (3.6.1: the end is not part of it).
Date dayBehind(const CalendarEvent& event) { return firstDay(event).plus(event.weekOf ? 5 : 1); }

LocalTime endOf(const CalendarEvent& event) {
  return localAt(instantAt({event.date, event.time}, 0) + event.minutes * kMinute, 0);
}

void putTimes(std::string& text, const CalendarEvent& event, const Zones& zones) {
  if (!event.time) {
    put(text, "DTSTART;VALUE=DATE:" + day(firstDay(event)));
    put(text, "DTEND;VALUE=DATE:" + day(dayBehind(event)));
    put(text, "TRANSP:TRANSPARENT");
    return;
  }
  const std::string zone = hasZone(event, zones) ? ";TZID=" + event.zone : "";
  put(text, "DTSTART" + zone + ":" + day(event.date) + hour(event.time));
  put(text, "DURATION:PT" + std::to_string(event.minutes) + "M");
}

void putEvent(std::string& text, const CalendarEvent& event, const Zones& zones) {
  const auto line = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) put(text, name + ":" + value);
  };
  put(text, "BEGIN:VEVENT");
  line("UID", event.uid);
  line("DTSTAMP", utc(event.changed));
  line("LAST-MODIFIED", utc(event.changed));
  constexpr Instant kMostSequence = (Instant{1} << 31U) - 1;  // RFC 5545, 3.3.8: an integer has 32 bits
  line("SEQUENCE", std::to_string(std::clamp<Instant>((event.changed - kSequenceBegin) / 1000, 0, kMostSequence)));
  putTimes(text, event, zones);
  line("SUMMARY", escaped(event.summary));
  line("DESCRIPTION", escaped(event.description));
  line("LOCATION", escaped(event.location));
  line("URL", event.address);
  if (event.cancelled) put(text, "STATUS:CANCELLED");
  if (event.time && !event.cancelled) {
    put(text, "BEGIN:VALARM");
    put(text, "ACTION:DISPLAY");
    line("DESCRIPTION", escaped(event.summary));
    put(text, "TRIGGER:-PT" + std::to_string(kAlarmMinutes) + "M");
    put(text, "END:VALARM");
  }
  put(text, "END:VEVENT");
}

template <class T>
void latest(Instant& stamp, const Field<T>& field) {
  for (const auto& version : field.versions()) stamp = std::max(stamp, version.stamp);
}

Instant changedAt(const Mentorship& mentorship, const Session& session) {
  Instant stamp = 0;
  latest(stamp, session.title);
  latest(stamp, session.kind);
  latest(stamp, session.date);
  latest(stamp, session.weekOf);
  latest(stamp, session.time);
  latest(stamp, session.zone);
  latest(stamp, session.minutes);
  latest(stamp, session.how);
  latest(stamp, session.outcome);
  latest(stamp, mentorship.me);
  for (const auto& [id, person] : mentorship.people) {
    latest(stamp, person.name);
    latest(stamp, person.video);
    latest(stamp, person.chat);
    latest(stamp, person.booking);
    latest(stamp, person.phone);
  }
  return stamp;
}

}  // namespace

bool canGoOut(const Session& session) { return static_cast<bool>(*session.date); }

bool takesPlace(const Session& session) {
  return *session.outcome == Outcome::notRecorded || *session.outcome == Outcome::held;
}

CalendarEvent calendarEvent(const Mentorship& mentorship, const Session& session, std::string summary,
                            const std::string& page) {
  CalendarEvent event;
  event.uid = toText(session.id) + "@cairn";
  event.summary = std::move(summary);
  event.location = joinAddress(mentorship, session);
  if (!page.empty()) {
    event.address = page + "#/m/" + toText(mentorship.id) + "/s/" + toText(session.id) + "/prepare";
  }
  event.description = event.location + (event.location.empty() || event.address.empty() ? "" : "\n") + event.address;
  event.date = *session.date;
  event.weekOf = *session.weekOf;
  event.time = event.weekOf ? TimeOfDay{} : *session.time;
  event.zone = *session.zone;
  event.minutes = static_cast<int>(std::max<std::int64_t>(*session.minutes, 10));
  event.cancelled = !takesPlace(session);
  event.changed = changedAt(mentorship, session);
  return event;
}

std::string writeCalendar(std::span<const CalendarEvent> events, const Zones& zones) {
  std::map<std::string, std::pair<Date, Date>> used;
  for (const auto& event : events) {
    if (!hasZone(event, zones)) continue;
    const auto [found, isNew] = used.try_emplace(event.zone, event.date, event.date);
    found->second = {std::min(found->second.first, event.date), std::max(found->second.second, event.date)};
  }
  std::string text;
  put(text, "BEGIN:VCALENDAR");
  put(text, "VERSION:2.0");
  put(text, "PRODID:-//Cairn//Cairn//EN");
  put(text, "METHOD:PUBLISH");
  for (const auto& [zone, days] : used) putZone(text, zones, zone, days.first, days.second);
  for (const auto& event : events) putEvent(text, event, zones);
  put(text, "END:VCALENDAR");
  return text;
}

std::string googleCalendarLink(const CalendarEvent& event) {
  const LocalTime end = event.time ? endOf(event) : LocalTime{};
  const std::string dates = event.time ? day(event.date) + hour(event.time) + "/" + day(end.date) + hour(end.time)
                                       : day(firstDay(event)) + "/" + day(dayBehind(event));
  return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + percentEncoded(event.summary) +
         "&dates=" + percentEncoded(dates) +
         (event.time && !event.zone.empty() ? "&ctz=" + percentEncoded(event.zone) : "") +
         "&details=" + percentEncoded(event.description) + "&location=" + percentEncoded(event.location);
}

std::string outlookLink(const CalendarEvent& event, const Zones& zones) {
  std::string times;
  if (event.time) {
    const auto begin = instantIn(zones, event.zone, {event.date, event.time});
    const auto text = [&](Instant instant) {
      const LocalTime at = localAt(instant, 0);
      return toText(at.date) + "T" + toText(at.time) + ":00" + (begin ? "Z" : "");
    };
    const Instant from = begin.value_or(instantAt({event.date, event.time}, 0));
    times = "&startdt=" + percentEncoded(text(from)) + "&enddt=" + percentEncoded(text(from + event.minutes * kMinute));
  } else {
    times = "&allday=true&startdt=" + toText(firstDay(event)) + "&enddt=" + toText(dayBehind(event));
  }
  return "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&subject=" +
         percentEncoded(event.summary) + times + "&body=" + percentEncoded(event.description) +
         "&location=" + percentEncoded(event.location);
}

}  // namespace cairn

#include "exchange/calendar.hpp"

#include <doctest/doctest.h>

#include "platform/headless/native_zones.hpp"
#include "support.hpp"

namespace cairn::calendar_test {

namespace {

struct Fixture {
  NativeZones zones;
  Mentorship mentorship;
  Session session;

  Fixture() {
    mentorship.id = Id{1, 1};
    session.id = Id{3, 7};
    session.date.set(dateOf({2026, 10, 20}));
    session.time.set(TimeOfDay{16 * 60});
    session.zone.set("Europe/Lisbon");
    session.minutes.set(45);
  }
  CalendarEvent event(const std::string& page = {}) {
    return calendarEvent(mentorship, session, "First session: Amina Okafor", page);
  }
  std::string written() {
    const CalendarEvent one = event();
    return writeCalendar({&one, 1}, zones);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "calendar: a session has its zone's wall time, its length, an alarm and a name for life") {
  const std::string text = written();
  for (const auto* line :
       {"BEGIN:VCALENDAR\r\n", "DTSTART;TZID=Europe/Lisbon:20261020T160000\r\n", "DURATION:PT45M\r\n",
        "SUMMARY:First session: Amina Okafor\r\n", "TRIGGER:-PT15M\r\n", "TZID:Europe/Lisbon\r\n"}) {
    CHECK_MESSAGE(text.find(line) != std::string::npos, line);
  }
  CHECK(text.find("UID:" + toText(session.id) + "@cairn\r\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "calendar: the zone brings its clock changes, each as the clocks stood before it") {
  const std::string text = written();
  const auto change = text.find("DTSTART:20261025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n");
  REQUIRE(change != std::string::npos);
  CHECK(text.rfind("BEGIN:STANDARD", change) > text.rfind("BEGIN:DAYLIGHT", change));
  CHECK(text.find("DTSTART:20270328T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n") != std::string::npos);
  session.zone.set("Africa/Lagos");
  CHECK(tests::count(written(), "BEGIN:DAYLIGHT") == 0);
}

TEST_CASE_FIXTURE(Fixture, "calendar: what is changed later has a higher sequence, and the same name") {
  session.date.sign({5, 1}, 1'800'000'000'000);
  const CalendarEvent before = event();
  session.time.set(TimeOfDay{17 * 60});
  session.time.sign({5, 2}, 1'800'000'060'000);
  const CalendarEvent after = event();
  CHECK(after.uid == before.uid);
  CHECK(after.changed == before.changed + 60'000);
  CHECK(writeCalendar({&after, 1}, zones).find("SEQUENCE:222163260\r\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "calendar: what no longer takes place is cancelled under its name, and does not ring") {
  session.outcome.set(Outcome::notRecorded);
  session.date.sign({5, 1}, 1'800'000'000'000);
  CHECK(written().find("STATUS:") == std::string::npos);
  for (const Outcome gone : {Outcome::moved, Outcome::didNotHappen}) {
    session.outcome.set(gone);
    session.outcome.sign({5, 2}, 1'800'000'060'000);
    const std::string text = written();
    CHECK(text.find("STATUS:CANCELLED\r\n") != std::string::npos);
    CHECK(text.find("SEQUENCE:222163260\r\n") != std::string::npos);
    CHECK(text.find("VALARM") == std::string::npos);
  }
  session.outcome.set(Outcome::held);
  CHECK(written().find("STATUS:") == std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "calendar: texts are escaped, and lines of over 75 octets folded between letters") {
  CalendarEvent one = event();
  one.summary = "Plan; then, \"do\" \\ rest\nsoon\x01";
  for (int at = 0; at < 60; ++at) one.description += "日本";
  const std::string text = writeCalendar({&one, 1}, zones);
  CHECK(text.find("SUMMARY:Plan\\; then\\, \"do\" \\\\ rest\\nsoon\r\n") != std::string::npos);
  std::string joined;
  std::size_t from = 0;
  for (std::size_t end = 0; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2) {
    const std::string line = text.substr(from, end - from);
    CHECK(line.size() <= 75);
    CHECK((static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xC0U) != 0x80U);
    joined += line.starts_with(' ') ? line.substr(1) : "\n" + line;
  }
  CHECK(from == text.size());
  CHECK(joined.find("DESCRIPTION:" + one.description) != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "calendar: a week to be arranged takes days and no time; without a date nothing goes out") {
  session.weekOf.set(true);
  session.date.set(dateOf({2026, 10, 21}));
  const std::string text = written();
  CHECK(text.find("DTSTART;VALUE=DATE:20261019\r\nDTEND;VALUE=DATE:20261024\r\nTRANSP:TRANSPARENT\r\n") !=
        std::string::npos);
  CHECK(text.find("VALARM") == std::string::npos);
  CHECK(text.find("VTIMEZONE") == std::string::npos);
  CHECK(canGoOut(session));
  session.date.set(Date{});
  CHECK_FALSE(canGoOut(session));
}

TEST_CASE_FIXTURE(Fixture, "calendar: the place is my room, or the phone; the page's address is inside") {
  Person& me = thingAt(mentorship.people, Id{2, 1});
  me.video.set("https://meet.example/me");
  Person& other = thingAt(mentorship.people, Id{2, 2});
  other.phone.set("+234 1 555");
  mentorship.me.set(me.id);
  const CalendarEvent video = event("https://cairn.example/");
  CHECK(video.location == "https://meet.example/me");
  CHECK(video.address ==
        "https://cairn.example/#/m/" + toText(mentorship.id) + "/s/" + toText(session.id) + "/prepare");
  CHECK(video.description == video.location + "\n" + video.address);
  session.how.set(SessionHow::phone);
  CHECK(event().location == "tel:+2341555");
}

TEST_CASE_FIXTURE(Fixture, "calendar: forms of calendars on the web are filled with the right instants") {
  const std::string google = googleCalendarLink(event());
  CHECK(google.find("dates=20261020T160000%2F20261020T164500&ctz=Europe%2FLisbon") != std::string::npos);
  CHECK(google.find("text=First%20session%3A%20Amina%20Okafor") != std::string::npos);
  const std::string outlook = outlookLink(event(), zones);
  CHECK(outlook.find("startdt=2026-10-20T15%3A00%3A00Z&enddt=2026-10-20T15%3A45%3A00Z") != std::string::npos);
  session.time.set(TimeOfDay{23 * 60 + 30});
  CHECK(googleCalendarLink(event()).find("20261020T233000%2F20261021T001500") != std::string::npos);
}

}  // namespace cairn::calendar_test

#include "exchange/when.hpp"

#include <doctest/doctest.h>

#include "english.hpp"

namespace cairn::when_test {

namespace {
std::string read(const char* typed) {
  const auto when = readWhen(typed, dateOf({2026, 11, 24}), typedWords());  // a Tuesday
  if (!when) return "?";
  return (when->weekOf ? "week " : "") + toText(when->date) + (when->time ? " " + toText(when->time) : "");
}
}  // namespace

TEST_CASE("when: what people type") {
  CHECK(read("fri 16:00") == "2026-11-27 16:00");
  CHECK(read("Friday at 4pm") == "2026-11-27 16:00");
  CHECK(read("tuesday") == "2026-12-01");
  CHECK(read("tomorrow 9:30") == "2026-11-25 09:30");
  CHECK(read("yesterday 17:00") == "2026-11-23 17:00");
  CHECK(read("last fri") == "2026-11-20");
  CHECK(read("last tue 9:30") == "2026-11-17 09:30");
  CHECK(read("last feb") == "?");
  // What the field itself shows is read back.
  CHECK(read("Tue 20 Oct 2026 16:00") == "2026-10-20 16:00");
  CHECK(read("week of Mon 9 Mar 2026") == "week 2026-03-09");
  CHECK(read("today noon") == "2026-11-24 12:00");
  CHECK(read("27 Feb") == "2027-02-27");
  CHECK(read("Feb 27, 2026 4:30 pm") == "2026-02-27 16:30");
  CHECK(read("Fri 27 Nov, 16:00") == "2026-11-27 16:00");
  CHECK(read("2026-12-01 08:15") == "2026-12-01 08:15");
  CHECK(read("week of 9 March") == "week 2027-03-09");
  CHECK(read("week of 2023-02-27") == "week 2023-02-27");
  CHECK(read("1st of") == "?");
  CHECK(read("Wed 30 Jun 2027") == "2027-06-30");
  CHECK(read("29 feb") == "2028-02-29");
}

TEST_CASE("when: what is not understood is not guessed") {
  for (const char* typed : {"", "16:00", "soon", "fri 25:00", "31 feb", "fri banana", "32 May", "12 13 2026"})
    CHECK(read(typed) == "?");
}

TEST_CASE("when: times") {
  CHECK(readTime("16.05", typedWords()) == TimeOfDay{965});
  CHECK(readTime("9h", typedWords()) == TimeOfDay{540});
  CHECK(readTime("12am", typedWords()) == TimeOfDay{0});
  CHECK(readTime("12pm", typedWords()) == TimeOfDay{720});
  for (const char* typed : {"13pm", "9", "9:5", "24:00", "x:30", ""}) CHECK_FALSE(readTime(typed, typedWords()));
}

TEST_CASE("when: what lies behind is the last one") {
  const auto past = [](const char* typed) {
    const auto when = readPastWhen(typed, dateOf({2026, 11, 24}), typedWords());  // a Tuesday
    return when ? toText(when->date) : std::string("?");
  };
  CHECK(past("fri 16:00") == "2026-11-20");
  CHECK(past("tue") == "2026-11-24");
  CHECK(past("yesterday") == "2026-11-23");
  CHECK(past("16 Nov 9:30") == "2026-11-16");
  CHECK(past("26 Nov") == "2025-11-26");
  CHECK(past("24 Nov") == "2026-11-24");
  CHECK(past("2026-10-01") == "2026-10-01");
  CHECK(past("tomorrow") == "?");
}

}  // namespace cairn::when_test

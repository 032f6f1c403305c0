#include "base/date.hpp"

#include <doctest/doctest.h>

namespace cairn::date_test {

TEST_CASE("date: every day of 1900 to 2100 goes to its civil date and back") {
  for (Date date = dateOf({1900, 1, 1}); date < dateOf({2101, 1, 1}); date = date.plus(1)) {
    REQUIRE(dateOf(civilOf(date)) == date);
    REQUIRE(dateFromText(toText(date)) == date);
  }
}

TEST_CASE("date: known weekdays and weeks") {
  CHECK(weekdayOf(dateOf({1970, 1, 1})) == 3);
  CHECK(weekdayOf(dateOf({2026, 11, 24})) == 1);
  CHECK(weekdayOf(dateOf({1969, 12, 28})) == 6);
  CHECK(toText(weekStart(dateOf({2023, 3, 5}))) == "2023-02-27");
}

TEST_CASE("date: a day that does not exist is no day") {
  for (const char* text : {"2023-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "0000-01-01", "2023-02-2x", ""}) {
    CHECK_FALSE(dateFromText(text));
  }
  CHECK(dateFromText("2024-02-29"));
}

TEST_CASE("time: read and written") {
  CHECK(timeFromText("16:05") == TimeOfDay{965});
  CHECK(toText(TimeOfDay{5}) == "00:05");
  for (const char* text : {"24:00", "12:60", "1:00", "12.00", ""}) CHECK_FALSE(timeFromText(text));
}

TEST_CASE("instant: wall clock at an offset, and back, before 1970 too") {
  for (const Instant instant : {Instant{0}, Instant{-1}, Instant{-kDay - 1}, Instant{1'700'000'000'000}}) {
    const LocalTime local = localAt(instant, 345);
    CHECK(instantAt(local, 345) <= instant);
    CHECK(instant - instantAt(local, 345) < kMinute);
  }
}

}  // namespace cairn::date_test

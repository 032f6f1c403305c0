#include "base/zones.hpp"

#include <doctest/doctest.h>

#include <map>

#include "platform/headless/native_zones.hpp"

namespace cairn::zones_test {

TEST_CASE("zones: a wall time before, in and after a clock change") {
  const NativeZones zones;
  const auto at = [&](const char* zone, Civil day, int minutes) {
    return *instantIn(zones, zone, {dateOf(day), {minutes}});
  };
  const Instant midnight = instantAt({dateOf({2026, 3, 29}), {0}}, 0);
  CHECK(at("Europe/Lisbon", {2026, 3, 29}, 30) == midnight + 30 * kMinute);
  // 01:30 does not exist that night: read with the offset from before.
  CHECK(at("Europe/Lisbon", {2026, 3, 29}, 90) == midnight + 90 * kMinute);
  CHECK(at("Europe/Lisbon", {2026, 3, 29}, 180) == midnight + 120 * kMinute);
  // 01:30 happens twice in October: the first one.
  CHECK(at("Europe/Lisbon", {2026, 10, 25}, 90) == instantAt({dateOf({2026, 10, 25}), {30}}, 0));
  CHECK(at("Asia/Kolkata", {2026, 1, 1}, 330) == instantAt({dateOf({2026, 1, 1}), {0}}, 0));
  CHECK_FALSE(instantIn(zones, "Mars/Olympus", {dateOf({2026, 1, 1}), {0}}));
}

TEST_CASE("zones: found by what people type") {
  const auto names = NativeZones().names();
  CHECK(matchingZones(names, "sao pau", 3) == std::vector<std::string>{"America/Sao_Paulo"});
  CHECK(matchingZones(names, "LISB", 3) == std::vector<std::string>{"Europe/Lisbon"});
  CHECK(matchingZones(names, "", 3).empty());
  CHECK(matchingZones(names, "e", 4).size() == 4);
  CHECK(cityOf("America/Argentina/Buenos_Aires") == "Buenos Aires");
}

TEST_CASE(
    "zones: a wall time that a clock change skips, or that comes twice, is told as such: each quarter of a year") {
  const NativeZones zones;
  for (const char* zone : {"Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"}) {
    CAPTURE(zone);
    // How often each wall time is shown, by going through every instant.
    constexpr int kStep = 15;
    std::map<Instant, int> shown;
    const Instant begin = instantAt({dateOf({2026, 1, 1}), {0}}, 0);
    for (Instant at = begin - 2 * kDay; at < begin + 367 * kDay; at += kStep * kMinute) {
      ++shown[at + *zones.offsetAt(zone, at) * kMinute];
    }
    for (Instant wall = begin; wall < begin + 365 * kDay; wall += kStep * kMinute) {
      const LocalTime local = localAt(wall, 0);
      const int times = shown.contains(wall) ? shown.at(wall) : 0;
      const WallTime expected = times == 0 ? WallTime::skipped : times == 1 ? WallTime::once : WallTime::twice;
      CAPTURE(wall);
      REQUIRE(wallTimeIn(zones, zone, local) == expected);
      // What is planned then is shown as an hour that there is.
      const Instant meant = *instantIn(zones, zone, local);
      const bool isSame = meant + *zones.offsetAt(zone, meant) * kMinute == wall;
      REQUIRE(isSame == (expected != WallTime::skipped));
    }
  }
  CHECK(wallTimeIn(zones, "Mars/Olympus", {dateOf({2026, 1, 1}), {0}}) == WallTime::once);
}

TEST_CASE("zones: former names, countries and abbreviations are understood; what means several is asked") {
  const auto names = NativeZones().names();
  const auto meant = [&](const char* typed) { return zoneMeant(names, typed); };
  CHECK(meant("Asia/Calcutta") == "Asia/Kolkata");
  CHECK(meant("calcutta") == "Asia/Kolkata");
  CHECK(meant("Europe/Kiev") == "Europe/Kyiv");
  CHECK(meant("Poland") == "Europe/Warsaw");
  CHECK(meant("PT") == "America/Los_Angeles");
  CHECK(meant("Lagos") == "Africa/Lagos");
  CHECK(meant("W. Europe Standard Time").empty());
  CHECK(meant("").empty());
  CHECK(meant("IST").empty());
  CHECK(matchingZones(names, "IST", 3) == std::vector<std::string>{"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"});
  // Letters within a word are no match: "ist" is in Boa Vista and Christmas too.
  for (const auto& zone : matchingZones(names, "ist", 20)) CHECK(zone.find("ist") == std::string::npos);
}

}  // namespace cairn::zones_test

#include "base/zones.hpp"

#include <doctest/doctest.h>

#include "platform/headless/native_zones.hpp"

using namespace cairn;

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

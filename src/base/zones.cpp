#include "base/zones.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "base/zone_names.hpp"

namespace cairn {

namespace {

/// The instants at which a zone's clock shows a wall time, by the offsets before and after a change near it.
struct Readings {
  Instant byEarlier = 0;
  Instant byLater = 0;
  bool earlierHolds = false;
  bool laterHolds = false;
};

std::optional<Readings> readingsOf(const Zones& zones, std::string_view zone, const LocalTime& local) {
  const Instant asUtc = instantAt(local, 0);
  const auto before = zones.offsetAt(zone, asUtc - kDay);
  const auto after = zones.offsetAt(zone, asUtc + kDay);
  if (!before || !after) return std::nullopt;
  Readings readings{asUtc - *before * kMinute, asUtc - *after * kMinute, false, false};
  readings.earlierHolds = zones.offsetAt(zone, readings.byEarlier) == before;
  readings.laterHolds = zones.offsetAt(zone, readings.byLater) == after;
  return readings;
}

/// Whether a word of the text, and what follows it, begins with what is wanted.
bool hasWordFrom(std::string_view text, std::string_view wanted) {
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '/' || text[at - 1] == '-') return true;
  }
  return false;
}

}  // namespace

std::optional<Instant> instantIn(const Zones& zones, std::string_view zone, const LocalTime& local) {
  const auto readings = readingsOf(zones, zone, local);
  if (!readings) return std::nullopt;
  return !readings->earlierHolds && readings->laterHolds ? readings->byLater : readings->byEarlier;
}

WallTime wallTimeIn(const Zones& zones, std::string_view zone, const LocalTime& local) {
  const auto readings = readingsOf(zones, zone, local);
  if (!readings) return WallTime::once;
  if (!readings->earlierHolds && !readings->laterHolds) return WallTime::skipped;
  const bool both = readings->earlierHolds && readings->laterHolds;
  return both && readings->byEarlier != readings->byLater ? WallTime::twice : WallTime::once;
}

std::string cityOf(std::string_view zone) {
  const auto slash = zone.rfind('/');
  std::string city(slash == std::string_view::npos ? zone : zone.substr(slash + 1));
  std::replace(city.begin(), city.end(), '_', ' ');
  return city;
}

std::vector<std::string> matchingZones(const std::vector<std::string>& names, std::string_view typed,
                                       std::size_t most) {
  const std::string wanted = foldForSearch(typed);
  if (wanted.empty()) return {};
  std::vector<std::string> found = zonesAlsoCalled(names, wanted);
  const auto add = [&](const std::string& name) {
    if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
  };
  for (const auto& name : names) {
    if (foldForSearch(cityOf(name)).starts_with(wanted)) add(name);
  }
  for (const auto& name : names) {
    std::string folded = foldForSearch(name);
    std::replace(folded.begin(), folded.end(), '_', ' ');
    if (hasWordFrom(folded, wanted)) add(name);
  }
  if (found.size() > most) found.resize(most);
  return found;
}

std::string zoneMeant(const std::vector<std::string>& names, std::string_view typed) {
  if (meansSeveralZones(foldForSearch(typed))) return {};
  const auto found = matchingZones(names, typed, 1);
  return found.empty() ? std::string() : found.front();
}

}  // namespace cairn

#include "base/zones.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cairn {

std::optional<Instant> instantIn(const Zones& zones, std::string_view zone, const LocalTime& local) {
  const Instant asUtc = instantAt(local, 0);
  const auto before = zones.offsetAt(zone, asUtc - kDay);
  const auto after = zones.offsetAt(zone, asUtc + kDay);
  if (!before || !after) return std::nullopt;
  const Instant first = asUtc - *before * kMinute;
  if (zones.offsetAt(zone, first) == before) return first;
  const Instant second = asUtc - *after * kMinute;
  if (zones.offsetAt(zone, second) == after) return second;
  return first;
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
  std::vector<std::string> starts;
  std::vector<std::string> contains;
  if (wanted.empty()) return starts;
  for (const auto& name : names) {
    std::string folded = foldForSearch(name);
    std::replace(folded.begin(), folded.end(), '_', ' ');
    if (foldForSearch(cityOf(name)).starts_with(wanted)) {
      starts.push_back(name);
    } else if (folded.find(wanted) != std::string::npos) {
      contains.push_back(name);
    }
  }
  starts.insert(starts.end(), contains.begin(), contains.end());
  if (starts.size() > most) starts.resize(most);
  return starts;
}

}  // namespace cairn

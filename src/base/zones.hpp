#pragma once
// The Zones port: what the core asks about IANA time zones. The page answers with Intl, native
// programs with Howard Hinnant's date library; both read the same tz database.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace cairn {

class Zones {
 public:
  virtual ~Zones() = default;
  /// Minutes east of UTC at that instant; nothing where the zone is unknown.
  virtual std::optional<int> offsetAt(std::string_view zone, Instant instant) const = 0;
  /// All names, such as "Europe/Lisbon".
  virtual std::vector<std::string> names() const = 0;
};

/// The instant of a wall time in a zone. A time that a clock change skips is read with the offset
/// from before it; one that happens twice is the first. Nothing where the zone is unknown.
std::optional<Instant> instantIn(const Zones& zones, std::string_view zone, const LocalTime& local);

/// What a clock change makes of a wall time: there is no such hour that night, or there are two.
enum class WallTime { once, skipped, twice };
/// `once` also where the zone is unknown.
WallTime wallTimeIn(const Zones& zones, std::string_view zone, const LocalTime& local);

/// "Lisbon" for "Europe/Lisbon": what a person reads.
std::string cityOf(std::string_view zone);

/// Zone names for what somebody typed ("sao pau"), best first; case, accents and "_" do not count. Words are matched
/// from their beginning. A city's former name ("Calcutta"), a country with one zone ("Poland") and an abbreviation
/// ("PT"; "IST" gives each that it may mean) are understood as well.
std::vector<std::string> matchingZones(const std::vector<std::string>& names, std::string_view typed, std::size_t most);
/// The one that is meant; empty where none is, or where only the person can say which ("IST").
std::string zoneMeant(const std::vector<std::string>& names, std::string_view typed);

}  // namespace cairn

#pragma once
// The Zones port for native programs: the system's tz database through Howard Hinnant's library.
#include "base/zones.hpp"

namespace cairn {

class NativeZones : public Zones {
 public:
  std::optional<int> offsetAt(std::string_view zone, Instant instant) const override;
  std::vector<std::string> names() const override;
};

}  // namespace cairn

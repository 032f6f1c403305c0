#pragma once
// What a question needs of the clock.
#include "base/zones.hpp"

namespace cairn {

/// Now, and what the reader's own clock shows then.
struct Moment {
  Instant now = 0;
  LocalTime local;
};

}  // namespace cairn

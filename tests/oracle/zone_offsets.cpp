// Prints what the system's tz database says: a line "INSTANT MINUTES" (milliseconds since 1970)
// for each change of a zone's offset, just before and at it, and for every sixth hour.
//   zone_offsets ZONE FROM TO
#include <cstdio>
#include <cstdlib>

#include "platform/headless/native_zones.hpp"

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const cairn::NativeZones zones;
  const auto offset = [&](cairn::Instant at) { return zones.offsetAt(arguments[1], at).value_or(100'000); };
  const auto print = [&](cairn::Instant at) { std::printf("%lld %d\n", static_cast<long long>(at), offset(at)); };
  constexpr cairn::Instant kQuarter = 15 * cairn::kMinute;
  const cairn::Instant to = std::atoll(arguments[3]);
  int last = offset(std::atoll(arguments[2]));
  for (cairn::Instant at = std::atoll(arguments[2]); at < to; at += kQuarter) {
    const int now = offset(at);
    if (now != last) print(at - 1);
    if (now != last || at % (360 * cairn::kMinute) == 0) print(at);
    last = now;
  }
}

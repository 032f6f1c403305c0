#include "platform/headless/native_zones.hpp"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace cairn {

std::optional<int> NativeZones::offsetAt(std::string_view zone, Instant instant) const {
  try {
    const auto* found = date::locate_zone(std::string(zone));
    const date::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds{instant}};
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(found->get_info(time).offset).count());
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

std::vector<std::string> NativeZones::names() const {
  std::vector<std::string> all;
  for (const auto& zone : date::get_tzdb().zones) {
    if (zone.name().find('/') != std::string::npos) all.push_back(zone.name());
  }
  return all;
}

}  // namespace cairn

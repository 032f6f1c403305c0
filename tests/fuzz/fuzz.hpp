#pragma once
// What the fuzz targets share. A target fails by crashing: a broken promise ends the program.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace cairn::fuzz {

/// Cuts the input into parts; the byte 0xFF, which no UTF-8 holds, stands between them.
inline std::vector<std::string_view> partsOf(const std::uint8_t* data, std::size_t size, std::size_t most) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < most) {
    const auto end = rest.find('\xFF');
    if (end == std::string_view::npos) break;
    parts.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  parts.push_back(rest);
  return parts;
}

inline void must(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

}  // namespace cairn::fuzz

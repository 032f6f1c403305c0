#pragma once
// Checksum: CRC-32 (ISO 3309, the one of zlib and PNG) of a growing text, so that any other program
// can calculate it too. Against accidents, not against forgery.
//   Checksum sum; sum.add("cairn"); sum.value();
#include <cstdint>
#include <string>
#include <string_view>

namespace cairn {

class Checksum {
 public:
  void add(std::string_view bytes);
  std::uint32_t value() const { return ~state_; }

 private:
  std::uint32_t state_ = 0xFFFFFFFFU;
};

std::uint32_t crc32Of(std::string_view bytes);
/// Eight digits of base 16.
std::string toHex(std::uint32_t value);

}  // namespace cairn

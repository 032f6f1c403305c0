#include "base/checksum.hpp"

#include <array>

namespace cairn {
namespace {

using Table = std::array<std::uint32_t, 256>;

// kTables[n][byte]: the effect of a byte that has n more behind it ("slicing by 8", Kounavis and
// Berry 2005).
constexpr std::array<Table, 8> makeTables() {
  std::array<Table, 8> tables{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
    tables[0][byte] = value;
  }
  for (std::size_t slice = 1; slice < tables.size(); ++slice) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = tables[slice - 1][byte];
      tables[slice][byte] = (before >> 8U) ^ tables[0][before & 255U];
    }
  }
  return tables;
}
constexpr auto kTables = makeTables();

std::uint32_t byteAt(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

}  // namespace

void Checksum::add(std::string_view bytes) {
  std::uint32_t state = state_;
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    const std::uint32_t first = state ^ (byteAt(bytes, at) | byteAt(bytes, at + 1) << 8U |
                                         byteAt(bytes, at + 2) << 16U | byteAt(bytes, at + 3) << 24U);
    state = kTables[7][first & 255U] ^ kTables[6][(first >> 8U) & 255U] ^ kTables[5][(first >> 16U) & 255U] ^
            kTables[4][first >> 24U] ^ kTables[3][byteAt(bytes, at + 4)] ^ kTables[2][byteAt(bytes, at + 5)] ^
            kTables[1][byteAt(bytes, at + 6)] ^ kTables[0][byteAt(bytes, at + 7)];
  }
  for (; at < bytes.size(); ++at) state = (state >> 8U) ^ kTables[0][(state ^ byteAt(bytes, at)) & 255U];
  state_ = state;
}

std::uint32_t crc32Of(std::string_view bytes) {
  Checksum sum;
  sum.add(bytes);
  return sum.value();
}

std::string toHex(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(8, '0');
  for (std::size_t at = 8; at-- > 0; value >>= 4U) text[at] = kDigits[value & 15U];
  return text;
}

}  // namespace cairn

#include "base/id.hpp"

#include <array>

namespace cairn {
namespace {
constexpr std::string_view kBase32 = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::uint8_t kNoDigit = 255;
constexpr auto kDigitOf = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::size_t at = 0; at < kBase32.size(); ++at) {
    values[static_cast<unsigned char>(kBase32[at])] = static_cast<std::uint8_t>(at);
  }
  return values;
}();
}  // namespace

std::string toBase32(std::uint64_t value, int length) {
  std::string text(static_cast<std::size_t>(length), '0');
  for (int at = length; at-- > 0;) {
    text[static_cast<std::size_t>(at)] = kBase32[value & 31U];
    value >>= 5U;
  }
  return text;
}

std::optional<std::uint64_t> fromBase32(std::string_view text) {
  std::uint64_t value = 0;
  for (const char digit : text) {
    const std::uint8_t found = kDigitOf[static_cast<unsigned char>(digit)];
    if (found == kNoDigit) return std::nullopt;
    value = (value << 5U) | found;
  }
  return value;
}

// 80 bits are two halves of eight characters, 40 bits each.
std::string toText(const Id& id) {
  const std::uint64_t first = (static_cast<std::uint64_t>(id.high) << 24U) | (id.low >> 40U);
  return toBase32(first, 8) + toBase32(id.low & 0xFF'FFFF'FFFFU, 8);
}

std::optional<Id> idFromText(std::string_view text) {
  if (text.size() != 16) return std::nullopt;
  const auto first = fromBase32(text.substr(0, 8));
  const auto second = fromBase32(text.substr(8));
  if (!first || !second) return std::nullopt;
  return Id{static_cast<std::uint16_t>(*first >> 24U), (*first << 40U) | *second};
}

Id derivedId(std::string_view kind, std::string_view source) {
  std::string text(kind);
  text += '\n';
  text += source;
  const std::uint64_t low = hash64Of(text);
  text += '\n';
  return Id{static_cast<std::uint16_t>(hash64Of(text) >> 48U), low};
}

Id IdSource::next() {
  const auto high = static_cast<std::uint16_t>(nextNumber());
  return Id{high, nextNumber()};
}

std::uint64_t hash64Of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace cairn

#include "base/order.hpp"

#include <cstddef>

namespace cairn {
namespace {
constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kBase = kDigits.size();
// Appending is what people do most: step by little, so that keys stay short.
constexpr std::size_t kStep = 2;

std::size_t digitAt(std::string_view key, std::size_t at, std::size_t otherwise) {
  if (at >= key.size()) return otherwise;
  const auto digit = kDigits.find(key[at]);
  return digit == std::string_view::npos ? otherwise : digit;
}
}  // namespace

std::string orderBetween(std::string_view before, std::string_view after) {
  std::string key;
  bool open = after.empty();
  for (std::size_t at = 0;; ++at) {
    const std::size_t low = digitAt(before, at, 0);
    const std::size_t high = open ? kBase : digitAt(after, at, 0);
    if (high > low + 1) {
      const std::size_t middle = open && low + kStep < kBase ? low + kStep : (low + high) / 2;
      key += kDigits[middle];
      return key;
    }
    key += kDigits[low];
    if (high > low) open = true;
    if (at > before.size() + after.size() + 1) return key + 'i';
  }
}

}  // namespace cairn

#include "base/decimal.hpp"

namespace cairn {
namespace {
constexpr std::size_t kMostCharacters = 30;
bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }
}  // namespace

std::optional<Decimal> decimalFromText(std::string_view text) {
  if (text.empty() || text.size() > kMostCharacters) return std::nullopt;
  std::size_t at = text.front() == '-' ? 1 : 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && isDigit(text[at])) ++at;
    return at > from;
  };
  if (!digits()) return std::nullopt;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digits()) return std::nullopt;
  }
  if (at != text.size()) return std::nullopt;
  return Decimal{std::string(text)};
}

double toDouble(const Decimal& decimal) {
  double number = 0;
  double unit = 0;  // of the digit, once the point was there
  for (const char letter : decimal.digits) {
    if (letter == '.') unit = 1;
    if (!isDigit(letter)) continue;
    number = number * 10 + (letter - '0');
    unit *= 10;
  }
  if (unit > 0) number /= unit;
  return decimal.digits.starts_with('-') ? -number : number;
}

}  // namespace cairn

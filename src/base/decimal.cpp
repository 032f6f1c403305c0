#include "base/decimal.hpp"

#include <cstdlib>

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

double toDouble(const Decimal& decimal) { return std::strtod(decimal.digits.c_str(), nullptr); }

}  // namespace cairn

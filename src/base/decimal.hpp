#pragma once
// Decimal: a number as people write it, kept digit for digit ("12.50" stays "12.50"). For measures
// of goals; nothing is calculated with it but comparisons for a chart.
// Limits: at most 30 characters, no exponent.
#include <optional>
#include <string>
#include <string_view>

namespace cairn {

struct Decimal {
  std::string digits;  ///< "-12.5"; empty for none
  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend bool operator<(const Decimal& a, const Decimal& b) { return a.digits < b.digits; }  ///< any fixed order
  explicit operator bool() const { return !digits.empty(); }
};

/// Reads an optional minus sign, digits, and perhaps a point with digits; nothing else.
std::optional<Decimal> decimalFromText(std::string_view text);
double toDouble(const Decimal& decimal);

}  // namespace cairn

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "widgets/tokens.hpp"

namespace cairn::tokens_test {

namespace {

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

/// How colours are seen without the long, the middle or the short cones, in linear light: Machado,
/// Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
/// severity 1.
constexpr std::array<Matrix, 3> kDichromacies{{
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

/// WCAG 2.2, "contrast ratio": from 1 to 21.
double contrast(Color a, Color b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Three times(const Matrix& matrix, const Three& from) {
  Three to{};
  for (std::size_t row = 0; row < 3; ++row) {
    to[row] = std::inner_product(from.begin(), from.end(), matrix[row].begin(), 0.0);
  }
  return to;
}

Three seen(const Matrix& matrix, Color color) {
  Three linear{};
  for (std::size_t at = 0; at < 3; ++at) {
    const double value = ((color >> (16 - 8 * at)) & 0xFFU) / 255.0;
    linear[at] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  Three changed = times(matrix, linear);
  for (double& channel : changed) channel = std::clamp(channel, 0.0, 1.0);
  return changed;
}

/// CIELAB of linear sRGB, white D65.
Three lab(const Three& linear) {
  constexpr Matrix kXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
  constexpr Three kWhite{0.95047, 1, 1.08883};
  Three xyz = times(kXyz, linear);
  for (std::size_t at = 0; at < 3; ++at) {
    const double part = xyz[at] / kWhite[at];
    xyz[at] = part > 0.008856 ? std::cbrt(part) : 7.787 * part + 16.0 / 116;
  }
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double distance(const Three& a, const Three& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

}  // namespace

TEST_CASE("tokens: the three signals stay three for whoever lacks one kind of cones") {
  constexpr double kAtAGlance = 10;  // of CIELAB; 2.3 can just be told apart side by side
  for (const Palette& palette : {kLight, kDark}) {
    for (const Matrix& eye : kDichromacies) {
      CAPTURE(palette.dark);
      CAPTURE(&eye - kDichromacies.data());
      const auto look = [&](Color color) { return lab(seen(eye, color)); };
      CHECK(distance(look(palette.good), look(palette.attention)) > kAtAGlance);
      CHECK(distance(look(palette.good), look(palette.problem)) > kAtAGlance);
      CHECK(distance(look(palette.attention), look(palette.problem)) > kAtAGlance);
    }
  }
}

TEST_CASE("tokens: text has 4.5 : 1 and edges have 3 : 1 on what they stand on, in both themes") {
  for (const Palette& palette : {kLight, kDark}) {
    CAPTURE(palette.dark);
    // The accent is the colour of the focus ring too.
    for (const Color surface : {palette.ground, palette.surface, palette.raised, palette.accentSoft, palette.mine}) {
      CAPTURE(surface);
      for (const Color words : {palette.ink, palette.quiet, palette.accent}) CHECK(contrast(words, surface) >= 4.5);
    }
    // What can be used, and what is good or needs somebody, stands on pages, cards, sheets and what only I see.
    for (const Color surface : {palette.ground, palette.surface, palette.raised, palette.mine}) {
      CAPTURE(surface);
      CHECK(contrast(palette.edge, surface) >= 3);
      for (const Color signal : {palette.good, palette.attention, palette.problem})
        CHECK(contrast(signal, surface) >= 4.5);
    }
    for (const Color surface : {palette.surface, palette.night}) {
      CHECK(contrast(palette.hours, surface) >= 3);
      CHECK(contrast(palette.accent, surface) >= 3);
    }
    CHECK(contrast(palette.onAccent, palette.accent) >= 4.5);
    CHECK(contrast(palette.onAccent, palette.accentNear) >= 4.5);
    for (const Color surface : {palette.ground, palette.surface, palette.raised, palette.mine})
      CHECK(contrast(palette.onMine, surface) >= 4.5);
  }
}

TEST_CASE("tokens: forced colours are the system's alone, and know which is dark") {
  const Palette night = paletteOf({.canvas = 0x000000, .text = 0xFFFFFF, .link = 0xFFFF00});
  CHECK(night.dark);
  CHECK(night.forced);
  CHECK(night.surface == 0x000000);
  CHECK(night.quiet == 0xFFFFFF);
  CHECK(night.accent == 0xFFFF00);
  CHECK_FALSE(paletteOf({.canvas = 0xFFFFFF, .text = 0x000000, .link = 0x0000EE}).dark);
}

TEST_CASE("tokens: contrast is that of WCAG") {
  CHECK(contrast(0x000000, 0xFFFFFF) == doctest::Approx(21));
  CHECK(contrast(0x777777, 0xFFFFFF) == doctest::Approx(4.48).epsilon(0.01));
}

}  // namespace cairn::tokens_test

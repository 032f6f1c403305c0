#include <doctest/doctest.h>

#include "widgets/tokens.hpp"

using namespace cairn;

TEST_CASE("tokens: text has 4.5 : 1 and edges have 3 : 1 on what they stand on, in both themes") {
  for (const Palette& palette : {kLight, kDark}) {
    CAPTURE(palette.dark);
    for (const Color surface : {palette.ground, palette.surface, palette.raised, palette.accentSoft}) {
      CHECK(contrast(palette.ink, surface) >= 4.5);
      CHECK(contrast(palette.quiet, surface) >= 4.5);
      CHECK(contrast(palette.accent, surface) >= 4.5);
    }
    for (const Color surface : {palette.ground, palette.surface}) {
      CHECK(contrast(palette.edge, surface) >= 3);
      for (const Color signal : {palette.good, palette.attention, palette.problem})
        CHECK(contrast(signal, surface) >= 4.5);
    }
    CHECK(contrast(palette.onAccent, palette.accent) >= 4.5);
    CHECK(contrast(palette.ink, palette.mine) >= 4.5);
    CHECK(contrast(palette.quiet, palette.mine) >= 4.5);
    CHECK(contrast(palette.onMine, palette.raised) >= 4.5);
    CHECK(contrast(palette.onMine, palette.mine) >= 4.5);
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

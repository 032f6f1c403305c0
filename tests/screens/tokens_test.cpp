#include <doctest/doctest.h>

#include "widgets/tokens.hpp"

using namespace cairn;

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

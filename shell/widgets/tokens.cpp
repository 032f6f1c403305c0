#include "widgets/tokens.hpp"

#include <cmath>

namespace cairn {
namespace {

std::string hex(Color color) {
  std::string text = "#";
  for (unsigned shift = 24; shift > 0;) text += "0123456789abcdef"[(color >> (shift -= 4)) & 15U];
  return text;
}

}  // namespace

double luminance(Color color) {
  const auto channel = [&](unsigned shift) {
    const double value = ((color >> shift) & 0xFFU) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

Palette paletteOf(const ForcedColors& colors) {
  const auto [canvas, ink, link] = colors;
  return {.dark = luminance(canvas) < luminance(ink),
          .ground = canvas,
          .surface = canvas,
          .raised = canvas,
          .line = ink,
          .edge = ink,
          .ink = ink,
          .quiet = ink,
          .accent = link,
          .accentNear = ink,
          .onAccent = canvas,
          .accentSoft = canvas,
          .mine = canvas,
          .onMine = ink,
          .good = ink,
          .attention = ink,
          .problem = ink,
          .stones = {ink, link, ink, link},
          .night = canvas,
          .hours = link,
          .forced = true};
}

std::vector<std::pair<std::string, std::string>> styleOf(const Palette& palette) {
  return {{"--ground", hex(palette.ground)},
          {"--surface", hex(palette.surface)},
          {"--ink", hex(palette.ink)},
          {"--quiet", hex(palette.quiet)},
          {"--accent", hex(palette.accent)},
          {"--wash", hex(palette.accentSoft)},
          {"color-scheme", palette.dark ? "dark" : "light"}};
}

}  // namespace cairn

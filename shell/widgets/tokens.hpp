#pragma once
// The look, in one file: colours of both themes, type, space, corners. The style sheet of the page
// gets its colours from here too (styleOf). Contrast is tested in tests/screens/tokens_test.cpp.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/fonts.hpp"

namespace cairn {

using Color = std::uint32_t;  ///< 0xRRGGBB

struct Palette {
  bool dark;
  Color ground;      ///< the page
  Color surface;     ///< a card
  Color raised;      ///< a sheet, the rail's pressed row
  Color line;        ///< hairlines between things
  Color edge;        ///< borders of what can be used: 3 : 1 on ground and surface
  Color ink;         ///< text
  Color quiet;       ///< secondary text
  Color accent;      ///< the one colour for what to press
  Color accentNear;  ///< the accent below a pointer
  Color onAccent;    ///< text on both
  Color accentSoft;  ///< a wash behind the current place
  Color mine;        ///< surface of what only I see
  Color onMine;      ///< its words "Only you"
  Color good;
  Color attention;
  Color problem;
  Color stones[4];      ///< the cairn
  Color night;          ///< of the strip of day and night
  Color hours;          ///< in which somebody can be met: 3 : 1 on day and night
  bool forced = false;  ///< the system's few colours: what is current or under the pointer gets a frame
};

constexpr Palette kLight{false,    0xF7F6F2, 0xFFFFFF, 0xFFFFFF, 0xE5E3DC, 0x85888C,
                         0x1D2125, 0x595F67, 0x23624A, 0x184B38, 0xFFFFFF, 0xE4EFE9,
                         0xF3EEF8, 0x5F4488, 0x23624A, 0x855300, 0xA5342B, {0x8B9089, 0xA5A79D, 0x767C78, 0xB8B6AA},
                         0xD9DBE3, 0x6F7A74};
constexpr Palette kDark{true,     0x131517, 0x1B1E21, 0x24282C, 0x2D3237, 0x767D85,
                        0xECEAE5, 0xA4ABB3, 0x84CBA8, 0xA3DDC0, 0x0E2219, 0x1E3329,
                        0x261F31, 0xC3A9EA, 0x84CBA8, 0xE2B65F, 0xF2988F, {0x6F756F, 0x8A8D84, 0x5A605D, 0x9C9B91},
                        0x0B0C0E, 0x7D857E};

namespace type {
constexpr text::Style kBody{16, 24, 400};
constexpr text::Style kStrong{16, 24, 600};
constexpr text::Style kSmall{14, 20, 400};
constexpr text::Style kSmallStrong{14, 20, 600};
constexpr text::Style kTitle{28, 36, 600};
constexpr text::Style kHeading{20, 28, 600};
constexpr text::Style kDisplay{34, 44, 600};
}  // namespace type

namespace space {
constexpr float kTight = 4;
constexpr float kSmall = 8;
constexpr float kMedium = 16;
constexpr float kLarge = 24;
constexpr float kHuge = 40;
constexpr float kCorner = 12;
constexpr float kControlCorner = 8;
constexpr float kTouch = 44;     ///< height of what a finger presses
constexpr float kControl = 40;   ///< height of what a mouse presses
constexpr float kTalk = 480;     ///< the same beside a video window
constexpr float kMeasure = 640;  ///< width of the column of attention
constexpr float kRail = 248;
constexpr float kBar = 60;          ///< the phone's bottom bar
constexpr float kPhoneBelow = 760;  ///< narrower than this is a phone
}  // namespace space

/// The system's colours of a page whose colours are forced (CSS: Canvas, CanvasText, LinkText).
struct ForcedColors {
  Color canvas;
  Color text;
  Color link;
};
Palette paletteOf(const ForcedColors& colors);

/// Custom properties for the page's style sheet.
std::vector<std::pair<std::string, std::string>> styleOf(const Palette& palette);

/// How bright a colour is, from 0 to 1: WCAG 2.2, "relative luminance".
double luminance(Color color);

}  // namespace cairn

#pragma once
// The system's fonts in Dear ImGui: an ImFontLoader over TextRaster, one ImFont a weight, any size.
// A line of text sits where the browser would put it (half-leading around rounded metrics), so
// that an editor laid over it does not move a pixel.
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "platform/platform.hpp"

namespace cairn::text {

struct Style {
  float size = 16;
  float line = 24;
  int weight = 400;
};

class Fonts {
 public:
  /// Adds the fonts to the current ImGui context's atlas. The raster must outlive the context.
  explicit Fonts(TextRaster& raster);
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  float width(std::string_view text, const Style& style) const;
  /// The lines of a wrapped text, as parts of it.
  std::vector<std::string_view> wrap(std::string_view text, const Style& style, float width) const;
  /// Draws one line whose line box begins at `top`.
  void draw(ImDrawList& list, ImVec2 top, std::string_view line, const Style& style, ImU32 color) const;
  /// The text, or its beginning and "…" where it is wider.
  std::string shortened(std::string_view text, const Style& style, float width) const;

 private:
  ImFont* fontOf(const Style& style) const { return style.weight >= 600 ? bold_ : regular_; }

  TextRaster& raster_;
  ImFont* regular_ = nullptr;
  ImFont* bold_ = nullptr;
};

}  // namespace cairn::text

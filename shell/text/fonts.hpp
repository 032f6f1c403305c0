#pragma once
// The system's fonts in Dear ImGui: an ImFontLoader over TextRaster, one ImFont a weight, any size.
// A line of text sits where the browser would put it (half-leading around rounded metrics), so
// that an editor laid over it does not move a pixel. What is more than its letters side by side is
// drawn as runs (text/runs.hpp).
#include <string>
#include <string_view>
#include <vector>

#include "text/runs.hpp"

namespace cairn::text {

/// One line of a wrapped text, as a part of it.
struct Line {
  std::string_view text;
  bool rightToLeft = false;  ///< its paragraph is
};

class Fonts {
 public:
  /// Adds the fonts to the current ImGui context's atlas. The raster must outlive the context.
  explicit Fonts(TextRaster& raster);
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// To be called behind ImGui::NewFrame(), which tells the screen's density to the one font that it calls its own.
  void beginFrame();
  float width(std::string_view text, const Style& style) const;
  /// At least one line.
  std::vector<Line> wrap(std::string_view text, const Style& style, float width) const;
  /// Draws one line whose line box begins at `top`.
  void draw(ImDrawList& list, ImVec2 top, const Line& line, const Style& style, ImU32 color) const;
  /// The text, or its beginning and "…" where it is wider.
  std::string shortened(std::string_view text, const Style& style, float width) const;

  const Runs& runs() const { return runs_; }

 private:
  ImFont* fontOf(const Style& style) const { return style.weight >= 600 ? bold_ : regular_; }
  float widthOfLetters(std::string_view text, const Style& style) const;
  /// Answers where the pen is afterwards.
  float drawLetters(ImDrawList& list, ImVec2 pen, std::string_view text, const Style& style, ImU32 color) const;
  void wrapParagraph(std::string_view paragraph, const Style& style, float width, std::vector<Line>& lines) const;

  TextRaster& raster_;
  mutable Runs runs_;  ///< remembers; asking it changes nothing that can be seen
  ImFont* regular_ = nullptr;
  ImFont* bold_ = nullptr;
};

}  // namespace cairn::text

#pragma once
// Runs: pieces of text that the browser shapes as a whole, as pictures in Dear ImGui's atlas, the
// least recently used of which make room. Also remembers what was measured.
//
//   if (!runs.draw(list, {x, baseline}, piece, style, color, false)) …draw it letter by letter
//
// Limit: at most kMostBytes of pictures; what one frame needs beyond that is not drawn as runs.
#include <cstdint>
#include <list>
#include <map>
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

class Runs {
 public:
  static constexpr std::size_t kMostBytes = 16U << 20U;

  explicit Runs(TextRaster& raster) : raster_(raster) {}

  float width(std::string_view text, const Style& style);
  /// Where each line of a paragraph begins, but the first.
  std::vector<std::size_t> breaks(std::string_view paragraph, const Style& style, float width);
  std::size_t fits(std::string_view text, const Style& style, float width);

  /// False where there is no room for its picture in this frame.
  bool draw(ImDrawList& list, ImVec2 pen, std::string_view text, const Style& style, ImU32 color, bool rightToLeft);

  std::size_t bytes() const { return bytes_; }

 private:
  struct Picture {
    std::string key;
    int left = 0;  ///< from the pen, in device pixels
    int top = 0;
    int width = 0;
    int height = 0;
    int place = -1;  ///< in the atlas; none for a run without a picture
    int usedInFrame = 0;
    std::size_t bytes() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4; }
  };

  Picture* find(const std::string& key);
  Picture* make(std::string key, const GlyphBitmap& bitmap);
  bool makeRoom(std::size_t bytes);

  TextRaster& raster_;
  std::list<Picture> pictures_;  ///< the most recently used first
  std::map<std::string, std::list<Picture>::iterator, std::less<>> places_;
  std::map<std::string, float> widths_;
  std::map<std::string, std::vector<std::size_t>> breaks_;
  std::size_t bytes_ = 0;
};

}  // namespace cairn::text

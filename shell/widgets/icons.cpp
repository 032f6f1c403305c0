#include "widgets/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace cairn {
namespace {

/// SVG's M and L with absolute numbers, and "O x y r" for a circle.
constexpr auto kPaths = std::to_array<std::string_view>({
    "O 5 12 1 O 12 12 1 O 19 12 1",                                                                   // more
    "M 6 6 L 18 18 M 18 6 L 6 18",                                                                    // close
    "M 5 12.5 L 10 17.5 L 19 7",                                                                      // check
    "M 12 5 L 12 19 M 5 12 L 19 12",                                                                  // plus
    "M 6 15 L 12 9 L 18 15",                                                                          // up
    "M 6 9 L 12 15 L 18 9",                                                                           // down
    "M 15 6 L 9 12 L 15 18",                                                                          // left
    "M 9 6 L 15 12 L 9 18",                                                                           // right
    "O 9 6 1 O 9 12 1 O 9 18 1 O 15 6 1 O 15 12 1 O 15 18 1",                                         // grip
    "O 11 11 6 M 15.5 15.5 L 20 20",                                                                  // search
    "M 4 7 L 20 7 L 20 20 L 4 20 L 4 6.2 M 4 11 L 20 11 M 8 4 L 8 8 M 16 4 L 16 8",                   // calendar
    "O 12 12 8 M 12 7.5 L 12 12 L 15.5 14",                                                           // clock
    "O 12 12 8 M 4 12 L 20 12 M 12 4 L 9 8 L 8.5 12 L 9 16 L 12 20 L 15 16 L 15.5 12 L 15 8 L 12 4",  // globe
});

class Pen {
 public:
  Pen(Ui& ui, ImVec2 top, float scale, Color color)
      : canvas_(ui.canvas()), top_(top), scale_(scale), color_(toImGui(color)) {}

  void draw(std::string_view path) {
    while (!path.empty()) {
      const char order = path.front();
      path.remove_prefix(2);
      if (order == 'M') stroke();
      const ImVec2 at = point(path);
      if (order == 'O') {
        circle(at, number(path) * scale_);
      } else {
        points_.push_back(at);
      }
    }
    stroke();
  }

 private:
  static constexpr float kStroke = 1.75F;
  float number(std::string_view& path) {
    float whole = 0;
    float unit = 0;
    std::size_t at = 0;
    for (; at < path.size() && path[at] != ' '; ++at) {
      if (path[at] == '.') {
        unit = 1;
      } else if (unit > 0) {
        unit /= 10;
        whole += unit * static_cast<float>(path[at] - '0');
      } else {
        whole = whole * 10 + static_cast<float>(path[at] - '0');
      }
    }
    path.remove_prefix(std::min(at + 1, path.size()));
    return whole;
  }
  ImVec2 point(std::string_view& path) {
    const float x = number(path);
    const float y = number(path);
    return {top_.x + x * scale_, top_.y + y * scale_};
  }
  void circle(ImVec2 centre, float radius) {
    constexpr float kDot = 2;
    if (radius < kDot) {
      canvas_.AddCircleFilled(centre, radius * kDot, color_);
    } else {
      canvas_.AddCircle(centre, radius, color_, 0, kStroke);
    }
  }
  void stroke() {
    if (points_.size() > 1) canvas_.AddPolyline(points_.data(), static_cast<int>(points_.size()), color_, 0, kStroke);
    points_.clear();
  }

  ImDrawList& canvas_;
  ImVec2 top_;
  float scale_;
  ImU32 color_;
  std::vector<ImVec2> points_;
};

}  // namespace

void drawIcon(Ui& ui, Icon icon, const semantics::Rect& in, Color color, float size) {
  const ImVec2 at = ui.onScreen(in);
  const ImVec2 top{std::round(at.x + (in.width - size) / 2), std::round(at.y + (in.height - size) / 2)};
  Pen(ui, top, size / 24, color).draw(kPaths[static_cast<std::size_t>(icon)]);
}

bool iconButton(Ui& ui, const std::string& key, Icon icon, std::string_view name, const IconButtonOptions& options) {
  const semantics::Rect rect = ui.take(ui.controlHeight(), ui.controlHeight());
  const Press press = pressable(ui, key, rect);
  const bool lit = press.hovered || press.held || options.expanded;
  if (lit) ui.fill(rect, ui.palette->accentSoft, space::kControlCorner);
  if (lit && ui.palette->forced) ui.frame(rect, ui.palette->accent, space::kControlCorner);
  ui.focusRing(rect, key, space::kControlCorner);
  drawIcon(ui, icon, rect, lit ? ui.palette->accent : ui.palette->quiet);
  semantics::Node node = nodeOf(key, semantics::Role::button, name);
  node.rect = rect;
  node.popup = options.popup;
  node.expanded = options.expanded;
  node.hasExpanded = !options.popup.empty();
  ui.meaning.add(std::move(node));
  return press.pressed;
}

}  // namespace cairn

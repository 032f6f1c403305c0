#include <algorithm>
#include <cmath>

#include "widgets/widgets.hpp"

namespace cairn {

Region::Region(Ui& ui, const std::string& key, Scroll& scroll, const Options& options)
    : ui_(ui), scroll_(scroll), bottomSpace_(options.top) {
  scroll.view = options.view;
  scroll.offset = std::clamp(scroll.offset, 0.0F, std::max(scroll.most, 0.0F));
  semantics::Node node;
  node.key = key;
  node.role = semantics::Role::region;
  node.landmark = options.landmark;
  node.name = options.name;
  node.rect = options.view;
  const float offset = onDevicePixel(scroll.offset);
  node.scroll = offset;
  node.disabled = ui.blocked;
  ui.meaning.open(std::move(node));

  const ImVec2 from{options.view.x, options.view.y};
  const ImVec2 to{from.x + options.view.width, from.y + options.view.height};
  ui.offsetY = 0;
  if (options.hasSurface) {
    ui.fill(options.view, options.surface, options.corner);
    if (ui.palette->forced) ui.frame(options.view, ui.palette->edge, options.corner);
  }
  ImGui::PushClipRect(from, to, true);
  ui.canvas().ChannelsSplit(2);
  ui.canvas().ChannelsSetCurrent(1);
  ui.offsetY = -offset;
  const float inner = options.view.width - 2 * options.padding;
  const float column = options.measure > 0 ? std::min(options.measure, inner) : inner;
  ui.flow = Flow{};
  ui.flow.left = std::round(options.view.x + (options.view.width - column) / 2);
  ui.flow.right = ui.flow.left + column;
  ui.flow.y = options.view.y + options.top;
}

namespace {

constexpr float kBarMargin = 4;  ///< of the scrollbar, from the region's edges

/// The thumb's way, from its highest place to its lowest.
float wayOf(const Scroll& scroll, float thumb) { return scroll.view.height - 2 * kBarMargin - thumb; }

}  // namespace

semantics::Rect thumbOf(const Scroll& scroll) {
  constexpr float kWidth = 12;
  constexpr float kLeast = 32;
  if (scroll.most <= 0) return {};
  const float height = std::max(kLeast, wayOf(scroll, 0) * scroll.view.height / (scroll.view.height + scroll.most));
  const float y = scroll.view.y + kBarMargin + wayOf(scroll, height) * std::min(scroll.offset / scroll.most, 1.0F);
  return {scroll.view.x + scroll.view.width - kWidth, y, kWidth, height};
}

void moveThumb(Scroll& scroll, float top) {
  const float way = wayOf(scroll, thumbOf(scroll).height);
  if (way > 0) scroll.offset = std::clamp((top - scroll.view.y - kBarMargin) / way, 0.0F, 1.0F) * scroll.most;
}

Region::~Region() {
  ui_.canvas().ChannelsMerge();
  ImGui::PopClipRect();
  scroll_.content = ui_.flow.y + bottomSpace_ - scroll_.view.y;
  scroll_.most = std::max(0.0F, scroll_.content - scroll_.view.height);
  if (const semantics::Rect thumb = thumbOf(scroll_); thumb.height > 0) {
    ui_.offsetY = 0;
    const bool near =
        ui_.bar == &scroll_ || (!ui_.touch && pointerIsIn({thumb.x, scroll_.view.y, thumb.width, scroll_.view.height}));
    const float width = near ? 8 : 4;
    ui_.fill({thumb.x + thumb.width - kBarMargin - width, thumb.y, width, thumb.height},
             near ? ui_.palette->edge : ui_.palette->line, width / 2);
  }
  ui_.offsetY = 0;
  ui_.meaning.close();
}

void scrim(Ui& ui) {
  ui.canvas().AddRectFilled({0, 0}, {ui.width, ui.height}, toImGui(0x000000, ui.palette->dark ? 0.6F : 0.32F));
}

}  // namespace cairn

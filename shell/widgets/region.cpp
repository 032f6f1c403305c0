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
  node.scroll = scroll.offset;
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
  ui.offsetY = -scroll.offset;
  const float inner = options.view.width - 2 * options.padding;
  const float column = options.measure > 0 ? std::min(options.measure, inner) : inner;
  ui.flow = Flow{};
  ui.flow.left = std::round(options.view.x + (options.view.width - column) / 2);
  ui.flow.right = ui.flow.left + column;
  ui.flow.y = options.view.y + options.top;
}

Region::~Region() {
  ui_.canvas().ChannelsMerge();
  ImGui::PopClipRect();
  scroll_.content = ui_.flow.y + bottomSpace_ - scroll_.view.y;
  scroll_.most = std::max(0.0F, scroll_.content - scroll_.view.height);
  if (scroll_.most > 0) {
    // The bar says how much there is; it is no control of its own.
    const float track = scroll_.view.height - 8;
    const float thumb = std::max(32.0F, track * scroll_.view.height / (scroll_.view.height + scroll_.most));
    const float y = scroll_.view.y + 4 + (track - thumb) * std::min(scroll_.offset / scroll_.most, 1.0F);
    ui_.offsetY = 0;
    ui_.fill({scroll_.view.x + scroll_.view.width - 8, y, 4, thumb}, ui_.palette->line, 2);
  }
  ui_.offsetY = 0;
  ui_.meaning.close();
}

void scrim(Ui& ui) {
  ui.canvas().AddRectFilled({0, 0}, {ui.width, ui.height}, toImGui(0x000000, ui.palette->dark ? 0.6F : 0.32F));
}

}  // namespace cairn

#include "widgets/widgets.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

}  // namespace

bool button(Ui& ui, const std::string& key, std::string_view label, const ButtonOptions& options) {
  const bool quiet = options.weight == Weight::quiet;
  const text::Style style = options.weight == Weight::primary ? type::kStrong : type::kBody;
  const float padding = quiet ? space::kSmall : space::kMedium;
  const float most = ui.flow.right - ui.flow.left;
  const float wanted = std::min(ui.fonts.width(label, style) + 2 * padding, most);
  const Rect rect = ui.take(options.width > 0 ? options.width : wanted, ui.controlHeight());
  const Press press = pressable(ui, key, rect);
  const Palette& palette = *ui.palette;

  Color ink = quiet ? palette.accent : palette.ink;
  if (options.weight == Weight::primary) {
    ui.fill(rect, press.hovered || press.held ? palette.accentNear : palette.accent, space::kControlCorner);
    ink = palette.onAccent;
  } else if (options.current) {
    ui.fill(rect, palette.accentSoft, space::kControlCorner);
    ui.frame(rect, palette.accent, space::kControlCorner);
  } else if (!quiet) {
    ui.fill(rect, press.held ? palette.accentSoft : palette.surface, space::kControlCorner);
    ui.frame(rect, press.hovered ? palette.accent : palette.edge, space::kControlCorner);
  } else if (press.hovered) {
    ui.fill(rect, palette.accentSoft, space::kControlCorner);
    if (palette.forced) ui.frame(rect, palette.accent, space::kControlCorner);
  }
  ui.focusRing(rect, key, space::kControlCorner);
  const std::string shown = ui.fonts.shortened(label, style, rect.width - (options.width > 0 ? 0 : 2 * padding) + 1);
  const float textWidth = ui.fonts.width(shown, style);
  ui.drawText({rect.x + (rect.width - textWidth) / 2, middleOf(rect, style) + ui.offsetY}, shown, style, ink);

  Node node = nodeOf(key, NodeRole::button, options.name.empty() ? label : options.name, rect);
  node.description = options.description;
  node.shortened = shown != label;
  node.value = node.shortened ? std::string(label) : "";
  node.current = options.current;
  ui.meaning.add(std::move(node));
  if (!ui.flow.inRow) gap(ui, space::kSmall);
  return press.pressed;
}

void link(Ui& ui, const std::string& key, std::string_view label, const std::string& address) {
  const std::string shown = ui.fonts.shortened(label, type::kBody, ui.flow.right - ui.flow.left);
  const float textWidth = ui.fonts.width(shown, type::kBody);
  const Rect rect = ui.take(textWidth + 1, ui.controlHeight());
  const Press press = pressable(ui, key, rect);
  const float top = middleOf(rect, type::kBody) + ui.offsetY;
  ui.drawText({rect.x, top}, shown, type::kBody, ui.palette->accent);
  if (press.hovered) ui.fill({rect.x, top - ui.offsetY + 22, textWidth, 1}, ui.palette->accent, 0);
  ui.focusRing(rect, key, space::kControlCorner);
  Node node = nodeOf(key, NodeRole::link, label, rect);
  node.address = address;
  node.shortened = shown != label;
  ui.meaning.add(std::move(node));
  if (press.pressed) ui.openedLink = address;
}

float listRowHeight(const Ui& ui, const RowOptions& options) {
  const float lines = options.detail.empty() ? 24.0F : 24.0F + 20.0F;
  return std::max(lines + (options.plain ? 16.0F : 24.0F), ui.controlHeight());
}

bool listRow(Ui& ui, const std::string& key, std::string_view title, const RowOptions& options) {
  const bool hasDetail = !options.detail.empty();
  const float padding = options.plain ? space::kSmall + space::kTight : space::kMedium;
  const float height = listRowHeight(ui, options);
  const Rect rect = ui.take(0, height);
  const Press press = pressable(ui, key, rect);
  const Palette& palette = *ui.palette;
  if (options.current || options.highlighted || press.hovered) {
    ui.fill(rect, palette.accentSoft, space::kCorner);
    if (palette.forced) ui.frame(rect, palette.accent, space::kCorner, 2);
  } else if (!options.plain) {
    ui.fill(rect, palette.surface, space::kCorner);
    ui.frame(rect, palette.line, space::kCorner);
  }
  ui.focusRing(rect, key, space::kCorner);
  const float trailing = ui.fonts.width(options.trailing, type::kSmall);
  const float inner = rect.width - 2 * padding;
  const text::Style& titleStyle = options.current || !options.plain ? type::kStrong : type::kBody;
  const float titleRoom = inner - (trailing > 0 ? trailing + space::kMedium : 0);
  const float top = rect.y + ui.offsetY + (height - (hasDetail ? 44.0F : 24.0F)) / 2;
  const std::string shownTitle = ui.fonts.shortened(title, titleStyle, titleRoom);
  const std::string shownDetail = ui.fonts.shortened(options.detail, type::kSmall, inner);
  ui.drawText({rect.x + padding, top}, shownTitle, titleStyle, palette.ink);
  if (hasDetail) ui.drawText({rect.x + padding, top + 24}, shownDetail, type::kSmall, palette.quiet);
  if (trailing > 0) {
    ui.drawText({rect.x + rect.width - padding - trailing, top + 2}, options.trailing, type::kSmall, palette.quiet);
  }
  Node node = nodeOf(key, options.address.empty() ? NodeRole::button : NodeRole::link, title, rect);
  node.description = joined(ui, {options.detail, options.trailing});
  node.address = options.address;
  node.shortened = shownTitle != title || shownDetail != options.detail;
  node.current = options.current;
  ui.meaning.add(std::move(node));
  if (press.pressed && !options.address.empty()) ui.openedLink = options.address;
  return press.pressed;
}

bool checkbox(Ui& ui, const std::string& key, std::string_view label, bool checked, std::string_view detail) {
  constexpr float kBox = 20;
  const float textLeft = kBox + space::kSmall + space::kTight;
  const auto lines = ui.fonts.wrap(label, type::kBody, ui.room() - textLeft);
  const auto details = ui.fonts.wrap(detail, type::kSmall, ui.room() - textLeft);
  const float text = static_cast<float>(lines.size()) * type::kBody.line +
                     (detail.empty() ? 0 : static_cast<float>(details.size()) * type::kSmall.line);
  const Rect rect = ui.take(0, std::max(text + 2 * space::kSmall, ui.controlHeight()));
  const Press press = pressable(ui, key, rect);
  const Palette& palette = *ui.palette;
  const float top = rect.y + (rect.height - text) / 2;
  const Rect box{rect.x + 1, top + 2, kBox, kBox};
  if (checked) {
    ui.fill(box, palette.accent, 6);
    const ImVec2 at = ui.onScreen(box);
    const ImVec2 points[] = {{at.x + 5, at.y + 10.5F}, {at.x + 8.5F, at.y + 14}, {at.x + 15, at.y + 6.5F}};
    ui.canvas().AddPolyline(points, 3, toImGui(palette.onAccent), 0, 2);
  } else {
    ui.fill(box, palette.surface, 6);
    ui.frame(box, press.hovered ? palette.accent : palette.edge, 6, 1.5F);
  }
  ui.focusRing(rect, key, space::kControlCorner);
  float y = top + ui.offsetY;
  for (const auto line : lines) {
    ui.drawText({rect.x + textLeft, y}, line.text, type::kBody, checked ? palette.quiet : palette.ink);
    y += type::kBody.line;
  }
  for (const auto line : details) {
    ui.drawText({rect.x + textLeft, y}, line.text, type::kSmall, palette.quiet);
    y += type::kSmall.line;
  }
  Node node = nodeOf(key, NodeRole::checkbox, label, rect);
  node.description = detail;
  node.checked = checked;
  ui.meaning.add(std::move(node));
  return press.pressed;
}

void tabs(Ui& ui, const std::string& key, std::string_view name, std::span<const Tab> all, std::size_t current) {
  Node group = nodeOf(key, NodeRole::group, name, {ui.flow.left, ui.flow.y, ui.room(), ui.controlHeight()});
  group.landmark = "navigation";
  ui.meaning.open(std::move(group));
  const float line = ui.flow.y + ui.controlHeight() + space::kTight;
  ui.fill({ui.flow.left, line, ui.room(), 1}, ui.palette->line, 0);
  {
    float each = 0;
    if (ui.phone)
      each = (ui.room() - space::kSmall * static_cast<float>(all.size() - 1)) / static_cast<float>(all.size());
    const Row row(ui);
    for (std::size_t at = 0; at < all.size(); ++at) {
      const bool chosen = at == current;
      const text::Style& style = chosen ? type::kStrong : type::kBody;
      const float textWidth = ui.fonts.width(all[at].label, style);
      const Rect rect = ui.take(each > 0 ? each : textWidth + 2 * space::kMedium, ui.controlHeight() + space::kTight);
      const std::string tabKey = key + "/" + std::to_string(at);
      const Press press = pressable(ui, tabKey, rect);
      if (chosen) ui.fill({rect.x, line - 1, rect.width, 2}, ui.palette->accent, 1);
      ui.focusRing(rect, tabKey, space::kControlCorner);
      const Color ink = chosen ? ui.palette->accent : press.hovered ? ui.palette->ink : ui.palette->quiet;
      ui.drawText({rect.x + (rect.width - textWidth) / 2, middleOf(rect, style) + ui.offsetY}, all[at].label, style,
                  ink);
      Node node = nodeOf(tabKey, NodeRole::link, all[at].label, rect);
      node.address = all[at].address;
      node.current = chosen;
      ui.meaning.add(std::move(node));
      if (press.pressed) ui.openedLink = all[at].address;
    }
  }
  ui.meaning.close();
  gap(ui, space::kLarge);
}

}  // namespace cairn

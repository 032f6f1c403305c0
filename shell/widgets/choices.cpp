#include "widgets/choices.hpp"

#include <algorithm>
#include <utility>
#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

/// A press on one of a radio group's options, which lie side by side on one surface.
bool segment(Ui& ui, const std::string& key, std::string_view label, const Rect& rect, bool chosen) {
  const Press press = pressable(ui, key, rect);
  const Palette& palette = *ui.palette;
  const Rect inner{rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6};
  if (chosen) {
    ui.fill(inner, palette.accentSoft, space::kControlCorner - 2);
    ui.frame(inner, palette.accent, space::kControlCorner - 2);
  }
  ui.focusRing(rect, key, space::kControlCorner);
  const text::Style style = chosen ? type::kStrong : type::kBody;
  const Color ink = chosen || press.hovered ? palette.accent : palette.ink;
  ui.drawText({rect.x + (rect.width - ui.fonts.width(label, style)) / 2, middleOf(rect, style) + ui.offsetY}, label,
              style, ink);
  return press.pressed;
}

/// The same as a line with a circle before it, where they do not fit beside each other.
bool line(Ui& ui, const std::string& key, std::string_view label, const Rect& rect, bool chosen) {
  constexpr float kRadius = 9;
  const Press press = pressable(ui, key, rect);
  const Palette& palette = *ui.palette;
  const ImVec2 top = ui.onScreen(rect);
  const ImVec2 centre{top.x + kRadius + 2, top.y + rect.height / 2};
  const Color edge = chosen || press.hovered ? palette.accent : palette.edge;
  ui.canvas().AddCircle(centre, kRadius, toImGui(edge), 0, 1.75F);
  if (chosen) ui.canvas().AddCircleFilled(centre, kRadius - 4, toImGui(palette.accent));
  ui.focusRing(rect, key, space::kControlCorner);
  ui.drawText({rect.x + 2 * kRadius + space::kMedium, middleOf(rect, type::kBody) + ui.offsetY}, label, type::kBody,
              palette.ink);
  return press.pressed;
}

}  // namespace

bool toggle(Ui& ui, const std::string& key, std::string_view label, bool on, std::string_view detail) {
  constexpr float kWidth = 40;
  constexpr float kHeight = 24;
  const float room = ui.room() - kWidth - space::kMedium;
  const auto lines = ui.fonts.wrap(label, type::kBody, room);
  const auto details = detail.empty() ? std::vector<text::Line>{} : ui.fonts.wrap(detail, type::kSmall, room);
  const float text =
      static_cast<float>(lines.size()) * type::kBody.line + static_cast<float>(details.size()) * type::kSmall.line;
  const Rect rect = ui.take(0, std::max(text + 2 * space::kSmall, ui.controlHeight()));
  const Press press = pressable(ui, key, rect);
  const Palette& palette = *ui.palette;
  float y = rect.y + ui.offsetY + (rect.height - text) / 2;
  for (const auto& shown : lines) {
    ui.drawText({rect.x, y}, shown.text, type::kBody, palette.ink);
    y += type::kBody.line;
  }
  for (const auto& shown : details) {
    ui.drawText({rect.x, y}, shown.text, type::kSmall, palette.quiet);
    y += type::kSmall.line;
  }
  const Rect track{rect.x + rect.width - kWidth, rect.y + (rect.height - kHeight) / 2, kWidth, kHeight};
  ui.fill(track, on ? palette.accent : palette.surface, kHeight / 2);
  if (!on) ui.frame(track, press.hovered ? palette.accent : palette.edge, kHeight / 2, 1.5F);
  const ImVec2 top = ui.onScreen(track);
  const float knob = on ? kWidth - kHeight / 2 : kHeight / 2;
  ui.canvas().AddCircleFilled({top.x + knob, top.y + kHeight / 2}, on ? 8.0F : 6.0F,
                              toImGui(on ? palette.onAccent : palette.edge));
  ui.focusRing(rect, key, space::kControlCorner);
  Node node = nodeOf(key, NodeRole::toggle, label, rect);
  node.description = detail;
  node.checked = on;
  ui.meaning.add(std::move(node));
  return press.pressed;
}

std::optional<std::size_t> radioGroup(Ui& ui, const std::string& key, std::string_view name,
                                      std::span<const std::string> labels, std::size_t current) {
  float widest = 0;
  for (const auto& label : labels) widest = std::max(widest, ui.fonts.width(label, type::kStrong));
  const float each = widest + 2 * (ui.phone ? space::kSmall : space::kSmall + space::kTight);
  const auto count = static_cast<float>(labels.size());
  const bool beside = each * count <= ui.room();
  RowPlace& place = ui.rows[key];
  const auto last = static_cast<std::int64_t>(labels.size()) - 1;
  const std::int64_t moved = std::exchange(place.moved, 0) + std::exchange(place.across, 0);
  std::optional<std::size_t> chosen;
  if (moved != 0) {
    chosen = static_cast<std::size_t>(std::clamp<std::int64_t>(static_cast<std::int64_t>(current) + moved, 0, last));
    ui.wantFocus = key + "/" + std::to_string(*chosen);
  }
  ui.meaning.open(nodeOf(key, NodeRole::radioGroup, name, {}));
  const Rect all = beside ? ui.take(each * count, ui.controlHeight()) : ui.take(0, ui.controlHeight() * count);
  if (beside) {
    ui.fill(all, ui.palette->surface, space::kControlCorner);
    ui.frame(all, ui.palette->edge, space::kControlCorner);
  }
  for (std::size_t at = 0; at < labels.size(); ++at) {
    const auto step = static_cast<float>(at);
    const Rect rect = beside ? Rect{all.x + each * step, all.y, each, all.height}
                             : Rect{all.x, all.y + ui.controlHeight() * step, all.width, ui.controlHeight()};
    const std::string one = key + "/" + std::to_string(at);
    const bool pressed = (beside ? segment : line)(ui, one, labels[at], rect, at == current);
    if (pressed && at != current) chosen = at;
    Node node = nodeOf(one, NodeRole::radio, labels[at], rect);
    node.checked = at == current;
    node.offTabOrder = at != std::min(current, labels.size() - 1);
    node.place = at + 1;
    node.count = labels.size();
    ui.meaning.add(std::move(node));
  }
  ui.meaning.close();
  if (!ui.flow.inRow) gap(ui, space::kSmall);
  return chosen;
}

bool disclosure(Ui& ui, const std::string& key, std::string_view label, bool open) {
  constexpr float kArrow = 24;
  const std::string shown = ui.fonts.shortened(label, type::kBody, ui.room() - kArrow - space::kSmall);
  const Rect rect = ui.take(ui.fonts.width(shown, type::kBody) + kArrow + space::kSmall, ui.controlHeight());
  const Press press = pressable(ui, key, rect);
  const Color ink = press.hovered ? ui.palette->accent : ui.palette->quiet;
  drawIcon(ui, open ? Icon::down : Icon::right, {rect.x - 4, rect.y, kArrow, rect.height}, ink, 16);
  ui.drawText({rect.x + kArrow, middleOf(rect, type::kBody) + ui.offsetY}, shown, type::kBody, ink);
  ui.focusRing(rect, key, space::kControlCorner);
  Node node = nodeOf(key, NodeRole::button, label, rect);
  node.hasExpanded = true;
  node.expanded = open;
  node.shortened = shown != label;
  ui.meaning.add(std::move(node));
  return press.pressed;
}

ChipResult chip(Ui& ui, const std::string& key, std::string_view label, const ChipOptions& options) {
  constexpr float kHeight = 32;
  const Palette& palette = *ui.palette;
  const float least = ui.touch || ui.phone ? space::kTouch : kHeight;
  const float cross = options.removeName.empty() ? 0 : least;
  const float most = ui.flow.right - ui.flow.left - cross - 2 * space::kMedium;
  const std::string whole = joined(ui, {label, options.tail});
  const float tail = ui.fonts.width(whole, type::kSmall) - ui.fonts.width(label, type::kSmall);
  const std::string shown = joined(ui, {ui.fonts.shortened(label, type::kSmall, most - tail), options.tail});
  const float text = ui.fonts.width(shown, type::kSmall) + 2 * space::kMedium - (cross > 0 ? space::kSmall : 0);
  const Rect rect = ui.take(text + cross, least);
  const Rect body{rect.x, rect.y + (least - kHeight) / 2, rect.width, kHeight};
  const Rect words{rect.x, rect.y, text, least};
  ChipResult result;
  const Press press = pressable(ui, key, words);
  result.pressed = press.pressed;
  ui.fill(body, options.chosen || press.held ? palette.accentSoft : palette.surface, kHeight / 2);
  ui.frame(body, options.chosen || press.hovered ? palette.accent : palette.edge, kHeight / 2);
  ui.drawText({rect.x + space::kMedium, middleOf(body, type::kSmall) + ui.offsetY}, shown, type::kSmall,
              options.chosen ? palette.accent : palette.ink);
  ui.focusRing(words, key, kHeight / 2);
  Node node = nodeOf(key, NodeRole::button, whole, words);
  node.current = options.chosen;
  node.shortened = shown != whole;
  ui.meaning.add(std::move(node));
  if (cross == 0) return result;
  const Rect end{rect.x + text, rect.y, cross, least};
  const std::string crossKey = key + "/remove";
  const Press remove = pressable(ui, crossKey, end);
  result.removed = remove.pressed;
  drawIcon(ui, Icon::close, {end.x - 4, end.y, cross, least}, remove.hovered ? palette.problem : palette.quiet, 16);
  ui.focusRing({end.x, body.y, cross, kHeight}, crossKey, kHeight / 2);
  ui.meaning.add(nodeOf(crossKey, NodeRole::button, options.removeName, end));
  return result;
}

}  // namespace cairn

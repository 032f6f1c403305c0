#include "widgets/widgets.hpp"

namespace cairn {
namespace {

Color colorOf(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::normal: return palette.ink;
    case Tone::quiet: return palette.quiet;
    case Tone::good: return palette.good;
    case Tone::attention: return palette.attention;
    case Tone::problem: return palette.problem;
    case Tone::mine: return palette.onMine;
  }
  return palette.ink;
}

semantics::Rect drawLines(Ui& ui, std::string_view text, const text::Style& style, Color color) {
  const float wrapAt = ui.flow.inRow ? ui.flow.right - ui.flow.left : ui.room();
  const auto lines = ui.fonts.wrap(text, style, wrapAt);
  float width = 0;
  for (const auto& line : lines) width = std::max(width, ui.fonts.width(line.text, style));
  const float wanted = ui.flow.inRow ? width + 1 : 0;
  const semantics::Rect rect = ui.take(wanted, static_cast<float>(lines.size()) * style.line);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const float y = rect.y + ui.offsetY + static_cast<float>(at) * style.line;
    if (y > ui.height || y + style.line < 0) continue;
    ui.drawLine({rect.x, y}, rect.width, lines[at], style, color);
  }
  return rect;
}

semantics::Node textNode(std::string_view text, const text::Style& style, const semantics::Rect& rect) {
  semantics::Node node;
  node.name = text;
  node.rect = rect;
  node.fontSize = style.size;
  node.lineHeight = style.line;
  node.fontWeight = style.weight;
  return node;
}

/// Texts have no key of their own: the how-manieth of its words.
std::string keyFor(const Ui& ui, std::string_view text) {
  std::size_t same = 0;
  std::string key = "text/" + std::string(text.substr(0, 60));
  for (const auto& node : ui.meaning.nodes()) {
    if (node.key.starts_with(key)) ++same;
  }
  return same == 0 ? key : key + "#" + std::to_string(same);
}

}  // namespace

void heading(Ui& ui, int level, std::string_view text, const std::string& key) {
  const text::Style style = level == 1 ? type::kTitle : level == 2 ? type::kHeading : type::kStrong;
  semantics::Node node = textNode(text, style, drawLines(ui, text, style, ui.palette->ink));
  node.role = semantics::Role::heading;
  node.level = level;
  node.key = key.empty() ? (level == 1 ? "title" : keyFor(ui, "h/" + std::string(text))) : key;
  ui.meaning.add(std::move(node));
  gap(ui, level == 2 ? space::kTight : space::kSmall);
}

void display(Ui& ui, std::string_view text) {
  semantics::Node node = textNode(text, type::kDisplay, drawLines(ui, text, type::kDisplay, ui.palette->ink));
  node.role = semantics::Role::heading;
  node.level = 1;
  node.key = "title";
  ui.meaning.add(std::move(node));
  gap(ui, space::kSmall);
}

void paragraph(Ui& ui, std::string_view text, Tone tone, const text::Style& style) {
  if (text.empty()) return;
  semantics::Node node = textNode(text, style, drawLines(ui, text, style, colorOf(*ui.palette, tone)));
  node.key = keyFor(ui, text);
  ui.meaning.add(std::move(node));
}

void announcement(Ui& ui, const std::string& key, std::string_view text, Tone tone) {
  const semantics::Rect rect = text.empty() ? semantics::Rect{ui.flow.left, ui.flow.y, 0, 0}
                                            : drawLines(ui, text, type::kBody, colorOf(*ui.palette, tone));
  semantics::Node node = textNode(text, type::kBody, rect);
  node.role = semantics::Role::status;
  node.key = key;
  ui.meaning.add(std::move(node));
}

void emptyState(Ui& ui, std::string_view text) { paragraph(ui, text, Tone::quiet); }

}  // namespace cairn

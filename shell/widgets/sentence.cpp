#include "widgets/sentence.hpp"

#include <algorithm>

#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

/// Lines like a book's, with more between them: there is something to press in each.
constexpr float kLine = 32;

class Setting {
 public:
  explicit Setting(Ui& ui) : ui_(ui), left_(ui.flow.left), right_(ui.flow.right), x_(left_), top_(ui.flow.y) {}

  /// Sets words until the line is full; the rest goes on below. Spaces stay with the word before.
  Rect set(std::string_view text, const text::Style& style, Color color) {
    Rect rect{x_, y_, 0, kLine};
    while (!text.empty()) {
      std::size_t end = text.find(' ', 1);
      end = end == std::string_view::npos ? text.size() : end;
      std::string word(text.substr(0, end));
      const bool mayBreak = word.starts_with(' ') || afterSpace_;  // never before a comma
      if (mayBreak && x_ + ui_.fonts.width(word, style) > right_ && x_ > left_) newLine(rect, word);
      const float width = ui_.fonts.width(word, style);
      ui_.drawText({x_, top_ + y_ + ui_.offsetY + (kLine - style.line) / 2}, word, style, color);
      x_ += width;
      text.remove_prefix(end);
      afterSpace_ = word.ends_with(' ') || word.empty();
      rect.width = std::max(rect.width, x_ - rect.x);
    }
    rect.y += top_;
    return rect;
  }

  float height() const { return y_ + kLine; }

 private:
  void newLine(Rect& rect, std::string& word) {
    x_ = left_;
    y_ += kLine;
    if (word.starts_with(' ')) word.erase(0, 1);
    // A phrase that goes on below is pressed where it begins anew.
    rect = {left_, y_, 0, kLine};
  }

  Ui& ui_;
  float left_;
  float right_;
  float x_;
  bool afterSpace_ = true;
  float y_ = 0;
  float top_;
};

}  // namespace

std::optional<std::size_t> sentence(Ui& ui, const std::string& key, std::span<const SentencePart> parts) {
  const Rect from{ui.flow.left, ui.flow.y, ui.flow.right - ui.flow.left, 0};
  std::string whole;
  for (const auto& part : parts) whole += part.text;
  Node text = nodeOf(key, NodeRole::text, whole, from);
  text.lineHeight = kLine;
  const std::size_t at = ui.meaning.nodes().size();
  ui.meaning.add(std::move(text));
  Setting setting(ui);
  std::optional<std::size_t> pressed;
  for (std::size_t place = 0; place < parts.size(); ++place) {
    const SentencePart& part = parts[place];
    if (part.key.empty()) {
      setting.set(part.text, type::kBody, ui.palette->ink);
      continue;
    }
    const Rect rect = setting.set(part.text, type::kStrong, ui.palette->accent);
    const Press press = pressable(ui, part.key, rect);
    const float thickness = press.hovered || part.open ? 2 : 1;
    ui.fill({rect.x, rect.y + kLine - 5, rect.width, thickness}, ui.palette->accent, 0);
    ui.focusRing(rect, part.key, space::kControlCorner);
    Node phrase = nodeOf(part.key, NodeRole::button, labelled(ui, part.name, part.text), rect);
    phrase.hasExpanded = true;
    phrase.expanded = part.open;
    ui.meaning.add(std::move(phrase));
    if (press.pressed) pressed = place;
  }
  ui.meaning.since(at)[0].rect.height = setting.height();
  ui.flow.y += setting.height();
  return pressed;
}

}  // namespace cairn

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "widgets/choices.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

constexpr std::size_t kSearchedFrom = 9;  ///< so many are a list that one reads at once
constexpr float kDetailHeight = 56;

std::string searchKey(const std::string& key) { return key + "/search"; }

std::vector<std::size_t> matchesOf(const Ui& ui, const std::string& key, const SelectOptions& options) {
  std::vector<std::size_t> matches;
  const std::string* draft = ui.editing.draft(searchKey(key));
  const std::string asked = draft ? foldForSearch(*draft) : std::string();
  if (!asked.empty() && options.matches) return options.matches(asked);
  for (std::size_t at = 0; at < options.count; ++at) {
    const bool holds = asked.empty() || foldForSearch(options.label(at)).find(asked) != std::string::npos ||
                       (options.detail && foldForSearch(options.detail(at)).find(asked) != std::string::npos);
    if (holds) matches.push_back(at);
  }
  return matches;
}

/// A line of a popup; `chosen` has a check at its right.
bool popupLine(Ui& ui, Node node, std::string_view detail, std::string_view trailing, bool chosen, Color ink) {
  const float height = detail.empty() ? kPopupLine : kDetailHeight;
  const Rect rect = ui.take(0, height);
  const Press press = pressable(ui, node.key, rect);
  const Palette& palette = *ui.palette;
  if (press.hovered || press.held) ui.fill(rect, palette.accentSoft, space::kControlCorner);
  if (press.hovered && palette.forced) ui.frame(rect, palette.accent, space::kControlCorner);
  ui.focusRing({rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6}, node.key, space::kControlCorner - 3);
  const float padding = space::kSmall + space::kTight;
  const float atRight = chosen ? 28 : ui.fonts.width(trailing, type::kSmall) + (trailing.empty() ? 0 : space::kMedium);
  const float room = rect.width - 2 * padding - atRight;
  const float top = rect.y + ui.offsetY + (height - type::kBody.line - (detail.empty() ? 0 : type::kSmall.line)) / 2;
  const std::string shown = ui.fonts.shortened(node.name, type::kBody, room);
  const std::string shownDetail = ui.fonts.shortened(detail, type::kSmall, room);
  node.shortened = shown != node.name || shownDetail != detail;
  ui.drawText({rect.x + padding, top}, shown, type::kBody, ink);
  ui.drawText({rect.x + padding, top + type::kBody.line}, shownDetail, type::kSmall, palette.quiet);
  const Rect right{rect.x + rect.width - padding - atRight, rect.y, atRight, height};
  if (chosen) drawIcon(ui, Icon::check, right, palette.accent);
  if (!chosen)
    ui.drawText({right.x + space::kMedium, middleOf(right, type::kSmall) + ui.offsetY}, trailing, type::kSmall,
                palette.quiet);
  node.rect = rect;
  node.description = std::string(detail) + std::string(trailing);
  node.current = chosen;
  ui.meaning.add(std::move(node));
  return press.pressed;
}

bool isSearched(const SelectOptions& options) { return options.searched || options.count >= kSearchedFrom; }

void drawOptions(Ui& ui, const std::string& key, std::string_view label, const SelectOptions& options) {
  const std::string list = key + "/list";
  if (isSearched(options)) {
    FieldOptions search;
    search.placeholder = say(ui, S::select_search);
    search.labelHidden = true;
    search.list = list;
    search.whenDone = [&ui, key, options](const FieldDone& done) {
      const auto found = matchesOf(ui, key, options);
      if (done.submitted && !found.empty()) choose(ui, found.front());
    };
    textField(ui, searchKey(key), say(ui, S::select_search), search);
    if (ui.focus.key == searchKey(key)) ui.rows[list].key.clear();
  }
  const auto matches = matchesOf(ui, key, options);
  if (matches.empty()) return emptyState(ui, say(ui, S::select_nothing));
  RowsOptions all;
  all.kind = RowsKind::listBox;
  all.count = matches.size();
  all.height = options.detail ? kDetailHeight : kPopupLine;
  const auto current = std::find(matches.begin(), matches.end(), options.current);
  all.current = current == matches.end() ? 0 : static_cast<std::size_t>(current - matches.begin());
  all.key = [&](std::size_t at) { return key + "/" + std::to_string(matches[at]); };
  all.draw = [&](std::size_t at) {
    const std::size_t place = matches[at];
    const std::string detail = options.detail ? options.detail(place) : std::string();
    const std::string one = key + "/" + std::to_string(place);
    if (popupOption(ui, one, options.label(place), detail, place == options.current)) choose(ui, place);
  };
  rows(ui, list, label, all);
}

}  // namespace

bool popupOption(Ui& ui, const std::string& key, std::string_view label, std::string_view detail, bool chosen) {
  return popupLine(ui, nodeOf(key, NodeRole::option, label), detail, "", chosen, ui.palette->ink);
}

std::optional<std::size_t> select(Ui& ui, const std::string& key, std::string_view label,
                                  const SelectOptions& options) {
  const Palette& palette = *ui.palette;
  const Rect top = ui.take(0, type::kSmallStrong.line);
  ui.drawText(ui.onScreen(top), label, type::kSmallStrong, palette.ink);
  gap(ui, space::kTight);
  const Rect rect = ui.take(0, ui.controlHeight());
  const Press press = pressable(ui, key, rect);
  const bool open = isOpen(ui, key);
  ui.fill(rect, palette.surface, space::kControlCorner);
  ui.frame(rect, open || press.hovered ? palette.accent : palette.edge, space::kControlCorner, open ? 2.0F : 1.0F);
  ui.focusRing(rect, key, space::kControlCorner);
  const bool any = options.current != kNothingChosen && options.current < options.count;
  const std::string value = any ? options.label(options.current) : options.placeholder;
  const float padding = space::kSmall + space::kTight;
  const std::string shown = ui.fonts.shortened(value, type::kBody, rect.width - 2 * padding - 28);
  ui.drawText({rect.x + padding, middleOf(rect, type::kBody) + ui.offsetY}, shown, type::kBody,
              any ? palette.ink : palette.quiet);
  drawIcon(ui, options.icon, {rect.x + rect.width - 40, rect.y, 40, rect.height}, palette.quiet);
  Node node = nodeOf(key, NodeRole::button, joined(ui, {label, value}, S::listed));
  node.rect = rect;
  node.shortened = shown != value;
  node.popup = "listbox";
  node.hasExpanded = true;
  node.expanded = open;
  ui.meaning.add(std::move(node));
  gap(ui, space::kMedium);
  if (press.pressed) {
    openPopup(ui, key, rect);
    ui.editing.clear(searchKey(key));
    ui.rows.erase(key + "/list");
    const std::size_t first = any ? options.current : 0;
    ui.wantFocus = isSearched(options) ? searchKey(key) : key + "/" + std::to_string(first);
  }
  if (isOpen(ui, key)) {
    ui.popup.name = label;
    ui.popup.width = rect.width;
    ui.popup.draw = [&ui, key, name = std::string(label), options] { drawOptions(ui, key, name, options); };
  }
  return takeChosen(ui, key);
}

namespace {

/// As wide as its words, within what a narrow page has.
float menuWidth(const Ui& ui, std::span<const MenuItem> items) {
  constexpr float kLeast = 260;
  constexpr float kMost = 350;
  float width = kLeast;
  for (const MenuItem& item : items) {
    const float shortcut = item.shortcut.empty() ? 0 : ui.fonts.width(item.shortcut, type::kSmall) + space::kMedium;
    width = std::max(width, ui.fonts.width(item.label, type::kBody) + shortcut + 2 * (space::kSmall + space::kMedium));
  }
  return std::min(width, kMost);
}

}  // namespace

std::optional<std::size_t> menu(Ui& ui, const std::string& key, std::string_view name,
                                std::span<const MenuItem> items) {
  const Rect rect{ui.flow.inRow ? ui.flow.rowX : ui.flow.left, ui.flow.y, ui.controlHeight(), ui.controlHeight()};
  const std::string list = key + "/items";
  if (iconButton(ui, key, Icon::more, name, {"menu", isOpen(ui, key)})) {
    openPopup(ui, key, rect);
    ui.rows.erase(list);
    ui.wantFocus = key + "/0";
  }
  if (isOpen(ui, key)) {
    ui.popup.name = name;
    ui.popup.width = menuWidth(ui, items);
    ui.popup.draw = [&ui, key, list, title = std::string(name), all = std::vector(items.begin(), items.end())] {
      RowsOptions options;
      options.kind = RowsKind::menu;
      options.count = all.size();
      options.height = kPopupLine;
      options.key = [&](std::size_t at) { return key + "/" + std::to_string(at); };
      options.draw = [&](std::size_t at) {
        Node node = nodeOf(key + "/" + std::to_string(at), NodeRole::menuItem, all[at].label);
        const Color ink = all[at].problem ? ui.palette->problem : ui.palette->ink;
        if (popupLine(ui, std::move(node), "", all[at].shortcut, false, ink)) choose(ui, at);
      };
      rows(ui, list, title, options);
    };
  }
  return takeChosen(ui, key);
}

bool dialog(Ui& ui, const std::string& key, const DialogOptions& options) {
  constexpr float kWidth = 420;
  if (isOpen(ui, key)) {
    ui.popup.question = true;
    ui.popup.name = options.title;
    ui.popup.width = kWidth;
    ui.popup.draw = [&ui, key, options] {
      gap(ui, space::kSmall);
      heading(ui, 2, options.title, key + "/title");
      paragraph(ui, options.text, Tone::quiet);
      gap(ui, space::kMedium);
      const Row row(ui);
      ButtonOptions confirm;
      confirm.weight = Weight::primary;
      if (button(ui, key + "/confirm", options.confirm, confirm)) choose(ui, 1);
      if (button(ui, key + "/cancel", say(ui, S::cancel))) closePopup(ui);
    };
  }
  return takeChosen(ui, key).has_value();
}

}  // namespace cairn

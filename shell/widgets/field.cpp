#include "text/scripts.hpp"
#include "widgets/widgets.hpp"

namespace cairn {

// The text of a notes area is always the browser's own; that of a single line is ours until the
// field has the focus (web/mirror.ts shows and hides the other at the same moment).
std::string textField(Ui& ui, const std::string& key, std::string_view label, const FieldOptions& options) {
  const std::string* draft = ui.editing.draft(key);
  std::string text = draft ? *draft : options.value;
  ui.fields[key] = {options.value, options.whenDone};
  if (ui.paper && options.onlyMe) return text;  // paper is seen by others
  const Palette& palette = *ui.palette;
  if (!options.labelHidden) {
    for (const auto& line : ui.fonts.wrap(label, type::kSmallStrong, ui.room())) {
      const auto labelRect = ui.take(0, type::kSmallStrong.line);
      // As with any label: who presses it means the field.
      const semantics::Rect words{labelRect.x, labelRect.y, ui.fonts.width(line.text, type::kSmallStrong),
                                  labelRect.height};
      if (!ui.blocked && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && pressBeganIn(ui, words)) ui.wantFocus = key;
      ui.drawText(ui.onScreen(labelRect), line.text, type::kSmallStrong, palette.ink);
    }
    gap(ui, space::kTight);
  }
  const bool notes = options.rows > 1;
  const auto lines = static_cast<float>(
      notes ? std::max<std::size_t>(
                  ui.fonts.wrap(text, type::kBody, ui.room() - 2 * (space::kSmall + space::kTight) - 2).size(),
                  static_cast<std::size_t>(options.rows))
            : 1);
  const float height = notes ? lines * type::kBody.line + 2 * space::kSmall + 8 : ui.controlHeight();
  const semantics::Rect rect = ui.take(0, height);
  const bool focused = ui.focus.key == key;
  ui.fill(rect, options.onlyMe ? palette.mine : palette.surface, space::kControlCorner);
  const Color edge = options.invalid  ? palette.problem
                     : focused        ? palette.accent
                     : options.onlyMe ? palette.onMine
                                      : palette.edge;
  ui.frame(rect, edge, space::kControlCorner, focused || options.invalid ? 2.0F : 1.0F);

  const float padding = space::kSmall + space::kTight;
  if (!notes && !focused) {
    const bool empty = text.empty();
    const std::string shown =
        ui.fonts.shortened(empty ? options.placeholder : text, type::kBody, rect.width - 2 * padding);
    const text::Line line{shown, !empty && text::runsRightToLeft(text)};
    ui.drawLine({rect.x + padding, rect.y + ui.offsetY + (height - type::kBody.line) / 2}, rect.width - 2 * padding,
                line, type::kBody, empty ? palette.quiet : palette.ink);
  }
  if (notes && ui.blocked) {
    // Below a sheet the browser's own text would lie above it.
    float y = rect.y + ui.offsetY + space::kSmall + 4;
    for (const auto& line : ui.fonts.wrap(text, type::kBody, rect.width - 2 * padding)) {
      ui.drawLine({rect.x + padding, y}, rect.width - 2 * padding, line, type::kBody, palette.ink);
      y += type::kBody.line;
    }
  }
  semantics::Node node;
  node.key = key;
  node.role = notes ? semantics::Role::notesArea : semantics::Role::textField;
  node.name = label;
  node.value = text;
  node.placeholder = options.placeholder;
  node.description = options.hint;
  node.invalid = options.invalid;
  node.list = options.list;
  node.backspace = options.backspace;
  node.rect = rect;
  const auto revision = ui.editing.revisions.find(key);
  node.revision = revision == ui.editing.revisions.end() ? 0 : revision->second;
  ui.meaning.add(std::move(node));
  if (!options.hint.empty()) {
    gap(ui, space::kTight);
    const auto hintLines = ui.fonts.wrap(options.hint, type::kSmall, ui.room());
    for (const auto& line : hintLines) {
      const auto hintRect = ui.take(0, type::kSmall.line);
      ui.drawText(ui.onScreen(hintRect), line.text, type::kSmall, options.invalid ? palette.problem : palette.quiet);
    }
  }
  gap(ui, space::kMedium);
  return text;
}

}  // namespace cairn

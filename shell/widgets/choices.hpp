#pragma once
// Widgets that choose: one of a few in sight, one of many behind a button, what to do from a menu.
// What a popup chose is answered in the frame after.
//
//   if (const auto place = radioGroup(ui, "theme", say(frame, S::settings_theme), labels, current)) …
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "widgets/icons.hpp"
#include "widgets/widgets.hpp"

namespace cairn {

/// On or off, at once: no form is sent. True when pressed: the caller changes the model.
bool toggle(Ui& ui, const std::string& key, std::string_view label, bool on, std::string_view detail = {});

/// One of a few: side by side where they fit, else below each other. Arrows choose.
std::optional<std::size_t> radioGroup(Ui& ui, const std::string& key, std::string_view name,
                                      std::span<const std::string> labels, std::size_t current);

/// A line that opens what stands below it, and closes it again. True when pressed: the caller knows
/// whether it is open.
bool disclosure(Ui& ui, const std::string& key, std::string_view label, bool open);

struct ChipOptions {
  bool chosen = false;
  std::string removeName;      ///< what its cross does, such as "Remove “React”"; empty: it has none
  std::string_view tail = {};  ///< behind the label, and whole where that has to be cut
};
struct ChipResult {
  bool pressed = false;
  bool removed = false;
};
ChipResult chip(Ui& ui, const std::string& key, std::string_view label, const ChipOptions& options = {});

constexpr std::size_t kNothingChosen = static_cast<std::size_t>(-1);
struct SelectOptions {
  std::size_t count = 0;
  std::size_t current = kNothingChosen;
  std::string placeholder;  ///< while nothing is chosen
  std::function<std::string(std::size_t)> label;
  std::function<std::string(std::size_t)> detail;  ///< a second line; none: one line
  /// The places that a typed text finds, best first; none: all whose label or detail holds it.
  std::function<std::vector<std::size_t>(const std::string& typed)> matches;
  bool searched = false;  ///< has a search however few there are
  Icon icon = Icon::down;
};
/// One of many: a button that opens a list, with a search where there are more than a screenful.
std::optional<std::size_t> select(Ui& ui, const std::string& key, std::string_view label, const SelectOptions& options);

constexpr float kPopupLine = 44;  ///< height of a line in a popup
/// One line of a list of choices (RowsKind::listBox); true when pressed.
bool popupOption(Ui& ui, const std::string& key, std::string_view label, std::string_view detail, bool chosen);

struct MenuItem {
  std::string label;
  std::string shortcut;
  bool problem = false;  ///< takes something away
};
/// A button of three dots that opens a menu.
std::optional<std::size_t> menu(Ui& ui, const std::string& key, std::string_view name, std::span<const MenuItem> items);

struct DialogOptions {
  std::string title;
  std::string text;
  std::string confirm;  ///< what its first button does: "Erase for good"
};
/// A question before something that cannot be taken back; opened by openPopup(ui, key, …).
/// True once, when it was confirmed.
bool dialog(Ui& ui, const std::string& key, const DialogOptions& options);

}  // namespace cairn

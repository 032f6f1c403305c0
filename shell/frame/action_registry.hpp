#pragma once
// Actions: everything that can be done from anywhere, once. The keyboard's shortcuts, the sheet
// "Find or do" and the sheet of shortcuts read this list.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "frame/frame.hpp"

namespace cairn {

struct Action {
  std::string_view key;
  S label;
  std::string_view shortcut;  ///< "Ctrl+K", see shownShortcut; empty: none
  bool inEditors = false;     ///< also while something is typed; the rest belongs to the editor then
  bool (*possible)(const Frame&);
  void (*run)(Frame&);
  bool goes = true;            ///< to another place
  std::optional<S> also = {};  ///< other words by which it is found
};

/// As people read it: "Ctrl+Shift+Z", or "⇧⌘Z" where there is a ⌘ key.
std::string shownShortcut(const Language& language, std::string_view shortcut, bool hasCommandKey);

std::span<const Action> actions();

/// The possible action of that shortcut; null where there is none.
const Action* actionOf(const Frame& frame, std::string_view shortcut, bool inEditor);

}  // namespace cairn

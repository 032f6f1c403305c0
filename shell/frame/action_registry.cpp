#include "frame/action_registry.hpp"

#include <array>

namespace cairn {
namespace {

/// What leads elsewhere waits while somebody else sees the screen.
bool always(const Frame& frame) { return !frame.state.presenting; }
bool inMentorship(const Frame& frame) { return always(frame) && mentorshipOf(frame) != nullptr; }
bool inSession(const Frame& frame) { return frame.state.presenting || frame.route.screen == Screen::session; }

/// From a sheet one goes on in its place, so that Back does not open it again.
void go(Frame& frame, const std::string& address) { frame.commands.go(address, frame.route.sheet != Sheet::none); }
void toTab(Frame& frame, Screen screen) { go(frame, mentorshipAddress(frame.route.mentorship, screen)); }
void openSheet(Frame& frame, Sheet sheet) {
  if (frame.route.sheet == sheet) return frame.commands.back();
  go(frame, sheetAddress(frame.route, sheet));
}

constexpr auto kActions = std::to_array<Action>({
    {"find", S::find_title, "Ctrl+K", true, always, [](Frame& frame) { openSheet(frame, Sheet::find); }},
    {"today", S::nav_today, "", false, always, [](Frame& frame) { go(frame, "#/"); }},
    {"mentorships", S::mentorships_title, "", false, always, [](Frame& frame) { go(frame, "#/mentorships"); }},
    {"calendar", S::today_calendar, "", false, always, [](Frame& frame) { go(frame, "#/calendar"); }},
    {"new", S::mentorship_new, "", false, always, [](Frame& frame) { go(frame, "#/start"); }},
    {"open", S::file_open, "Ctrl+O", true, always, [](Frame& frame) { frame.commands.chooseFile(); }, false,
     S::file_open_also},
    {"now", S::tab_now, "", false, inMentorship, [](Frame& frame) { toTab(frame, Screen::now); }},
    {"goals", S::tab_goals, "", false, inMentorship, [](Frame& frame) { toTab(frame, Screen::goals); }},
    {"story", S::tab_story, "", false, inMentorship, [](Frame& frame) { toTab(frame, Screen::story); }},
    {"together", S::tab_together, "", false, inMentorship, [](Frame& frame) { toTab(frame, Screen::together); }},
    {"hand-over", S::hand_over, "Ctrl+S", true, inMentorship,
     [](Frame& frame) { go(frame, mentorshipAddress(frame.route.mentorship) + "/hand-over"); }, true,
     S::hand_over_also},
    {"present", S::presenting, "Ctrl+.", true, inSession,
     [](Frame& frame) {
       if (frame.route.sheet != Sheet::none) frame.commands.back();
       frame.commands.present(!frame.state.presenting);
     }},
    {"undo", S::undo, "Ctrl+Z", false, [](const Frame& frame) { return frame.state.canUndo; },
     [](Frame& frame) { frame.commands.undo(); }, false},
    {"redo", S::redo, "Ctrl+Shift+Z", false, [](const Frame& frame) { return frame.state.canRedo; },
     [](Frame& frame) { frame.commands.redo(); }, false},
    {"settings", S::settings_title, "Ctrl+,", true, always, [](Frame& frame) { go(frame, "#/settings"); }},
    {"shortcuts", S::shortcuts_title, "Ctrl+/", true, always, [](Frame& frame) { openSheet(frame, Sheet::shortcuts); }},
});

}  // namespace

std::string shownShortcut(const Language& language, std::string_view shortcut, bool hasCommandKey) {
  constexpr std::string_view kCtrl = "Ctrl+";
  constexpr std::string_view kShift = "Shift+";
  if (!shortcut.starts_with(kCtrl)) return std::string(shortcut);
  shortcut.remove_prefix(kCtrl.size());
  const bool shift = shortcut.starts_with(kShift);
  if (shift) shortcut.remove_prefix(kShift.size());
  const std::string key(shortcut);
  if (hasCommandKey) return (shift ? "⇧⌘" : "⌘") + key;
  return say(language, shift ? S::shortcut_ctrl_shift : S::shortcut_ctrl, {{"key", key}});
}

std::span<const Action> actions() { return kActions; }

const Action* actionOf(const Frame& frame, std::string_view shortcut, bool inEditor) {
  // The browser's own search, when it is asked for twice.
  if (shortcut == "Ctrl+F") return frame.route.sheet == Sheet::find ? nullptr : actionOf(frame, "Ctrl+K", inEditor);
  for (const auto& action : kActions) {
    if (action.shortcut == shortcut && (!inEditor || action.inEditors) && action.possible(frame)) return &action;
  }
  return nullptr;
}

}  // namespace cairn

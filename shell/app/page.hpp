#pragma once
// Page: what all parts of the application share: the model and who writes it here, what is shown, and the platform.
// The parts themselves are classes of their own: Saver, History, Editor, Inbox, Handover, Hand and Places.
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "frame/frame.hpp"
#include "platform/platform.hpp"
#include "semantics/tree.hpp"

namespace cairn {

struct Page {
  Page(Platform& platformToUse, const Language& language);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  Platform& platform;
  text::Fonts fonts;
  semantics::Recorder meaning;
  std::vector<semantics::Node> shown;  ///< what the last frame recorded
  Editing editing;
  Ui ui;
  UiState state;
  std::map<std::string, Scroll> scrolls;  ///< by region
  Route route;

  Workspace model;
  Views views;
  IdSource ids;
  Writers writers;
  int slot = 0;
  std::string localZone;
  std::vector<std::function<void()>> wanted;  ///< is carried out once the frame is drawn
  int framesToSettle = 3;                     ///< so many are wanted at once: something moves, or has not settled

  Moment moment() const;
  Reader reader() const { return {platform.zones(), moment(), localZone, *ui.language}; }
  operator const Language&() const { return *ui.language; }
  bool isReadOnly() const { return state.save == SaveState::readOnly; }
  const semantics::Node* find(const std::string& key) const;
  /// After each change of the model: what is remembered of it is forgotten.
  void modelChanged();
  void wake();
  void afterFrame(std::function<void()> action) { wanted.push_back(std::move(action)); }
  void tell(std::string words, bool canUndo = false);
};

}  // namespace cairn

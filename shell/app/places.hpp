#pragma once
// Places: where the person is: the address, the sheet above it, what had the keyboard, and the way back.
#include <functional>
#include <string>
#include <vector>

#include "app/page.hpp"

namespace cairn {

class Places {
 public:
  explicit Places(Page& page) : page_(page) {}

  /// Shows an address and writes it into the browser's history.
  void go(const std::string& address, bool replace);
  /// The same once the frame that is being drawn is done.
  void goAfterFrame(const std::string& address, bool replace);
  /// What the browser's history shows.
  void show(const Route& route, float scroll);
  /// What was made by a command that is undone may be what the page shows: then the page above it is shown.
  void leaveWhatIsGone();
  /// What lies above the page goes.
  void uncover();

  void focusChanged(const std::string& key, bool visible);
  /// The keyboard does not fall to the page where what had it is gone: it goes on beside it, or back to where it was
  /// before. `now`: what the frame has recorded.
  void keepFocus(const std::vector<semantics::Node>& now);
  /// What a search has found gets the keyboard once its place is shown, and so comes into sight.
  void lookFor();
  /// What shall have the keyboard gets it, once it is there.
  void tellFocus();
  void tellTitle();

 private:
  Page& page_;
  LookedFor openedSheetFrom_;             ///< where a sheet was opened, and what had the keyboard then
  std::vector<std::string> focusBefore_;  ///< what had the keyboard, the last at the end
  std::string title_;
};

}  // namespace cairn

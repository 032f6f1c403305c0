#pragma once
// Inbox: what comes from elsewhere: a file that somebody opens, a large one that is read beside the page, records of
// other tabs, the store read again. A file is looked at first (state.opened) and taken by a press.
#include <functional>
#include <string>
#include <vector>

#include "app/editor.hpp"
#include "app/handover.hpp"
#include "app/places.hpp"

namespace cairn {

class Inbox {
 public:
  Inbox(Page& page, Saver& saver, History& history, Editor& editor, Handover& handover, Places& places)
      : page_(page), saver_(saver), history_(history), editor_(editor), handover_(handover), places_(places) {}

  void fileOpened(const std::string& name, const std::string& bytes);
  /// `step`: 1 the file, 2 what is here, 3 comparing.
  void largeReading(const std::string& name, int step);
  void largeRead(const std::string& name, const std::string& preview, bool isBackup);
  void largeRefused(const std::string& name, const Error& error);
  void largeFailed(const std::string& name, Trouble trouble);
  void cancel();
  /// A large one is taken away from the page; its mentorship is shown when it is here.
  void take(const Id& me, const std::string& then);
  void takePiece(const std::string& record, int percent);
  void largeTaken(Trouble trouble);

  /// Records that other tabs have stored.
  void followed(const std::vector<StoredFile>& files);
  void reloaded(const std::vector<StoredFile>& files);

 private:
  OpenedPreview& showRefusal(const std::string& name);
  bool takeEdits(const Id& me);
  void takeWhole(const Workspace& whole, const Preview& preview, const Id& me);
  void merge(const Workspace& content, Change& change);
  void afterTaking(const Preview& preview, const Id& me);
  void holdInPartIfSo(const Preview& preview);
  std::vector<Choosable> refusedOfProposal() const;
  void writeUnderNewIdsIfTwin(const Workspace& seen);

  Page& page_;
  Saver& saver_;
  History& history_;
  Editor& editor_;
  Handover& handover_;
  Places& places_;
  Id largeMe_;
  Preview largePreview_;
  Change large_;  ///< what the pieces of a large file have changed
};

}  // namespace cairn

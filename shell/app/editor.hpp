#pragma once
// Editor: the words that are being typed. From the moment in which a field gets the keyboard it is known what the
// person saw there; each key keeps the text as a draft, and leaving the field makes a command of it.
//
// Limits: a field whose key is a text path (command/command.hpp) becomes a command by itself; what others hold is
// taken by the screen that draws them.
#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/history.hpp"
#include "app/sight.hpp"

namespace cairn {

class Editor {
 public:
  Editor(Page& page, Saver& saver, History& history) : page_(page), saver_(saver), history_(history) {}

  /// From now on it is known what the person saw in this field.
  void watch(const std::string& key);
  /// The same for one that was just left with the keyboard still in it: no frame has shown yet what it holds.
  void watchAs(const std::string& key, const std::string& shown);
  /// What is still being typed was begun with the sight of that moment.
  void unwatch(const std::string& key);
  /// An opened picker is watched like a field.
  void watchPopup();
  /// Before content is merged that others have written.
  void arrives(const Workspace& content) { sight_.arrives(page_.model, content); }
  /// What others have changed since the person saw it.
  const SeenFields& seen(const std::string& key) const { return sight_.of(key); }

  void changed(const std::string& key, const std::string& text);
  /// The field was left, or Enter pressed. False where nothing comes of it.
  bool done(const std::string& key, const std::string& text, bool submitted);
  /// What was typed is taken back: the field holds `text` again.
  void cancelled(const std::string& key, const std::string& text);
  /// What a screen has used up since the last frame; its drafts go.
  void dropUsed();

  bool hasUnstored() const { return !unstored_.empty(); }
  Instant storeAt() const { return storeAt_; }
  void storeDrafts();
  /// All drafts are to be stored anew.
  void markAll();
  /// What was typed in a field when its tab ended becomes an edit of what stood there then: newer words stay beside it.
  void recover(const std::map<std::string, Draft>& drafts);

 private:
  void keepDraft(const std::string& key, const std::string& text);
  void mark(const std::string& key);
  void finish(const std::string& key, const std::string& text);
  void drop(const std::string& key);
  std::optional<Context> seenIn(const std::string& key) const;

  Page& page_;
  Saver& saver_;
  History& history_;
  Sight sight_;
  std::string openPopup_;          ///< whose sight is kept
  std::set<std::string> typedIn_;  ///< fields in which something was typed since they got the keyboard
  std::set<std::string> unstored_;
  std::set<std::string> stored_;
  Instant storeAt_ = 0;
  Instant lastStored_ = 0;
};

}  // namespace cairn

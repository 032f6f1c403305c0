#pragma once
// History: what a person does to the model. It carries out commands, keeps them and what they removed, and takes them
// back.
//
//   history.run(addGoal(mentorship, id, "Lead a release"));
//   history.undo();
//
// An opened file is one record of its own: undo withdraws it, and the model is computed again from all others, until
// it was taken together with others or something has left; then undo writes the inverse edits.
// Limits: the last 200 commands.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/saver.hpp"

namespace cairn {

class History {
 public:
  History(Page& page, Saver& saver) : page_(page), saver_(saver) {}

  /// False where it was refused, which is told.
  bool run(Command command);
  /// Kept like a command, but nobody would undo it.
  void note(const Command& command);
  /// True where something was taken back, or done again.
  bool undo() { return step(done_, undone_, Direction::back); }
  bool redo() { return step(undone_, done_, Direction::again); }
  bool canUndo() const { return !done_.empty(); }
  bool canRedo() const { return !undone_.empty(); }

  /// What an opened file has changed; `put`: its record, and what is stored along with it.
  void tookFile(Change change);
  /// What a change removed goes to the trash; `put` is stored by the caller.
  void keepTrash(const Change& change, std::vector<StoredFile>& put);
  /// What an opened file removes is kept like what is removed here.
  void keepRemoved(const Change& change, std::vector<StoredFile>& put);
  /// No opened file can be withdrawn any more: it was taken together with others, or something has left.
  void settleImports() { standingImports_.clear(); }
  /// Nothing can be taken back any more.
  void forget();
  void renamed(const std::vector<std::pair<std::string, std::string>>& paths);
  /// True once, where the model was read again because a file was withdrawn.
  bool takeWithdrawn() { return std::exchange(withdrawing_, false); }

 private:
  enum class Direction { back, again };
  bool step(std::vector<Change>& from, std::vector<Change>& to, Direction direction);
  void withdraw(Change change, std::vector<Change>& to, Direction direction);
  void keep(const Change& change);
  void tellRefusal(const Error& error);

  Page& page_;
  Saver& saver_;
  std::vector<Change> done_;
  std::vector<Change> undone_;
  std::set<std::string> standingImports_;  ///< can still be withdrawn
  bool withdrawing_ = false;               ///< until the store is read again
};

}  // namespace cairn

#include "app/history.hpp"

#include <algorithm>
#include <array>

#include "command/agreements.hpp"
#include "exchange/admission.hpp"
#include "words/faults.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

constexpr std::size_t kMostUndo = 200;

/// The change is seen where it was made; a message is for what is gone or shows elsewhere.
bool isTold(const Change& change) {
  constexpr std::array<CommandName, 6> kTold{CommandName::checklistAdd, CommandName::stepDone,
                                             CommandName::contactLog,   CommandName::cadenceChange,
                                             CommandName::lineSettle,   CommandName::fileOpen};
  return !change.removals.empty() || std::find(kTold.begin(), kTold.end(), change.name) != kTold.end();
}

}  // namespace

bool History::run(Command command) {
  if (page_.isReadOnly()) return false;
  keepEarlierMeasures(page_.model, command, page_.moment().local.date);
  auto change = commit(page_.model, command, page_.writers, page_.platform.now());
  if (!change) {
    tellRefusal(change.error());
    return false;
  }
  if (change->empty) return true;
  page_.modelChanged();
  page_.state.welcomeBack = false;
  undone_.clear();
  page_.state.notice = isTold(*change) ? Notice{std::string(doneWords(page_, change->name)), true} : Notice{};
  keep(*change);
  done_.push_back(std::move(*change));
  if (done_.size() > kMostUndo) done_.erase(done_.begin());
  page_.wake();
  return true;
}

void History::note(const Command& command) {
  if (page_.isReadOnly()) return;
  const auto change = commit(page_.model, command, page_.writers, page_.platform.now());
  if (!change || change->empty) return;
  page_.modelChanged();
  keep(*change);
  page_.wake();
}

void History::tellRefusal(const Error& error) {
  page_.tell(say(page_, S::refused, {{"why", faultText(page_, error)}, {"place", placeText(page_, error)}}));
}

bool History::step(std::vector<Change>& from, std::vector<Change>& to, Direction direction) {
  if (from.empty()) return false;
  // Who goes on undoing wants earlier words back, not the whole mentorship gone; right after it was begun that is
  // meant.
  const bool goesOn = direction == Direction::back && !to.empty();
  if (goesOn && from.back().name == CommandName::mentorshipStart) {
    page_.tell(std::string(say(page_, S::undo_at_start)));
    return false;
  }
  Change change = std::move(from.back());
  from.pop_back();
  if (!change.importPath.empty() && standingImports_.contains(change.importPath)) {
    withdraw(std::move(change), to, direction);
    return false;  // it is when the store was read again
  }
  const Undo undo = undoOf(page_.model, change);
  auto reverted = commit(page_.model, undo.command, page_.writers, page_.platform.now());
  if (!reverted) {
    tellRefusal(reverted.error());
    return false;
  }
  if (!reverted->empty) {
    page_.modelChanged();
    keep(*reverted);
    to.push_back(std::move(*reverted));
  }
  const S key = !undo.leftAlone.empty()         ? S::undo_left_alone
                : direction == Direction::again ? S::redone
                : !change.importPath.empty()    ? S::undone_by_edits
                                                : S::undone;
  page_.tell(say(page_, key, {{"what", doneWords(page_, change.name)}}));
  return true;
}

/// An import is one record: without it, the state is computed again from all others.
void History::withdraw(Change change, std::vector<Change>& to, Direction direction) {
  const std::string marker = withdrawalOf(change.importPath);
  withdrawing_ = true;
  const auto readAgain = [this] { page_.platform.reloadStore(); };
  if (direction == Direction::again) {
    saver_.store({}, {marker}, readAgain);
  } else {
    saver_.store({{marker, "="}}, {}, readAgain);
  }
  page_.tell(
      say(page_, direction == Direction::again ? S::redone : S::undone, {{"what", doneWords(page_, change.name)}}));
  to.push_back(std::move(change));
}

void History::keep(const Change& change) {
  std::vector<StoredFile> put{{recordPath(page_.writers.shared, page_.ids.nextNumber()), writeRecord(change.delta)}};
  keepTrash(change, put);
  saver_.store(std::move(put), {});
}

void History::keepTrash(const Change& change, std::vector<StoredFile>& put) {
  auto trash = trashOf(change, trashPath(page_.writers.shared, page_.ids.nextNumber()), page_.platform.now());
  if (!trash) return;
  auto& known = page_.state.trash;
  if (auto one = readTrash(*trash)) known.insert(known.begin(), std::move(*one));
  put.push_back(std::move(*trash));
}

void History::keepRemoved(const Change& change, std::vector<StoredFile>& put) {
  Change removal{change.name, {}, {}, removedBy(page_.model, change), {}, false};
  if (removal.removals.empty()) return;
  removal.before = change.before;
  keepTrash(removal, put);
}

void History::tookFile(Change change) {
  standingImports_.insert(change.importPath);
  undone_.clear();
  done_.push_back(std::move(change));
  page_.wake();
}

void History::forget() {
  done_.clear();
  undone_.clear();
  settleImports();
  page_.wake();
}

void History::renamed(const std::vector<std::pair<std::string, std::string>>& paths) {
  for (const auto& [was, is] : paths) {
    for (auto* changes : {&done_, &undone_}) {
      for (auto& change : *changes) {
        if (change.importPath == was) change.importPath = is;
      }
    }
    for (auto& one : page_.state.trash) {
      if (one.path == was) one.path = is;
    }
    if (standingImports_.erase(was) > 0) standingImports_.insert(is);
  }
}

}  // namespace cairn

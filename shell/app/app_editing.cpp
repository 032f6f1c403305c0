// App's part for commands, undo, saving and files.
#include <algorithm>
#include <array>

#include "app/app.hpp"
#include "app/phrases.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

constexpr Instant kDraftDelay = 400;
constexpr std::size_t kMostUndo = 200;

std::string didName(const Change& change) { return std::string(sayNamed("did_" + change.name)); }

}  // namespace

bool App::runNow(Command command) {
  if (state_.save == SaveState::readOnly) return false;
  keepEarlierMeasures(model_, command, moment().local.date);
  auto change = commit(model_, command, writers_, platform_.now());
  if (!change) {
    tellRefusal(change.error());
    return false;
  }
  if (change->empty) return true;
  modelChanged();
  state_.welcomeBack = false;
  undone_.clear();
  // The change is seen where it was made; a message is for what is gone or came from elsewhere.
  constexpr std::array<std::string_view, 6> kTold{"checklist_add",  "step_done",   "contact_log",
                                                  "cadence_change", "line_settle", "file_open"};
  const bool named = std::find(kTold.begin(), kTold.end(), command.name) != kTold.end();
  const bool telling = !change->removals.empty() || named;
  state_.notice = telling ? Notice{didName(*change), true} : Notice{};
  keep(*change);
  done_.push_back(std::move(*change));
  if (done_.size() > kMostUndo) done_.erase(done_.begin());
  if (command.name == "theme_choose") applyTheme();
  wake();
  return true;
}

void App::tellRefusal(const Error& error) {
  state_.notice = {say(S::refused, {{"why", error.message}, {"place", error.path}}), false};
  wake();
}

void App::undoNow(bool again) {
  auto& from = again ? undone_ : done_;
  auto& to = again ? done_ : undone_;
  if (from.empty()) return;
  Change change = std::move(from.back());
  from.pop_back();
  if (!change.importPath.empty() && standingImports_.contains(change.importPath))
    return withdraw(std::move(change), again);
  const Undo undo = undoOf(model_, change);
  auto reverted = commit(model_, undo.command, writers_, platform_.now());
  if (!reverted) return tellRefusal(reverted.error());
  if (!reverted->empty) {
    modelChanged();
    keep(*reverted);
    to.push_back(std::move(*reverted));
  }
  const bool wasImport = !change.importPath.empty();
  const S key = !undo.leftAlone.empty() ? S::undo_left_alone
                : again                 ? S::redone
                : wasImport             ? S::undone_by_edits
                                        : S::undone;
  state_.notice = {say(key, {{"what", didName(change)}}), false};
  applyTheme();
  wake();
}

void App::keep(const Change& change) {
  // Both counters only rise, and each change raises at least one: their sum names the record.
  std::vector<StoredFile> put{
      {recordPath(writers_.shared, writers_.nextShared + writers_.nextOwn), writeRecord(change.delta)}};
  if (auto trash = trashOf(change, writers_, platform_.now())) {
    if (auto one = readTrash(*trash)) state_.trash.insert(state_.trash.begin(), std::move(*one));
    put.push_back(std::move(*trash));
  }
  store(std::move(put), {});
}

void App::store(std::vector<StoredFile> put, std::vector<std::string> remove) {
  if (state_.save == SaveState::readOnly) return;
  // What could not be saved before goes along, so that nothing is left out of order.
  StoreRequest request{nextTicket_++, {}, {}};
  for (auto& earlier : unsaved_) {
    std::move(earlier.put.begin(), earlier.put.end(), std::back_inserter(request.put));
    std::move(earlier.remove.begin(), earlier.remove.end(), std::back_inserter(request.remove));
  }
  unsaved_.clear();
  std::move(put.begin(), put.end(), std::back_inserter(request.put));
  std::move(remove.begin(), remove.end(), std::back_inserter(request.remove));
  if (state_.save == SaveState::saved) state_.save = SaveState::saving;
  const auto kept = pending_.emplace(request.ticket, std::move(request)).first;
  platform_.store(kept->second);
  wake();
}

void App::stored(int ticket, const std::string& error) {
  const auto found = pending_.find(ticket);
  if (found == pending_.end()) return;
  if (error.empty()) {
    countRecords(found->second);
    pending_.erase(found);
    if (pending_.empty() && unsaved_.empty()) {
      state_.save = SaveState::saved;
      stored_ = writers_;
    }
  } else {
    unsaved_.push_back(std::move(found->second));
    pending_.erase(found);
    state_.save = SaveState::notSaved;
    state_.saveError = error;
  }
  handOverWaiting();
  wake();
}

void App::copied(bool done) {
  left(done);
  state_.notice = {std::string(say(done ? S::copied : S::copy_failed)), false};
  wake();
}

void App::setReadOnly() {
  state_.save = SaveState::readOnly;
  wake();
}

void App::followed(const std::vector<StoredFile>& files) {
  for (const auto& file : files) {
    const auto record = readRecord(file.bytes);
    if (!record) continue;
    writeUnderNewIdsIfTwin(*record);
    merge(model_, *record);
    continueCounters(writers_, *record, platform_.now());
    ++records_;
  }
  modelChanged();
  applyTheme();
  wake();
}

void App::markDraft(const std::string& key) {
  // What is looked for is nobody's work.
  if (!key.starts_with("find/")) dirtyDrafts_.insert(key);
}

void App::textChanged(const std::string& key, const std::string& text) {
  editing_.drafts[key] = text;
  // The first key is stored at once, what follows in steps.
  if (dirtyDrafts_.empty()) draftsDue_ = std::max(platform_.now(), lastDrafts_ + kDraftDelay);
  markDraft(key);
  wake();
}

void App::storeDrafts() {
  lastDrafts_ = platform_.now();
  std::vector<StoredFile> put;
  std::vector<std::string> remove;
  for (const auto& key : dirtyDrafts_) {
    if (const std::string* draft = editing_.draft(key)) {
      put.push_back({draftPath(slot_, key), writeDraft(*draft)});
      storedDrafts_.insert(key);
    } else if (storedDrafts_.erase(key) > 0) {
      remove.push_back(draftPath(slot_, key));
    }
  }
  dirtyDrafts_.clear();
  if (!put.empty() || !remove.empty()) store(std::move(put), std::move(remove));
}

void App::textDone(const std::string& key, const std::string& text, bool submitted) {
  finishText(key, text);
  editing_.finishedKey = key;
  editing_.finishedText = text;
  editing_.submitted = submitted;
  // The screen must see this before anything else happens to it; and the field must be empty
  // before the next key comes, which may be sooner than the next frame.
  frame();
  if (submitted) frame();
  wake();
}

void App::finishText(const std::string& key, const std::string& text) {
  const auto command = textCommand(model_, key, text);
  if (!command) {
    // A composer's text stays until it is used; its draft lives on with it. A field that goes with its use says once
    // more what was in it.
    if (editing_.cleared.contains(key)) return;
    if (!text.empty() || editing_.drafts.contains(key)) textChanged(key, text);
    return;
  }
  if (!runNow(*command)) return;  // what was typed stays in the field
  editing_.drafts.erase(key);
  dirtyDrafts_.erase(key);
  if (storedDrafts_.erase(key) > 0) store({}, {draftPath(slot_, key)});
}

void App::textCancelled(const std::string& key) {
  editing_.clear(key);
  markDraft(key);
  wake();
}

void App::recoverDrafts(const std::map<std::string, std::string>& drafts) {
  for (const auto& [key, text] : drafts) {
    storedDrafts_.insert(key);
    if (textCommand(model_, key, text)) {
      finishText(key, text);
    } else {
      editing_.drafts[key] = text;
    }
  }
}

std::string App::backup() const { return writeBackup(model_); }

}  // namespace cairn

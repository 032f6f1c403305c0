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

std::string didName(const Change& change) { return std::string(doneWords(change.name)); }

/// What is asked later counts: put, then removed, is removed, and the other way round.
void append(StoreRequest& request, std::vector<StoredFile> put, std::vector<std::string> remove) {
  for (const auto& path : remove) std::erase_if(request.put, [&](const StoredFile& file) { return file.path == path; });
  for (const auto& file : put) std::erase(request.remove, file.path);
  std::move(put.begin(), put.end(), std::back_inserter(request.put));
  std::move(remove.begin(), remove.end(), std::back_inserter(request.remove));
}

}  // namespace

bool App::runNow(Command command) {
  if (state_.save == SaveState::readOnly) return false;
  if (command.seen.empty()) command.seen = sight_.of(acting_);
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
  constexpr std::array<CommandName, 6> kTold{CommandName::checklistAdd, CommandName::stepDone,
                                             CommandName::contactLog,   CommandName::cadenceChange,
                                             CommandName::lineSettle,   CommandName::fileOpen};
  const bool named = std::find(kTold.begin(), kTold.end(), command.name) != kTold.end();
  const bool telling = !change->removals.empty() || named;
  state_.notice = telling ? Notice{didName(*change), true} : Notice{};
  keep(*change);
  done_.push_back(std::move(*change));
  if (done_.size() > kMostUndo) done_.erase(done_.begin());
  if (command.name == CommandName::themeChoose) applyTheme();
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
  // Who goes on undoing wants earlier words back, not the whole mentorship gone; right after it was begun that is
  // meant.
  if (!again && !to.empty() && from.back().name == CommandName::mentorshipStart) {
    state_.notice = {std::string(say(S::undo_at_start)), false};
    return wake();
  }
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
  leaveWhatIsGone();
  applyTheme();
  wake();
}

/// What was made by the command that is undone may be what the page shows: then the page above it is shown.
void App::leaveWhatIsGone() {
  const Frame frame = frameOf();
  const Mentorship* mentorship = mentorshipOf(frame);
  const bool isGone = route_.mentorship && !mentorship;
  const bool isSessionGone = mentorship && route_.screen == Screen::session && !sessionOf(frame);
  if (isGone) return goNow("#/", true);
  if (isSessionGone) goNow(mentorshipAddress(route_.mentorship), true);
}

void App::keep(const Change& change) {
  std::vector<StoredFile> put{{recordPath(writers_.shared, ids_.nextNumber()), writeRecord(change.delta)}};
  keepTrash(change, put);
  store(std::move(put), {});
}

void App::keepTrash(const Change& change, std::vector<StoredFile>& put) {
  auto trash = trashOf(change, trashPath(writers_.shared, ids_.nextNumber()), platform_.now());
  if (!trash) return;
  if (auto one = readTrash(*trash)) state_.trash.insert(state_.trash.begin(), std::move(*one));
  put.push_back(std::move(*trash));
}

void App::store(std::vector<StoredFile> put, std::vector<std::string> remove) {
  if (state_.save == SaveState::readOnly) return;
  // What could not be saved before goes along, so that nothing is left out of order.
  StoreRequest request;
  for (auto& earlier : std::exchange(unsaved_, {})) append(request, std::move(earlier.put), std::move(earlier.remove));
  append(request, std::move(put), std::move(remove));
  send(std::move(request));
}

void App::send(StoreRequest request) {
  request.ticket = nextTicket_++;
  if (state_.save == SaveState::saved) state_.save = SaveState::saving;
  const auto kept = pending_.emplace(request.ticket, std::move(request)).first;
  platform_.store(kept->second);
  wake();
}

void App::pathTaken(int ticket) {
  const auto found = pending_.find(ticket);
  if (found == pending_.end()) return;
  StoreRequest request = std::move(found->second);
  pending_.erase(found);
  for (auto& file : request.put) {
    if (!isAddedOnce(file.path)) continue;
    const std::string other = renumbered(file.path, ids_.nextNumber());
    const auto rename = [&](std::string& path) { path = path == file.path ? other : path; };
    for (auto& one : state_.trash) rename(one.path);
    for (auto* changes : {&done_, &undone_}) {
      for (auto& change : *changes) rename(change.importPath);
    }
    if (standingImports_.erase(file.path) > 0) standingImports_.insert(other);
    file.path = other;
  }
  send(std::move(request));
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
    mergeArrived(*record);
    continueCounters(writers_, *record, platform_.now());
    ++records_;
  }
  modelChanged();
  applyTheme();
  wake();
}

void App::mergeArrived(const Workspace& content) {
  sight_.arrives(model_, content);
  merge(model_, content);
}

void App::watch(const std::string& key) {
  if (key.empty() || sight_.watches(key)) return;
  const auto node = std::find_if(shown_.begin(), shown_.end(), [&](const auto& one) { return one.key == key; });
  const bool isField =
      node != shown_.end() && (node->role == semantics::Role::textField || node->role == semantics::Role::notesArea);
  if (!isField) return;
  if (editing_.draft(key)) return sight_.begin(key, std::nullopt);
  // As the browser's editors show it: one line for an <input>, line feeds alone in a <textarea>.
  std::string text = node->value;
  if (node->role == semantics::Role::notesArea) {
    for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) text.erase(at, 1);
    std::replace(text.begin(), text.end(), '\r', '\n');
  } else {
    std::erase_if(text, [](char letter) { return letter == '\r' || letter == '\n'; });
  }
  sight_.begin(key, std::move(text));
}

/// What is still being typed was begun with the sight of that moment.
void App::unwatch(const std::string& key) {
  if (!key.empty() && !editing_.draft(key)) sight_.end(key);
}

void App::markDraft(const std::string& key) {
  // What is looked for is nobody's work.
  if (!key.starts_with("find/")) dirtyDrafts_.insert(key);
}

void App::textChanged(const std::string& key, const std::string& text) {
  watch(key);
  typedIn_.insert(key);
  keepDraft(key, text);
}

void App::keepDraft(const std::string& key, const std::string& text) {
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
      put.push_back({draftPath(slot_, key), writeDraft({*draft, seenIn(key)})});
      storedDrafts_.insert(key);
    } else if (storedDrafts_.erase(key) > 0) {
      remove.push_back(draftPath(slot_, key));
    }
  }
  dirtyDrafts_.clear();
  if (!put.empty() || !remove.empty()) store(std::move(put), std::move(remove));
}

/// What a field held when the person began to type in it; nothing where the key is no field's.
std::optional<Context> App::seenIn(const std::string& key) const {
  const SeenFields& changed = sight_.of(key);
  const auto found = changed.find(key);
  return found != changed.end() ? found->second : seenOfText(model_, key);
}

void App::textDone(const std::string& key, const std::string& text, bool submitted) {
  const bool typed = typedIn_.erase(key) > 0;
  if (typed && sight_.isUnchanged(key, text)) {
    editing_.clear(key);
    if (!submitted) return wake();
  } else if (!typed && !submitted) {
    return wake();  // looked at, not edited
  }
  if (typed) finishText(key, text);
  editing_.finishedKey = key;
  editing_.finishedText = text;
  editing_.submitted = submitted;
  // The screen must see this before anything else happens to it; and the field must be empty
  // before the next key comes, which may be sooner than the next frame.
  frame();
  if (submitted) frame();
  if (ui_.focus.key == key) watch(key);
  wake();
}

void App::finishText(const std::string& key, const std::string& text) {
  const SeenFields& changed = sight_.of(key);
  // Who writes in what was removed meanwhile brings it back, rather than to lose the words.
  auto command = textCommand(model_, key, text, changed.contains(key) ? MayRevive::yes : MayRevive::no);
  if (!command) {
    // A composer's text stays until it is used; its draft lives on with it. A field that goes with its use says once
    // more what was in it.
    if (editing_.cleared.contains(key)) return;
    if (!text.empty() || editing_.drafts.contains(key)) keepDraft(key, text);
    return;
  }
  command->seen = changed;
  if (!runNow(std::move(*command))) return;  // what was typed stays in the field
  dropDraft(key);
}

void App::dropDraft(const std::string& key) {
  editing_.drafts.erase(key);
  dirtyDrafts_.erase(key);
  sight_.end(key);
  if (storedDrafts_.erase(key) > 0) store({}, {draftPath(slot_, key)});
}

void App::textCancelled(const std::string& key) {
  editing_.clear(key);
  typedIn_.erase(key);
  sight_.end(key);
  watch(key);
  markDraft(key);
  wake();
}

/// What was typed in a field when its tab ended becomes an edit of what stood there then: newer words stay beside it.
void App::recoverDrafts(const std::map<std::string, Draft>& drafts) {
  for (const auto& [key, draft] : drafts) {
    storedDrafts_.insert(key);
    auto command = textCommand(model_, key, draft.text);
    if (command) {
      command->seen.emplace(key, draft.seen.value_or(Context()));
      if (runNow(std::move(*command))) {
        dropDraft(key);
        continue;
      }
    }
    editing_.drafts[key] = draft.text;
  }
}

std::string App::backup() const { return writeBackup(model_); }

}  // namespace cairn

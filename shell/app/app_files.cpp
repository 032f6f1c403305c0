// App's part for files: opening, taking, withdrawing, backups.
#include <algorithm>

#include "app/app.hpp"
#include "app/phrases.hpp"
#include "exchange/admission.hpp"
#include "exchange/taking.hpp"
#include "journal/rescue.hpp"
#include "replica/merge.hpp"

namespace cairn {
void App::fileOpened(const std::string& name, const std::string& bytes) {
  state_.opened = {};
  state_.notice = {};
  state_.opened.fileName = name;
  auto file = openFile(bytes);
  if (file && file->whole.mentorships.empty() && file->proposals.mentorships.empty()) {
    state_.opened.error = Error{"plan", std::string(say(S::open_no_mentorship)), ""};
  } else if (file) {
    state_.opened.error = refuseUnmergeable(model_, *file);
    if (!state_.opened.error) state_.opened.error = refuseEdits(model_, *file, platform_.now());
    if (!state_.opened.error) state_.opened.preview = previewOf(model_, *file, platform_.now());
    if (state_.opened.preview) leaveOutUnseen(*file, *state_.opened.preview);
    state_.opened.file = std::move(*file);
  } else {
    state_.opened.error = file.error();
  }
  go("#/open", false);
  wake();
}

void App::largeReading(const std::string& name, int step) {
  if (state_.opened.readingStep == 0) go("#/open", false);
  state_.opened = {};
  state_.notice = {};
  state_.opened.fileName = name;
  state_.opened.readingStep = step;
  wake();
}

void App::largeRead(const std::string& name, const std::string& preview, bool isBackup) {
  auto read = readPreview(preview);
  if (!read) return largeRefused(name, read.error());
  state_.opened = {};
  state_.opened.fileName = name;
  state_.opened.preview = std::move(*read);
  state_.opened.isBackup = isBackup;
  if (isBackup) go("#/open", false);
  wake();
}

void App::largeRefused(const std::string& name, const Error& error) {
  state_.opened = {};
  state_.opened.fileName = name;
  state_.opened.error = error;
  if (route_.screen != Screen::open) go("#/open", false);
  wake();
}

void App::cancelOpenedNow() {
  if (state_.opened.readingStep > 0) platform_.cancelLarge();
  state_.opened = {};
  wake();
}

/// This slot must not give a dot that exists elsewhere: from here on it writes under new ids.
void App::writeUnderNewIdsIfTwin(const Workspace& seen) {
  if (!hasTwin(writers_, model_, seen)) return;
  const Instant latest = writers_.latestStamp;
  writers_ = newWriters(ids_);
  writers_.latestStamp = latest;
  stored_ = {};
  store({{slotPath(slot_), writeSlot(writers_)}}, {});
}

void App::iAm(const Id& mentorship, const Id& me) {
  if (!me) return;
  Command command{CommandName::meChoose, {}, {}};
  command.edit.at(mentorship).me.set(me);
  runNow(command);
}

/// A large one is taken away from the page; its mentorship is shown when it is here.
void App::takeOpenedNow(const Id& me, const std::string& then) {
  if (state_.save == SaveState::readOnly || !state_.opened.preview) return;
  const Whose whose = state_.opened.isMine ? Whose::mine : Whose::others;
  if (!state_.opened.file) {
    large_ = {};
    largeMe_ = me;
    large_.name = CommandName::fileOpen;
    large_.importPath = importPath(writers_.shared, ids_.nextNumber());
    const std::string choices = writeChoices({whose, writers_.shared, refusedOfProposal()});
    largePreview_ = std::move(*state_.opened.preview);
    state_.opened.preview.reset();
    state_.opened.taken = 0;
    return platform_.takeLarge(large_.importPath, choices);
  }
  writeUnderNewIdsIfTwin(state_.opened.file->whole);  // first: what a twin has written is not ours to speak for
  if (state_.opened.file->isProposal() && !takeEdits(me)) return;
  OpenedFile file = std::move(*state_.opened.file);
  const Preview preview = std::move(*state_.opened.preview);
  state_.opened = {};
  admit(file, whose, writers_, platform_.now());
  if (!file.whole.mentorships.empty()) takeWhole(file.whole, preview, me);
  goNow(then, true);
  wake();
}

/// Of what was edited by hand. False where what was chosen of it cannot be without what was not: it stays open then.
bool App::takeEdits(const Id& me) {
  OpenedFile file = *state_.opened.file;
  const Id& head = state_.opened.preview->head.id;
  leaveOut(file.proposals, refusedOfProposal());
  admit(file, state_.opened.isMine ? Whose::mine : Whose::others, writers_, platform_.now());
  const bool isOfHead = file.proposals.mentorships.contains(head);
  Command edits = proposalEdits(model_, std::move(file.proposals));
  if (me && isOfHead) edits.edit.at(head).me.set(me);
  return runNow(std::move(edits));
}

/// What can be merged comes in as one record, which can be withdrawn.
void App::takeWhole(const Workspace& whole, const Preview& preview, const Id& me) {
  Change change;
  change.name = CommandName::fileOpen;
  sight_.arrives(model_, whole);
  take(model_, whole, change);
  modelChanged();
  continueCounters(writers_, whole, platform_.now());
  change.importPath = importPath(writers_.shared, ids_.nextNumber());
  std::vector<StoredFile> put{{change.importPath, writeRecord(whole)}};
  keepRemoved(change, put);
  store(std::move(put), {});
  standingImports_.insert(change.importPath);
  undone_.clear();
  done_.push_back(std::move(change));
  if (whole.mentorships.contains(preview.head.id)) {
    iAm(preview.head.id, me);
    holdInPartIfSo(preview);
    noteWhatTheyHave(preview);
  }
  state_.notice = {std::string(doneWords(CommandName::fileOpen)), true};
}

/// What an opened file removes is kept like what is removed here.
void App::keepRemoved(const Change& change, std::vector<StoredFile>& put) {
  Change removal{change.name, {}, {}, removedBy(model_, change), {}, false};
  if (removal.removals.empty()) return;
  removal.before = change.before;
  keepTrash(removal, put);
}

std::vector<Choosable> App::refusedOfProposal() const {
  std::vector<Choosable> refused;
  for (const std::size_t at : state_.opened.refused) {
    const Difference& one = state_.opened.preview->shown[at];
    refused.push_back({one.collection, one.thing, one.field});
  }
  return refused;
}

/// What a file for the programme leaves here is only a part of the mentorship, until a fuller one comes.
void App::holdInPartIfSo(const Preview& preview) {
  const auto found = model_.mentorships.find(preview.head.id);
  if (found == model_.mentorships.end()) return;
  const bool inPart = preview.inPart && (preview.isNew || *found->second.inPart);
  if (inPart != *found->second.inPart) runNow(holdInPart(preview.head.id, inPart));
}

/// The trash must be gone from the store first. What could bring the words back here, undo and earlier
/// removals of the same thing, goes with them.
void App::eraseNow(const std::string& trashPath) {
  if (state_.save == SaveState::readOnly) return;
  const auto chosen =
      std::find_if(state_.trash.begin(), state_.trash.end(), [&](const Trashed& one) { return one.path == trashPath; });
  if (chosen == state_.trash.end()) return;
  std::vector<std::string> paths;
  for (const auto& one : state_.trash) {
    if (overlap(one, *chosen)) paths.push_back(one.path);
  }
  std::erase_if(state_.trash,
                [&](const Trashed& one) { return std::find(paths.begin(), paths.end(), one.path) != paths.end(); });
  forgetUndo();
  eraseAfter_ = trashPath;
  store({}, std::move(paths));
  state_.notice = {std::string(say(S::erasing)), false};
  wake();
}

void App::erased(const std::string& trouble) {
  state_.notice = {trouble.empty() ? std::string(say(S::erased)) : say(S::erase_failed, {{"why", trouble}}), false};
  wake();
}

/// What lies above the page would cover the question.
void App::storeEmptied() {
  state_.storeEmptied = true;
  closePopup();
  Route uncovered = route_;
  uncovered.sheet = Sheet::none;
  if (route_.sheet != Sheet::none) goNow(addressOf(uncovered), true);
  ui_.wantFocus = "title";
  state_.save = SaveState::notSaved;
  state_.saveError = say(S::store_emptied_title);
  wake();
}

/// As a new store, with all that is here.
void App::storeAnewNow() {
  std::vector<StoredFile> put = snapshotsOf(model_);
  put.insert(put.begin(), {{"marker", std::string(kStoreMarker)}, {slotPath(slot_), writeSlot(writers_)}});
  for (const auto& [key, text] : editing_.drafts) dirtyDrafts_.insert(key);
  state_.storeEmptied = false;
  state_.save = SaveState::saving;
  store(std::move(put), {});
}

void App::beginEmptyNow() {
  forgetUndo();
  pending_.clear();
  unsaved_.clear();
  state_.storeEmptied = false;
  state_.save = SaveState::saved;
  writers_ = newWriters(ids_);
  stored_ = writers_;
  reloaded({});
  store({{"marker", std::string(kStoreMarker)}, {slotPath(slot_), writeSlot(writers_)}}, {});
  go("#/", true);
}

void App::forgetUndo() {
  done_.clear();
  undone_.clear();
  standingImports_.clear();
  wake();
}

void App::takePiece(const std::string& record, int percent) {
  const auto piece = readRecord(record);
  if (!piece) return;
  writeUnderNewIdsIfTwin(*piece);
  sight_.arrives(model_, *piece);
  take(model_, *piece, large_);
  modelChanged();
  continueCounters(writers_, *piece, platform_.now());
  state_.opened.taken = percent;
  wake();
}

void App::largeTaken(const std::string& error) {
  state_.opened = {};
  if (!error.empty()) {
    state_.save = SaveState::notSaved;
    state_.saveError = error;
    // What is on screen is not in the store: it goes there as our own record as soon as it can.
    store({{large_.importPath, writeRecord(large_.delta)}}, {});
  }
  std::vector<StoredFile> put;
  keepRemoved(large_, put);
  if (!put.empty()) store(std::move(put), {});
  standingImports_.insert(large_.importPath);
  undone_.clear();
  done_.push_back(std::exchange(large_, {}));
  iAm(largePreview_.head.id, largeMe_);
  holdInPartIfSo(largePreview_);
  noteWhatTheyHave(largePreview_);
  go(mentorshipAddress(largePreview_.head.id), true);
  state_.notice = {std::string(doneWords(CommandName::fileOpen)), true};
  wake();
}

/// An import is one record: without it, the state is computed again from all others.
void App::withdraw(Change change, bool again) {
  const std::string marker = withdrawalOf(change.importPath);
  reloadAfter_ = marker;
  withdrawing_ = true;
  if (again) {
    store({}, {marker});
  } else {
    store({{marker, "="}}, {});
  }
  state_.notice = {say(again ? S::redone : S::undone, {{"what", doneWords(change.name)}}), false};
  (again ? done_ : undone_).push_back(std::move(change));
  wake();
}

void App::reloaded(const std::vector<StoredFile>& files) {
  Recovered recovered = recover(files, slot_);
  sight_.arrives(model_, model_);  // what is withdrawn changes fields without any of them being said
  model_ = std::move(recovered.workspace);
  state_.damagedRecords = recovered.damaged.size();
  records_ = recovered.records;
  state_.trash = trashIn(files);
  const auto mergeUnsaved = [&](const StoreRequest& request) {
    for (const auto& file : request.put) {
      if (!holdsChanges(file.path)) continue;
      if (const auto record = readRecord(file.bytes)) merge(model_, *record);
    }
  };
  for (const auto& [ticket, request] : pending_) mergeUnsaved(request);
  for (const auto& request : unsaved_) mergeUnsaved(request);
  modelChanged();
  if (std::exchange(withdrawing_, false)) leaveWhatIsGone();
  applyTheme();
  wake();
}

void App::countRecords(const StoreRequest& request) {
  const auto has = [&](const std::string& path) {
    const auto put = [&](const StoredFile& file) { return file.path == path; };
    return std::any_of(request.put.begin(), request.put.end(), put) ||
           std::find(request.remove.begin(), request.remove.end(), path) != request.remove.end();
  };
  if (!reloadAfter_.empty() && has(reloadAfter_)) {
    reloadAfter_.clear();
    platform_.reloadStore();
  }
  if (!eraseAfter_.empty() && has(eraseAfter_)) {
    eraseAfter_.clear();
    platform_.eraseRemoved();
  }
  const auto isChange = [](const StoredFile& file) { return holdsChanges(file.path); };
  records_ += static_cast<std::size_t>(std::count_if(request.put.begin(), request.put.end(), isChange));
  if (records_ <= kCompactAt || state_.save == SaveState::readOnly) return;
  records_ = 0;
  platform_.compactStore();
}

void App::backupsListed(std::vector<BackupEntry> backups, const std::string& trouble) {
  state_.backups = std::move(backups);
  state_.backupTrouble = trouble;
  wake();
}

}  // namespace cairn

#include "app/inbox.hpp"

#include <utility>

#include "command/mentorships.hpp"
#include "command/proposal.hpp"
#include "exchange/admission.hpp"
#include "exchange/chunked_import.hpp"
#include "journal/rescue.hpp"
#include "replica/merge.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {

void Inbox::fileOpened(const std::string& name, const std::string& bytes) {
  OpenedPreview& opened = page_.state.opened;
  opened = {};
  page_.state.notice = {};
  opened.fileName = name;
  auto file = openFile(bytes);
  if (file && file->whole.mentorships.empty() && file->proposals.mentorships.empty()) {
    opened.error = errorOf(Fault::noMentorship);
  } else if (file) {
    const Instant now = page_.platform.now();
    opened.error = refuseUnmergeable(page_.model, *file);
    if (!opened.error) opened.error = refuseEdits(page_.model, *file, now);
    if (!opened.error) opened.preview = previewOf(page_.model, *file, now);
    if (opened.preview) leaveOutUnseen(*file, *opened.preview);
    opened.file = std::move(*file);
  } else {
    opened.error = file.error();
  }
  places_.goAfterFrame("#/open", false);
}

void Inbox::largeReading(const std::string& name, int step) {
  if (page_.state.opened.readingStep == 0) places_.goAfterFrame("#/open", false);
  page_.state.opened = {};
  page_.state.notice = {};
  page_.state.opened.fileName = name;
  page_.state.opened.readingStep = step;
  page_.wake();
}

void Inbox::largeRead(const std::string& name, const std::string& preview, bool isBackup) {
  auto read = readPreview(preview);
  if (!read) return largeRefused(name, read.error());
  page_.state.opened = {};
  page_.state.opened.fileName = name;
  page_.state.opened.preview = std::move(*read);
  page_.state.opened.isBackup = isBackup;
  if (isBackup) places_.goAfterFrame("#/open", false);
  page_.wake();
}

void Inbox::largeRefused(const std::string& name, const Error& error) { showRefusal(name).error = error; }

void Inbox::largeFailed(const std::string& name, Trouble trouble) { showRefusal(name).trouble = trouble; }

OpenedPreview& Inbox::showRefusal(const std::string& name) {
  page_.state.opened = {};
  page_.state.opened.fileName = name;
  if (page_.route.screen != Screen::open) places_.goAfterFrame("#/open", false);
  page_.wake();
  return page_.state.opened;
}

void Inbox::cancel() {
  if (page_.state.opened.readingStep > 0) page_.platform.cancelLarge();
  page_.state.opened = {};
  page_.wake();
}

/// This slot must not give a dot that exists elsewhere: from here on it writes under new ids.
void Inbox::writeUnderNewIdsIfTwin(const Workspace& seen) {
  if (!hasTwin(page_.writers, page_.model, seen)) return;
  const Instant latest = page_.writers.latestStamp;
  page_.writers = newWriters(page_.ids);
  page_.writers.latestStamp = latest;
  saver_.writersAreNew();
  saver_.store({{slotPath(page_.slot), writeSlot(page_.writers)}}, {});
}

void Inbox::take(const Id& me, const std::string& then) {
  OpenedPreview& opened = page_.state.opened;
  if (page_.isReadOnly() || !opened.preview) return;
  const Whose whose = opened.isMine ? Whose::mine : Whose::others;
  if (!opened.file) {
    large_ = {};
    largeMe_ = me;
    large_.name = CommandName::fileOpen;
    large_.importPath = importPath(page_.writers.shared, page_.ids.nextNumber());
    const std::string choices = writeChoices({whose, page_.writers.shared, refusedOfProposal()});
    largePreview_ = std::move(*opened.preview);
    opened.preview.reset();
    opened.taken = 0;
    return page_.platform.takeLarge(large_.importPath, choices);
  }
  writeUnderNewIdsIfTwin(opened.file->whole);  // first: what a twin has written is not ours to speak for
  if (opened.file->isProposal() && !takeEdits(me)) return;
  OpenedFile file = std::move(*opened.file);
  const Preview preview = std::move(*opened.preview);
  opened = {};
  admit(file, whose, page_.writers, page_.platform.now());
  if (!file.whole.mentorships.empty()) takeWhole(file.whole, preview, me);
  places_.go(then, true);
}

/// Of what was edited by hand. False where what was chosen of it cannot be without what was not: it stays open then.
bool Inbox::takeEdits(const Id& me) {
  OpenedFile file = *page_.state.opened.file;
  const Id& head = page_.state.opened.preview->head.id;
  leaveOut(file.proposals, refusedOfProposal());
  admit(file, page_.state.opened.isMine ? Whose::mine : Whose::others, page_.writers, page_.platform.now());
  const bool isOfHead = file.proposals.mentorships.contains(head);
  Command edits = proposalEdits(page_.model, std::move(file.proposals));
  if (me && isOfHead) edits.edit.at(head).me.set(me);
  return history_.run(std::move(edits));
}

void Inbox::merge(const Workspace& content, Change& change) {
  editor_.arrives(content);
  cairn::take(page_.model, content, change);
  page_.modelChanged();
  continueCounters(page_.writers, content, page_.platform.now());
}

/// What can be merged comes in as one record, which can be withdrawn.
void Inbox::takeWhole(const Workspace& whole, const Preview& preview, const Id& me) {
  Change change;
  change.name = CommandName::fileOpen;
  merge(whole, change);
  change.importPath = importPath(page_.writers.shared, page_.ids.nextNumber());
  std::vector<StoredFile> put{{change.importPath, writeRecord(whole)}};
  history_.keepRemoved(change, put);
  saver_.store(std::move(put), {});
  history_.tookFile(std::move(change));
  if (whole.mentorships.contains(preview.head.id)) afterTaking(preview, me);
  page_.tell(std::string(doneWords(page_, CommandName::fileOpen)), true);
}

void Inbox::afterTaking(const Preview& preview, const Id& me) {
  if (me) history_.run(chooseMe(preview.head.id, me));
  holdInPartIfSo(preview);
  handover_.noteWhatTheyHave(preview);
}

std::vector<Choosable> Inbox::refusedOfProposal() const {
  std::vector<Choosable> refused;
  for (const std::size_t at : page_.state.opened.refused) {
    const Difference& one = page_.state.opened.preview->shown[at];
    refused.push_back({one.collection, one.thing, one.field});
  }
  return refused;
}

/// What a file for the programme leaves here is only a part of the mentorship, until a fuller one comes.
void Inbox::holdInPartIfSo(const Preview& preview) {
  const auto found = page_.model.mentorships.find(preview.head.id);
  if (found == page_.model.mentorships.end()) return;
  const bool inPart = preview.inPart && (preview.isNew || *found->second.inPart);
  if (inPart != *found->second.inPart) history_.run(holdInPart(preview.head.id, inPart));
}

void Inbox::takePiece(const std::string& record, int percent) {
  const auto piece = readRecord(record);
  if (!piece) return;
  writeUnderNewIdsIfTwin(*piece);
  merge(*piece, large_);
  page_.state.opened.taken = percent;
  page_.wake();
}

void Inbox::largeTaken(Trouble trouble) {
  page_.state.opened = {};
  if (trouble != Trouble::none) {
    page_.state.save = SaveState::notSaved;
    page_.state.saveTrouble = trouble;
    // What is on screen is not in the store: it goes there as our own record as soon as it can.
    saver_.store({{large_.importPath, writeRecord(large_.delta)}}, {});
  }
  std::vector<StoredFile> put;
  history_.keepRemoved(large_, put);
  if (!put.empty()) saver_.store(std::move(put), {});
  history_.tookFile(std::exchange(large_, {}));
  afterTaking(largePreview_, largeMe_);
  places_.goAfterFrame(mentorshipAddress(largePreview_.head.id), true);
  page_.tell(std::string(doneWords(page_, CommandName::fileOpen)), true);
}

void Inbox::followed(const std::vector<StoredFile>& files) {
  std::size_t records = 0;
  for (const auto& file : files) {
    const auto record = readRecord(file.bytes);
    if (!record) continue;
    writeUnderNewIdsIfTwin(*record);
    editor_.arrives(*record);
    cairn::merge(page_.model, *record);
    continueCounters(page_.writers, *record, page_.platform.now());
    ++records;
  }
  saver_.addRecords(records);
  page_.modelChanged();
  page_.wake();
}

void Inbox::reloaded(const std::vector<StoredFile>& files) {
  Recovered recovered = recover(files, page_.slot);
  editor_.arrives(page_.model);  // what is withdrawn changes fields without any of them being said
  page_.model = std::move(recovered.workspace);
  page_.state.damagedRecords = recovered.damaged.size();
  saver_.setRecords(recovered.records);
  page_.state.trash = trashIn(files);
  saver_.eachUnstored([&](const StoredFile& file) {
    if (!holdsChanges(file.path)) return;
    if (const auto record = readRecord(file.bytes)) cairn::merge(page_.model, *record);
  });
  page_.modelChanged();
  if (history_.takeWithdrawn()) places_.leaveWhatIsGone();
  page_.wake();
}

}  // namespace cairn

// The worker's engine (web/worker.ts): the long work, away from the page, with the core alone. It holds a
// copy of the store and the file that is being looked at; answers go out through Module.host.answer.
#include <emscripten.h>

#include <memory>

#include "codec/file.hpp"
#include "exchange/chunked_import.hpp"
#include "exchange/preview.hpp"
#include "journal/journal.hpp"
#include "journal/rescue.hpp"
#include "platform/web/bytes.hpp"

// clang-format off
EM_JS(void, cairn_answer, (const char* bytes, int length), { Module.host.answer(HEAPU8.slice(bytes, bytes + length)); });
// clang-format on

namespace {

constexpr int kNoSlot = -1;

struct Work {
  cairn::Workspace store;
  std::optional<cairn::OpenedFile> file;
  std::vector<std::string> pieces;
  cairn::IdSource ids{cairn::takeEntropy};
};

void answer(std::string_view bytes) { cairn_answer(bytes.data(), static_cast<int>(bytes.size())); }

int refuse(const cairn::Error& error) {
  answer(cairn::writeError(error));
  return 0;
}

void answerChanges(const cairn::Compacted& changes) {
  answer(cairn::packFiles(changes.put));
  std::string removed;
  for (const auto& path : changes.remove) removed += path + "\n";
  answer(removed);
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE Work* cairn_work_open() { return std::make_unique<Work>().release(); }

/// Inbox: the files of the store.
EMSCRIPTEN_KEEPALIVE void cairn_work_store(Work* work) {
  work->store = cairn::recover(cairn::unpackFiles(cairn::takeInbox()), kNoSlot).workspace;
}

/// Inbox: a file, or a backup of this browser (`ours`). Answers 1 where it can be read, else 0 and the
/// error (writeError).
EMSCRIPTEN_KEEPALIVE int cairn_work_read(Work* work, int ours) {
  auto file = cairn::openFile(cairn::takeInbox(), ours != 0 ? cairn::kStore : cairn::kDoor);
  if (!file) return refuse(file.error());
  work->file = std::move(*file);
  return 1;
}

/// Answers 1 and the preview of the file that was read; 0 and the error where it cannot be merged into what is here, or
/// holds nothing to take.
EMSCRIPTEN_KEEPALIVE int cairn_work_preview(Work* work, double now) {
  const auto at = static_cast<cairn::Instant>(now);
  if (const auto refused = cairn::refuseUnmergeable(work->store, *work->file)) return refuse(*refused);
  if (const auto refused = cairn::refuseEdits(work->store, *work->file, at)) return refuse(*refused);
  auto preview = cairn::previewOf(work->store, *work->file, at);
  if (!preview) return refuse(cairn::errorOf(cairn::Fault::noMentorship));
  cairn::leaveOutUnseen(*work->file, *preview);
  answer(cairn::writePreview(*preview));
  return 1;
}

/// Inbox: what is refused of a proposal. Answers the record to be stored; the number of pieces, or -1
/// and the error.
EMSCRIPTEN_KEEPALIVE int cairn_work_take(Work* work, double now) {
  const auto choices = cairn::readChoices(cairn::takeInbox());
  auto taking = cairn::importInChunks(work->store, *work->file, choices, work->ids, static_cast<cairn::Instant>(now));
  if (!taking) return refuse(taking.error()) - 1;
  answer(taking->record);
  work->pieces = std::move(taking->pieces);
  work->file.reset();
  return static_cast<int>(work->pieces.size());
}
EMSCRIPTEN_KEEPALIVE void cairn_work_piece(Work* work, int index) {
  answer(work->pieces[static_cast<std::size_t>(index)]);
}

/// Merges the file that was read into the store's copy and answers nothing: for the benchmark.
EMSCRIPTEN_KEEPALIVE void cairn_work_merge(Work* work) {
  cairn::Change change;
  cairn::take(work->store, work->file->whole, change);
}

/// Inbox: the files of the store. Answers the packed files to put, and the paths to remove.
/// `erase`: without what was written in removed things.
EMSCRIPTEN_KEEPALIVE void cairn_work_compact(int erase) {
  const auto ofRemoved = erase != 0 ? cairn::OfRemoved::erase : cairn::OfRemoved::keep;
  answerChanges(cairn::compact(cairn::unpackFiles(cairn::takeInbox()), ofRemoved));
}

/// Answers everything in the store as one file, which has been read back; nothing where that failed.
EMSCRIPTEN_KEEPALIVE void cairn_work_backup(Work* work) {
  const std::string backup = cairn::writeBackup(work->store);
  const auto read = cairn::readFile(backup, cairn::kStore);
  const bool same = read && !read->isProposal() && cairn::writeBackup(read->whole) == backup;
  answer(same ? std::string_view(backup) : std::string_view());
}

/// Answers what going back to the backup that was read would change.
EMSCRIPTEN_KEEPALIVE void cairn_work_look(Work* work) {
  answer(cairn::writePreview(cairn::previewOfBackup(work->store, work->file->whole)));
}
/// Inbox: the files of the store. Answers as compact.
EMSCRIPTEN_KEEPALIVE void cairn_work_go_back(Work* work) {
  answerChanges(cairn::goBackTo(work->file->whole, cairn::unpackFiles(cairn::takeInbox())));
}

}  // extern "C"

#include "app/saver.hpp"

#include <algorithm>
#include <iterator>

namespace cairn {
namespace {

/// What is asked later counts: put, then removed, is removed, and the other way round.
void append(StoreRequest& files, std::vector<StoredFile> put, std::vector<std::string> remove) {
  for (const auto& path : remove) std::erase_if(files.put, [&](const StoredFile& file) { return file.path == path; });
  for (const auto& file : put) std::erase(files.remove, file.path);
  std::move(put.begin(), put.end(), std::back_inserter(files.put));
  std::move(remove.begin(), remove.end(), std::back_inserter(files.remove));
}

}  // namespace

void Saver::begin(std::size_t records) {
  storedWriters_ = page_.writers;
  records_ = records;
}

void Saver::store(std::vector<StoredFile> put, std::vector<std::string> remove, std::function<void()> then) {
  if (page_.isReadOnly()) return;
  Request request;
  for (auto& earlier : std::exchange(unsaved_, {})) {
    append(request.files, std::move(earlier.files.put), std::move(earlier.files.remove));
    std::move(earlier.then.begin(), earlier.then.end(), std::back_inserter(request.then));
  }
  append(request.files, std::move(put), std::move(remove));
  if (then) request.then.push_back(std::move(then));
  send(std::move(request));
}

void Saver::send(Request request) {
  request.files.ticket = nextTicket_++;
  if (page_.state.save == SaveState::saved) page_.state.save = SaveState::saving;
  const int ticket = request.files.ticket;
  const auto kept = pending_.emplace(ticket, std::move(request)).first;
  page_.platform.store(kept->second.files);
  page_.wake();
}

std::vector<std::pair<std::string, std::string>> Saver::pathTaken(int ticket) {
  std::vector<std::pair<std::string, std::string>> renamed;
  const auto found = pending_.find(ticket);
  if (found == pending_.end()) return renamed;
  Request request = std::move(found->second);
  pending_.erase(found);
  for (auto& file : request.files.put) {
    if (!isAddedOnce(file.path)) continue;
    renamed.emplace_back(file.path, renumbered(file.path, page_.ids.nextNumber()));
    file.path = renamed.back().second;
  }
  send(std::move(request));
  return renamed;
}

void Saver::stored(int ticket, Trouble trouble) {
  const auto found = pending_.find(ticket);
  if (found == pending_.end()) return;
  const Request request = std::move(found->second);
  pending_.erase(found);
  if (trouble != Trouble::none) {
    unsaved_.push_back(request);
    page_.state.save = SaveState::notSaved;
    page_.state.saveTrouble = trouble;
    return page_.wake();
  }
  for (const auto& then : request.then) then();
  count(request.files);
  if (isAllStored()) {
    page_.state.save = SaveState::saved;
    storedWriters_ = page_.writers;
  }
  page_.wake();
}

void Saver::count(const StoreRequest& files) {
  const auto isChange = [](const StoredFile& file) { return holdsChanges(file.path); };
  records_ += static_cast<std::size_t>(std::count_if(files.put.begin(), files.put.end(), isChange));
  if (records_ <= kCompactAt || page_.isReadOnly()) return;
  records_ = 0;
  page_.platform.compactStore();
}

void Saver::forget() {
  pending_.clear();
  unsaved_.clear();
  page_.state.save = SaveState::saved;
}

}  // namespace cairn

#include "app/editor.hpp"

#include <algorithm>
#include <utility>

namespace cairn {
namespace {

constexpr Instant kDraftDelay = 400;

/// As the browser's editors show it: one line for an <input>, line feeds alone in a <textarea>.
std::string asShown(semantics::Role role, std::string text) {
  if (role == semantics::Role::notesArea) {
    for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) text.erase(at, 1);
    std::replace(text.begin(), text.end(), '\r', '\n');
  } else {
    std::erase_if(text, [](char letter) { return letter == '\r' || letter == '\n'; });
  }
  return text;
}

}  // namespace

void Editor::watch(const std::string& key) {
  const semantics::Node* node = key.empty() ? nullptr : page_.find(key);
  const bool isField = node && (node->role == semantics::Role::textField || node->role == semantics::Role::notesArea);
  if (isField) watchAs(key, asShown(node->role, node->value));
}

void Editor::watchAs(const std::string& key, const std::string& shown) {
  if (sight_.watches(key)) return;
  if (page_.editing.draft(key)) return sight_.begin(key, std::nullopt);
  sight_.begin(key, shown);
}

void Editor::unwatch(const std::string& key) {
  if (!key.empty() && !page_.editing.draft(key)) sight_.end(key);
}

void Editor::watchPopup() {
  const Popup& popup = page_.ui.popup;
  const bool isChosen = !openPopup_.empty() && openPopup_ == popup.chosenIn;  // it acts in the next frame
  if (openPopup_ == popup.key || isChosen) return;
  unwatch(std::exchange(openPopup_, popup.key));
  if (!openPopup_.empty()) sight_.begin(openPopup_, std::nullopt);
}

void Editor::mark(const std::string& key) {
  // What is looked for is nobody's work.
  if (!key.starts_with("find/")) unstored_.insert(key);
}

void Editor::markAll() {
  for (const auto& [key, text] : page_.editing.drafts) unstored_.insert(key);
}

void Editor::changed(const std::string& key, const std::string& text) {
  watch(key);
  typedIn_.insert(key);
  keepDraft(key, text);
}

void Editor::keepDraft(const std::string& key, const std::string& text) {
  page_.editing.drafts[key] = text;
  // The first key is stored at once, what follows in steps.
  if (unstored_.empty()) storeAt_ = std::max(page_.platform.now(), lastStored_ + kDraftDelay);
  mark(key);
  page_.wake();
}

void Editor::dropUsed() {
  for (const auto& key : std::exchange(page_.editing.cleared, {})) {
    mark(key);
    storeAt_ = page_.platform.now();
  }
}

void Editor::storeDrafts() {
  lastStored_ = page_.platform.now();
  std::vector<StoredFile> put;
  std::vector<std::string> remove;
  for (const auto& key : unstored_) {
    if (const std::string* draft = page_.editing.draft(key)) {
      put.push_back({draftPath(page_.slot, key), writeDraft({*draft, seenIn(key)})});
      stored_.insert(key);
    } else if (stored_.erase(key) > 0) {
      remove.push_back(draftPath(page_.slot, key));
    }
  }
  unstored_.clear();
  if (!put.empty() || !remove.empty()) saver_.store(std::move(put), std::move(remove));
}

/// What a field held when the person began to type in it; nothing where the key is no field's.
std::optional<Context> Editor::seenIn(const std::string& key) const {
  const SeenFields& changed = sight_.of(key);
  const auto found = changed.find(key);
  return found != changed.end() ? found->second : seenOfText(page_.model, key);
}

bool Editor::done(const std::string& key, const std::string& text, bool submitted) {
  const bool typed = typedIn_.erase(key) > 0;
  if (typed && sight_.isUnchanged(key, text)) {
    page_.editing.clear(key);
    if (!submitted) return false;
  } else if (!typed && !submitted) {
    return false;  // looked at, not edited
  }
  if (typed) finish(key, text);
  return true;
}

void Editor::finish(const std::string& key, const std::string& text) {
  const SeenFields& changed = sight_.of(key);
  // Who writes in what was removed meanwhile brings it back, rather than to lose the words.
  auto command = textCommand(page_.model, key, text, changed.contains(key) ? MayRevive::yes : MayRevive::no);
  if (!command) {
    // A composer's text stays until it is used; its draft lives on with it. A field that goes with its use says once
    // more what was in it.
    if (page_.editing.cleared.contains(key)) return;
    if (!text.empty() || page_.editing.drafts.contains(key)) keepDraft(key, text);
    return;
  }
  command->seen = changed;
  if (!history_.run(std::move(*command))) return;  // what was typed stays in the field
  drop(key);
}

void Editor::drop(const std::string& key) {
  page_.editing.drafts.erase(key);
  unstored_.erase(key);
  sight_.end(key);
  if (stored_.erase(key) > 0) saver_.store({}, {draftPath(page_.slot, key)});
}

void Editor::cancelled(const std::string& key, const std::string& text) {
  page_.editing.clear(key);
  typedIn_.erase(key);
  sight_.end(key);
  if (const semantics::Node* node = page_.find(key)) watchAs(key, asShown(node->role, text));
  mark(key);
}

void Editor::recover(const std::map<std::string, Draft>& drafts) {
  for (const auto& [key, draft] : drafts) {
    stored_.insert(key);
    auto command = textCommand(page_.model, key, draft.text);
    if (command) {
      command->seen.emplace(key, draft.seen.value_or(Context()));
      if (history_.run(std::move(*command))) {
        drop(key);
        continue;
      }
    }
    page_.editing.drafts[key] = draft.text;
  }
}

}  // namespace cairn

// App's part for the store as a whole: erasing for good, a store that was emptied from outside; and the audit.
#include <algorithm>
#include <utility>

#include "app/app.hpp"
#include "words/faults.hpp"
#include "words/say.hpp"

namespace cairn {

/// The trash must be gone from the store first. What could bring the words back here, undo and earlier
/// removals of the same thing, goes with them.
void App::eraseNow(const std::string& trashPath) {
  if (page_.isReadOnly()) return;
  auto& trash = page_.state.trash;
  const auto chosen =
      std::find_if(trash.begin(), trash.end(), [&](const Trashed& one) { return one.path == trashPath; });
  if (chosen == trash.end()) return;
  std::vector<std::string> paths;
  for (const auto& one : trash) {
    if (overlap(one, *chosen)) paths.push_back(one.path);
  }
  std::erase_if(trash,
                [&](const Trashed& one) { return std::find(paths.begin(), paths.end(), one.path) != paths.end(); });
  history_.forget();
  saver_.store({}, std::move(paths), [this] { page_.platform.eraseRemoved(); });
  page_.tell(std::string(say(page_, S::erasing)));
}

void App::erased(Trouble trouble) {
  page_.tell(trouble == Trouble::none ? std::string(say(page_, S::erased))
                                      : say(page_, S::erase_failed, {{"why", troubleText(page_, trouble)}}));
}

/// What lies above the page would cover the question.
void App::storeEmptied() {
  page_.state.storeEmptied = true;
  places_.uncover();
  page_.state.save = SaveState::notSaved;
  page_.state.saveTrouble = Trouble::emptied;
  page_.wake();
}

/// As a new store, with all that is here.
void App::storeAnew() {
  page_.afterFrame([this] {
    std::vector<StoredFile> put = snapshotsOf(page_.model);
    put.insert(put.begin(), {{"marker", std::string(kStoreMarker)}, {slotPath(page_.slot), writeSlot(page_.writers)}});
    editor_.markAll();
    page_.state.storeEmptied = false;
    page_.state.save = SaveState::saving;
    saver_.store(std::move(put), {});
  });
}

void App::beginEmpty() {
  page_.afterFrame([this] {
    history_.forget();
    saver_.forget();
    page_.state.storeEmptied = false;
    page_.writers = newWriters(page_.ids);
    saver_.begin(0);
    inbox_.reloaded({});
    saver_.store({{"marker", std::string(kStoreMarker)}, {slotPath(page_.slot), writeSlot(page_.writers)}}, {});
    places_.goAfterFrame("#/", true);
  });
}

std::vector<std::string> App::audit() const {
  std::vector<std::string> faults;
  if (!page_.views.isTrue(page_.localZone, page_.moment())) faults.emplace_back("a view is older than the model");
  for (const auto& key : page_.meaning.doubledKeys()) faults.push_back("two nodes have the key " + key);
  for (const auto& text : page_.ui.drawnTexts) {
    // "…" stands for the rest of a name that is whole in the tree.
    const std::string_view part = std::string_view(text).substr(0, text.find("…"));
    const bool known = std::any_of(page_.shown.begin(), page_.shown.end(), [&](const auto& node) {
      for (const std::string* words : {&node.name, &node.value, &node.description, &node.placeholder}) {
        if (words->find(part) != std::string::npos) return true;
      }
      return false;
    });
    if (!known) faults.push_back("drawn, but not in the tree: " + text);
  }
  for (const auto& node : page_.shown) {
    using semantics::Role;
    const bool needsName =
        node.role != Role::listItem && node.role != Role::group && node.role != Role::row && node.role != Role::status;
    if (needsName && node.name.empty()) faults.push_back("has no name: " + node.key);
  }
  return faults;
}

}  // namespace cairn

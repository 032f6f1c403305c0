#include "screens/tester.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <exception>

#include "codec/file.hpp"
#include "query/people.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

bool isPressable(const semantics::Node& node) {
  switch (node.role) {
    case semantics::Role::button:
    case semantics::Role::link:
    case semantics::Role::checkbox:
    case semantics::Role::toggle:
    case semantics::Role::radio:
    case semantics::Role::menuItem:
    case semantics::Role::option:
    case semantics::Role::gridCell: return true;
    default: return false;
  }
}
bool isField(const semantics::Node& node) {
  return node.role == semantics::Role::textField || node.role == semantics::Role::notesArea;
}

}  // namespace

Tester::Tester(float width, float height) {
  platform.clock = 1'793'000'000'000;  // Mon 26 Oct 2026, 07:33 in Lisbon
  app = std::make_unique<App>(platform, known);
  items.attach();
  app->resize(width, height, 1);
  app->begin({}, 0, Trouble::none);
  settle();
}

void Tester::reload() {
  app.reset();
  followed_.clear();
  platform.answers.clear();
  platform.seed += 1;
  app = std::make_unique<App>(platform, known);
  items.attach();
  app->resize(1280, 800, 1);
  app->begin(platform.storedFiles(), 0, Trouble::none);
  app->showAddress(platform.addresses.back(), 0);
  settle();
}

void Tester::settle() {
  for (int frame = 0; frame < 60; ++frame) {
    items.items.clear();
    platform.clock += 16;
    app->frame();
    for (const auto& [ticket, trouble] : std::exchange(platform.answers, {})) app->stored(ticket, trouble);
    if (std::exchange(platform.wantsReload, false)) {
      followed_.clear();
      app->reloaded(platform.storedFiles());
    }
    if (std::exchange(platform.compacted, false)) app->compacted();
    if (std::exchange(platform.wentBack, false)) app->showAddress(platform.addresses.back(), 0);
    if (!app->wantsFrame()) break;
  }
  CHECK_MESSAGE(!app->wantsFrame(), "the page does not come to rest");
  for (const auto& fault : app->audit()) {
    if (comparesDrawn || !fault.starts_with("drawn, but")) faults_.push_back(fault);
  }
  auditItems();
  watchStore();
}

std::string Tester::now() const { return writeBackup(app->workspace()); }
std::string Tester::afterReload() const { return writeBackup(recover(platform.storedFiles(), 0).workspace); }

// What is saved is what is shown: to who opens the page again, and to who only heard of what was new.
void Tester::watchStore() {
  constexpr std::size_t kMany = 150;
  constexpr int kSome = 40;
  const bool atRest = platform.storeTrouble == Trouble::none && platform.answerStores && platform.held.empty();
  const bool isTurn = platform.files.size() < kMany || platform.saves >= savesSeen_ + kSome;
  if (!watchesStore || !atRest || platform.saves == savesSeen_ || !isTurn) return;
  savesSeen_ = platform.saves;
  CHECK_MESSAGE(platform.writtenTwice.empty(), "written twice: " << platform.writtenTwice.front());
  const std::string shown = now();
  CHECK_MESSAGE(afterReload() == shown, "a reload would show something else after\n" << screen());
  if (followed_.empty()) follower_ = {};
  const auto isWithdrawn = [&](const std::string& path) {
    return path.starts_with("imports/") && platform.files.contains(withdrawalOf(path));
  };
  for (const auto& [path, bytes] : platform.files) {
    if (!holdsChanges(path) || isWithdrawn(path) || !followed_.insert(path).second) continue;
    const auto record = readRecord(bytes);
    REQUIRE(record);
    merge(follower_, *record);
  }
  CHECK_MESSAGE(writeBackup(follower_) == shown, "another tab would show something else after\n" << screen());
}

// What ImGui can press must be in the tree, at the same place.
void Tester::auditItems() {
  for (const auto& item : items.items) {
    const bool known = std::any_of(app->nodes().begin(), app->nodes().end(), [&](const auto& node) {
      return isPressable(node) && std::abs(node.rect.x - item.rect.x) < 1 &&
             std::abs(node.rect.width - item.rect.width) < 1 && std::abs(node.rect.height - item.rect.height) < 1;
    });
    if (!known) faults_.push_back("an item without a node at x " + std::to_string(item.rect.x));
  }
}

const semantics::Node* Tester::find(const std::string& name) const {
  const auto& nodes = app->nodes();
  for (const bool whole : {true, false}) {
    for (const auto& node : nodes) {
      if (!isPressable(node) && !isField(node)) continue;
      if (whole ? node.name == name : node.name.find(name) != std::string::npos) return &node;
    }
  }
  return nullptr;
}

semantics::Node Tester::reveal(const std::string& name) {
  const auto* node = find(name);
  REQUIRE_MESSAGE(node, "nothing is called \"" << name << "\" on\n" << screen());
  const std::string key = node->key;
  app->focusChanged(key, false);
  settle();
  for (const auto& now : app->nodes()) {
    if (now.key == key) return now;
  }
  return *find(name);
}

void Tester::press(const std::string& name) {
  const semantics::Node node = reveal(name);
  float scroll = 0;
  for (std::string parent = node.parent; !parent.empty();) {
    const auto above =
        std::find_if(app->nodes().begin(), app->nodes().end(), [&](const auto& n) { return n.key == parent; });
    REQUIRE(above != app->nodes().end());
    scroll = above->scroll;
    parent = above->parent;
  }
  const float x = node.rect.x + node.rect.width / 2;
  const float y = node.rect.y + node.rect.height / 2 - scroll;
  app->pointer(PointerKind::mouse, PointerPhase::move, x, y);
  settle();
  app->pointer(PointerKind::mouse, PointerPhase::down, x, y);
  app->pointer(PointerKind::mouse, PointerPhase::up, x, y);
  settle();
}

void Tester::arrow(const std::string& list, int rows, int columns) {
  app->moveInList(list, rows, columns);
  app->frame();
  app->focusChanged(platform.focused, true);
  settle();
}

void Tester::pressByKeyboard(const std::string& name) {
  const semantics::Node node = reveal(name);
  app->focusChanged(node.key, true);
  app->activate(node.key);
  settle();
}

void Tester::type(const std::string& label, const std::string& text) {
  const semantics::Node node = reveal(label);
  REQUIRE_MESSAGE(isField(node), label << " is no field");
  app->textChanged(node.key, text);
  settle();
  app->textDone(node.key, text, false);
  settle();
}

void Tester::submit(const std::string& label, const std::string& text) {
  const semantics::Node node = reveal(label);
  app->textChanged(node.key, text);
  settle();
  app->textDone(node.key, text, true);
  settle();
}

void Tester::go(const std::string& address) {
  platform.addresses.push_back(address);
  app->showAddress(address, 0);
  settle();
}

bool Tester::sees(const std::string& words) const {
  return std::any_of(app->nodes().begin(), app->nodes().end(), [&](const auto& node) {
    return node.name.find(words) != std::string::npos || node.value.find(words) != std::string::npos ||
           node.description.find(words) != std::string::npos;
  });
}

std::string Tester::screen() const {
  std::string all;
  for (const auto& node : app->nodes()) all += node.name + (node.value.empty() ? "" : " = " + node.value) + "\n";
  return all;
}

void Tester::checkFaults() {
  std::string all;
  for (const auto& fault : faults_) all += fault + "\n";
  CHECK_MESSAGE(faults_.empty(), all);
  faults_.clear();
}

Tester::~Tester() {
  if (std::uncaught_exceptions() == 0) checkFaults();
}

void Tester::startWith(const std::string& name, const std::string& when) {
  type("Their name", name);
  press("Next");
  if (!when.empty()) type("Day and time", when);
  press(when.empty() ? "Not yet" : "Next");
  press("Prepare the first session");
}

void Tester::lookUp(const std::string& words) {
  go("#/");
  app->shortcut("Ctrl+K", false);
  settle();
  submit("What are you looking for?", words);
}

void Tester::receive(const std::string& file, const std::string& me) {
  platform.seed = 99;
  reload();
  open(file);
  press("I am " + me);
}

std::string Tester::handOver() {
  go(mentorshipAddress(only().id));
  press("Hand over");
  press("Save the file");
  go(mentorshipAddress(only().id));
  REQUIRE(!platform.savedFiles.empty());
  return platform.savedFiles.back().second;
}

std::string Tester::theirFile(const std::function<void(Mentorship& edit)>& change) const {
  Mentorship other = only();
  const Id them = othersOf(other).front()->id;
  stripPrivate(other);
  Workspace theirs;
  theirs.mentorships.emplace(other.id, other);
  Writers writers{77, 78, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  command.edit.at(other.id).me.set(them);
  change(command.edit.at(other.id));
  REQUIRE(commit(theirs, command, writers, platform.clock));
  return writeFile(theirs.mentorships.begin()->second, Audience::otherSide);
}

const Mentorship& Tester::only() const {
  const auto& all = app->workspace().mentorships;
  REQUIRE(all.size() == 1);
  return all.begin()->second;
}

}  // namespace cairn

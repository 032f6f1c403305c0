#include "semantics/tree.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace cairn::semantics {
namespace {

constexpr char kUnit = '\x1f';
constexpr char kRecord = '\x1e';
constexpr char kEscape = '\x1d';  // before "0", "1", "2": itself and the two above, within a text

// ARIA's words where it has one.
constexpr auto kRoles = std::to_array<std::string_view>(
    {"region",    "group",     "list",        "listitem", "heading", "text",       "button",       "link", "checkbox",
     "textfield", "notesarea", "img",         "status",   "switch",  "radiogroup", "radio",        "menu", "menuitem",
     "listbox",   "option",    "progressbar", "grid",     "table",   "row",        "columnheader", "cell", "gridcell"});

void appendText(std::string& line, std::string_view text) {
  line += kUnit;
  for (const char byte : text) {
    if (byte < kEscape || byte > kUnit) {
      line += byte;
    } else {
      line += kEscape;
      line += static_cast<char>('0' + (byte - kEscape));
    }
  }
}

void appendNumber(std::string& line, float number) {
  line += kUnit;
  const long hundredths = std::lround(number * 100);
  line += std::to_string(hundredths);
}

std::string flagsOf(const Node& node) {
  std::string flags;
  if (node.checked) flags += 'c';
  if (node.current) flags += 'p';
  if (node.disabled) flags += 'd';
  if (node.invalid) flags += 'i';
  if (node.hasExpanded) flags += node.expanded ? 'e' : 'E';
  if (node.offTabOrder) flags += 't';
  if (node.movedByKeys) flags += 'm';
  if (node.shortened) flags += 's';
  return flags;
}

void appendNode(std::string& out, const Node& node) {
  out += '+';
  appendText(out, node.key);
  appendText(out, node.parent);
  appendText(out, kRoles[static_cast<std::size_t>(node.role)]);
  appendText(out, node.name);
  appendText(out, node.value);
  appendText(out, node.description);
  appendText(out, node.address);
  appendText(out, node.landmark);
  appendText(out, node.placeholder);
  appendText(out, flagsOf(node));
  for (const float number :
       {node.rect.x, node.rect.y, node.rect.width, node.rect.height, node.scroll, static_cast<float>(node.level),
        static_cast<float>(node.revision), node.fontSize, node.lineHeight, static_cast<float>(node.fontWeight),
        static_cast<float>(node.place), static_cast<float>(node.count)}) {
    appendNumber(out, number);
  }
  appendText(out, node.list);
  appendText(out, node.popup);
  appendText(out, node.backspace);
  out += kRecord;
}

}  // namespace

Node nodeOf(std::string key, Role role, std::string_view name, const Rect& rect) {
  Node node;
  node.key = std::move(key);
  node.role = role;
  node.name = name;
  node.rect = rect;
  return node;
}

Node& Recorder::add(Node node) {
  node.parent = containers_.empty() ? std::string() : containers_.back();
  if (!keys_.emplace(node.key, nodes_.size()).second) {
    doubled_.push_back(node.key);
    spare_ = std::move(node);
    return spare_;
  }
  nodes_.push_back(std::move(node));
  return nodes_.back();
}

Node& Recorder::open(Node node) {
  std::string key = node.key;
  Node& added = add(std::move(node));
  containers_.push_back(std::move(key));
  return added;
}

void Recorder::close() {
  const bool empty = !nodes_.empty() && nodes_.back().key == containers_.back() && nodes_.back().role != Role::region;
  if (empty) {
    keys_.erase(nodes_.back().key);
    nodes_.pop_back();
  }
  containers_.pop_back();
}

std::string difference(const std::vector<Node>& before, const std::vector<Node>& after) {
  std::unordered_map<std::string_view, const Node*> known;
  for (const auto& node : before) known.emplace(node.key, &node);
  std::string changes;
  bool added = false;
  for (const auto& node : after) {
    const auto found = known.find(node.key);
    if (found != known.end() && *found->second == node) {
      known.erase(found);
      continue;
    }
    if (found != known.end()) {
      known.erase(found);
    } else {
      added = true;
    }
    appendNode(changes, node);
  }
  std::string gone;
  for (const auto& node : before) {
    if (!known.contains(node.key)) continue;
    gone += '-';
    appendText(gone, node.key);
    gone += kRecord;
  }
  bool moved = added;
  for (std::size_t a = 0, b = 0; !moved && b < after.size(); ++a, ++b) {
    while (a < before.size() && known.contains(before[a].key)) ++a;
    moved = a >= before.size() || before[a].key != after[b].key;
  }
  if (moved) {
    changes += '=';
    for (const auto& node : after) appendText(changes, node.key);
    changes += kRecord;
  }
  return gone + changes;
}

namespace {

bool canBePressed(const Node& node) {
  return node.role == Role::button || node.role == Role::link || node.role == Role::checkbox ||
         node.role == Role::toggle;
}

/// The outermost container of a node.
std::string partOf(const std::vector<Node>& nodes, const Node* node) {
  while (node && !node->parent.empty()) {
    const auto parent =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node& one) { return one.key == node->parent; });
    if (parent == nodes.end()) return node->parent;
    node = &*parent;
  }
  return node ? node->key : std::string();
}

}  // namespace

std::string nextTo(const std::vector<Node>& before, const std::vector<Node>& after, const std::string& key) {
  const auto gone = std::find_if(before.begin(), before.end(), [&](const Node& node) { return node.key == key; });
  if (gone == before.end()) return {};
  const std::string part = partOf(before, &*gone);
  const auto stays = [&](const Node& node) {
    if (!canBePressed(node) || node.offTabOrder || partOf(before, &node) != part) return false;
    return std::any_of(after.begin(), after.end(), [&](const Node& one) { return one.key == node.key; });
  };
  const auto following = std::find_if(gone + 1, before.end(), stays);
  if (following != before.end()) return following->key;
  const auto earlier = std::find_if(std::make_reverse_iterator(gone), before.rend(), stays);
  return earlier != before.rend() ? earlier->key : std::string();
}

}  // namespace cairn::semantics

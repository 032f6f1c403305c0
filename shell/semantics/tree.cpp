#include "semantics/tree.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::semantics {
namespace {

constexpr char kUnit = '\x1f';
constexpr char kRecord = '\x1e';
constexpr char kEscape = '\x1d';  // before "0", "1", "2": itself and the two above, within a text

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
  const auto add = [&](bool is, NodeFlag flag) {
    if (is) flags += static_cast<char>(flag);
  };
  add(node.checked, NodeFlag::checked);
  add(node.current, NodeFlag::current);
  add(node.disabled, NodeFlag::disabled);
  add(node.invalid, NodeFlag::invalid);
  add(node.hasExpanded && node.expanded, NodeFlag::expanded);
  add(node.hasExpanded && !node.expanded, NodeFlag::collapsed);
  add(node.offTabOrder, NodeFlag::offTabOrder);
  add(node.movedByKeys, NodeFlag::movedByKeys);
  add(node.shortened, NodeFlag::shortened);
  return flags;
}

void appendColumn(std::string& line, const Node& node, NodeText column) {
  switch (column) {
    case NodeText::key: return appendText(line, node.key);
    case NodeText::parent: return appendText(line, node.parent);
    case NodeText::role: return appendText(line, kRoleWords[static_cast<std::size_t>(node.role)]);
    case NodeText::name: return appendText(line, node.name);
    case NodeText::value: return appendText(line, node.value);
    case NodeText::description: return appendText(line, node.description);
    case NodeText::address: return appendText(line, node.address);
    case NodeText::landmark: return appendText(line, node.landmark);
    case NodeText::placeholder: return appendText(line, node.placeholder);
    case NodeText::flags: return appendText(line, flagsOf(node));
    case NodeText::list: return appendText(line, node.list);
    case NodeText::popup: return appendText(line, node.popup);
    case NodeText::backspace: return appendText(line, node.backspace);
  }
}

float numberOf(const Node& node, NodeNumber column) {
  switch (column) {
    case NodeNumber::x: return node.rect.x;
    case NodeNumber::y: return node.rect.y;
    case NodeNumber::width: return node.rect.width;
    case NodeNumber::height: return node.rect.height;
    case NodeNumber::scroll: return node.scroll;
    case NodeNumber::level: return static_cast<float>(node.level);
    case NodeNumber::revision: return static_cast<float>(node.revision);
    case NodeNumber::fontSize: return node.fontSize;
    case NodeNumber::lineHeight: return node.lineHeight;
    case NodeNumber::fontWeight: return static_cast<float>(node.fontWeight);
    case NodeNumber::place: return static_cast<float>(node.place);
    case NodeNumber::count: return static_cast<float>(node.count);
  }
  return 0;
}

void appendNode(std::string& out, const Node& node) {
  out += '+';
  for (std::size_t at = 0; at < kNodeTextCount; ++at) appendColumn(out, node, static_cast<NodeText>(at));
  for (std::size_t at = 0; at < kNodeNumberCount; ++at) appendNumber(out, numberOf(node, static_cast<NodeNumber>(at)));
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

#include <algorithm>
#include <cmath>

#include "widgets/widgets.hpp"

namespace cairn {
namespace {

using semantics::Node;
using NodeRole = semantics::Role;

constexpr std::int64_t kBeyond = 3;  ///< rows drawn above and below the screen, so that Tab and arrows find them

bool isPressed(const Node& node) {
  switch (node.role) {
    case NodeRole::button:
    case NodeRole::link:
    case NodeRole::checkbox:
    case NodeRole::menuItem:
    case NodeRole::option:
    case NodeRole::gridCell: return true;
    default: return false;
  }
}

NodeRole roleOf(RowsKind kind) {
  switch (kind) {
    case RowsKind::list: return NodeRole::list;
    case RowsKind::menu: return NodeRole::menu;
    case RowsKind::listBox: return NodeRole::listBox;
    case RowsKind::grid: return NodeRole::grid;
  }
  return NodeRole::list;
}

std::size_t within(std::int64_t row, std::size_t count) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(row, 0, static_cast<std::int64_t>(count) - 1));
}

/// The row that Tab reaches, wherever it stands now.
std::size_t reachedRow(RowPlace& place, const RowsOptions& options) {
  if (place.key.empty()) return within(static_cast<std::int64_t>(options.current), options.count);
  const std::size_t known = within(static_cast<std::int64_t>(place.index), options.count);
  if (options.key(known) == place.key) return known;
  for (std::size_t row = 0; row < options.count; ++row) {
    if (options.key(row) == place.key) return row;
  }
  return known;  // the row is gone: its neighbour
}

class RowsDrawing {
 public:
  RowsDrawing(Ui& ui, const std::string& key, const RowsOptions& options)
      : ui_(ui), key_(key), options_(options), place_(ui.rows[key]), top_(ui.flow.y) {
    reached_ = reachedRow(place_, options);
    moved_ = place_.moved != 0 || (options.kind == RowsKind::grid && place_.across != 0);
    reached_ = within(static_cast<std::int64_t>(reached_) + std::exchange(place_.moved, 0), options.count);
    across_ = std::exchange(place_.across, 0);
    if (moved_) place_.key = options.key(reached_);
    place_.index = reached_;
  }

  void draw() {
    const float screenTop = -ui_.offsetY - top_;
    const auto rowAt = [&](float y) { return static_cast<std::int64_t>(std::floor(y / options_.height)); };
    const std::size_t first = ui_.paper ? 0 : within(rowAt(screenTop) - kBeyond, options_.count);
    const std::size_t last =
        ui_.paper ? options_.count - 1 : within(rowAt(screenTop + ui_.height) + kBeyond, options_.count);
    if (reached_ < first) drawRow(reached_);
    for (std::size_t row = first; row <= last; ++row) drawRow(row);
    if (reached_ > last) drawRow(reached_);
    ui_.flow.y = top_ + static_cast<float>(options_.count) * options_.height;
  }

 private:
  void drawRow(std::size_t row) {
    ui_.flow.y = top_ + static_cast<float>(row) * options_.height;
    const std::string rowKey = options_.key(row);
    const bool wrapped = options_.kind == RowsKind::list || options_.kind == RowsKind::grid;
    if (wrapped) {
      Node item;
      item.key = key_ + "/" + rowKey;
      item.role = options_.kind == RowsKind::grid ? NodeRole::row : NodeRole::listItem;
      item.place = row + 1;
      item.count = options_.count;
      ui_.meaning.open(std::move(item));
    }
    const std::size_t before = ui_.meaning.nodes().size();
    options_.draw(row);
    std::vector<Node*> pressed;
    for (Node& node : ui_.meaning.since(before)) {
      if (isPressed(node)) pressed.push_back(&node);
    }
    if (options_.kind == RowsKind::grid) {
      reachCell(row, rowKey, pressed);
    } else {
      reachRow(row, rowKey, pressed);
    }
    if (wrapped) return ui_.meaning.close();
    for (Node* node : pressed) {
      node->place = row + 1;
      node->count = options_.count;
    }
  }

  void reachRow(std::size_t row, const std::string& rowKey, const std::vector<Node*>& pressed) {
    for (Node* node : pressed) {
      node->offTabOrder = row != reached_;
      if (node == pressed.front() && moved_ && row == reached_) ui_.wantFocus = node->key;
      if (node->key == ui_.focus.key && !moved_) place_.key = rowKey, place_.index = row;
    }
  }

  void reachCell(std::size_t row, const std::string& rowKey, const std::vector<Node*>& pressed) {
    if (row == reached_ && across_ != 0) {
      place_.column = within(static_cast<std::int64_t>(place_.column) + std::exchange(across_, 0), pressed.size());
    }
    for (std::size_t column = 0; column < pressed.size(); ++column) {
      const bool reached = row == reached_ && column == std::min(place_.column, pressed.size() - 1);
      pressed[column]->offTabOrder = !reached;
      if (reached && moved_) ui_.wantFocus = pressed[column]->key;
      if (pressed[column]->key == ui_.focus.key && !moved_) place_ = {rowKey, row, column};
    }
  }

  Ui& ui_;
  const std::string& key_;
  const RowsOptions& options_;
  RowPlace& place_;
  float top_;
  std::size_t reached_ = 0;
  bool moved_ = false;
  std::int64_t across_ = 0;
};

}  // namespace

void rows(Ui& ui, const std::string& key, std::string_view name, const RowsOptions& options) {
  if (options.count == 0) return;
  Node list;
  list.key = key;
  list.role = roleOf(options.kind);
  list.name = name;
  if (options.kind == RowsKind::grid) list.count = options.count;
  ui.meaning.open(std::move(list));
  RowsDrawing(ui, key, options).draw();
  ui.meaning.close();
}

}  // namespace cairn

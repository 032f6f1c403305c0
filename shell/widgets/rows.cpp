#include <algorithm>
#include <cmath>

#include "widgets/widgets.hpp"

namespace cairn {
namespace {

using semantics::Node;
using NodeRole = semantics::Role;

constexpr std::int64_t kBeyond = 3;  ///< rows drawn above and below the screen, so that Tab and arrows find them

bool isPressed(const Node& node) {
  return node.role == NodeRole::button || node.role == NodeRole::link || node.role == NodeRole::checkbox;
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
    moved_ = place_.moved != 0;
    reached_ = within(static_cast<std::int64_t>(reached_) + place_.moved, options.count);
    place_.moved = 0;
    if (moved_) place_.key = options.key(reached_);
    place_.index = reached_;
  }

  void draw() {
    const float screenTop = -ui_.offsetY - top_;
    const auto rowAt = [&](float y) { return static_cast<std::int64_t>(std::floor(y / options_.height)); };
    const std::size_t first = within(rowAt(screenTop) - kBeyond, options_.count);
    const std::size_t last = within(rowAt(screenTop + ui_.height) + kBeyond, options_.count);
    if (reached_ < first) drawRow(reached_);
    for (std::size_t row = first; row <= last; ++row) drawRow(row);
    if (reached_ > last) drawRow(reached_);
    ui_.flow.y = top_ + static_cast<float>(options_.count) * options_.height;
  }

 private:
  void drawRow(std::size_t row) {
    ui_.flow.y = top_ + static_cast<float>(row) * options_.height;
    const std::string rowKey = options_.key(row);
    Node item;
    item.key = key_ + "/" + rowKey;
    item.role = NodeRole::listItem;
    item.place = row + 1;
    item.count = options_.count;
    ui_.meaning.open(std::move(item));
    const std::size_t before = ui_.meaning.nodes().size();
    options_.draw(row);
    bool first = true;
    for (Node& node : ui_.meaning.since(before)) {
      if (!isPressed(node)) continue;
      node.offTabOrder = row != reached_;
      if (std::exchange(first, false) && moved_ && row == reached_) ui_.wantFocus = node.key;
      if (node.key == ui_.focus.key && !moved_) place_ = {rowKey, row, 0};
    }
    ui_.meaning.close();
  }

  Ui& ui_;
  const std::string& key_;
  const RowsOptions& options_;
  RowPlace& place_;
  float top_;
  std::size_t reached_ = 0;
  bool moved_ = false;
};

}  // namespace

void rows(Ui& ui, const std::string& key, std::string_view name, const RowsOptions& options) {
  if (options.count == 0) return;
  Node list;
  list.key = key;
  list.role = NodeRole::list;
  list.name = name;
  ui.meaning.open(std::move(list));
  RowsDrawing(ui, key, options).draw();
  ui.meaning.close();
}

}  // namespace cairn

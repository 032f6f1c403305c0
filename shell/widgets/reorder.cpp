#include "widgets/reorder.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "widgets/icons.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

constexpr float kGrip = 44;     ///< width that a finger finds
constexpr float kOutside = 12;  ///< of it lies in the margin: the dots stand where the text of a page begins

class Reordering {
 public:
  Reordering(Ui& ui, const std::string& key, const ReorderOptions& options) : ui_(ui), key_(key), options_(options) {}

  std::optional<Moved> draw() {
    for (std::size_t at = 0; at < options_.count; ++at) drawItem(at);
    if (dragged_) showPlace();
    if (!dropped_) return moved_;
    ui_.dragged.clear();
    const std::size_t to = placeUnder();
    return to == *dropped_ ? std::nullopt : std::optional(Moved{*dropped_, to});
  }

 private:
  void drawItem(std::size_t at) {
    const std::string itemKey = key_ + "/" + options_.key(at);
    Node item = nodeOf(itemKey, NodeRole::listItem, "");
    ui_.meaning.open(std::move(item));
    const float top = ui_.flow.y;
    const float left = ui_.flow.left;
    const Rect grip{left - kOutside, top, kGrip, ui_.controlHeight()};
    drawGrip(at, itemKey + "/grip", grip);
    ui_.flow.left += kGrip - kOutside;
    options_.draw(at);
    ui_.flow.left = left;
    ui_.flow.y = std::max(ui_.flow.y, top + grip.height);
    rects_.push_back({left, top, ui_.flow.right - left, ui_.flow.y - top});
    ui_.meaning.close();
  }

  void drawGrip(std::size_t at, const std::string& gripKey, const Rect& rect) {
    const Press press = pressable(ui_, gripKey, rect);
    if (!ui_.blocked) ui_.grips.push_back({rect.x, rect.y + ui_.offsetY, rect.width, rect.height});
    if (press.held) {
      ui_.dragged = gripKey;
      dragged_ = at;
    } else if (ui_.dragged == gripKey) {
      dropped_ = at;
    }
    const std::int64_t by = std::exchange(ui_.rows[gripKey].moved, 0);
    const auto to =
        std::clamp<std::int64_t>(static_cast<std::int64_t>(at) + by, 0, static_cast<std::int64_t>(options_.count) - 1);
    if (by != 0 && to != static_cast<std::int64_t>(at)) {
      moved_ = Moved{at, static_cast<std::size_t>(to)};
      ui_.wantFocus = gripKey;
    }
    drawIcon(ui_, Icon::grip, rect, press.hovered || press.held ? ui_.palette->accent : ui_.palette->quiet);
    ui_.focusRing(rect, gripKey, space::kControlCorner);
    Node node = nodeOf(gripKey, NodeRole::button, say(ui_, S::reorder_move, {{"name", options_.name(at)}}));
    node.description =
        say(ui_, S::reorder_how, {{"place", std::to_string(at + 1)}, {"count", std::to_string(options_.count)}});
    node.movedByKeys = true;
    node.rect = rect;
    ui_.meaning.add(std::move(node));
  }

  /// Where the thing would stand if it were let go now.
  std::size_t placeUnder() const {
    const float y = ImGui::GetIO().MousePos.y - ui_.offsetY;
    const std::size_t from = dropped_.value_or(dragged_.value_or(0));
    std::size_t to = 0;
    for (std::size_t at = 0; at < rects_.size(); ++at) {
      if (at != from && y > rects_[at].y + rects_[at].height / 2) ++to;
    }
    return to;
  }

  void showPlace() {
    const std::size_t to = placeUnder();
    const Rect& own = rects_[*dragged_];
    ui_.frame({own.x - 2, own.y, own.width + 4, own.height}, ui_.palette->accent, space::kControlCorner);
    if (to == *dragged_) return;
    const Rect& beside = rects_[to];
    const float y = to < *dragged_ ? beside.y : beside.y + beside.height;
    ui_.fill({beside.x, y - 2, beside.width, 3}, ui_.palette->accent, 1.5F);
  }

  Ui& ui_;
  const std::string& key_;
  const ReorderOptions& options_;
  std::vector<Rect> rects_;
  std::optional<std::size_t> dragged_;
  std::optional<std::size_t> dropped_;
  std::optional<Moved> moved_;
};

}  // namespace

std::optional<Moved> reorderList(Ui& ui, const std::string& key, std::string_view name, const ReorderOptions& options) {
  if (options.count == 0) return std::nullopt;
  Node list = nodeOf(key, NodeRole::list, name);
  ui.meaning.open(std::move(list));
  const auto moved = Reordering(ui, key, options).draw();
  ui.meaning.close();
  gap(ui, space::kSmall);
  return moved;
}

}  // namespace cairn

#include <cmath>

#include "base/id.hpp"
#include "widgets/widgets.hpp"

namespace cairn {
namespace {

// Surfaces lie below what is drawn on them, though their height is known only afterwards.
constexpr int kSurfaces = 0;
constexpr int kContent = 1;

}  // namespace

Card::Card(Ui& ui, const std::string& key, std::string_view name, Surface surface)
    : ui_(ui), surface_(surface), outer_(ui.flow), top_(ui.flow.y) {
  ui_.meaning.open(nodeOf(key, semantics::Role::group, name));
  const float padding = ui.phone ? space::kMedium : space::kLarge;
  ui_.flow.left += padding;
  ui_.flow.right -= padding;
  ui_.flow.y += padding;
}

Card::~Card() {
  const float padding = ui_.phone ? space::kMedium : space::kLarge;
  const float bottom = ui_.flow.y + padding;
  const semantics::Rect rect{outer_.left, top_, outer_.right - outer_.left, bottom - top_};
  ui_.canvas().ChannelsSetCurrent(kSurfaces);
  const Palette& palette = *ui_.palette;
  if (!palette.dark) {
    ui_.fill({rect.x, rect.y + 1, rect.width, rect.height + 1}, palette.line, space::kCorner);
  }
  ui_.fill(rect, surface_ == Surface::onlyMe ? palette.mine : palette.surface, space::kCorner);
  ui_.frame(rect, palette.line, space::kCorner);
  ui_.canvas().ChannelsSetCurrent(kContent);
  ui_.meaning.close();
  ui_.flow = outer_;
  ui_.flow.y = bottom + space::kMedium;
}

List::List(Ui& ui, const std::string& key, std::string_view name) : ui_(ui) {
  ui_.meaning.open(nodeOf(key, semantics::Role::list, name));
}
List::~List() { ui_.meaning.close(); }

ListItem::ListItem(Ui& ui, const std::string& key) : ui_(ui) {
  ui_.meaning.open(nodeOf(key, semantics::Role::listItem, ""));
}
ListItem::~ListItem() { ui_.meaning.close(); }

void divider(Ui& ui) {
  gap(ui, space::kSmall);
  ui.fill({ui.flow.left, ui.flow.y, ui.room(), 1}, ui.palette->line, 0);
  gap(ui, space::kSmall + 1);
}

// Each stone is a rounded, slightly irregular pebble; its shape and tone come from its date alone,
// so that the same session is always the same stone.
void cairnPicture(Ui& ui, const std::string& key, std::span<const Date> held, std::string_view name, float height) {
  constexpr std::size_t kMostStones = 9;
  constexpr float kStone = 28;
  const auto shown = held.size() > kMostStones ? held.last(kMostStones) : held;
  const float count = static_cast<float>(shown.size());
  const float stone = std::min(kStone, height / count);
  const semantics::Rect rect = ui.take(height, stone * count);
  const ImVec2 foot{rect.x + rect.width / 2, rect.y + ui.offsetY + rect.height};
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const std::uint64_t seed = hash64Of(toText(shown[at]));
    const auto part = [&](unsigned shift) { return static_cast<float>((seed >> shift) & 0xFFU) / 255.0F; };
    const float level = static_cast<float>(at);
    const float half = rect.width * (0.48F - 0.3F * level / count) * (0.85F + 0.15F * part(0));
    const float thick = stone * (0.42F + 0.06F * part(8));
    const ImVec2 centre{foot.x + (part(16) - 0.5F) * half * 0.3F, foot.y - stone * (level + 0.5F)};
    constexpr int kPoints = 40;
    ImVec2 points[kPoints];
    for (int corner = 0; corner < kPoints; ++corner) {
      const float angle = 6.2831853F * static_cast<float>(corner) / kPoints;
      const float bump = 1 + 0.05F * std::sin(2 * angle + 6 * part(24)) + 0.03F * std::sin(3 * angle + 6 * part(32));
      const float across = std::copysign(std::pow(std::abs(std::cos(angle)), 0.8F), std::cos(angle));
      const float up = std::copysign(std::pow(std::abs(std::sin(angle)), 0.8F), std::sin(angle));
      points[corner] = {centre.x + half * bump * across, centre.y + thick * bump * up};
    }
    ui.canvas().AddConvexPolyFilled(points, kPoints, toImGui(ui.palette->stones[(seed >> 40U) % 4]));
  }
  semantics::Node node = nodeOf(key, semantics::Role::image, name);
  node.rect = rect;
  ui.meaning.add(std::move(node));
}

}  // namespace cairn

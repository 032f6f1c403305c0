#include "widgets/ui.hpp"

#include <cmath>
#include <utility>

#include "imgui_internal.h"
#include "text/scripts.hpp"

namespace cairn {

ImU32 toImGui(Color color, float alpha) {
  return IM_COL32((color >> 16U) & 0xFFU, (color >> 8U) & 0xFFU, color & 0xFFU, static_cast<int>(alpha * 255));
}

float middleOf(const semantics::Rect& rect, const text::Style& style) {
  return rect.y + (rect.height - style.line) / 2;
}

semantics::Rect Ui::take(float wanted, float height) {
  if (!flow.inRow) {
    const float taken = wanted > 0 ? std::min(wanted, flow.right - flow.left) : flow.right - flow.left;
    const semantics::Rect rect{flow.left, flow.y, taken, height};
    flow.y += height;
    return rect;
  }
  const float taken = std::min(wanted > 0 ? wanted : room(), flow.right - flow.left);
  if (flow.rowX > flow.left && flow.rowX + taken > flow.right + 0.5F) {
    flow.y += flow.rowHeight + space::kSmall;
    flow.rowX = flow.left;
    flow.rowHeight = 0;
  }
  const semantics::Rect rect{flow.rowX, flow.y, taken, height};
  flow.rowX += taken + space::kSmall;
  flow.rowHeight = std::max(flow.rowHeight, height);
  return rect;
}

bool Ui::isInSight(ImVec2 top, float below) const {
  return top.y <= canvas().GetClipRectMax().y && top.y + below >= canvas().GetClipRectMin().y;
}

void Ui::drawText(ImVec2 top, std::string_view line, const text::Style& style, Color color) {
  if (line.empty() || !isInSight(top, style.line)) return;
  fonts.draw(canvas(), top, {line, text::runsRightToLeft(line)}, style, toImGui(color));
  drawnTexts.emplace_back(line);
}

void Ui::drawLine(ImVec2 top, float room, const text::Line& line, const text::Style& style, Color color) {
  if (line.text.empty() || !isInSight(top, style.line)) return;
  const bool atRight = line.rightToLeft && !flow.inRow;
  fonts.draw(canvas(), {atRight ? top.x + room - fonts.width(line.text, style) : top.x, top.y}, line, style,
             toImGui(color));
  drawnTexts.emplace_back(line.text);
}

float onDevicePixel(float at) {
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  return density > 0 ? std::round(at * density) / density : at;
}

std::pair<ImVec2, ImVec2> Ui::crisp(const semantics::Rect& rect) const {
  const ImVec2 top = onScreen(rect);
  return {{onDevicePixel(top.x), onDevicePixel(top.y)},
          {onDevicePixel(top.x + rect.width), onDevicePixel(top.y + rect.height)}};
}

void Ui::fill(const semantics::Rect& rect, Color color, float corner) {
  if (!isInSight(onScreen(rect), rect.height)) return;
  const auto [from, to] = crisp(rect);
  canvas().AddRectFilled(from, to, toImGui(color), corner);
}

void Ui::frame(const semantics::Rect& rect, Color color, float corner, float thickness) {
  if (!isInSight(onScreen(rect), rect.height)) return;
  const auto [from, to] = crisp(rect);
  canvas().AddRect(from, to, toImGui(color), corner, 0, thickness);
}

void Ui::shadow(const semantics::Rect& rect, float corner) {
  constexpr float kSpread = 10;
  constexpr int kRings = 5;
  constexpr float kFall = 4;
  const ImVec2 top = onScreen(rect);
  const ImVec2 end{top.x + rect.width, top.y + rect.height};
  // Only around it: what lies below is covered, and takes as long to draw.
  const ImVec4 sides[] = {{top.x - kSpread, top.y - kSpread, end.x + kSpread, top.y + corner},
                          {top.x - kSpread, end.y - corner, end.x + kSpread, end.y + kSpread + kFall},
                          {top.x - kSpread, top.y + corner, top.x + corner, end.y - corner},
                          {end.x - corner, top.y + corner, end.x + kSpread, end.y - corner}};
  for (const ImVec4& side : sides) {
    if (palette->dark || palette->forced) break;
    ImGui::PushClipRect({side.x, side.y}, {side.z, side.w}, true);
    for (int ring = kRings; ring > 0; --ring) {
      const float out = kSpread * static_cast<float>(ring) / kRings;
      canvas().AddRectFilled({top.x - out, top.y - out + kFall}, {end.x + out, end.y + out + kFall},
                             toImGui(0x000000, 0.02F), corner + out);
    }
    ImGui::PopClipRect();
  }
  frame({rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2}, palette->line, corner + 1);
}

void Ui::focusRing(const semantics::Rect& rect, std::string_view key, float corner) {
  if (pose != Pose::focused && (!focus.visible || focus.key != key)) return;
  const semantics::Rect around{rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6};
  frame(around, palette->accent, corner + 3, 2);
}

void gap(Ui& ui, float height) { ui.flow.y += height; }

Row::Row(Ui& ui) : ui_(ui) {
  ui_.flow.inRow = true;
  ui_.flow.rowX = ui_.flow.left;
  ui_.flow.rowHeight = 0;
}

Row::~Row() {
  ui_.flow.inRow = false;
  ui_.flow.y += ui_.flow.rowHeight;
}

void besideControl(Ui& ui, float below, const std::function<void()>& main, const std::function<void()>& control) {
  const float right = ui.flow.right;
  const float top = ui.flow.y + below;
  ui.flow.right -= ui.controlHeight() + space::kTight;
  main();
  Flow after = ui.flow;
  ui.flow = {};
  ui.flow.left = after.right + space::kTight;
  ui.flow.right = right;
  ui.flow.y = top;
  control();
  after.right = right;
  ui.flow = after;
}

bool pressBeganIn(const Ui& ui, const semantics::Rect& rect) {
  const semantics::Rect shown{rect.x, rect.y + ui.offsetY, rect.width, rect.height};
  const ImVec2 from = ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left];
  return pointerIsIn(shown) && from.x >= shown.x && from.x < shown.x + shown.width && from.y >= shown.y &&
         from.y < shown.y + shown.height;
}

bool pointerIsIn(const semantics::Rect& rect) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return at.x >= rect.x && at.x < rect.x + rect.width && at.y >= rect.y && at.y < rect.y + rect.height;
}

void openPopup(Ui& ui, const std::string& key, const semantics::Rect& from) {
  ui.popup = {};
  ui.popup.key = key;
  ui.popup.from = {from.x, from.y + ui.offsetY, from.width, from.height};
}

void closePopup(Ui& ui) {
  if (ui.popup.key.empty()) return;
  ui.wantFocus = ui.popup.key;
  ui.popup.key.clear();
  ui.popup.draw = nullptr;
}

bool isOpen(const Ui& ui, const std::string& key) { return ui.popup.key == key; }

void choose(Ui& ui, std::size_t place) {
  ui.popup.chosen = place;
  ui.popup.chosenIn = ui.popup.key;
  closePopup(ui);
}

std::optional<std::size_t> takeChosen(Ui& ui, const std::string& key) {
  if (ui.popup.chosenIn != key) return std::nullopt;
  ui.popup.chosenIn.clear();
  return std::exchange(ui.popup.chosen, std::nullopt);
}

namespace {

/// The pointer is where it was pressed. A press that became something else has taken the pointer away.
bool pointerStayed() {
  constexpr float kNear = 6;
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 from = io.MouseClickedPos[ImGuiMouseButton_Left];
  return ImGui::IsMousePosValid() && std::abs(io.MousePos.x - from.x) < kNear &&
         std::abs(io.MousePos.y - from.y) < kNear;
}

}  // namespace

Press pressable(Ui& ui, const std::string& key, const semantics::Rect& rect) {
  const ImGuiID id = ImGui::GetCurrentWindow()->GetID(key.c_str());
  const ImVec2 top = ui.onScreen(rect);
  const ImRect box(top, {top.x + rect.width, top.y + rect.height});
  Press press;
  // An item outside the clip rectangle cannot be under the pointer, but may be activated by name.
  if (ImGui::ItemAdd(box, id) && !ui.blocked) {
    const bool wasHeld = ImGui::GetActiveID() == id;
    press.pressed = ImGui::ButtonBehavior(box, id, &press.hovered, &press.held);
    // Leaving a field may move the page below a pointer that rests: what it pressed is meant all the same.
    const bool isReleased = wasHeld && !press.held && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (isReleased && pointerStayed()) press.pressed = true;
  }
  if (ui.activated == key && !ui.blocked) {
    press.pressed = true;
    ui.activated.clear();
  }
  if (ui.pose != Pose::none) return {false, ui.pose != Pose::focused, ui.pose == Pose::held};
  if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return press;
}

}  // namespace cairn

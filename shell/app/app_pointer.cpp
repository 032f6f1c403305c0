// App's part for pointers, wheel and scrolling.
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/app.hpp"
#include "imgui_internal.h"

namespace cairn {
namespace {

constexpr float kTapSlop = 8;        // pixels a finger may wander and still press
constexpr Instant kLongPress = 500;  // ms that a finger rests
constexpr float kFriction = 4.2F;    // 1/s: how fast a flung page comes to rest
constexpr float kRest = 12;          // pixels a second: slower is still
constexpr float kNowhere = -std::numeric_limits<float>::max();

}  // namespace

Scroll* App::scrollUnder(float x, float y) {
  for (const char* key : {"popup", "sheet", "notice", "rail", "bar", "page"}) {
    const bool shown = std::any_of(shown_.begin(), shown_.end(), [&](const auto& node) { return node.key == key; });
    Scroll& scroll = scrolls_[key];
    const auto& view = scroll.view;
    if (shown && x >= view.x && x < view.x + view.width && y >= view.y && y < view.y + view.height) return &scroll;
  }
  return nullptr;
}

void App::pointer(PointerKind kind, PointerPhase phase, float x, float y) {
  ImGuiIO& io = context_->IO;
  if (phase == PointerPhase::down) touches_ = kind == PointerKind::touch;
  const Instant now = platform_.now();
  if (phase != PointerPhase::move) held_ = phase == PointerPhase::down;
  wake();
  if (kind == PointerKind::mouse) {
    if (moveBar(phase, x, y)) return;
    io.AddMousePosEvent(x, y);
    if (phase == PointerPhase::down) io.AddMouseButtonEvent(0, true);
    if (phase == PointerPhase::up || phase == PointerPhase::cancel) io.AddMouseButtonEvent(0, false);
    return;
  }
  if (phase == PointerPhase::down) {
    touching_ = true;
    dragging_ = false;
    touchX_ = x;
    touchY_ = lastTouchY_ = y;
    lastTouch_ = now;
    gripping_ = std::any_of(ui_.grips.begin(), ui_.grips.end(), [&](const semantics::Rect& grip) {
      return x >= grip.x && x < grip.x + grip.width && y >= grip.y && y < grip.y + grip.height;
    });
    dragged_ = scrollUnder(x, y);
    if (dragged_) dragged_->velocity = 0;
    longPressAt_ = dragged_ && !gripping_ ? now + kLongPress : 0;
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(0, true);
    return;
  }
  if (phase == PointerPhase::move && gripping_) return io.AddMousePosEvent(x, y);
  if (phase == PointerPhase::move && touching_) {
    if (!dragging_ && std::hypot(x - touchX_, y - touchY_) > kTapSlop) takeBackPress();
    if (dragging_ && dragged_) {
      const float step = lastTouchY_ - y;
      const float seconds = std::max(static_cast<float>(now - lastTouch_) / 1000.0F, 0.004F);
      dragged_->offset = std::clamp(dragged_->offset + step, 0.0F, dragged_->most);
      dragged_->velocity = 0.6F * dragged_->velocity + 0.4F * step / seconds;
    }
    lastTouchY_ = y;
    lastTouch_ = now;
    return;
  }
  if (phase == PointerPhase::up || phase == PointerPhase::cancel) {
    if (!dragging_) {
      if (phase == PointerPhase::cancel) io.AddMousePosEvent(kNowhere, kNowhere);
      io.AddMouseButtonEvent(0, false);
      io.AddMousePosEvent(kNowhere, kNowhere);
    } else if (dragged_ && now - lastTouch_ > 60) {
      dragged_->velocity = 0;
    }
    touching_ = dragging_ = gripping_ = false;
    longPressAt_ = 0;
  }
}

/// Where a finger rests on what has a menu beside it, the menu opens; elsewhere a long press is a press.
void App::openMenuOfLongPress() {
  if (longPressAt_ == 0 || platform_.now() < longPressAt_) return;
  longPressAt_ = 0;
  const auto isUnderFinger = [&](const semantics::Node& node) {
    const float y = touchY_ + dragged_->offset;
    return touchX_ >= node.rect.x && touchX_ < node.rect.x + node.rect.width && y >= node.rect.y &&
           y < node.rect.y + node.rect.height && &scrolls_[regionOf(node).key] == dragged_;
  };
  const auto menuBeside = [&](const semantics::Node& node) {
    return std::find_if(shown_.begin(), shown_.end(), [&](const semantics::Node& other) {
      return other.popup == "menu" && !node.parent.empty() && other.parent == node.parent;
    });
  };
  for (const auto& node : shown_) {
    using semantics::Role;
    const bool isPressed = node.role == Role::checkbox || node.role == Role::link || node.role == Role::button;
    if (!isPressed || !isUnderFinger(node) || menuBeside(node) == shown_.end()) continue;
    takeBackPress();
    dragged_ = nullptr;
    return activate(menuBeside(node)->key);
  }
}

/// Until it is lifted, the finger presses nothing.
void App::takeBackPress() {
  dragging_ = true;
  longPressAt_ = 0;
  // Released where nothing is.
  context_->IO.AddMousePosEvent(kNowhere, kNowhere);
  context_->IO.AddMouseButtonEvent(0, false);
}

bool App::moveBar(PointerPhase phase, float x, float y) {
  if (phase == PointerPhase::down) {
    Scroll* scroll = scrollUnder(x, y);
    const bool below = scroll == &scrolls_["page"] || scroll == &scrolls_["rail"];
    if (!scroll || (!ui_.popup.key.empty() && scroll != &scrolls_["popup"])) return false;
    if (route_.sheet != Sheet::none && below) return false;
    const semantics::Rect thumb = thumbOf(*scroll);
    if (thumb.height == 0 || x < thumb.x) return false;
    const bool onThumb = y >= thumb.y && y < thumb.y + thumb.height;
    barGrip_ = onThumb ? y - thumb.y : thumb.height / 2;
    ui_.bar = scroll;
    scroll->velocity = 0;
  }
  if (!ui_.bar) return false;
  moveThumb(*ui_.bar, y - barGrip_);
  platform_.rememberScroll(scrolls_["page"].offset);
  if (phase == PointerPhase::up || phase == PointerPhase::cancel) ui_.bar = nullptr;
  return true;
}

void App::wheel(float x, float y, float pixels) {
  Scroll* scroll = scrollUnder(x, y);
  if (!scroll) return;
  scroll->offset = std::clamp(scroll->offset + pixels, 0.0F, scroll->most);
  scroll->velocity = 0;
  platform_.rememberScroll(scrolls_["page"].offset);
  wake();
}

/// What is dragged to an edge moves the page below it.
void App::scrollAtEdge(float seconds) {
  constexpr float kEdge = 48;
  constexpr float kSpeed = 480;  // pixels a second
  const ImVec2 at = ImGui::GetIO().MousePos;
  Scroll* scroll = ui_.dragged.empty() ? nullptr : scrollUnder(at.x, at.y);
  if (!scroll) return;
  const bool up = at.y < scroll->view.y + kEdge;
  const bool down = at.y > scroll->view.y + scroll->view.height - kEdge;
  if (up == down) return;
  const float to = std::clamp(scroll->offset + (up ? -kSpeed : kSpeed) * seconds, 0.0F, scroll->most);
  if (to == scroll->offset) return;
  scroll->offset = to;
  wake();
}

void App::moveScroll(float seconds) {
  scrollAtEdge(seconds);
  openMenuOfLongPress();
  if (touching_) return;
  for (auto& [key, scroll] : scrolls_) {
    if (scroll.velocity == 0) continue;
    const float to = scroll.offset + scroll.velocity * seconds;
    scroll.offset = std::clamp(to, 0.0F, scroll.most);
    scroll.velocity *= std::exp(-kFriction * seconds);
    if (std::abs(scroll.velocity) < kRest || to != scroll.offset) scroll.velocity = 0;
    if (key == "page") platform_.rememberScroll(scroll.offset);
    wake();
  }
}

/// The outermost that holds it.
const semantics::Node& App::regionOf(const semantics::Node& node) const {
  const auto above = std::find_if(shown_.begin(), shown_.end(), [&](const auto& n) { return n.key == node.parent; });
  return node.parent.empty() || above == shown_.end() ? node : regionOf(*above);
}

void App::revealFocus() {
  const auto node = std::find_if(shown_.begin(), shown_.end(), [&](const auto& n) { return n.key == ui_.focus.key; });
  // A new page's title gets the focus without moving the page: it may come back to its old scroll.
  if (node == shown_.end() || node->role == semantics::Role::heading) return;
  const auto found = scrolls_.find(regionOf(*node).key);
  if (found == scrolls_.end()) return;
  Scroll& scroll = found->second;
  constexpr float kMargin = 24;
  const float top = node->rect.y - scroll.view.y - kMargin;
  const float bottom = node->rect.y + node->rect.height - scroll.view.y + kMargin;
  if (top < scroll.offset) scroll.offset = std::max(0.0F, top);
  if (bottom > scroll.offset + scroll.view.height) {
    scroll.offset = std::min(scroll.most, std::min(bottom - scroll.view.height, std::max(top, 0.0F)));
  }
  platform_.rememberScroll(scrolls_["page"].offset);
}

}  // namespace cairn

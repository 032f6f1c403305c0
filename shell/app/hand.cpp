#include "app/hand.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "imgui_internal.h"

namespace cairn {
namespace {

constexpr float kTapSlop = 8;        // pixels a finger may wander and still press
constexpr Instant kLongPress = 500;  // ms that a finger rests
constexpr float kFriction = 4.2F;    // 1/s: how fast a flung page comes to rest
constexpr float kRest = 12;          // pixels a second: slower is still
constexpr float kNowhere = -std::numeric_limits<float>::max();

}  // namespace

Scroll* Hand::scrollUnder(float x, float y) {
  for (const char* key : {"popup", "sheet", "notice", "rail", "bar", "page"}) {
    const bool shown =
        std::any_of(page_.shown.begin(), page_.shown.end(), [&](const auto& node) { return node.key == key; });
    Scroll& scroll = page_.scrolls[key];
    const auto& view = scroll.view;
    if (shown && x >= view.x && x < view.x + view.width && y >= view.y && y < view.y + view.height) return &scroll;
  }
  return nullptr;
}

void Hand::rememberScroll() { page_.platform.rememberScroll(page_.scrolls["page"].offset); }

void Hand::pointer(PointerKind kind, PointerPhase phase, float x, float y) {
  if (phase == PointerPhase::down) touches_ = kind == PointerKind::touch;
  if (phase != PointerPhase::move) held_ = phase == PointerPhase::down;
  page_.wake();
  if (kind == PointerKind::touch) return touch(phase, x, y);
  if (moveBar(phase, x, y)) return;
  ImGuiIO& io = context_->IO;
  io.AddMousePosEvent(x, y);
  if (phase == PointerPhase::down) io.AddMouseButtonEvent(0, true);
  if (phase == PointerPhase::up || phase == PointerPhase::cancel) io.AddMouseButtonEvent(0, false);
}

void Hand::touch(PointerPhase phase, float x, float y) {
  switch (phase) {
    case PointerPhase::down: return touchDown(x, y);
    case PointerPhase::move: return touchMove(x, y);
    case PointerPhase::up:
    case PointerPhase::cancel: return touchEnd(phase);
  }
}

void Hand::touchDown(float x, float y) {
  touching_ = true;
  dragging_ = false;
  touchX_ = x;
  touchY_ = lastTouchY_ = y;
  lastTouch_ = page_.platform.now();
  gripping_ = std::any_of(page_.ui.grips.begin(), page_.ui.grips.end(), [&](const semantics::Rect& grip) {
    return x >= grip.x && x < grip.x + grip.width && y >= grip.y && y < grip.y + grip.height;
  });
  dragged_ = scrollUnder(x, y);
  if (dragged_) dragged_->velocity = 0;
  longPressAt_ = dragged_ && !gripping_ ? lastTouch_ + kLongPress : 0;
  context_->IO.AddMousePosEvent(x, y);
  context_->IO.AddMouseButtonEvent(0, true);
}

void Hand::touchMove(float x, float y) {
  if (gripping_) return context_->IO.AddMousePosEvent(x, y);
  if (!touching_) return;
  if (!dragging_ && std::hypot(x - touchX_, y - touchY_) > kTapSlop) takeBackPress();
  const Instant now = page_.platform.now();
  if (dragging_ && dragged_) {
    const float step = lastTouchY_ - y;
    const float seconds = std::max(static_cast<float>(now - lastTouch_) / 1000.0F, 0.004F);
    dragged_->offset = std::clamp(dragged_->offset + step, 0.0F, dragged_->most);
    dragged_->velocity = 0.6F * dragged_->velocity + 0.4F * step / seconds;
  }
  lastTouchY_ = y;
  lastTouch_ = now;
}

void Hand::touchEnd(PointerPhase phase) {
  ImGuiIO& io = context_->IO;
  if (!dragging_) {
    if (phase == PointerPhase::cancel) io.AddMousePosEvent(kNowhere, kNowhere);
    io.AddMouseButtonEvent(0, false);
    io.AddMousePosEvent(kNowhere, kNowhere);
  } else if (dragged_ && page_.platform.now() - lastTouch_ > 60) {
    dragged_->velocity = 0;
  }
  touching_ = dragging_ = gripping_ = false;
  longPressAt_ = 0;
}

/// Where a finger rests on what has a menu beside it, the menu opens; elsewhere a long press is a press.
void Hand::openMenuOfLongPress() {
  if (longPressAt_ == 0 || page_.platform.now() < longPressAt_) return;
  longPressAt_ = 0;
  const auto isUnderFinger = [&](const semantics::Node& node) {
    const float y = touchY_ + dragged_->offset;
    return touchX_ >= node.rect.x && touchX_ < node.rect.x + node.rect.width && y >= node.rect.y &&
           y < node.rect.y + node.rect.height && &page_.scrolls[regionOf(node).key] == dragged_;
  };
  const auto menuBeside = [&](const semantics::Node& node) {
    return std::find_if(page_.shown.begin(), page_.shown.end(), [&](const semantics::Node& other) {
      return other.popup == "menu" && !node.parent.empty() && other.parent == node.parent;
    });
  };
  for (const auto& node : page_.shown) {
    using semantics::Role;
    const bool isPressed = node.role == Role::checkbox || node.role == Role::link || node.role == Role::button;
    if (!isPressed || !isUnderFinger(node) || menuBeside(node) == page_.shown.end()) continue;
    takeBackPress();
    dragged_ = nullptr;
    page_.ui.activated = menuBeside(node)->key;
    return page_.wake();
  }
}

/// Until it is lifted, the finger presses nothing.
void Hand::takeBackPress() {
  dragging_ = true;
  longPressAt_ = 0;
  // Released where nothing is.
  context_->IO.AddMousePosEvent(kNowhere, kNowhere);
  context_->IO.AddMouseButtonEvent(0, false);
}

bool Hand::moveBar(PointerPhase phase, float x, float y) {
  if (phase == PointerPhase::down) {
    Scroll* scroll = scrollUnder(x, y);
    const bool below = scroll == &page_.scrolls["page"] || scroll == &page_.scrolls["rail"];
    if (!scroll || (!page_.ui.popup.key.empty() && scroll != &page_.scrolls["popup"])) return false;
    if (page_.route.sheet != Sheet::none && below) return false;
    const semantics::Rect thumb = thumbOf(*scroll);
    if (thumb.height == 0 || x < thumb.x) return false;
    const bool onThumb = y >= thumb.y && y < thumb.y + thumb.height;
    barGrip_ = onThumb ? y - thumb.y : thumb.height / 2;
    page_.ui.bar = scroll;
    scroll->velocity = 0;
  }
  if (!page_.ui.bar) return false;
  moveThumb(*page_.ui.bar, y - barGrip_);
  rememberScroll();
  if (phase == PointerPhase::up || phase == PointerPhase::cancel) page_.ui.bar = nullptr;
  return true;
}

void Hand::wheel(float x, float y, float pixels) {
  Scroll* scroll = scrollUnder(x, y);
  if (!scroll) return;
  scroll->offset = std::clamp(scroll->offset + pixels, 0.0F, scroll->most);
  scroll->velocity = 0;
  rememberScroll();
  page_.wake();
}

/// What is dragged to an edge moves the page below it.
void Hand::scrollAtEdge(float seconds) {
  constexpr float kEdge = 48;
  constexpr float kSpeed = 480;  // pixels a second
  const ImVec2 at = ImGui::GetIO().MousePos;
  Scroll* scroll = page_.ui.dragged.empty() ? nullptr : scrollUnder(at.x, at.y);
  if (!scroll) return;
  const bool up = at.y < scroll->view.y + kEdge;
  const bool down = at.y > scroll->view.y + scroll->view.height - kEdge;
  if (up == down) return;
  const float to = std::clamp(scroll->offset + (up ? -kSpeed : kSpeed) * seconds, 0.0F, scroll->most);
  if (to == scroll->offset) return;
  scroll->offset = to;
  page_.wake();
}

void Hand::goOn(float seconds) {
  scrollAtEdge(seconds);
  openMenuOfLongPress();
  if (touching_) return;
  for (auto& [key, scroll] : page_.scrolls) {
    if (scroll.velocity == 0) continue;
    const float to = scroll.offset + scroll.velocity * seconds;
    scroll.offset = std::clamp(to, 0.0F, scroll.most);
    scroll.velocity *= std::exp(-kFriction * seconds);
    if (std::abs(scroll.velocity) < kRest || to != scroll.offset) scroll.velocity = 0;
    if (key == "page") rememberScroll();
    page_.wake();
  }
}

/// The outermost that holds it.
const semantics::Node& Hand::regionOf(const semantics::Node& node) const {
  const auto above =
      std::find_if(page_.shown.begin(), page_.shown.end(), [&](const auto& n) { return n.key == node.parent; });
  return node.parent.empty() || above == page_.shown.end() ? node : regionOf(*above);
}

void Hand::revealFocus() {
  const auto node =
      std::find_if(page_.shown.begin(), page_.shown.end(), [&](const auto& n) { return n.key == page_.ui.focus.key; });
  // A new page's title gets the focus without moving the page: it may come back to its old scroll.
  if (node == page_.shown.end() || node->role == semantics::Role::heading) return;
  const auto found = page_.scrolls.find(regionOf(*node).key);
  if (found == page_.scrolls.end()) return;
  Scroll& scroll = found->second;
  constexpr float kMargin = 24;
  const float top = node->rect.y - scroll.view.y - kMargin;
  const float bottom = node->rect.y + node->rect.height - scroll.view.y + kMargin;
  if (top < scroll.offset) scroll.offset = std::max(0.0F, top);
  if (bottom > scroll.offset + scroll.view.height) {
    scroll.offset = std::min(scroll.most, std::min(bottom - scroll.view.height, std::max(top, 0.0F)));
  }
  rememberScroll();
}

}  // namespace cairn

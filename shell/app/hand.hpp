#pragma once
// Hand: pointer, finger and wheel: what they press, what they scroll, what they drag; and what a page scrolls to so
// that the keyboard's place is in sight.
//
// A mouse presses at once. A finger that wanders scrolls the page and presses nothing; one that rests on something
// with a menu opens that.
#include "app/page.hpp"
#include "protocol.hpp"

struct ImGuiContext;

namespace cairn {

class Hand {
 public:
  Hand(Page& page, ImGuiContext* context) : page_(page), context_(context) {}

  void pointer(PointerKind kind, PointerPhase phase, float x, float y);
  void wheel(float x, float y, float pixels);
  /// Before a frame: flung pages move on, a finger may have rested long enough.
  void goOn(float seconds);
  void revealFocus();

  /// A button of the mouse, or a finger, is down.
  bool isHeld() const { return held_; }
  /// What was pressed last was pressed with a finger.
  bool touches() const { return touches_; }
  /// When a resting finger will have rested long enough; 0: none does.
  Instant longPressAt() const { return longPressAt_; }

 private:
  Scroll* scrollUnder(float x, float y);
  void touch(PointerPhase phase, float x, float y);
  void touchDown(float x, float y);
  void touchMove(float x, float y);
  void touchEnd(PointerPhase phase);
  void openMenuOfLongPress();
  void takeBackPress();
  /// A mouse on a scrollbar; false where it means something else.
  bool moveBar(PointerPhase phase, float x, float y);
  void scrollAtEdge(float seconds);
  const semantics::Node& regionOf(const semantics::Node& node) const;
  void rememberScroll();

  Page& page_;
  ImGuiContext* context_;
  bool held_ = false;
  bool touches_ = false;
  bool touching_ = false;
  bool gripping_ = false;  ///< the finger moves a thing, not the page
  bool dragging_ = false;
  float touchX_ = 0;
  float touchY_ = 0;
  float lastTouchY_ = 0;
  Instant lastTouch_ = 0;
  Instant longPressAt_ = 0;
  Scroll* dragged_ = nullptr;
  float barGrip_ = 0;  ///< where on a scrollbar's thumb the mouse is, from the top
};

}  // namespace cairn

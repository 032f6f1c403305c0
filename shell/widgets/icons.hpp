#pragma once
// Icons: strokes on a grid of 24, drawn sharp at any size and density. No font, no picture.
#include <string>
#include <string_view>

#include "widgets/ui.hpp"

namespace cairn {

enum class Icon { more, close, check, plus, up, down, left, right, grip, search, calendar, clock, globe };

/// Centred in the rectangle; `size` is the side of its square in pixels.
void drawIcon(Ui& ui, Icon icon, const semantics::Rect& in, Color color, float size = 20);

struct IconButtonOptions {
  std::string popup;  ///< what it opens: "menu", "dialog"
  bool expanded = false;
};
/// Square, as high as a control. The name is what it does.
bool iconButton(Ui& ui, const std::string& key, Icon icon, std::string_view name,
                const IconButtonOptions& options = {});

}  // namespace cairn

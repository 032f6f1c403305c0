#pragma once
// The frame around every screen: rail or bar, the page's region, a sheet over it, the notice.
#include <map>

#include "frame/frame.hpp"

namespace cairn {

/// Draws everything for the route. `scrolls` keeps each region's place by its key.
void drawApplication(Frame& frame, std::map<std::string, Scroll>& scrolls);

}  // namespace cairn

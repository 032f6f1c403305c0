// Builds that people get have no gallery: its address leads nowhere.
#include "screens/screens.hpp"

namespace cairn {

void drawGallery(Frame& frame) { drawMissing(frame); }

}  // namespace cairn

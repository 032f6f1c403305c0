#pragma once
// The gallery's pages that stand in a file of their own.
#include "screens/screens.hpp"

namespace cairn {

void drawGalleryLists(Frame& frame);
void drawGalleryStructure(Frame& frame);
void drawGalleryPictures(Frame& frame);
void drawGalleryStates(Frame& frame);

}  // namespace cairn

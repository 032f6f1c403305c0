#pragma once
// What somebody's file says anew, told in a sentence: "Amina finished 2 steps, moved Thu 19 Nov to
// Fri 20 Nov and added 3 lines to talk about."
#include <string>

#include "exchange/preview.hpp"

namespace cairn {

/// Empty where nothing changed.
std::string toldChanges(const struct Frame& frame, const Preview& preview);
/// Who made the file, as they are called in it; empty where that is not known.
std::string senderOf(const Preview& preview);

}  // namespace cairn

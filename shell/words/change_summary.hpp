#pragma once
// What somebody's file says anew, in a sentence: "Amina finished 2 steps, moved Thu 19 Nov to
// Fri 20 Nov and added 3 lines to talk about."
#include <string>

#include "exchange/preview.hpp"
#include "model/workspace.hpp"
#include "words/reader.hpp"

namespace cairn {

/// Empty where nothing changed.
/// `model`: what is here, for calls in other zones.
std::string changeSummary(const Reader& reader, const Workspace& model, const Preview& preview);
/// Who made the file, as they are called in it; empty where that is not known.
std::string senderOf(const Preview& preview);

}  // namespace cairn

#pragma once
// What the panel of last resort saves (web/panel.ts) when the page itself can no longer run: every file of the
// store as one JSON object, path to text. It opens like any other file, as this person's own copy.
//
//   Result<OpenedFile> file = openFile(text);   // a file of Cairn, or what was rescued
//
// Limits: damaged records are left out, as at a start, and counted; drafts and writer ids are not taken.
#include "codec/file.hpp"

namespace cairn {

/// Errors: as readFile.
Result<OpenedFile> openFile(std::string_view text, const Limits& limits = kDoor);

}  // namespace cairn

#pragma once
// Turns: when what is shown changes although nobody does anything, so that the page can sleep until then.
//
//   wakeAt(nextRefresh(workspace, zones, localZone, moment));
//
// Limits: a clock on screen is not counted; who draws one wakes every minute.
#include <string_view>

#include "model/workspace.hpp"
#include "query/moment.hpp"

namespace cairn {

/// A session is about to begin: Join comes first.
constexpr Instant kAboutToBegin = 10 * kMinute;

/// The next of: midnight in `localZone`, and kAboutToBegin before, begin and end of a session that is
/// not recorded. Always after now.
Instant nextRefresh(const Workspace& workspace, const Zones& zones, std::string_view localZone, const Moment& moment);

}  // namespace cairn

#pragma once
// Everything that a person can do, done on screen: one way for each name in command/names.hpp.
#include "command/names.hpp"
#include "screens/tester.hpp"

namespace cairn {

/// Does that, beginning in a fresh `over(everydayStore())` (screens/places.hpp). What it takes to get there is done
/// before, so that this is the last thing that was done. A name that no screen runs does nothing.
void perform(Tester& t, CommandName name);

}  // namespace cairn

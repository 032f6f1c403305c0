#pragma once
// Fractional order keys: a text between two others, so that inserting moves nobody else.
// Keys are digits 0-9a-z after an implied point and never end in '0'. Equal keys (two people
// inserted at one place) fall back to the id.
#include <string>
#include <string_view>

namespace cairn {

/// A key after `before` and before `after`; empty stands for the end on that side.
std::string orderBetween(std::string_view before, std::string_view after);

}  // namespace cairn

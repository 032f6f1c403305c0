#pragma once
// What zones are also called: former names of cities, countries with one zone, abbreviations.
#include <string>
#include <string_view>
#include <vector>

namespace cairn {

/// Those of `names` that such a word means, an abbreviation's most common meaning first. `folded`: what was
/// typed, as foldForSearch gives it; an abbreviation must be whole, of the other words three letters are enough.
std::vector<std::string> zonesAlsoCalled(const std::vector<std::string>& names, std::string_view folded);

/// Whether it is an abbreviation that people of several zones use ("ist"), so that only they can say which.
bool meansSeveralZones(std::string_view folded);

}  // namespace cairn

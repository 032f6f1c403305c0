#pragma once
// What taking a file would change: the values that would show afterwards and do not now.
#include <string>
#include <vector>

#include "model/workspace.hpp"

namespace cairn {

/// `versions`: what shows stays, but there is another version beside it now.
enum class DifferenceKind { added, changed, removed, versions };

struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  std::string collection;  ///< "goals", …; empty for the mentorship itself
  Id thing;
  std::string label;  ///< what the thing is called, e.g. a goal's title
  std::string field;  ///< for `changed`
  std::string from;
  std::string to;
};

/// In the order of the collections, and in each by what the things are called.
/// A thing that only `before` holds counts as removed.
std::vector<Difference> differences(const Mentorship& before, const Mentorship& after);

}  // namespace cairn

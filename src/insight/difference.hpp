#pragma once
// What taking a file would change: the values that would show afterwards and do not now.
#include <string>
#include <vector>

#include "model/workspace.hpp"

namespace cairn {

enum class DifferenceKind { added, changed, removed };

struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  std::string collection;  ///< "goals", …; empty for the mentorship itself
  Id thing;
  std::string label;  ///< what the thing is called, e.g. a goal's title
  std::string field;  ///< for `changed`
  std::string from;
  std::string to;
};

/// `after` must hold everything that `before` holds (it is before, merged with something).
std::vector<Difference> differences(const Mentorship& before, const Mentorship& after);

}  // namespace cairn

#pragma once
// Two versions: fields that were written without sight of one another, and that a person must
// choose between. Until then the later one shows and both are kept.
#include <string>
#include <vector>

#include "command/command.hpp"

namespace cairn {

struct VersionShown {
  std::string text;
  Id author;  ///< the person, where it is known
  Instant written = 0;
  friend bool operator==(const VersionShown&, const VersionShown&) = default;
};
struct TwoVersions {
  Ref of;
  std::string label;  ///< what the thing is called
  std::string field;
  std::vector<VersionShown> versions;  ///< different values, in the order of their dots
  friend bool operator==(const TwoVersions&, const TwoVersions&) = default;
};

/// Fields where the later one simply shows (order, flags) are not asked about.
std::vector<TwoVersions> openVersions(const Mentorship& mentorship);

/// The command that makes one of a field's versions the only one.
Command chooseVersion(const Mentorship& mentorship, const TwoVersions& open, std::size_t version);

}  // namespace cairn

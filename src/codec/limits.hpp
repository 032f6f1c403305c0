#pragma once
// Limits: what is refused, in two columns. `kDoor` holds for what comes in from outside: files, links,
// pasted texts. `kStore` holds for what this program has written itself: records, snapshots, backups
// of the browser. The store is wider by all that merging and wrapping add, and by all that older
// versions have let in, so that whatever was accepted once can always be read again. What would make a
// root too large when it is merged is refused at the door too (exchange/admission.hpp); merging itself
// never refuses and never drops.
#include <cstddef>
#include <cstdint>
#include <limits>

namespace cairn {

struct Limits {
  std::size_t bytes = 0;      ///< of the text
  int depth = 0;              ///< objects and lists in one another; the outermost is 1
  int unknownDepth = 0;       ///< the same inside one unknown value; a number has 0
  std::size_t things = 0;     ///< of one root, unknown members counted too
  std::size_t versions = 0;   ///< live ones of one field
  std::size_t writers = 0;    ///< of one part of a root
  std::uint64_t counter = 0;  ///< of a dot
  bool strictNames = true;    ///< of unknown members; older versions took any
};

constexpr std::uint64_t kMostCounter = std::uint64_t{1} << 52U;
constexpr std::size_t kUnlimited = std::numeric_limits<std::size_t>::max();

constexpr Limits kDoor{200U << 20U, 64, 32, 200'000, 64, 4'096, kMostCounter, true};
constexpr Limits kStore{512U << 20U, 96, 96, kUnlimited, kUnlimited, kUnlimited, (std::uint64_t{1} << 53U) - 1, false};

}  // namespace cairn

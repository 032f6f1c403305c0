#pragma once
// Id: the name of a thing, 80 random bits, written as 16 characters of Crockford's base 32.
// Ids order by their bytes. What is generated from something else has a derived id, so that two
// sides that generate the same thing do not double it.
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cairn {

struct Id {
  std::uint16_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
  /// False for the id of nothing (all bits zero), which a reference holds when it is not set.
  explicit operator bool() const { return high != 0 || low != 0; }
};

std::string toText(const Id& id);

/// Reads the 16 characters that toText writes; nothing for any other text.
std::optional<Id> idFromText(std::string_view text);

/// An id that depends on its source alone, e.g. derivedId("session", mentorship + "2023-02-27").
Id derivedId(std::string_view kind, std::string_view source);

/// Makes ids and writer numbers, each from fresh random bits: from those that are public nothing can
/// be computed about the others, so a private writer's number stays unknown. `random` gives 64 bits of
/// the system's random source each time it is called.
class IdSource {
 public:
  using Random = std::function<std::uint64_t()>;
  explicit IdSource(Random random) : random_(std::move(random)) {}
  Id next();
  std::uint64_t nextNumber() { return random_(); }

 private:
  Random random_;
};

/// Base 32 of the lowest 5 × length bits; lower case, without i, l, o, u.
std::string toBase32(std::uint64_t value, int length);
std::optional<std::uint64_t> fromBase32(std::string_view text);

/// FNV-1a, 64 bits: a checksum against accidents, not against forgery.
std::uint64_t hash64Of(std::string_view bytes);

}  // namespace cairn

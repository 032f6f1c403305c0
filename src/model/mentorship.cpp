#include "model/mentorship.hpp"

namespace cairn {
namespace {

template <class R>
bool anythingThere(const R& root) {
  if (isAlive<R>(root)) return true;
  bool there = false;
  forEachCollection<R>([&](const auto& declared) {
    for (const auto& [id, thing] : root.*declared.member) {
      if (there) return;
      there = isAlive(thing);
    }
  });
  return there;
}

}  // namespace

Mentorship::Mentorship() = default;
Mentorship::Mentorship(const Mentorship&) = default;
Mentorship::Mentorship(Mentorship&&) noexcept = default;
Mentorship& Mentorship::operator=(const Mentorship&) = default;
Mentorship& Mentorship::operator=(Mentorship&&) noexcept = default;
Mentorship::~Mentorship() = default;

Programme::Programme() = default;
Programme::Programme(const Programme&) = default;
Programme::Programme(Programme&&) noexcept = default;
Programme& Programme::operator=(const Programme&) = default;
Programme& Programme::operator=(Programme&&) noexcept = default;
Programme::~Programme() = default;

bool isThere(const Mentorship& mentorship) { return anythingThere(mentorship); }
bool isThere(const Programme& programme) { return anythingThere(programme); }

}  // namespace cairn

#include "model/mentorship.hpp"

namespace cairn {

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

}  // namespace cairn

#pragma once
// Looking back on agreed days. The first of them stands in the letter too.
#include "command/command.hpp"

namespace cairn {

/// The day on which the two look back for the first time stands in the letter and is a review. The empty
/// day leaves it out; what was written at that review stays.
Id firstReviewIdOf(const Mentorship& mentorship);
Command agreeOnFirstReview(const Mentorship& mentorship, Date date);

/// The next one, twelve weeks after the last or after today.
Command planReview(const Mentorship& mentorship, const Id& id, Date today);
Command setReviewDay(const Mentorship& mentorship, const Review& review, Date date);
/// The first one leaves the letter with it, unless something was written at it.
Command removeReview(const Mentorship& mentorship, const Review& review);

}  // namespace cairn

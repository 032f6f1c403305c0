#include "command/reviews.hpp"

#include <algorithm>

#include "query/lists.hpp"

namespace cairn {
namespace {

constexpr int kUsualDays = 12 * 7;  ///< from one review to the next

}  // namespace

Id firstReviewIdOf(const Mentorship& mentorship) { return derivedId("review", toText(mentorship.id)); }

Command agreeOnFirstReview(const Mentorship& mentorship, Date date) {
  Command command{CommandName::letterChange};
  Mentorship& edit = command.edit.at(mentorship.id);
  thingAt(edit.letter, onlyId("letter", mentorship.id)).firstReview.set(date);
  const Id id = firstReviewIdOf(mentorship);
  const Review* review = findAlive(mentorship.reviews, id);
  if (date) {
    thingAt(edit.reviews, id).date.set(date);
  } else if (review && review->change->empty()) {
    command.removals.push_back({mentorship.id, "reviews", id});
  }
  return command;
}

Command planReview(const Mentorship& mentorship, const Id& id, Date today) {
  Command command{CommandName::reviewPlan};
  const auto reviews = reviewsInOrder(mentorship);
  const Date last = reviews.empty() ? today : std::max(*reviews.back()->date, today);
  thingAt(command.edit.at(mentorship.id).reviews, id).date.set(last.plus(kUsualDays));
  return command;
}

Command setReviewDay(const Mentorship& mentorship, const Review& review, Date date) {
  if (review.id == firstReviewIdOf(mentorship)) return agreeOnFirstReview(mentorship, date);
  Command command{CommandName::reviewChange};
  thingAt(command.edit.at(mentorship.id).reviews, review.id).date.set(date);
  return command;
}

Command removeReview(const Mentorship& mentorship, const Review& review) {
  Command command{CommandName::reviewRemove, {}, {{mentorship.id, "reviews", review.id}}};
  if (review.change->empty() && review.id == firstReviewIdOf(mentorship)) {
    thingAt(command.edit.at(mentorship.id).letter, onlyId("letter", mentorship.id)).firstReview.set({});
  }
  return command;
}

}  // namespace cairn

// Looking back together: on agreed days, what will change from then on.
#include <algorithm>

#include "app/phrases.hpp"
#include "command/actions.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"

namespace cairn {
namespace {

constexpr int kUsualDays = 12 * 7;  ///< from one review to the next

std::vector<const Review*> reviewsInOrder(const Mentorship& mentorship) {
  std::vector<const Review*> all;
  for (const auto& [id, review] : mentorship.reviews) {
    if (isAlive(review)) all.push_back(&review);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return *a->date < *b->date; });
  return all;
}

void dayOf(Frame& frame, const Mentorship& mentorship, const Review& review, const std::string& key) {
  DateOptions options;
  options.value = *review.date;
  options.today = frame.moment.local.date;
  const auto day = dateField(frame.ui, key + "/day", say(S::review_day), options);
  if (!day || !*day) return;
  // The letter names the first one's day.
  if (review.id == firstReviewIdOf(mentorship)) return frame.commands.run(agreeOnFirstReview(mentorship, *day));
  Command command{CommandName::reviewChange, {}, {}};
  thingAt(command.edit.at(mentorship.id).reviews, review.id).date.set(*day);
  frame.commands.run(std::move(command));
}

void reviewCard(Frame& frame, const Mentorship& mentorship, const Review& review) {
  Ui& ui = frame.ui;
  const std::string key = "review/" + toText(review.id);
  const std::string title = say(S::review_named, {{"day", dayInText(*review.date, frame.moment.local.date)}});
  const Card card(ui, key, title);
  const MenuItem items[] = {{std::string(say(S::remove)), "", true}};
  bool removed = false;
  besideControl(
      ui, 0, [&] { heading(ui, 3, title); },
      [&] {
        removed = menu(ui, key + "/more", say(S::more_named, {{"name", title}}), items).has_value();
      });
  const bool open = review.change->empty();
  if (removed) {
    Command command{CommandName::reviewRemove, {}, {{mentorship.id, "reviews", review.id}}};
    if (open && review.id == firstReviewIdOf(mentorship)) {
      thingAt(command.edit.at(mentorship.id).letter, onlyId("letter", mentorship.id)).firstReview.set({});
    }
    frame.commands.run(std::move(command));
  }
  if (open) dayOf(frame, mentorship, review, key);
  if (open) paragraph(ui, say(S::review_hint), Tone::quiet, type::kSmall);
  plainField(frame, {mentorship.id, "reviews", review.id}, "change", S::review_change, *review.change,
             S::review_change_example, 2);
}

}  // namespace

void drawReviews(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const auto reviews = reviewsInOrder(mentorship);
  gap(ui, space::kMedium);
  if (!reviews.empty()) heading(ui, 2, say(S::reviews_title));
  drawPart(frame,
           {"reviews/" + toText(mentorship.id), reviews.size(), 20, [&](std::size_t at) { return reviews[at]->id; },
            [&](std::size_t at) { reviewCard(frame, mentorship, *reviews[at]); }});
  const bool planned =
      std::any_of(reviews.begin(), reviews.end(), [](const auto* one) { return one->change->empty(); });
  if (planned || ui.paper || !button(ui, "review/plan", say(S::review_plan))) return;
  Command command{CommandName::reviewPlan, {}, {}};
  const Date last =
      reviews.empty() ? frame.moment.local.date : std::max(*reviews.back()->date, frame.moment.local.date);
  thingAt(command.edit.at(mentorship.id).reviews, frame.commands.newId()).date.set(last.plus(kUsualDays));
  frame.commands.run(std::move(command));
}

}  // namespace cairn

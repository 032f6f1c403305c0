// Looking back together: on agreed days, what will change from then on.
#include <algorithm>

#include "command/reviews.hpp"
#include "query/lists.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

void dayOf(Frame& frame, const Mentorship& mentorship, const Review& review, const std::string& key) {
  DateOptions options;
  options.value = *review.date;
  options.today = frame.moment.local.date;
  const auto set = [id = review.id](Frame& now, const Mentorship& there, const Date& day) {
    const Review* changed = findAlive(there.reviews, id);
    if (changed && day) now.commands.run(setReviewDay(there, *changed, day));
  };
  dateField(frame.ui, key + "/day", say(frame, S::review_day), options, whenDone(frame, mentorship, set));
}

void reviewCard(Frame& frame, const Mentorship& mentorship, const Review& review) {
  Ui& ui = frame.ui;
  const std::string key = "review/" + toText(review.id);
  const std::string title =
      say(frame, S::review_named, {{"day", dayInText(frame, *review.date, frame.moment.local.date)}});
  const Card card(ui, key, title);
  const MenuItem items[] = {{std::string(say(frame, S::remove)), "", true}};
  bool removed = false;
  besideControl(
      ui, 0, [&] { heading(ui, 3, title); },
      [&] {
        removed = menu(ui, key + "/more", say(frame, S::more_named, {{"name", title}}), items).has_value();
      });
  const bool open = review.change->empty();
  if (removed) frame.commands.run(removeReview(mentorship, review));
  if (open) dayOf(frame, mentorship, review, key);
  if (open) paragraph(ui, say(frame, S::review_hint), Tone::quiet, type::kSmall);
  plainField(frame, {mentorship.id, "reviews", review.id}, "change", S::review_change, *review.change,
             S::review_change_example, 2);
}

}  // namespace

void drawReviews(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const auto reviews = reviewsInOrder(mentorship);
  gap(ui, space::kMedium);
  if (!reviews.empty()) heading(ui, 2, say(frame, S::reviews_title));
  drawPart(frame,
           {"reviews/" + toText(mentorship.id), reviews.size(), 20, [&](std::size_t at) { return reviews[at]->id; },
            [&](std::size_t at) { reviewCard(frame, mentorship, *reviews[at]); }});
  const bool planned =
      std::any_of(reviews.begin(), reviews.end(), [](const auto* one) { return one->change->empty(); });
  if (planned || ui.paper || !button(ui, "review/plan", say(frame, S::review_plan))) return;
  frame.commands.run(planReview(mentorship, frame.commands.newId(), frame.moment.local.date));
}

}  // namespace cairn

// Wrap up: one sheet. What became of it, the next date, the follow-up on its way; leaving it half done
// loses nothing.
#include <array>

#include "command/sessions.hpp"
#include "exchange/links.hpp"
#include "query/people.hpp"
#include "screens/session_views.hpp"
#include "widgets/choices.hpp"
#include "words/follow_up.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

void outcomeChips(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  paragraph(ui, say(frame, S::did_it_happen), Tone::normal, type::kSmallStrong);
  gap(ui, space::kTight);
  const auto choose = [&](const std::string& key, S label, Outcome outcome) {
    ButtonOptions options;
    options.current = *session.outcome == outcome;
    if (!button(ui, "outcome/" + key, say(frame, label), options)) return;
    const Outcome wanted = options.current ? Outcome::notRecorded : outcome;
    frame.commands.run(recordSession(mentorship, session, wanted, frame.zones, frame.moment));
    if (wanted == Outcome::moved) askNewDay(frame, mentorship, session);
  };
  {
    const Row row(ui);
    choose("held", S::outcome_held, Outcome::held);
    choose("moved", S::outcome_moved, Outcome::moved);
    choose("did-not-happen", S::outcome_did_not_happen, Outcome::didNotHappen);
  }
  gap(ui, space::kLarge);
}

void nextDate(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::next_call));
  gap(ui, space::kTight);
  const Session* next = viewOf(frame, mentorship).next;
  if (next && next != &session && *next->date) {
    const List list(ui, "next-session", say(frame, S::next_call));
    const ListItem item(ui, "next-session/item");
    sessionRow(frame, mentorship, *next);
    gap(ui, space::kMedium);
  } else {
    planComposer(frame, mentorship);
  }
}

/// `takeaway` as it is being typed: what stands here does not move when the field is left.
void followUp(Frame& frame, const Mentorship& mentorship, const Session& session, const std::string& takeaway) {
  Ui& ui = frame.ui;
  const Session* next = viewOf(frame, mentorship).next;
  const std::string text = followUpText(frame, mentorship, session, next, takeaway, TextForm::plain);
  const Card card(ui, "follow-up", say(frame, S::follow_up));
  heading(ui, 2, say(frame, S::follow_up));
  paragraph(ui, say(frame, S::follow_up_hint), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = text.find('\n', from);
    if (end == from) gap(ui, space::kSmall);
    if (end > from) paragraph(ui, std::string_view(text).substr(from, end - from));
    from = end + 1;
  }
  gap(ui, space::kSmall);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(ui, "follow-up/copy", say(frame, S::copy), primary)) frame.commands.copy(text);
  if (button(ui, "follow-up/markdown", say(frame, S::copy_markdown))) {
    frame.commands.copy(followUpText(frame, mentorship, session, next, takeaway, TextForm::markdown));
  }
  if (button(ui, "follow-up/mail", say(frame, S::mail))) {
    frame.commands.openLink(mailLink("", followUpSubject(frame, session), text));
  }
  if (frame.state.canShare && button(ui, "follow-up/share", say(frame, S::share))) frame.commands.share(text);
  // What leaves was shown the first time.
  const bool handedBefore = *mentorship.handedOver > 0 || *mentorship.theyHave > 0;
  if (handedBefore && button(ui, "follow-up/hand-over", say(frame, S::hand_over_again))) {
    frame.commands.handOver(mentorship.id, frame.state.canShareFiles ? HandoverWay::share : HandoverWay::file);
  }
}

void howWasIt(Frame& frame, const Mentorship& mentorship, const Session& session) {
  constexpr std::array<S, 4> kWords{S::rating_poor, S::rating_fair, S::rating_good, S::rating_excellent};
  Ui& ui = frame.ui;
  const Id me = *mentorship.me;
  std::vector<std::string> labels;
  labels.reserve(kWords.size());
  for (const S word : kWords) labels.emplace_back(say(frame, word));
  const auto ratingOf = [&](const Id& person) {
    const Rating* rating = findAlive(mentorship.ratings, ratingIdOf(session.id, person));
    return rating ? static_cast<std::size_t>(*rating->rating) : 0;
  };
  paragraph(ui, say(frame, S::how_was_it), Tone::normal, type::kSmallStrong);
  gap(ui, space::kTight);
  const std::size_t mine = ratingOf(me);
  if (const auto chosen =
          radioGroup(ui, "how-was-it", say(frame, S::how_was_it), labels, mine == 0 ? kNothingChosen : mine - 1)) {
    frame.commands.run(rateSession(mentorship, session.id, me, static_cast<HowWasIt>(*chosen + 1)));
  }
  auto rated = othersOf(mentorship);
  std::erase_if(rated, [&](const Person* other) { return ratingOf(other->id) == 0; });
  drawPart(frame,
           {"ratings/" + toText(session.id), rated.size(), kRowsAtFirst, [&](std::size_t at) { return rated[at]->id; },
            [&](std::size_t at) {
              const std::string theirs = labels[ratingOf(rated[at]->id) - 1];
              paragraph(ui, labelled(frame, personName(frame, mentorship, *rated[at]), theirs), Tone::quiet,
                        type::kSmall);
            }});
  gap(ui, space::kMedium);
}

}  // namespace

void drawWrapUp(Frame& frame, const Mentorship& mentorship, const Session& session) {
  outcomeChips(frame, mentorship, session);
  // One that was logged, not planned: it may have been on another day.
  if (*session.outcome == Outcome::held && !*session.time) {
    whenField(frame, mentorship, session);
    sessionShape(frame, mentorship, session);
  }
  FieldOptions takeaway;
  takeaway.value = *session.takeaway;
  takeaway.placeholder = say(frame, S::takeaway_example);
  const std::string said = savedField(frame, mentorship.id, "sessions", session.id, "takeaway",
                                      say(frame, S::takeaway, {{"name", shortTitleOf(frame, mentorship)}}), takeaway);
  sessionSteps(frame, mentorship, session);
  gap(frame.ui, space::kMedium);
  nextDate(frame, mentorship, session);
  followUp(frame, mentorship, session, said);
  howWasIt(frame, mentorship, session);
  guide(frame, "feedback-both-ways", S::guide_feedback);
  if (*session.kind == SessionKind::closing) guide(frame, "closing", S::guide_closing);
  sharedNotes(frame, mentorship, session);
  privateNotes(frame, mentorship, session);
}

}  // namespace cairn

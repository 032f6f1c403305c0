// The tabs Now, Story and Together of a mentorship.
#include <algorithm>

#include "command/contacts.hpp"
#include "command/mentorships.hpp"
#include "query/lists.hpp"
#include "screens/goal_views.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "words/phrases.hpp"

namespace cairn {
void nextCard(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const Session* next = viewOf(frame, mentorship).next;
  heading(ui, 2, say(frame, S::next_call));
  if (!next) {
    emptyState(ui, say(frame, S::nothing_planned_hint));
    gap(ui, space::kMedium);
    planComposer(frame, mentorship);
    return;
  }
  sessionRow(frame, mentorship, *next);
  gap(ui, space::kSmall);
  if (!*next->date) planComposer(frame, mentorship);
}

namespace {

void goalRow(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  RowOptions options;
  const std::string standing = standingText(frame, mentorship, goal);
  options.detail = !standing.empty()        ? standing
                   : goal.expected->empty() ? std::string(say(frame, S::goal_no_measure))
                                            : *goal.expected;
  options.trailing =
      *goal.due ? say(frame, S::step_due, {{"day", dayInText(frame, *goal.due, frame.moment.local.date)}}) : "";
  options.address = mentorshipAddress(mentorship.id, Screen::goals);
  listRow(frame.ui, "goal-line/" + toText(goal.id), orNoWords(frame, *goal.title), options);
  gap(frame.ui, space::kSmall);
}

void goalLine(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const auto goals = goalsInOrder(mentorship);
  gap(ui, space::kMedium);
  heading(ui, 2, say(frame, S::tab_goals));
  if (goals.empty()) {
    link(ui, "hint/goal", say(frame, S::hint_first_goal), mentorshipAddress(mentorship.id, Screen::goals));
    return;
  }
  drawPart(frame,
           {"goal-lines/" + toText(mentorship.id), goals.size(), 30, [&](std::size_t at) { return goals[at]->id; },
            [&](std::size_t at) { goalRow(frame, mentorship, *goals[at]); }});
}

}  // namespace

void openStepList(Frame& frame, const Mentorship& mentorship, std::size_t atFirst) {
  const auto& steps = viewOf(frame, mentorship).openSteps;
  LongList open{"open-steps/" + toText(mentorship.id) + "/" + std::to_string(atFirst), steps.size(), atFirst,
                [&](std::size_t at) { return steps[at]->id; },
                [&](std::size_t at) { stepBox(frame, mentorship, *steps[at]); }};
  open.followsAdded = false;
  drawEarlier(frame, open);
  {
    const List list(frame.ui, "open-steps", say(frame, S::steps_open));
    const DrawnPart part = partOf(frame, open);
    for (std::size_t at = part.from; at < part.to; ++at) open.draw(at);
  }
  drawMore(frame, open);
}

namespace {

/// What has been done, the last first, for who looks for it.
void doneSteps(Frame& frame, const Mentorship& mentorship) {
  std::vector<const Step*> done;
  for (const auto& [id, step] : mentorship.steps) {
    if (isAlive(step) && *step.done && *step.homeKind == HomeKind::none) done.push_back(&step);
  }
  if (done.empty() || !unfolded(frame, "done-steps/" + toText(mentorship.id), say(frame, S::steps_done))) return;
  std::stable_sort(done.begin(), done.end(), [](const Step* a, const Step* b) { return doneAt(*a) > doneAt(*b); });
  const List list(frame.ui, "done-steps", say(frame, S::steps_done));
  drawPart(frame, {"done-steps/list/" + toText(mentorship.id), done.size(), kRowsAtFirst,
                   [&](std::size_t at) { return done[at]->id; },
                   [&](std::size_t at) { stepBox(frame, mentorship, *done[at]); }});
}

}  // namespace

void openStepsOf(Frame& frame, const Mentorship& mentorship) {
  constexpr std::size_t kAtFirst = 7;
  Ui& ui = frame.ui;
  gap(ui, space::kMedium);
  heading(ui, 2, say(frame, S::steps_open));
  if (viewOf(frame, mentorship).openSteps.empty()) emptyState(ui, say(frame, S::steps_empty));
  openStepList(frame, mentorship, kAtFirst);
  gap(ui, space::kSmall);
  stepComposer(frame, mentorship, HomeKind::none, Id{});
  doneSteps(frame, mentorship);
}

void nextTimeAndGoals(Frame& frame, const Mentorship& mentorship) {
  gap(frame.ui, space::kMedium);
  if (*mentorship.stage != Stage::finished) nextTime(frame, mentorship);
  settledLines(frame, mentorship);
  goalLine(frame, mentorship);
}

void drawNow(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  mentorshipHeader(frame, mentorship);
  drawVersions(frame, mentorship);
  pausedCard(frame, mentorship);
  if (viewOf(frame, mentorship).quiet) quietCard(frame, mentorship);
  if (viewOf(frame, mentorship).quiet) guide(frame, "stuck", S::guide_stuck);
  const bool ended = *mentorship.stage == Stage::finished;
  if (!ended) nextCard(frame, mentorship);
  if (const Session* unrecorded = viewOf(frame, mentorship).unrecorded) {
    gap(ui, space::kSmall);
    recordOutcome(frame, mentorship, *unrecorded);
  }
  openStepsOf(frame, mentorship);
  nextTimeAndGoals(frame, mentorship);
}

namespace {

void contactEditor(Frame& frame, const Mentorship& mentorship, const Contact& contact, const std::string& key) {
  Ui& ui = frame.ui;
  const Card card(ui, key, say(frame, S::change));
  plainField(frame, {mentorship.id, "contacts", contact.id}, "text", S::contact_about, *contact.text,
             S::contact_about_example);
  DateOptions options;
  options.value = *contact.date;
  options.today = frame.moment.local.date;
  options.past = true;
  const auto set = [id = contact.id](Frame& now, const Mentorship& there, const Date& day) {
    if (day) now.commands.run(setContactDay(there, id, day));
  };
  dateField(ui, key + "/day", say(frame, S::contact_day), options, whenDone(frame, mentorship, set));
  if (button(ui, key + "/close", say(frame, S::change_close))) frame.state.unfolded.erase(key);
}

void contactRow(Frame& frame, const Mentorship& mentorship, const Contact& contact) {
  Ui& ui = frame.ui;
  const std::string key = "contact/" + toText(contact.id);
  const ListItem item(ui, key);
  const std::string text = contactText(frame, contact);
  const std::string editKey = "edit/" + key;
  const std::string words = textPath(mentorship.id, "contacts", contact.id, "text");
  bool removed = false;
  besideControl(
      ui, 0,
      [&] {
        gap(ui, (ui.controlHeight() - type::kBody.line) / 2);
        paragraph(ui, text);
        gap(ui, (ui.controlHeight() - type::kBody.line) / 2);
      },
      [&] {
        removed = changeMenu(frame, editKey, text, {S::change, S::remove, words});
      });
  if (frame.state.unfolded.contains(editKey)) contactEditor(frame, mentorship, contact, editKey);
  if (removed) frame.commands.run(removeContact(mentorship, contact.id));
}

/// Messages and calls between the sessions, the last first.
void contacts(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  std::vector<const Contact*> all;
  for (const auto& [id, contact] : mentorship.contacts) {
    if (isAlive(contact)) all.push_back(&contact);
  }
  if (all.empty()) return;
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return *a->date > *b->date; });
  gap(ui, space::kMedium);
  heading(ui, 2, say(frame, S::contacts_title));
  const List list(ui, "contacts", say(frame, S::contacts_title));
  drawPart(frame, {"contacts/" + toText(mentorship.id), all.size(), 30, [&](std::size_t at) { return all[at]->id; },
                   [&](std::size_t at) { contactRow(frame, mentorship, *all[at]); }});
}

}  // namespace

void drawStory(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  mentorshipHeader(frame, mentorship);
  const MentorshipView& view = viewOf(frame, mentorship);
  const auto& held = view.held;
  if (!held.empty()) {
    cairnPicture(ui, "cairn", held, sayCount(frame, S::cairn_count, held.size()), 132);
    gap(ui, space::kSmall);
    paragraph(ui, sayCount(frame, S::held_count, held.size()), Tone::quiet, type::kSmall);
    gap(ui, space::kMedium);
  }
  heading(ui, 2, say(frame, S::sessions_title));
  gap(ui, space::kTight);
  if (view.sessions.empty()) emptyState(ui, say(frame, S::sessions_empty));
  sessionRows(frame, mentorship, view.sessions);
  contacts(frame, mentorship);
  drawReviews(frame, mentorship);
  gap(ui, space::kMedium);
  planComposer(frame, mentorship);
}

namespace {

/// The way out: removed it waits 30 days; what is here only in part can be hidden.
void removal(Frame& frame, const Mentorship& mentorship) {
  if (*mentorship.example) return;  // its removal stands in the header
  Ui& ui = frame.ui;
  gap(ui, space::kLarge);
  if (*mentorship.inPart) paragraph(ui, say(frame, S::mentorship_in_part), Tone::quiet, type::kSmall);
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  const S label = *mentorship.inPart ? S::mentorship_hide : S::mentorship_remove;
  if (!button(ui, "mentorship/leave", say(frame, label), quiet)) return;
  frame.commands.run(*mentorship.inPart ? hide(mentorship, true) : removeMentorship(mentorship.id));
  frame.commands.go("#/");
}

}  // namespace

void drawTogether(Frame& frame, const Mentorship& mentorship) {
  mentorshipHeader(frame, mentorship);
  drawLetter(frame, mentorship);
  if (frame.ui.paper) return;  // what is printed here is the letter
  drawPeople(frame, mentorship);
  drawGuides(frame);
  removal(frame, mentorship);
}

}  // namespace cairn

#include <algorithm>
#include <span>

#include "command/mentorships.hpp"
#include "query/lists.hpp"
#include "screens/session_views.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

void callNext(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const Card card(ui, "next/" + toText(session.id), say(frame, S::next_call));
  paragraph(ui, *mentorship.example ? say(frame, S::example_mark) : say(frame, S::next_call), Tone::quiet,
            type::kSmallStrong);
  heading(ui, 2, titleOf(frame, mentorship));
  paragraph(ui, whenText(frame, session));
  paragraph(ui, theirTimeText(frame, mentorship, session), Tone::quiet, type::kSmall);
  clockWarning(frame, mentorship, session);
  gap(ui, space::kMedium);
  const Row row(ui);
  const bool now = isOn(frame, session);
  const bool soon = isAboutToBegin(frame, session);
  const bool joins = soon && joinButton(frame, mentorship, session, Weight::primary);
  ButtonOptions options;
  options.weight = joins ? Weight::secondary : Weight::primary;
  options.name = say(frame, now ? S::talk_with : S::prepare_for, {{"name", titleOf(frame, mentorship)}});
  if (button(ui, "prepare/" + toText(session.id), say(frame, now ? S::view_talk : S::prepare), options)) {
    frame.commands.go(sessionAddress(mentorship.id, session.id, now ? SessionView::talk : SessionView::prepare));
  }
  if (!soon) joinButton(frame, mentorship, session, Weight::secondary);
}

/// Held, and said so here: the next date, and the wrap-up for who wants it.
void justHeld(Frame& frame) {
  Ui& ui = frame.ui;
  for (const auto& [id, sessionId] : frame.state.justHeld) {
    const auto found = frame.model.mentorships.find(id);
    const Session* session =
        found == frame.model.mentorships.end() ? nullptr : findAlive(found->second.sessions, sessionId);
    if (!session || *session->outcome != Outcome::held) continue;
    const Mentorship& mentorship = found->second;
    const Card card(ui, "just-held/" + toText(id), titleOf(frame, mentorship));
    paragraph(ui, say(frame, S::outcome_held), Tone::good, type::kSmallStrong);
    heading(ui, 2, titleOf(frame, mentorship));
    if (const Session* next = viewOf(frame, mentorship).next) {
      paragraph(ui, say(frame, S::next_is, {{"when", bothTimesText(frame, mentorship, *next)}}), Tone::quiet);
    }
    gap(ui, space::kSmall);
    const Row row(ui);
    if (!viewOf(frame, mentorship).next) planSuggested(frame, mentorship);
    ButtonOptions options;
    options.name = say(frame, S::wrap_up_with, {{"name", titleOf(frame, mentorship)}});
    if (button(ui, "wrap-up/" + toText(id), say(frame, S::view_wrap_up), options)) {
      frame.commands.go(sessionAddress(mentorship.id, session->id, SessionView::wrapUp));
    }
  }
}

std::string nextText(const Frame& frame, const Mentorship& mentorship) {
  const Session* next = viewOf(frame, mentorship).next;
  return next ? bothTimesText(frame, mentorship, *next) : std::string(say(frame, S::nothing_planned));
}

void mentorshipRows(Frame& frame, const std::vector<const Mentorship*>& mentorships,
                    const std::function<std::string(const Mentorship&)>& detail) {
  RowsOptions all;
  all.count = mentorships.size();
  RowOptions row;
  row.detail = say(frame, S::nothing_planned);
  all.height = listRowHeight(frame.ui, row) + space::kSmall;
  all.key = [&](std::size_t at) { return toText(mentorships[at]->id); };
  all.draw = [&](std::size_t at) {
    const Mentorship& mentorship = *mentorships[at];
    row.detail = detail(mentorship);
    row.trailing = *mentorship.example ? std::string(say(frame, S::example_word)) : std::string();
    row.address = mentorshipAddress(mentorship.id);
    listRow(frame.ui, "mentorship/" + toText(mentorship.id), titleOf(frame, mentorship), row);
  };
  rows(frame.ui, "mentorships", say(frame, S::mentorships_title), all);
}

constexpr std::size_t kMostQuestions = 3;  ///< of one kind at a time; the next comes when one is answered

/// The call now or next; the example's where there is nothing else.
void calls(Frame& frame, const Today& today) {
  if (!today.calls.empty()) return callNext(frame, *today.calls[0].mentorship, *today.calls[0].session);
  for (const Mentorship* mentorship : frame.views.mentorships()) {
    const Session* next = *mentorship->example ? viewOf(frame, *mentorship).next : nullptr;
    if (next) return callNext(frame, *mentorship, *next);
  }
}

void stepsDue(Frame& frame, const Today& today) {
  Ui& ui = frame.ui;
  if (today.steps.empty()) return;
  gap(ui, space::kSmall);
  heading(ui, 2, say(frame, S::today_steps));
  const List list(ui, "steps", say(frame, S::today_steps));
  for (const TodayEntry& entry : today.steps) {
    stepBox(frame, *entry.mentorship, *entry.step, shortTitleOf(frame, *entry.mentorship));
  }
}

void reviewsDue(Frame& frame, const Today& today) {
  Ui& ui = frame.ui;
  if (today.reviews.empty()) return;
  gap(ui, space::kSmall);
  heading(ui, 2, say(frame, S::today_reviews));
  const auto draw = [&](std::size_t at) {
    const TodayEntry& entry = today.reviews[at];
    RowOptions row;
    row.detail = say(frame, S::review_on, {{"day", dayInText(frame, *entry.review->date, frame.moment.local.date)}});
    row.address = mentorshipAddress(entry.mentorship->id, Screen::story);
    listRow(ui, "review/" + toText(entry.review->id), titleOf(frame, *entry.mentorship), row);
    gap(ui, space::kSmall);
  };
  drawPart(frame, {"today/reviews", today.reviews.size(), 20,
                   [&](std::size_t at) { return today.reviews[at].review->id; }, draw});
}

/// What a browser may clear lives on in a file.
void keepFile(Frame& frame) {
  if (!shouldKeepFile(frame.model, frame.moment.now)) return;
  Ui& ui = frame.ui;
  gap(ui, space::kSmall);
  const Card card(ui, "keep-file/card", say(frame, S::keep_file_title));
  heading(ui, 3, say(frame, S::keep_file_title));
  paragraph(ui, say(frame, S::keep_file_why), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  if (button(ui, "keep-file", say(frame, S::keep_file))) frame.commands.handOver(Id{}, HandoverWay::keep);
}

/// After a long time: one row a person, and no questions.
void welcomeBack(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::welcome_back));
  paragraph(ui, say(frame, S::welcome_back_text), Tone::quiet);
  gap(ui, space::kSmall);
  std::vector<const Mentorship*> going;
  for (const Mentorship* one : frame.views.mentorships()) {
    if (!*one->example && *one->stage != Stage::finished) going.push_back(one);
  }
  mentorshipRows(frame, going, [&](const Mentorship& mentorship) {
    const MentorshipView& view = viewOf(frame, mentorship);
    std::string detail;
    const auto add = [&](const std::string& words) { detail = joined(frame, {detail, words}); };
    if (view.unrecordedCount > 0) {
      add(sayCount(frame, S::welcome_unrecorded_count, view.unrecordedCount));
    }
    const auto late = std::count_if(view.openSteps.begin(), view.openSteps.end(), [&](const Step* step) {
      const Date due = dueOf(mentorship, *step);
      return due && due < frame.moment.local.date;
    });
    if (late > 0) add(sayCount(frame, S::welcome_steps_count, static_cast<std::size_t>(late)));
    if (view.lastSpoke)
      add(say(frame, S::welcome_spoke, {{"time", agoText(frame, view.lastSpoke, frame.moment.local.date)}}));
    return detail.empty() ? nextText(frame, mentorship) : detail;
  });
}

}  // namespace

void todayHead(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::today_title));
  paragraph(ui, fullDayText(frame, frame.moment.local.date), Tone::quiet);
  gap(ui, space::kSmall);
  const Tab faces[] = {{std::string(say(frame, S::today_list)), "#/"},
                       {std::string(say(frame, S::today_calendar)), "#/calendar"}};
  tabs(ui, "tabs", say(frame, S::today_faces), faces, frame.route.screen == Screen::calendar ? 1 : 0);
}

void drawToday(Frame& frame) {
  Ui& ui = frame.ui;
  const Today& today = frame.views.today(frame.moment);
  // Of one mentorship all that its *Now* has stands here too.
  const auto& all = frame.views.mentorships();
  const Mentorship* only = all.size() == 1 ? all.front() : nullptr;
  todayHead(frame);
  if (only) {
    drawVersions(frame, *only);
    pausedCard(frame, *only);
  }
  calls(frame, today);
  const bool plans = only && *only->stage != Stage::finished && !frame.state.justHeld.contains(only->id);
  if (plans && !viewOf(frame, *only).next) {
    nextCard(frame, *only);
  } else if (plans && !*viewOf(frame, *only).next->date) {
    planComposer(frame, *only);
  }
  if (only) mentorshipActions(frame, *only);
  if (frame.state.welcomeBack) {
    welcomeBack(frame);
  } else {
    const auto some = [](const std::vector<TodayEntry>& all) {
      return std::span(all).first(std::min(all.size(), kMostQuestions));
    };
    justHeld(frame);
    for (const TodayEntry& entry : some(today.unrecorded)) recordOutcome(frame, *entry.mentorship, *entry.session);
    if (only) {
      openStepsOf(frame, *only);
    } else {
      stepsDue(frame, today);
    }
    for (const TodayEntry& entry : some(today.quiet)) quietCard(frame, *entry.mentorship);
    if (!today.quiet.empty()) guide(frame, "stuck", S::guide_stuck);
    if (only) nextTimeAndGoals(frame, *only);
    reviewsDue(frame, today);
    keepFile(frame);
    gap(ui, space::kMedium);
    heading(ui, 2, say(frame, S::mentorships_title));
    gap(ui, space::kTight);
    mentorshipRows(frame, frame.views.mentorships(), [&](const Mentorship& one) { return nextText(frame, one); });
  }
  gap(ui, space::kSmall);
  const Row row(ui);
  if (button(ui, "new-mentorship", say(frame, S::mentorship_new))) frame.commands.go("#/start");
  if (button(ui, "open-file", say(frame, S::file_open))) frame.commands.chooseFile();
}

namespace {

std::vector<const Mentorship*> hiddenOnes(const Frame& frame) {
  std::vector<const Mentorship*> hidden;
  for (const auto& [id, mentorship] : frame.model.mentorships) {
    if (*mentorship.hidden && isThere(mentorship)) hidden.push_back(&mentorship);
  }
  return hidden;
}

void hiddenMentorships(Frame& frame) {
  Ui& ui = frame.ui;
  const auto hidden = hiddenOnes(frame);
  if (hidden.empty()) return;
  heading(ui, 2, say(frame, S::mentorships_hidden));
  for (const Mentorship* mentorship : hidden) {
    paragraph(ui, titleOf(frame, *mentorship));
    ButtonOptions options;
    options.name = say(frame, S::mentorship_show_named, {{"name", titleOf(frame, *mentorship)}});
    const bool show = button(ui, "show/" + toText(mentorship->id), say(frame, S::mentorship_show), options);
    if (show) frame.commands.run(hide(*mentorship, false));
  }
  gap(ui, space::kMedium);
}

}  // namespace

void drawMentorships(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::mentorships_title));
  gap(ui, space::kMedium);
  const auto& mentorships = frame.views.mentorships();
  if (mentorships.empty() && hiddenOnes(frame).empty()) emptyState(ui, say(frame, S::mentorships_empty));
  mentorshipRows(frame, mentorships, [&](const Mentorship& mentorship) {
    return joined(frame,
                  {nextText(frame, mentorship), sayCount(frame, S::held_count, viewOf(frame, mentorship).held.size())});
  });
  gap(ui, space::kMedium);
  hiddenMentorships(frame);
  const Row row(ui);
  if (button(ui, "new-mentorship", say(frame, S::mentorship_new))) frame.commands.go("#/start");
  if (button(ui, "open-file", say(frame, S::file_open))) frame.commands.chooseFile();
}

}  // namespace cairn

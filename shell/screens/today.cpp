#include <algorithm>

#include "app/phrases.hpp"
#include "command/actions.hpp"
#include "screens/screens.hpp"

namespace cairn {
namespace {

void callNext(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const Card card(ui, "next/" + toText(session.id), say(S::next_call));
  paragraph(ui, *mentorship.example ? say(S::example_mark) : say(S::next_call), Tone::quiet, type::kSmallStrong);
  heading(ui, 2, titleOf(mentorship));
  paragraph(ui, whenText(frame, session));
  paragraph(ui, theirTimeText(frame, mentorship, session), Tone::quiet, type::kSmall);
  gap(ui, space::kMedium);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  primary.name = say(S::prepare_for, {{"name", titleOf(mentorship)}});
  if (button(ui, "prepare/" + toText(session.id), say(S::prepare), primary)) {
    frame.commands.go(sessionAddress(mentorship.id, session.id, SessionView::prepare));
  }
  const Person* me = meOf(mentorship);
  if (me && !me->video->empty()) {
    ButtonOptions join;
    join.name = say(S::join_with, {{"name", titleOf(mentorship)}});
    if (button(ui, "join/" + toText(session.id), say(S::join), join)) frame.commands.openLink(*me->video);
  }
}

bool isMineAndDue(const Frame& frame, const Mentorship& mentorship, const Step& step) {
  const Id owner = *step.owner;
  return (!owner || owner == *mentorship.me) && *step.due && *step.due <= frame.moment.local.date.plus(7);
}

void mentorshipRows(Frame& frame, const std::vector<const Mentorship*>& mentorships,
                    const std::function<std::string(const Mentorship&)>& more) {
  RowsOptions all;
  all.count = mentorships.size();
  RowOptions row;
  row.detail = say(S::nothing_planned);
  all.height = listRowHeight(frame.ui, row) + space::kSmall;
  all.key = [&](std::size_t at) { return toText(mentorships[at]->id); };
  all.draw = [&](std::size_t at) {
    const Mentorship& mentorship = *mentorships[at];
    const Session* next = viewOf(frame, mentorship).next;
    row.detail = (next ? whenText(frame, *next) : std::string(say(S::nothing_planned))) + more(mentorship);
    row.trailing = *mentorship.example ? std::string(say(S::example_word)) : std::string();
    row.address = mentorshipAddress(mentorship.id);
    listRow(frame.ui, "mentorship/" + toText(mentorship.id), titleOf(mentorship), row);
  };
  rows(frame.ui, "mentorships", say(S::mentorships_title), all);
}

}  // namespace

void drawToday(Frame& frame) {
  Ui& ui = frame.ui;
  const auto& mentorships = frame.views.mentorships();
  if (mentorships.empty()) return drawStart(frame);
  heading(ui, 1, say(S::today_title));
  paragraph(ui, fullDayText(frame.moment.local.date), Tone::quiet);
  gap(ui, space::kLarge);

  std::vector<std::pair<const Mentorship*, const Session*>> calls;
  for (const Mentorship* mentorship : mentorships) {
    if (const Session* next = viewOf(frame, *mentorship).next) calls.emplace_back(mentorship, next);
  }
  const auto endKey = [&](const Session* session) {
    return endOf(*session, frame.zones, frame.moment).value_or(INT64_MAX);
  };
  std::stable_sort(calls.begin(), calls.end(),
                   [&](const auto& a, const auto& b) { return endKey(a.second) < endKey(b.second); });
  if (!calls.empty()) callNext(frame, *calls.front().first, *calls.front().second);

  for (const Mentorship* mentorship : mentorships) {
    if (*mentorship->example) continue;
    // One question a person at a time; the rest is in the story.
    if (const Session* session = viewOf(frame, *mentorship).unrecorded) recordOutcome(frame, *mentorship, *session);
  }

  bool headed = false;
  for (const Mentorship* mentorship : mentorships) {
    if (*mentorship->example) continue;
    for (const Step* step : viewOf(frame, *mentorship).openSteps) {
      if (!isMineAndDue(frame, *mentorship, *step)) continue;
      if (!headed) {
        gap(ui, space::kSmall);
        heading(ui, 2, say(S::today_steps));
      }
      headed = true;
      const List list(ui, "steps/" + toText(step->id), say(S::today_steps));
      stepBox(frame, *mentorship, *step);
    }
  }

  gap(ui, space::kMedium);
  heading(ui, 2, say(S::mentorships_title));
  gap(ui, space::kTight);
  mentorshipRows(frame, mentorships, [](const Mentorship&) { return std::string(); });
  gap(ui, space::kSmall);
  const Row row(ui);
  if (button(ui, "new-mentorship", say(S::mentorship_new))) frame.commands.go("#/start");
  if (button(ui, "open-file", say(S::file_open))) frame.commands.chooseFile();
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
  heading(ui, 2, say(S::mentorships_hidden));
  for (const Mentorship* mentorship : hidden) {
    paragraph(ui, titleOf(*mentorship));
    ButtonOptions options;
    options.name = say(S::mentorship_show_named, {{"name", titleOf(*mentorship)}});
    const bool show = button(ui, "show/" + toText(mentorship->id), say(S::mentorship_show), options);
    if (show) frame.commands.run(hide(*mentorship, false));
  }
  gap(ui, space::kMedium);
}

}  // namespace

void drawMentorships(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(S::mentorships_title));
  gap(ui, space::kMedium);
  const auto& mentorships = frame.views.mentorships();
  if (mentorships.empty() && hiddenOnes(frame).empty()) emptyState(ui, say(S::mentorships_empty));
  mentorshipRows(frame, mentorships, [&](const Mentorship& mentorship) {
    return " · " + sayCount(S::held_one, S::held_many, viewOf(frame, mentorship).held.size());
  });
  gap(ui, space::kMedium);
  hiddenMentorships(frame);
  const Row row(ui);
  if (button(ui, "new-mentorship", say(S::mentorship_new))) frame.commands.go("#/start");
  if (button(ui, "open-file", say(S::file_open))) frame.commands.chooseFile();
}

}  // namespace cairn

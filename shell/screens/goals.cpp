// Goals with their expected outcome, and success checklists.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "command/goals.hpp"
#include "query/lists.hpp"
#include "screens/goal_views.hpp"
#include "widgets/pickers.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

constexpr std::size_t kLongestTitle = 1200;  ///< characters

/// Where a goal stands among all.
struct Place {
  std::size_t at = 0;
  std::size_t count = 0;
};

/// Up, down and away.
void goalMenu(Frame& frame, const Mentorship& mentorship, const Goal& goal, const Place& place) {
  std::vector<MenuItem> items;
  std::vector<std::optional<std::size_t>> places;  // none: it is removed
  if (place.at > 0) {
    items.push_back({std::string(say(frame, S::goal_up)), "", false});
    places.emplace_back(place.at - 1);
  }
  if (place.at + 1 < place.count) {
    items.push_back({std::string(say(frame, S::goal_down)), "", false});
    places.emplace_back(place.at + 1);
  }
  items.push_back({std::string(say(frame, S::remove)), "", true});
  places.emplace_back();
  const std::string name = say(frame, S::more_named, {{"name", orNoWords(frame, *goal.title)}});
  const auto chosen = menu(frame.ui, goalKey(goal) + "/more", name, items);
  if (!chosen) return;
  if (places[*chosen]) return frame.commands.run(moveGoal(mentorship, goal.id, *places[*chosen]));
  frame.commands.run(removeGoal(mentorship, goal.id));
}

void goalStatus(Frame& frame, const Mentorship& mentorship, const Goal& goal, const Place& place) {
  constexpr std::array<std::pair<S, GoalStatus>, 3> kStates{
      {{S::goal_open, GoalStatus::open}, {S::goal_reached, GoalStatus::reached}, {S::goal_let_go, GoalStatus::letGo}}};
  Ui& ui = frame.ui;
  const std::string key = goalKey(goal);
  std::vector<std::string> labels;
  std::size_t current = 0;
  for (std::size_t at = 0; at < kStates.size(); ++at) {
    labels.emplace_back(say(frame, kStates[at].first));
    if (kStates[at].second == *goal.status) current = at;
  }
  const Row row(ui);
  const std::string name = say(frame, S::goal_status_of, {{"goal", orNoWords(frame, *goal.title)}});
  if (const auto chosen = radioGroup(ui, key + "/status", name, labels, current)) {
    frame.commands.run(setGoalStatus(mentorship, goal.id, kStates[*chosen].second));
  }
  goalMenu(frame, mentorship, goal, place);
}

void goalCard(Frame& frame, const Mentorship& mentorship, const Goal& goal, const Place& place) {
  Ui& ui = frame.ui;
  const Card card(ui, goalKey(goal), orNoWords(frame, *goal.title));
  FieldOptions title;
  title.value = *goal.title;
  savedField(frame, mentorship.id, "goals", goal.id, "title", say(frame, S::goal_title), title);
  expectedField(frame, mentorship, goal);
  goalDueField(frame, mentorship, goal);
  versionsAt(frame, mentorship, "goals", goal.id, {"due"});
  goalStatus(frame, mentorship, goal, place);
  versionsAt(frame, mentorship, "goals", goal.id, {"status"});
  gap(frame.ui, space::kSmall);
  drawProgress(frame, mentorship, goal);
  drawMeasure(frame, mentorship, goal);
}

}  // namespace

void goalDueField(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  DateOptions options;
  options.value = *goal.due;
  options.today = frame.moment.local.date;
  const auto set = [id = goal.id](Frame& now, const Mentorship& there, const Date& due) {
    now.commands.run(setGoalDue(there, id, due));
  };
  dateField(frame.ui, "edit/" + goalKey(goal) + "/due", say(frame, S::goal_due), options,
            whenDone(frame, mentorship, set));
}

void expectedField(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  FieldOptions expected;
  expected.value = *goal.expected;
  expected.rows = 2;
  expected.placeholder = say(frame, S::goal_expected_example);
  expected.hint = goal.expected->empty() ? std::string(say(frame, S::goal_expected_hint)) : "";
  savedField(frame, mentorship.id, "goals", goal.id, "expected", say(frame, S::goal_expected), expected);
}

void aimField(Frame& frame, const Mentorship& mentorship) {
  FieldOptions aim;
  aim.value = *mentorship.aim;
  aim.rows = 2;
  aim.placeholder = say(frame, S::aim_example);
  savedField(frame, mentorship.id, "", Id{}, "aim", say(frame, S::aim), aim);
}

void goalComposer(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const std::string key = "new/goal/" + toText(mentorship.id);
  FieldOptions options;
  options.placeholder = say(frame, S::goal_add_example);
  const std::string* draft = ui.editing.draft(key);
  options.invalid = draft && lengthOf(*draft) > kLongestTitle;
  if (options.invalid) options.hint = say(frame, S::line_too_long, {{"count", std::to_string(kLongestTitle)}});
  const auto add = [key](Frame& now, const Mentorship& there, const FieldDone& done) {
    if (!done.submitted || done.text.empty() || lengthOf(done.text) > kLongestTitle) return;
    const Id id = now.commands.newId();
    now.commands.run(addGoal(there, id, done.text));
    now.ui.editing.clear(key);
    now.ui.wantFocus = textPath(there.id, "goals", id, "expected");
  };
  options.whenDone = whenDone(frame, mentorship, add);
  textField(ui, key, say(frame, S::goal_add), options);
}

void drawGoals(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  mentorshipHeader(frame, mentorship);
  aimField(frame, mentorship);
  gap(ui, space::kSmall);
  heading(ui, 2, say(frame, S::tab_goals));
  gap(ui, space::kTight);
  const auto goals = goalsInOrder(mentorship);
  drawPart(frame, {"goals/" + toText(mentorship.id), goals.size(), 12, [&](std::size_t at) { return goals[at]->id; },
                   [&](std::size_t at) {
                     goalCard(frame, mentorship, *goals[at], {at, goals.size()});
                   }});
  if (goals.empty()) {
    emptyState(ui, say(frame, S::goals_empty));
    gap(ui, space::kSmall);
    templates(frame, mentorship, "mentorships", S::templates_mentorships);
  }
  drawGoalScore(frame, mentorship);
  goalComposer(frame, mentorship);
  guide(frame, "goals", S::guide_goals);
  gap(ui, space::kMedium);
  heading(ui, 2, say(frame, S::checklists_title));
  gap(ui, space::kTight);
  const auto checklists = checklistsInOrder(mentorship);
  if (checklists.empty()) {
    emptyState(ui, say(frame, S::checklists_empty));
    gap(ui, space::kSmall);
  }
  drawPart(frame, {"checklists/" + toText(mentorship.id), checklists.size(), 12,
                   [&](std::size_t at) { return checklists[at]->id; },
                   [&](std::size_t at) { drawChecklist(frame, mentorship, *checklists[at]); }});
  templates(frame, mentorship, "checklists", S::templates_checklists);
  if (button(ui, "checklist/paste", say(frame, S::checklist_paste))) {
    frame.commands.go(mentorshipAddress(mentorship.id, Screen::checklist));
  }
}

}  // namespace cairn

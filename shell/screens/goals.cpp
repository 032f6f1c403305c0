// Goals with their expected outcome, and success checklists.
#include <algorithm>
#include <array>

#include "app/phrases.hpp"
#include "base/order.hpp"
#include "base/utf8.hpp"
#include "exchange/checklist_markdown.hpp"
#include "exchange/when.hpp"
#include "screens/goal_views.hpp"
#include "widgets/pickers.hpp"

namespace cairn {
namespace {

constexpr std::size_t kPreviewItems = 60;
constexpr std::size_t kLongestTitle = 1200;  ///< characters

void goalStatus(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  constexpr std::array<std::pair<S, GoalStatus>, 3> kStates{
      {{S::goal_open, GoalStatus::open}, {S::goal_reached, GoalStatus::reached}, {S::goal_let_go, GoalStatus::letGo}}};
  Ui& ui = frame.ui;
  const std::string key = goalKey(goal);
  std::vector<std::string> labels;
  std::size_t current = 0;
  for (std::size_t at = 0; at < kStates.size(); ++at) {
    labels.emplace_back(say(kStates[at].first));
    if (kStates[at].second == *goal.status) current = at;
  }
  const Row row(ui);
  const std::string name = say(S::goal_status_of, {{"goal", *goal.title}});
  if (const auto chosen = radioGroup(ui, key + "/status", name, labels, current)) {
    Command command{"goal_status", {}, {}};
    thingAt(command.edit.at(mentorship.id).goals, goal.id).status.set(kStates[*chosen].second);
    frame.commands.run(std::move(command));
  }
  const MenuItem items[] = {{std::string(say(S::remove)), "", true}};
  if (!menu(ui, key + "/more", say(S::more_named, {{"name", *goal.title}}), items)) return;
  frame.commands.run(Command{"goal_remove", {}, {{mentorship.id, "goals", goal.id}}});
}

void dueField(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  DateOptions options;
  options.value = *goal.due;
  options.today = frame.moment.local.date;
  const auto due = dateField(frame.ui, "edit/" + goalKey(goal) + "/due", say(S::goal_due), options);
  if (!due) return;
  Command command{"goal_due", {}, {}};
  thingAt(command.edit.at(mentorship.id).goals, goal.id).due.set(*due);
  frame.commands.run(std::move(command));
}

void goalCard(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  Ui& ui = frame.ui;
  const Card card(ui, goalKey(goal), *goal.title);
  FieldOptions title;
  title.value = *goal.title;
  savedField(frame, mentorship.id, "goals", goal.id, "title", say(S::goal_title), title);
  expectedField(frame, mentorship, goal);
  dueField(frame, mentorship, goal);
  versionsAt(frame, mentorship, "goals", goal.id, {"due"});
  goalStatus(frame, mentorship, goal);
  versionsAt(frame, mentorship, "goals", goal.id, {"status"});
  gap(frame.ui, space::kSmall);
  drawProgress(frame, mentorship, goal);
  drawMeasure(frame, mentorship, goal);
}

}  // namespace

void expectedField(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  FieldOptions expected;
  expected.value = *goal.expected;
  expected.rows = 2;
  expected.placeholder = say(S::goal_expected_example);
  expected.hint = goal.expected->empty() ? std::string(say(S::goal_expected_hint)) : "";
  savedField(frame, mentorship.id, "goals", goal.id, "expected", say(S::goal_expected), expected);
}

void aimField(Frame& frame, const Mentorship& mentorship) {
  FieldOptions aim;
  aim.value = *mentorship.aim;
  aim.rows = 2;
  aim.placeholder = say(S::aim_example);
  savedField(frame, mentorship.id, "", Id{}, "aim", say(S::aim), aim);
}

void goalComposer(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const std::string key = "new/goal/" + toText(mentorship.id);
  FieldOptions options;
  options.placeholder = say(S::goal_add_example);
  const std::string* draft = ui.editing.draft(key);
  options.invalid = draft && lengthOf(*draft) > kLongestTitle;
  if (options.invalid) options.hint = say(S::line_too_long, {{"count", std::to_string(kLongestTitle)}});
  const auto field = textField(ui, key, say(S::goal_add), options);
  if (!field.submitted || field.text.empty() || lengthOf(field.text) > kLongestTitle) return;
  const auto goals = goalsInOrder(mentorship);
  Command command{"goal_add", {}, {}};
  const Id id = frame.commands.newId();
  Goal& goal = thingAt(command.edit.at(mentorship.id).goals, id);
  goal.title.set(field.text);
  goal.status.set(GoalStatus::open);
  goal.order.set(orderBetween(goals.empty() ? std::string() : *goals.back()->order, ""));
  ui.editing.clear(key);
  ui.wantFocus = textPath(mentorship.id, "goals", id, "expected");
  frame.commands.run(std::move(command));
}

namespace {

void checklistCard(Frame& frame, const Mentorship& mentorship, const Checklist& checklist) {
  Ui& ui = frame.ui;
  const std::string key = "checklist/" + toText(checklist.id);
  const Card card(ui, key, *checklist.title);
  heading(ui, 3, *checklist.title, key + "/title");
  const auto steps = stepsInOrder(mentorship, HomeKind::checklist, checklist.id);
  std::size_t done = 0;
  for (const Step* step : steps) done += *step->done ? 1 : 0;
  paragraph(ui, say(S::checklist_progress, {{"done", std::to_string(done)}, {"all", std::to_string(steps.size())}}),
            Tone::quiet, type::kSmall);
  std::string section;
  std::vector<const Step*> batch;
  const auto flush = [&] {
    if (batch.empty()) return;
    if (!section.empty()) {
      gap(ui, space::kMedium);
      paragraph(ui, section, Tone::normal, type::kSmallStrong);
    }
    const List list(ui, key + "/" + toText(batch.front()->id), section.empty() ? *checklist.title : section);
    for (const Step* step : batch) stepBox(frame, mentorship, *step);
    batch.clear();
  };
  for (const Step* step : steps) {
    if (*step->section != section) flush();
    section = *step->section;
    batch.push_back(step);
  }
  flush();
  gap(ui, space::kSmall);
  stepComposer(frame, mentorship, HomeKind::checklist, checklist.id);
}

void addChecklist(Frame& frame, const Mentorship& mentorship, const std::vector<ChecklistItem>& items,
                  const std::string& title) {
  const auto known = checklistsInOrder(mentorship);
  Command command{"checklist_add", {}, {}};
  const Id id = frame.commands.newId();
  Mentorship& edit = command.edit.at(mentorship.id);
  Checklist& checklist = thingAt(edit.checklists, id);
  checklist.title.set(title.empty() ? std::string(say(S::checklist_untitled)) : title);
  checklist.order.set(orderBetween(known.empty() ? std::string() : *known.back()->order, ""));
  std::string order;
  for (const auto& item : items) {
    order = orderBetween(order, "");
    Step& step = thingAt(edit.steps, frame.commands.newId());
    step.text.set(item.text);
    step.done.set(item.done);
    step.section.set(item.section);
    step.due.set(item.due);
    step.link.set(item.link);
    step.homeKind.set(HomeKind::checklist);
    step.home.set(id);
    step.order.set(order);
  }
  frame.commands.run(std::move(command));
}

}  // namespace

void drawGoals(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  mentorshipHeader(frame, mentorship);
  aimField(frame, mentorship);
  gap(ui, space::kSmall);
  heading(ui, 2, say(S::tab_goals));
  gap(ui, space::kTight);
  const auto goals = goalsInOrder(mentorship);
  for (const Goal* goal : goals) goalCard(frame, mentorship, *goal);
  if (goals.empty()) {
    emptyState(ui, say(S::goals_empty));
    gap(ui, space::kSmall);
    templates(frame, mentorship, "mentorships", S::templates_mentorships);
  }
  drawGoalScore(frame, mentorship);
  goalComposer(frame, mentorship);
  guide(frame, "goals", S::guide_goals);
  gap(ui, space::kMedium);
  heading(ui, 2, say(S::checklists_title));
  gap(ui, space::kTight);
  const auto checklists = checklistsInOrder(mentorship);
  if (checklists.empty()) {
    emptyState(ui, say(S::checklists_empty));
    gap(ui, space::kSmall);
  }
  for (const Checklist* checklist : checklists) checklistCard(frame, mentorship, *checklist);
  templates(frame, mentorship, "checklists", S::templates_checklists);
  if (button(ui, "checklist/paste", say(S::checklist_paste))) {
    frame.commands.go(mentorshipAddress(mentorship.id, Screen::checklist));
  }
}

void drawChecklistPaste(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  mentorshipHeader(frame, mentorship);
  heading(ui, 2, say(S::checklist_paste));
  paragraph(ui, say(S::checklist_paste_hint), Tone::quiet);
  gap(ui, space::kMedium);
  const std::string base = "new/checklist/" + toText(mentorship.id);
  FieldOptions title;
  title.placeholder = say(S::checklist_title_example);
  const auto titled = textField(ui, base + "/title", say(S::checklist_title), title);
  const std::string startKey = base + "/start";
  FieldOptions start;
  const Date planned = *mentorship.start ? *mentorship.start : frame.moment.local.date;
  start.value = fullDayText(planned);
  const std::string* typed = ui.editing.draft(startKey);
  const auto chosen = typed ? readWhen(*typed, frame.moment.local.date) : std::nullopt;
  start.invalid = typed && !chosen;
  start.hint = start.invalid ? std::string(say(S::when_not_understood)) : std::string(say(S::checklist_start_hint));
  textField(ui, startKey, say(S::checklist_start), start);
  FieldOptions text;
  text.rows = 8;
  text.placeholder = say(S::checklist_text_example);
  const auto pasted = textField(ui, base + "/text", say(S::checklist_text), text);
  const auto items = readChecklist(pasted.text, chosen ? chosen->date : planned);
  if (pasted.text.empty()) return;
  heading(ui, 2, sayCount(S::checklist_preview_one, S::checklist_preview_many, items.size()), "preview-title");
  if (items.empty()) paragraph(ui, say(S::checklist_nothing), Tone::attention);
  {
    ButtonOptions primary;
    primary.weight = Weight::primary;
    const Row row(ui);
    if (!items.empty() && button(ui, "checklist/add", say(S::checklist_take), primary)) {
      addChecklist(frame, mentorship, items, titled.text);
      for (const auto* part : {"/title", "/start", "/text"}) ui.editing.clear(base + part);
      frame.commands.go(mentorshipAddress(mentorship.id, Screen::goals));
    }
    ButtonOptions quiet;
    quiet.weight = Weight::quiet;
    if (button(ui, "checklist/cancel", say(S::cancel), quiet)) frame.commands.back();
  }
  gap(ui, space::kSmall);
  std::string section;
  for (std::size_t at = 0; at < std::min(items.size(), kPreviewItems); ++at) {
    if (items[at].section != section) {
      section = items[at].section;
      gap(ui, space::kMedium);
      paragraph(ui, section, Tone::normal, type::kSmallStrong);
      const std::string due =
          items[at].due ? say(S::step_due, {{"day", fullDayText(items[at].due)}}) : std::string(say(S::no_date));
      paragraph(ui, due, Tone::quiet, type::kSmall);
    }
    gap(ui, space::kTight);
    paragraph(ui, "· " + items[at].text);
  }
}

}  // namespace cairn

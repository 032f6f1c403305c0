// One next step, wherever it is shown: done or not, whose and by when, and what else can be done with it.
#include <algorithm>

#include "command/steps.hpp"
#include "exchange/when.hpp"
#include "query/lists.hpp"
#include "query/reach.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "widgets/reorder.hpp"
#include "words/phrases.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

enum class Doing { change, confirm, open, remove };

void doIt(Frame& frame, const Mentorship& mentorship, const Step& step, Doing what, const std::string& editKey) {
  switch (what) {
    case Doing::change:
      if (frame.state.unfolded.erase(editKey) == 0) frame.state.unfolded.insert(editKey);
      return;
    case Doing::open: return frame.commands.openLink(webAddress(*step.link));
    case Doing::remove: return frame.commands.run(removeStep(mentorship, step.id));
    case Doing::confirm: return frame.commands.run(confirmStep(mentorship, step.id));
  }
}

void stepMenu(Frame& frame, const Mentorship& mentorship, const Step& step, const std::string& editKey) {
  std::vector<MenuItem> items;
  std::vector<Doing> doings;
  const auto offer = [&](S label, Doing what) {
    items.push_back({std::string(say(frame, label)), "", what == Doing::remove});
    doings.push_back(what);
  };
  if (*step.done && !*step.confirmed) offer(S::step_confirm, Doing::confirm);
  if (!webAddress(*step.link).empty()) offer(S::step_open_link, Doing::open);
  offer(frame.state.unfolded.contains(editKey) ? S::change_close : S::change, Doing::change);
  offer(S::remove, Doing::remove);
  const std::string name = say(frame, S::more_named, {{"name", orNoWords(frame, *step.text)}});
  if (const auto chosen = menu(frame.ui, editKey + "/more", name, items)) {
    doIt(frame, mentorship, step, doings[*chosen], editKey);
  }
}

void owner(Frame& frame, const Mentorship& mentorship, const Step& step, const std::string& key) {
  std::vector<Id> people{Id{}};
  std::vector<std::string> labels{std::string(say(frame, S::step_owner_nobody))};
  std::size_t current = 0;
  for (const auto& [id, person] : mentorship.people) {
    if (!isAlive(person)) continue;
    if (id == *step.owner) current = people.size();
    people.push_back(id);
    labels.push_back(personName(frame, mentorship, person));
  }
  paragraph(frame.ui, say(frame, S::step_owner), Tone::normal, type::kSmallStrong);
  gap(frame.ui, space::kTight);
  const auto chosen = radioGroup(frame.ui, key + "/owner", say(frame, S::step_owner), labels, current);
  gap(frame.ui, space::kSmall);
  if (chosen) frame.commands.run(giveStep(mentorship, step.id, people[*chosen]));
}

void editor(Frame& frame, const Mentorship& mentorship, const Step& step, const std::string& key) {
  Ui& ui = frame.ui;
  const Card card(ui, key + "/card", say(frame, S::change));
  FieldOptions text;
  text.value = *step.text;
  textField(ui, textPath(mentorship.id, "steps", step.id, "text"), say(frame, S::step_text), text);
  owner(frame, mentorship, step, key);
  DateOptions options;
  options.value = dueOf(mentorship, step);
  options.today = frame.moment.local.date;
  const auto after = std::make_shared<std::int64_t>(0);  // days from the start, where that was typed
  if (const Date start = *mentorship.start) {
    options.hint = *step.dueAfter > 0 ? say(frame, S::step_due_after, {{"count", std::to_string(*step.dueAfter)}})
                                      : std::string(say(frame, S::step_due_hint));
    options.reads = [after, start, words = vocabularyOf(frame)](std::string_view typed) {
      *after = readDayAfter(typed, words);
      return *after > 0 ? start.plus(static_cast<int>(*after) - 1) : Date{};
    };
  }
  const auto set = [id = step.id, after](Frame& now, const Mentorship& there, const Date& due) {
    const bool counted = *after > 0 && due == there.start->plus(static_cast<int>(*after) - 1);
    now.commands.run(counted ? setStepDueAfter(there, id, *after) : setStepDue(there, id, due));
  };
  dateField(ui, key + "/due", say(frame, S::step_due_label), options, whenDone(frame, mentorship, set));
  plainField(frame, {mentorship.id, "steps", step.id}, "link", S::step_link, *step.link, S::step_link_example);
  if (button(ui, key + "/close", say(frame, S::change_close))) frame.state.unfolded.erase(key);
}

void stepRow(Frame& frame, const Mentorship& mentorship, const Step& step, const std::string& more) {
  Ui& ui = frame.ui;
  const std::string key = "step/" + toText(step.id);
  const std::string editKey = "edit/" + key;
  const std::string detail = joined(frame, {stepDetail(frame, mentorship, step), more});
  bool pressed = false;
  besideControl(
      ui, 0, [&] { pressed = checkbox(ui, key, orNoWords(frame, *step.text), *step.done, detail); },
      [&] { stepMenu(frame, mentorship, step, editKey); });
  const Screen screen = frame.route.screen;
  if (screen != Screen::now && screen != Screen::today) {  // there they stand above all else
    versionsAt(frame, mentorship, "steps", step.id, {"text", "done", "confirmed", "owner", "due", "dueAfter"});
  }
  if (frame.state.unfolded.contains(editKey)) editor(frame, mentorship, step, editKey);
  if (pressed) frame.commands.run(tickStep(mentorship, step));
}

}  // namespace

void stepBox(Frame& frame, const Mentorship& mentorship, const Step& step, const std::string& more) {
  const ListItem item(frame.ui, "step/" + toText(step.id) + "/item");
  stepRow(frame, mentorship, step, more);
}

void stepList(Frame& frame, const Mentorship& mentorship, const std::string& key, std::string_view name,
              const std::vector<const Step*>& steps) {
  if (steps.size() == 1) {
    // Under the key that it has among others, so that it is the same thing when a second one comes.
    const List list(frame.ui, key, name);
    const ListItem item(frame.ui, key + "/" + toText(steps[0]->id));
    return stepRow(frame, mentorship, *steps[0], {});
  }
  const LongList list{key, steps.size(), kRowsAtFirst, [&](std::size_t at) { return steps[at]->id; }, {}};
  drawEarlier(frame, list);
  const DrawnPart part = partOf(frame, list);
  const auto step = [&](std::size_t at) -> const Step& { return *steps[part.from + at]; };
  ReorderOptions options;
  options.count = part.to - part.from;
  options.key = [&](std::size_t at) { return toText(step(at).id); };
  options.name = [&](std::size_t at) { return orNoWords(frame, *step(at).text); };
  options.draw = [&](std::size_t at) { stepRow(frame, mentorship, step(at), {}); };
  const auto moved = reorderList(frame.ui, key, name, options);
  drawMore(frame, list);
  if (!moved) return;
  // They may be a section of what its home holds.
  const Step& from = step(moved->from);
  const auto all = stepsInOrder(mentorship, *from.homeKind, *from.home);
  const auto place = std::find(all.begin(), all.end(), &step(moved->to)) - all.begin();
  frame.commands.run(moveStep(mentorship, from.id, static_cast<std::size_t>(place)));
}

}  // namespace cairn

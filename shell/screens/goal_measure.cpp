// How both will know that a goal was reached: its rungs and numbers, and that both accept them.
#include <algorithm>

#include "command/agreements.hpp"
#include "command/goals.hpp"
#include "query/lists.hpp"
#include "screens/goal_views.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "words/days.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// The rungs that are described, the highest first, and a button for each that is not.
void otherRungs(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  Ui& ui = frame.ui;
  std::vector<const RungText*> missing;
  for (std::size_t at = kRungs.size(); at-- > 0;) {
    const RungText& one = kRungs[at];
    if (one.rung == Rung::expected) continue;
    const std::string& text = *(goal.*one.text);
    if (!text.empty() || frame.state.unfolded.contains(goalKey(goal) + std::string(one.field))) {
      plainField(frame, {mentorship.id, "goals", goal.id}, one.field, one.label, text, S::rung_example, 2);
    } else {
      missing.push_back(&one);
    }
  }
  if (missing.empty()) return;
  paragraph(ui, say(frame, S::rungs_hint), Tone::quiet, type::kSmall);
  gap(ui, space::kTight);
  {
    const Row row(ui);
    for (const RungText* one : missing) {
      const std::string key = goalKey(goal) + std::string(one->field);
      if (!chip(ui, key + "/add", say(frame, S::rung_add, {{"rung", say(frame, one->label)}})).pressed) continue;
      frame.state.unfolded.insert(key);
      ui.wantFocus = textPath(mentorship.id, "goals", goal.id, one->field);
    }
  }
  gap(ui, space::kSmall);
}

void numbers(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  Ui& ui = frame.ui;
  const bool some = !goal.unit->empty() || *goal.baseline || *goal.target;
  if (!some && !unfolded(frame, goalKey(goal) + "/numbers", say(frame, S::goal_numbers))) return;
  plainField(frame, {mentorship.id, "goals", goal.id}, "unit", S::goal_unit, *goal.unit, S::goal_unit_example);
  const std::string key = "edit/" + goalKey(goal);
  const auto sets = [&](auto command) {
    return whenDone(frame, mentorship, [id = goal.id, command](Frame& now, const Mentorship& there, const Decimal& to) {
      now.commands.run(command(there, id, to));
    });
  };
  numberField(ui, key + "/baseline", say(frame, S::goal_baseline), *goal.baseline, sets(setBaseline));
  numberField(ui, key + "/target", say(frame, S::goal_target), *goal.target, sets(setTarget));
}

/// How much this goal counts beside others, where a score is reckoned.
void weight(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  const bool all =
      std::none_of(kRungs.begin(), kRungs.end(), [&](const auto& one) { return (goal.*one.text)->empty(); });
  if (!all || goalsInOrder(mentorship).size() < 2) return;
  const std::string labels[] = {std::string(say(frame, S::goal_weight_one)),
                                std::string(say(frame, S::goal_weight_two)),
                                std::string(say(frame, S::goal_weight_three))};
  const auto current = static_cast<std::size_t>(std::clamp<std::int64_t>(*goal.weight, 1, 3) - 1);
  gap(frame.ui, space::kTight);
  paragraph(frame.ui, say(frame, S::goal_weight), Tone::normal, type::kSmallStrong);
  const auto chosen = radioGroup(frame.ui, goalKey(goal) + "/weight", say(frame, S::goal_weight), labels, current);
  if (chosen) frame.commands.run(setGoalWeight(mentorship, goal.id, static_cast<std::int64_t>(*chosen) + 1));
}

void acceptance(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  Ui& ui = frame.ui;
  const Date today = frame.moment.local.date;
  const Agreement* last = lastAcceptance(mentorship, goal);
  gap(ui, space::kSmall);
  if (last && isAcceptedByBoth(mentorship, goal)) {
    paragraph(ui, say(frame, S::measure_accepted, {{"time", agoText(frame, *last->date, today)}}), Tone::good,
              type::kSmall);
    return;
  }
  if (last) {
    paragraph(ui, say(frame, S::measure_accepted_earlier, {{"time", agoText(frame, *last->date, today)}}),
              Tone::attention, type::kSmall);
  }
  ButtonOptions options;
  options.description = say(frame, S::measure_accept_hint);
  if (!goal.expected->empty() && button(ui, goalKey(goal) + "/accept", say(frame, S::measure_accept), options)) {
    frame.commands.run(acceptMeasure(mentorship, goal, today, AgreedHow::inTheCall));
  }
}

/// All that made up a measure, as one line.
std::string measureText(const Language& language, const EarlierMeasure& earlier) {
  Goal then;
  then.unit.set(*earlier.unit);
  std::string text = *earlier.expected;
  const auto add = [&](std::string_view label, const std::string& words) {
    if (!words.empty()) text = joined(language, {text, labelled(language, label, words)});
  };
  add(say(language, S::goal_baseline), *earlier.baseline ? numberText(language, then, *earlier.baseline) : "");
  add(say(language, S::goal_target), *earlier.target ? numberText(language, then, *earlier.target) : "");
  add(say(language, S::rung_much_more), *earlier.muchMore);
  add(say(language, S::rung_more), *earlier.more);
  add(say(language, S::rung_less), *earlier.less);
  add(say(language, S::rung_much_less), *earlier.muchLess);
  return text;
}

void earlierVersions(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  std::vector<const EarlierMeasure*> versions;
  for (const auto& [id, earlier] : mentorship.earlierMeasures) {
    if (isAlive(earlier) && *earlier.goal == goal.id) versions.push_back(&earlier);
  }
  std::stable_sort(versions.begin(), versions.end(),
                   [](const auto* a, const auto* b) { return *a->until < *b->until; });
  for (const EarlierMeasure* one : versions) {
    paragraph(
        frame.ui,
        say(frame, S::measure_until, {{"day", dayAndMonth(frame, *one->until)}, {"text", measureText(frame, *one)}}),
        Tone::quiet, type::kSmall);
  }
}

}  // namespace

std::string numberText(const Language& language, const Goal& goal, const Decimal& number) {
  std::string shown = decimalText(language, number);
  return goal.unit->empty() ? shown : say(language, S::goal_number_of, {{"number", shown}, {"unit", *goal.unit}});
}

void drawMeasure(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  if (!unfolded(frame, goalKey(goal) + "/measure", say(frame, S::goal_more))) return;
  gap(frame.ui, space::kSmall);
  plainField(frame, {mentorship.id, "goals", goal.id}, "why", S::goal_why, *goal.why, S::goal_why_example, 2);
  otherRungs(frame, mentorship, goal);
  numbers(frame, mentorship, goal);
  weight(frame, mentorship, goal);
  versionsAt(frame, mentorship, "goals", goal.id, {"baseline", "target", "weight"});
  acceptance(frame, mentorship, goal);
  earlierVersions(frame, mentorship, goal);
  gap(frame.ui, space::kSmall);
}

}  // namespace cairn

// Where a goal stands: choosing a rung records a level; what was recorded is a picture.
#include <algorithm>
#include <cmath>

#include "command/goals.hpp"
#include "insight/today.hpp"
#include "query/lists.hpp"
#include "screens/goal_views.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "widgets/pictures.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

const RungText& rungText(Rung rung) {
  return *std::find_if(kRungs.begin(), kRungs.end(), [&](const RungText& one) { return one.rung == rung; });
}

void rungs(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  std::vector<LadderRung> all;
  std::optional<std::size_t> here;
  const Rung reached = rungOf(mentorship, goal.id);
  for (std::size_t at = 0; at < kRungs.size(); ++at) {
    all.push_back({std::string(say(frame, kRungs[at].label)), *(goal.*kRungs[at].text)});
    if (kRungs[at].rung == reached) here = at;
  }
  const std::string name = say(frame, S::goal_stands_of, {{"goal", orNoWords(frame, *goal.title)}});
  const auto chosen = ladder(frame.ui, goalKey(goal) + "/ladder", name, all, here);
  if (!chosen) return;
  frame.commands.run(recordRung(mentorship, goal.id, kRungs[*chosen].rung, frame.moment.local.date,
                                [&] { return frame.commands.newId(); }));
}

void numberNow(Frame& frame, const Mentorship& mentorship, const Goal& goal,
               const std::vector<const Progress*>& recorded) {
  if (goal.unit->empty() && !*goal.baseline && !*goal.target) return;
  const Date today = frame.moment.local.date;
  const bool known = !recorded.empty() && *recorded.back()->date == today;
  const std::string unit = goal.unit->empty() ? std::string(say(frame, S::goal_number)) : *goal.unit;
  const auto record = [id = goal.id](Frame& now, const Mentorship& there, const Decimal& number) {
    now.commands.run(recordNumber(there, id, number, now.moment.local.date, [&] { return now.commands.newId(); }));
  };
  numberField(frame.ui, "edit/" + goalKey(goal) + "/number", say(frame, S::goal_number_now, {{"unit", unit}}),
              known ? *recorded.back()->number : Decimal{}, whenDone(frame, mentorship, record));
}

/// What shows it, for the last record; what was said of earlier ones stands below.
void comments(Frame& frame, const Mentorship& mentorship, const std::vector<const Progress*>& recorded) {
  if (recorded.empty()) return;
  FieldOptions options;
  options.value = *recorded.back()->comment;
  options.placeholder = say(frame, S::progress_comment_example);
  savedField(frame, mentorship.id, "progress", recorded.back()->id, "comment", say(frame, S::progress_comment),
             options);
  for (std::size_t at = recorded.size() - 1; at-- > 0;) {
    const Progress& one = *recorded[at];
    if (one.comment->empty()) continue;
    const std::string day = dayText(frame, *one.date, frame.moment.local.date);
    paragraph(frame.ui, say(frame, S::progress_said, {{"day", day}, {"text", *one.comment}}), Tone::quiet,
              type::kSmall);
  }
}

void rungPicture(Frame& frame, const Goal& goal, const std::vector<const Progress*>& recorded) {
  std::vector<ChartPoint> points;
  for (const Progress* one : recorded) {
    if (*one->rung == Rung::none) continue;
    const RungText& rung = rungText(*one->rung);
    points.push_back({dayText(frame, *one->date, frame.moment.local.date), static_cast<double>(*one->rung),
                      std::string(say(frame, rung.label))});
  }
  if (points.size() < 2) return;
  ChartOptions options;
  options.kind = ChartKind::dots;
  options.title = orNoWords(frame, *goal.title);
  options.sentence = say(frame, S::progress_sentence, {{"from", points.front().text}, {"to", points.back().text}});
  options.least = static_cast<double>(Rung::muchLess);
  options.most = static_cast<double>(Rung::muchMore);
  options.leastText = say(frame, S::rung_much_less);
  options.mostText = say(frame, S::rung_much_more);
  options.labelHeading = say(frame, S::progress_day);
  options.valueHeading = say(frame, S::progress_level);
  chart(frame.ui, goalKey(goal) + "/levels", points, options);
}

void numberPicture(Frame& frame, const Goal& goal, const std::vector<const Progress*>& recorded) {
  std::vector<ChartPoint> points;
  const auto add = [&](const std::string& label, const Decimal& number) {
    points.push_back({label, toDouble(number), numberText(frame, goal, number)});
  };
  if (*goal.baseline) add(std::string(say(frame, S::goal_baseline)), *goal.baseline);
  for (const Progress* one : recorded) {
    if (*one->number) add(dayText(frame, *one->date, frame.moment.local.date), *one->number);
  }
  if (points.size() < 2) return;
  ChartOptions options;
  options.title = orNoWords(frame, *goal.title);
  const auto by = [](const ChartPoint& a, const ChartPoint& b) { return a.value < b.value; };
  const auto [least, most] = std::minmax_element(points.begin(), points.end(), by);
  options.least = least->value;
  options.most = most->value;
  options.leastText = least->text;
  options.mostText = most->text;
  options.sentence = say(frame, S::progress_sentence, {{"from", points.front().text}, {"to", points.back().text}});
  if (*goal.target) {
    const double target = toDouble(*goal.target);
    const std::string text = say(frame, S::progress_target, {{"target", numberText(frame, goal, *goal.target)}});
    options.sentence = joined(frame, {options.sentence, text}, S::sentences);
    if (target > options.most) std::tie(options.most, options.mostText) = std::pair(target, text);
    if (target < options.least) std::tie(options.least, options.leastText) = std::pair(target, text);
  }
  options.labelHeading = say(frame, S::progress_day);
  options.valueHeading = goal.unit->empty() ? std::string(say(frame, S::goal_number)) : *goal.unit;
  chart(frame.ui, goalKey(goal) + "/numbers", points, options);
}

void milestones(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  Ui& ui = frame.ui;
  gap(ui, space::kSmall);
  paragraph(ui, say(frame, S::milestones_title), Tone::normal, type::kSmallStrong);
  const auto steps = stepsInOrder(mentorship, HomeKind::goal, goal.id);
  stepList(frame, mentorship, goalKey(goal) + "/milestones", say(frame, S::milestones_title), steps);
  gap(ui, space::kTight);
  stepComposer(frame, mentorship, HomeKind::goal, goal.id);
}

}  // namespace

std::string standingText(const Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  const auto recorded = progressOf(mentorship, goal.id);
  if (recorded.empty()) return {};
  const Progress& last = *recorded.back();
  const std::string day = agoText(frame, *last.date, frame.moment.local.date);
  const Rung rung = rungOf(mentorship, goal.id);
  const std::string what = *last.number         ? numberText(frame, goal, *last.number)
                           : rung != Rung::none ? std::string(say(frame, rungText(rung).label))
                                                : *last.comment;
  return say(frame, S::goal_standing, {{"what", what}, {"day", day}});
}

void drawProgress(Frame& frame, const Mentorship& mentorship, const Goal& goal) {
  const std::string standing = standingText(frame, mentorship, goal);
  const std::string label = standing.empty() ? std::string(say(frame, S::goal_stands))
                                             : say(frame, S::goal_stands_at, {{"standing", standing}});
  if (!unfolded(frame, goalKey(goal) + "/progress", label)) return;
  const auto recorded = progressOf(mentorship, goal.id);
  gap(frame.ui, space::kSmall);
  rungs(frame, mentorship, goal);
  numberNow(frame, mentorship, goal, recorded);
  comments(frame, mentorship, recorded);
  rungPicture(frame, goal, recorded);
  numberPicture(frame, goal, recorded);
  milestones(frame, mentorship, goal);
}

void drawGoalScore(Frame& frame, const Mentorship& mentorship) {
  const auto score = goalScore(mentorship);
  if (!score) return;
  Ui& ui = frame.ui;
  const std::string number = std::to_string(std::lround(score->score));
  const Card card(ui, "goal-score", say(frame, S::goal_score, {{"score", number}}));
  heading(ui, 3, say(frame, S::goal_score, {{"score", number}}));
  paragraph(ui,
            say(frame, S::goal_score_counts,
                {{"counted", std::to_string(score->counted)}, {"all", std::to_string(score->all)}}),
            Tone::quiet, type::kSmall);
  if (unfolded(frame, "goal-score/how", say(frame, S::goal_score_how))) {
    paragraph(ui, say(frame, S::goal_score_formula), Tone::quiet, type::kSmall);
  }
}

}  // namespace cairn

#pragma once
// What a goal's card shows below its title: how both will know, and where it stands.
#include <array>

#include "screens/screens.hpp"

namespace cairn {

/// Why, the other rungs, numbers, whether both accept it, earlier versions.
void drawMeasure(Frame& frame, const Mentorship& mentorship, const Goal& goal);
/// The ladder, the picture of what was recorded, milestones.
void drawProgress(Frame& frame, const Mentorship& mentorship, const Goal& goal);
/// The goal score, and how it came about; nothing where no goal counts.
void drawGoalScore(Frame& frame, const Mentorship& mentorship);
/// "As expected, 3 Nov" or "12 stars, 3 Nov"; empty where nothing was recorded.
std::string standingText(const Frame& frame, const Mentorship& mentorship, const Goal& goal);

struct RungText {
  Rung rung;
  S label;
  Field<std::string> Goal::*text;
  std::string_view field;
};
/// The lowest first.
constexpr std::array<RungText, 5> kRungs{{{Rung::muchLess, S::rung_much_less, &Goal::muchLess, "muchLess"},
                                          {Rung::less, S::rung_less, &Goal::less, "less"},
                                          {Rung::expected, S::rung_expected, &Goal::expected, "expected"},
                                          {Rung::more, S::rung_more, &Goal::more, "more"},
                                          {Rung::muchMore, S::rung_much_more, &Goal::muchMore, "muchMore"}}};
inline std::string goalKey(const Goal& goal) { return "goal/" + toText(goal.id); }
/// "12 stars".
std::string numberText(const Language& language, const Goal& goal, const Decimal& number);

}  // namespace cairn

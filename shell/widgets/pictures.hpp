#pragma once
// Pictures for what people would rather look at than read. Each says the same in words.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "widgets/widgets.hpp"

namespace cairn {

/// How far something long has come; `share` from 0 to 1. The label says it in words too.
void progress(Ui& ui, const std::string& key, std::string_view label, double share);

/// A circle with up to two initials, coloured by the name. Only decoration: the name stands beside it.
void avatar(Ui& ui, std::string_view name, float size = 40);
/// "AO" for "Amina Okafor"; the first grapheme's first letter for a name of one word.
std::string initialsOf(std::string_view name);

struct LadderRung {
  std::string label;  ///< "As expected"
  std::string text;   ///< what both will see then; empty: a rung that nobody described
};
/// A goal's rungs, the lowest first, drawn as stairs. Pressing one records that level, the
/// one that is reached too.
std::optional<std::size_t> ladder(Ui& ui, const std::string& key, std::string_view name,
                                  std::span<const LadderRung> rungs, std::optional<std::size_t> reached);

struct DayOf {
  std::string name;  ///< whose day: "You", "Amina, in Lagos"
  int ahead = 0;     ///< minutes that their clock is ahead of ours
  TimeOfDay from;    ///< usual hours on their clock; none: not told
  TimeOfDay to;
};
/// Our day from left to right and, below each other, whose night and whose usual hours lie where. What
/// all have in common is marked; `at` (minutes of our day) is the time in question.
/// The sentence says the same.
void dayAndNight(Ui& ui, const std::string& key, std::string_view sentence, std::span<const DayOf> people,
                 std::optional<int> at);
/// The usual hours that all have in common, in minutes of our day (a span may go on after midnight).
std::vector<std::pair<int, int>> commonHours(std::span<const DayOf> people);

struct ChartPoint {
  std::string label;  ///< "12 Oct"
  double value = 0;
  std::string text;  ///< the value in words, with its unit: "12 stars"
};
enum class ChartKind { line, bars, dots };
struct ChartOptions {
  ChartKind kind = ChartKind::line;
  std::string title;
  std::string sentence;  ///< what the picture says
  double least = 0;      ///< of the scale
  double most = 1;
  std::string leastText;
  std::string mostText;
  std::string labelHeading;  ///< of the table: "Day"
  std::string valueHeading;  ///< "Stars"
};
/// A small chart with its sentence; a press turns it into a table with the same numbers, and back.
void chart(Ui& ui, const std::string& key, std::span<const ChartPoint> points, const ChartOptions& options);

/// Rows of words below headings; the first column leads.
void table(Ui& ui, const std::string& key, std::string_view name, std::span<const std::string> headings,
           std::span<const std::vector<std::string>> lines);

}  // namespace cairn

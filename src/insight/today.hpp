#pragma once
// Read models of the day, over the whole workspace: what is next, what passed without a word, whose
// steps are due, who has gone quiet, which reviews are near, and the goal score.
#include <optional>
#include <vector>

#include "model/workspace.hpp"
#include "query/moment.hpp"

namespace cairn {

/// The latest of: a held session, a contact. None where neither is there.
Date lastSpoke(const Mentorship& mentorship);

/// Days between sessions: what the letter says, else the running series, else the median of what
/// was held; 14 where nothing is known.
int cadenceDays(const Mentorship& mentorship);

/// True with no held session and no contact for 1.5 times the cadence, nothing ahead, and not
/// paused, finished or an example.
bool isQuiet(const Mentorship& mentorship, const Zones& zones, const Moment& moment);

/// True while it is paused: until its date, where it has one.
bool isPaused(const Mentorship& mentorship, Date today);
/// Paused or finished: nobody is asked anything, nothing is late.
bool isAtRest(const Mentorship& mentorship, Date today);

/// Goal Attainment Scaling (Kiresuk and Sherman 1968): T = 50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²),
/// ρ = 0.3, over goals with five rungs and a recorded level; 50 when all are as expected.
struct GoalScore {
  double score = 50;
  int counted = 0;
  int all = 0;
};
/// Nothing where no goal counts.
std::optional<GoalScore> goalScore(const Mentorship& mentorship);
/// The last recorded rung of a goal: by date, then id.
Rung rungOf(const Mentorship& mentorship, const Id& goal);

/// True where what happened is worth a file outside this browser: a session was held, and none was kept
/// for four weeks.
bool shouldKeepFile(const Workspace& workspace, Instant now);

struct TodayEntry {
  const Mentorship* mentorship = nullptr;
  const Session* session = nullptr;
  const Step* step = nullptr;
  const Review* review = nullptr;
  friend bool operator==(const TodayEntry&, const TodayEntry&) = default;
};
struct Today {
  std::vector<TodayEntry> calls;       ///< the next one of each mentorship, soonest first
  std::vector<TodayEntry> unrecorded;  ///< "did it happen?", of each mentorship the first, the oldest first
  std::vector<TodayEntry> steps;       ///< mine, due within a week, the oldest first
  std::vector<TodayEntry> quiet;       ///< once nothing of theirs is unrecorded
  std::vector<TodayEntry> reviews;     ///< within the next fortnight
  friend bool operator==(const Today&, const Today&) = default;
};
Today todayOf(const Workspace& workspace, const Zones& zones, const Moment& moment);

}  // namespace cairn

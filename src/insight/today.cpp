#include "insight/today.hpp"

#include <algorithm>
#include <cmath>

#include "query/lists.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"

namespace cairn {
namespace {

constexpr int kUsualDays = 14;
constexpr int kStepsAhead = 7;
constexpr double kCorrelation = 0.3;

std::vector<Date> heldDates(const Mentorship& mentorship) {
  std::vector<Date> dates;
  for (const Session* session : sessionsInOrder(mentorship)) {
    if (*session->outcome == Outcome::held && *session->date) dates.push_back(*session->date);
  }
  return dates;
}

/// −2 to +2.
int stepsFromExpected(Rung rung) { return static_cast<int>(rung) - static_cast<int>(Rung::expected); }

bool hasFiveRungs(const Goal& goal) {
  for (const auto* words : {&goal.muchLess, &goal.less, &goal.expected, &goal.more, &goal.muchMore}) {
    if ((*words)->empty()) return false;
  }
  return true;
}

Instant sortKey(const TodayEntry& entry, const Zones& zones, const Moment& moment) {
  return endOf(*entry.session, zones, moment).value_or(INT64_MAX);
}

void addSteps(const Mentorship& mentorship, Date today, std::vector<TodayEntry>& entries) {
  for (const Step* step : openSteps(mentorship)) {
    // A checklist is for all: what nobody has taken on is nobody's.
    const bool mine = *step->owner ? *step->owner == *mentorship.me : *step->homeKind != HomeKind::checklist;
    if (const Date due = dueOf(mentorship, *step); mine && due && due <= today.plus(kStepsAhead))
      entries.push_back({&mentorship, nullptr, step, nullptr});
  }
}

}  // namespace

Date lastSpoke(const Mentorship& mentorship) {
  Date last;
  for (const Date date : heldDates(mentorship)) last = std::max(last, date);
  for (const auto& [id, contact] : mentorship.contacts) {
    if (isAlive(contact)) last = std::max(last, *contact.date);
  }
  return last;
}

int cadenceDays(const Mentorship& mentorship) {
  const Letter* letter = findAlive(mentorship.letter, onlyId("letter", mentorship.id));
  if (letter && *letter->everyWeeks > 0) return static_cast<int>(*letter->everyWeeks) * 7;
  if (const Series* series = seriesOf(mentorship)) return static_cast<int>(*series->everyWeeks) * 7;
  const auto held = heldDates(mentorship);
  std::vector<int> gaps;
  for (std::size_t at = 1; at < held.size(); ++at) gaps.push_back(held[at].days - held[at - 1].days);
  if (gaps.empty()) return kUsualDays;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::max(*middle, 1);
}

bool isPaused(const Mentorship& mentorship, Date today) {
  if (*mentorship.stage != Stage::paused) return false;
  return !*mentorship.pausedUntil || today < *mentorship.pausedUntil;
}

bool isAtRest(const Mentorship& mentorship, Date today) {
  return *mentorship.stage == Stage::finished || isPaused(mentorship, today);
}

bool isQuiet(const Mentorship& mentorship, const Zones& zones, const Moment& moment) {
  const Date today = moment.local.date;
  if (isAtRest(mentorship, today) || *mentorship.example) return false;
  const Session* next = nextSession(mentorship, zones, moment);
  if (next && *next->date) return false;
  Date since = lastSpoke(mentorship);
  if (!since) since = *mentorship.start;
  return since && 2 * (today.days - since.days) > 3 * cadenceDays(mentorship);
}

Rung rungOf(const Mentorship& mentorship, const Id& goal) {
  Rung rung = Rung::none;
  Date last;
  for (const auto& [id, progress] : mentorship.progress) {
    if (!isAlive(progress) || *progress.goal != goal || *progress.rung == Rung::none || *progress.date < last) continue;
    last = *progress.date;
    rung = *progress.rung;
  }
  return rung;
}

std::optional<GoalScore> goalScore(const Mentorship& mentorship) {
  GoalScore score;
  double sum = 0;
  double weights = 0;
  double squares = 0;
  for (const Goal* goal : goalsInOrder(mentorship)) {
    if (*goal->status == GoalStatus::letGo) continue;
    ++score.all;
    const Rung rung = rungOf(mentorship, goal->id);
    if (!hasFiveRungs(*goal) || rung == Rung::none) continue;
    ++score.counted;
    const double weight = *goal->weight > 0 ? static_cast<double>(*goal->weight) : 1.0;
    sum += weight * stepsFromExpected(rung);
    weights += weight;
    squares += weight * weight;
  }
  if (score.counted == 0) return std::nullopt;
  score.score = 50 + 10 * sum / std::sqrt((1 - kCorrelation) * squares + kCorrelation * weights * weights);
  return score;
}

bool shouldKeepFile(const Workspace& workspace, Instant now) {
  if (now - *workspace.settings.keptAt < 28 * kDay) return false;
  for (const auto& [id, mentorship] : workspace.mentorships) {
    if (isThere(mentorship) && !*mentorship.example && !heldDates(mentorship).empty()) return true;
  }
  return false;
}

Today todayOf(const Workspace& workspace, const Zones& zones, const Moment& moment) {
  Today today;
  const Date date = moment.local.date;
  for (const Mentorship* mentorship : mentorshipsInOrder(workspace)) {
    if (*mentorship->example || isAtRest(*mentorship, date)) continue;
    const auto sessions = sessionsInOrder(*mentorship);
    const auto unrecorded = std::find_if(sessions.begin(), sessions.end(), [&](const Session* session) {
      return isNotRecorded(*session, zones, moment);
    });
    const bool asks = unrecorded != sessions.end();
    if (asks) today.unrecorded.push_back({mentorship, *unrecorded, nullptr, nullptr});
    addSteps(*mentorship, date, today.steps);
    if (const Session* next = nextSession(*mentorship, zones, moment)) {
      today.calls.push_back({mentorship, next, nullptr, nullptr});
    }
    if (!asks && isQuiet(*mentorship, zones, moment)) today.quiet.push_back({mentorship, nullptr, nullptr, nullptr});
    for (const auto& [id, review] : mentorship->reviews) {
      const bool near = isAlive(review) && *review.date && *review.date <= date.plus(14) && review.change->empty();
      if (near) today.reviews.push_back({mentorship, nullptr, nullptr, &review});
    }
  }
  const auto sooner = [&](const TodayEntry& a, const TodayEntry& b) {
    return sortKey(a, zones, moment) < sortKey(b, zones, moment);
  };
  std::stable_sort(today.calls.begin(), today.calls.end(), sooner);
  std::stable_sort(today.unrecorded.begin(), today.unrecorded.end(), sooner);
  std::stable_sort(today.quiet.begin(), today.quiet.end(), [](const TodayEntry& a, const TodayEntry& b) {
    return lastSpoke(*a.mentorship) < lastSpoke(*b.mentorship);
  });
  std::stable_sort(today.steps.begin(), today.steps.end(), [](const TodayEntry& a, const TodayEntry& b) {
    return dueOf(*a.mentorship, *a.step) < dueOf(*b.mentorship, *b.step);
  });
  return today;
}

}  // namespace cairn

// The calendar of all mentorships: the other face of *Today*.
#include <map>
#include <span>
#include <vector>

#include "screens/screens.hpp"
#include "widgets/calendar.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

struct Call {
  const Mentorship* mentorship;
  const Session* session;
};

/// The calls around a day, by the reader's own days. Others are not looked at: turning a time into ours is
/// dearer than comparing days.
std::map<Date, std::vector<Call>> callsAround(const Frame& frame, Date day) {
  constexpr int kAround = 45;
  std::map<Date, std::vector<Call>> calls;
  const auto& all = frame.views.mentorships();
  for (const Mentorship* mentorship : all) {
    if (*mentorship->example && all.size() > 1) continue;
    for (const Session* session : viewOf(frame, *mentorship).sessions) {
      if (!*session->date || *session->outcome == Outcome::moved) continue;
      const int away = session->date->days - day.days;
      if (away < -kAround || away > kAround) continue;
      calls[localDay(frame, *session)].push_back({mentorship, session});
    }
  }
  return calls;
}

void callRow(Frame& frame, const Call& call) {
  RowOptions options;
  options.detail = bothTimesText(frame, *call.mentorship, *call.session);
  options.trailing = outcomeText(frame, *call.session);
  options.address = sessionAddress(call.mentorship->id, call.session->id);
  listRow(frame.ui, "session/" + toText(call.session->id),
          joined(frame, {titleOf(frame, *call.mentorship), sessionTitle(frame, *call.session)}), options);
  gap(frame.ui, space::kSmall);
}

}  // namespace

void drawCalendar(Frame& frame) {
  Ui& ui = frame.ui;
  todayHead(frame);
  const Date today = frame.moment.local.date;
  const Date day = frame.state.calendarDay ? frame.state.calendarDay : today;
  const std::string key = "calendar";
  const auto inSight = dateFromText(ui.rows[key].key);
  const auto calls = callsAround(frame, inSight.value_or(day));
  const auto of = [&](Date date) {
    const auto found = calls.find(date);
    return found == calls.end() ? std::span<const Call>() : std::span<const Call>(found->second);
  };
  CalendarOptions options;
  options.value = day;
  options.today = today;
  options.marks = [&](Date date) { return of(date).size(); };
  options.says = [&](Date date) { return sayCount(frame, S::calendar_calls_count, of(date).size()); };
  if (const auto chosen = calendar(ui, key, options)) frame.state.calendarDay = *chosen;
  gap(ui, space::kMedium);
  heading(ui, 2, fullDayText(frame, day), "calendar-day");
  gap(ui, space::kTight);
  const auto here = of(day);
  if (here.empty()) return emptyState(ui, say(frame, S::calendar_nothing));
  const List list(ui, "calls", fullDayText(frame, day));
  for (const Call& call : here) {
    const ListItem item(ui, "call/" + toText(call.session->id));
    callRow(frame, call);
  }
}

}  // namespace cairn

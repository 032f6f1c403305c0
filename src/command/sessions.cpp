#include "command/sessions.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "command/cadence.hpp"
#include "command/change.hpp"
#include "command/planning.hpp"
#include "query/sessions.hpp"

namespace cairn {
namespace {

constexpr std::int64_t kCheckUpMinutes = 10;

}  // namespace

Command planSession(const Mentorship& mentorship, const Id& id, const SessionDay& day, std::int64_t usualMinutes) {
  return change<&Mentorship::sessions>(CommandName::sessionPlan, mentorship, id, [&](Session& session) {
    session.date.set(*day.date);
    session.weekOf.set(*day.weekOf);
    session.time.set(*day.time);
    session.zone.set(*day.zone);
    session.minutes.set(*day.minutes > 0 ? *day.minutes : usualMinutes);
    session.outcome.set(Outcome::notRecorded);
  });
}

Command moveSession(const Mentorship& mentorship, const Session& session, const SessionDay& day) {
  return change<&Mentorship::sessions>(CommandName::sessionMove, mentorship, session.id, [&](Session& edit) {
    edit.date.set(*day.date);
    edit.weekOf.set(*day.weekOf);
    edit.time.set(*day.time);
    edit.zone.set(*day.zone);
    const bool off = *session.outcome == Outcome::moved || *session.outcome == Outcome::didNotHappen;
    if (off && *day.date) edit.outcome.set(Outcome::notRecorded);
  });
}

Command removeSession(const Mentorship& mentorship, const Id& session) {
  return Command{CommandName::sessionRemove, {}, {{mentorship.id, "sessions", session}}};
}

Command setSessionKind(const Mentorship& mentorship, const Id& session, SessionKind kind) {
  return change<&Mentorship::sessions>(CommandName::sessionChange, mentorship, session, [&](Session& edit) {
    edit.kind.set(kind);
    if (kind == SessionKind::checkUp) edit.minutes.set(kCheckUpMinutes);
  });
}
Command setSessionMinutes(const Mentorship& mentorship, const Id& session, std::int64_t minutes) {
  return change<&Mentorship::sessions>(CommandName::sessionChange, mentorship, session,
                                       [&](Session& edit) { edit.minutes.set(minutes); });
}
Command setSessionHow(const Mentorship& mentorship, const Id& session, SessionHow how) {
  return change<&Mentorship::sessions>(CommandName::sessionChange, mentorship, session,
                                       [&](Session& edit) { edit.how.set(how); });
}

Command recordOutcome(const Mentorship& mentorship, const Session& session, Outcome outcome, Instant heldAt) {
  Command command{CommandName::sessionRecord};
  Mentorship& edit = command.edit.at(mentorship.id);
  Session& recorded = thingAt(edit.sessions, session.id);
  recorded.outcome.set(outcome);
  if (outcome == Outcome::held && *session.heldAt == 0) recorded.heldAt.set(heldAt);
  if (outcome == Outcome::notRecorded) return command;
  pointLinesOf(mentorship, session.id, Id{}, edit);
  for (int number = 0; number < kPrompts; ++number) edit.lines.erase(promptId(session.id, number));
  return command;
}

Command recordSession(const Mentorship& mentorship, const Session& session, Outcome outcome, const Zones& zones,
                      const Moment& moment) {
  const Instant begin = beginOf(session, zones, moment).value_or(moment.now);
  Command command = recordOutcome(mentorship, session, outcome, std::min(begin, moment.now));
  Mentorship& edit = command.edit.at(mentorship.id);
  const bool waits = *mentorship.stage == Stage::starting || *mentorship.stage == Stage::paused;
  if (waits && outcome == Outcome::held) edit.stage.set(Stage::running);
  const Date today = moment.local.date;
  const bool open = !*session.date || (*session.weekOf && !isNotRecorded(session, zones, moment));
  if (outcome == Outcome::held && open) {
    Session& held = thingAt(edit.sessions, session.id);
    held.date.set(today);
    if (*session.weekOf) held.weekOf.set(false);
  }
  goOn(mentorship, command, today, today.plus(kPlannedDays), zones);
  return command;
}

Command logSession(const Mentorship& mentorship, const Id& id, const Moment& moment) {
  Command command = change<&Mentorship::sessions>(CommandName::talkLog, mentorship, id, [&](Session& session) {
    session.date.set(moment.local.date);
    session.outcome.set(Outcome::held);
    session.heldAt.set(moment.now);
  });
  if (*mentorship.stage == Stage::starting) command.edit.at(mentorship.id).stage.set(Stage::running);
  return command;
}

Command startCheckUp(const Mentorship& mentorship, const Id& id, const Moment& moment, const std::string& zone,
                     const std::array<std::string, kPrompts>& prompts) {
  Command command = change<&Mentorship::sessions>(CommandName::checkUpStart, mentorship, id, [&](Session& session) {
    session.date.set(moment.local.date);
    session.time.set(moment.local.time);
    session.zone.set(zone);
    session.minutes.set(kCheckUpMinutes);
    session.kind.set(SessionKind::checkUp);
    session.outcome.set(Outcome::notRecorded);
  });
  std::string order;
  for (int number = 0; number < kPrompts; ++number) {
    Line& line = thingAt(command.edit.at(mentorship.id).lines, promptId(id, number));
    line.text.set(prompts[static_cast<std::size_t>(number)]);
    line.session.set(id);
    line.order.set(order = orderBetween(order, ""));
  }
  return command;
}

Id ratingIdOf(const Id& session, const Id& person) { return derivedId("rating", toText(session) + toText(person)); }

Command rateSession(const Mentorship& mentorship, const Id& session, const Id& person, HowWasIt rating) {
  Command command{CommandName::sessionRate};
  Rating& edit = thingAt(command.edit.at(mentorship.id).ratings, ratingIdOf(session, person));
  edit.session.set(session);
  edit.person.set(person);
  edit.rating.set(rating);
  return command;
}

}  // namespace cairn

#include "command/mentorships.hpp"

#include <algorithm>
#include <utility>

#include "base/order.hpp"
#include "command/cadence.hpp"
#include "command/planning.hpp"
#include "query/sessions.hpp"

namespace cairn {

Command startMentorship(const NewMentorship& wanted, const NewId& newId) {
  Command command{CommandName::mentorshipStart};
  Mentorship& mentorship = command.edit.at(newId());
  mentorship.stage.set(Stage::starting);
  if (wanted.start) mentorship.start.set(wanted.start);
  const Id me = newId();
  mentorship.me.set(me);
  Person& mentor = thingAt(mentorship.people, me);
  mentor.role.set(Role::mentor);
  mentor.name.set(wanted.myName);
  mentor.zone.set(wanted.myZone);
  mentor.video.set(wanted.myVideo);
  const Id session = wanted.first ? newId() : Id{};
  Person& mentee = thingAt(mentorship.people, newId());
  mentee.role.set(Role::mentee);
  mentee.name.set(wanted.name);
  mentee.zone.set(wanted.zone);
  if (wanted.first) {
    Session& first = mentorship.sessions[session];
    first = *wanted.first;
    first.id = session;
    first.outcome.set(Outcome::notRecorded);
  }
  std::string order;
  for (const auto& text : wanted.lines) {
    Line& line = thingAt(mentorship.lines, newId());
    line.text.set(text);
    if (session) line.session.set(session);
    line.order.set(order = orderBetween(order, ""));
  }
  return command;
}

Command addExample(Mentorship values) {
  Command command{CommandName::exampleAdd};
  Mentorship& edit = command.edit.at(values.id);
  edit = std::move(values);
  edit.example.set(true);
  return command;
}

Command removeMentorship(const Id& mentorship) {
  return Command{CommandName::mentorshipRemove, {}, {{mentorship, "", mentorship}}};
}

Command pauseUntil(const Mentorship& mentorship, Date today, Date until, const Zones& zones) {
  Command command{CommandName::mentorshipPause};
  const Date former = *mentorship.stage == Stage::paused ? *mentorship.pausedUntil : Date{};
  if (until && former > until) planAgain(mentorship, command, std::max(today, until), former.plus(-1), zones);
  command.edit.at(mentorship.id).stage.set(Stage::paused);
  command.edit.at(mentorship.id).pausedUntil.set(until);
  removePlanned(mentorship, command, [&](const Session& session) {
    return *session.series && *session.date >= today && *session.date < until;
  });
  return command;
}

Command resume(const Mentorship& mentorship, Date today, const Zones& zones) {
  Command command{CommandName::mentorshipResume};
  Mentorship& edit = command.edit.at(mentorship.id);
  const bool ended = *mentorship.stage == Stage::finished;
  const bool bounded = *mentorship.stage == Stage::paused && *mentorship.pausedUntil;
  Date last = bounded ? mentorship.pausedUntil->plus(-1) : today.plus(kPlannedDays);
  if (*mentorship.end && !ended) last = std::min(last, *mentorship.end);
  if (ended) edit.end.set(Date{});
  planAgain(mentorship, command, today, last, zones);
  edit.stage.set(Stage::running);
  edit.pausedUntil.set(Date{});
  return command;
}

Command finish(const Mentorship& mentorship, Ending ending, Date date) {
  Command command{CommandName::mentorshipFinish};
  Mentorship& edit = command.edit.at(mentorship.id);
  edit.stage.set(Stage::finished);
  edit.ending.set(ending);
  edit.end.set(date);
  removePlanned(mentorship, command, [&](const Session& session) { return *session.date && *session.date > date; });
  return command;
}

Command hide(const Mentorship& mentorship, bool hidden) {
  Command command{hidden ? CommandName::mentorshipHide : CommandName::mentorshipShow};
  command.edit.at(mentorship.id).hidden.set(hidden);
  return command;
}

Command holdInPart(const Id& mentorship, bool inPart) {
  Command command{CommandName::fileOpen};
  command.edit.at(mentorship).inPart.set(inPart);
  return command;
}

Command chooseMe(const Id& mentorship, const Id& person) {
  Command command{CommandName::meChoose};
  command.edit.at(mentorship).me.set(person);
  return command;
}

Command setHours(const Mentorship& mentorship, const Id& person, const WeekHours& hours) {
  Command command{CommandName::personHours};
  thingAt(command.edit.at(mentorship.id).people, person).hours.set(hours);
  return command;
}

Command markHandedOver(const Id& mentorship, Instant when) {
  Command command{CommandName::handOver};
  command.edit.at(mentorship).handedOver.set(when);
  return command;
}

Command markTheyHave(const Id& mentorship, Instant upTo) {
  Command command{CommandName::handOver};
  command.edit.at(mentorship).theyHave.set(upTo);
  return command;
}

Command markKept(Instant when) {
  Command command{CommandName::handOver};
  command.edit.settings.keptAt.set(when);
  return command;
}

Command chooseTheme(Theme theme) {
  Command command{CommandName::themeChoose};
  command.edit.settings.theme.set(theme);
  return command;
}

}  // namespace cairn

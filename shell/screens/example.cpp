// The example of the empty page: a mentorship after three sessions, told in our own words.
#include "base/order.hpp"
#include "command/mentorships.hpp"
#include "screens/screens.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

void addSession(Frame& frame, Mentorship& edit, S title, int daysFromNow, bool held, std::string_view takeaway) {
  Session& session = thingAt(edit.sessions, frame.commands.newId());
  session.title.set(std::string(say(frame, title)));
  session.date.set(frame.moment.local.date.plus(daysFromNow));
  session.time.set(TimeOfDay{16 * 60});
  session.zone.set(frame.localZone);
  session.minutes.set(45);
  session.outcome.set(held ? Outcome::held : Outcome::notRecorded);
  if (!takeaway.empty()) session.takeaway.set(std::string(takeaway));
}

}  // namespace

Command exampleCommand(Frame& frame) {
  const Date today = frame.moment.local.date;
  Mentorship edit;
  edit.id = frame.commands.newId();
  edit.stage.set(Stage::running);
  edit.start.set(today.plus(-35));
  edit.aim.set(std::string(say(frame, S::example_aim)));
  Person& me = thingAt(edit.people, frame.commands.newId());
  me.role.set(Role::mentor);
  me.zone.set(frame.localZone);
  edit.me.set(me.id);
  const Id menteeId = frame.commands.newId();
  Person& mentee = thingAt(edit.people, menteeId);
  mentee.name.set("Amina Okafor");
  mentee.role.set(Role::mentee);
  mentee.zone.set("Africa/Lagos");
  mentee.remember.set(std::string(say(frame, S::example_remember)));
  Goal& goal = thingAt(edit.goals, frame.commands.newId());
  goal.title.set(std::string(say(frame, S::example_goal)));
  goal.expected.set(std::string(say(frame, S::example_expected)));
  goal.due.set(today.plus(60));
  goal.status.set(GoalStatus::open);
  goal.order.set(orderBetween("", ""));
  addSession(frame, edit, S::first_session, -35, true, say(frame, S::example_takeaway_1));
  addSession(frame, edit, S::kind_regular, -21, true, say(frame, S::example_takeaway_2));
  addSession(frame, edit, S::kind_regular, -7, true, say(frame, S::example_takeaway_3));
  addSession(frame, edit, S::kind_regular, 7, false, "");
  std::string order;
  for (const S text : {S::example_step_1, S::example_step_2}) {
    order = orderBetween(order, "");
    Step& step = thingAt(edit.steps, frame.commands.newId());
    step.text.set(std::string(say(frame, text)));
    step.done.set(false);
    step.owner.set(menteeId);
    step.due.set(today.plus(6));
    step.homeKind.set(HomeKind::none);
    step.order.set(order);
  }
  return addExample(std::move(edit));
}

}  // namespace cairn

// Between the calls: somebody has gone quiet, a talk or a message is written down, a pause, an end.
#include <array>

#include "command/contacts.hpp"
#include "command/mentorships.hpp"
#include "command/sessions.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "words/calendar_events.hpp"
#include "words/exports.hpp"
#include "words/follow_up.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

void logContact(Frame& frame, const Mentorship& mentorship, ContactKind kind) {
  const Id id = frame.commands.newId();
  frame.commands.run(logContact(mentorship, id, kind, frame.moment.local.date));
  // It stands in the story, open: what it was about, another day; and the next date below.
  frame.state.unfolded.insert("edit/contact/" + toText(id));
  const std::string address = mentorshipAddress(mentorship.id, Screen::story);
  frame.commands.go(address);
  frame.state.lookedFor = {address, {textPath(mentorship.id, "contacts", id, "text")}};
}

/// A talk of today that was not planned: held at once, and its wrap-up opens.
void logTalk(Frame& frame, const Mentorship& mentorship) {
  const Id id = frame.commands.newId();
  frame.commands.run(logSession(mentorship, id, frame.moment));
  frame.commands.go(sessionAddress(mentorship.id, id, SessionView::wrapUp));
}

/// Ten minutes and three prompts, now.
void checkUp(Frame& frame, const Mentorship& mentorship) {
  const Id id = frame.commands.newId();
  const std::array<std::string, kPrompts> prompts{std::string(say(frame, S::check_up_how)),
                                                  std::string(say(frame, S::check_up_way)),
                                                  std::string(say(frame, S::check_up_next))};
  frame.commands.run(startCheckUp(mentorship, id, frame.moment, frame.localZone, prompts));
  frame.commands.go(sessionAddress(mentorship.id, id, SessionView::talk));
}

enum class Doing { checkUp, logTalk, logMessage, logCall, takeOut, pause, finishWell, finishEarly };

struct Item {
  S label = {};
  Doing what = Doing::checkUp;
  const ExportFormat* format = nullptr;  ///< as which it is taken out
};

/// Its *Now* says that it has ended, and helps with the goodbye.
void end(Frame& frame, const Mentorship& mentorship, Ending ending) {
  frame.commands.run(finish(mentorship, ending, frame.moment.local.date));
  frame.commands.go(mentorshipAddress(mentorship.id));
}

void doIt(Frame& frame, const Mentorship& mentorship, const Item& item) {
  const Date today = frame.moment.local.date;
  switch (item.what) {
    case Doing::checkUp: return checkUp(frame, mentorship);
    case Doing::logTalk: return logTalk(frame, mentorship);
    case Doing::logMessage: return logContact(frame, mentorship, ContactKind::message);
    case Doing::logCall: return logContact(frame, mentorship, ContactKind::call);
    case Doing::takeOut: return takeOut(frame, mentorship, *item.format);
    case Doing::pause: return frame.commands.run(pauseUntil(mentorship, today, today.plus(28), frame.zones));
    case Doing::finishWell: return end(frame, mentorship, Ending::completed);
    case Doing::finishEarly: return end(frame, mentorship, Ending::endedEarly);
  }
}

}  // namespace

void mentorshipMenu(Frame& frame, const Mentorship& mentorship) {
  std::vector<Item> all{{S::check_up_now, Doing::checkUp},
                        {S::log_talk, Doing::logTalk},
                        {S::log_message, Doing::logMessage},
                        {S::log_call, Doing::logCall}};
  for (const ExportFormat& one : exportFormats()) {
    if (one.has(mentorship, viewOf(frame, mentorship).next)) all.push_back({one.label, Doing::takeOut, &one});
  }
  if (*mentorship.stage != Stage::finished) {
    all.insert(all.end(),
               {{S::pause, Doing::pause}, {S::finish_well, Doing::finishWell}, {S::finish_early, Doing::finishEarly}});
  }
  std::vector<MenuItem> items;
  items.reserve(all.size());
  for (const Item& item : all) items.push_back({std::string(say(frame, item.label)), "", false});
  const auto chosen =
      menu(frame.ui, "mentorship/more", say(frame, S::more_named, {{"name", titleOf(frame, mentorship)}}), items);
  if (chosen) doIt(frame, mentorship, all[*chosen]);
}

/// A calendar that has the calls of a pause would go on to ring for them.
void calendarWithout(Frame& frame, const Mentorship& mentorship) {
  const auto cancelled = cancelledEventsOf(calendarSource(frame, mentorship));
  if (cancelled.empty()) return;
  ButtonOptions options;
  options.description = say(frame, S::calendar_without_hint);
  const std::string label = sayCount(frame, S::calendar_without_count, cancelled.size());
  if (button(frame.ui, "stage/calendar", label, options)) saveCalendar(frame, mentorship, cancelled);
}

void pausedCard(Frame& frame, const Mentorship& mentorship) {
  const bool finished = *mentorship.stage == Stage::finished;
  if (!finished && !isPaused(mentorship, frame.moment.local.date)) return;
  Ui& ui = frame.ui;
  const Card card(ui, "stage", say(frame, finished ? S::stage_finished : S::stage_paused));
  heading(ui, 3, say(frame, finished ? S::stage_finished : S::stage_paused));
  if (finished) {
    paragraph(ui, say(frame, *mentorship.ending == Ending::endedEarly ? S::finished_early : S::finished_well),
              Tone::quiet);
    guide(frame, "closing", S::guide_closing);
    gap(ui, space::kSmall);
    if (button(ui, "stage/goodbye", say(frame, S::goodbye_copy))) frame.commands.copy(goodbyeText(frame, mentorship));
    gap(ui, space::kSmall);
  } else {
    DateOptions options;
    options.value = *mentorship.pausedUntil;
    options.today = frame.moment.local.date;
    options.hint = say(frame, S::paused_hint);
    const auto set = [](Frame& now, const Mentorship& there, const Date& until) {
      now.commands.run(pauseUntil(there, now.moment.local.date, until, now.zones));
    };
    dateField(ui, "edit/paused-until", say(frame, S::paused_until), options, whenDone(frame, mentorship, set));
  }
  const Row row(ui);
  if (button(ui, "stage/resume", say(frame, S::resume))) {
    frame.commands.run(resume(mentorship, frame.moment.local.date, frame.zones));
  }
  calendarWithout(frame, mentorship);
}

void quietCard(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const std::string key = "quiet/" + toText(mentorship.id);
  const Date spoke = viewOf(frame, mentorship).lastSpoke;
  const std::string name = shortTitleOf(frame, mentorship);
  const std::string title =
      spoke ? say(frame, S::quiet_since, {{"name", name}, {"time", agoText(frame, spoke, frame.moment.local.date)}})
            : say(frame, S::quiet_never, {{"name", name}});
  const Card card(ui, key, title);
  heading(ui, 3, title);
  gap(ui, space::kSmall);
  const auto named = [&](S label) {
    ButtonOptions options;
    options.name = joined(frame, {say(frame, label), name}, S::listed);
    return options;
  };
  const Row row(ui);
  if (button(ui, key + "/hello", say(frame, S::quiet_hello), named(S::quiet_hello)))
    frame.commands.copy(helloText(frame, mentorship));
  if (button(ui, key + "/find", say(frame, S::quiet_find), named(S::quiet_find))) {
    frame.state.lookedFor = {mentorshipAddress(mentorship.id), {"new/session/" + toText(mentorship.id)}};
    frame.commands.go(frame.state.lookedFor.address);
  }
  if (button(ui, key + "/spoke", say(frame, S::quiet_spoke), named(S::quiet_spoke))) logTalk(frame, mentorship);
  if (button(ui, key + "/pause", say(frame, S::quiet_pause), named(S::quiet_pause)))
    doIt(frame, mentorship, {S::pause, Doing::pause});
  if (button(ui, key + "/finish", say(frame, S::quiet_finish), named(S::quiet_finish))) {
    doIt(frame, mentorship, {S::finish_early, Doing::finishEarly});
  }
}

void askNewDay(Frame& frame, const Mentorship& mentorship, const Session& session) {
  const std::string address = sessionAddress(mentorship.id, session.id, SessionView::prepare);
  frame.commands.go(address);
  frame.state.lookedFor = {address, {whenKey(session)}};
}

void recordOutcome(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const std::string key = "outcome/" + toText(session.id);
  const Card card(ui, key, say(frame, S::did_it_happen));
  paragraph(ui, say(frame, S::did_it_happen), Tone::quiet, type::kSmallStrong);
  heading(ui, 2, titleOf(frame, mentorship));
  paragraph(ui, joined(frame, {sessionTitle(frame, session), bothTimesText(frame, mentorship, session)}), Tone::quiet);
  gap(ui, space::kSmall);
  const auto record = [&](std::string_view suffix, S label, Outcome outcome) {
    ButtonOptions options;
    options.name = joined(frame, {say(frame, label), sessionTitle(frame, session)}, S::listed);
    options.description = titleOf(frame, mentorship);
    if (button(ui, key + std::string(suffix), say(frame, label), options)) {
      frame.commands.run(recordSession(mentorship, session, outcome, frame.zones, frame.moment));
      if (outcome == Outcome::moved) askNewDay(frame, mentorship, session);
      if (outcome == Outcome::held) frame.state.justHeld[mentorship.id] = session.id;
    }
  };
  const Row row(ui);
  record("/held", S::outcome_held, Outcome::held);
  record("/moved", S::outcome_moved, Outcome::moved);
  record("/did-not-happen", S::outcome_did_not_happen, Outcome::didNotHappen);
}

}  // namespace cairn

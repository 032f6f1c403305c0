// Prepare: what to remember, what both had promised, what to talk about; and the way into a calendar.
#include <algorithm>

#include "base/utf8.hpp"
#include "command/sessions.hpp"
#include "exchange/pasted.hpp"
#include "exchange/when.hpp"
#include "query/lists.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"
#include "screens/session_views.hpp"
#include "widgets/choices.hpp"
#include "words/calendar_events.hpp"
#include "words/follow_up.hpp"
#include "words/phrases.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

constexpr std::size_t kMostSteps = 5;

/// What was held lies behind.
std::optional<When> readWhenOf(const Session& session, const std::string& typed, Date today,
                               const Vocabulary& vocabulary) {
  return *session.outcome == Outcome::held ? readPastWhen(typed, today, vocabulary)
                                           : readWhen(typed, today, vocabulary);
}

void calendarMenu(Frame& frame, const Mentorship& mentorship, const Session& session) {
  std::vector<MenuItem> items;
  const bool dated = canGoOut(session);
  if (dated) {
    items.push_back({std::string(say(frame, S::calendar_file)), "", false});
    items.push_back({std::string(say(frame, S::calendar_google)), "", false});
    items.push_back({std::string(say(frame, S::calendar_outlook)), "", false});
    items.push_back({std::string(say(frame, S::calendar_all)), "", false});
  }
  items.push_back({std::string(say(frame, S::session_remove)), "", true});
  const auto chosen =
      menu(frame.ui, "session/more", say(frame, S::more_named, {{"name", sessionTitle(frame, session)}}), items);
  if (!chosen) return;
  if (*chosen + 1 == items.size()) {
    frame.commands.run(removeSession(mentorship, session.id));
    return frame.commands.go(mentorshipAddress(mentorship.id), true);
  }
  const CalendarSource source = calendarSource(frame, mentorship);
  const CalendarEvent event = calendarEventOf(source, session);
  if (*chosen == 1) return frame.commands.openLink(googleCalendarLink(event));
  if (*chosen == 2) return frame.commands.openLink(outlookLink(event, frame.zones));
  saveCalendar(frame, mentorship, *chosen == 3 ? calendarEventsOf(source) : std::vector{event});
}

void actions(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const Row row(ui);
  joinButton(frame, mentorship, session, isAboutToBegin(frame, session) ? Weight::primary : Weight::secondary);
  ButtonOptions ask;
  ask.description = say(frame, S::ask_topics_hint);
  if (button(ui, "ask-topics", say(frame, S::ask_topics), ask)) {
    frame.commands.copy(askForTopicsText(frame, mentorship, session));
  }
  calendarMenu(frame, mentorship, session);
}

void remember(Frame& frame, const Mentorship& mentorship) {
  if (frame.ui.paper) return;
  auto people = othersOf(mentorship);
  std::erase_if(people, [](const Person* person) { return person->remember->empty(); });
  const auto draw = [&](std::size_t at) {
    const Card card(frame.ui, "remember/" + toText(people[at]->id), say(frame, S::person_remember),
                    Card::Surface::onlyMe);
    paragraph(frame.ui, say(frame, S::only_you), Tone::mine, type::kSmallStrong);
    paragraph(frame.ui, *people[at]->remember);
  };
  drawPart(frame, {"remember/" + toText(mentorship.id), people.size(), 20,
                   [&](std::size_t at) { return people[at]->id; }, draw});
}

/// What happened since the last talk: contacts, what was done, what she or he took along.
void sinceYouSpoke(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const Session* last = lastHeldOf(viewOf(frame, mentorship).sessions, &session);
  if (!last) return;
  const Card card(ui, "since", say(frame, S::since_title));
  heading(ui, 3, say(frame, S::since_title));
  paragraph(ui, say(frame, S::since_when, {{"day", dayInText(frame, *last->date, frame.moment.local.date)}}),
            Tone::quiet, type::kSmall);
  if (!last->takeaway->empty()) paragraph(ui, say(frame, S::quoted, {{"text", *last->takeaway}}));
  const Instant since = instantAt({last->date->plus(1), TimeOfDay{0}}, 0);
  for (const auto& [id, step] : mentorship.steps) {
    if (isAlive(step) && doneAt(step) > since) paragraph(ui, "☑ " + orNoWords(frame, *step.text), Tone::good);
  }
  for (const auto& [id, contact] : mentorship.contacts) {
    if (!isAlive(contact) || *contact.date <= *last->date) continue;
    paragraph(ui, contactText(frame, contact), Tone::quiet);
  }
}

void openPromises(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const auto& open = viewOf(frame, mentorship).openSteps;
  if (open.empty()) return;
  heading(ui, 2, say(frame, S::steps_open));
  openStepList(frame, mentorship, kMostSteps);
}

/// What they answered, pasted: each line of it becomes a line to talk about.
void pastedAnswer(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const std::string fold = "answer/" + toText(session.id);
  if (!unfolded(frame, fold, say(frame, S::answer_paste))) return;
  const std::string key = "new/answer/" + toText(session.id);
  FieldOptions options;
  options.rows = 4;
  options.placeholder = say(frame, S::answer_example);
  const std::string answer =
      textField(ui, key, say(frame, S::answer_label, {{"name", shortTitleOf(frame, mentorship)}}), options);
  if (!button(ui, fold + "/take", say(frame, S::answer_take)) || trimmed(answer).empty()) return;
  ui.editing.clear(key);
  frame.state.unfolded.erase(fold);
  frame.commands.run(addLines(mentorship, session.id, linesOf(mentorship, session.id), pastedLines(answer),
                              [&] { return frame.commands.newId(); }));
}

}  // namespace

std::string whenKey(const Session& session) { return "edit/session/" + toText(session.id) + "/when"; }

void whenField(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const std::string key = whenKey(session);
  const Date today = frame.moment.local.date;
  FieldOptions options;
  options.value = whenInput(frame, session);
  options.placeholder = say(frame, S::when_example);
  const std::string* draft = ui.editing.draft(key);
  const auto typed = draft ? readWhenOf(session, *draft, today, vocabularyOf(frame)) : std::nullopt;
  options.invalid = draft && !draft->empty() && !typed;
  options.hint =
      options.invalid ? std::string(say(frame, S::when_not_understood)) : theirTimeText(frame, mentorship, session);
  if (typed) options.hint = bothTimesText(frame, mentorship, *typed);
  const auto move = [key, id = session.id, shown = options.value](Frame& now, const Mentorship& there,
                                                                  const FieldDone& done) {
    const Session* moved = findAlive(there.sessions, id);
    if (!moved || done.text == shown) return;
    const auto when = readWhenOf(*moved, done.text, now.moment.local.date, vocabularyOf(now));
    if (!when && !done.text.empty()) return;
    SessionDay day;
    applyWhen(now, day, when.value_or(When{}), *moved);
    now.ui.editing.clear(key);
    now.commands.run(moveSession(there, *moved, day));
  };
  options.whenDone = whenDone(frame, mentorship, move);
  textField(ui, key, say(frame, S::session_when), options);
}

void drawPrepare(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  actions(frame, mentorship, session);
  gap(ui, space::kMedium);
  whenField(frame, mentorship, session);
  sessionShape(frame, mentorship, session);
  clockWarning(frame, mentorship, session);
  remember(frame, mentorship);
  sinceYouSpoke(frame, mentorship, session);
  openPromises(frame, mentorship);
  gap(ui, space::kMedium);
  agenda(frame, mentorship, session);
  templates(frame, mentorship, "agendas", S::templates_agendas, session.id);
  pastedAnswer(frame, mentorship, session);
  const bool first = viewOf(frame, mentorship).held.empty();
  if (first && goalsInOrder(mentorship).empty()) templates(frame, mentorship, "mentorships", S::templates_whole);
  if (first) guide(frame, "first-call", S::guide_first_call);
  if (first) guide(frame, "expectations", S::guide_expectations);
  if (*session.kind == SessionKind::closing) guide(frame, "closing", S::guide_closing);
  gap(ui, space::kMedium);
  privateAgenda(frame, mentorship, session);
  privateNotes(frame, mentorship, session);
}

}  // namespace cairn

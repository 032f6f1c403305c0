// A session: one page, three states, chosen by the clock and always by hand.
#include <algorithm>

#include "app/phrases.hpp"
#include "base/order.hpp"
#include "exchange/when.hpp"
#include "screens/screens.hpp"

namespace cairn {
namespace {

SessionView viewByClock(const Frame& frame, const Session& session) {
  if (*session.outcome == Outcome::held || isNotRecorded(session, frame.zones, frame.moment))
    return SessionView::wrapUp;
  const auto end = endOf(session, frame.zones, frame.moment);
  const Instant length = std::max<std::int64_t>(*session.minutes, 10) * kMinute;
  if (end && *session.time && !*session.weekOf && *end - length <= frame.moment.now) return SessionView::talk;
  return SessionView::prepare;
}

void whenField(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  const std::string key = "edit/session/" + toText(session.id) + "/when";
  const Date today = frame.moment.local.date;
  FieldOptions options;
  options.value = whenInput(session);
  options.placeholder = say(S::when_example);
  const std::string* draft = ui.editing.draft(key);
  const auto typed = draft ? readWhen(*draft, today) : std::nullopt;
  options.invalid = draft && !draft->empty() && !typed;
  options.hint = options.invalid ? std::string(say(S::when_not_understood)) : theirTimeText(frame, mentorship, session);
  if (typed) {
    Session preview;
    applyWhen(preview, *typed, frame.localZone);
    options.hint = whenText(frame, preview);
  }
  const auto field = textField(ui, key, say(S::session_when), options);
  if (!field.left || field.text == options.value) return;
  const auto when = readWhen(field.text, today);
  if (!when && !field.text.empty()) return;
  Command command{"session_move", {}, {}};
  Session& edit = thingAt(command.edit.at(mentorship.id).sessions, session.id);
  applyWhen(edit, when.value_or(When{}), frame.localZone);
  ui.editing.clear(key);
  frame.commands.run(std::move(command));
}

void agenda(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(S::agenda));
  const auto lines = linesOf(mentorship, session.id);
  if (lines.empty()) emptyState(ui, say(S::agenda_empty));
  {
    const List list(ui, "agenda", say(S::agenda));
    for (const Line* line : lines) {
      const std::string key = "line/" + toText(line->id);
      const ListItem item(ui, key + "/item");
      if (!checkbox(ui, key, *line->text, *line->done)) continue;
      Command command{"line_done", {}, {}};
      thingAt(command.edit.at(mentorship.id).lines, line->id).done.set(!*line->done);
      frame.commands.run(std::move(command));
    }
  }
  gap(ui, space::kSmall);
  const std::string key = "new/line/" + toText(session.id);
  FieldOptions options;
  options.placeholder = say(S::line_add_example);
  options.labelHidden = true;
  const auto field = textField(ui, key, say(S::line_add), options);
  if (!field.submitted || field.text.empty()) return;
  Command command{"line_add", {}, {}};
  Line& line = thingAt(command.edit.at(mentorship.id).lines, frame.commands.newId());
  line.text.set(field.text);
  line.session.set(session.id);
  line.order.set(orderBetween(lines.empty() ? std::string() : *lines.back()->order, ""));
  ui.editing.clear(key);
  frame.commands.run(std::move(command));
}

void steps(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(S::steps_title));
  {
    const List list(ui, "session-steps", say(S::steps_title));
    for (const Step* step : stepsInOrder(mentorship, HomeKind::session, session.id)) stepBox(frame, mentorship, *step);
  }
  gap(ui, space::kSmall);
  stepComposer(frame, mentorship, HomeKind::session, session.id);
}

void notes(Frame& frame, const Mentorship& mentorship, const Session& session) {
  FieldOptions shared;
  shared.value = *session.notes;
  shared.rows = 5;
  shared.placeholder = say(S::notes_example);
  shared.hint = say(S::notes_who, {{"name", shortTitleOf(mentorship)}});
  savedField(frame, mentorship.id, "sessions", session.id, "notes", say(S::notes), shared);
}

void privateNotes(Frame& frame, const Mentorship& mentorship, const Session& session) {
  FieldOptions mine;
  mine.value = *session.privateNotes;
  mine.rows = 3;
  mine.onlyMe = true;
  mine.hint = say(S::only_you);
  savedField(frame, mentorship.id, "sessions", session.id, "privateNotes", say(S::notes_private), mine);
}

void prepare(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  whenField(frame, mentorship, session);
  for (const Person* person : othersOf(mentorship)) {
    if (person->remember->empty()) continue;
    const Card card(ui, "remember/" + toText(person->id), say(S::person_remember), Card::Surface::onlyMe);
    paragraph(ui, say(S::only_you), Tone::mine, type::kSmallStrong);
    paragraph(ui, *person->remember);
  }
  if (const Session* last = lastHeld(mentorship, &session); last && !last->takeaway->empty()) {
    const Card card(ui, "last-takeaway", say(S::last_takeaway));
    paragraph(ui, say(S::last_takeaway), Tone::quiet, type::kSmallStrong);
    paragraph(ui, "“" + *last->takeaway + "”");
  }
  const auto open = viewOf(frame, mentorship).openSteps;
  if (!open.empty()) {
    heading(ui, 2, say(S::steps_open));
    const List list(ui, "open-steps", say(S::steps_open));
    for (std::size_t at = 0; at < std::min<std::size_t>(open.size(), 5); ++at) stepBox(frame, mentorship, *open[at]);
  }
  gap(ui, space::kMedium);
  agenda(frame, mentorship, session);
  gap(ui, space::kMedium);
  privateNotes(frame, mentorship, session);
}

void record(Frame& frame, const Mentorship& mentorship, const Session& session, Outcome outcome) {
  Command command{"session_record", {}, {}};
  thingAt(command.edit.at(mentorship.id).sessions, session.id).outcome.set(outcome);
  if (*mentorship.stage == Stage::starting && outcome == Outcome::held) {
    command.edit.at(mentorship.id).stage.set(Stage::running);
  }
  frame.commands.run(std::move(command));
}

void talk(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  {
    const Row row(ui);
    const Person* me = meOf(mentorship);
    ButtonOptions primary;
    primary.weight = Weight::primary;
    if (me && !me->video->empty() && button(ui, "join", say(S::join), primary)) frame.commands.openLink(*me->video);
    if (button(ui, "end", say(S::session_end))) {
      record(frame, mentorship, session, Outcome::held);
      frame.commands.go(sessionAddress(mentorship.id, session.id, SessionView::wrapUp), true);
    }
  }
  gap(ui, space::kLarge);
  agenda(frame, mentorship, session);
  gap(ui, space::kMedium);
  notes(frame, mentorship, session);
  steps(frame, mentorship, session);
}

void outcomeChips(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  paragraph(ui, say(S::did_it_happen), Tone::normal, type::kSmallStrong);
  gap(ui, space::kTight);
  const auto choose = [&](const std::string& key, S label, Outcome outcome) {
    ButtonOptions options;
    options.current = *session.outcome == outcome;
    if (button(ui, "outcome/" + key, say(label), options)) {
      record(frame, mentorship, session, options.current ? Outcome::notRecorded : outcome);
    }
  };
  {
    const Row row(ui);
    choose("held", S::outcome_held, Outcome::held);
    choose("moved", S::outcome_moved, Outcome::moved);
    choose("did-not-happen", S::outcome_did_not_happen, Outcome::didNotHappen);
  }
  gap(ui, space::kLarge);
}

void wrapUp(Frame& frame, const Mentorship& mentorship, const Session& session) {
  outcomeChips(frame, mentorship, session);
  FieldOptions takeaway;
  takeaway.value = *session.takeaway;
  takeaway.placeholder = say(S::takeaway_example);
  savedField(frame, mentorship.id, "sessions", session.id, "takeaway",
             say(S::takeaway, {{"name", shortTitleOf(mentorship)}}), takeaway);
  notes(frame, mentorship, session);
  steps(frame, mentorship, session);
  privateNotes(frame, mentorship, session);
}

}  // namespace

void drawSession(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  link(ui, "up", say(S::back_to, {{"name", titleOf(mentorship)}}), mentorshipAddress(mentorship.id));
  heading(ui, 1, sessionTitle(session));
  const std::string theirs = theirTimeText(frame, mentorship, session);
  const std::string outcome = outcomeText(frame, session);
  paragraph(
      ui, whenText(frame, session) + (theirs.empty() ? "" : " · " + theirs) + (outcome.empty() ? "" : " · " + outcome),
      Tone::quiet);
  gap(ui, space::kMedium);
  const SessionView view = frame.route.view == SessionView::byClock ? viewByClock(frame, session) : frame.route.view;
  const Tab all[] = {
      {std::string(say(S::view_prepare)), sessionAddress(mentorship.id, session.id, SessionView::prepare)},
      {std::string(say(S::view_talk)), sessionAddress(mentorship.id, session.id, SessionView::talk)},
      {std::string(say(S::view_wrap_up)), sessionAddress(mentorship.id, session.id, SessionView::wrapUp)}};
  tabs(ui, "views", say(S::views_name), all, static_cast<std::size_t>(view) - 1);
  if (view == SessionView::talk) return talk(frame, mentorship, session);
  if (view == SessionView::wrapUp) return wrapUp(frame, mentorship, session);
  prepare(frame, mentorship, session);
}

}  // namespace cairn

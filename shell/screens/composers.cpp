// Fields that make something new: a step, a line, a session, a cadence.
#include <algorithm>

#include "base/utf8.hpp"
#include "command/cadence.hpp"
#include "command/sessions.hpp"
#include "command/steps.hpp"
#include "exchange/cadence.hpp"
#include "exchange/when.hpp"
#include "query/lists.hpp"
#include "query/sessions.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "words/phrases.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

constexpr std::int64_t kUsualMinutes = 30;
constexpr std::size_t kLongestLine = 2000;  ///< characters of a line to talk about; a step may have more

/// "Amina Okafor" and "by Fri 27 Nov 2026": what a line that begins with "@" was understood as.
std::string ownerText(const Language& language, const Mentorship& mentorship, const StepLine& step) {
  const Person* owner = findAlive(mentorship.people, step.owner);
  return owner ? personName(language, mentorship, *owner) : std::string(say(language, S::step_nobody));
}
std::string dueText(const Language& language, const StepLine& step) {
  return step.due ? say(language, S::step_by, {{"day", fullDayText(language, step.due)}}) : std::string();
}

std::int64_t usualMinutes(const Frame& frame, const Mentorship& mentorship) {
  const Letter* letter = findAlive(mentorship.letter, onlyId("letter", mentorship.id));
  if (letter && *letter->minutes > 0) return *letter->minutes;
  const Session* last = lastHeldOf(viewOf(frame, mentorship).sessions, nullptr);
  return last && *last->minutes > 0 ? *last->minutes : kUsualMinutes;
}

/// One that still has no date, unless it is the very one that is open.
const Session* undatedNext(const Frame& frame, const Mentorship& mentorship) {
  const Session* next = viewOf(frame, mentorship).next;
  return next && !*next->date && next->id != frame.route.session ? next : nullptr;
}

/// Where one sees what is next, the composer goes with the first day: the keyboard goes to that call.
void focusPlanned(Frame& frame, const Mentorship& mentorship, const Id& session, Date date) {
  const Session* next = viewOf(frame, mentorship).next;
  if ((next && *next->date) || date <= frame.moment.local.date) return;
  if (frame.route.screen == Screen::today) frame.ui.wantFocus = "prepare/" + toText(session);
  if (frame.route.screen == Screen::now) frame.ui.wantFocus = "session/" + toText(session);
}

void planOne(Frame& frame, const Mentorship& mentorship, const Session& wanted) {
  const Session* undated = undatedNext(frame, mentorship);
  const Id id = undated ? undated->id : frame.commands.newId();
  focusPlanned(frame, mentorship, id, *wanted.date);
  frame.commands.run(planSession(mentorship, id, wanted, usualMinutes(frame, mentorship)));
}

void beginCadence(Frame& frame, const Mentorship& mentorship, const Cadence& cadence) {
  Series series;
  series.id = frame.commands.newId();
  series.everyWeeks.set(cadence.everyWeeks);
  series.first.set(cadence.first);
  series.time.set(cadence.time);
  series.zone.set(!cadence.time ? "" : cadence.zone.empty() ? frame.localZone : cadence.zone);
  series.minutes.set(usualMinutes(frame, mentorship));
  const Session* undated = undatedNext(frame, mentorship);
  focusPlanned(frame, mentorship, undated ? undated->id : sessionIdOf(series.id, cadence.first), cadence.first);
  frame.commands.run(planCadence(mentorship, series, undated, frame.moment.local.date, frame.zones));
}

/// What was typed as a cadence; its first day is not one whose hour has passed.
std::optional<Cadence> cadenceIn(const Frame& frame, const std::string& typed) {
  auto cadence = readCadence(typed, frame.moment.local.date, frame.zones, vocabularyOf(frame));
  if (!cadence || !cadence->time) return cadence;
  const std::string& zone = cadence->zone.empty() ? frame.localZone : cadence->zone;
  const auto begin = instantIn(frame.zones, zone, {cadence->first, cadence->time});
  if (begin && *begin <= frame.moment.now) cadence->first = cadence->first.plus(7 * cadence->everyWeeks);
  return cadence;
}

/// Plans what was typed; what is not understood stays in its field.
void planTyped(Frame& frame, const Mentorship& mentorship, const std::string& key, const std::string& typed) {
  const auto when = readWhen(typed, frame.moment.local.date, vocabularyOf(frame));
  const auto cadence = cadenceIn(frame, typed);
  if (!when && !cadence) return;
  frame.ui.editing.clear(key);
  if (cadence) return beginCadence(frame, mentorship, *cadence);
  Session wanted;
  applyWhen(wanted, *when, frame.localZone);
  planOne(frame, mentorship, wanted);
}

/// What was typed, as it was understood.
std::string planHint(const Frame& frame, const Mentorship& mentorship, const std::string& typed,
                     const std::optional<When>& when, const std::optional<Cadence>& cadence) {
  if (cadence) {
    Session first;
    first.date.set(cadence->first);
    first.weekOf.set(!cadence->time);
    first.time.set(cadence->time);
    first.zone.set(cadence->zone.empty() ? frame.localZone : cadence->zone);
    const std::string every = sayCount(frame, S::cadence_count, static_cast<std::size_t>(cadence->everyWeeks));
    const std::string begins = say(frame, S::cadence_first, {{"when", bothTimesText(frame, mentorship, first)}});
    return joined(frame, {every, begins}, S::sentences);
  }
  if (!when) return typed.empty() ? std::string() : std::string(say(frame, S::plan_not_understood));
  return bothTimesText(frame, mentorship, *when);
}

}  // namespace

bool unfolded(Frame& frame, const std::string& key, std::string_view label) {
  auto& open = frame.state.unfolded;
  if (disclosure(frame.ui, key, label, open.contains(key)) && open.erase(key) == 0) open.insert(key);
  return open.contains(key);
}

void promiseComposer(Frame& frame, const Mentorship& mentorship, const std::string& key, const ComposerWords& words,
                     const TakesLine& take) {
  Ui& ui = frame.ui;
  FieldOptions options;
  options.placeholder = say(frame, words.example);
  options.labelHidden = true;
  const bool promises = !frame.state.asLine.contains(key);
  const std::string* draft = ui.editing.draft(key);
  const Date today = frame.moment.local.date;
  const bool tooLong = draft && lengthOf(*draft) > kLongestLine;
  options.invalid = tooLong;
  if (tooLong) options.hint = say(frame, S::line_too_long, {{"count", std::to_string(kLongestLine)}});
  const auto understood = draft ? readStepLine(*draft, mentorship, today, vocabularyOf(frame)) : std::nullopt;
  if (promises && understood) options.backspace = key + "/promise/remove";
  const auto done = [key, take](Frame& now, const Mentorship& there, const FieldDone& told) {
    const std::string text(trimmed(told.text));
    if (!told.submitted || text.empty() || lengthOf(told.text) > kLongestLine) return;
    const bool asPromise = now.state.asLine.erase(key) == 0;
    now.ui.editing.clear(key);
    take(now, there, text,
         asPromise ? readStepLine(told.text, there, now.moment.local.date, vocabularyOf(now)) : std::nullopt);
  };
  options.whenDone = whenDone(frame, mentorship, done);
  const std::string typed = textField(ui, key, say(frame, words.label), options);
  if (typed.empty()) frame.state.asLine.erase(key);
  if (!understood) return;
  {
    const Row row(ui);
    ChipOptions chips;
    chips.chosen = promises;
    if (promises) chips.removeName = say(frame, S::step_as_line);
    const std::string owner =
        promises ? ownerText(frame, mentorship, *understood) : std::string(say(frame, S::step_again));
    const std::string due = promises ? dueText(frame, *understood) : std::string();
    chips.tail = due;
    const ChipResult pressed = chip(ui, key + "/promise", owner, chips);
    if (pressed.removed) frame.state.asLine.insert(key);
    if (pressed.pressed && !promises) frame.state.asLine.erase(key);
  }
  gap(ui, space::kSmall);
}

void takePromise(Frame& frame, const Mentorship& mentorship, const StepLine& line, HomeKind kind, const Id& home) {
  frame.commands.run(addStep(mentorship, frame.commands.newId(), {line.text, line.owner, line.due}, kind, home));
}

void stepComposer(Frame& frame, const Mentorship& mentorship, HomeKind kind, const Id& home) {
  const std::string key = "new/step/" + toText(home ? home : mentorship.id);
  const auto take = [kind, home](Frame& now, const Mentorship& there, const std::string& text,
                                 const std::optional<StepLine>& promise) {
    takePromise(now, there, promise.value_or(StepLine{text, Id{}, Date{}}), kind, home);
  };
  promiseComposer(frame, mentorship, key, {S::step_add, S::step_add_example}, take);
}

bool planSuggested(Frame& frame, const Mentorship& mentorship) {
  const MentorshipView& view = viewOf(frame, mentorship);
  const auto next = suggestedAfter(view.latest, view.cadenceDays, frame.moment.local.date);
  if (!next) return false;
  ButtonOptions primary;
  primary.weight = Weight::primary;
  const std::string label = say(frame, S::plan_suggested, {{"when", bothTimesText(frame, mentorship, *next)}});
  const std::string key = "session/suggested/" + toText(mentorship.id);
  if (button(frame.ui, key, label, primary)) planOne(frame, mentorship, *next);
  return true;
}

void planComposer(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const std::string key = "new/session/" + toText(mentorship.id);
  const std::string* draft = ui.editing.draft(key);
  const Date today = frame.moment.local.date;
  const std::string typed = draft ? *draft : "";
  const auto understood = readWhen(typed, today, vocabularyOf(frame));
  const auto rhythm = cadenceIn(frame, typed);
  FieldOptions options;
  options.placeholder = say(frame, S::plan_example);
  options.invalid = !typed.empty() && !understood && !rhythm;
  options.hint = planHint(frame, mentorship, typed, understood, rhythm);
  const auto done = [key](Frame& now, const Mentorship& there, const FieldDone& told) {
    if (told.submitted) planTyped(now, there, key, told.text);
  };
  options.whenDone = whenDone(frame, mentorship, done);
  textField(ui, key, say(frame, S::session_plan), options);
  bool pressed = false;
  {
    const Row row(ui);
    const bool suggests = typed.empty() && planSuggested(frame, mentorship);
    if (!suggests) pressed = button(ui, "session/add", say(frame, rhythm ? S::cadence_take : S::session_add));
  }
  gap(ui, space::kMedium);
  Session asSession;
  if (understood) applyWhen(asSession, *understood, frame.localZone);
  if (unfolded(frame, "days-of/" + toText(mentorship.id), say(frame, S::hours_when))) {
    gap(ui, space::kSmall);
    daysTogether(frame, mentorship, understood && understood->time ? &asSession : nullptr);
  }
  if (pressed) planTyped(frame, mentorship, key, typed);
}

}  // namespace cairn

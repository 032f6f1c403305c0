// Talk: one column beside a video window. Only Join and End are needed.
#include <algorithm>

#include "command/sessions.hpp"
#include "query/lists.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"
#include "screens/session_views.hpp"
#include "words/days.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// "16:12 · 17:12 for Amina · 12 minutes of 45": whole minutes, and one of them.
std::string clocks(const Frame& frame, const Mentorship& mentorship, const Session& session) {
  frame.ui.clock = true;
  std::string text = timeText(frame, frame.moment.local.time);
  for (const Person* person : someOthersOf(mentorship)) {
    const auto offset = frame.zones.offsetAt(*person->zone, frame.moment.now);
    if (!offset) continue;
    const LocalTime theirs = localAt(frame.moment.now, *offset);
    if (theirs == frame.moment.local) continue;
    const bool isOtherDay = theirs.date != frame.moment.local.date;
    text = joined(frame, {text, theirClockText(frame, mentorship, *person, theirs, isOtherDay)});
  }
  const auto begin = beginOf(session, frame.zones, frame.moment);
  if (!begin || *session.outcome != Outcome::notRecorded) return text;
  const auto length = std::max<std::int64_t>(*session.minutes, 10);
  const Instant minutes = (frame.moment.now - *begin) / kMinute;
  constexpr Instant kLongest = 720;
  if (frame.moment.now < *begin || minutes > kLongest) return text;
  return joined(frame, {text, say(frame, S::talk_elapsed,
                                  {{"minutes", std::to_string(minutes)}, {"length", std::to_string(length)}})});
}

/// The first conversation: what it finds stands at its place at once.
void firstFindings(Frame& frame, const Mentorship& mentorship, const Session& session) {
  const auto goals = goalsInOrder(mentorship);
  const Session* held = lastHeldOf(viewOf(frame, mentorship).sessions, nullptr);
  const bool first = !held || held == &session;
  if (!first) return;
  const Card card(frame.ui, "findings", say(frame, S::findings_title));
  heading(frame.ui, 3, say(frame, S::findings_title));
  aimField(frame, mentorship);
  if (goals.empty()) {
    goalComposer(frame, mentorship);
  } else {
    plainField(frame, {mentorship.id, "goals", goals[0]->id}, "title", S::goal_title, *goals[0]->title,
               S::goal_add_example);
    expectedField(frame, mentorship, *goals[0]);
    goalDueField(frame, mentorship, *goals[0]);
  }
  letterInShort(frame, mentorship);
}

}  // namespace

void drawTalk(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  paragraph(ui, clocks(frame, mentorship, session), Tone::quiet);
  gap(ui, space::kSmall);
  {
    const Row row(ui);
    joinButton(frame, mentorship, session, Weight::primary);
    if (button(ui, "end", say(frame, S::session_end))) {
      frame.commands.run(recordSession(mentorship, session, Outcome::held, frame.zones, frame.moment));
      const std::string address = sessionAddress(mentorship.id, session.id, SessionView::wrapUp);
      // What is written first; a phone's keyboard would hide the rest.
      if (!ui.touch && !ui.phone) {
        frame.state.lookedFor = {address, {textPath(mentorship.id, "sessions", session.id, "takeaway")}};
      }
      frame.commands.go(address, true);
    }
    ButtonOptions quiet;
    quiet.weight = Weight::quiet;
    quiet.description = say(frame, S::presenting_hint);
    if (button(ui, "present", say(frame, S::presenting), quiet)) frame.commands.present(true);
  }
  gap(ui, space::kLarge);
  agenda(frame, mentorship, session);
  gap(ui, space::kMedium);
  firstFindings(frame, mentorship, session);
  sharedNotes(frame, mentorship, session);
  sessionSteps(frame, mentorship, session);
  gap(ui, space::kMedium);
  if (unfolded(frame, "private/" + toText(session.id), say(frame, S::notes_private))) {
    privateAgenda(frame, mentorship, session);
    privateNotes(frame, mentorship, session);
  }
}

}  // namespace cairn

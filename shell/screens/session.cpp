// A session: one page, three states, chosen by the clock and always by hand.
#include <algorithm>

#include "insight/next_refresh.hpp"
#include "query/lists.hpp"
#include "query/reach.hpp"
#include "query/sessions.hpp"
#include "screens/session_views.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// Whether it begins within so many milliseconds, or has.
bool beginsWithin(const Frame& frame, const Session& session, Instant ahead) {
  const auto begin = beginOf(session, frame.zones, frame.moment);
  return begin && *begin <= frame.moment.now + ahead;
}

SessionView byClock(const Frame& frame, const Session& session) {
  if (*session.outcome == Outcome::held || isNotRecorded(session, frame.zones, frame.moment))
    return SessionView::wrapUp;
  return beginsWithin(frame, session, 0) ? SessionView::talk : SessionView::prepare;
}

}  // namespace

bool isOn(const Frame& frame, const Session& session) { return byClock(frame, session) == SessionView::talk; }
bool isAboutToBegin(const Frame& frame, const Session& session) {
  const bool open = *session.outcome == Outcome::notRecorded && byClock(frame, session) != SessionView::wrapUp;
  return open && beginsWithin(frame, session, kAboutToBegin);
}

SessionView shownView(const Frame& frame, const Session& session) {
  return frame.route.view == SessionView::byClock ? byClock(frame, session) : frame.route.view;
}

void sessionSteps(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::steps_title));
  stepList(frame, mentorship, "session-steps", say(frame, S::steps_title),
           stepsInOrder(mentorship, HomeKind::session, session.id));
  gap(ui, space::kSmall);
  stepComposer(frame, mentorship, HomeKind::session, session.id);
}

void sharedNotes(Frame& frame, const Mentorship& mentorship, const Session& session) {
  FieldOptions shared;
  shared.value = *session.notes;
  shared.rows = 5;
  shared.placeholder = say(frame, S::notes_example);
  shared.hint = say(frame, S::notes_who, {{"name", shortTitleOf(frame, mentorship)}});
  savedField(frame, mentorship.id, "sessions", session.id, "notes", say(frame, S::notes), shared);
}

void privateNotes(Frame& frame, const Mentorship& mentorship, const Session& session) {
  FieldOptions mine;
  mine.value = *session.privateNotes;
  mine.rows = 3;
  mine.onlyMe = true;
  mine.hint = say(frame, S::only_you);
  savedField(frame, mentorship.id, "sessions", session.id, "privateNotes", say(frame, S::notes_private), mine);
}

void clockWarning(Frame& frame, const Mentorship& mentorship, const Session& session) {
  paragraph(frame.ui, oddHourText(frame, session), Tone::attention, type::kSmall);
  paragraph(frame.ui, clockChangeText(frame, mentorship, session), Tone::attention, type::kSmall);
}

bool joinButton(Frame& frame, const Mentorship& mentorship, const Session& session, Weight weight) {
  const std::string address = joinAddress(mentorship, session);
  if (address.empty()) return false;
  ButtonOptions options;
  options.weight = weight;
  options.name = say(frame, S::join_with, {{"name", titleOf(frame, mentorship)}});
  if (!button(frame.ui, "join/" + toText(session.id), say(frame, S::join), options)) return true;
  frame.commands.openLink(address);
  // What is said next is written down there.
  if (frame.route.screen != Screen::session || frame.route.view != SessionView::talk) {
    frame.commands.go(sessionAddress(mentorship.id, session.id, SessionView::talk));
  }
  return true;
}

void drawPresented(Frame& frame, const Mentorship* mentorship, const Session* session) {
  Ui& ui = frame.ui;
  heading(ui, 1, session ? sessionTitle(frame, *session) : say(frame, S::presenting));
  paragraph(ui, say(frame, S::presenting_text), Tone::quiet);
  gap(ui, space::kSmall);
  if (button(ui, "presenting/stop", say(frame, S::presenting_stop))) frame.commands.present(false);
  gap(ui, space::kMedium);
  if (!session) return;
  agenda(frame, *mentorship, *session);
  gap(ui, space::kMedium);
  sharedNotes(frame, *mentorship, *session);
  sessionSteps(frame, *mentorship, *session);
}

void drawSession(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  link(ui, "up", say(frame, S::back_to, {{"name", titleOf(frame, mentorship)}}), mentorshipAddress(mentorship.id));
  heading(ui, 1, sessionTitle(frame, session));
  const std::string outcome = outcomeText(frame, session);
  paragraph(ui, joined(frame, {bothTimesText(frame, mentorship, session), outcome}), Tone::quiet);
  versionsAt(frame, mentorship, "sessions", session.id,
             {"title", "weekOf", "date", "time", "zone", "minutes", "kind", "how", "outcome"});
  gap(ui, space::kMedium);
  const SessionView view = shownView(frame, session);
  const Tab all[] = {
      {std::string(say(frame, S::view_prepare)), sessionAddress(mentorship.id, session.id, SessionView::prepare)},
      {std::string(say(frame, S::view_talk)), sessionAddress(mentorship.id, session.id, SessionView::talk)},
      {std::string(say(frame, S::view_wrap_up)), sessionAddress(mentorship.id, session.id, SessionView::wrapUp)}};
  tabs(ui, "views", say(frame, S::views_name), all, static_cast<std::size_t>(view) - 1);
  if (view == SessionView::talk) return drawTalk(frame, mentorship, session);
  if (view == SessionView::wrapUp) return drawWrapUp(frame, mentorship, session);
  drawPrepare(frame, mentorship, session);
}

}  // namespace cairn

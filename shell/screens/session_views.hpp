#pragma once
// The three states of a session, and what they share.
#include "screens/screens.hpp"

namespace cairn {

void drawPrepare(Frame& frame, const Mentorship& mentorship, const Session& session);
void drawTalk(Frame& frame, const Mentorship& mentorship, const Session& session);
void drawWrapUp(Frame& frame, const Mentorship& mentorship, const Session& session);

/// The lines to talk about with a field for one more; a line that begins with "@" becomes a step.
void agenda(Frame& frame, const Mentorship& mentorship, const Session& session);
/// The lines that only I see, with a field for one more.
void privateAgenda(Frame& frame, const Mentorship& mentorship, const Session& session);
/// What was promised in this session.
void sessionSteps(Frame& frame, const Mentorship& mentorship, const Session& session);
void sharedNotes(Frame& frame, const Mentorship& mentorship, const Session& session);
void privateNotes(Frame& frame, const Mentorship& mentorship, const Session& session);
/// Of what kind it is, how long, by what way: each can be pressed and changed.
void sessionShape(Frame& frame, const Mentorship& mentorship, const Session& session);
/// When it is or was; a new day plans again what was moved.
void whenField(Frame& frame, const Mentorship& mentorship, const Session& session);
/// Clocks that go another way soon move this session for the others.
void clockWarning(Frame& frame, const Mentorship& mentorship, const Session& session);
/// Join, where there is a way to.
bool joinButton(Frame& frame, const Mentorship& mentorship, const Session& session, Weight weight);

}  // namespace cairn

#pragma once
// One function a screen, one file each. A screen draws with widgets and pushes commands.
#include "app/frame.hpp"

namespace cairn {

void drawStart(Frame& frame);  ///< the three answers: who, when, link
void drawToday(Frame& frame);
void drawMentorships(Frame& frame);
void drawNow(Frame& frame, const Mentorship& mentorship);
void drawGoals(Frame& frame, const Mentorship& mentorship);
void drawStory(Frame& frame, const Mentorship& mentorship);
void drawTogether(Frame& frame, const Mentorship& mentorship);
void drawChecklistPaste(Frame& frame, const Mentorship& mentorship);
void drawSession(Frame& frame, const Mentorship& mentorship, const Session& session);
void drawOpened(Frame& frame);
void drawGallery(Frame& frame);  ///< every widget in its states; debug builds alone
void drawSettings(Frame& frame);
void drawFind(Frame& frame);       ///< "Find or do"
void drawShortcuts(Frame& frame);  ///< what the keyboard can do
void drawHandOver(Frame& frame, const Mentorship& mentorship);
/// Something that is not in this browser.
void drawMissing(Frame& frame);

// --- parts that several screens share -----------------------------------------------------------
void sessionRow(Frame& frame, const Mentorship& mentorship, const Session& session);
void sessionRows(Frame& frame, const Mentorship& mentorship, const std::vector<const Session*>& sessions);
void stepBox(Frame& frame, const Mentorship& mentorship, const Step& step);
/// "Add a step" and what it says back; the home is where the step will live.
void stepComposer(Frame& frame, const Mentorship& mentorship, HomeKind kind, const Id& home);
/// "Did it happen?" for a session whose time has passed.
void recordOutcome(Frame& frame, const Mentorship& mentorship, const Session& session);
/// A field bound to a text of the model: saved when it is left.
FieldResult savedField(Frame& frame, const Id& mentorship, std::string_view collection, const Id& thing,
                       std::string_view fieldName, std::string_view label, const FieldOptions& options);
/// Fields with two versions, each with a button that makes it the only one. Nothing where there are none.
void drawVersions(Frame& frame, const Mentorship& mentorship);
void mentorshipHeader(Frame& frame, const Mentorship& mentorship);
/// The example that the empty page offers.
Command exampleCommand(Frame& frame);

}  // namespace cairn

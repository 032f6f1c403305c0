#pragma once
// What screens share. A screen itself is one function in a file of its own, which table.cpp names: it draws with
// widgets and pushes commands.
#include "exchange/step_line.hpp"
#include "frame/frame.hpp"
#include "screens/long_list.hpp"

namespace cairn {

struct CalendarEvent;
struct CalendarSource;
struct ExportFormat;

void drawStart(Frame& frame);  ///< the three answers: who, when, link
/// The title that both faces of Today share, and the switch between them.
void todayHead(Frame& frame);
/// Open steps: so many, and "n more".
void openStepList(Frame& frame, const Mentorship& mentorship, std::size_t atFirst);
// What *Now* has; Today too, with one mentorship.
void nextCard(Frame& frame, const Mentorship& mentorship);
void openStepsOf(Frame& frame, const Mentorship& mentorship);
void nextTimeAndGoals(Frame& frame, const Mentorship& mentorship);
void drawLetter(Frame& frame, const Mentorship& mentorship);  ///< a part of Together
/// Its sentences alone, where one agrees on them in a talk; the usual ones to begin with.
void letterInShort(Frame& frame, const Mentorship& mentorship);
void drawChecklist(Frame& frame, const Mentorship& mentorship, const Checklist& checklist);  ///< a part of Goals
void drawSettings(Frame& frame);
void drawFind(Frame& frame);       ///< "Find or do"
void drawShortcuts(Frame& frame);  ///< what the keyboard can do
void drawHandOver(Frame& frame, const Mentorship& mentorship);
/// Something that is not in this browser.
void drawMissing(Frame& frame);

// --- parts that several screens share -----------------------------------------------------------
void sessionRow(Frame& frame, const Mentorship& mentorship, const Session& session);
void sessionRows(Frame& frame, const Mentorship& mentorship, const std::vector<const Session*>& sessions);
/// `more` stands behind whose it is and by when.
void stepBox(Frame& frame, const Mentorship& mentorship, const Step& step, const std::string& more = {});
/// Steps of one home in their order, which people may change.
void stepList(Frame& frame, const Mentorship& mentorship, const std::string& key, std::string_view name,
              const std::vector<const Step*>& steps);
/// "Add a step" and what it says back; the home is where the step will live.
void stepComposer(Frame& frame, const Mentorship& mentorship, HomeKind kind, const Id& home);
struct ComposerWords {
  S label;
  S example;
};
/// What becomes of a line that was sent; `promise` where it was understood as one.
using TakesLine = std::function<void(Frame& now, const Mentorship& there, const std::string& text,
                                     const std::optional<StepLine>& promise)>;
/// A field whose line may be a promise ("@amina send it by fri"): it shows what it understood.
void promiseComposer(Frame& frame, const Mentorship& mentorship, const std::string& key, const ComposerWords& words,
                     const TakesLine& take);
/// Takes a line that was understood as a promise.
void takePromise(Frame& frame, const Mentorship& mentorship, const StepLine& line, HomeKind kind, const Id& home);
/// What waits to be talked about, on *Now*: what the next session's agenda will hold.
void nextTime(Frame& frame, const Mentorship& mentorship);
/// Lines that were ticked while no call was planned, for who looks for them.
void settledLines(Frame& frame, const Mentorship& mentorship);
/// "When do you talk?": a day, a week, or a cadence; the next by the cadence is one press.
void planComposer(Frame& frame, const Mentorship& mentorship);
/// The next talk by the cadence, in one press; true where there is one to offer.
bool planSuggested(Frame& frame, const Mentorship& mentorship);
/// What opens in place; true while it is open.
bool unfolded(Frame& frame, const std::string& key, std::string_view label);
/// The menu of a thing that is changed in place: it opens and closes `editKey` and gives the keyboard to `focus`.
/// True when the thing is to be removed.
struct ChangeMenu {
  S change;
  S remove;
  std::string focus;
};
bool changeMenu(Frame& frame, const std::string& editKey, const std::string& name, const ChangeMenu& words);
/// Nobody has been heard for long: what to do about it.
void quietCard(Frame& frame, const Mentorship& mentorship);
/// Check-up now; log a talk, a message, a call; pause and finish: what a mentorship needs now and then.
void mentorshipMenu(Frame& frame, const Mentorship& mentorship);
/// Hand over, the menu, and what the other side has.
void mentorshipActions(Frame& frame, const Mentorship& mentorship);
/// While somebody else sees the screen: only what the session shares. Null: nothing is open.
void drawPresented(Frame& frame, const Mentorship* mentorship, const Session* session);
/// That a mentorship is paused or has ended, and the way back; nothing for one that runs.
void pausedCard(Frame& frame, const Mentorship& mentorship);
/// The state in which a session's page stands: by its address, else by the clock.
SessionView shownView(const Frame& frame, const Session& session);
/// It is its time.
bool isOn(const Frame& frame, const Session& session);
/// From ten minutes before it on: people join a call early.
bool isAboutToBegin(const Frame& frame, const Session& session);
/// The field that moves a session, on its *Prepare*.
std::string whenKey(const Session& session);
/// "Did it happen?" for a session whose time has passed.
void recordOutcome(Frame& frame, const Mentorship& mentorship, const Session& session);
/// To where was it moved? Its page asks, with the keyboard in the field.
void askNewDay(Frame& frame, const Mentorship& mentorship, const Session& session);
/// A field bound to a text of the model: saved when it is left. Answers what it holds now.
std::string savedField(Frame& frame, const Id& mentorship, std::string_view collection, const Id& thing,
                       std::string_view fieldName, std::string_view label, const FieldOptions& options);
/// The same where a label and an example are all there is to say.
void plainField(Frame& frame, const Ref& of, std::string_view fieldName, S label, const std::string& value, S example,
                int rows = 1);
/// Fields with two versions, each with a button that makes it the only one. Nothing where there are none.
void drawVersions(Frame& frame, const Mentorship& mentorship);
/// The same for some fields of one thing, below these.
void versionsAt(Frame& frame, const Mentorship& mentorship, std::string_view collection, const Id& thing,
                std::initializer_list<std::string_view> fields);
/// "Amina has everything up to 3 Nov · 6 changes since"; empty before anything left.
std::string handedText(const Frame& frame, const Mentorship& mentorship);
/// Opens a list of templates of one kind; what is taken fills what is empty (exchange/plan_template.hpp).
void templates(Frame& frame, const Mentorship& mentorship, std::string_view kind, S label, const Id& session = {});
/// Whose day is when, and where usual hours meet; nothing where nobody else's zone is known.
void daysTogether(Frame& frame, const Mentorship& mentorship, const Session* session);
/// A part of Story: looking back together.
void drawReviews(Frame& frame, const Mentorship& mentorship);
/// A part of Together.
void drawPeople(Frame& frame, const Mentorship& mentorship);
void drawGuides(Frame& frame);
/// Opens a guide in place.
void guide(Frame& frame, std::string_view name, S label);
void mentorshipHeader(Frame& frame, const Mentorship& mentorship);
void aimField(Frame& frame, const Mentorship& mentorship);
void goalComposer(Frame& frame, const Mentorship& mentorship);
void goalDueField(Frame& frame, const Mentorship& mentorship, const Goal& goal);
void expectedField(Frame& frame, const Mentorship& mentorship, const Goal& goal);
/// What goes out to a calendar is made from this.
CalendarSource calendarSource(const Frame& frame, const Mentorship& mentorship);
/// As an .ics file with the mentorship's name.
void saveCalendar(Frame& frame, const Mentorship& mentorship, const std::vector<CalendarEvent>& events);
void takeOut(Frame& frame, const Mentorship& mentorship, const ExportFormat& format);
/// The example that the empty page offers.
Command exampleCommand(Frame& frame);

}  // namespace cairn

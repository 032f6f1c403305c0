#pragma once
// What a person can do that is more than writing fields or removing a thing: commands that keep a
// rule of the domain. Each returns a Command for commit(); none changes anything itself.
#include <string>
#include <vector>

#include "base/zones.hpp"
#include "command/command.hpp"

namespace cairn {

/// Says what became of a session. *Held* fixes its instant (`heldAt`, ms); what it did not reach of
/// its agenda returns to *Next time*, from where the next session, or this one on its new day, draws.
Command recordOutcome(const Mentorship& mentorship, const Session& session, Outcome outcome, Instant heldAt);

/// The sessions of a series up to and including a day, that are not there yet. Their ids follow
/// from series and date, so that two sides that do this do not double them; each keeps the local
/// wall time, with the offset that the zone has on that day. A day with a session is left out.
Command makeSessions(const Mentorship& mentorship, const Series& series, Date until, const Zones& zones);
Id sessionIdOf(const Id& series, Date date);
/// Adds to a command what the current series still lacks after today up to a day.
void goOn(const Mentorship& mentorship, Command& command, Date today, Date until, const Zones& zones);
/// A new cadence: the series with its sessions up to a day. What an earlier series has planned after
/// today and nobody has written in stays the same session on a day of the new one, else it goes; the
/// lines of its agendas return to *Next time*.
Command changeCadence(const Mentorship& mentorship, const Series& series, Date today, Date until, const Zones& zones);
/// A session that was prepared without a day gets the first one that the command plans for the series.
void takeFirstDay(Command& command, const Mentorship& mentorship, const Session& undated, const Id& series);
/// The prompts of a check-up have ids of their own: what was not reached of them does not come again.
Id promptId(const Id& session, int number);
constexpr int kPrompts = 3;

/// The words that an agreement is about, as a short digest: of a letter, of a goal's measure.
std::string digestOf(const Letter& letter);
std::string digestOf(const Goal& goal);
/// A person agreed to the letter as it stands, or (with a goal) to its measure.
/// `words`: as they were shown, for the difference to a later version.
Command agreeToLetter(const Mentorship& mentorship, const Id& person, Date date, AgreedHow how,
                      const std::string& words);
Command agreeToMeasure(const Mentorship& mentorship, const Goal& goal, const Id& person, Date date, AgreedHow how);
enum class AgreedTo { nothing, earlierVersion, thisVersion };
AgreedTo agreedToLetter(const Mentorship& mentorship, const Id& person);
/// The last agreement to the letter; null where that person has not agreed.
const Agreement* lastAgreement(const Mentorship& mentorship, const Id& person);
AgreedTo agreedToMeasure(const Mentorship& mentorship, const Goal& goal, const Id& person);

bool isAcceptedByBoth(const Mentorship& mentorship, const Goal& goal);
/// All people of the mentorship accept the measure as it stands.
Command acceptMeasure(const Mentorship& mentorship, const Goal& goal, Date date, AgreedHow how);
/// A measure that two people have accepted stays as an earlier version where the command changes it.
void keepEarlierMeasures(const Workspace& model, Command& command, Date today);

/// The day on which the two look back for the first time stands in the letter and is a review. The empty
/// day leaves it out; what was written at that review stays.
Id firstReviewIdOf(const Mentorship& mentorship);
Command agreeOnFirstReview(const Mentorship& mentorship, Date date);

/// What a cadence has planned in the pause and nobody has written in goes; of a pause that was longer,
/// what is no longer in it comes back.
Command pauseUntil(const Mentorship& mentorship, Date today, Date until, const Zones& zones);
/// What pause or end took from the cadence and still lies ahead comes back.
Command resume(const Mentorship& mentorship, Date today, const Zones& zones);
/// What is planned behind the day and nobody has written in goes.
Command finish(const Mentorship& mentorship, Ending ending, Date date);

/// Takes a mentorship out of the lists of this browser, and back.
Command hide(const Mentorship& mentorship, bool hidden);
/// What a file of the programme's audience leaves here is only a part; a fuller file makes it whole.
Command holdInPart(const Id& mentorship, bool inPart);

/// Moves a thing of an ordered list to a place in it. A key over 100 characters gives the whole
/// list new ones.
Command moveGoal(const Mentorship& mentorship, const Id& goal, std::size_t place);
Command moveStep(const Mentorship& mentorship, const Id& step, std::size_t place);
/// `among`: the lines as they are shown, those that wait in *Next time* with them.
Command moveLine(const Mentorship& mentorship, const std::vector<const Line*>& among, const Id& line,
                 std::size_t place);

/// What a file that was edited outside Cairn says differently from the model: only that is an edit.
/// A field with two versions stays as it is while the file holds one of them.
Command proposalEdits(const Workspace& model, Workspace proposals);

/// One thing a file would change, by its place; an empty field is the whole thing.
struct Choosable {
  std::string collection;  ///< empty: the mentorship itself
  Id thing;
  std::string field;
};
/// Takes out of a proposal what a person did not choose.
void leaveOut(Workspace& proposals, const std::vector<Choosable>& refused);

}  // namespace cairn

#pragma once
// A mentorship as a whole: begun, paused, ended, hidden, removed; who I am in it; what the other side has.
#include <string>
#include <vector>

#include "base/zones.hpp"
#include "command/command.hpp"

namespace cairn {

/// Two people and, where there is one, their first session.
struct NewMentorship {
  Date start;  ///< none: not known yet
  std::string myName;
  std::string myZone;
  std::string myVideo;
  std::string name;  ///< the mentee's
  std::string zone;
  const Session* first = nullptr;  ///< pending values of the first session; null: none
  std::vector<std::string> lines;  ///< of its agenda
};
/// Its id is the only mentorship's of the command, its first session the only one there.
Command startMentorship(const NewMentorship& wanted, const NewId& newId);
/// Values of a mentorship to look at, which leaves with one press.
Command addExample(Mentorship values);
Command removeMentorship(const Id& mentorship);

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

/// Which person of it I am.
Command chooseMe(const Id& mentorship, const Id& person);
Command setHours(const Mentorship& mentorship, const Id& person, const WeekHours& hours);

/// Private marks: what has left this browser, and up to when the other side has what was written here.
Command markHandedOver(const Id& mentorship, Instant when);
Command markTheyHave(const Id& mentorship, Instant upTo);
Command markKept(Instant when);
Command chooseTheme(Theme theme);

}  // namespace cairn

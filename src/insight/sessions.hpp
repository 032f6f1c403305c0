#pragma once
// Read models of sessions: which is next, which passed without a word, in what order they stand.
#include <optional>
#include <string>
#include <vector>

#include "base/zones.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// What a screen needs of the clock: now, and the reader's own zone.
struct Moment {
  Instant now = 0;
  LocalTime local;
};

/// Sessions that are there, by date and time; those without a date last.
std::vector<const Session*> sessionsInOrder(const Mentorship& mentorship);

/// When a session ends on the wall clock of its zone, as an instant; nothing while it has no date.
/// "Week of" ends with that week's Sunday.
std::optional<Instant> endOf(const Session& session, const Zones& zones, const Moment& moment);

/// When it begins; nothing while it has no day and hour.
std::optional<Instant> beginOf(const Session& session, const Zones& zones, const Moment& moment);

/// When it was ticked; 0 while it is open.
Instant doneAt(const Step& step);

/// A time that passed without a word about it: "did it happen?".
bool isNotRecorded(const Session& session, const Zones& zones, const Moment& moment);

/// The session now or next, of sessions in order; null where none is ahead.
const Session* nextOf(const std::vector<const Session*>& sessions, const Zones& zones, const Moment& moment);
const Session* nextSession(const Mentorship& mentorship, const Zones& zones, const Moment& moment);

/// The last session held before this one (before today, where `before` is null).
const Session* lastHeldOf(const std::vector<const Session*>& sessions, const Session* before);

/// Of sessions in order the last with a day that was held or is planned; null where none is.
const Session* latestOf(const std::vector<const Session*>& sessions);
/// When the next talk would be by the cadence: pending date, time, zone and minutes, so many days after
/// the latest one and after today. Nothing where there is none.
std::optional<Session> suggestedAfter(const Session* latest, int cadenceDays, Date today);

/// The lines of a session in order; of the next one (or of none: the empty id) also those that wait in *Next time*.
std::vector<const Line*> agendaOf(const Mentorship& mentorship, const Id& session, bool isNext);
std::vector<const PrivateLine*> privateAgendaOf(const Mentorship& mentorship, const Id& session, bool isNext);

/// Where one meets for it: an address, a "tel:" number; empty where nothing is known. My own room
/// comes first, then of the others, by name, what they can be reached by: video, chat, booking page, phone.
std::string joinAddress(const Mentorship& mentorship, const Session& session);
/// What a browser opens of what somebody wrote: "https://meet.example.org/a" also of "meet.example.org/a";
/// empty where it is no address.
std::string webAddress(std::string_view text);
/// "tel:+25420123"; empty where there is no number.
std::string phoneAddress(std::string number);

const Person* meOf(const Mentorship& mentorship);
/// So many are put in order of their names; of more nobody reads through a list by name.
constexpr std::size_t kSortedPeople = 200;
/// The people who are not me, by name.
std::vector<const Person*> othersOf(const Mentorship& mentorship);
/// The first of them: a line of text has room for so many.
constexpr std::size_t kPeopleInText = 20;
std::vector<const Person*> someOthersOf(const Mentorship& mentorship);
/// Of them, whom I do this with: where I am one of two mentors, the other one is on my side.
std::vector<const Person*> otherSideOf(const Mentorship& mentorship);

/// Steps of the mentorship that are there, by order key, then id.
std::vector<const Step*> stepsInOrder(const Mentorship& mentorship, HomeKind kind, const Id& home);
/// By when a step is to be done: its own day, or so many days after the mentorship's start.
Date dueOf(const Mentorship& mentorship, const Step& step);
std::vector<const Step*> openSteps(const Mentorship& mentorship);
std::vector<const Line*> linesOf(const Mentorship& mentorship, const Id& session);
std::vector<const Goal*> goalsInOrder(const Mentorship& mentorship);
std::vector<const Checklist*> checklistsInOrder(const Mentorship& mentorship);
/// Mentorships that are there and not hidden, by the names of the people in them.
std::vector<const Mentorship*> mentorshipsInOrder(const Workspace& workspace);
std::string namesOf(const Mentorship& mentorship);
std::string firstNameOf(const Person& person);
/// The series that makes sessions now: the one that was begun last; null where none does.
const Series* seriesOf(const Mentorship& mentorship);

}  // namespace cairn

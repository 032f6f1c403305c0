#pragma once
// Dates, times and people in words.
#include "app/frame.hpp"

namespace cairn {

/// "Today", "Tomorrow", "Tue 24 Nov", with the year where it is another one.
std::string dayText(Date date, Date today);
/// Always weekday and year: "Tue 29 Jan 2019".
std::string fullDayText(Date date);
/// A day that stands as in the file ("2019-01-29") like everywhere else; any other text as it is.
std::string readable(const std::string& text);
/// What people call a kind of thing: "goals" is "goal"; the empty collection is the mentorship.
std::string_view thingWord(std::string_view collection);
/// What people call a field: "notes", "due date".
std::string fieldWord(std::string_view field);
/// "Week of Mon 27 Feb", "Tue 24 Nov, 16:00", "No date yet".
std::string whenText(const Frame& frame, const Session& session);
/// What the clock says for the others: "Tue 22:40 for Amina"; empty where it is the same.
std::string theirTimeText(const Frame& frame, const Mentorship& mentorship, const Session& session);
/// A session's title, or its kind.
std::string sessionTitle(const Session& session);
std::string outcomeText(const Frame& frame, const Session& session);
/// "Ana, due 5 Dec": whose step, and by when.
std::string stepDetail(const Frame& frame, const Mentorship& mentorship, const Step& step);
/// A mentorship is called by the names of the others in it.
std::string titleOf(const Mentorship& mentorship);
/// The same with first names, for sentences.
std::string shortTitleOf(const Mentorship& mentorship);
std::string personName(const Mentorship& mentorship, const Person& person);

/// A text for the date field from a session; what exchange/when.hpp reads back.
std::string whenInput(const Session& session);
/// Takes what was typed into the session of an edit.
void applyWhen(Session& session, const struct When& when, const std::string& zone);

}  // namespace cairn

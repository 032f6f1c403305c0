#pragma once
// Times and people in words.
#include "command/names.hpp"
#include "model/mentorship.hpp"
#include "words/days.hpp"
#include "words/reader.hpp"

namespace cairn {

/// What was done, as a short sentence: "Goal added".
std::string_view doneWords(const Language& language, CommandName name);
/// Catalogue keys are lower case: "privateNotes" is "field_private_notes".
std::string keyOf(std::string_view name);
/// What people call a kind of thing: "goals" is "goal"; the empty collection is the mentorship.
std::string_view thingWord(const Language& language, std::string_view collection);
/// What one thing is called in a sentence. A mentorship and its letter have no name: their first text is one of
/// their sentences.
std::string thingLabel(const Language& language, std::string_view collection, const std::string& label);
/// What people call a field: "notes", "due date".
std::string fieldWord(const Language& language, std::string_view field);
/// A value as the file writes it, in words: a day, a person, "did-not-happen"; other texts as they are.
std::string valueWord(const Language& language, const Mentorship& mentorship, const std::string& text);
/// "Week of Mon 27 Feb", "Tue 24 Nov, 16:00", "No date yet".
std::string whenText(const Reader& reader, const Session& session);
/// On which day it is for the reader: while only its week is known, that week's Monday; none without a date.
Date localDay(const Reader& reader, const Session& session);
/// The same of what was typed, on the reader's clock.
std::string whenText(const Reader& reader, const struct When& when);
/// "22:40 for Amina", "Tue 22:40 for Amina": what the clock says for somebody, who may have another day.
std::string theirClockText(const Reader& reader, const Mentorship& mentorship, const Person& person,
                           const LocalTime& theirs, bool isOtherDay);
/// What the clock says for the others: "Tue 22:40 for Amina"; empty where it is the same.
std::string theirTimeText(const Reader& reader, const Mentorship& mentorship, const Session& session);
/// Mine, then theirs: "Tue 1 Dec, 16:00 · 17:00 for Amina".
std::string bothTimesText(const Reader& reader, const Mentorship& mentorship, const Session& session);
std::string bothTimesText(const Reader& reader, const Mentorship& mentorship, const struct When& when);
/// "Check-up"
std::string kindText(const Language& language, SessionKind kind);
/// A session's title, or its kind.
std::string sessionTitle(const Language& language, const Session& session);
std::string outcomeText(const Reader& reader, const Session& session);
/// "Ana, due 5 Dec": whose step, and by when.
std::string stepDetail(const Reader& reader, const Mentorship& mentorship, const Step& step);
/// "5 weeks ago", "yesterday".
std::string agoText(const Language& language, Date date, Date today);
/// "Message, Tue 3 Nov": a contact between sessions.
std::string contactText(const Reader& reader, const Contact& contact);
/// That a clock change skips the hour of a session, or makes it come twice; empty otherwise.
std::string oddHourText(const Reader& reader, const Session& session);
/// "From Sun 25 Oct your 16:00 is 17:00 for Amina, until Sun 28 Mar 2027."; empty where no clock changes
/// on one side alone before this session, or on its day.
std::string clockChangeText(const Reader& reader, const Mentorship& mentorship, const Session& session);
/// Anything may lack its words: another program wrote it, or they were taken away. It is still called something.
std::string orNoWords(const Language& language, const std::string& text);
/// A mentorship is called by the names of the others in it.
std::string titleOf(const Language& language, const Mentorship& mentorship);
/// The first name, or what stands for one that is not known.
std::string shortNameOf(const Language& language, const Mentorship& mentorship, const Person& person);
/// The title with first names, for sentences.
std::string shortTitleOf(const Language& language, const Mentorship& mentorship);
std::string personName(const Language& language, const Mentorship& mentorship, const Person& person);

/// A text for the date field from a session; what exchange/when.hpp reads back.
std::string whenInput(const Reader& reader, const Session& session);
/// Takes what was typed into the session of an edit.
void applyWhen(Session& session, const When& when, const std::string& zone);
/// The same for a session that has a zone of its own: it keeps that one, whoever moves it.
void applyWhen(const Reader& reader, Session& edit, const When& when, const Session& was);

}  // namespace cairn

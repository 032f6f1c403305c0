#pragma once
// What goes out after and before a session, as text. Only shared fields are read: private lines cannot
// enter.
#include <string>

#include "model/mentorship.hpp"
#include "words/reader.hpp"

namespace cairn {

enum class TextForm { plain, markdown };

/// Takeaway, next steps and the date of the next session in the others' time; `next` may be null.
std::string followUpText(const Reader& reader, const Mentorship& mentorship, const Session& session,
                         const Session* next, const std::string& takeaway, TextForm form);
std::string followUpSubject(const Language& language, const Session& session);
/// "Hi Amina, we talk on Tue 1 Dec, 17:00. What would you like to talk about?"
std::string askForTopicsText(const Reader& reader, const Mentorship& mentorship, const Session& session);
/// A short hello to somebody who has gone quiet.
std::string helloText(const Language& language, const Mentorship& mentorship);
/// Kind words for the end.
std::string goodbyeText(const Language& language, const Mentorship& mentorship);

/// A session's day and time as they are for the first of the others: "Tue 1 Dec, 17:00 in Lagos".
std::string whenForThem(const Reader& reader, const Mentorship& mentorship, const Session& session);

/// What goes along with a mentorship that leaves as a file.
std::string handOverMessage(const Language& language, const Mentorship& mentorship, const std::string& pageAddress);

}  // namespace cairn

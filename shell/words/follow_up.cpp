#include "words/follow_up.hpp"

#include "query/lists.hpp"
#include "query/people.hpp"
#include "words/days.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

std::string stepText(const Language& language, const Mentorship& mentorship, const Step& step, TextForm form) {
  const std::string mark = form == TextForm::markdown ? (*step.done ? "- [x] " : "- [ ] ") : "- ";
  std::string text = *step.text;
  if (const Person* owner = findAlive(mentorship.people, *step.owner)) {
    text = labelled(language, personName(language, mentorship, *owner), text);
  }
  if (*step.due) text = say(language, S::step_until, {{"step", text}, {"day", fullDayText(language, *step.due)}});
  return mark + text + "\n";
}

std::string sectionTitle(const Language& language, S title, TextForm form) {
  return (form == TextForm::markdown ? "\n## " : "\n") + std::string(say(language, title)) + "\n";
}

}  // namespace

std::string whenForThem(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  if (!*session.date) return {};
  if (*session.weekOf || !*session.time) {
    return *session.weekOf ? say(reader, S::when_week_of, {{"day", fullDayText(reader, weekStart(*session.date))}})
                           : fullDayText(reader, *session.date);
  }
  LocalTime local{*session.date, *session.time};
  std::string zone = session.zone->empty() ? reader.localZone : *session.zone;
  const auto begin = instantIn(reader.zones, zone, local);
  for (const Person* person : othersOf(mentorship)) {
    const auto offset = begin ? reader.zones.offsetAt(*person->zone, *begin) : std::nullopt;
    if (!offset) continue;
    local = localAt(*begin, *offset);
    zone = *person->zone;
    break;
  }
  return say(
      reader, S::when_in,
      {{"day", fullDayText(reader, local.date)}, {"time", timeText(reader, local.time)}, {"city", cityOf(zone)}});
}

std::string followUpSubject(const Language& language, const Session& session) {
  return joined(language, {sessionTitle(language, session), *session.date ? fullDayText(language, *session.date) : ""},
                S::listed);
}

std::string followUpText(const Reader& reader, const Mentorship& mentorship, const Session& session,
                         const Session* next, const std::string& takeaway, TextForm form) {
  std::string text = form == TextForm::markdown ? "# " : "";
  text += followUpSubject(reader, session) + "\n";
  if (!takeaway.empty()) {
    text += sectionTitle(reader, S::takeaway_title, form) +
            (form == TextForm::markdown ? "> " + takeaway : say(reader, S::quoted, {{"text", takeaway}})) + "\n";
  }
  const auto steps = stepsInOrder(mentorship, HomeKind::session, session.id);
  if (!steps.empty()) text += sectionTitle(reader, S::steps_title, form);
  for (const Step* step : steps) text += stepText(reader, mentorship, *step, form);
  if (next && next != &session && *next->date) {
    text += "\n" + say(reader, S::follow_up_next, {{"when", whenForThem(reader, mentorship, *next)}}) + "\n";
  }
  return text;
}

std::string askForTopicsText(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  const std::string when = whenForThem(reader, mentorship, session);
  return when.empty() ? say(reader, S::ask_topics_text_soon, {{"name", shortTitleOf(reader, mentorship)}})
                      : say(reader, S::ask_topics_text, {{"name", shortTitleOf(reader, mentorship)}, {"when", when}});
}

std::string helloText(const Language& language, const Mentorship& mentorship) {
  return say(language, S::hello_text, {{"name", shortTitleOf(language, mentorship)}});
}

std::string goodbyeText(const Language& language, const Mentorship& mentorship) {
  std::size_t held = 0;
  for (const auto& [id, session] : mentorship.sessions) held += isAlive(session) && *session.outcome == Outcome::held;
  const std::string ends = say(language, S::goodbye_ends, {{"name", shortTitleOf(language, mentorship)}});
  const std::string talks = held == 0 ? std::string() : sayCount(language, S::goodbye_talks_count, held);
  return joined(language, {ends, talks, say(language, S::goodbye_thanks)}, S::sentences);
}

std::string handOverMessage(const Language& language, const Mentorship& mentorship, const std::string& pageAddress) {
  return say(language, S::hand_over_message, {{"name", shortTitleOf(language, mentorship)}, {"address", pageAddress}});
}

}  // namespace cairn

#include "words/follow_up.hpp"

#include "query/lists.hpp"
#include "query/people.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

std::string stepText(const Mentorship& mentorship, const Step& step, TextForm form) {
  std::string line = form == TextForm::markdown ? (*step.done ? "- [x] " : "- [ ] ") : "- ";
  if (const Person* owner = findAlive(mentorship.people, *step.owner)) line += personName(mentorship, *owner) + ": ";
  line += *step.text;
  if (*step.due) line += " (" + say(S::step_by, {{"day", fullDayText(*step.due)}}) + ")";
  return line + "\n";
}

std::string sectionTitle(S title, TextForm form) {
  return (form == TextForm::markdown ? "\n## " : "\n") + std::string(say(title)) + "\n";
}

}  // namespace

std::string whenForThem(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  if (!*session.date) return {};
  if (*session.weekOf || !*session.time) {
    return *session.weekOf ? say(S::when_week_of, {{"day", fullDayText(weekStart(*session.date))}})
                           : fullDayText(*session.date);
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
  return say(S::when_in, {{"day", fullDayText(local.date)}, {"time", toText(local.time)}, {"city", cityOf(zone)}});
}

std::string followUpSubject(const Session& session) {
  return sessionTitle(session) + (*session.date ? ", " + fullDayText(*session.date) : "");
}

std::string followUpText(const Reader& reader, const Mentorship& mentorship, const Session& session,
                         const Session* next, const std::string& takeaway, TextForm form) {
  std::string text = form == TextForm::markdown ? "# " : "";
  text += sessionTitle(session) + (*session.date ? ", " + fullDayText(*session.date) : "") + "\n";
  if (!takeaway.empty()) {
    text += sectionTitle(S::takeaway_title, form) +
            (form == TextForm::markdown ? "> " + takeaway : "“" + takeaway + "”") + "\n";
  }
  const auto steps = stepsInOrder(mentorship, HomeKind::session, session.id);
  if (!steps.empty()) text += sectionTitle(S::steps_title, form);
  for (const Step* step : steps) text += stepText(mentorship, *step, form);
  if (next && next != &session && *next->date) {
    text += "\n" + say(S::follow_up_next, {{"when", whenForThem(reader, mentorship, *next)}}) + "\n";
  }
  return text;
}

std::string askForTopicsText(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  const std::string when = whenForThem(reader, mentorship, session);
  return when.empty() ? say(S::ask_topics_text_soon, {{"name", shortTitleOf(mentorship)}})
                      : say(S::ask_topics_text, {{"name", shortTitleOf(mentorship)}, {"when", when}});
}

std::string helloText(const Mentorship& mentorship) { return say(S::hello_text, {{"name", shortTitleOf(mentorship)}}); }

std::string goodbyeText(const Mentorship& mentorship) {
  std::size_t held = 0;
  for (const auto& [id, session] : mentorship.sessions) held += isAlive(session) && *session.outcome == Outcome::held;
  const std::string talks =
      held == 0 ? std::string() : sayCount(S::goodbye_talks_one, S::goodbye_talks_many, held) + " ";
  return say(S::goodbye_text, {{"name", shortTitleOf(mentorship)}, {"talks", talks}});
}

std::string handOverMessage(const Mentorship& mentorship, const std::string& pageAddress) {
  return say(S::hand_over_message, {{"name", shortTitleOf(mentorship)}, {"address", pageAddress}});
}

}  // namespace cairn

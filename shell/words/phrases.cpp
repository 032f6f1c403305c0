#include "words/phrases.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "exchange/when.hpp"
#include "insight/clock_shift.hpp"
#include "insight/today.hpp"
#include "query/lists.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"
#include "strings.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

constexpr std::array<S, 6> kKinds{S::kind_regular,     S::kind_check_up, S::kind_long,
                                  S::kind_work_review, S::kind_informal, S::kind_closing};

const std::string& zoneOf(const Reader& reader, const Session& session) {
  return session.zone->empty() ? reader.localZone : *session.zone;
}

/// A session's begin on the reader's own clock. An hour that a clock change skips is the one that comes instead.
LocalTime localBegin(const Reader& reader, const Session& session) {
  const LocalTime wall{*session.date, *session.time};
  const auto begin = instantIn(reader.zones, zoneOf(reader, session), wall);
  const auto offset = begin ? reader.zones.offsetAt(reader.localZone, *begin) : std::nullopt;
  return offset ? localAt(*begin, *offset) : wall;
}

constexpr std::size_t kMostNames = 4;

/// "Ana, Ben, Cem, Dilip and 12 more".
template <class NameOf>
std::string namesOfSome(const Language& language, const std::vector<const Person*>& people, NameOf&& nameOf) {
  std::string names;
  for (std::size_t at = 0; at < std::min(people.size(), kMostNames); ++at) {
    names = joined(language, {names, nameOf(*people[at])}, S::listed);
  }
  if (names.empty()) return std::string(say(language, S::person_unnamed));
  if (people.size() <= kMostNames) return names;
  return say(language, S::names_more, {{"names", names}, {"count", std::to_string(people.size() - kMostNames)}});
}

constexpr char lowered(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

/// Whether a key is "did_" and the name, spelled as the catalogue spells: "did_goal_add" for goalAdd.
constexpr bool isOfCommand(std::string_view key, std::string_view name) {
  if (!key.starts_with("did_")) return false;
  key.remove_prefix(4);
  for (const char letter : name) {
    if (lowered(letter) != letter) {
      if (!key.starts_with('_')) return false;
      key.remove_prefix(1);
    }
    if (!key.starts_with(lowered(letter))) return false;
    key.remove_prefix(1);
  }
  return key.empty();
}

/// Found while compiling: abort() can be no part of a constant, so a name without words does not compile.
constexpr S doneText(std::string_view name) {
  for (const NamedText& one : kNamed) {
    if (isOfCommand(one.key, name)) return one.text;
  }
  std::abort();
}

constexpr S kDone[] = {
#define CAIRN_NAME(name) doneText(#name),
    CAIRN_COMMAND_NAMES(CAIRN_NAME)
#undef CAIRN_NAME
};

}  // namespace

std::string keyOf(std::string_view name) {
  std::string key;
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z') key += '_';
    key += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return key;
}

std::string_view doneWords(const Language& language, CommandName name) {
  return say(language, kDone[static_cast<std::size_t>(name)]);
}

std::string_view thingWord(const Language& language, std::string_view collection) {
  return sayNamed(language, "thing_" + (collection.empty() ? "mentorship" : keyOf(collection)));
}

std::string thingLabel(const Language& language, std::string_view collection, const std::string& label) {
  const bool named = !collection.empty() && collection != "letter" && !label.empty();
  return named ? readable(language, label) : std::string(thingWord(language, collection));
}

std::string fieldWord(const Language& language, std::string_view field) {
  const auto word = sayNamed(language, "field_" + keyOf(field));
  return std::string(word.empty() ? field : word);
}

std::string valueWord(const Language& language, const Mentorship& mentorship, const std::string& text) {
  const auto id = idFromText(text);
  const Person* person = id ? findAlive(mentorship.people, *id) : nullptr;
  if (person) return personName(language, mentorship, *person);
  std::string key = "value_" + text;
  std::replace(key.begin(), key.end(), '-', '_');
  const auto word = sayNamed(language, key);
  return word.empty() ? readable(language, text) : std::string(word);
}

std::string whenText(const Reader& reader, const Session& session) {
  if (!*session.date) return std::string(say(reader, S::when_none));
  const Date today = reader.moment.local.date;
  if (*session.weekOf) {
    const Date week = weekStart(*session.date);
    return say(
        reader, S::when_week_of,
        {{"day", civilOf(week).year == civilOf(today).year ? dayAndMonth(reader, week) : fullDayText(reader, week)}});
  }
  if (!*session.time) return dayText(reader, *session.date, today);
  const LocalTime local = localBegin(reader, session);
  return say(reader, S::when_at, {{"day", dayText(reader, local.date, today)}, {"time", timeText(reader, local.time)}});
}

Date localDay(const Reader& reader, const Session& session) {
  if (*session.weekOf) return weekStart(*session.date);
  return *session.date && *session.time ? localBegin(reader, session).date : *session.date;
}

std::string whenText(const Reader& reader, const When& when) {
  Session session;
  applyWhen(session, when, reader.localZone);
  return whenText(reader, session);
}

std::string theirClockText(const Reader& reader, const Mentorship& mentorship, const Person& person,
                           const LocalTime& theirs, bool isOtherDay) {
  const std::string time = timeText(reader, theirs.time);
  const std::string_view weekday = weekdayText(reader, weekdayOf(theirs.date));
  return say(reader, S::time_for,
             {{"time", isOtherDay ? say(reader, S::time_on_day, {{"weekday", weekday}, {"time", time}}) : time},
              {"name", shortNameOf(reader, mentorship, person)}});
}

std::string theirTimeText(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  if (!*session.date || *session.weekOf || !*session.time) return {};
  const LocalTime mine = localBegin(reader, session);
  const auto begin = instantIn(reader.zones, zoneOf(reader, session), {*session.date, *session.time});
  if (!begin) return {};
  std::string all;
  for (const Person* person : someOthersOf(mentorship)) {
    const auto offset = person->zone->empty() ? std::nullopt : reader.zones.offsetAt(*person->zone, *begin);
    if (!offset) continue;
    const LocalTime theirs = localAt(*begin, *offset);
    if (theirs == mine) continue;
    all = joined(reader, {all, theirClockText(reader, mentorship, *person, theirs, theirs.date != mine.date)});
  }
  return all;
}

std::string bothTimesText(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  const std::string theirs = theirTimeText(reader, mentorship, session);
  return joined(reader, {whenText(reader, session), theirs});
}

std::string bothTimesText(const Reader& reader, const Mentorship& mentorship, const When& when) {
  Session session;
  applyWhen(session, when, reader.localZone);
  const std::string odd = oddHourText(reader, session);
  return bothTimesText(reader, mentorship, session) + (odd.empty() ? "" : ". " + odd);
}

std::string oddHourText(const Reader& reader, const Session& session) {
  if (!*session.date || !*session.time || *session.weekOf) return {};
  const std::string& zone = zoneOf(reader, session);
  const auto kind = wallTimeIn(reader.zones, zone, {*session.date, *session.time});
  if (kind == WallTime::once) return {};
  return say(reader, kind == WallTime::skipped ? S::hour_skipped : S::hour_twice,
             {{"time", timeText(reader, *session.time)}, {"city", cityOf(zone)}});
}

std::string kindText(const Language& language, SessionKind kind) {
  return std::string(say(language, kKinds[static_cast<std::size_t>(kind)]));
}

std::string sessionTitle(const Language& language, const Session& session) {
  return session.title->empty() ? kindText(language, *session.kind) : *session.title;
}

std::string outcomeText(const Reader& reader, const Session& session) {
  switch (*session.outcome) {
    case Outcome::held: return std::string(say(reader, S::outcome_held));
    case Outcome::moved: return std::string(say(reader, S::outcome_moved));
    case Outcome::didNotHappen: return std::string(say(reader, S::outcome_did_not_happen));
    case Outcome::notRecorded: break;
  }
  return isNotRecorded(session, reader.zones, reader.moment) ? std::string(say(reader, S::outcome_not_recorded))
                                                             : std::string();
}

std::string agoText(const Language& language, Date date, Date today) {
  const int days = today.days - date.days;
  const auto past = static_cast<std::size_t>(std::max(days, 0));
  return past < 14 ? sayCount(language, S::ago_days, past) : sayCount(language, S::ago_weeks, past / 7);
}

std::string contactText(const Reader& reader, const Contact& contact) {
  constexpr std::array<S, 3> kWords{S::contact_message, S::contact_mail, S::contact_call};
  const std::string what = joined(reader,
                                  {say(reader, kWords[static_cast<std::size_t>(*contact.kind)]),
                                   dayInText(reader, *contact.date, reader.moment.local.date)},
                                  S::listed);
  return contact.text->empty() ? what : labelled(reader, what, *contact.text);
}

std::string clockChangeText(const Reader& reader, const Mentorship& mentorship, const Session& session) {
  if (!*session.date || !*session.time || *session.weekOf) return {};
  constexpr Instant kSoon = 15 * kDay;
  const auto begin = instantIn(reader.zones, zoneOf(reader, session), {*session.date, *session.time});
  if (!begin || *begin > reader.moment.now + kSoon) return {};
  const LocalTime mine = localBegin(reader, session);
  for (const Person* person : someOthersOf(mentorship)) {
    const auto shift = clockShift(reader.zones, reader.localZone, *person->zone, reader.moment.now, *begin);
    const auto offset = shift ? reader.zones.offsetAt(*person->zone, *begin) : std::nullopt;
    if (!offset) continue;
    const std::string until =
        shift->until ? say(reader, S::clock_until, {{"day", dayAndMonth(reader, shift->until)}}) : "";
    return say(reader, S::clock_change,
               {{"day", dayAndMonth(reader, shift->from)},
                {"mine", timeText(reader, mine.time)},
                {"theirs", timeText(reader, localAt(*begin, *offset).time)},
                {"name", shortNameOf(reader, mentorship, *person)},
                {"until", until}});
  }
  return {};
}

std::string personName(const Language& language, const Mentorship& mentorship, const Person& person) {
  if (!person.name->empty()) return *person.name;
  if (person.id == *mentorship.me) return std::string(say(language, S::person_me));
  return std::string(say(language, *person.role == Role::mentor ? S::person_mentor : S::person_unnamed));
}

std::string orNoWords(const Language& language, const std::string& text) {
  return text.empty() ? std::string(say(language, S::no_words)) : text;
}

std::string titleOf(const Language& language, const Mentorship& mentorship) {
  return namesOfSome(language, otherSideOf(mentorship),
                     [&](const Person& person) { return personName(language, mentorship, person); });
}

std::string shortNameOf(const Language& language, const Mentorship& mentorship, const Person& person) {
  const std::string first = firstNameOf(person);
  return first.empty() ? personName(language, mentorship, person) : first;
}

std::string shortTitleOf(const Language& language, const Mentorship& mentorship) {
  return namesOfSome(language, otherSideOf(mentorship),
                     [&](const Person& person) { return shortNameOf(language, mentorship, person); });
}

std::string stepDetail(const Reader& reader, const Mentorship& mentorship, const Step& step) {
  std::string detail;
  if (const Person* owner = findAlive(mentorship.people, *step.owner)) detail = personName(reader, mentorship, *owner);
  if (const Date day = dueOf(mentorship, step)) {
    const std::string due = say(reader, S::step_due, {{"day", dayInText(reader, day, reader.moment.local.date)}});
    detail = joined(reader, {detail, due});
    const Date today = reader.moment.local.date;
    const bool late = !*step.done && day < today && !isAtRest(mentorship, today);
    if (late) detail = joined(reader, {detail, say(reader, S::step_still_open)});
  }
  return *step.confirmed ? joined(reader, {detail, say(reader, S::step_confirmed)}) : detail;
}

std::string whenInput(const Reader& reader, const Session& session) {
  if (!*session.date) return {};
  if (*session.weekOf) return say(reader, S::week_of_input, {{"day", fullDayText(reader, *session.date)}});
  if (!*session.time) return fullDayText(reader, *session.date);
  const LocalTime local = localBegin(reader, session);
  return momentText(reader, local.date, local.time);
}

void applyWhen(const Reader& reader, Session& edit, const When& when, const Session& was) {
  const bool elsewhere = !was.zone->empty() && *was.zone != reader.localZone;
  const auto begin = elsewhere && when.time && !when.weekOf
                         ? instantIn(reader.zones, reader.localZone, {when.date, when.time})
                         : std::nullopt;
  const auto offset = begin ? reader.zones.offsetAt(*was.zone, *begin) : std::nullopt;
  if (!offset) return applyWhen(edit, when, reader.localZone);
  const LocalTime there = localAt(*begin, *offset);
  applyWhen(edit, When{there.date, there.time, false}, *was.zone);
}

void applyWhen(Session& session, const When& when, const std::string& zone) {
  session.date.set(when.date);
  session.weekOf.set(when.weekOf);
  session.time.set(when.time);
  session.zone.set(when.time ? zone : std::string());
}

}  // namespace cairn

// People: what they are called, where they are, how they are reached, and when their days meet.
#include <algorithm>

#include "command/mentorships.hpp"
#include "exchange/hours.hpp"
#include "query/people.hpp"
#include "query/reach.hpp"
#include "screens/screens.hpp"
#include "widgets/pictures.hpp"
#include "words/days.hpp"
#include "words/phrases.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

/// Whom one looks up first; oneself comes last.
std::vector<const Person*> withMe(std::vector<const Person*> others, const Mentorship& mentorship) {
  if (const Person* me = meOf(mentorship)) others.push_back(me);
  return others;
}

void zoneOf(Frame& frame, const Mentorship& mentorship, const Person& person) {
  FieldOptions zone;
  zone.value = *person.zone;
  zone.placeholder = say(frame, S::zone_example);
  if (const auto offset = frame.zones.offsetAt(*person.zone, frame.moment.now)) {
    frame.ui.clock = true;
    zone.hint =
        say(frame, S::zone_now,
            {{"time", timeText(frame, localAt(frame.moment.now, *offset).time)}, {"city", cityOf(*person.zone)}});
  } else if (!person.zone->empty()) {
    zone.invalid = true;
    zone.hint = say(frame, S::zone_unknown);
  }
  savedField(frame, mentorship.id, "people", person.id, "zone", say(frame, S::person_zone), zone);
}

/// "Mon–Fri 09:00–17:00, Sun 20:00–22:00"; what readHours reads back.
std::string hoursText(const Language& language, const WeekHours& hours) {
  std::string text;
  for (const HoursRun& run : runsOf(hours)) {
    std::string days(weekdayText(language, run.from));
    if (run.to != run.from) days = say(language, S::days_span, {{"from", days}, {"to", weekdayText(language, run.to)}});
    const std::string from = timeText(language, run.hours.from);
    const std::string to = timeText(language, run.hours.to);
    text = joined(language, {text, say(language, S::hours_of_days, {{"days", days}, {"from", from}, {"to", to}})},
                  S::listed);
  }
  return text;
}

void hoursOf(Frame& frame, const Mentorship& mentorship, const Person& person, const std::string& key) {
  Ui& ui = frame.ui;
  FieldOptions options;
  options.value = hoursText(frame, *person.hours);
  options.placeholder = say(frame, S::hours_example);
  const std::string* draft = ui.editing.draft(key);
  options.invalid = draft && !readHours(*draft, vocabularyOf(frame));
  options.hint = options.invalid ? say(frame, S::hours_not_understood) : std::string_view();
  const auto set = [key, id = person.id, shown = options.value](Frame& now, const Mentorship& there,
                                                                const FieldDone& done) {
    const auto hours = done.text != shown ? readHours(done.text, vocabularyOf(now)) : std::nullopt;
    if (!hours) return;
    now.ui.editing.clear(key);
    now.commands.run(setHours(there, id, *hours));
  };
  options.whenDone = whenDone(frame, mentorship, set);
  textField(ui, key, say(frame, S::person_hours), options);
}

void moreOf(Frame& frame, const Mentorship& mentorship, const Person& person, const std::string& key) {
  if (!unfolded(frame, key + "/more", say(frame, S::person_more))) return;
  gap(frame.ui, space::kSmall);
  hoursOf(frame, mentorship, person, "edit/" + key + "/hours");
  versionsAt(frame, mentorship, "people", person.id, {"hours"});
  plainField(frame, {mentorship.id, "people", person.id}, "chat", S::person_chat, *person.chat, S::person_chat_example);
  plainField(frame, {mentorship.id, "people", person.id}, "phone", S::person_phone, *person.phone,
             S::person_phone_example);
  plainField(frame, {mentorship.id, "people", person.id}, "booking", S::person_booking, *person.booking,
             S::link_example);
  plainField(frame, {mentorship.id, "people", person.id}, "sayIt", S::person_say_it, *person.sayIt,
             S::person_say_it_example);
  plainField(frame, {mentorship.id, "people", person.id}, "pronouns", S::person_pronouns, *person.pronouns,
             S::person_pronouns_example);
}

/// Ways to reach somebody else, as far as they are known.
void channels(Frame& frame, const Person& person, const std::string& key) {
  Ui& ui = frame.ui;
  const auto way = [&](const char* part, S label, const std::string& address) {
    ButtonOptions options;
    options.name = say(frame, S::channel_of, {{"channel", say(frame, label)}, {"name", firstNameOf(person)}});
    if (!address.empty() && button(ui, key + part, say(frame, label), options)) frame.commands.openLink(address);
  };
  const Row row(ui);
  way("/to-chat", S::person_chat, webAddress(*person.chat));
  way("/to-phone", S::person_phone, phoneAddress(*person.phone));
  way("/to-booking", S::person_booking, webAddress(*person.booking));
}

void personCard(Frame& frame, const Mentorship& mentorship, const Person& person) {
  Ui& ui = frame.ui;
  const Id& id = person.id;
  const std::string key = "person/" + toText(id);
  const bool isMe = id == *mentorship.me;
  const Card card(ui, key, personName(frame, mentorship, person));
  heading(ui, 3,
          isMe ? say(frame, S::person_is_me, {{"name", personName(frame, mentorship, person)}})
               : personName(frame, mentorship, person));
  FieldOptions name;
  name.value = *person.name;
  savedField(frame, mentorship.id, "people", id, "name", say(frame, S::person_name), name);
  zoneOf(frame, mentorship, person);
  plainField(frame, {mentorship.id, "people", person.id}, "video", S::link_label, *person.video, S::link_example);
  moreOf(frame, mentorship, person, key);
  if (isMe) return;
  channels(frame, person, key);
  gap(ui, space::kSmall);
  FieldOptions remember;
  remember.value = *person.remember;
  remember.onlyMe = true;
  remember.rows = 2;
  remember.hint = say(frame, S::only_you);
  savedField(frame, mentorship.id, "people", id, "remember", say(frame, S::person_remember), remember);
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  quiet.description = personName(frame, mentorship, person);
  if (button(ui, key + "/me", say(frame, S::person_this_is_me), quiet)) frame.commands.run(chooseMe(mentorship.id, id));
}

std::string clock(const Language& language, int minutes) { return timeText(language, TimeOfDay{minutes % (24 * 60)}); }

/// What the strip shows, in a sentence.
std::string meetingText(const Language& language, std::span<const DayOf> people) {
  const bool allTold = std::all_of(people.begin(), people.end(), [](const DayOf& one) { return bool(one.from); });
  if (!allTold) return std::string(say(language, S::hours_not_told));
  const auto common = commonHours(people);
  if (common.empty()) return std::string(say(language, S::hours_apart));
  std::string spans;
  for (const auto& [from, to] : common) {
    spans = joined(
        language, {spans, say(language, S::hours_span, {{"from", clock(language, from)}, {"to", clock(language, to)}})},
        S::listed);
  }
  return say(language, S::hours_meet, {{"spans", spans}});
}

}  // namespace

void daysTogether(Frame& frame, const Mentorship& mentorship, const Session* session) {
  constexpr TimeOfDay kNoon{12 * 60};
  const bool dated = session && *session->date;
  const bool timed = dated && *session->time && !*session->weekOf;
  const LocalTime asked = dated ? LocalTime{*session->date, timed ? *session->time : kNoon} : frame.moment.local;
  const std::string& zone = dated && !session->zone->empty() ? *session->zone : frame.localZone;
  // Clocks as they will be then: they may change before that.
  const Instant then = instantIn(frame.zones, zone, asked).value_or(frame.moment.now);
  const auto mine = frame.zones.offsetAt(frame.localZone, then);
  if (!mine) return;
  const LocalTime ours = localAt(then, *mine);
  const auto weekday = static_cast<std::size_t>(weekdayOf(ours.date));
  auto known = othersOf(mentorship);
  std::erase_if(known, [](const Person* person) { return person->zone->empty(); });
  const std::size_t all = known.size();
  if (all > kPeopleInText) known.resize(kPeopleInText);  // of more a picture says nothing
  auto inOrder = withMe(std::move(known), mentorship);
  std::reverse(inOrder.begin(), inOrder.end());
  std::vector<DayOf> people;
  bool others = false;
  for (const Person* person : inOrder) {
    const bool isMe = person->id == *mentorship.me;
    const auto theirs = isMe ? mine : frame.zones.offsetAt(*person->zone, then);
    if (!theirs) continue;
    others = others || !isMe;
    const WeekHours::Span& span = person->hours->days[weekday];
    const std::string name =
        isMe ? std::string(say(frame, S::you))
             : say(frame, S::hours_of, {{"name", firstNameOf(*person)}, {"city", cityOf(*person->zone)}});
    people.push_back({name, *theirs - *mine, span.from, span.to});
  }
  if (!others) return;
  std::string text = meetingText(frame, people);
  if (all > kPeopleInText) {
    text = say(frame, S::hours_some,
               {{"count", std::to_string(kPeopleInText)}, {"all", std::to_string(all)}, {"text", text}});
  }
  dayAndNight(frame.ui, "days/" + toText(mentorship.id), text, people,
              timed ? std::optional(ours.time.minutes) : std::nullopt);
}

void drawPeople(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::people_title));
  gap(ui, space::kTight);
  daysTogether(frame, mentorship, viewOf(frame, mentorship).next);
  const auto people = withMe(othersOf(mentorship), mentorship);
  drawPart(frame, {"people/" + toText(mentorship.id), people.size(), 20, [&](std::size_t at) { return people[at]->id; },
                   [&](std::size_t at) { personCard(frame, mentorship, *people[at]); }});
}

}  // namespace cairn

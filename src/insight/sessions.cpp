#include "insight/sessions.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cairn {
namespace {

template <class T, class Keep>
std::vector<const T*> alive(const Things<T>& things, Keep&& keep) {
  std::vector<const T*> found;
  for (const auto& [id, thing] : things) {
    if (isAlive(thing) && keep(thing)) found.push_back(&thing);
  }
  return found;
}

template <class T>
std::vector<const T*> byOrder(std::vector<const T*> things) {
  std::stable_sort(things.begin(), things.end(),
                   [](const T* a, const T* b) { return a->order.get() < b->order.get(); });
  return things;
}

Instant lengthOf(const Session& session) { return std::max<std::int64_t>(*session.minutes, 10) * kMinute; }

auto dateKey(const Session& session) {
  const bool dated = static_cast<bool>(*session.date);
  return std::tuple(!dated, session.date->days, session.time->minutes);
}

}  // namespace

std::vector<const Session*> sessionsInOrder(const Mentorship& mentorship) {
  auto sessions = alive(mentorship.sessions, [](const Session&) { return true; });
  std::stable_sort(sessions.begin(), sessions.end(),
                   [](const Session* a, const Session* b) { return dateKey(*a) < dateKey(*b); });
  return sessions;
}

std::optional<Instant> endOf(const Session& session, const Zones& zones, const Moment& moment) {
  if (!*session.date) return std::nullopt;
  const int here = static_cast<int>((instantAt(moment.local, 0) - moment.now) / kMinute);
  if (*session.weekOf || !*session.time) {
    const Date last = *session.weekOf ? weekStart(*session.date).plus(7) : session.date->plus(1);
    return instantAt({last, TimeOfDay{0}}, here);
  }
  const LocalTime local{*session.date, *session.time};
  const Instant begin = instantIn(zones, *session.zone, local).value_or(instantAt(local, here));
  return begin + lengthOf(session);
}

std::optional<Instant> beginOf(const Session& session, const Zones& zones, const Moment& moment) {
  if (!*session.time || *session.weekOf) return std::nullopt;
  const auto end = endOf(session, zones, moment);
  return end ? std::optional(*end - lengthOf(session)) : std::nullopt;
}

Instant doneAt(const Step& step) {
  Instant at = 0;
  if (!*step.done) return at;
  for (const auto& version : step.done.versions()) {
    if (version.value) at = std::max(at, version.stamp);
  }
  return at;
}

bool isNotRecorded(const Session& session, const Zones& zones, const Moment& moment) {
  if (*session.outcome != Outcome::notRecorded) return false;
  const auto end = endOf(session, zones, moment);
  return end && *end <= moment.now;
}

const Session* nextOf(const std::vector<const Session*>& sessions, const Zones& zones, const Moment& moment) {
  const Session* undated = nullptr;
  for (const Session* session : sessions) {
    if (*session->outcome != Outcome::notRecorded) continue;
    const auto end = endOf(*session, zones, moment);
    if (end && *end > moment.now) return session;
    if (!end && !undated) undated = session;
  }
  return undated;
}

const Session* nextSession(const Mentorship& mentorship, const Zones& zones, const Moment& moment) {
  return nextOf(sessionsInOrder(mentorship), zones, moment);
}

const Session* lastHeldOf(const std::vector<const Session*>& sessions, const Session* before) {
  const Session* last = nullptr;
  for (const Session* session : sessions) {
    if (session == before) break;
    if (*session->outcome == Outcome::held) last = session;
  }
  return last;
}

const Session* latestOf(const std::vector<const Session*>& sessions) {
  const Session* latest = nullptr;
  bool planned = false;
  for (const Session* session : sessions) {
    const bool counts = *session->outcome == Outcome::held || *session->outcome == Outcome::notRecorded;
    if (!*session->date || !counts) continue;
    // A check-up and what was noted afterwards say nothing about the usual hour.
    const bool usual = *session->kind != SessionKind::checkUp && (*session->time || *session->weekOf);
    if (usual || !planned) latest = session;
    planned = planned || usual;
  }
  return latest;
}

std::optional<Session> suggestedAfter(const Session* latest, int cadenceDays, Date today) {
  if (!latest) return std::nullopt;
  Session next;
  const int days = std::max((cadenceDays + 3) / 7, 1) * 7;  // whole weeks: the same weekday
  Date date = latest->date->plus(days);
  while (date <= today) date = date.plus(days);
  next.date.set(date);
  next.weekOf.set(*latest->weekOf);
  next.time.set(*latest->time);
  next.zone.set(*latest->zone);
  next.minutes.set(*latest->minutes);
  return next;
}

namespace {

template <class T>
std::vector<const T*> agendaAmong(const Things<T>& lines, const Id& session, bool isNext) {
  return byOrder(
      alive(lines, [&](const T& line) { return *line.session ? *line.session == session : isNext && !*line.done; }));
}

}  // namespace

std::vector<const Line*> agendaOf(const Mentorship& mentorship, const Id& session, bool isNext) {
  return agendaAmong(mentorship.lines, session, isNext);
}

std::vector<const PrivateLine*> privateAgendaOf(const Mentorship& mentorship, const Id& session, bool isNext) {
  return agendaAmong(mentorship.privateLines, session, isNext);
}

std::string phoneAddress(std::string number) {
  std::erase(number, ' ');
  return number.empty() ? number : "tel:" + number;
}

std::string webAddress(std::string_view text) {
  if (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:"))
    return std::string(text);
  const auto host = text.substr(0, text.find('/'));
  const auto dot = host.find('.');
  const bool looksLikeOne = dot != std::string_view::npos && dot > 0 && dot + 1 < host.size() &&
                            host.find_first_of(" @:\t\n") == std::string_view::npos &&
                            text.find_first_of(" \t\n") == std::string_view::npos;
  return looksLikeOne ? "https://" + std::string(text) : std::string();
}

std::string joinAddress(const Mentorship& mentorship, const Session& session) {
  const auto others = othersOf(mentorship);
  const auto theirs = [&](const Field<std::string> Person::*channel) -> std::string {
    for (const Person* other : others) {
      if (!(other->*channel)->empty()) return *(other->*channel);
    }
    return {};
  };
  const auto theirPage = [&](const Field<std::string> Person::*channel) { return webAddress(theirs(channel)); };
  if (*session.how == SessionHow::phone) return phoneAddress(theirs(&Person::phone));
  if (*session.how == SessionHow::chat) return theirPage(&Person::chat);
  if (*session.how != SessionHow::video) return {};
  const Person* me = meOf(mentorship);
  if (std::string mine = me ? webAddress(*me->video) : std::string(); !mine.empty()) return mine;
  for (const auto channel : {&Person::video, &Person::chat, &Person::booking}) {
    if (std::string address = theirPage(channel); !address.empty()) return address;
  }
  return phoneAddress(theirs(&Person::phone));
}

const Person* meOf(const Mentorship& mentorship) { return findAlive(mentorship.people, *mentorship.me); }

std::vector<const Person*> othersOf(const Mentorship& mentorship) {
  const Id me = *mentorship.me;
  auto people = alive(mentorship.people, [&](const Person& person) { return person.id != me; });
  if (people.size() > kSortedPeople) return people;
  std::stable_sort(people.begin(), people.end(),
                   [](const Person* a, const Person* b) { return foldForSearch(*a->name) < foldForSearch(*b->name); });
  return people;
}

std::vector<const Person*> someOthersOf(const Mentorship& mentorship) {
  auto people = othersOf(mentorship);
  if (people.size() > kPeopleInText) people.resize(kPeopleInText);
  return people;
}

std::vector<const Person*> otherSideOf(const Mentorship& mentorship) {
  auto people = othersOf(mentorship);
  const Person* me = meOf(mentorship);
  if (!me || me->role.versions().empty()) return people;
  const auto isOnMySide = [&](const Person* person) {
    return !person->role.versions().empty() && *person->role == *me->role;
  };
  if (!std::all_of(people.begin(), people.end(), isOnMySide)) std::erase_if(people, isOnMySide);
  return people;
}

std::vector<const Step*> stepsInOrder(const Mentorship& mentorship, HomeKind kind, const Id& home) {
  return byOrder(
      alive(mentorship.steps, [&](const Step& step) { return *step.homeKind == kind && *step.home == home; }));
}

Date dueOf(const Mentorship& mentorship, const Step& step) {
  if (*step.due || *step.dueAfter <= 0 || !*mentorship.start) return *step.due;
  return mentorship.start->plus(static_cast<int>(*step.dueAfter) - 1);
}

std::vector<const Step*> openSteps(const Mentorship& mentorship) {
  auto steps = byOrder(alive(mentorship.steps, [](const Step& step) { return !*step.done; }));
  const auto due = [&](const Step* step) {
    const Date day = dueOf(mentorship, *step);
    return day ? day.days : INT32_MAX;
  };
  std::stable_sort(steps.begin(), steps.end(), [&](const Step* a, const Step* b) { return due(a) < due(b); });
  return steps;
}

std::vector<const Line*> linesOf(const Mentorship& mentorship, const Id& session) {
  return byOrder(alive(mentorship.lines, [&](const Line& line) { return *line.session == session; }));
}

std::vector<const Goal*> goalsInOrder(const Mentorship& mentorship) {
  return byOrder(alive(mentorship.goals, [](const Goal&) { return true; }));
}

std::vector<const Checklist*> checklistsInOrder(const Mentorship& mentorship) {
  return byOrder(alive(mentorship.checklists, [](const Checklist&) { return true; }));
}

std::string namesOf(const Mentorship& mentorship) {
  std::string names;
  for (const Person* person : otherSideOf(mentorship)) names += (names.empty() ? "" : ", ") + *person->name;
  return names;
}

std::string firstNameOf(const Person& person) { return person.name->substr(0, person.name->find(' ')); }

const Series* seriesOf(const Mentorship& mentorship) {
  const Series* latest = nullptr;
  for (const Series* series : alive(mentorship.series, [](const Series& one) { return *one.everyWeeks > 0; })) {
    if (!latest || *series->first > *latest->first) latest = series;
  }
  return latest;
}

std::vector<const Mentorship*> mentorshipsInOrder(const Workspace& workspace) {
  std::vector<std::pair<std::string, const Mentorship*>> named;
  for (const auto& [id, mentorship] : workspace.mentorships) {
    if (isThere(mentorship) && !*mentorship.hidden) named.emplace_back(foldForSearch(namesOf(mentorship)), &mentorship);
  }
  std::stable_sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Mentorship*> found;
  found.reserve(named.size());
  for (const auto& [name, mentorship] : named) found.push_back(mentorship);
  return found;
}

}  // namespace cairn

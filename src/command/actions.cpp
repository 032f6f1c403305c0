#include "command/actions.hpp"

#include <algorithm>

#include "base/checksum.hpp"
#include "base/order.hpp"
#include "insight/sessions.hpp"

namespace cairn {
namespace {

constexpr std::size_t kLongestOrder = 100;

void addWords(std::string& all, std::string_view words) {
  all += words;
  all += '\n';
}

std::string digest(const std::string& words) { return toHex(checksumOf(words)) + toBase32(checksum(words), 13); }

/// Every line of one kind that points at `from` and is not done points at `to`.
template <class T>
void pointLines(const Things<T>& lines, Things<T>& edits, const Id& from, const Id& to) {
  for (const auto& [id, line] : lines) {
    if (isAlive(line) && *line.session == from && !*line.done) thingAt(edits, id).session.set(to);
  }
}

Id agreementId(const Id& person, const Id& goal, const std::string& digest) {
  return derivedId("agreement", toText(person) + toText(goal) + digest);
}

Command agree(const Mentorship& mentorship, const Id& person, const Id& goal, const std::string& digest, Date date,
              AgreedHow how) {
  Command command{"agree", {}, {}};
  Agreement& agreement = thingAt(command.edit.at(mentorship.id).agreements, agreementId(person, goal, digest));
  agreement.person.set(person);
  if (goal) agreement.goal.set(goal);
  agreement.date.set(date);
  agreement.how.set(how);
  agreement.digest.set(digest);
  return command;
}

AgreedTo agreedTo(const Mentorship& mentorship, const Id& person, const Id& goal, const std::string& digest) {
  AgreedTo agreed = AgreedTo::nothing;
  for (const auto& [id, agreement] : mentorship.agreements) {
    if (!isAlive(agreement) || *agreement.person != person || *agreement.goal != goal) continue;
    if (*agreement.digest == digest) return AgreedTo::thisVersion;
    agreed = AgreedTo::earlierVersion;
  }
  return agreed;
}

/// The fields of a measure, of a goal or of an earlier version alike: visit(one, other).
template <class A, class B, class Visit>
void eachOfMeasure(A& one, B& other, Visit&& visit) {
  visit(one.expected, other.expected);
  visit(one.muchLess, other.muchLess);
  visit(one.less, other.less);
  visit(one.more, other.more);
  visit(one.muchMore, other.muchMore);
  visit(one.weight, other.weight);
  visit(one.unit, other.unit);
  visit(one.baseline, other.baseline);
  visit(one.target, other.target);
}

template <class T>
void moveTo(std::vector<const T*> list, const Id& id, std::size_t place, Things<T>& edits) {
  const auto moved = std::find_if(list.begin(), list.end(), [&](const T* thing) { return thing->id == id; });
  if (moved == list.end()) return;
  const T* thing = *moved;
  list.erase(moved);
  place = std::min(place, list.size());
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), thing);
  const std::string before = place > 0 ? *list[place - 1]->order : std::string();
  const std::string after = place + 1 < list.size() ? *list[place + 1]->order : std::string();
  const std::string key = orderBetween(before, after);
  const bool last = place + 1 == list.size();
  const bool fits = key.size() <= kLongestOrder && before < key && (last || key < after);
  if (fits) return thingAt(edits, id).order.set(key);
  std::string order;
  for (const T* each : list) thingAt(edits, each->id).order.set(order = orderBetween(order, ""));
}

/// Planned, and nobody has written in it.
bool isUntouched(const Session& session) {
  return isAlive(session) && *session.outcome == Outcome::notRecorded && session.notes->empty() &&
         session.privateNotes->empty();
}

/// Planned sessions that nobody has written in go; the lines of their agendas return to *Next time*.
template <class Meant>
void removePlanned(const Mentorship& mentorship, Command& command, Meant&& meant) {
  Mentorship& edit = command.edit.at(mentorship.id);
  for (const auto& [id, session] : mentorship.sessions) {
    if (!isUntouched(session) || !meant(session)) continue;
    pointLines(mentorship.lines, edit.lines, id, Id{});
    pointLines(mentorship.privateLines, edit.privateLines, id, Id{});
    command.removals.push_back({mentorship.id, "sessions", id});
  }
}

template <class Visit>
void eachDay(const Series& series, Date from, Date until, Visit&& visit) {
  const int weeks = static_cast<int>(std::max<std::int64_t>(*series.everyWeeks, 1));
  for (Date date = *series.first; date <= until; date = date.plus(7 * weeks)) {
    if (date >= from) visit(date);
  }
}

/// A session on that day that the command leaves.
bool talksOn(const Mentorship& mentorship, const Command& command, Date date) {
  return std::any_of(mentorship.sessions.begin(), mentorship.sessions.end(), [&](const auto& entry) {
    const Session& session = entry.second;
    const bool counts = *session.outcome == Outcome::notRecorded || *session.outcome == Outcome::held;
    const bool goes = std::any_of(command.removals.begin(), command.removals.end(),
                                  [&](const Ref& removed) { return removed.thing == session.id; });
    return isAlive(session) && counts && !goes && *session.date == date && !*session.weekOf;
  });
}

bool fallsOn(const Series& series, Date date) {
  bool falls = false;
  eachDay(series, date, date, [&](Date) { falls = true; });
  return falls;
}

void planFrom(const Series& series, Date date, const Zones& zones, Session& session) {
  session.date.set(date);
  session.outcome.set(Outcome::notRecorded);
  session.series.set(series.id);
  session.minutes.set(*series.minutes);
  session.how.set(*series.how);
  if (!*series.time) return session.weekOf.set(true);
  session.time.set(*series.time);
  session.zone.set(*series.zone);
  const auto instant = instantIn(zones, *series.zone, {date, *series.time});
  const auto offset = instant ? zones.offsetAt(*series.zone, *instant) : std::nullopt;
  if (offset) session.offset.set(*offset);
}

/// `taken`: days on which the command leaves another.
void addSessions(const Mentorship& mentorship, Command& command, const Series& series, Date from, Date until,
                 const Zones& zones, const std::vector<Date>& taken = {}) {
  Mentorship& edit = command.edit.at(mentorship.id);
  eachDay(series, from, until, [&](Date date) {
    // Also one that somebody removed is there, and a day on which they talk anyway is taken.
    const bool there = mentorship.sessions.contains(sessionIdOf(series.id, date));
    const bool stays = std::find(taken.begin(), taken.end(), date) != taken.end();
    const bool free = !there && !stays && !talksOn(mentorship, command, date);
    if (free) planFrom(series, date, zones, thingAt(edit.sessions, sessionIdOf(series.id, date)));
  });
}

/// What a pause had taken out of the cadence comes back.
void planAgain(const Mentorship& mentorship, Command& command, Date from, Date until, const Zones& zones) {
  const Series* series = seriesOf(mentorship);
  if (!series) return;
  Mentorship& edit = command.edit.at(mentorship.id);
  eachDay(*series, from, until, [&](Date date) {
    const Id id = sessionIdOf(series->id, date);
    const bool free = !findAlive(mentorship.sessions, id) && !talksOn(mentorship, command, date);
    if (free) planFrom(*series, date, zones, thingAt(edit.sessions, id));
  });
}

}  // namespace

Command recordOutcome(const Mentorship& mentorship, const Session& session, Outcome outcome, Instant heldAt) {
  Command command{"session_record", {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  Session& recorded = thingAt(edit.sessions, session.id);
  recorded.outcome.set(outcome);
  if (outcome == Outcome::held && *session.heldAt == 0) recorded.heldAt.set(heldAt);
  if (outcome == Outcome::notRecorded) return command;
  pointLines(mentorship.lines, edit.lines, session.id, Id{});
  pointLines(mentorship.privateLines, edit.privateLines, session.id, Id{});
  return command;
}

Command drawAgenda(const Mentorship& mentorship, const Id& session) {
  Command command{"agenda_draw", {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  pointLines(mentorship.lines, edit.lines, Id{}, session);
  pointLines(mentorship.privateLines, edit.privateLines, Id{}, session);
  return command;
}

Id sessionIdOf(const Id& series, Date date) { return derivedId("session", toText(series) + toText(date)); }

Command makeSessions(const Mentorship& mentorship, const Series& series, Date until, const Zones& zones) {
  Command command{"session_plan", {}, {}};
  addSessions(mentorship, command, series, *series.first, until, zones);
  return command;
}

void goOn(const Mentorship& mentorship, Command& command, Date today, Date until, const Zones& zones) {
  const Series* series = seriesOf(mentorship);
  if (!series) return;
  const Date end = *mentorship.end ? std::min(*mentorship.end, until) : until;
  addSessions(mentorship, command, *series, today.plus(1), end, zones);
}

Command changeCadence(const Mentorship& mentorship, const Series& series, Date today, Date until, const Zones& zones) {
  Command command{"cadence_change", {}, {}};
  const auto planned = [&](const Session& session) {
    return *session.series && *session.series != series.id && *session.date > today;
  };
  // On a day that stays it is the same session, also for a calendar that has it already.
  const auto stays = [&](const Session& session) { return *session.date <= until && fallsOn(series, *session.date); };
  std::vector<Date> taken;
  for (const auto& [id, session] : mentorship.sessions) {
    if (!isUntouched(session) || !planned(session) || !stays(session)) continue;
    taken.push_back(*session.date);
    planFrom(series, *session.date, zones, thingAt(command.edit.at(mentorship.id).sessions, id));
  }
  removePlanned(mentorship, command, [&](const Session& session) { return planned(session) && !stays(session); });
  addSessions(mentorship, command, series, *series.first, until, zones, taken);
  thingAt(command.edit.at(mentorship.id).series, series.id) = series;
  return command;
}

std::string digestOf(const Letter& letter) {
  std::string words;
  forEachField(typeOf<Letter>(), [&](const FieldTraits&, auto at) {
    const auto& value = *at.in(letter);
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, std::string>) {
      addWords(words, value);
    } else if constexpr (std::is_same_v<Value, Date>) {
      addWords(words, toText(value));
    } else if constexpr (std::is_same_v<Value, Choice>) {
      addWords(words, std::to_string(value.place));
    } else if constexpr (std::is_same_v<Value, std::int64_t>) {
      addWords(words, std::to_string(value));
    }
  });
  return digest(words);
}

std::string digestOf(const Goal& goal) {
  std::string words;
  for (const auto* field :
       {&goal.title, &goal.expected, &goal.muchLess, &goal.less, &goal.more, &goal.muchMore, &goal.unit}) {
    addWords(words, **field);
  }
  addWords(words, std::to_string(*goal.weight));
  addWords(words, goal.baseline->digits);
  addWords(words, goal.target->digits);
  return digest(words);
}

Command agreeToLetter(const Mentorship& mentorship, const Id& person, Date date, AgreedHow how,
                      const std::string& words) {
  const Letter* letter = findAlive(mentorship.letter, onlyId("letter", mentorship.id));
  const std::string digest = digestOf(letter ? *letter : Letter{});
  Command command = agree(mentorship, person, Id{}, digest, date, how);
  thingAt(command.edit.at(mentorship.id).agreements, agreementId(person, Id{}, digest)).words.set(words);
  return command;
}
Command agreeToMeasure(const Mentorship& mentorship, const Goal& goal, const Id& person, Date date, AgreedHow how) {
  return agree(mentorship, person, goal.id, digestOf(goal), date, how);
}
AgreedTo agreedToLetter(const Mentorship& mentorship, const Id& person) {
  const Letter* letter = findAlive(mentorship.letter, onlyId("letter", mentorship.id));
  return agreedTo(mentorship, person, Id{}, digestOf(letter ? *letter : Letter{}));
}
const Agreement* lastAgreement(const Mentorship& mentorship, const Id& person) {
  const Agreement* last = nullptr;
  for (const auto& [id, agreement] : mentorship.agreements) {
    if (!isAlive(agreement) || *agreement.person != person || *agreement.goal) continue;
    if (!last || *agreement.date >= *last->date) last = &agreement;
  }
  return last;
}
AgreedTo agreedToMeasure(const Mentorship& mentorship, const Goal& goal, const Id& person) {
  return agreedTo(mentorship, person, goal.id, digestOf(goal));
}

bool isAcceptedByBoth(const Mentorship& mentorship, const Goal& goal) {
  const auto accepted = std::count_if(mentorship.people.begin(), mentorship.people.end(), [&](const auto& entry) {
    return isAlive(entry.second) && agreedToMeasure(mentorship, goal, entry.first) == AgreedTo::thisVersion;
  });
  return accepted >= 2;
}

Command acceptMeasure(const Mentorship& mentorship, const Goal& goal, Date date, AgreedHow how) {
  Command command{"measure_accept", {}, {}};
  auto& edit = command.edit.at(mentorship.id).agreements;
  for (const auto& [id, person] : mentorship.people) {
    if (!isAlive(person)) continue;
    Command one = agree(mentorship, id, goal.id, digestOf(goal), date, how);
    edit.merge(one.edit.at(mentorship.id).agreements);
  }
  return command;
}

void keepEarlierMeasures(const Workspace& model, Command& command, Date today) {
  for (auto& [root, edit] : command.edit.mentorships) {
    const auto known = model.mentorships.find(root);
    if (known == model.mentorships.end()) continue;
    for (const auto& [id, wanted] : edit.goals) {
      const Goal* was = findAlive(known->second.goals, id);
      if (!was || !isAcceptedByBoth(known->second, *was)) continue;
      bool changes = false;
      eachOfMeasure(wanted, *was,
                    [&](const auto& to, const auto& from) { changes = changes || (!to.silent() && *to != *from); });
      if (!changes) continue;
      const Id kept = derivedId("earlierMeasures", toText(id) + digestOf(*was));
      EarlierMeasure& earlier = thingAt(edit.earlierMeasures, kept);
      earlier.goal.set(id);
      earlier.until.set(today);
      eachOfMeasure(earlier, *was, [](auto& keep, const auto& from) { keep.set(*from); });
    }
  }
}

Id firstReviewIdOf(const Mentorship& mentorship) { return derivedId("review", toText(mentorship.id)); }

Command agreeOnFirstReview(const Mentorship& mentorship, Date date) {
  Command command{"letter_change", {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  thingAt(edit.letter, onlyId("letter", mentorship.id)).firstReview.set(date);
  const Id id = firstReviewIdOf(mentorship);
  const Review* review = findAlive(mentorship.reviews, id);
  if (date) {
    thingAt(edit.reviews, id).date.set(date);
  } else if (review && review->change->empty()) {
    command.removals.push_back({mentorship.id, "reviews", id});
  }
  return command;
}

Command releaseAnswers(const Mentorship& mentorship, const Id& review) {
  Command command{"answers_release", {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  for (const auto& [id, mine] : mentorship.privateAnswers) {
    if (!isAlive(mine) || *mine.review != review) continue;
    Answer& answer = thingAt(edit.answers, id);
    answer.review.set(review);
    if (*mentorship.me) answer.person.set(*mentorship.me);
    answer.question.set(*mine.question);
    answer.text.set(*mine.text);
    command.removals.push_back({mentorship.id, "privateAnswers", id});
  }
  return command;
}

Command pauseUntil(const Mentorship& mentorship, Date today, Date until, const Zones& zones) {
  Command command{"mentorship_pause", {}, {}};
  const Date former = *mentorship.stage == Stage::paused ? *mentorship.pausedUntil : Date{};
  if (until && former > until) planAgain(mentorship, command, std::max(today, until), former.plus(-1), zones);
  command.edit.at(mentorship.id).stage.set(Stage::paused);
  command.edit.at(mentorship.id).pausedUntil.set(until);
  removePlanned(mentorship, command, [&](const Session& session) {
    return *session.series && *session.date >= today && *session.date < until;
  });
  return command;
}

Command resume(const Mentorship& mentorship, Date today, const Zones& zones) {
  Command command{"mentorship_resume", {}, {}};
  constexpr int kLongest = 26 * 7;  // days of a pause without an end for which sessions had been planned
  const Date until = *mentorship.pausedUntil ? *mentorship.pausedUntil : today.plus(kLongest);
  if (*mentorship.stage == Stage::paused) planAgain(mentorship, command, today, until.plus(-1), zones);
  command.edit.at(mentorship.id).stage.set(Stage::running);
  command.edit.at(mentorship.id).pausedUntil.set(Date{});
  return command;
}

Command finish(const Mentorship& mentorship, Ending ending, Date date) {
  Command command{"mentorship_finish", {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  edit.stage.set(Stage::finished);
  edit.ending.set(ending);
  edit.end.set(date);
  removePlanned(mentorship, command, [&](const Session& session) { return *session.date && *session.date > date; });
  return command;
}

Command hide(const Mentorship& mentorship, bool hidden) {
  Command command{hidden ? "mentorship_hide" : "mentorship_show", {}, {}};
  command.edit.at(mentorship.id).hidden.set(hidden);
  return command;
}

Command holdInPart(const Id& mentorship, bool inPart) {
  Command command{"file_open", {}, {}};
  command.edit.at(mentorship).inPart.set(inPart);
  return command;
}

Command moveGoal(const Mentorship& mentorship, const Id& goal, std::size_t place) {
  Command command{"goal_order", {}, {}};
  moveTo(goalsInOrder(mentorship), goal, place, command.edit.at(mentorship.id).goals);
  return command;
}

Command moveStep(const Mentorship& mentorship, const Id& step, std::size_t place) {
  Command command{"step_order", {}, {}};
  const Step* found = findAlive(mentorship.steps, step);
  if (found)
    moveTo(stepsInOrder(mentorship, *found->homeKind, *found->home), step, place, command.edit.at(mentorship.id).steps);
  return command;
}

Command moveLine(const Mentorship& mentorship, const std::vector<const Line*>& among, const Id& line,
                 std::size_t place) {
  Command command{"line_order", {}, {}};
  moveTo(among, line, place, command.edit.at(mentorship.id).lines);
  return command;
}

}  // namespace cairn

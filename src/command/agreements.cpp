#include "command/agreements.hpp"

#include <algorithm>
#include <array>

#include "base/checksum.hpp"
#include "command/change.hpp"

namespace cairn {
namespace {

void addWords(std::string& all, std::string_view words) {
  all += words;
  all += '\n';
}

std::string digest(const std::string& words) { return toHex(crc32Of(words)) + toBase32(hash64Of(words), 13); }

Id agreementId(const Id& person, const Id& goal, const std::string& digest) {
  return derivedId("agreement", toText(person) + toText(goal) + digest);
}

Command agree(const Mentorship& mentorship, const Id& person, const Id& goal, const std::string& digest, Date date,
              AgreedHow how) {
  Command command{CommandName::agree};
  Agreement& agreement = thingAt(command.edit.at(mentorship.id).agreements, agreementId(person, goal, digest));
  agreement.person.set(person);
  if (goal) agreement.goal.set(goal);
  agreement.date.set(date);
  agreement.how.set(how);
  agreement.digest.set(digest);
  return command;
}

/// What a letter held when people first agreed to one: each of these counts, empty or not. What was added since counts
/// where it says something, so that whoever agreed before it was there has agreed to the letter as it stands.
constexpr auto kFirstOfLetter = std::to_array<std::string_view>(
    {"everyWeeks", "minutes", "platform", "backUp", "between", "answerTime", "scheduling", "moving", "camera",
     "recording", "noteKeeping", "confidentiality", "confidentialityLimits", "mentorExpects", "menteeExpects",
     "holidays", "firstReview", "stopping"});

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

}  // namespace

std::string digestOf(const Letter& letter) {
  std::string words;
  forEachField(typeOf<Letter>(), [&](const FieldTraits& declared, auto at) {
    const auto& value = *at.in(letter);
    using Value = std::remove_cvref_t<decltype(value)>;
    const bool isFirst = std::find(kFirstOfLetter.begin(), kFirstOfLetter.end(), declared.name) != kFirstOfLetter.end();
    if (!isFirst && value == Value{}) return;
    if (!isFirst) addWords(words, declared.name);
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
  Command command{CommandName::measureAccept};
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

const Agreement* lastAcceptance(const Mentorship& mentorship, const Goal& goal) {
  const Agreement* last = nullptr;
  for (const auto& [id, agreement] : mentorship.agreements) {
    if (!isAlive(agreement) || *agreement.goal != goal.id) continue;
    if (!last || *agreement.date >= *last->date) last = &agreement;
  }
  return last;
}

Command setAgreementDay(const Mentorship& mentorship, const Id& agreement, Date date) {
  return change<&Mentorship::agreements>(CommandName::letterChange, mentorship, agreement,
                                         [&](Agreement& edit) { edit.date.set(date); });
}
Command setAgreementHow(const Mentorship& mentorship, const Id& agreement, AgreedHow how) {
  return change<&Mentorship::agreements>(CommandName::letterChange, mentorship, agreement,
                                         [&](Agreement& edit) { edit.how.set(how); });
}

Command changeLetter(const Mentorship& mentorship, const Letter& values) {
  Command command{CommandName::letterChange};
  const Id id = onlyId("letter", mentorship.id);
  Letter& edit = command.edit.at(mentorship.id).letter[id];
  edit = values;
  edit.id = id;
  return command;
}

}  // namespace cairn

// The letter: what the two agreed, as sentences with phrases to press; who agreed, when and how; what has
// changed since.
#include <algorithm>
#include <array>
#include <span>

#include "command/agreements.hpp"
#include "command/reviews.hpp"
#include "exchange/pasted.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "widgets/pickers.hpp"
#include "widgets/sentence.hpp"
#include "words/letter_text.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

const Letter& letterOf(const Mentorship& mentorship) {
  static const Letter kNone;
  const Letter* letter = findAlive(mentorship.letter, onlyId("letter", mentorship.id));
  return letter ? *letter : kNone;
}

std::string openKey(const Mentorship& mentorship, std::string_view field) {
  return "letter/" + toText(mentorship.id) + "/" + std::string(field);
}

/// One phrase is open at a time.
void openPhrase(Frame& frame, const Mentorship& mentorship, std::string_view field) {
  const std::string key = openKey(mentorship, field);
  const bool wasOpen = frame.state.unfolded.contains(key);
  std::erase_if(frame.state.unfolded, [](const std::string& one) { return one.starts_with("letter/"); });
  if (!wasOpen) frame.state.unfolded.insert(key);
}

void write(Frame& frame, const Mentorship& mentorship, const LetterPhrase& phrase, const std::string& value) {
  Letter values;
  setPhrase(values, phrase.field, value);
  if (value.empty()) frame.state.unfolded.erase(openKey(mentorship, phrase.field));
  frame.commands.run(changeLetter(mentorship, values));
}

void firstReview(Frame& frame, const Mentorship& mentorship) {
  DateOptions options;
  options.value = *letterOf(mentorship).firstReview;
  options.today = frame.moment.local.date;
  const auto set = [](Frame& now, const Mentorship& there, const Date& date) {
    now.commands.run(agreeOnFirstReview(there, date));
  };
  dateField(frame.ui, "edit/letter/first-review", say(frame, S::letter_review_label), options,
            whenDone(frame, mentorship, set));
}

/// What a phrase can say: usual answers, words of one's own, or nothing.
void phraseEditor(Frame& frame, const Mentorship& mentorship, const LetterPhrase& phrase) {
  Ui& ui = frame.ui;
  const std::string key = openKey(mentorship, phrase.field);
  const Card card(ui, key + "/editor", say(frame, phrase.label));
  if (phrase.field == "firstReview") {
    firstReview(frame, mentorship);
  } else {
    const auto choices = usualChoices(frame, phrase.field);
    if (choices.empty() || choices.front().value == choices.front().text) {
      FieldOptions words;
      words.value = phrase.text;
      textField(ui, textPath(mentorship.id, "letter", onlyId("letter", mentorship.id), phrase.field),
                say(frame, phrase.label), words);
    } else {
      paragraph(ui, say(frame, phrase.label), Tone::normal, type::kSmallStrong);
    }
    gap(ui, space::kTight);
    const Row row(ui);
    for (const auto& choice : choices) {
      ChipOptions chips;
      chips.chosen = choice.text == phrase.text;
      if (chip(ui, key + "/" + choice.value, choice.text, chips).pressed)
        write(frame, mentorship, phrase, choice.value);
    }
  }
  if (phrase.text.empty() || phrase.field == "firstReview") return;
  gap(ui, space::kSmall);
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  quiet.name = joined(frame, {say(frame, S::letter_leave_out), say(frame, phrase.label)}, S::listed);
  if (button(ui, key + "/leave-out", say(frame, S::letter_leave_out), quiet)) write(frame, mentorship, phrase, "");
}

void sentences(Frame& frame, const Mentorship& mentorship, const std::vector<LetterPhrase>& phrases) {
  Ui& ui = frame.ui;
  std::size_t number = 0;
  for (const auto& parts : letterSentences(frame, letterOf(mentorship))) {
    std::vector<SentencePart> shown;
    for (const auto& part : parts) {
      SentencePart one{part.text, "", "", false};
      if (part.phrase) {
        const LetterPhrase& phrase = phrases[*part.phrase];
        one.key = openKey(mentorship, phrase.field);
        one.name = say(frame, phrase.label);
        one.open = frame.state.unfolded.contains(one.key);
      }
      shown.push_back(std::move(one));
    }
    const auto pressed = sentence(ui, "letter/sentence/" + std::to_string(number++), shown);
    if (pressed) openPhrase(frame, mentorship, phrases[*parts[*pressed].phrase].field);
    for (const auto& part : parts) {
      if (!part.phrase) continue;
      const LetterPhrase& phrase = phrases[*part.phrase];
      versionsAt(frame, mentorship, "letter", onlyId("letter", mentorship.id), {phrase.field});
      if (frame.state.unfolded.contains(openKey(mentorship, phrase.field))) phraseEditor(frame, mentorship, phrase);
    }
  }
}

/// Phrases that say nothing yet: a press opens them.
void moreToAgree(Frame& frame, const Mentorship& mentorship, const std::vector<LetterPhrase>& phrases) {
  Ui& ui = frame.ui;
  gap(ui, space::kMedium);
  paragraph(ui, say(frame, S::letter_more), Tone::quiet, type::kSmall);
  gap(ui, space::kTight);
  const LetterPhrase* open = nullptr;
  {
    const Row row(ui);
    for (const auto& phrase : phrases) {
      if (!phrase.text.empty()) continue;
      const std::string key = openKey(mentorship, phrase.field);
      ChipOptions chips;
      chips.chosen = frame.state.unfolded.contains(key);
      if (chips.chosen) open = &phrase;
      if (chip(ui, key, say(frame, phrase.label), chips).pressed) openPhrase(frame, mentorship, phrase.field);
    }
  }
  gap(ui, space::kSmall);
  if (open) phraseEditor(frame, mentorship, *open);
}

/// A cadence alone, as planning leaves it, is not yet a letter.
bool isEmpty(const std::vector<LetterPhrase>& phrases) {
  return std::all_of(phrases.begin(), phrases.end(), [](const LetterPhrase& one) {
    return one.text.empty() || one.field == "everyWeeks" || one.field == "confidentiality";
  });
}

void beginWithUsual(Frame& frame, const Mentorship& mentorship) {
  Letter letter;
  const int weeks = std::clamp(viewOf(frame, mentorship).cadenceDays / 7, 1, 4);
  letter.everyWeeks.set(weeks);
  letter.minutes.set(45);
  letter.confidentiality.set(Confidentiality::betweenUs);
  for (const std::string_view field :
       {"platform", "backUp", "between", "answerTime", "moving", "noteKeeping", "stopping"}) {
    setPhrase(letter, field, usualChoices(frame, field).front().value);
  }
  frame.commands.run(changeLetter(mentorship, letter));
}

constexpr std::array<S, 4> kHow{S::agreed_call, S::agreed_writing, S::agreed_cairn, S::agreed_noted};

std::string agreedText(const Language& language, const Mentorship& mentorship, const Person& person,
                       const Agreement& agreement) {
  const bool now = agreedToLetter(mentorship, person.id) == AgreedTo::thisVersion;
  return say(language, now ? S::agreed_to_this : S::agreed_to_earlier,
             {{"name", person.id == *mentorship.me ? std::string(say(language, S::you))
                                                   : personName(language, mentorship, person)},
              {"day", fullDayText(language, *agreement.date)},
              {"how", say(language, kHow[static_cast<std::size_t>(*agreement.how)])}});
}

/// The day and the way, where they were others than what was taken for granted.
void whenAndHow(Frame& frame, const Mentorship& mentorship, const Person& person, const Agreement& agreement) {
  const std::string key = "agreement/" + toText(agreement.id);
  const std::string name = personName(frame, mentorship, person);
  if (frame.ui.paper || !unfolded(frame, key, say(frame, S::agreed_change, {{"name", name}}))) return;
  DateOptions day;
  day.value = *agreement.date;
  day.today = frame.moment.local.date;
  day.past = true;
  const auto set = [id = agreement.id](Frame& now, const Mentorship& there, const Date& date) {
    if (date) now.commands.run(setAgreementDay(there, id, date));
  };
  dateField(frame.ui, key + "/day", say(frame, S::agreed_day, {{"name", name}}), day, whenDone(frame, mentorship, set));
  std::array<std::string, kHow.size()> ways;
  for (std::size_t at = 0; at < ways.size(); ++at) ways[at] = say(frame, kHow[at]);
  const auto current = static_cast<std::size_t>(*agreement.how);
  const auto how = radioGroup(frame.ui, key + "/how", say(frame, S::agreed_how, {{"name", name}}), ways, current);
  if (how) frame.commands.run(setAgreementHow(mentorship, agreement.id, static_cast<AgreedHow>(*how)));
  gap(frame.ui, space::kSmall);
}

/// Sentences of one version that the other has not, with a sign before each.
void sinceThen(Frame& frame, const std::string& then, const std::string& now) {
  const auto before = pastedLines(then);
  const auto after = pastedLines(now);
  const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  for (const auto& line : before) {
    if (!has(after, line))
      paragraph(frame.ui, say(frame, S::letter_was, {{"sentence", line}}), Tone::quiet, type::kSmall);
  }
  for (const auto& line : after) {
    if (!has(before, line))
      paragraph(frame.ui, say(frame, S::letter_is, {{"sentence", line}}), Tone::good, type::kSmall);
  }
}

/// Who agreed, when and how; and what has changed since they did.
void agreedSoFar(Frame& frame, const Mentorship& mentorship, std::span<const Person* const> people,
                 const std::string& words) {
  std::vector<std::string> told;  // earlier words: the difference to the same ones is shown once
  for (const Person* person : people) {
    const Agreement* agreement = lastAgreement(mentorship, person->id);
    if (!agreement) continue;
    const bool earlier = agreedToLetter(mentorship, person->id) != AgreedTo::thisVersion;
    paragraph(frame.ui, agreedText(frame, mentorship, *person, *agreement), earlier ? Tone::attention : Tone::good);
    whenAndHow(frame, mentorship, *person, *agreement);
    const bool known = std::find(told.begin(), told.end(), *agreement->words) != told.end();
    if (earlier && !agreement->words->empty() && !known) told.push_back(*agreement->words);
  }
  for (const auto& earlierWords : told) sinceThen(frame, earlierWords, words);
}

void agreeButtons(Frame& frame, const Mentorship& mentorship, std::span<const Person* const> people,
                  const std::string& words) {
  const Row row(frame.ui);
  for (const Person* person : people) {
    if (agreedToLetter(mentorship, person->id) == AgreedTo::thisVersion) continue;
    const bool mine = person->id == *mentorship.me;
    const std::string label = mine ? std::string(say(frame, S::agree_me))
                                   : say(frame, S::agree_other, {{"name", personName(frame, mentorship, *person)}});
    if (!button(frame.ui, "agree/" + toText(person->id), label)) continue;
    const AgreedHow how = mine ? AgreedHow::inCairn : AgreedHow::inTheCall;
    frame.commands.run(agreeToLetter(mentorship, person->id, frame.moment.local.date, how, words));
  }
}

void agreed(Frame& frame, const Mentorship& mentorship) {
  gap(frame.ui, space::kMedium);
  std::vector<const Person*> people;
  for (const auto& [id, person] : mentorship.people) {
    if (isAlive(person)) people.push_back(&person);
  }
  const LongList list{
      "agreed/" + toText(mentorship.id), people.size(), 20, [&](std::size_t at) { return people[at]->id; }, {}};
  drawEarlier(frame, list);
  const DrawnPart part = partOf(frame, list);
  const auto shown = std::span(people).subspan(part.from, part.to - part.from);
  const std::string words = letterText(frame, letterOf(mentorship));
  agreedSoFar(frame, mentorship, shown, words);
  agreeButtons(frame, mentorship, shown, words);
  drawMore(frame, list);
}

}  // namespace

void letterInShort(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  const auto phrases = letterPhrases(frame, letterOf(mentorship));
  paragraph(ui, say(frame, S::letter_title), Tone::normal, type::kSmallStrong);
  gap(ui, space::kTight);
  if (isEmpty(phrases) && button(ui, "letter/usual", say(frame, S::letter_usual))) beginWithUsual(frame, mentorship);
  sentences(frame, mentorship, phrases);
}

void drawLetter(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::letter_title));
  const auto phrases = letterPhrases(frame, letterOf(mentorship));
  const bool empty = isEmpty(phrases);
  if (empty) {
    emptyState(ui, say(frame, S::letter_empty));
    gap(ui, space::kSmall);
    if (button(ui, "letter/usual", say(frame, S::letter_usual))) beginWithUsual(frame, mentorship);
    templates(frame, mentorship, "letters", S::templates_letters);
  }
  sentences(frame, mentorship, phrases);
  if (!ui.paper) moreToAgree(frame, mentorship, phrases);
  if (!empty) agreed(frame, mentorship);
  gap(ui, space::kLarge);
}

}  // namespace cairn

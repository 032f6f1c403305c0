#include "words/letter_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "words/days.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

constexpr std::array kSentences{S::letter_meet,     S::letter_fails,       S::letter_between, S::letter_answer_fine,
                                S::letter_schedule, S::letter_cannot_come, S::letter_camera,  S::letter_recorded,
                                S::letter_notes,    S::letter_confidence,  S::letter_limit,   S::letter_mentor,
                                S::letter_mentee,   S::letter_holidays,    S::letter_review,  S::letter_stop};

struct TextPhrase {
  std::string_view field;
  S label;
  S usual;  ///< what is usual, divided by "|"
  Field<std::string> Letter::*at;
};
constexpr std::array<TextPhrase, 14> kTexts{{
    {"platform", S::letter_platform, S::letter_platform_usual, &Letter::platform},
    {"backUp", S::letter_back_up, S::letter_back_up_usual, &Letter::backUp},
    {"between", S::letter_between_label, S::letter_between_usual, &Letter::between},
    {"answerTime", S::letter_answer, S::letter_answer_usual, &Letter::answerTime},
    {"scheduling", S::letter_scheduling, S::letter_scheduling_usual, &Letter::scheduling},
    {"moving", S::letter_moving, S::letter_moving_usual, &Letter::moving},
    {"camera", S::letter_camera_label, S::letter_camera_usual, &Letter::camera},
    {"recording", S::letter_recording, S::letter_recording_usual, &Letter::recording},
    {"noteKeeping", S::letter_note_keeping, S::letter_note_keeping_usual, &Letter::noteKeeping},
    {"confidentialityLimits", S::letter_limits, S::letter_limits_usual, &Letter::confidentialityLimits},
    {"mentorExpects", S::letter_mentor_label, S::letter_mentor_usual, &Letter::mentorExpects},
    {"menteeExpects", S::letter_mentee_label, S::letter_mentee_usual, &Letter::menteeExpects},
    {"holidays", S::letter_holidays_label, S::letter_holidays_usual, &Letter::holidays},
    {"stopping", S::letter_stopping, S::letter_stopping_usual, &Letter::stopping},
}};
constexpr std::array kConfidence{S::letter_confidence_us, S::letter_confidence_programme, S::letter_confidence_open};
constexpr std::array<std::int64_t, 4> kWeeks{1, 2, 3, 4};
constexpr std::array<std::int64_t, 5> kMinutes{15, 30, 45, 60, 90};

std::string weeksText(const Language& language, std::int64_t weeks) {
  return weeks <= 0 ? std::string() : sayCount(language, S::letter_every_count, static_cast<std::size_t>(weeks));
}
std::string minutesText(const Language& language, std::int64_t minutes) {
  return minutes <= 0 ? std::string() : say(language, S::letter_for_minutes, {{"count", std::to_string(minutes)}});
}

std::vector<LetterPart> sentenceOf(std::string_view pattern, const std::vector<LetterPhrase>& phrases) {
  std::vector<LetterPart> parts;
  bool says = false;
  const auto words = [&](std::string_view text) {
    if (!text.empty()) parts.push_back({std::string(text), std::nullopt});
  };
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('[');
    words(pattern.substr(0, open));
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find(']', open);
    const std::string_view segment = pattern.substr(open + 1, close - open - 1);
    const std::size_t from = segment.find(kArgumentMark);
    const std::size_t to = segment.find(kEndMark);
    const auto phrase = std::find_if(phrases.begin(), phrases.end(), [&](const LetterPhrase& one) {
      return one.field == segment.substr(from + 1, to - from - 1);
    });
    if (phrase != phrases.end() && !phrase->text.empty()) {
      says = true;
      words(segment.substr(0, from));
      parts.push_back({phrase->text, static_cast<std::size_t>(phrase - phrases.begin())});
      words(segment.substr(to + 1));
    }
    pattern.remove_prefix(close + 1);
  }
  return says ? parts : std::vector<LetterPart>{};
}

std::optional<std::int64_t> numberOf(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<LetterPhrase> letterPhrases(const Language& language, const Letter& letter) {
  std::vector<LetterPhrase> phrases{{"everyWeeks", S::letter_every, weeksText(language, *letter.everyWeeks)},
                                    {"minutes", S::letter_length, minutesText(language, *letter.minutes)}};
  for (const auto& text : kTexts) phrases.push_back({text.field, text.label, *(letter.*text.at)});
  const auto degree = static_cast<std::size_t>(*letter.confidentiality);
  const bool said = !letter.confidentiality.versions().empty() && degree < kConfidence.size();
  phrases.push_back(
      {"confidentiality", S::letter_confidence_label, said ? std::string(say(language, kConfidence[degree])) : ""});
  phrases.push_back(
      {"firstReview", S::letter_review_label, *letter.firstReview ? fullDayText(language, *letter.firstReview) : ""});
  return phrases;
}

std::vector<std::vector<LetterPart>> letterSentences(const Language& language, const Letter& letter) {
  const auto phrases = letterPhrases(language, letter);
  std::vector<std::vector<LetterPart>> sentences;
  for (const S pattern : kSentences) {
    auto parts = sentenceOf(say(language, pattern), phrases);
    if (!parts.empty()) sentences.push_back(std::move(parts));
  }
  return sentences;
}

std::string letterText(const Language& language, const Letter& letter) {
  std::string text;
  for (const auto& sentence : letterSentences(language, letter)) {
    for (const auto& part : sentence) text += part.text;
    text += '\n';
  }
  return text;
}

std::vector<LetterChoice> usualChoices(const Language& language, std::string_view field) {
  std::vector<LetterChoice> choices;
  if (field == "everyWeeks") {
    for (const auto weeks : kWeeks) choices.push_back({std::to_string(weeks), weeksText(language, weeks)});
  } else if (field == "minutes") {
    for (const auto minutes : kMinutes) choices.push_back({std::to_string(minutes), minutesText(language, minutes)});
  } else if (field == "confidentiality") {
    for (std::size_t at = 0; at < kConfidence.size(); ++at) {
      choices.push_back({std::to_string(at), std::string(say(language, kConfidence[at]))});
    }
  }
  for (const auto& one : kTexts) {
    if (one.field != field) continue;
    for (std::string_view rest = say(language, one.usual); !rest.empty();) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      choices.push_back({std::string(rest.substr(0, end)), std::string(rest.substr(0, end))});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return choices;
}

void setPhrase(Letter& edit, std::string_view field, const std::string& value) {
  for (const auto& one : kTexts) {
    if (one.field == field) (edit.*one.at).set(value);
  }
  const auto chosen = numberOf(value);
  const std::int64_t number = chosen.value_or(0);
  if (field == "everyWeeks") edit.everyWeeks.set(number);
  if (field == "minutes") edit.minutes.set(number);
  if (field == "confidentiality") {
    edit.confidentiality.set(chosen ? static_cast<Confidentiality>(number) : Confidentiality::notSaid);
  }
}

}  // namespace cairn

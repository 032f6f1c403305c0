// What kind of session it is, how long and by what way: a sentence with phrases to press.
#include <algorithm>
#include <array>

#include "command/sessions.hpp"
#include "screens/session_views.hpp"
#include "widgets/choices.hpp"
#include "widgets/sentence.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

constexpr std::array kHows{S::how_video, S::how_phone, S::how_chat, S::how_in_person, S::how_in_writing};
constexpr std::array<std::int64_t, 6> kLengths{10, 15, 30, 45, 60, 90};

std::string lengthText(const Language& language, std::int64_t minutes) {
  return minutes > 0 ? say(language, S::minutes_count, {{"count", std::to_string(minutes)}})
                     : std::string(say(language, S::minutes_open));
}

/// One phrase: what it can say, and what a choice writes.
struct Shape {
  std::string_view field;
  S label;
  std::vector<std::string> choices;
  std::size_t current;
  std::function<Command(std::size_t chosen)> write;
};

std::vector<Shape> shapesOf(const Language& language, const Mentorship& mentorship, const Session& session) {
  std::vector<std::string> kinds;
  for (std::size_t at = 0; at < words(SessionKind{}).size(); ++at)
    kinds.push_back(kindText(language, static_cast<SessionKind>(at)));
  std::vector<std::string> lengths;
  std::size_t length = kNothingChosen;
  for (const std::int64_t minutes : kLengths) {
    if (minutes == *session.minutes) length = lengths.size();
    lengths.push_back(lengthText(language, minutes));
  }
  std::vector<std::string> hows;
  hows.reserve(kHows.size());
  for (const S how : kHows) hows.emplace_back(say(language, how));
  return {
      {"kind", S::session_kind, std::move(kinds), static_cast<std::size_t>(*session.kind),
       [&](std::size_t chosen) { return setSessionKind(mentorship, session.id, static_cast<SessionKind>(chosen)); }},
      {"minutes", S::letter_length, std::move(lengths), length,
       [&](std::size_t chosen) { return setSessionMinutes(mentorship, session.id, kLengths[chosen]); }},
      {"how", S::session_how, std::move(hows), static_cast<std::size_t>(*session.how),
       [&](std::size_t chosen) { return setSessionHow(mentorship, session.id, static_cast<SessionHow>(chosen)); }}};
}

void choices(Frame& frame, const Shape& shape, const std::string& key) {
  const auto chosen = radioGroup(frame.ui, key + "/choices", say(frame, shape.label), shape.choices, shape.current);
  gap(frame.ui, space::kSmall);
  if (chosen) frame.commands.run(shape.write(*chosen));
}

}  // namespace

void sessionShape(Frame& frame, const Mentorship& mentorship, const Session& session) {
  const std::string key = "shape/" + toText(session.id);
  const auto shapes = shapesOf(frame, mentorship, session);
  std::vector<SentencePart> parts;
  for (const MessagePart& part : partsOf(say(frame, S::session_shape))) {
    if (!part.isName) {
      parts.push_back({std::string(part.text), "", "", false});
      continue;
    }
    const auto shape =
        std::find_if(shapes.begin(), shapes.end(), [&](const Shape& one) { return one.field == part.text; });
    if (shape == shapes.end()) continue;
    const std::string phrase = key + "/" + std::string(shape->field);
    const std::string text =
        shape->field == "minutes" ? lengthText(frame, *session.minutes) : shape->choices[shape->current];
    parts.push_back({text, phrase, std::string(say(frame, shape->label)), frame.state.unfolded.contains(phrase)});
  }
  const auto pressed = sentence(frame.ui, key, parts);
  for (const Shape& shape : shapes) {
    const std::string phrase = key + "/" + std::string(shape.field);
    if (frame.state.unfolded.contains(phrase)) choices(frame, shape, phrase);
  }
  gap(frame.ui, space::kMedium);
  if (!pressed) return;
  const bool close = parts[*pressed].open;
  std::erase_if(frame.state.unfolded, [&](const std::string& one) { return one.starts_with(key); });
  if (!close) frame.state.unfolded.insert(parts[*pressed].key);
}

}  // namespace cairn

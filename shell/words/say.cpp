#include "words/say.hpp"

#include "strings.hpp"

namespace cairn {

std::string_view say(const Language& language, S key) { return language.texts[static_cast<std::size_t>(key)]; }

std::string say(const Language& language, S key, std::initializer_list<Word> words) {
  return fillMessage(language, say(language, key), words);
}

std::string_view sayNamed(const Language& language, std::string_view key) {
  for (const auto& entry : kNamed) {
    if (entry.key == key) return say(language, entry.text);
  }
  return {};
}

std::string joined(const Language& language, std::initializer_list<std::string_view> parts, S pair) {
  std::string all;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    all = all.empty() ? std::string(part) : say(language, pair, {{"first", all}, {"second", part}});
  }
  return all;
}

std::string labelled(const Language& language, std::string_view label, std::string_view text) {
  return say(language, S::labelled, {{"label", label}, {"text", text}});
}

std::string sayCount(const Language& language, S key, std::size_t count) {
  return say(language, key, {{"count", std::to_string(count)}});
}

}  // namespace cairn

#include "words/say.hpp"

namespace cairn {

std::string_view say(S key) { return kCatalogue[static_cast<std::size_t>(key)]; }

std::string say(S key, std::initializer_list<Word> words) {
  std::string text(say(key));
  for (const auto& [name, value] : words) {
    const std::string mark = "{" + std::string(name) + "}";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size()) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

std::string_view sayNamed(std::string_view key) {
  for (const auto& entry : kNamed) {
    if (entry.key == key) return say(entry.text);
  }
  return {};
}

std::string sayCount(S one, S many, std::size_t count) {
  return say(count == 1 ? one : many, {{"count", std::to_string(count)}});
}

}  // namespace cairn

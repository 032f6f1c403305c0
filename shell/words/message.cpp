#include "words/message.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace cairn {
namespace {

constexpr char kPluralMark = '\3';
constexpr char kSelectMark = '\4';
constexpr char kOptionMark = '\5';
constexpr char kCountMark = '\6';
constexpr std::array<std::string_view, 6> kPlurals{"zero", "one", "two", "few", "many", "other"};

/// Takes what stands before the end mark, and that mark.
std::string_view takeWord(std::string_view& rest) {
  const std::size_t end = rest.find(kEndMark);
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return word;
}

/// Takes a message with all that is in it, and its end mark.
std::string_view takeMessage(std::string_view& rest) {
  std::size_t open = 0;
  std::size_t at = 0;
  for (; rest[at] != kEndMark || open > 0; ++at) {
    if (rest[at] == kEndMark) --open;
    if (rest[at] == kArgumentMark) ++open;
    if (rest[at] == kPluralMark || rest[at] == kSelectMark || rest[at] == kOptionMark) open += 2;
  }
  const std::string_view message = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  return message;
}

class Filler {
 public:
  Filler(const Language& language, std::span<const Word> words) : language_(language), words_(words) {}

  void fill(std::string_view message, std::string_view count) {
    while (!message.empty()) {
      const char mark = message.front();
      if (mark == kArgumentMark || mark == kPluralMark || mark == kSelectMark || mark == kCountMark) {
        message.remove_prefix(1);
      }
      if (mark == kCountMark) {
        text_ += count;
      } else if (mark == kArgumentMark) {
        const std::string_view name = takeWord(message);
        const auto value = valueOf(name);
        text_ += value ? std::string(*value) : "{" + std::string(name) + "}";
      } else if (mark == kPluralMark || mark == kSelectMark) {
        choose(message, mark == kPluralMark);
      } else {
        const std::size_t end = message.find_first_of("\1\3\4\6");
        text_ += message.substr(0, end);
        message.remove_prefix(std::min(end, message.size()));
      }
    }
  }
  std::string text() && { return std::move(text_); }

 private:
  std::optional<std::string_view> valueOf(std::string_view name) const {
    const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& word) { return word.first == name; });
    return found == words_.end() ? std::nullopt : std::optional(found->second);
  }

  std::string_view formOf(std::string_view value, bool isCount) const {
    if (!isCount) return value;
    std::size_t count = 0;
    std::from_chars(value.data(), value.data() + value.size(), count);
    return kPlurals[static_cast<std::size_t>(pluralOf(language_, count))];
  }

  void choose(std::string_view& message, bool isCount) {
    const std::string_view value = valueOf(takeWord(message)).value_or(std::string_view());
    const std::string_view form = formOf(value, isCount);
    std::string_view chosen;
    bool isExact = false;
    bool fits = false;
    while (message.front() == kOptionMark) {
      message.remove_prefix(1);
      const std::string_view key = takeWord(message);
      const std::string_view option = takeMessage(message);
      const bool isThis = isCount && key.starts_with('=') && key.substr(1) == value;
      if (isThis || (!isExact && (key == form || (!fits && key == "other")))) chosen = option;
      isExact = isExact || isThis;
      fits = fits || key == form;
    }
    message.remove_prefix(1);
    fill(chosen, value);
  }

  const Language& language_;
  std::span<const Word> words_;
  std::string text_;
};

}  // namespace

std::vector<MessagePart> partsOf(std::string_view message) {
  std::vector<MessagePart> parts;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find(kArgumentMark), message.size());
    if (end > 0) parts.push_back({message.substr(0, end), false});
    message.remove_prefix(end);
    if (message.empty()) break;
    message.remove_prefix(1);
    parts.push_back({takeWord(message), true});
  }
  return parts;
}

std::string fillMessage(const Language& language, std::string_view message, std::span<const Word> words) {
  Filler filler(language, words);
  filler.fill(message, {});
  return std::move(filler).text();
}

}  // namespace cairn

#pragma once
// A sentence with phrases in it that can be pressed. It reads, copies and prints as one text.
#include <optional>
#include <span>
#include <string>

#include "widgets/widgets.hpp"

namespace cairn {

struct SentencePart {
  std::string text;
  std::string key;    ///< of a phrase; empty: words
  std::string name;   ///< what the phrase is about, for who cannot see the sentence: "How often"
  bool open = false;  ///< what it opened stands below
};
/// The place of the phrase that was pressed.
std::optional<std::size_t> sentence(Ui& ui, const std::string& key, std::span<const SentencePart> parts);

}  // namespace cairn

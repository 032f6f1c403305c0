#pragma once
// What somebody pasted: a list, an answer in a chat.
#include <string>
#include <string_view>
#include <vector>

namespace cairn {

/// Its lines that say something, without the marks of a list ("-", "*", "•", "1.", "- [ ]").
std::vector<std::string> pastedLines(std::string_view text);

}  // namespace cairn

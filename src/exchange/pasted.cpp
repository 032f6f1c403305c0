#include "exchange/pasted.hpp"

#include "base/utf8.hpp"

namespace cairn {
namespace {

std::string_view withoutMark(std::string_view line) {
  line = trimmed(line);
  for (const std::string_view mark : {"- ", "* ", "+ ", "• ", "– "}) {
    if (line.starts_with(mark)) line = trimmed(line.substr(mark.size()));
  }
  for (const std::string_view box : {"[ ]", "[x]", "[X]"}) {
    if (line.starts_with(box)) line = trimmed(line.substr(box.size()));
  }
  const std::size_t digits = line.find_first_not_of("0123456789");
  const bool numbered = digits != std::string_view::npos && digits > 0 && digits < 4 &&
                        (line[digits] == '.' || line[digits] == ')') && line.substr(digits + 1).starts_with(' ');
  return numbered ? trimmed(line.substr(digits + 1)) : line;
}

}  // namespace

std::vector<std::string> pastedLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = withoutMark(text.substr(0, end));
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace cairn

#include "exchange/links.hpp"

#include <algorithm>

namespace cairn {

std::string percentEncoded(std::string_view text) {
  static constexpr std::string_view kPlain = "-._~";
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : text) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || kPlain.find(letter) != std::string_view::npos;
    if (plain) {
      encoded += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    encoded += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
  }
  return encoded;
}

std::string mailLink(std::string_view to, std::string_view subject, std::string_view text) {
  std::string lines;  // RFC 6068: line ends are %0D%0A
  for (const char letter : text) lines += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
  return "mailto:" + percentEncoded(to) + "?subject=" + percentEncoded(subject) + "&body=" + percentEncoded(lines);
}

}  // namespace cairn

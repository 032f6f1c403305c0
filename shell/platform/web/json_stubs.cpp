// Under these names nlohmann/json alone is compiled with two functions of the C library: numbers stay
// digits here, and a control character has one way to be written. Saves 9 KB of what a visitor loads.
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>

extern "C" {
/// Nobody reads the number; what no double can hold is infinite, and refused as everywhere else.
double json_unread_number(const char* text, char** end) {
  const std::size_t length = std::strlen(text);
  *end = const_cast<char*>(text) + length;
  const std::size_t sign = text[0] == '-' ? 1 : 0;
  const auto digits = static_cast<long>(std::strspn(text + sign, "0123456789"));
  const std::size_t exponent = std::strcspn(text, "eE");
  const long tens = digits - 1 + (exponent < length ? std::strtol(text + exponent + 1, nullptr, 10) : 0);
  return tens > std::numeric_limits<double>::max_exponent10 ? std::numeric_limits<double>::infinity() : 0;
}
/// "<U+001F>", the only pattern that is asked for.
int json_control_name(char* into, std::size_t size, const char* pattern, ...) {
  constexpr std::size_t kSize = 9;
  if (size < kSize) return 0;
  va_list arguments;
  va_start(arguments, pattern);
  const unsigned code = static_cast<unsigned>(va_arg(arguments, int));
  va_end(arguments);
  std::memcpy(into, "<U+0000>", kSize);
  into[5] = "0123456789ABCDEF"[(code >> 4U) & 15U];
  into[6] = "0123456789ABCDEF"[code & 15U];
  return static_cast<int>(kSize - 1);
}
}

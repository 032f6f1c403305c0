// Under these names ImGui's page alone is compiled with the C library's reading and writing of formatted
// texts, for only a shader's version and the complaint about a shader need them. Saves 8 KB of what a
// visitor loads.
#include <emscripten/console.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" {
/// Letters that must be there, and %d for whole numbers: "#version %d".
int imgui_sscanf(const char* text, const char* pattern, ...) {
  va_list into;
  va_start(into, pattern);
  int found = 0;
  while (*pattern != '\0') {
    if (std::strncmp(pattern, "%d", 2) == 0) {
      char* end = nullptr;
      const long number = std::strtol(text, &end, 10);
      if (end == text) break;
      *va_arg(into, int*) = static_cast<int>(number);
      ++found;
      text = end;
      pattern += 2;
    } else if (*text++ != *pattern++) {
      break;
    }
  }
  va_end(into);
  return found;
}
/// The complaint's pattern goes to the console.
int imgui_fprintf(std::FILE*, const char* pattern, ...) {
  emscripten_console_error(pattern);
  return 0;
}
}

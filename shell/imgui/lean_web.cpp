// Under these names ImGui's page alone is compiled with the C library's reading and writing of formatted
// texts: its settings file and its complaint about a shader are all that would use them. Saves 8 KB of
// what a visitor loads.
#include <emscripten/console.h>

#include <cstdio>

extern "C" {
int imgui_sscanf(const char*, const char*, ...) { return 0; }
/// The complaint's pattern goes to the console.
int imgui_fprintf(std::FILE*, const char* pattern, ...) {
  emscripten_console_error(pattern);
  return 0;
}
}

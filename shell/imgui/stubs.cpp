// In place of imgui_tables.cpp, and of the formatting of texts: a page without ImGui's tables, columns
// and settings file never calls these, but the linker cannot know. Saves 9 KB of what a visitor loads.
#include <cstdarg>
#include <cstring>

#include "imgui_internal.h"

namespace ImGui {
void EndTable() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}
}  // namespace ImGui

/// The pattern as it is (IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS): Cairn shows no text that ImGui formats.
int ImFormatStringV(char* into, std::size_t size, const char* pattern, va_list) {
  const std::size_t length = std::strlen(pattern);
  if (into == nullptr || size == 0) return static_cast<int>(length);
  const std::size_t taken = ImMin(length, size - 1);
  std::memcpy(into, pattern, taken);
  into[taken] = '\0';
  return static_cast<int>(taken);
}
int ImFormatString(char* into, std::size_t size, const char* pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  const int length = ImFormatStringV(into, size, pattern, arguments);
  va_end(arguments);
  return length;
}

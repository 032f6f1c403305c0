// The loader that Dear ImGui's atlas falls back to, under FreeType's name, so that stb_truetype is
// not compiled in (IMGUI_ENABLE_FREETYPE). Nothing falls back: text/fonts.cpp gives each font its own.
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader kNone;
  return &kNone;
}

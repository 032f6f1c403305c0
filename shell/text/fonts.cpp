#include "text/fonts.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>

#include "imgui_internal.h"

namespace cairn::text {
namespace {

// What the loader's callbacks get back: it travels as the "font file" of ImFontConfig::FontData,
// which the atlas copies and frees.
struct FaceData {
  TextRaster* raster;
  int weight;
};

FaceData& faceOf(ImFontConfig* source) { return *static_cast<FaceData*>(source->FontData); }

bool initSource(ImFontAtlas*, ImFontConfig*) { return true; }
bool containsGlyph(ImFontAtlas*, ImFontConfig*, ImWchar codePoint) { return codePoint >= 32; }

bool initBaked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const FaceData& face = faceOf(source);
  const FontMetrics metrics = face.raster->metrics(baked->Size, face.weight);
  baked->Ascent = std::round(metrics.ascent);
  baked->Descent = -std::round(metrics.descent);
  return true;
}

bool loadGlyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codePoint,
               ImFontGlyph* glyph, float* advanceOnly) {
  const FaceData& face = faceOf(source);
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const float pixels = baked->Size * density;
  const float advance = face.raster->advance(pixels, face.weight, codePoint) / density;
  if (advanceOnly) {
    *advanceOnly = advance;
    return true;
  }
  glyph->Codepoint = codePoint & 0x3FFFFFFU;  // a bit field of 26
  glyph->AdvanceX = advance;
  GlyphBitmap bitmap = face.raster->glyph(pixels, face.weight, codePoint);
  if (bitmap.width <= 0 || bitmap.height <= 0) return true;
  const ImFontAtlasRectId rectangle = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
  if (rectangle == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* place = ImFontAtlasPackGetRect(atlas, rectangle);
  glyph->X0 = static_cast<float>(bitmap.left) / density;
  glyph->Y0 = static_cast<float>(bitmap.top) / density + baked->Ascent;
  glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height) / density;
  glyph->Visible = true;
  glyph->Colored = bitmap.colored;
  glyph->PackId = rectangle;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, place, bitmap.rgba.data(), ImTextureFormat_RGBA32,
                                     bitmap.width * 4);
  return true;
}

const ImFontLoader& canvasLoader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader loader;
    loader.Name = "system fonts";
    loader.FontSrcInit = initSource;
    loader.FontSrcContainsGlyph = containsGlyph;
    loader.FontBakedInit = initBaked;
    loader.FontBakedLoadGlyph = loadGlyph;
    return loader;
  }();
  return kLoader;
}

ImFont* addFace(TextRaster& raster, int weight) {
  FaceData face{&raster, weight};
  ImFontConfig config;
  config.FontLoader = &canvasLoader();
  config.FontData = &face;
  config.FontDataSize = sizeof face;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = 16;
  return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

Fonts::Fonts(TextRaster& raster) : raster_(raster) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->TexDesiredFormat = ImTextureFormat_RGBA32;
  regular_ = addFace(raster, 400);
  bold_ = addFace(raster, 600);
}

float Fonts::width(std::string_view text, const Style& style) const {
  if (text.empty()) return 0;
  return fontOf(style)->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::vector<std::string_view> Fonts::wrap(std::string_view text, const Style& style, float width) const {
  std::vector<std::string_view> lines;
  const ImFont* font = fontOf(style);
  const char* const end = text.data() + text.size();
  const char* from = text.data();
  while (from < end) {
    const char* lineEnd = static_cast<const char*>(std::memchr(from, '\n', static_cast<std::size_t>(end - from)));
    if (!lineEnd) lineEnd = end;
    do {
      const char* cut = const_cast<ImFont*>(font)->CalcWordWrapPosition(style.size, from, lineEnd, width);
      if (cut == from && cut < lineEnd) {
        std::uint32_t unused = 0;
        cut += ImTextCharFromUtf8(&unused, from, lineEnd);
      }
      lines.emplace_back(from, static_cast<std::size_t>(cut - from));
      from = cut;
      while (from < lineEnd && *from == ' ') ++from;
    } while (from < lineEnd);
    if (from < end) ++from;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

void Fonts::draw(ImDrawList& list, ImVec2 top, std::string_view line, const Style& style, ImU32 color) const {
  const FontMetrics metrics = raster_.metrics(style.size, style.weight);
  const float ascent = std::round(metrics.ascent);
  const float leading = (style.line - ascent - std::round(metrics.descent)) / 2;
  list.AddText(fontOf(style), style.size, {top.x, std::floor(top.y + leading)}, color, line.data(),
               line.data() + line.size());
}

std::string Fonts::shortened(std::string_view text, const Style& style, float width) const {
  const std::string_view oneLine = text.substr(0, text.find('\n'));
  if (oneLine.size() == text.size() && this->width(text, style) <= width) return std::string(text);
  if (oneLine.empty()) return "…";
  constexpr std::string_view kEllipsis = "…";
  const float room = width - this->width(kEllipsis, style);
  const char* stop = nullptr;
  fontOf(style)->CalcTextSizeA(style.size, std::max(room, 0.0F), 0, oneLine.data(), oneLine.data() + oneLine.size(),
                               &stop);
  return std::string(oneLine.data(), stop) + std::string(kEllipsis);
}

}  // namespace cairn::text

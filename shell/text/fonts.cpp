#include "text/fonts.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"
#include "imgui_internal.h"
#include "text/scripts.hpp"

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

Fonts::Fonts(TextRaster& raster) : raster_(raster), runs_(raster) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->TexDesiredFormat = ImTextureFormat_RGBA32;
  regular_ = addFace(raster, 400);
  bold_ = addFace(raster, 600);
}

void Fonts::beginFrame() {
  for (ImFont* font : {regular_, bold_}) font->CurrentRasterizerDensity = ImGui::GetIO().DisplayFramebufferScale.x;
}

float Fonts::widthOfLetters(std::string_view text, const Style& style) const {
  if (text.empty()) return 0;
  return fontOf(style)->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float Fonts::width(std::string_view text, const Style& style) const {
  if (!needsRun(text)) return widthOfLetters(text, style);
  float width = 0;
  for (const auto& piece : piecesOf(text)) {
    width += piece.isRun ? runs_.width(piece.text, style) : widthOfLetters(piece.text, style);
  }
  return width;
}

void Fonts::wrapParagraph(std::string_view paragraph, const Style& style, float width, std::vector<Line>& lines) const {
  const bool rightToLeft = runsRightToLeft(paragraph);
  const auto add = [&](std::string_view line) {
    lines.push_back({line.substr(0, line.find_last_not_of(' ') + 1), rightToLeft});
  };
  if (needsRun(paragraph)) {
    std::size_t from = 0;
    for (const std::size_t next : runs_.breaks(paragraph, style, width)) {
      add(paragraph.substr(from, next - from));
      from = next;
    }
    return add(paragraph.substr(from));
  }
  const char* const end = paragraph.data() + paragraph.size();
  const char* from = paragraph.data();
  do {
    const char* cut = fontOf(style)->CalcWordWrapPosition(style.size, from, end, width);
    if (cut == from && cut < end) {
      std::uint32_t unused = 0;
      cut += ImTextCharFromUtf8(&unused, from, end);
    }
    lines.push_back({{from, static_cast<std::size_t>(cut - from)}, rightToLeft});
    from = cut;
    while (from < end && *from == ' ') ++from;
  } while (from < end);
}

std::vector<Line> Fonts::wrap(std::string_view text, const Style& style, float width) const {
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    wrapParagraph(text.substr(0, end), style, width, lines);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

/// Each letter lies on whole device pixels: between two it would blur.
float Fonts::drawLetters(ImDrawList& list, ImVec2 pen, std::string_view text, const Style& style, ImU32 color) const {
  const float scale = ImGui::GetIO().DisplayFramebufferScale.x;
  const auto snapped = [&](float place) { return std::round(place * scale) / scale; };
  ImFontBaked* baked = fontOf(style)->GetFontBaked(style.size);
  for (std::size_t at = 0; at < text.size();) {
    const ImFontGlyph* glyph = baked->FindGlyph(nextCodePoint(text, at));
    if (glyph->Visible) {
      const ImVec2 from{snapped(pen.x + glyph->X0), snapped(pen.y + glyph->Y0)};
      const ImVec2 to{from.x + glyph->X1 - glyph->X0, from.y + glyph->Y1 - glyph->Y0};
      list.PrimReserve(6, 4);
      list.PrimRectUV(from, to, {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                      glyph->Colored ? color | ~IM_COL32_A_MASK : color);
    }
    pen.x += glyph->AdvanceX;
  }
  return pen.x;
}

void Fonts::draw(ImDrawList& list, ImVec2 top, const Line& line, const Style& style, ImU32 color) const {
  // Marks may reach a line's height beyond it; what is further off screen costs nothing.
  const ImVec4& visible = list._CmdHeader.ClipRect;
  if (top.y - style.line > visible.w || top.y + 2 * style.line < visible.y) return;
  const FontMetrics metrics = raster_.metrics(style.size, style.weight);
  const float ascent = std::round(metrics.ascent);
  const float leading = (style.line - ascent - std::round(metrics.descent)) / 2;
  const float y = std::floor(top.y + leading);
  float x = std::trunc(top.x);
  if (!needsRun(line.text)) {
    drawLetters(list, {x, y}, line.text, style, color);
    return;
  }
  for (const auto& piece : piecesOf(line.text)) {
    if (piece.isRun && runs_.draw(list, {x, y + ascent}, piece.text, style, color, line.rightToLeft)) {
      x += runs_.width(piece.text, style);
    } else {
      x = drawLetters(list, {x, y}, piece.text, style, color);
    }
  }
}

std::string Fonts::shortened(std::string_view text, const Style& style, float width) const {
  const std::string_view oneLine = text.substr(0, text.find('\n'));
  if (oneLine.size() == text.size() && this->width(text, style) <= width) return std::string(text);
  if (oneLine.empty()) return "…";
  constexpr std::string_view kEllipsis = "…";
  const float room = std::max(width - this->width(kEllipsis, style), 0.0F);
  std::size_t fit = 0;
  if (needsRun(oneLine)) {
    fit = runs_.fits(oneLine, style, room);
  } else {
    const char* stop = nullptr;
    fontOf(style)->CalcTextSizeA(style.size, room, 0, oneLine.data(), oneLine.data() + oneLine.size(), &stop);
    fit = static_cast<std::size_t>(stop - oneLine.data());
  }
  return std::string(oneLine.substr(0, fit)) + std::string(kEllipsis);
}

}  // namespace cairn::text

#include "text/runs.hpp"

#include <cmath>
#include <cstring>

#include "imgui_internal.h"

namespace cairn::text {
namespace {

constexpr std::size_t kMostMeasured = 1'024;
constexpr std::size_t kMostRemembered = 2'048;  // bytes of a text; what is longer is being typed, and never comes again

float density() { return ImGui::GetIO().DisplayFramebufferScale.y; }

/// One map for all sizes, weights and colours.
template <class... Facts>
std::string keyOf(std::string_view text, const Facts&... facts) {
  std::string key(text);
  // Hundredths tell sizes and widths apart.
  ((key += '\x1f' + std::to_string(std::lround(static_cast<double>(facts) * 100))), ...);
  return key;
}

std::uint32_t rgbOf(ImU32 color) {
  const auto channel = [&](unsigned shift) { return (color >> shift) & 0xFFU; };
  return channel(IM_COL32_R_SHIFT) << 16U | channel(IM_COL32_G_SHIFT) << 8U | channel(IM_COL32_B_SHIFT);
}

/// What has been measured is soon measured again; a list that grows too long begins anew.
template <class Map, class Measure>
auto& remembered(Map& known, std::string key, Measure&& measure) {
  if (known.size() > kMostMeasured) known.clear();
  const auto [found, isNew] = known.try_emplace(std::move(key));
  if (isNew) found->second = measure();
  return found->second;
}

}  // namespace

float Runs::width(std::string_view text, const Style& style) {
  const float scale = density();
  if (text.size() > kMostRemembered) return raster_.runWidth(style.size * scale, style.weight, text) / scale;
  return remembered(widths_, keyOf(text, style.size, style.weight, scale),
                    [&] { return raster_.runWidth(style.size * scale, style.weight, text) / scale; });
}

std::vector<std::size_t> Runs::breaks(std::string_view paragraph, const Style& style, float width) {
  if (paragraph.size() > kMostRemembered) return raster_.breaks(style.size, style.weight, width, paragraph);
  return remembered(breaks_, keyOf(paragraph, style.size, style.weight, width),
                    [&] { return raster_.breaks(style.size, style.weight, width, paragraph); });
}

std::size_t Runs::fits(std::string_view text, const Style& style, float width) {
  return raster_.fits(style.size, style.weight, width, text);
}

Runs::Picture* Runs::find(const std::string& key) {
  const auto known = places_.find(key);
  if (known == places_.end()) return nullptr;
  pictures_.splice(pictures_.begin(), pictures_, known->second);
  return &pictures_.front();
}

bool Runs::makeRoom(std::size_t bytes) {
  while (bytes_ + bytes > kMostBytes) {
    if (pictures_.empty() || pictures_.back().usedInFrame == ImGui::GetFrameCount()) return false;
    const Picture& oldest = pictures_.back();
    if (oldest.place >= 0) ImGui::GetIO().Fonts->RemoveCustomRect(oldest.place);
    bytes_ -= oldest.bytes();
    places_.erase(oldest.key);
    pictures_.pop_back();
  }
  return true;
}

Runs::Picture* Runs::make(std::string key, const GlyphBitmap& bitmap) {
  Picture picture{std::move(key), bitmap.left, bitmap.top, bitmap.width, bitmap.height, -1, 0};
  if (!makeRoom(picture.bytes())) return nullptr;
  if (picture.bytes() > 0) {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    picture.place = atlas->AddCustomRect(bitmap.width, bitmap.height, &rect);
    if (picture.place == ImFontAtlasRectId_Invalid) return nullptr;
    ImTextureData* texture = atlas->TexData;
    const auto rowBytes = static_cast<std::size_t>(bitmap.width) * 4;
    for (int row = 0; row < bitmap.height; ++row) {
      std::memcpy(texture->GetPixelsAt(rect.x, rect.y + row),
                  bitmap.rgba.data() + static_cast<std::size_t>(row) * rowBytes, rowBytes);
    }
    ImFontAtlasTextureBlockQueueUpload(atlas, texture, rect.x, rect.y, rect.w, rect.h);
  }
  bytes_ += picture.bytes();
  pictures_.push_front(std::move(picture));
  places_[pictures_.front().key] = pictures_.begin();
  return &pictures_.front();
}

bool Runs::draw(ImDrawList& list, ImVec2 pen, std::string_view text, const Style& style, ImU32 color,
                bool rightToLeft) {
  const float scale = density();
  std::string key = keyOf(text, style.size * scale, style.weight, rgbOf(color), rightToLeft);
  Picture* picture = find(key);
  if (!picture) {
    picture = make(std::move(key), raster_.run(style.size * scale, style.weight, rgbOf(color), rightToLeft, text));
  }
  if (!picture) return false;
  picture->usedInFrame = ImGui::GetFrameCount();
  if (picture->place < 0) return true;
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  if (!atlas->GetCustomRect(picture->place, &rect)) return false;
  // On whole device pixels, or it would blur.
  const ImVec2 from{(std::round(pen.x * scale) + static_cast<float>(picture->left)) / scale,
                    (std::round(pen.y * scale) + static_cast<float>(picture->top)) / scale};
  const ImVec2 to{from.x + static_cast<float>(picture->width) / scale,
                  from.y + static_cast<float>(picture->height) / scale};
  const ImU32 alphaOnly = color | ~IM_COL32_A_MASK;
  list.AddImage(atlas->TexRef, from, to, rect.uv0, rect.uv1, alphaOnly);
  return true;
}

}  // namespace cairn::text

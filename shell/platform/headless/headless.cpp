#include "platform/headless/headless.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cairn {

FontMetrics HeadlessRaster::metrics(float pixels, int) { return {0.9F * pixels, 0.25F * pixels}; }
float HeadlessRaster::advance(float pixels, int, char32_t) { return 0.5F * pixels; }
GlyphBitmap HeadlessRaster::glyph(float pixels, int weight, char32_t) {
  drawn.emplace(pixels, weight);
  return {};
}

float HeadlessRaster::runWidth(float pixels, int, std::string_view text) {
  return 0.5F * pixels * static_cast<float>(lengthOf(text));
}

GlyphBitmap HeadlessRaster::run(float pixels, int weight, std::uint32_t, bool, std::string_view text) {
  ++runsDrawn;
  GlyphBitmap bitmap{0,
                     -static_cast<int>(0.9F * pixels),
                     static_cast<int>(runWidth(pixels, weight, text)),
                     static_cast<int>(1.15F * pixels),
                     false,
                     {}};
  bitmap.rgba.assign(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) * 4, 255);
  return bitmap;
}

std::vector<std::size_t> HeadlessRaster::breaks(float pixels, int weight, float width, std::string_view paragraph) {
  std::vector<std::size_t> begins;
  std::size_t from = 0;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find(' ', at), paragraph.size());
    if (at > from && runWidth(pixels, weight, paragraph.substr(from, end - from)) > width) begins.push_back(from = at);
    at = std::min(end + 1, paragraph.size());
  }
  return begins;
}

std::size_t HeadlessRaster::fits(float pixels, int, float width, std::string_view text) {
  std::size_t at = 0;
  for (auto letters = static_cast<int>(width / (0.5F * pixels)); letters > 0 && at < text.size(); --letters) {
    nextCodePoint(text, at);
  }
  return at;
}

std::vector<StoredFile> HeadlessPlatform::storedFiles() const {
  std::vector<StoredFile> all;
  for (const auto& [path, bytes] : files) all.push_back({path, bytes});
  return all;
}

void HeadlessPlatform::store(const StoreRequest& request) {
  if (!answerStores) {
    held.push_back(request);
    return;
  }
  if (storeTrouble == Trouble::none) {
    ++saves;
    for (const auto& file : request.put) {
      const auto there = files.find(file.path);
      const bool other = isAddedOnce(file.path) && there != files.end() && there->second != file.bytes;
      if (other) writtenTwice.push_back(file.path);
      files[file.path] = file.bytes;
    }
    for (const auto& path : request.remove) files.erase(path);
  }
  answers.emplace_back(request.ticket, storeTrouble);
}

std::uint64_t HeadlessPlatform::entropy() {
  if (std::exchange(seeded_, seed) != seed) random_.seed(seed);
  return random_();
}

void HeadlessPlatform::compactStore() {
  const Compacted done = compact(storedFiles());
  for (const auto& path : done.remove) files.erase(path);
  for (const auto& file : done.put) files[file.path] = file.bytes;
  compacted = true;
}

void HeadlessPlatform::navigate(const std::string& address, bool replace) {
  if (replace) addresses.pop_back();
  addresses.push_back(address);
}

void HeadlessPlatform::goBack() {
  if (addresses.size() > 1) addresses.pop_back();
  wentBack = true;
}

}  // namespace cairn

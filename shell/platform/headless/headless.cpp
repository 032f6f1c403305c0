#include "platform/headless/headless.hpp"

namespace cairn {

FontMetrics HeadlessRaster::metrics(float pixels, int) { return {0.9F * pixels, 0.25F * pixels}; }
float HeadlessRaster::advance(float pixels, int, char32_t) { return 0.5F * pixels; }
GlyphBitmap HeadlessRaster::glyph(float, int, char32_t) { return {}; }

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
  if (storeError.empty()) {
    for (const auto& file : request.put) files[file.path] = file.bytes;
    for (const auto& path : request.remove) files.erase(path);
  }
  answers.emplace_back(request.ticket, storeError);
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

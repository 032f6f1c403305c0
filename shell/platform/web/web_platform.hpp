#pragma once
// Platform on a page. Each call goes through a thin EM_JS function to Module.host, which is made
// in web/host.ts; longer answers come back through its outbox. Bytes are UTF-8 both ways.
#include <map>

#include "platform/platform.hpp"
#include "platform/web/bytes.hpp"

namespace cairn {

class WebZones : public Zones {
 public:
  std::optional<int> offsetAt(std::string_view zone, Instant instant) const override;
  std::vector<std::string> names() const override;

 private:
  mutable std::vector<std::string> names_;  // asked for with every key typed into a zone field
};

class WebRaster : public TextRaster {
 public:
  FontMetrics metrics(float pixels, int weight) override;
  float advance(float pixels, int weight, char32_t codePoint) override;
  GlyphBitmap glyph(float pixels, int weight, char32_t codePoint) override;
  float runWidth(float pixels, int weight, std::string_view text) override;
  GlyphBitmap run(float pixels, int weight, std::uint32_t rgb, bool rightToLeft, std::string_view text) override;
  std::vector<std::size_t> breaks(float pixels, int weight, float width, std::string_view paragraph) override;
  std::size_t fits(float pixels, int weight, float width, std::string_view text) override;

 private:
  std::map<std::pair<float, int>, FontMetrics> metrics_;  // asked for every line drawn
};

class WebPlatform : public Platform {
 public:
  Instant now() override;
  const Zones& zones() override { return zones_; }
  std::string localZone() override;
  bool hasCommandKey() override;
  bool canShare() override;
  bool canShareFiles() override;
  bool isMissing(Feature what) override;
  std::string pageAddress() override;
  std::uint64_t entropy() override;
  TextRaster& raster() override { return raster_; }
  void requestFrame() override;
  void wakeAt(Instant instant) override;
  void store(const StoreRequest& request) override;
  void reloadStore() override;
  void compactStore() override;
  void takeLarge(const std::string& path, const std::string& refused) override;
  void cancelLarge() override;
  void listBackups() override;
  void lookAtBackup(const std::string& name) override;
  void restoreBackup(const std::string& name) override;
  void eraseRemoved() override;
  void saveFile(const std::string& name, const std::string& bytes) override;
  void chooseFile() override;
  void openLink(const std::string& address) override;
  void copyText(const std::string& text) override;
  void shareText(const std::string& text) override;
  void shareFile(const std::string& name, const std::string& bytes, const std::string& message) override;
  void makeLink(const std::string& ticket, const std::string& bytes) override;
  void fetchLibrary() override;
  void navigate(const std::string& address, bool replace) override;
  void goBack() override;
  void rememberScroll(float offset) override;
  void keepForTab(const std::string& text) override;
  std::string keptForTab() override;
  std::vector<std::string> languagesRead() override;
  void setLanguage(std::string_view tag) override;
  void setTitle(const std::string& title) override;
  void showMeaning(const std::string& difference) override;
  void showInField(const std::string& key, const std::string& text) override;
  void focus(const std::string& key) override;
  void setStyle(const std::vector<std::pair<std::string, std::string>>& values) override;

 private:
  WebZones zones_;
  WebRaster raster_;
};

}  // namespace cairn

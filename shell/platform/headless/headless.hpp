#pragma once
// A platform without a screen: for tests. Time stands still until it is moved; the store is a map,
// whose answers come at once, later or as errors, as the test likes; letters are half as wide as
// high.
#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <utility>

#include "platform/headless/native_zones.hpp"
#include "platform/platform.hpp"

namespace cairn {

class HeadlessRaster : public TextRaster {
 public:
  int runsDrawn = 0;
  std::set<std::pair<float, int>> drawn;  ///< sizes in device pixels, and weights, of letters so far

  FontMetrics metrics(float pixels, int weight) override;
  float advance(float pixels, int weight, char32_t codePoint) override;
  GlyphBitmap glyph(float pixels, int weight, char32_t codePoint) override;
  float runWidth(float pixels, int weight, std::string_view text) override;
  GlyphBitmap run(float pixels, int weight, std::uint32_t rgb, bool rightToLeft, std::string_view text) override;
  std::vector<std::size_t> breaks(float pixels, int weight, float width, std::string_view paragraph) override;
  std::size_t fits(float pixels, int weight, float width, std::string_view text) override;
};

class HeadlessPlatform : public Platform {
 public:
  Instant clock = 0;
  std::string zone = "Europe/Lisbon";
  std::uint64_t seed = 1;                ///< random numbers follow from it, anew where it is changed
  Trouble storeTrouble = Trouble::none;  ///< that every save has
  bool answerStores = true;
  bool commandKey = false;
  bool sharing = false;
  std::vector<Feature> missing;
  std::string clipboard;
  std::string shared;
  std::pair<std::string, std::string> linked;  ///< the ticket of the last link, and the file that it holds
  int libraryFetches = 0;

  std::map<std::string, std::string> files;      ///< the store
  int saves = 0;                                 ///< that the store took
  std::vector<std::string> writtenTwice;         ///< paths that may only be added, and stood there with other bytes
  std::vector<std::pair<int, Trouble>> answers;  ///< of saves, to be given to App::stored
  std::vector<StoreRequest> held;                ///< saves while answerStores is false
  std::vector<std::string> addresses{"#/"};      ///< the history
  std::vector<std::pair<std::string, std::string>> savedFiles;
  std::vector<std::string> openedLinks;
  std::string title;
  std::string focused;
  std::function<void()> whenShown;  ///< what the page does while a frame is told, as a field that goes is left
  std::vector<std::string> reads{"en-GB"};
  std::string language;                              ///< in which the page speaks
  std::pair<std::string, std::string> shownInField;  ///< the last field that was told what it holds, and that
  int fileDialogs = 0;
  bool wentBack = false;
  bool wantsReload = false;
  bool compacted = false;
  int cancels = 0;
  Instant wake = 0;  ///< when the page wants its next frame
  int backupLists = 0;
  int erasures = 0;
  std::string refusedInLarge;
  std::string kept;  ///< for the tab
  std::string lookedAt;
  std::string restored;

  std::vector<StoredFile> storedFiles() const;

  Instant now() override { return clock; }
  const Zones& zones() override { return zones_; }
  std::string localZone() override { return zone; }
  bool hasCommandKey() override { return commandKey; }
  bool canShare() override { return sharing; }
  bool canShareFiles() override { return sharing; }
  bool isMissing(Feature what) override { return std::find(missing.begin(), missing.end(), what) != missing.end(); }
  std::string pageAddress() override { return "https://cairn.example/"; }
  std::uint64_t entropy() override;
  TextRaster& raster() override { return raster_; }
  void requestFrame() override {}
  void wakeAt(Instant instant) override { wake = instant; }
  void store(const StoreRequest& request) override;
  void reloadStore() override { wantsReload = true; }
  void compactStore() override;
  void takeLarge(const std::string&, const std::string& refused) override { refusedInLarge = refused; }
  void cancelLarge() override { ++cancels; }
  void listBackups() override { ++backupLists; }
  void lookAtBackup(const std::string& name) override { lookedAt = name; }
  void restoreBackup(const std::string& name) override { restored = name; }
  void eraseRemoved() override { ++erasures; }
  void saveFile(const std::string& name, const std::string& bytes) override { savedFiles.emplace_back(name, bytes); }
  void chooseFile() override { ++fileDialogs; }
  void openLink(const std::string& address) override { openedLinks.push_back(address); }
  void copyText(const std::string& text) override { clipboard = text; }
  void shareText(const std::string& text) override { shared = text; }
  void shareFile(const std::string& name, const std::string& bytes, const std::string& message) override {
    savedFiles.emplace_back(name, bytes);
    shared = message;
  }
  void makeLink(const std::string& ticket, const std::string& bytes) override { linked = {ticket, bytes}; }
  void fetchLibrary() override { ++libraryFetches; }
  void navigate(const std::string& address, bool replace) override;
  void goBack() override;
  void rememberScroll(float) override {}
  void keepForTab(const std::string& text) override { kept = text; }
  std::string keptForTab() override { return kept; }
  std::vector<std::string> languagesRead() override { return reads; }
  void setLanguage(std::string_view tag) override { language = tag; }
  void setTitle(const std::string& text) override { title = text; }
  void showMeaning(const std::string&) override {
    if (whenShown) whenShown();
  }
  void showInField(const std::string& key, const std::string& text) override { shownInField = {key, text}; }
  void focus(const std::string& key) override { focused = key; }
  void setStyle(const std::vector<std::pair<std::string, std::string>>&) override {}

 private:
  NativeZones zones_;
  HeadlessRaster raster_;
  std::uint64_t seeded_ = 0;
  std::mt19937_64 random_;
};

}  // namespace cairn

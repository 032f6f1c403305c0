#pragma once
// Platform: the seam to the world outside. The application asks through it and knows nothing of
// browsers; platform/web answers with DOM and IndexedDB, platform/headless in tests. CMake chooses.
//
// Answers that take time come back as calls on App (app/app.hpp): stored(), fileOpened(), ….
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/zones.hpp"
#include "journal/journal.hpp"
#include "protocol.hpp"

namespace cairn {

struct FontMetrics {
  float ascent = 0;   ///< pixels above the baseline
  float descent = 0;  ///< pixels below it, positive
};

struct GlyphBitmap {
  int left = 0;  ///< of the bitmap, from the pen, in pixels
  int top = 0;   ///< of the bitmap, from the baseline, negative above it
  int width = 0;
  int height = 0;
  bool colored = false;            ///< an emoji: drawn as it is, not tinted
  std::vector<std::uint8_t> rgba;  ///< width × height × 4, not premultiplied
};

/// Draws with the system's own fonts: single code points, and runs, which are shaped as a whole.
/// Texts are UTF-8 without line ends; places in them are bytes.
class TextRaster {
 public:
  virtual ~TextRaster() = default;
  virtual FontMetrics metrics(float pixels, int weight) = 0;
  virtual float advance(float pixels, int weight, char32_t codePoint) = 0;
  virtual GlyphBitmap glyph(float pixels, int weight, char32_t codePoint) = 0;

  virtual float runWidth(float pixels, int weight, std::string_view text) = 0;
  /// `rgb`: 0xRRGGBB, of all that has no colour of its own.
  virtual GlyphBitmap run(float pixels, int weight, std::uint32_t rgb, bool rightToLeft, std::string_view text) = 0;
  /// Where each line of a paragraph begins, but the first, when it is broken as the browser would.
  virtual std::vector<std::size_t> breaks(float pixels, int weight, float width, std::string_view paragraph) = 0;
  /// How much of the text's beginning fits, in whole letters as people count them.
  virtual std::size_t fits(float pixels, int weight, float width, std::string_view text) = 0;
};

/// What is kept in one transaction, or not at all.
struct StoreRequest {
  int ticket = 0;  ///< comes back with the answer
  std::vector<StoredFile> put;
  std::vector<std::string> remove;
};

class Platform {
 public:
  virtual ~Platform() = default;

  virtual Instant now() = 0;
  virtual const Zones& zones() = 0;
  virtual std::string localZone() = 0;
  virtual bool hasCommandKey() = 0;
  /// The system has a way of its own to pass a text on.
  virtual bool canShare() = 0;
  /// It takes files, too.
  virtual bool canShareFiles() = 0;
  /// What this browser cannot do; Cairn does without it.
  virtual bool isMissing(Feature what) = 0;
  /// The address of this page up to its "#".
  virtual std::string pageAddress() = 0;
  /// 64 fresh bits of the system's random source.
  virtual std::uint64_t entropy() = 0;
  virtual TextRaster& raster() = 0;

  /// Asks for frame() to be called once more, soon.
  virtual void requestFrame() = 0;
  /// Asks for frame() at that instant; a later call replaces an earlier one.
  virtual void wakeAt(Instant instant) = 0;

  virtual void store(const StoreRequest& request) = 0;
  /// Reads the whole store again: App::reloaded().
  virtual void reloadStore() = 0;
  /// Takes the records together where that can be done at leisure: App::compacted().
  virtual void compactStore() = 0;
  /// Stores the large file that is being looked at under this path, but for what was refused of a
  /// proposal (writeChoices), and gives what it changes piece by piece: App::takePiece(), then
  /// App::largeTaken().
  virtual void takeLarge(const std::string& path, const std::string& refused) = 0;
  virtual void cancelLarge() = 0;
  /// App::backupsListed(); a look: App::largeRead(); after going back the page begins anew.
  virtual void listBackups() = 0;
  virtual void lookAtBackup(const std::string& name) = 0;
  virtual void restoreBackup(const std::string& name) = 0;
  /// Takes the records together, lets all backups go and makes a new one: what was removed is gone.
  virtual void eraseRemoved() = 0;

  virtual void saveFile(const std::string& name, const std::string& bytes) = 0;
  virtual void chooseFile() = 0;
  virtual void openLink(const std::string& address) = 0;
  /// Onto the clipboard: App::copied().
  virtual void copyText(const std::string& text) = 0;
  virtual void shareText(const std::string& text) = 0;
  /// By the system's own sheet, with a message; under a name that it takes (".cairn.txt"): App::left().
  virtual void shareFile(const std::string& name, const std::string& bytes, const std::string& message) = 0;
  /// An address of this page that holds the file in its fragment: App::linkMade() with the ticket.
  virtual void makeLink(const std::string& ticket, const std::string& bytes) = 0;
  /// Templates and guides: App::libraryFetched().
  virtual void fetchLibrary() = 0;

  virtual void navigate(const std::string& address, bool replace) = 0;
  virtual void goBack() = 0;
  virtual void rememberScroll(float offset) = 0;
  /// A short text that outlives a reload of this tab, and no other; empty: none.
  virtual void keepForTab(const std::string& text) = 0;
  virtual std::string keptForTab() = 0;
  /// The languages that the person reads, the best first, as tags: "de-AT".
  virtual std::vector<std::string> languagesRead() = 0;
  /// The tag of the language in which the page speaks.
  virtual void setLanguage(std::string_view tag) = 0;
  virtual void setTitle(const std::string& title) = 0;

  /// The difference of the semantics tree to the last one, see semantics/tree.hpp.
  virtual void showMeaning(const std::string& difference) = 0;
  /// What a field holds from now on: the next key finds it there, though it may come before the next frame.
  virtual void showInField(const std::string& key, const std::string& text) = 0;
  /// Moves the keyboard's focus to a node.
  virtual void focus(const std::string& key) = 0;
  /// Values for the page's style sheet, e.g. {"--ink", "#1f2328"}.
  virtual void setStyle(const std::vector<std::pair<std::string, std::string>>& values) = 0;
};

}  // namespace cairn

#include "platform/web/web_platform.hpp"

#include <emscripten.h>

#include <charconv>
#include <cstring>

// clang-format off
EM_JS(int, cairn_outbox_length, (), { return Module.host.outbox.length; });
EM_JS(void, cairn_outbox_take, (char* to), { HEAPU8.set(Module.host.outbox, to); });
EM_JS(double, cairn_now, (), { return Module.host.now(); });
EM_JS(int, cairn_has_command_key, (), { return Module.host.hasCommandKey() ? 1 : 0; });
EM_JS(int, cairn_can_share, (), { return Module.host.canShare() ? 1 : 0; });
EM_JS(int, cairn_is_missing, (int what), { return Module.host.isMissing(what) ? 1 : 0; });
EM_JS(int, cairn_can_share_files, (), { return Module.host.canShareFiles() ? 1 : 0; });
EM_JS(void, cairn_page_address, (), { Module.host.pageAddress(); });
EM_JS(void, cairn_local_zone, (), { Module.host.localZone(); });
EM_JS(int, cairn_zone_offset, (const char* zone, int length, double instant), {
  return Module.host.zoneOffset(HEAPU8.subarray(zone, zone + length), instant);
});
EM_JS(void, cairn_kept_for_tab, (), { Module.host.keptForTab(); });
EM_JS(void, cairn_languages, (), { Module.host.languages(); });
EM_JS(void, cairn_zone_names, (), { Module.host.zoneNames(); });
EM_JS(double, cairn_ascent, (double pixels, int weight), { return Module.host.ascent(pixels, weight); });
EM_JS(double, cairn_descent, (double pixels, int weight), { return Module.host.descent(pixels, weight); });
EM_JS(double, cairn_advance, (double pixels, int weight, int codePoint), {
  return Module.host.advance(pixels, weight, codePoint);
});
EM_JS(void, cairn_glyph, (double pixels, int weight, int codePoint), {
  Module.host.glyph(pixels, weight, codePoint);
});
EM_JS(double, cairn_run_width, (double pixels, int weight, const char* text, int length), {
  return Module.host.runWidth(pixels, weight, HEAPU8.subarray(text, text + length));
});
EM_JS(void, cairn_run, (double pixels, int weight, int color, int rightToLeft, const char* text, int length), {
  Module.host.run(pixels, weight, color, rightToLeft, HEAPU8.subarray(text, text + length));
});
EM_JS(void, cairn_run_breaks, (double pixels, int weight, double width, const char* text, int length), {
  Module.host.runBreaks(pixels, weight, width, HEAPU8.subarray(text, text + length));
});
EM_JS(int, cairn_run_fits, (double pixels, int weight, double width, const char* text, int length), {
  return Module.host.runFits(pixels, weight, width, HEAPU8.subarray(text, text + length));
});
EM_JS(void, cairn_request_frame, (), { Module.host.requestFrame(); });
EM_JS(void, cairn_wake_at, (double instant), { Module.host.wakeAt(instant); });
EM_JS(void, cairn_store, (int ticket, const char* put, int putLength, const char* remove, int removeLength), {
  Module.host.store(ticket, HEAPU8.slice(put, put + putLength), HEAPU8.slice(remove, remove + removeLength));
});
EM_JS(void, cairn_save_file, (const char* name, int nameLength, const char* bytes, int length), {
  Module.host.saveFile(HEAPU8.subarray(name, name + nameLength), HEAPU8.slice(bytes, bytes + length));
});
EM_JS(void, cairn_choose_file, (), { Module.host.chooseFile(); });
EM_JS(void, cairn_go_back, (), { Module.host.goBack(); });
EM_JS(void, cairn_remember_scroll, (double offset), { Module.host.rememberScroll(offset); });
EM_JS(void, cairn_navigate, (const char* text, int length, int replace), {
  Module.host.navigate(HEAPU8.subarray(text, text + length), replace);
});
EM_JS(void, cairn_ask, (int what, const char* text, int length), {
  Module.host.ask(what, HEAPU8.subarray(text, text + length));
});
// clang-format on

namespace cairn {
namespace {

int lengthOf(std::string_view text) { return static_cast<int>(text.size()); }

std::string takeOutbox() {
  std::string text(static_cast<std::size_t>(cairn_outbox_length()), '\0');
  cairn_outbox_take(text.data());
  return text;
}

/// As web/glyphs.ts cuts it out.
GlyphBitmap takeBitmap() {
  const std::string bytes = takeOutbox();
  std::int32_t header[5];
  GlyphBitmap bitmap;
  if (bytes.size() < sizeof header) return bitmap;
  std::memcpy(header, bytes.data(), sizeof header);
  bitmap.left = header[0];
  bitmap.top = header[1];
  bitmap.width = header[2];
  bitmap.height = header[3];
  bitmap.colored = header[4] != 0;
  bitmap.rgba.assign(bytes.begin() + sizeof header, bytes.end());
  return bitmap;
}

void ask(Request what, std::string_view text) { cairn_ask(static_cast<int>(what), text.data(), lengthOf(text)); }

}  // namespace

std::optional<int> WebZones::offsetAt(std::string_view zone, Instant instant) const {
  constexpr int kUnknown = 100'000;
  const int offset = cairn_zone_offset(zone.data(), lengthOf(zone), static_cast<double>(instant));
  if (offset == kUnknown) return std::nullopt;
  return offset;
}

std::vector<std::string> WebZones::names() const {
  if (!names_.empty()) return names_;
  cairn_zone_names();
  const std::string all = takeOutbox();
  for (std::size_t from = 0; from < all.size();) {
    const auto end = std::min(all.find('\n', from), all.size());
    names_.push_back(all.substr(from, end - from));
    from = end + 1;
  }
  return names_;
}

FontMetrics WebRaster::metrics(float pixels, int weight) {
  const auto [found, isNew] = metrics_.try_emplace({pixels, weight});
  if (isNew) {
    found->second = {static_cast<float>(cairn_ascent(pixels, weight)),
                     static_cast<float>(cairn_descent(pixels, weight))};
  }
  return found->second;
}

float WebRaster::advance(float pixels, int weight, char32_t codePoint) {
  return static_cast<float>(cairn_advance(pixels, weight, static_cast<int>(codePoint)));
}

GlyphBitmap WebRaster::glyph(float pixels, int weight, char32_t codePoint) {
  cairn_glyph(pixels, weight, static_cast<int>(codePoint));
  return takeBitmap();
}

float WebRaster::runWidth(float pixels, int weight, std::string_view text) {
  return static_cast<float>(cairn_run_width(pixels, weight, text.data(), lengthOf(text)));
}

GlyphBitmap WebRaster::run(float pixels, int weight, std::uint32_t rgb, bool rightToLeft, std::string_view text) {
  cairn_run(pixels, weight, static_cast<int>(rgb), rightToLeft ? 1 : 0, text.data(), lengthOf(text));
  return takeBitmap();
}

std::vector<std::size_t> WebRaster::breaks(float pixels, int weight, float width, std::string_view paragraph) {
  cairn_run_breaks(pixels, weight, width, paragraph.data(), lengthOf(paragraph));
  const std::string bytes = takeOutbox();
  std::vector<std::uint32_t> places(bytes.size() / sizeof(std::uint32_t));
  std::memcpy(places.data(), bytes.data(), places.size() * sizeof(std::uint32_t));
  return {places.begin(), places.end()};
}

std::size_t WebRaster::fits(float pixels, int weight, float width, std::string_view text) {
  return static_cast<std::size_t>(cairn_run_fits(pixels, weight, width, text.data(), lengthOf(text)));
}

Instant WebPlatform::now() { return static_cast<Instant>(cairn_now()); }

bool WebPlatform::hasCommandKey() { return cairn_has_command_key() != 0; }
bool WebPlatform::canShare() { return cairn_can_share() != 0; }
bool WebPlatform::isMissing(Feature what) { return cairn_is_missing(static_cast<int>(what)) != 0; }
bool WebPlatform::canShareFiles() { return cairn_can_share_files() != 0; }
std::string WebPlatform::pageAddress() {
  cairn_page_address();
  return takeOutbox();
}
void WebPlatform::copyText(const std::string& text) { ask(Request::copyText, text); }
void WebPlatform::shareText(const std::string& text) { ask(Request::shareText, text); }
void WebPlatform::shareFile(const std::string& name, const std::string& bytes, const std::string& message) {
  ask(Request::shareFile, packFiles({{name, bytes}, {"message", message}}));
}
void WebPlatform::makeLink(const std::string& ticket, const std::string& bytes) {
  ask(Request::makeLink, packFiles({{ticket, bytes}}));
}
void WebPlatform::fetchLibrary() { ask(Request::fetchLibrary, {}); }
std::string WebPlatform::localZone() {
  cairn_local_zone();
  return takeOutbox();
}

std::uint64_t WebPlatform::entropy() { return takeEntropy(); }

void WebPlatform::requestFrame() { cairn_request_frame(); }
void WebPlatform::wakeAt(Instant instant) { cairn_wake_at(static_cast<double>(instant)); }

void WebPlatform::store(const StoreRequest& request) {
  const std::string put = packFiles(request.put);
  std::string remove;
  for (const auto& path : request.remove) remove += path + "\n";
  cairn_store(request.ticket, put.data(), lengthOf(put), remove.data(), lengthOf(remove));
}

void WebPlatform::reloadStore() { ask(Request::reloadStore, {}); }
void WebPlatform::compactStore() { ask(Request::compactStore, {}); }
void WebPlatform::takeLarge(const std::string& path, const std::string& refused) {
  ask(Request::takeLarge, path + "\n" + refused);
}
void WebPlatform::cancelLarge() { ask(Request::cancelLarge, {}); }
void WebPlatform::listBackups() { ask(Request::listBackups, {}); }
void WebPlatform::lookAtBackup(const std::string& name) { ask(Request::lookAtBackup, name); }
void WebPlatform::restoreBackup(const std::string& name) { ask(Request::restoreBackup, name); }
void WebPlatform::eraseRemoved() { ask(Request::eraseRemoved, {}); }

void WebPlatform::saveFile(const std::string& name, const std::string& bytes) {
  cairn_save_file(name.data(), lengthOf(name), bytes.data(), lengthOf(bytes));
}

void WebPlatform::chooseFile() { cairn_choose_file(); }
void WebPlatform::openLink(const std::string& address) { ask(Request::openLink, address); }
void WebPlatform::navigate(const std::string& address, bool replace) {
  cairn_navigate(address.data(), lengthOf(address), replace ? 1 : 0);
}
void WebPlatform::goBack() { cairn_go_back(); }
void WebPlatform::rememberScroll(float offset) { cairn_remember_scroll(offset); }
void WebPlatform::keepForTab(const std::string& text) { ask(Request::keepForTab, text); }
std::string WebPlatform::keptForTab() {
  cairn_kept_for_tab();
  return takeOutbox();
}
std::vector<std::string> WebPlatform::languagesRead() {
  cairn_languages();
  std::vector<std::string> wanted;
  const std::string lines = takeOutbox();
  for (std::string_view rest = lines; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    wanted.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return wanted;
}
void WebPlatform::setLanguage(std::string_view tag) { ask(Request::setLanguage, std::string(tag)); }
void WebPlatform::setTitle(const std::string& title) { ask(Request::setTitle, title); }
void WebPlatform::showMeaning(const std::string& difference) { ask(Request::showMeaning, difference); }
void WebPlatform::showInField(const std::string& key, const std::string& text) {
  ask(Request::showInField, key + "\n" + text);
}
void WebPlatform::focus(const std::string& key) { ask(Request::focus, key); }

void WebPlatform::setStyle(const std::vector<std::pair<std::string, std::string>>& values) {
  std::string text;
  for (const auto& [name, value] : values) text += name + "\n" + value + "\n";
  ask(Request::setStyle, text);
}

}  // namespace cairn

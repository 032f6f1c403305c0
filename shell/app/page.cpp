#include "app/page.hpp"

#include <algorithm>

namespace cairn {

Page::Page(Platform& platformToUse, const Language& language)
    : platform(platformToUse),
      fonts(platform.raster()),
      ui(fonts, meaning, editing),
      views(model, platform.zones()),
      ids([this] { return platform.entropy(); }),
      localZone(platform.localZone()) {
  ui.language = &language;
}

Moment Page::moment() const {
  Moment moment;
  moment.now = platform.now();
  moment.local = localAt(moment.now, platform.zones().offsetAt(localZone, moment.now).value_or(0));
  return moment;
}

const semantics::Node* Page::find(const std::string& key) const {
  const auto found = std::find_if(shown.begin(), shown.end(), [&](const auto& node) { return node.key == key; });
  return found == shown.end() ? nullptr : &*found;
}

void Page::modelChanged() {
  views.forget();
  state.searched = {};
  state.link = {};
}

void Page::wake() {
  framesToSettle = 3;
  platform.requestFrame();
}

void Page::tell(std::string words, bool canUndo) {
  state.notice = {std::move(words), canUndo};
  wake();
}

}  // namespace cairn

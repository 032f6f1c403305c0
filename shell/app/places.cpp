#include "app/places.hpp"

#include <algorithm>
#include <utility>

#include "words/say.hpp"

namespace cairn {

void Places::go(const std::string& address, bool replace) {
  page_.platform.navigate(address, replace);
  show(readRoute(address), 0);
}

void Places::goAfterFrame(const std::string& address, bool replace) {
  page_.afterFrame([this, address, replace] { go(address, replace); });
  page_.wake();
}

void Places::show(const Route& route, float scroll) {
  const Route& was = page_.route;
  const bool otherPlace = route.screen != was.screen || route.mentorship != was.mentorship ||
                          route.session != was.session || route.view != was.view || route.part != was.part;
  const bool sheetChanged = route.sheet != was.sheet;
  // Reloaded with a sheet above it, the page below has not been where it was yet.
  const bool uncovered = was.sheet != Sheet::none && openedSheetFrom_.address != addressOf(route);
  Scroll& page = page_.scrolls["page"];
  if ((otherPlace || uncovered) && route.sheet == Sheet::none) {
    page.offset = scroll;
    page.most = std::max(page.most, scroll);
    page.velocity = 0;
  }
  if (route.sheet == Sheet::settings && sheetChanged) page_.platform.listBackups();
  if (was.sheet == Sheet::none && sheetChanged) openedSheetFrom_ = {addressOf(was), {page_.ui.focus.key}};
  page_.route = route;
  if (otherPlace) page_.state.justHeld.clear();
  if (otherPlace || sheetChanged) page_.ui.popup = {};
  if (sheetChanged) {
    page_.scrolls["sheet"] = {};
    page_.editing.clear("find/words");
    page_.state.searched = {};
  }
  const bool returns = sheetChanged && route.sheet == Sheet::none && addressOf(route) == openedSheetFrom_.address;
  if (returns && !openedSheetFrom_.keys[0].empty()) {
    page_.ui.wantFocus = openedSheetFrom_.keys[0];
  } else if (otherPlace || sheetChanged) {
    page_.ui.wantFocus = route.sheet == Sheet::none   ? "title"
                         : route.sheet == Sheet::find ? "find/words"
                                                      : "sheet-title";
  }
  page_.wake();
}

void Places::leaveWhatIsGone() {
  const Route& route = page_.route;
  const auto found = page_.model.mentorships.find(route.mentorship);
  const Mentorship* there = found != page_.model.mentorships.end() && isThere(found->second) ? &found->second : nullptr;
  if (route.mentorship && !there) return go("#/", true);
  const bool isSessionGone = there && route.screen == Screen::session && !findAlive(there->sessions, route.session);
  if (isSessionGone) go(mentorshipAddress(route.mentorship), true);
}

void Places::uncover() {
  closePopup(page_.ui);
  Route uncovered = page_.route;
  uncovered.sheet = Sheet::none;
  if (page_.route.sheet != Sheet::none) go(addressOf(uncovered), true);
  page_.ui.wantFocus = "title";
}

void Places::focusChanged(const std::string& key, bool visible) {
  constexpr std::size_t kRemembered = 16;
  if (!key.empty() && (focusBefore_.empty() || focusBefore_.back() != key)) focusBefore_.push_back(key);
  if (focusBefore_.size() > kRemembered) focusBefore_.erase(focusBefore_.begin());
  page_.ui.focus = {key, visible};
}

void Places::keepFocus(const std::vector<semantics::Node>& now) {
  const auto isIn = [](const std::vector<semantics::Node>& nodes, const std::string& key) {
    return std::any_of(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
  };
  const std::string& had = page_.ui.wantFocus.empty() ? page_.ui.focus.key : page_.ui.wantFocus;
  if (!page_.ui.focus.visible || had.empty() || isIn(now, had) || !isIn(page_.shown, had)) return;
  std::string next = semantics::nextTo(page_.shown, now, had);
  const auto earlier =
      std::find_if(focusBefore_.rbegin(), focusBefore_.rend(), [&](const auto& key) { return isIn(now, key); });
  if (next.empty() && earlier != focusBefore_.rend()) next = *earlier;
  page_.ui.wantFocus = next.empty() ? "title" : next;
}

void Places::lookFor() {
  LookedFor& wanted = page_.state.lookedFor;
  if (wanted.keys.empty() || addressOf(page_.route) != wanted.address) return;
  const auto found =
      std::find_if(wanted.keys.begin(), wanted.keys.end(), [&](const std::string& key) { return page_.find(key); });
  if (found != wanted.keys.end()) page_.ui.wantFocus = *found;
  wanted = {};
}

void Places::tellFocus() {
  std::string& wanted = page_.ui.wantFocus;
  // A field that was just made exists only after the next frame.
  if (!wanted.empty() && page_.find(wanted)) page_.platform.focus(std::exchange(wanted, {}));
}

void Places::tellTitle() {
  const auto& shown = page_.shown;
  const auto heading = std::find_if(shown.begin(), shown.end(), [](const auto& node) { return node.level == 1; });
  std::string place = heading == shown.end() ? std::string() : heading->name;
  const auto tab = std::find_if(shown.begin(), shown.end(), [](const auto& node) {
    return node.current && (node.key.starts_with("tabs/") || node.key.starts_with("views/"));
  });
  if (tab != shown.end()) place = joined(page_, {tab->name, place});
  const std::string title =
      place.empty() ? std::string(say(page_, S::app_name)) : say(page_, S::page_title, {{"place", place}});
  if (title != title_) page_.platform.setTitle(title_ = title);
}

}  // namespace cairn

#include "app/app.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/action_registry.hpp"
#include "app/phrases.hpp"
#include "imgui_internal.h"
#include "replica/merge.hpp"

namespace cairn {
namespace {

constexpr float kCurveError = 0.3F;  // pixels of the screen
constexpr Instant kAway = 14 * kDay;

// Several Apps may live in one program: each call works on its own context.
ImGuiContext* makeContext() {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  return context;
}

/// When Cairn was looked at last, to the day; also by who wrote nothing.
constexpr std::string_view kSeenPath = "seen";
std::optional<Instant> seenAt(const std::vector<StoredFile>& files) {
  const auto found = std::find_if(files.begin(), files.end(), [](const auto& file) { return file.path == kSeenPath; });
  Instant at = 0;
  if (found == files.end()) return std::nullopt;
  std::from_chars(found->bytes.data(), found->bytes.data() + found->bytes.size(), at);
  return at;
}

}  // namespace

App::App(Platform& platform)
    : platform_(platform),
      context_(makeContext()),
      fonts_(std::make_unique<text::Fonts>(platform.raster())),
      ui_(*fonts_, meaning_, editing_),
      views_(model_, platform.zones()),
      ids_([&platform] { return platform.entropy(); }),
      localZone_(platform.localZone()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

App::~App() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void App::begin(const std::vector<StoredFile>& files, int slot, const std::string& error) {
  slot_ = slot;
  Recovered recovered = recover(files, slot);
  model_ = std::move(recovered.workspace);
  modelChanged();
  state_.damagedRecords = recovered.damaged.size();
  state_.foundNothing = recovered.records == 0 && recovered.damaged.empty() && model_.mentorships.empty();
  if (recovered.newer) state_.save = SaveState::readOnly;
  std::optional<Writers> known;
  for (const auto& file : files) {
    if (file.path == slotPath(slot)) known = readSlot(file.bytes);
  }
  writers_ = known.value_or(newWriters(ids_));
  continueCounters(writers_, model_, platform_.now());
  stored_ = writers_;
  records_ = recovered.records;
  begun_ = true;
  if (!error.empty()) {
    state_.save = SaveState::notSaved;
    state_.saveError = error;
  } else if (!known && state_.save != SaveState::readOnly) {
    store({{"marker", std::string(kStoreMarker)}, {slotPath(slot), writeSlot(writers_)}}, {});
  }
  state_.hasCommandKey = platform_.hasCommandKey();
  state_.canShare = platform_.canShare();
  state_.canShareFiles = platform_.canShareFiles();
  state_.pageAddress = platform_.pageAddress();
  std::copy_if(kLacks.begin(), kLacks.end(), std::back_inserter(state_.lacks),
               [&](Lack what) { return platform_.lacks(what); });
  const Instant seen = seenAt(files).value_or(writers_.latestStamp);
  const bool away = seen > 0 && platform_.now() - seen > kAway;
  state_.welcomeBack = away && !views_.mentorships().empty();
  if (!views_.mentorships().empty() && platform_.now() - seen > kDay) {
    store({{std::string(kSeenPath), std::to_string(platform_.now())}}, {});
  }
  state_.trash = trashIn(files);
  auto old = oldTrash(files, platform_.now());
  old.insert(old.end(), recovered.superfluous.begin(), recovered.superfluous.end());
  if (!old.empty()) store({}, old);
  recoverDrafts(recovered.drafts);
  // A page that was loaded again is still before the same eyes.
  const Route presented = readRoute(platform_.keptForTab());
  if (presented.screen == Screen::session) state_.presenting = {presented.mentorship, presented.session};
  applyTheme();
  wake();
}

Moment App::moment() const {
  Moment moment;
  moment.now = platform_.now();
  moment.local = localAt(moment.now, platform_.zones().offsetAt(localZone_, moment.now).value_or(0));
  return moment;
}

bool App::frame() {
  if (!begun_) return false;
  ImGui::SetCurrentContext(context_);
  const Instant now = platform_.now();
  moveScroll(std::clamp(static_cast<float>(now - lastFrame_) / 1000.0F, 0.001F, 0.1F));
  lastFrame_ = now;
  if (settle_ > 0) --settle_;
  // Things grow to a finger's size when its first press is through: they do not move while one is pressed.
  if (settle_ == 0 && !held_ && std::exchange(ui_.touch, touches_) != touches_) wake();
  if (!dirtyDrafts_.empty() && now >= draftsDue_) storeDrafts();
  if (!handingOver_.empty()) handOverWaiting();
  ui_.clock = false;
  drawFrame();
  afterFrame();
  Instant wakeAt = views_.nextTurn(localZone_, moment());
  if (ui_.clock) wakeAt = std::min(wakeAt, (now / kMinute + 1) * kMinute);
  if (!dirtyDrafts_.empty()) wakeAt = std::min(wakeAt, draftsDue_);
  if (longPressAt_ > 0) wakeAt = std::min(wakeAt, longPressAt_);
  for (const auto& waiting : handingOver_) wakeAt = std::min(wakeAt, waiting.until);
  platform_.wakeAt(wakeAt);
  return true;
}

void App::setPaper(bool paper) {
  ui_.paper = paper;
  if (frame()) wake();
}

void App::drawFrame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.0F / 60;
  // Edges fade over one pixel of the screen, and curves are as fine as it shows them.
  const float pixel = 1 / io.DisplayFramebufferScale.x;
  ImGui::GetStyle().CircleTessellationMaxError = kCurveError * pixel;
  ImGui::NewFrame();
  context_->DrawListSharedData.InitialFringeScale = pixel;
  fonts_->beginFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  meaning_.begin();
  ui_.drawnTexts.clear();
  ui_.width = io.DisplaySize.x;
  ui_.height = io.DisplaySize.y;
  ui_.phone = ui_.width < space::kPhoneBelow;
  ui_.offsetY = 0;
  state_.canUndo = !done_.empty();
  state_.canRedo = !undone_.empty();
  state_.typing = !dirtyDrafts_.empty();
  acting_ = editing_.finishedKey.empty() ? ui_.popup.chosenIn : editing_.finishedKey;
  Frame frame = frameOf();
  drawApplication(frame, scrolls_);
  for (auto& [key, place] : ui_.rows) place.moved = place.across = 0;  // keys for a list that is not on screen
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
  ui_.activated.clear();
  editing_.finishedKey.clear();
}

/// The keyboard does not fall to the page where what had it is gone: it goes on beside it, or back to where
/// it was before.
void App::keepFocus() {
  const auto& now = meaning_.nodes();
  const auto isIn = [](const std::vector<semantics::Node>& nodes, const std::string& key) {
    return std::any_of(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
  };
  const std::string& had = ui_.wantFocus.empty() ? ui_.focus.key : ui_.wantFocus;
  if (!ui_.focus.visible || had.empty() || isIn(now, had) || !isIn(shown_, had)) return;
  std::string next = semantics::nextTo(shown_, now, had);
  const auto earlier =
      std::find_if(focusBefore_.rbegin(), focusBefore_.rend(), [&](const auto& key) { return isIn(now, key); });
  if (next.empty() && earlier != focusBefore_.rend()) next = *earlier;
  ui_.wantFocus = next.empty() ? "title" : next;
}

void App::afterFrame() {
  keepFocus();
  const std::string difference = semantics::difference(shown_, meaning_.nodes());
  shown_ = meaning_.nodes();
  lookFor();
  if (!difference.empty()) platform_.showMeaning(difference);
  if (!ui_.openedLink.empty()) {
    go(std::exchange(ui_.openedLink, {}), false);
  }
  const auto wanted = std::exchange(wanted_, {});
  for (const auto& action : wanted) action();
  if (!acting_.empty()) unwatch(std::exchange(acting_, {}));
  const bool isChosen = !openPopup_.empty() && openPopup_ == ui_.popup.chosenIn;  // it acts in the next frame
  if (openPopup_ != ui_.popup.key && !isChosen) {
    unwatch(std::exchange(openPopup_, ui_.popup.key));
    if (!openPopup_.empty()) sight_.begin(openPopup_, std::nullopt);
  }
  if (!wanted.empty() || !ui_.popup.chosenIn.empty()) wake();
  for (const auto& key : std::exchange(editing_.cleared, {})) {
    markDraft(key);
    draftsDue_ = lastFrame_;
  }
  // A phone's keyboard that opens makes the page lower: what is typed in stays in sight.
  if (std::exchange(resized_, false)) revealFocus();
  // A field that was just made exists only after the next frame.
  const bool exists =
      std::any_of(shown_.begin(), shown_.end(), [&](const auto& node) { return node.key == ui_.wantFocus; });
  if (!ui_.wantFocus.empty() && exists) platform_.focus(std::exchange(ui_.wantFocus, {}));
  const auto heading = std::find_if(shown_.begin(), shown_.end(), [](const auto& node) { return node.level == 1; });
  std::string place = heading == shown_.end() ? std::string() : heading->name;
  const auto tab = std::find_if(shown_.begin(), shown_.end(), [](const auto& node) {
    return node.current && (node.key.starts_with("tabs/") || node.key.starts_with("views/"));
  });
  if (tab != shown_.end()) place = tab->name + " · " + place;
  const std::string title = place.empty() ? std::string(say(S::app_name)) : say(S::page_title, {{"place", place}});
  if (title != title_) platform_.setTitle(title_ = title);
}

/// What a search has found gets the keyboard once its place is shown, and so comes into sight.
void App::lookFor() {
  LookedFor& wanted = state_.lookedFor;
  if (wanted.keys.empty() || addressOf(route_) != wanted.address) return;
  const auto isShown = [&](const std::string& key) {
    return std::any_of(shown_.begin(), shown_.end(), [&](const auto& node) { return node.key == key; });
  };
  const auto found = std::find_if(wanted.keys.begin(), wanted.keys.end(), isShown);
  if (found != wanted.keys.end()) ui_.wantFocus = *found;
  wanted = {};
}

void App::go(const std::string& address, bool replace) {
  wanted_.push_back([this, address, replace] { goNow(address, replace); });
}

void App::goNow(const std::string& address, bool replace) {
  platform_.navigate(address, replace);
  showRoute(readRoute(address), 0);
}

void App::back() {
  wanted_.push_back([this] { platform_.goBack(); });
}

void App::showRoute(const Route& route, float scroll) {
  const bool otherPlace = route.screen != route_.screen || route.mentorship != route_.mentorship ||
                          route.session != route_.session || route.view != route_.view || route.part != route_.part;
  const bool sheetChanged = route.sheet != route_.sheet;
  // Reloaded with a sheet above it, the page below has not been where it was yet.
  const bool uncovered = route_.sheet != Sheet::none && openedSheetFrom_.address != addressOf(route);
  if ((otherPlace || uncovered) && route.sheet == Sheet::none) {
    scrolls_["page"].offset = scroll;
    scrolls_["page"].most = std::max(scrolls_["page"].most, scroll);
    scrolls_["page"].velocity = 0;
  }
  if (route.sheet == Sheet::settings && sheetChanged) platform_.listBackups();
  if (route_.sheet == Sheet::none && sheetChanged) openedSheetFrom_ = {addressOf(route_), {ui_.focus.key}};
  route_ = route;
  if (otherPlace) state_.justHeld.clear();
  if (otherPlace || sheetChanged) ui_.popup = {};
  if (sheetChanged) {
    scrolls_["sheet"] = {};
    editing_.clear("find/words");
    state_.searched = {};
  }
  const bool returns = sheetChanged && route.sheet == Sheet::none && addressOf(route) == openedSheetFrom_.address;
  if (returns && !openedSheetFrom_.keys[0].empty()) {
    ui_.wantFocus = openedSheetFrom_.keys[0];
  } else if (otherPlace || sheetChanged) {
    ui_.wantFocus = route.sheet == Sheet::none ? "title" : route.sheet == Sheet::find ? "find/words" : "sheet-title";
  }
  wake();
}

void App::showAddress(const std::string& address, float scroll) { showRoute(readRoute(address), scroll); }

void App::applyTheme() {
  const Theme theme = *model_.settings.theme;
  const bool dark = theme == Theme::dark || (theme == Theme::system && systemDark_);
  ui_.palette = forced_ ? &*forced_ : dark ? &kDark : &kLight;
  platform_.setStyle(styleOf(*ui_.palette));
}

void App::setSystemDark(bool dark) {
  systemDark_ = dark;
  applyTheme();
  wake();
}

void App::setForcedColors(const std::optional<ForcedColors>& colors) {
  forced_.reset();
  if (colors) forced_ = paletteOf(*colors);
  applyTheme();
  wake();
}

void App::resize(float width, float height, float density) {
  ImGuiIO& io = context_->IO;
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
  resized_ = true;
  wake();
}

void App::focusChanged(const std::string& key, bool visible) {
  constexpr std::size_t kRemembered = 16;
  if (!key.empty() && (focusBefore_.empty() || focusBefore_.back() != key)) focusBefore_.push_back(key);
  if (focusBefore_.size() > kRemembered) focusBefore_.erase(focusBefore_.begin());
  unwatch(ui_.focus.key);
  watch(key);
  ui_.focus = {key, visible};
  // What is being pressed stays below the pointer, or something else would be pressed.
  if (!held_) revealFocus();
  wake();
}

void App::activate(const std::string& key) {
  ui_.activated = key;
  wake();
}

Frame App::frameOf() { return {model_, views_, ui_, state_, *this, platform_.zones(), moment(), localZone_, route_}; }

bool App::shortcut(const std::string& keys, bool inEditor) {
  Frame frame = frameOf();
  const Action* action = actionOf(frame, keys, inEditor);
  if (!action) return false;
  action->run(frame);
  wake();
  return true;
}

void App::moveInList(const std::string& key, int rows, int columns) {
  ui_.rows[key].moved += rows;
  ui_.rows[key].across += columns;
  wake();
}

void App::modelChanged() {
  views_.forget();
  state_.searched = {};
  state_.link = {};
}

bool App::closePopup() {
  if (ui_.popup.key.empty()) return false;
  cairn::closePopup(ui_);
  wake();
  return true;
}

std::vector<std::string> App::audit() const {
  std::vector<std::string> faults;
  if (!views_.isTrue(localZone_, moment())) faults.emplace_back("a view is older than the model");
  for (const auto& key : meaning_.doubledKeys()) faults.push_back("two nodes have the key " + key);
  for (const auto& text : ui_.drawnTexts) {
    // "…" stands for the rest of a name that is whole in the tree.
    const std::string_view part = std::string_view(text).substr(0, text.find("…"));
    const bool known = std::any_of(shown_.begin(), shown_.end(), [&](const auto& node) {
      for (const std::string* words : {&node.name, &node.value, &node.description, &node.placeholder}) {
        if (words->find(part) != std::string::npos) return true;
      }
      return false;
    });
    if (!known) faults.push_back("drawn, but not in the tree: " + text);
  }
  for (const auto& node : shown_) {
    using semantics::Role;
    const bool needsName =
        node.role != Role::listItem && node.role != Role::group && node.role != Role::row && node.role != Role::status;
    if (needsName && node.name.empty()) faults.push_back("has no name: " + node.key);
  }
  return faults;
}

void App::forgetTextures() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->BackendUserData = nullptr;
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  wake();
}

}  // namespace cairn

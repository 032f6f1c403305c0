#include "app/app.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/chrome.hpp"
#include "frame/action_registry.hpp"
#include "imgui_internal.h"
#include "words/say.hpp"

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

void forgetAllTextures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

}  // namespace

App::App(Platform& platform, std::span<const Language> all)
    : context_(makeContext()), page_(platform, languageFor(all, platform.languagesRead())) {
  platform.setLanguage(page_.ui.language->tag);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

App::~App() {
  ImGui::SetCurrentContext(context_);
  forgetAllTextures();
  ImGui::DestroyContext(context_);
}

void App::begin(const std::vector<StoredFile>& files, int slot, Trouble trouble) {
  page_.slot = slot;
  Recovered recovered = recover(files, slot);
  page_.model = std::move(recovered.workspace);
  page_.modelChanged();
  readStore(files, recovered, trouble);
  begun_ = true;
  askPlatform();
  const bool hasSome = !page_.views.mentorships().empty();
  const Instant now = page_.platform.now();
  const Instant seen = seenAt(files).value_or(page_.writers.latestStamp);
  page_.state.welcomeBack = hasSome && seen > 0 && now - seen > kAway;
  if (hasSome && now - seen > kDay) saver_.store({{std::string(kSeenPath), std::to_string(now)}}, {});
  page_.state.trash = trashIn(files);
  auto old = oldTrash(files, now);
  old.insert(old.end(), recovered.superfluous.begin(), recovered.superfluous.end());
  if (!old.empty()) saver_.store({}, old);
  editor_.recover(recovered.drafts);
  // A page that was loaded again is still before the same eyes.
  const Route presented = readRoute(page_.platform.keptForTab());
  if (presented.screen == Screen::session) page_.state.presenting = {presented.mentorship, presented.session};
  applyTheme();
  page_.wake();
}

/// Who writes in this slot, and what is to be told of the store.
void App::readStore(const std::vector<StoredFile>& files, const Recovered& recovered, Trouble trouble) {
  UiState& state = page_.state;
  state.damagedRecords = recovered.damaged.size();
  state.foundNothing = recovered.records == 0 && recovered.damaged.empty() && page_.model.mentorships.empty();
  if (recovered.newer) state.save = SaveState::readOnly;
  std::optional<Writers> known;
  for (const auto& file : files) {
    if (file.path == slotPath(page_.slot)) known = readSlot(file.bytes);
  }
  page_.writers = known.value_or(newWriters(page_.ids));
  continueCounters(page_.writers, page_.model, page_.platform.now());
  saver_.begin(recovered.records);
  if (trouble != Trouble::none) {
    state.save = SaveState::notSaved;
    state.saveTrouble = trouble;
  } else if (!known && state.save != SaveState::readOnly) {
    saver_.store({{"marker", std::string(kStoreMarker)}, {slotPath(page_.slot), writeSlot(page_.writers)}}, {});
  }
}

void App::askPlatform() {
  Platform& platform = page_.platform;
  page_.state.hasCommandKey = platform.hasCommandKey();
  page_.state.canShare = platform.canShare();
  page_.state.canShareFiles = platform.canShareFiles();
  page_.state.pageAddress = platform.pageAddress();
  for (std::size_t at = 0; at < kFeatureCount; ++at) {
    const auto feature = static_cast<Feature>(at);
    if (platform.isMissing(feature)) page_.state.missing.push_back(feature);
  }
}

bool App::frame() {
  if (!begun_) return false;
  ImGui::SetCurrentContext(context_);
  const Instant now = page_.platform.now();
  applyTheme();
  hand_.goOn(std::clamp(static_cast<float>(now - lastFrame_) / 1000.0F, 0.001F, 0.1F));
  lastFrame_ = now;
  if (page_.framesToSettle > 0) --page_.framesToSettle;
  // Things grow to a finger's size when its first press is through: they do not move while one is pressed.
  const bool rests = page_.framesToSettle == 0 && !hand_.isHeld();
  if (rests && std::exchange(page_.ui.touch, hand_.touches()) != hand_.touches()) page_.wake();
  if (editor_.hasUnstored() && now >= editor_.storeAt()) editor_.storeDrafts();
  if (handover_.isWaiting()) handover_.goOn();
  page_.ui.clock = false;
  drawFrame();
  afterFrame();
  page_.platform.wakeAt(wakeAt(now));
  return true;
}

/// When the time alone changes what is shown, or something is to be done.
Instant App::wakeAt(Instant now) {
  Instant at = page_.views.nextRefresh(page_.localZone, page_.moment());
  if (page_.ui.clock) at = std::min(at, (now / kMinute + 1) * kMinute);
  if (editor_.hasUnstored()) at = std::min(at, editor_.storeAt());
  if (hand_.longPressAt() > 0) at = std::min(at, hand_.longPressAt());
  return handover_.isWaiting() ? std::min(at, handover_.waitsUntil()) : at;
}

void App::setPaper(bool paper) {
  page_.ui.paper = paper;
  if (frame()) page_.wake();
}

void App::drawFrame() {
  Ui& ui = page_.ui;
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.0F / 60;
  // Edges fade over one pixel of the screen, and curves are as fine as it shows them.
  const float pixel = 1 / io.DisplayFramebufferScale.x;
  ImGui::GetStyle().CircleTessellationMaxError = kCurveError * pixel;
  ImGui::NewFrame();
  context_->DrawListSharedData.InitialFringeScale = pixel;
  page_.fonts.beginFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  page_.meaning.begin();
  ui.drawnTexts.clear();
  ui.width = io.DisplaySize.x;
  ui.height = io.DisplaySize.y;
  ui.phone = ui.width < space::kPhoneBelow;
  ui.offsetY = 0;
  page_.state.canUndo = history_.canUndo();
  page_.state.canRedo = history_.canRedo();
  page_.state.typing = editor_.hasUnstored();
  ui.fields.clear();
  acting_ = ui.popup.chosenIn;
  Frame frame = frameOf();
  drawApplication(frame, page_.scrolls);
  for (auto& [key, place] : ui.rows) place.moved = place.across = 0;  // keys for a list that is not on screen
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
  ui.activated.clear();
}

void App::afterFrame() {
  places_.keepFocus(page_.meaning.nodes());
  const std::string difference = semantics::difference(page_.shown, page_.meaning.nodes());
  page_.shown = page_.meaning.nodes();
  places_.lookFor();
  showingMeaning_ = true;
  if (!difference.empty()) page_.platform.showMeaning(difference);
  showingMeaning_ = false;
  if (!page_.ui.openedLink.empty()) places_.goAfterFrame(std::exchange(page_.ui.openedLink, {}), false);
  const bool acted = carryOut();
  editor_.watchPopup();
  if (acted || !page_.ui.popup.chosenIn.empty()) page_.wake();
  // A phone's keyboard that opens makes the page lower: what is typed in stays in sight.
  if (std::exchange(resized_, false)) hand_.revealFocus();
  places_.tellFocus();
  places_.tellTitle();
}

/// Does what screens and fields have asked for; false where that was nothing.
bool App::carryOut() {
  const auto wanted = std::exchange(page_.wanted, {});
  for (const auto& action : wanted) action();
  if (!acting_.empty()) editor_.unwatch(std::exchange(acting_, {}));
  editor_.dropUsed();
  return !wanted.empty();
}

void App::now(const std::function<void(Frame&)>& work) {
  Frame frame = frameOf();
  work(frame);
}

void App::run(Command command) {
  page_.afterFrame([this, command = std::move(command)]() mutable {
    if (command.seen.empty()) command.seen = editor_.seen(acting_);
    history_.run(std::move(command));
  });
}

void App::undo() {
  page_.afterFrame([this] {
    if (history_.undo()) places_.leaveWhatIsGone();
  });
}

void App::redo() {
  page_.afterFrame([this] {
    if (history_.redo()) places_.leaveWhatIsGone();
  });
}

/// From now on only the present session is shown, for somebody else looks on.
void App::present(bool on) {
  page_.afterFrame([this, on] {
    const Route& route = page_.route;
    page_.state.presenting.reset();
    if (on) page_.state.presenting = {route.mentorship, route.session};
    page_.platform.keepForTab(on ? sessionAddress(route.mentorship, route.session) : std::string());
  });
}

void App::applyTheme() {
  const Theme theme = *page_.model.settings.theme;
  const bool dark = theme == Theme::dark || (theme == Theme::system && systemDark_);
  const Palette* palette = forced_ ? &*forced_ : dark ? &kDark : &kLight;
  if (std::exchange(styled_, palette) == palette) return;
  page_.ui.palette = palette;
  page_.platform.setStyle(styleOf(*palette));
}

void App::setSystemDark(bool dark) {
  systemDark_ = dark;
  applyTheme();
  page_.wake();
}

void App::setForcedColors(const std::optional<ForcedColors>& colors) {
  forced_.reset();
  if (colors) forced_ = paletteOf(*colors);
  styled_ = nullptr;
  applyTheme();
  page_.wake();
}

void App::resize(float width, float height, float density) {
  ImGuiIO& io = context_->IO;
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
  resized_ = true;
  page_.wake();
}

void App::focusChanged(const std::string& key, bool visible) {
  editor_.unwatch(page_.ui.focus.key);
  editor_.watch(key);
  places_.focusChanged(key, visible);
  // What is being pressed stays below the pointer, or something else would be pressed.
  if (!hand_.isHeld()) hand_.revealFocus();
  page_.wake();
}

void App::textDone(const std::string& key, const std::string& text, bool submitted) {
  page_.wake();
  // A press elsewhere leaves the field: it is a press on what the person sees, before anything moves by this edit.
  // A field that a frame takes out is left while that frame is told: what the frame asked for comes first.
  if (hand_.isHeld() || showingMeaning_) {
    return page_.afterFrame([this, key, text, submitted] { fieldDone(key, text, submitted); });
  }
  fieldDone(key, text, submitted);
}

void App::fieldDone(const std::string& key, const std::string& text, bool submitted) {
  const auto found = page_.ui.fields.find(key);
  const DeclaredField field = found != page_.ui.fields.end() ? found->second : DeclaredField{};
  if (!editor_.done(key, text, submitted)) return;
  const std::string previous = std::exchange(acting_, key);
  const int revision = page_.editing.revisions[key];
  if (field.whenDone) field.whenDone({text, submitted});
  carryOut();
  acting_ = previous;
  if (editor_.hasUnstored() && page_.platform.now() >= editor_.storeAt()) editor_.storeDrafts();
  // The next key may come sooner than the next frame.
  const bool isEmptied = field.text.empty() && page_.editing.revisions[key] != revision;
  if (isEmptied) page_.platform.showInField(key, {});
  if (page_.ui.focus.key == key) editor_.watchAs(key, isEmptied ? std::string() : text);
  page_.wake();
}

void App::textCancelled(const std::string& key) {
  const auto found = page_.ui.fields.find(key);
  if (found == page_.ui.fields.end()) return;
  const std::string text = found->second.text;
  editor_.cancelled(key, text);
  page_.platform.showInField(key, text);
  page_.wake();
}

void App::activate(const std::string& key) {
  page_.ui.activated = key;
  page_.wake();
}

Frame App::frameOf() { return {page_.reader(), page_.model, page_.views, page_.ui, page_.state, *this, page_.route}; }

bool App::shortcut(const std::string& keys, bool inEditor) {
  Frame frame = frameOf();
  const Action* action = actionOf(frame, keys, inEditor);
  if (!action) return false;
  action->run(frame);
  page_.wake();
  return true;
}

void App::moveInList(const std::string& key, int rows, int columns) {
  page_.ui.rows[key].moved += rows;
  page_.ui.rows[key].across += columns;
  page_.wake();
}

bool App::closePopup() {
  if (page_.ui.popup.key.empty()) return false;
  cairn::closePopup(page_.ui);
  page_.wake();
  return true;
}

void App::stored(int ticket, Trouble trouble) {
  saver_.stored(ticket, trouble);
  if (handover_.isWaiting()) handover_.goOn();
}

void App::copied(bool done) {
  handover_.left(done);
  page_.tell(std::string(say(page_, done ? S::copied : S::copy_failed)));
}

void App::setReadOnly() {
  page_.state.save = SaveState::readOnly;
  page_.wake();
}

void App::libraryFetched(const std::vector<StoredFile>& files, Trouble trouble) {
  page_.state.library.items = readLibrary(files, page_.ui.language->tag);
  page_.state.library.trouble = trouble;
  page_.wake();
}

void App::backupsListed(std::vector<BackupEntry> backups, Trouble trouble) {
  page_.state.backups = std::move(backups);
  page_.state.backupTrouble = trouble;
  page_.wake();
}

void App::forgetTextures() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->BackendUserData = nullptr;
  forgetAllTextures();
  page_.wake();
}

}  // namespace cairn

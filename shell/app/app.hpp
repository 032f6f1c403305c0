#pragma once
// App: the application behind one canvas. Events come in as calls, frame() draws and carries out
// what the screens asked, Platform takes what goes out. One App per page or test.
//
// Life: App app(platform); app.resize(…); app.begin(files, slot, error); then events and frame().
// Everything runs on one thread; no call blocks.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/chrome.hpp"
#include "app/frame.hpp"
#include "app/sight.hpp"
#include "command/actions.hpp"
#include "platform/platform.hpp"
#include "semantics/tree.hpp"

struct ImGuiContext;

namespace cairn {

enum class PointerKind { mouse, touch };
enum class PointerPhase { move, down, up, cancel };

class App : private Commands {
 public:
  explicit App(Platform& platform);
  ~App() override;
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// What the store holds; `error` when it could not be read (editing then goes on in memory).
  void begin(const std::vector<StoredFile>& files, int slot, const std::string& error);
  /// Draws one frame. False before the first begin().
  bool frame();
  /// More frames are wanted at once (something moves, or has not settled).
  bool wantsFrame() const { return settle_ > 0; }

  void resize(float width, float height, float density);
  void setSystemDark(bool dark);
  /// Nothing: ours are shown.
  void setForcedColors(const std::optional<ForcedColors>& colors);
  void pointer(PointerKind kind, PointerPhase phase, float x, float y);
  void wheel(float x, float y, float pixels);
  void textChanged(const std::string& key, const std::string& text);
  void textDone(const std::string& key, const std::string& text, bool submitted);
  void textCancelled(const std::string& key);
  void focusChanged(const std::string& key, bool visible);
  void activate(const std::string& key);
  /// The keyboard moves by so many rows in a list of many (widgets.hpp: rows).
  /// In a grid by so many columns too.
  void moveInList(const std::string& key, int rows, int columns = 0);
  /// While the browser prints, all rows of long lists are in the tree.
  void setPaper(bool paper);
  /// What lies above the page goes; false where nothing does.
  bool closePopup();
  /// A scrollbar or a thing is being moved.
  bool drags() const { return ui_.bar || !ui_.dragged.empty(); }
  /// Keys as in app/action_registry.hpp. False where they do nothing here: they are the browser's then.
  bool shortcut(const std::string& keys, bool inEditor);
  void showAddress(const std::string& address, float scroll);
  void fileOpened(const std::string& name, const std::string& bytes);
  /// A large file is being read elsewhere; then what it would change ("…" of exchange/preview.hpp),
  /// or why it cannot be read; when it is taken, its pieces (records); then the end of it.
  void largeReading(const std::string& name, int step);
  void largeRead(const std::string& name, const std::string& preview, bool isBackup);
  void largeRefused(const std::string& name, const Error& error);
  void takePiece(const std::string& record, int percent);
  void largeTaken(const std::string& error);
  void reloaded(const std::vector<StoredFile>& files);
  void compacted() { standingImports_.clear(); }
  /// `trouble`: why none can be made or read; empty when all is well.
  void backupsListed(std::vector<BackupEntry> backups, const std::string& trouble);
  void stored(int ticket, const std::string& error);
  /// Nothing of that was stored, for one of its paths holds something else: it goes under other paths.
  void pathTaken(int ticket);
  /// Records that other tabs have stored.
  void followed(const std::vector<StoredFile>& files);
  /// Whether what was to be copied is on the clipboard.
  void copied(bool done);
  /// What was to be erased is in no record and no backup any more; `trouble`: why it still is.
  void erased(const std::string& trouble);
  /// Nothing can be taken back any more: another tab has erased something for good.
  void forgetUndo();
  /// All that was stored is gone: the person is asked what shall be.
  void storeEmptied();
  void setReadOnly();
  /// Whether what was to leave, by the system's sheet or as a copied text, has left.
  void left(bool done);
  /// The address that holds a mentorship; empty where there can be none. An answer to an earlier ticket is late.
  void linkMade(const std::string& ticket, const std::string& address);
  /// `trouble`: why it could not be fetched.
  void libraryFetched(const std::vector<StoredFile>& files, const std::string& trouble);
  /// The page may be gone in a moment: unfinished texts are stored now.
  void flush() { storeDrafts(); }

  const std::vector<semantics::Node>& nodes() const { return shown_; }
  const Workspace& workspace() const { return model_; }
  /// What the semantics audit of the last frame found; empty is good.
  std::vector<std::string> audit() const;
  /// The text of everything, for the panel that hands out the data.
  std::string backup() const;
  void forgetTextures();

 private:
  /// After each change of the model: what is remembered of it is forgotten.
  void modelChanged();
  // Commands: asked by screens while they draw, carried out afterwards.
  Id newId() override { return ids_.next(); }
  void run(Command command) override {
    wanted_.push_back([this, command = std::move(command)] { runNow(command); });
  }
  void go(const std::string& address, bool replace) override;
  void back() override;
  void undo() override {
    wanted_.push_back([this] { undoNow(false); });
  }
  void redo() override {
    wanted_.push_back([this] { undoNow(true); });
  }
  void closeNotice() override {
    wanted_.push_back([this] { state_.notice = {}; });
  }
  void present(bool on) override {
    wanted_.push_back([this, on] { presentNow(on); });
  }
  void chooseFile() override { platform_.chooseFile(); }
  void takeOpened(const Id& me, const std::string& then) override {
    wanted_.push_back([this, me, then] { takeOpenedNow(me, then); });
  }
  void cancelOpened() override {
    wanted_.push_back([this] { cancelOpenedNow(); });
  }
  void storeAnew() override {
    wanted_.push_back([this] { storeAnewNow(); });
  }
  void beginEmpty() override {
    wanted_.push_back([this] { beginEmptyNow(); });
  }
  void lookAtBackup(const std::string& name) override { platform_.lookAtBackup(name); }
  void restoreBackup(const std::string& name) override { platform_.restoreBackup(name); }
  void erase(const std::string& trashPath) override {
    wanted_.push_back([this, trashPath] { eraseNow(trashPath); });
  }
  void handOver(const Id& mentorship, HandingWay way) override;
  void handedOver(const Id& mentorship) override {
    wanted_.push_back([this, mentorship] { leaving_ = mentorship; });
  }
  void fetchLibrary() override { platform_.fetchLibrary(); }
  void openLink(const std::string& address) override { platform_.openLink(address); }
  void copy(const std::string& text) override { platform_.copyText(text); }
  void share(const std::string& text) override { platform_.shareText(text); }
  void saveFile(const std::string& name, const std::string& bytes) override { platform_.saveFile(name, bytes); }

  bool runNow(Command command);
  /// Merges what came from elsewhere; what the person has before their eyes stays known.
  void mergeArrived(const Workspace& content);
  /// From now on it is known what the person saw in this field, or in this opened picker.
  void watch(const std::string& key);
  void unwatch(const std::string& key);
  void tellRefusal(const Error& error);
  void undoNow(bool again);
  void leaveWhatIsGone();
  void goNow(const std::string& address, bool replace);
  void takeOpenedNow(const Id& me, const std::string& then);
  bool takeEdits(const Id& me);
  void takeWhole(const Workspace& whole, const Preview& preview, const Id& me);
  void iAm(const Id& mentorship, const Id& me);
  void cancelOpenedNow();
  void presentNow(bool on);
  void storeAnewNow();
  void beginEmptyNow();
  void eraseNow(const std::string& trashPath);
  std::vector<Choosable> refusedOfProposal() const;
  void holdInPartIfSo(const Preview& preview);
  void withdraw(Change change, bool again);
  void writeUnderNewIdsIfTwin(const Workspace& seen);
  void handOverNow(const Id& mentorship, HandingWay way, bool allStored);
  void markHandedOver(const Id& mentorship);
  void note(const Command& command);
  void noteWhatTheyHave(const Preview& preview);
  void keepFileNow(bool allStored);
  void handOverWaiting();
  void countRecords(const StoreRequest& request);
  void keep(const Change& change);
  void keepTrash(const Change& change, std::vector<StoredFile>& put);
  void keepRemoved(const Change& change, std::vector<StoredFile>& put);
  void store(std::vector<StoredFile> put, std::vector<std::string> remove);
  void send(StoreRequest request);
  void markDraft(const std::string& key);
  void storeDrafts();
  void keepDraft(const std::string& key, const std::string& text);
  void finishText(const std::string& key, const std::string& text);
  void dropDraft(const std::string& key);
  std::optional<Context> seenIn(const std::string& key) const;
  void recoverDrafts(const std::map<std::string, Draft>& drafts);
  void applyTheme();
  void moveScroll(float seconds);
  void openMenuOfLongPress();
  void takeBackPress();
  const semantics::Node& regionOf(const semantics::Node& node) const;
  /// A mouse on a scrollbar; false where it means something else.
  bool moveBar(PointerPhase phase, float x, float y);
  void scrollAtEdge(float seconds);
  void revealFocus();
  void showRoute(const Route& route, float scroll);
  Frame frameOf();
  void drawFrame();
  void keepFocus();
  void afterFrame();
  void lookFor();
  Moment moment() const;
  Scroll* scrollUnder(float x, float y);
  void wake() {
    settle_ = 3;
    platform_.requestFrame();
  }

  Platform& platform_;
  ImGuiContext* context_;
  std::unique_ptr<text::Fonts> fonts_;
  semantics::Recorder meaning_;
  std::vector<semantics::Node> shown_;
  Editing editing_;
  UiState state_;
  Ui ui_;
  std::map<std::string, Scroll> scrolls_;
  std::vector<std::function<void()>> wanted_;

  Workspace model_;
  Views views_;
  IdSource ids_;
  Writers writers_;
  int slot_ = 0;
  std::vector<Change> done_;
  std::vector<Change> undone_;
  std::string localZone_;

  Route route_;
  LookedFor openedSheetFrom_;             ///< where a sheet was opened, and what had the keyboard then
  std::vector<std::string> focusBefore_;  ///< what had the keyboard, the last at the end
  bool begun_ = false;
  bool systemDark_ = false;
  std::optional<Palette> forced_;
  int settle_ = 3;
  Instant lastFrame_ = 0;
  std::string title_;

  // saving
  int nextTicket_ = 1;
  std::map<int, StoreRequest> pending_;
  std::vector<StoreRequest> unsaved_;
  Writers stored_;                         ///< what is in the store was written before these counters
  std::size_t records_ = 0;                ///< in the store, since the last compaction
  std::set<std::string> standingImports_;  ///< can still be withdrawn
  std::string reloadAfter_;                ///< the path whose saving a reload waits for
  bool withdrawing_ = false;               ///< an opened file, by undo; until the store is read again
  std::string eraseAfter_;                 ///< the path of the trash whose removal an erasure waits for
  struct Waiting {
    Id mentorship;
    HandingWay way = HandingWay::file;
    Instant until = 0;
  };
  std::vector<Waiting> handingOver_;  ///< for saving
  Id leaving_;                        ///< goes by what is being copied, or shared
  int linkTicket_ = 0;
  Id largeMe_;
  Preview largePreview_;
  Change large_;  ///< what the pieces of a large file have changed
  Sight sight_;
  std::string openPopup_;          ///< whose sight is kept
  std::string acting_;             ///< the field or picker whose commands are being carried out
  std::set<std::string> typedIn_;  ///< fields in which something was typed since they got the keyboard
  std::set<std::string> dirtyDrafts_;
  std::set<std::string> storedDrafts_;
  Instant draftsDue_ = 0;
  Instant lastDrafts_ = 0;

  bool held_ = false;     ///< a button of the mouse, or a finger, is down
  bool touches_ = false;  ///< what was pressed last was pressed with a finger

  // touch
  bool touching_ = false;
  bool resized_ = false;   ///< since the last frame
  bool gripping_ = false;  ///< the finger moves a thing, not the page
  bool dragging_ = false;
  float touchX_ = 0;
  float touchY_ = 0;
  float lastTouchY_ = 0;
  Instant lastTouch_ = 0;
  Instant longPressAt_ = 0;  ///< when the finger will have rested long enough; 0: it does not count
  Scroll* dragged_ = nullptr;
  float barGrip_ = 0;  ///< where on a scrollbar's thumb the mouse is, from the top
};

}  // namespace cairn

#pragma once
// App: the application behind one canvas. Events come in as calls, frame() draws and carries out
// what the screens asked, Platform takes what goes out. One App per page or test.
//
// Life: App app(platform); app.resize(…); app.begin(files, slot, trouble); then events and frame().
// Everything runs on one thread; no call blocks.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/editor.hpp"
#include "app/hand.hpp"
#include "app/handover.hpp"
#include "app/inbox.hpp"
#include "app/places.hpp"

namespace cairn {

class App : private Commands {
 public:
  /// It speaks that of `all` which the person reads best.
  explicit App(Platform& platform, std::span<const Language> all = languages());
  ~App() override;
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// What the store holds; `trouble` when it could not be read (editing then goes on in memory).
  void begin(const std::vector<StoredFile>& files, int slot, Trouble trouble);
  /// Draws one frame. False before the first begin().
  bool frame();
  /// More frames are wanted at once (something moves, or has not settled).
  bool wantsFrame() const { return page_.framesToSettle > 0; }

  void resize(float width, float height, float density);
  void setSystemDark(bool dark);
  /// Nothing: ours are shown.
  void setForcedColors(const std::optional<ForcedColors>& colors);
  void pointer(PointerKind kind, PointerPhase phase, float x, float y) { hand_.pointer(kind, phase, x, y); }
  void wheel(float x, float y, float pixels) { hand_.wheel(x, y, pixels); }
  void textChanged(const std::string& key, const std::string& text) { editor_.changed(key, text); }
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
  bool drags() const { return page_.ui.bar || !page_.ui.dragged.empty(); }
  /// Keys as in frame/action_registry.hpp. False where they do nothing here: they are the browser's then.
  bool shortcut(const std::string& keys, bool inEditor);
  void showAddress(const std::string& address, float scroll) { places_.show(readRoute(address), scroll); }
  void fileOpened(const std::string& name, const std::string& bytes) { inbox_.fileOpened(name, bytes); }
  /// A large file is being read elsewhere; then what it would change ("…" of exchange/preview.hpp),
  /// or why it cannot be read; when it is taken, its pieces (records); then the end of it.
  void largeReading(const std::string& name, int step) { inbox_.largeReading(name, step); }
  void largeRead(const std::string& name, const std::string& preview, bool isBackup) {
    inbox_.largeRead(name, preview, isBackup);
  }
  void largeRefused(const std::string& name, const Error& error) { inbox_.largeRefused(name, error); }
  void largeFailed(const std::string& name, Trouble trouble) { inbox_.largeFailed(name, trouble); }
  void takePiece(const std::string& record, int percent) { inbox_.takePiece(record, percent); }
  void largeTaken(Trouble trouble) { inbox_.largeTaken(trouble); }
  void reloaded(const std::vector<StoredFile>& files) { inbox_.reloaded(files); }
  void compacted() { history_.settleImports(); }
  /// `trouble`: why none can be made or read; Trouble::none when all is well.
  void backupsListed(std::vector<BackupEntry> backups, Trouble trouble);
  void stored(int ticket, Trouble trouble);
  /// Nothing of that was stored, for one of its paths holds something else: it goes under other paths.
  void pathTaken(int ticket) { history_.renamed(saver_.pathTaken(ticket)); }
  /// Records that other tabs have stored.
  void followed(const std::vector<StoredFile>& files) { inbox_.followed(files); }
  /// Whether what was to be copied is on the clipboard.
  void copied(bool done);
  /// What was to be erased is in no record and no backup any more; `trouble`: why it still is.
  void erased(Trouble trouble);
  /// Nothing can be taken back any more: another tab has erased something for good.
  void forgetUndo() { history_.forget(); }
  /// All that was stored is gone: the person is asked what shall be.
  void storeEmptied();
  void setReadOnly();
  /// Whether what was to leave, by the system's sheet or as a copied text, has left.
  void left(bool done) { handover_.left(done); }
  /// The address that holds a mentorship; empty where there can be none. An answer to an earlier ticket is late.
  void linkMade(const std::string& ticket, const std::string& address) { handover_.linkMade(ticket, address); }
  /// `trouble`: why it could not be fetched.
  void libraryFetched(const std::vector<StoredFile>& files, Trouble trouble);
  /// The page may be gone in a moment: unfinished texts are stored now.
  void flush() { editor_.storeDrafts(); }

  /// What lies under everything that a frame draws.
  Color ground() const { return page_.ui.palette->ground; }
  const std::vector<semantics::Node>& nodes() const { return page_.shown; }
  const Workspace& workspace() const { return page_.model; }
  /// What the semantics audit of the last frame found; empty is good.
  std::vector<std::string> audit() const;
  /// The text of everything, for the panel that hands out the data.
  std::string backup() const { return writeBackup(page_.model); }
  void forgetTextures();

 private:
  // Commands: asked by screens while they draw, carried out afterwards.
  Id newId() override { return page_.ids.next(); }
  void now(const std::function<void(Frame&)>& work) override;
  void run(Command command) override;
  void go(const std::string& address, bool replace) override { places_.goAfterFrame(address, replace); }
  void back() override {
    page_.afterFrame([this] { page_.platform.goBack(); });
  }
  void undo() override;
  void redo() override;
  void closeNotice() override {
    page_.afterFrame([this] { page_.state.notice = {}; });
  }
  void present(bool on) override;
  void chooseFile() override { page_.platform.chooseFile(); }
  void takeOpened(const Id& me, const std::string& then) override {
    page_.afterFrame([this, me, then] { inbox_.take(me, then); });
  }
  void cancelOpened() override {
    page_.afterFrame([this] { inbox_.cancel(); });
  }
  void storeAnew() override;
  void beginEmpty() override;
  void lookAtBackup(const std::string& name) override { page_.platform.lookAtBackup(name); }
  void restoreBackup(const std::string& name) override { page_.platform.restoreBackup(name); }
  void erase(const std::string& trashPath) override {
    page_.afterFrame([this, trashPath] { eraseNow(trashPath); });
  }
  void handOver(const Id& mentorship, HandoverWay way) override {
    page_.afterFrame([this, mentorship, way] { handover_.begin(mentorship, way); });
  }
  void handedOver(const Id& mentorship) override {
    page_.afterFrame([this, mentorship] { handover_.leavesBy(mentorship); });
  }
  void fetchLibrary() override { page_.platform.fetchLibrary(); }
  void openLink(const std::string& address) override { page_.platform.openLink(address); }
  void copy(const std::string& text) override { page_.platform.copyText(text); }
  void share(const std::string& text) override { page_.platform.shareText(text); }
  void saveFile(const std::string& name, const std::string& bytes) override { page_.platform.saveFile(name, bytes); }

  void readStore(const std::vector<StoredFile>& files, const Recovered& recovered, Trouble trouble);
  void askPlatform();
  void eraseNow(const std::string& trashPath);
  void applyTheme();
  void drawFrame();
  void afterFrame();
  bool carryOut();
  void fieldDone(const std::string& key, const std::string& text, bool submitted);
  Instant wakeAt(Instant now);
  Frame frameOf();

  ImGuiContext* context_;
  Page page_;
  Saver saver_{page_};
  History history_{page_, saver_};
  Editor editor_{page_, saver_, history_};
  Handover handover_{page_, saver_, history_};
  Places places_{page_};
  Inbox inbox_{page_, saver_, history_, editor_, handover_, places_};
  Hand hand_{page_, context_};

  bool begun_ = false;
  bool systemDark_ = false;
  std::optional<Palette> forced_;
  const Palette* styled_ = nullptr;  ///< whose colours the page has
  Instant lastFrame_ = 0;
  bool resized_ = false;         ///< since the last frame
  bool showingMeaning_ = false;  ///< the platform is being shown what the frame holds
  std::string acting_;           ///< the field or picker whose commands are being carried out
};

}  // namespace cairn

#pragma once
// Frame: what a screen gets. It reads the model, draws with `ui`, and asks for changes through
// Commands; it never writes the model. What it asks is done after it has drawn.
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "command/command.hpp"
#include "exchange/preview.hpp"
#include "frame/library.hpp"
#include "frame/route.hpp"
#include "insight/search.hpp"
#include "insight/views.hpp"
#include "journal/trash.hpp"
#include "query/moment.hpp"
#include "widgets/widgets.hpp"
#include "words/reader.hpp"
#include "words/say.hpp"

namespace cairn {

enum class SaveState { saved, saving, notSaved, readOnly };

/// A file, or a backup, that was opened and not yet taken or left.
struct OpenedPreview {
  std::string fileName;
  std::optional<OpenedFile> file;  ///< nothing where the worker holds it
  std::optional<Preview> preview;
  std::optional<Error> error;
  Trouble trouble = Trouble::none;  ///< why the worker could not read it
  int readingStep = 0;              ///< while it is read away from the page: 1 file, 2 what is here, 3 comparing
  std::optional<int> taken;         ///< per cent, while a large file is taken in
  bool isBackup = false;            ///< a look at the backup named `fileName`
  std::set<std::size_t> refused;    ///< of a proposal's differences: what is not to be taken
  bool isMine = false;              ///< my own copy, as the person says: what only I see is taken too
};

struct BackupEntry {
  std::string name;  ///< "2026-11-24", or with the reason why it was made
  std::size_t bytes = 0;
};

/// A short message at the foot of the page; stays until the next command or until it is closed.
struct Notice {
  std::string text;
  bool canUndo = false;
};

/// What was found last; forgotten when something changes.
struct Searched {
  std::string asked;
  std::vector<Found> found;
};

/// How a mentorship leaves: as a file, by the system's own sheet, in an address.
/// `keep`: not one mentorship but everything, for myself, as a file.
enum class HandoverWay { file, share, link, keep };
/// The link of the mentorship that is being handed over.
struct HandoverLink {
  Id mentorship;
  bool made = false;
  std::string address;  ///< empty: too much for a link, or a browser that cannot make one
};

/// What shall have the keyboard when an address is shown: the first of these that is there.
struct LookedFor {
  std::string address;
  std::vector<std::string> keys;
};

/// The session that is shown to somebody else.
struct Presented {
  Id mentorship;
  Id session;
};

/// The part of a long list that is drawn: from one place to before another.
struct DrawnPart {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t count = 0;  ///< of the whole list, when it was drawn last
};

struct UiState {
  Notice notice;
  OpenedPreview opened;
  Library library;
  HandoverLink link;
  float waysHeight = 0;  ///< of the ways to hand over, once the link was made
  Searched searched;
  LookedFor lookedFor;
  SaveState save = SaveState::saved;
  Trouble saveTrouble = Trouble::none;
  bool typing = false;           ///< there are words that are not even stored as a draft
  std::string chosenZone;        ///< of the start's "where are they"
  bool hasCommandKey = false;    ///< a Mac: ⌘ instead of Ctrl
  bool canShare = false;         ///< the system has a sheet for passing texts on
  bool canShareFiles = false;    ///< and files
  std::string pageAddress;       ///< up to the "#"
  std::vector<Feature> missing;  ///< what this browser cannot do
  /// Somebody else sees this screen: only what this session shares is drawn, wherever the address leads, until
  /// the person ends it.
  std::optional<Presented> presenting;
  bool storeEmptied = false;               ///< what was stored has been taken away from outside
  bool welcomeBack = false;                ///< nobody has looked in for 14 days
  Date calendarDay;                        ///< the day that the calendar tells about; none: today
  std::map<Id, Id> justHeld;               ///< by mentorship, the session that *Today* was told of and still shows
  std::set<std::string> unfolded;          ///< keys of what opens in place
  std::map<std::string, DrawnPart> drawn;  ///< of lists that may be long
  std::set<std::string> asLine;            ///< composers whose "@" is only a sign
  bool canUndo = false;
  bool canRedo = false;
  bool foundNothing = false;  ///< when the page began, nothing was kept in this browser
  std::size_t damagedRecords = 0;
  std::vector<BackupEntry> backups;
  Trouble backupTrouble = Trouble::none;
  std::map<std::string, std::int64_t> gallery;  ///< what the gallery's widgets show
  std::vector<Trashed> trash;                   ///< what was removed in the last 30 days, the latest first
};

struct Frame;

class Commands {
 public:
  virtual ~Commands() = default;
  /// Does something with the state of this moment, for what happens between two frames.
  virtual void now(const std::function<void(Frame&)>& work) = 0;
  virtual Id newId() = 0;
  virtual void run(Command command) = 0;
  virtual void go(const std::string& address, bool replace = false) = 0;
  virtual void back() = 0;
  virtual void undo() = 0;
  virtual void redo() = 0;
  virtual void closeNotice() = 0;
  virtual void present(bool on) = 0;
  virtual void chooseFile() = 0;
  /// `me`: which person of it this browser is, for a mentorship that is new here; none: as the file says, of my own
  /// copy. `then`: the address that is shown once it is taken.
  virtual void takeOpened(const Id& me, const std::string& then) = 0;
  virtual void cancelOpened() = 0;
  virtual void lookAtBackup(const std::string& name) = 0;
  /// After the store was emptied: all that is here is stored anew, or the page begins empty.
  virtual void storeAnew() = 0;
  virtual void beginEmpty() = 0;
  virtual void restoreBackup(const std::string& name) = 0;
  /// For good: from the trash, the records and the backups.
  virtual void erase(const std::string& trashPath) = 0;
  virtual void handOver(const Id& mentorship, HandoverWay way) = 0;
  /// It has left once the text that is being copied is: what changes from then on is counted.
  virtual void handedOver(const Id& mentorship) = 0;
  virtual void fetchLibrary() = 0;
  virtual void openLink(const std::string& address) = 0;
  virtual void copy(const std::string& text) = 0;
  virtual void share(const std::string& text) = 0;
  virtual void saveFile(const std::string& name, const std::string& bytes) = 0;
};

/// What a screen is drawn with; it is a Reader too.
struct Frame : Reader {
  const Workspace& model;
  Views& views;
  Ui& ui;
  UiState& state;
  Commands& commands;
  Route route;
};

/// What is shown of a mentorship, remembered over frames.
inline const MentorshipView& viewOf(const Frame& frame, const Mentorship& mentorship) {
  return frame.views.of(mentorship, frame.moment);
}

/// A mentorship that is there; null where it is not in this browser.
inline const Mentorship* mentorshipOf(const Frame& frame, const Id& id) {
  const auto found = frame.model.mentorships.find(id);
  return found != frame.model.mentorships.end() && isThere(found->second) ? &found->second : nullptr;
}
/// The mentorship of the route; null where it is not in this browser.
inline const Mentorship* mentorshipOf(const Frame& frame) { return mentorshipOf(frame, frame.route.mentorship); }
/// What a field of a mentorship does when it is left: `work` gets the state of that moment, the mentorship as it is
/// then, and what the field tells. It keeps no reference to what may have changed since it was drawn.
template <class Work>
auto whenDone(Frame& frame, const Mentorship& mentorship, Work work) {
  return [&commands = frame.commands, id = mentorship.id, work = std::move(work)](const auto& told) {
    commands.now([&](Frame& now) {
      if (const Mentorship* there = mentorshipOf(now, id)) work(now, *there, told);
    });
  };
}
/// The session that is open; null where none is.
inline const Session* sessionOf(const Frame& frame) {
  const Mentorship* mentorship = mentorshipOf(frame);
  return mentorship ? findAlive(mentorship->sessions, frame.route.session) : nullptr;
}

}  // namespace cairn

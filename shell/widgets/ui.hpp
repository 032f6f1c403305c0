#pragma once
// Ui: what a screen draws with. A column of attention that widgets fill from the top, each taking
// its height; rows put several beside each other and wrap. Every widget draws and records its
// meaning in one call; screens see no draw list.
//
//   heading(ui, 1, "Goals");
//   if (button(ui, "goal/new", say(frame, S::goal_add))) …
//
// Keys name a thing on screen over frames: "goal/ID/done". A field whose key is a text path
// (command/command.hpp) is saved by the application when it is left.
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "semantics/tree.hpp"
#include "widgets/tokens.hpp"
#include "words/language.hpp"

namespace cairn {

/// What was typed and is not yet a command; outlives frames.
struct Editing {
  std::map<std::string, std::string> drafts;
  std::map<std::string, int> revisions;
  std::set<std::string> cleared;  ///< whose stored drafts must go

  const std::string* draft(const std::string& key) const {
    const auto found = drafts.find(key);
    return found == drafts.end() ? nullptr : &found->second;
  }
  /// Empties a field, also while it is being typed in.
  void clear(const std::string& key) {
    if (drafts.erase(key) > 0) cleared.insert(key);
    ++revisions[key];
  }
};

/// How a field was left: with what in it, and whether by Enter.
struct FieldDone {
  std::string text;
  bool submitted = false;
};
/// What that means. It is called between two frames: what it needs of the model it looks up then.
using WhenDone = std::function<void(const FieldDone&)>;

/// A field as it was declared in the last frame.
struct DeclaredField {
  std::string text;  ///< what it holds beside what is being typed: nothing in a composer
  WhenDone whenDone;
};

struct Focus {
  std::string key;
  bool visible = false;  ///< reached by keyboard: show it
};

/// A place where widgets flow. Coordinates are the region's content.
struct Flow {
  float left = 0;
  float right = 0;
  float y = 0;
  bool inRow = false;
  float rowX = 0;
  float rowHeight = 0;
};

/// Where a region is scrolled to. Kinetic: it goes on after a finger has left it.
struct Scroll {
  float offset = 0;
  float most = 0;      ///< set by the region as it ends
  float velocity = 0;  ///< pixels a second
  float content = 0;   ///< height of what the region held in the last frame
  semantics::Rect view;
};
/// The bar's thumb, on screen, with the room in which a mouse takes it; of no height where nothing scrolls.
semantics::Rect thumbOf(const Scroll& scroll);
/// Scrolls so that the thumb's upper end comes to that height on screen, as far as it goes.
void moveThumb(Scroll& scroll, float top);

/// Where the keyboard is in a list of many rows, or in a grid.
struct RowPlace {
  std::string key;          ///< of the row that Tab reaches; empty: the current one
  std::size_t index = 0;    ///< where it was found last
  std::size_t column = 0;   ///< of a grid
  std::int64_t moved = 0;   ///< by keys, since the last frame
  std::int64_t across = 0;  ///< the same, to the right
};

/// What is open above the page: a menu, a list of choices, a calendar. One at a time; below it all rests.
struct Popup {
  std::string key;       ///< of the widget that opened it; empty: none
  semantics::Rect from;  ///< that widget, on screen
  std::string name;
  float width = 0;
  bool question = false;              ///< in the middle, and answered before anything else
  std::function<void()> draw;         ///< set by its widget in each frame: where that is gone, it closes
  std::optional<std::size_t> chosen;  ///< for its widget's next frame
  std::string chosenIn;               ///< the widget that opened it
};

/// A state in which the gallery shows a widget, whatever pointer and keyboard do.
enum class Pose { none, underPointer, held, focused };

class Ui {
 public:
  Ui(const text::Fonts& fontsToUse, semantics::Recorder& recorder, Editing& edits)
      : fonts(fontsToUse), meaning(recorder), editing(edits) {}

  const text::Fonts& fonts;
  semantics::Recorder& meaning;
  Editing& editing;
  const Palette* palette = &kLight;
  const Language* language = &languages().front();
  Focus focus;
  std::string activated;  ///< key pressed by keyboard or assistive technology, this frame
  float width = 0;
  float height = 0;
  bool phone = false;
  bool touch = false;
  Flow flow;
  float offsetY = 0;                            ///< content → screen, of the open region
  bool clock = false;                           ///< a clock is drawn: the next minute needs a frame
  bool paper = false;                           ///< the page is being printed: lists have all their rows
  bool blocked = false;                         ///< a sheet is open above: nothing here can be pressed
  std::string openedLink;                       ///< address of a link pressed this frame
  std::string wantFocus;                        ///< key that shall get the keyboard's focus after this frame
  std::vector<std::string> drawnTexts;          ///< for the audit
  std::map<std::string, DeclaredField> fields;  ///< by key, as the last frame has drawn them
  std::map<std::string, RowPlace> rows;         ///< by the list's key
  Popup popup;
  Scroll* bar = nullptr;               ///< whose scrollbar a mouse has
  std::string dragged;                 ///< key of the thing that is being moved by its grip
  std::vector<semantics::Rect> grips;  ///< on screen: a finger there drags a thing, not the page
  Pose pose = Pose::none;
  std::set<std::string> asTable;  ///< charts that show their numbers

  operator const Language&() const { return *language; }
  ImDrawList& canvas() const { return *ImGui::GetWindowDrawList(); }
  float room() const { return flow.right - (flow.inRow ? flow.rowX : flow.left); }
  float controlHeight() const { return touch || phone ? space::kTouch : space::kControl; }

  /// Takes a rectangle of the flow; width 0 takes all of it. Returns it in content coordinates.
  semantics::Rect take(float width, float height);
  ImVec2 onScreen(const semantics::Rect& rect) const { return {rect.x, rect.y + offsetY}; }

  /// What lies above or below what is shown costs nothing to draw.
  bool isInSight(ImVec2 top, float below) const;
  void drawText(ImVec2 top, std::string_view line, const text::Style& style, Color color);
  /// A line of a paragraph with this much room: one that runs right to left ends at its right.
  void drawLine(ImVec2 top, float room, const text::Line& line, const text::Style& style, Color color);
  /// On screen, its edges on whole device pixels: an edge between two is a smear.
  std::pair<ImVec2, ImVec2> crisp(const semantics::Rect& rect) const;
  void fill(const semantics::Rect& rect, Color color, float corner);
  void frame(const semantics::Rect& rect, Color color, float corner, float thickness = 1);
  /// What lies above a page: one quiet shadow in light, a hairline in the dark, where nothing casts one.
  void shadow(const semantics::Rect& rect, float corner);
  void focusRing(const semantics::Rect& rect, std::string_view key, float corner);
};

/// The nearest place between two pixels of the screen.
float onDevicePixel(float at);

/// Where one line stands in the middle of a rectangle's height.
float middleOf(const semantics::Rect& rect, const text::Style& style);

ImU32 toImGui(Color color, float alpha = 1);

/// Moves the flow down.
void gap(Ui& ui, float height);

/// Widgets beside each other until the end of the scope; they wrap where the room ends.
class Row {
 public:
  explicit Row(Ui& ui);
  ~Row();
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

 private:
  Ui& ui_;
};

/// Draws `main` with room at its right for one square control, and that beside it, so far below its top.
void besideControl(Ui& ui, float below, const std::function<void()>& main, const std::function<void()>& control);

struct Press {
  bool pressed = false;
  bool hovered = false;
  bool held = false;
};
/// On screen, whatever lies above.
bool pointerIsIn(const semantics::Rect& rect);
/// The pointer went down within this rectangle of the flow and is still there.
bool pressBeganIn(const Ui& ui, const semantics::Rect& rect);

/// What a widget opens above the page. Where this popup is open, `draw` runs after all else.
void openPopup(Ui& ui, const std::string& key, const semantics::Rect& from);
void closePopup(Ui& ui);
bool isOpen(const Ui& ui, const std::string& key);
/// What was chosen in this widget's popup, once.
std::optional<std::size_t> takeChosen(Ui& ui, const std::string& key);
void choose(Ui& ui, std::size_t place);

/// An interactive rectangle: ImGui's button behaviour, or an activation from the page.
Press pressable(Ui& ui, const std::string& key, const semantics::Rect& rect);

}  // namespace cairn

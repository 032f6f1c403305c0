#pragma once
// All that a screen may draw with. Each widget takes its place in the flow, draws itself in the
// current palette and records its meaning. Strings come from the catalogue (assets/strings).
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "widgets/ui.hpp"

namespace cairn {

// --- text -------------------------------------------------------------------------------------
enum class Tone { normal, quiet, good, attention, problem, mine };

/// Level 1 is the page's title (one a page), 2 a section, 3 a card.
void heading(Ui& ui, int level, std::string_view text, const std::string& key = {});
void paragraph(Ui& ui, std::string_view text, Tone tone = Tone::normal, const text::Style& style = type::kBody);
/// What became of a press, where it was made. It is read out when it changes, and so it is there before it says
/// anything: call it with an empty text then.
void announcement(Ui& ui, const std::string& key, std::string_view text, Tone tone);
void display(Ui& ui, std::string_view text);

// --- things to press ----------------------------------------------------------------------------
enum class Weight { primary, secondary, quiet };

struct ButtonOptions {
  Weight weight = Weight::secondary;
  std::string name;  ///< for who cannot see the place, where it differs from the label
  std::string description;
  float width = 0;       ///< 0: as wide as its label
  bool current = false;  ///< a chip that is chosen
};
bool button(Ui& ui, const std::string& key, std::string_view label, const ButtonOptions& options = {});

/// A place with an address. Pressing it puts the address in ui.openedLink.
void link(Ui& ui, const std::string& key, std::string_view label, const std::string& address);

struct RowOptions {
  std::string detail;    ///< second line
  std::string trailing;  ///< at the right
  std::string address;   ///< makes it a link
  bool current = false;
  bool plain = false;  ///< without a surface of its own
  bool highlighted = false;
};
float listRowHeight(const Ui& ui, const RowOptions& options);
bool listRow(Ui& ui, const std::string& key, std::string_view title, const RowOptions& options);

/// True when pressed: the caller changes the model.
bool checkbox(Ui& ui, const std::string& key, std::string_view label, bool checked, std::string_view detail = {});

struct Tab {
  std::string label;
  std::string address;
};
void tabs(Ui& ui, const std::string& key, std::string_view name, std::span<const Tab> all, std::size_t current);

// --- editing ------------------------------------------------------------------------------------
struct FieldOptions {
  std::string value;  ///< what is saved
  std::string placeholder;
  std::string hint;      ///< below it
  bool invalid = false;  ///< the hint says what is wrong
  int rows = 1;          ///< more than one: a notes area
  bool onlyMe = false;
  bool labelHidden = false;  ///< the label is read out and not drawn
  std::string list;          ///< key of the list that shows what is typed for: the down arrow goes there
  std::string backspace;     ///< key of what Backspace at the end of the text presses instead
  WhenDone whenDone;         ///< what it means that it was left; none: its key alone says that
};
/// Answers what the field holds now.
std::string textField(Ui& ui, const std::string& key, std::string_view label, const FieldOptions& options);

// --- structure ------------------------------------------------------------------------------------
/// A part of the screen with a landmark of its own: "main", "navigation", "dialog", "status".
/// What is drawn until the end of the scope is clipped to it and scrolls in it.
class Region {
 public:
  struct Options {
    std::string landmark;
    std::string name;
    semantics::Rect view;
    float padding = 0;  ///< at the sides
    float measure = 0;  ///< width of its centred column; 0: all
    float top = 0;      ///< space above the content
    Color surface = 0;
    bool hasSurface = false;
    float corner = 0;
  };
  Region(Ui& ui, const std::string& key, Scroll& scroll, const Options& options);
  ~Region();
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

 private:
  Ui& ui_;
  Scroll& scroll_;
  float bottomSpace_;
};

/// Darkens what lies below a sheet.
void scrim(Ui& ui);

/// A surface around what is drawn until the end of the scope.
class Card {
 public:
  enum class Surface { plain, onlyMe };
  Card(Ui& ui, const std::string& key, std::string_view name, Surface surface = Surface::plain);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  Ui& ui_;
  Surface surface_;
  Flow outer_;
  float top_;
};

/// A list around what is drawn until the end of the scope; screen readers count its items.
class List {
 public:
  List(Ui& ui, const std::string& key, std::string_view name);
  ~List();
  List(const List&) = delete;
  List& operator=(const List&) = delete;

 private:
  Ui& ui_;
};
class ListItem {
 public:
  ListItem(Ui& ui, const std::string& key);
  ~ListItem();
  ListItem(const ListItem&) = delete;
  ListItem& operator=(const ListItem&) = delete;

 private:
  Ui& ui_;
};

/// How a list of many rows is read out, and moved in.
enum class RowsKind { list, menu, listBox, grid };
struct RowsOptions {
  RowsKind kind = RowsKind::list;
  std::size_t count = 0;
  float height = 0;         ///< of each row, with what divides it from the next
  std::size_t current = 0;  ///< the row that Tab reaches at first
  std::function<std::string(std::size_t row)> key;
  std::function<void(std::size_t row)> draw;
};
/// A list of many rows of one height: what is on screen, a few beyond, and the row with the keyboard are
/// drawn and in the tree; the rest takes no time (on paper all are). Tab reaches one row (of a grid one cell), arrows
/// and Home, End move.
void rows(Ui& ui, const std::string& key, std::string_view name, const RowsOptions& options);

void divider(Ui& ui);

/// A line that says that something is empty, and why that is fine.
void emptyState(Ui& ui, std::string_view text);

/// The cairn: one stone a held session, each drawn from its date. `name` says it in words.
void cairnPicture(Ui& ui, const std::string& key, std::span<const Date> held, std::string_view name, float height);

}  // namespace cairn

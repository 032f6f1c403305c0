#include "app/chrome.hpp"

#include <algorithm>
#include <utility>

#include "frame/action_registry.hpp"
#include "frame/screen_row.hpp"
#include "screens/screens.hpp"
#include "words/faults.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// What is said at the foot of the page, with room for all its lines.
float noticeWidth(const Ui& ui) { return std::min(ui.width - 2 * space::kMedium, 520.0F); }
float noticeHeight(const Frame& frame) {
  constexpr float kButtons = 64;
  const auto lines =
      frame.ui.fonts.wrap(frame.state.notice.text, type::kBody, noticeWidth(frame.ui) - 2 * space::kMedium);
  return kButtons + static_cast<float>(lines.size()) * type::kBody.line;
}

bool noticeShown(const Frame& frame) { return !frame.state.notice.text.empty() && frame.route.sheet == Sheet::none; }

/// Its calendar is Today, too.
bool isToday(Screen screen) { return row(screen).under == Screen::today; }

/// What was stored is gone, perhaps on purpose: nobody knows but the person.
void drawStoreEmptied(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::store_emptied_title));
  paragraph(ui, say(frame, S::store_emptied_text));
  gap(ui, space::kLarge);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(ui, "store/anew", say(frame, S::store_emptied_save), primary)) frame.commands.storeAnew();
  if (button(ui, "store/keep-file", say(frame, S::keep_file_title))) frame.commands.handOver(Id{}, HandoverWay::keep);
  if (button(ui, "store/begin-empty", say(frame, S::store_emptied_leave))) frame.commands.beginEmpty();
}

void drawRoute(Frame& frame) {
  if (frame.state.storeEmptied) return drawStoreEmptied(frame);
  const ScreenRow& shown = row(frame.route.screen);
  if (isToday(shown.screen) && frame.views.mentorships().empty()) return drawStart(frame);
  if (shown.draw) return shown.draw(frame);
  if (const Mentorship* mentorship = mentorshipOf(frame)) return shown.drawOf(frame, *mentorship);
  if (frame.route.sheet != Sheet::handOver) drawMissing(frame);  // the sheet says so itself
}

void saveStatus(Frame& frame) {
  const bool typing = frame.state.typing && frame.state.save == SaveState::saved;
  switch (typing ? SaveState::saving : frame.state.save) {
    case SaveState::saved: return paragraph(frame.ui, say(frame, S::saved), Tone::quiet, type::kSmall);
    case SaveState::saving: return paragraph(frame.ui, say(frame, S::saving), Tone::quiet, type::kSmall);
    case SaveState::notSaved:
      return paragraph(frame.ui, say(frame, S::not_saved, {{"why", troubleText(frame, frame.state.saveTrouble)}}),
                       Tone::problem, type::kSmall);
    case SaveState::readOnly: return paragraph(frame.ui, say(frame, S::read_only), Tone::attention, type::kSmall);
  }
}

void undoRow(Frame& frame) {
  const Row row(frame.ui);
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  if (frame.state.canUndo && button(frame.ui, "undo", say(frame, S::undo), quiet)) frame.commands.undo();
  if (frame.state.canRedo && button(frame.ui, "redo", say(frame, S::redo), quiet)) frame.commands.redo();
}

void railMentorships(Frame& frame) {
  Ui& ui = frame.ui;
  const auto& mentorships = frame.views.mentorships();
  RowsOptions all;
  all.count = mentorships.size();
  RowOptions row;
  row.plain = true;
  row.detail = say(frame, S::nothing_planned);
  all.height = listRowHeight(ui, row) + 2;
  for (std::size_t at = 0; at < mentorships.size(); ++at) {
    if (mentorships[at]->id == frame.route.mentorship) all.current = at;
  }
  all.key = [&](std::size_t at) { return toText(mentorships[at]->id); };
  all.draw = [&](std::size_t at) {
    const Mentorship& mentorship = *mentorships[at];
    const Session* next = viewOf(frame, mentorship).next;
    row.detail = next ? whenText(frame, *next) : std::string(say(frame, S::nothing_planned));
    row.address = mentorshipAddress(mentorship.id);
    row.current = frame.route.mentorship == mentorship.id;
    listRow(ui, "nav/m/" + toText(mentorship.id), titleOf(frame, mentorship), row);
  };
  rows(ui, "rail/mentorships", say(frame, S::mentorships_title), all);
}

void drawRail(Frame& frame, Scroll& scroll) {
  Ui& ui = frame.ui;
  Region::Options options;
  options.landmark = "navigation";
  options.name = say(frame, S::nav_name);
  options.view = {0, 0, space::kRail, ui.height};
  options.padding = space::kMedium;
  options.top = space::kLarge;
  const Region region(ui, "rail", scroll, options);
  paragraph(ui, say(frame, S::app_name), Tone::normal, type::kHeading);
  gap(ui, space::kMedium);
  const auto entry = [&](const std::string& key, S label, const std::string& address, bool current) {
    RowOptions row;
    row.address = address;
    row.current = current;
    row.plain = true;
    listRow(ui, key, say(frame, label), row);
    gap(ui, 2);
  };
  entry("nav/today", S::nav_today, "#/", isToday(frame.route.screen));
  entry("nav/mentorships", S::mentorships_title, "#/mentorships", frame.route.screen == Screen::mentorships);
  RowOptions find;
  find.trailing = shownShortcut(frame, "Ctrl+K", frame.state.hasCommandKey);
  find.plain = true;
  if (listRow(ui, "nav/find", say(frame, S::find_title), find))
    frame.commands.go(sheetAddress(frame.route, Sheet::find));
  gap(ui, 2 + space::kSmall);
  railMentorships(frame);
  const float undo = frame.state.canUndo || frame.state.canRedo ? ui.controlHeight() : 0;
  ui.flow.y = std::max(ui.flow.y + space::kLarge, ui.height - undo - 108);
  ui.flow.left += space::kTight;
  undoRow(frame);
  ui.flow.left -= space::kTight;
  entry("nav/settings", S::settings_title, "#/settings", frame.route.sheet == Sheet::settings);
  gap(ui, space::kSmall);
  ui.flow.left += space::kSmall + space::kTight;
  saveStatus(frame);
}

void drawBar(Frame& frame, Scroll& scroll) {
  Ui& ui = frame.ui;
  Region::Options options;
  options.landmark = "navigation";
  options.name = say(frame, S::nav_name);
  options.view = {0, ui.height - space::kBar - 24, ui.width, space::kBar + 24};
  options.padding = space::kSmall;
  options.top = 2;
  options.surface = ui.palette->surface;
  options.hasSurface = true;
  const Region region(ui, "bar", scroll, options);
  saveStatus(frame);
  gap(ui, 2);
  struct Place {
    const char* key;
    std::string address;
    S label;
    bool current;
  };
  const Place places[] = {
      {"nav/today", "#/", S::nav_today, isToday(frame.route.screen)},
      {"nav/mentorships", "#/mentorships", S::mentorships_title, frame.route.screen == Screen::mentorships},
      {"nav/new", "#/start", S::nav_new, false},
      {"nav/find", sheetAddress(frame.route, Sheet::find), S::nav_find, frame.route.sheet == Sheet::find},
      {"nav/settings", "#/settings", S::settings_title, frame.route.sheet == Sheet::settings}};
  // Each has the room of its word, and an equal share of what is left.
  float left = ui.flow.right - ui.flow.left - static_cast<float>(std::size(places) - 1) * space::kSmall;
  for (const Place& place : places) left -= ui.fonts.width(say(frame, place.label), type::kBody);
  const Row row(ui);
  for (const Place& place : places) {
    ButtonOptions entry;
    entry.weight = Weight::quiet;
    entry.current = place.current;
    const float share =
        ui.fonts.width(say(frame, place.label), type::kBody) + left / static_cast<float>(std::size(places));
    entry.width = std::max(share, ui.controlHeight());
    if (button(ui, place.key, say(frame, place.label), entry)) frame.commands.go(place.address);
  }
}

S nameOf(Sheet sheet) {
  switch (sheet) {
    case Sheet::settings: return S::settings_title;
    case Sheet::find: return S::find_title;
    case Sheet::shortcuts: return S::shortcuts_title;
    case Sheet::handOver:
    case Sheet::none: break;
  }
  return S::hand_over;
}

void drawSheet(Frame& frame, Scroll& scroll) {
  Ui& ui = frame.ui;
  scrim(ui);
  Region::Options options;
  options.landmark = "dialog";
  options.name = say(frame, nameOf(frame.route.sheet));
  const float width = std::min(ui.width, 560.0F);
  // As high as its content, which is known from the frame before.
  const float room = ui.height - space::kHuge;
  const float height = scroll.content > 0 ? std::min(scroll.content, room) : room;
  options.view = {(ui.width - width) / 2, ui.phone ? ui.height - height : (ui.height - height) / 2, width, height};
  // What is found comes and goes below its field, which stays where it is, above a phone's keyboard.
  if (frame.route.sheet == Sheet::find) {
    options.view.y = ui.phone ? space::kLarge : std::min(ui.height / 8, 120.0F);
    options.view.height = std::min(height, ui.height - options.view.y - space::kMedium);
  }
  options.padding = ui.phone ? space::kMedium : space::kLarge;
  options.top = space::kLarge;
  options.surface = ui.palette->raised;
  options.hasSurface = true;
  options.corner = space::kCorner;
  const Region region(ui, "sheet", scroll, options);
  if (frame.route.sheet == Sheet::settings) return drawSettings(frame);
  if (frame.route.sheet == Sheet::find) return drawFind(frame);
  if (frame.route.sheet == Sheet::shortcuts) return drawShortcuts(frame);
  if (const Mentorship* mentorship = mentorshipOf(frame)) return drawHandOver(frame, *mentorship);
  drawMissing(frame);
}

/// Above all else: beside what opened it, on a phone from below, a question in the middle.
void drawPopup(Frame& frame, Scroll& scroll) {
  Ui& ui = frame.ui;
  const bool question = ui.popup.question;
  if (question || ui.phone) scrim(ui);
  // In the tree below the popup, so that it covers none of it.
  const semantics::Rect all{0, 0, ui.width, ui.height};
  semantics::Node outside = semantics::nodeOf("popup/close", semantics::Role::button, say(frame, S::close), all);
  outside.offTabOrder = true;  // by Escape
  ui.meaning.add(std::move(outside));

  Region::Options options;
  options.landmark = question ? "alertdialog" : "dialog";
  options.name = ui.popup.name;
  options.padding = question ? space::kLarge : space::kSmall;
  options.top = options.padding;
  options.surface = ui.palette->raised;
  options.hasSurface = true;
  options.corner = space::kCorner;
  const float margin = space::kSmall;
  const float width =
      ui.phone ? ui.width - 2 * margin : std::min(std::max(ui.popup.width, 120.0F), ui.width - 2 * margin);
  const semantics::Rect& from = ui.popup.from;
  const float below = ui.height - from.y - from.height - 2 * margin;
  const float above = from.y - 2 * margin;
  const float wanted = scroll.content > 0 ? scroll.content : ui.height;
  const bool up = wanted > below && above > below;
  const bool middle = question || ui.phone;
  const float height = std::min(wanted, std::min(middle ? ui.height - 2 * space::kHuge : up ? above : below, 420.0F));
  // What opens at the right ends where its opener ends: it stays in the column.
  const bool atRight = from.x + from.width / 2 > ui.width / 2;
  const float left = atRight ? from.x + from.width - width : from.x;
  options.view = {std::clamp(left, margin, ui.width - width - margin),
                  up ? from.y - height - space::kTight : from.y + from.height + space::kTight, width, height};
  if (question) options.view.x = (ui.width - width) / 2;
  if (question) options.view.y = (ui.height - height) / 2;
  if (ui.phone && !question) options.view = {margin, ui.height - height - margin, width, height};
  ui.shadow(options.view, space::kCorner);
  {
    const Region region(ui, "popup", scroll, options);
    std::exchange(ui.popup.draw, nullptr)();  // what it draws may close it
  }
  if (!pointerIsIn(options.view) && pressable(ui, "popup/close", all).pressed) closePopup(ui);
}

void drawNotice(Frame& frame, Scroll& scroll) {
  Ui& ui = frame.ui;
  const float width = noticeWidth(ui);
  const bool shown = noticeShown(frame);
  const float left = ui.phone ? space::kMedium : space::kRail + (ui.width - space::kRail - width) / 2;
  const float bottom = (ui.phone ? space::kBar + 24 : 0) + space::kSmall;
  Region::Options options;
  options.landmark = "status";
  options.name = say(frame, S::notice_name);
  // It is there before it says anything, or nobody would hear it.
  if (!shown) {
    const Region silent(ui, "notice", scroll, options);
    return;
  }
  const float height = noticeHeight(frame);
  options.view = {left, ui.height - bottom - height, width, height};
  options.padding = space::kMedium;
  options.top = space::kSmall;
  options.surface = ui.palette->raised;
  options.hasSurface = true;
  options.corner = space::kCorner;
  ui.shadow(options.view, space::kCorner);
  const Region region(ui, "notice", scroll, options);
  paragraph(ui, frame.state.notice.text);
  const Row row(ui);
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  quiet.name = say(frame, S::notice_undo);
  if (frame.state.notice.canUndo && button(ui, "notice/undo", say(frame, S::undo), quiet)) frame.commands.undo();
  quiet.name = say(frame, S::notice_close);
  if (button(ui, "notice/close", say(frame, S::close), quiet)) frame.commands.closeNotice();
}

/// Beside a video window there is less room.
bool isTalk(const Frame& frame) {
  const Session* session = frame.route.screen == Screen::session ? sessionOf(frame) : nullptr;
  return session && shownView(frame, *session) == SessionView::talk;
}

/// Somebody else sees the screen: one page, and nothing beside, above or below it.
void drawPresentedPage(Frame& frame, Scroll& scroll) {
  Ui& ui = frame.ui;
  ui.popup.key.clear();
  ui.blocked = false;
  Region::Options options;
  options.landmark = "main";
  options.name = say(frame, S::app_name);
  options.view = {0, 0, ui.width, ui.height};
  options.padding = ui.phone ? space::kMedium : space::kHuge;
  options.measure = space::kMeasure;
  options.top = ui.phone ? space::kLarge : space::kHuge;
  const Region region(ui, "page", scroll, options);
  const auto found = frame.model.mentorships.find(frame.state.presenting->mentorship);
  const Mentorship* mentorship = found == frame.model.mentorships.end() ? nullptr : &found->second;
  drawPresented(frame, mentorship,
                mentorship ? findAlive(mentorship->sessions, frame.state.presenting->session) : nullptr);
  gap(ui, space::kLarge);
  saveStatus(frame);
}

}  // namespace

void drawApplication(Frame& frame, std::map<std::string, Scroll>& scrolls) {
  Ui& ui = frame.ui;
  ui.popup.draw = nullptr;
  ui.grips.clear();
  if (frame.state.presenting) return drawPresentedPage(frame, scrolls["page"]);
  const bool popup = !ui.popup.key.empty();
  if (!popup) scrolls["popup"] = {};
  ui.blocked = popup || frame.route.sheet != Sheet::none;
  if (!ui.phone) drawRail(frame, scrolls["rail"]);
  {
    Region::Options options;
    options.landmark = "main";
    options.name = say(frame, S::app_name);
    const float left = ui.phone ? 0 : space::kRail;
    // The page makes room for a message: nothing is covered by it.
    const float below =
        (ui.phone ? space::kBar + 24 : 0) + (noticeShown(frame) ? noticeHeight(frame) + 2 * space::kSmall : 0);
    options.view = {left, 0, ui.width - left, ui.height - below};
    options.padding = ui.phone ? space::kMedium : space::kHuge;
    options.measure = isTalk(frame) ? space::kTalk : space::kMeasure;
    options.top = ui.phone ? space::kLarge : space::kHuge;
    const Region region(ui, "page", scrolls["page"], options);
    if (frame.state.damagedRecords > 0) {
      paragraph(ui, sayCount(frame, S::damaged_count, frame.state.damagedRecords), Tone::problem);
      gap(ui, space::kMedium);
    }
    drawRoute(frame);
  }
  if (ui.phone) drawBar(frame, scrolls["bar"]);
  ui.blocked = popup;
  if (frame.route.sheet != Sheet::none) drawSheet(frame, scrolls["sheet"]);
  drawNotice(frame, scrolls["notice"]);
  ui.blocked = false;
  if (!popup) return;
  // What opened it may have gone with another screen.
  if (ui.popup.draw) return drawPopup(frame, scrolls["popup"]);
  ui.popup.key.clear();
}

}  // namespace cairn

// "Find or do": every action, every mentorship and all words in them, by typing; and the sheet of
// shortcuts.
#include "base/utf8.hpp"
#include "frame/action_registry.hpp"
#include "frame/screen_row.hpp"
#include "insight/search.hpp"
#include "screens/screens.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

constexpr std::size_t kMostFound = 12;
const std::string kFindWords = "find/words";
const std::string kFindList = "find/list";

struct Offer {
  std::string key;
  std::string label;
  RowOptions row;
  const Action* action = nullptr;       ///< none: the row's address
  std::vector<std::string> keys = {};   ///< at that address: what was found
  std::vector<std::string> folds = {};  ///< that it lies in there
};

/// Where the words are shown.
std::string placeOf(const Frame& frame, const Found& found, const Mentorship& mentorship) {
  if (const Step* step = found.collection == "steps" ? findAlive(mentorship.steps, found.thing) : nullptr) {
    if (*step->homeKind == HomeKind::session) return sessionAddress(found.mentorship, *step->home, SessionView::wrapUp);
    return mentorshipAddress(found.mentorship, *step->homeKind == HomeKind::none ? Screen::now : Screen::goals);
  }
  // Wrap-up holds all that was written in a session, Prepare its agenda.
  if (found.collection == "sessions") return sessionAddress(found.mentorship, found.thing, SessionView::wrapUp);
  // What waits for the next time privately is shown where that is prepared.
  const Session* next = found.collection == "privateLines" ? viewOf(frame, mentorship).next : nullptr;
  if (next && !found.session) return sessionAddress(found.mentorship, next->id, SessionView::prepare);
  if (found.session) return sessionAddress(found.mentorship, found.session, SessionView::prepare);
  return mentorshipAddress(found.mentorship, screenShowing(found.collection));
}

/// What shows it there, the likeliest first.
std::vector<std::string> keysOf(const Found& found) {
  const auto field = [&](std::string_view name) {
    return textPath(found.mentorship, found.collection, found.thing, name);
  };
  const std::string id = toText(found.thing);
  return {"step/" + id, "line/" + id, field(found.field), "edit/contact/" + id + "/more"};
}

std::string foldOfStep(const Mentorship& mentorship, const Step& step) {
  if (*step.homeKind == HomeKind::goal) return "goal/" + toText(*step.home) + "/progress";
  return (*step.done ? "done-steps/" : "open-steps/") + toText(mentorship.id);
}

/// What has to be open for it to be seen.
std::vector<std::string> foldsOf(const Found& found, const Mentorship& mentorship) {
  const std::string id = toText(found.thing);
  if (found.collection == "people") return {"person/" + id + "/more"};
  if (found.collection == "goals") return {"goal/" + id + "/measure"};
  if (found.collection == "letter") return {"letter/" + toText(found.mentorship) + "/" + found.field};
  if (const Step* step = found.collection == "steps" ? findAlive(mentorship.steps, found.thing) : nullptr) {
    std::vector<std::string> folds{foldOfStep(mentorship, *step)};
    if (found.field == "link") folds.push_back("edit/step/" + id);
    return folds;
  }
  if (found.collection == "lines" && !found.session) {
    const Line* line = findAlive(mentorship.lines, found.thing);
    if (line && *line->done) return {"settled-lines/" + toText(found.mentorship)};
  }
  const bool earlier = found.collection == "earlierMeasures";
  const EarlierMeasure* measure = earlier ? findAlive(mentorship.earlierMeasures, found.thing) : nullptr;
  if (measure) return {"goal/" + toText(*measure->goal) + "/measure"};
  const Progress* progress = found.collection == "progress" ? findAlive(mentorship.progress, found.thing) : nullptr;
  if (progress) return {"goal/" + toText(*progress->goal) + "/progress"};
  return {};
}

/// What is offered before a word is typed: what one would not find by looking around.
bool isOfferedAtOnce(const Action& action) { return !action.shortcut.empty() || action.key == "new"; }

void addActions(const Frame& frame, const std::string& asked, std::vector<Offer>& offers) {
  for (const auto& action : actions()) {
    const std::string words =
        joined(frame, {say(frame, action.label), action.also ? say(frame, *action.also) : ""}, S::sentences);
    const bool fits = asked.empty() ? isOfferedAtOnce(action) : foldForSearch(words).find(asked) != std::string::npos;
    if (!fits || !action.possible(frame) || action.key == "find") continue;
    Offer offer{"find/do/" + std::string(action.key), std::string(say(frame, action.label)), {}, &action};
    if (!frame.ui.phone && !frame.ui.touch)
      offer.row.trailing = shownShortcut(frame, action.shortcut, frame.state.hasCommandKey);
    offers.push_back(std::move(offer));
  }
}

void addMentorships(const Frame& frame, const std::string& asked, std::size_t most, std::vector<Offer>& offers) {
  for (const Mentorship* mentorship : frame.views.mentorships()) {
    if (offers.size() >= most) return;
    if (foldForSearch(titleOf(frame, *mentorship)).find(asked) == std::string::npos) continue;
    Offer offer{"find/m/" + toText(mentorship->id), titleOf(frame, *mentorship), {}, nullptr};
    offer.row.trailing = thingWord(frame, "");
    offer.row.address = mentorshipAddress(mentorship->id);
    offers.push_back(std::move(offer));
  }
}

/// Once a word, not once a frame.
const std::vector<Found>& searched(const Frame& frame, const std::string& asked) {
  Searched& last = frame.state.searched;
  if (last.asked != asked) last = {asked, search(frame.model, asked, kMostFound)};
  return last.found;
}

void addWords(const Frame& frame, const std::string& asked, std::vector<Offer>& offers) {
  constexpr float kTrailing = 200;
  for (const auto& found : searched(frame, asked)) {
    if (offers.size() >= kMostFound) return;
    const auto home = frame.model.mentorships.find(found.mentorship);
    if (home == frame.model.mentorships.end()) continue;
    const Mentorship& mentorship = home->second;
    const std::string kind(thingWord(frame, found.collection));
    Offer offer{
        "find/t/" + toText(found.mentorship) + found.collection + "/" + toText(found.thing), found.label, {}, nullptr};
    if (!found.words.empty()) offer.label = found.words;
    if (offer.label.empty()) offer.label = kind;
    offer.row.trailing =
        frame.ui.fonts.shortened(joined(frame, {kind, shortTitleOf(frame, mentorship)}), type::kSmall, kTrailing);
    offer.row.address = placeOf(frame, found, mentorship);
    offer.keys = keysOf(found);
    offer.folds = foldsOf(found, mentorship);
    offers.push_back(std::move(offer));
  }
}

std::vector<Offer> offersFor(const Frame& frame, const std::string& asked) {
  constexpr std::size_t kMostAtOnce = 6;
  std::vector<Offer> offers;
  if (asked.empty()) {
    addMentorships(frame, asked, kMostAtOnce, offers);
    addActions(frame, asked, offers);
  } else {
    addActions(frame, asked, offers);
    addMentorships(frame, asked, kMostFound, offers);
    addWords(frame, asked, offers);
  }
  return offers;
}

/// What leads nowhere else closes the sheet, so that one sees what it did.
void perform(Frame& frame, const Action& action) {
  if (!action.goes) frame.commands.back();
  action.run(frame);
}

void choose(Frame& frame, const Offer& offer) {
  frame.ui.editing.clear(kFindWords);
  if (offer.action) {
    perform(frame, *offer.action);
  } else {
    if (!offer.folds.empty() && offer.folds.front().starts_with("letter/")) {
      std::erase_if(frame.state.unfolded, [](const std::string& one) { return one.starts_with("letter/"); });
    }
    frame.state.unfolded.insert(offer.folds.begin(), offer.folds.end());
    frame.state.lookedFor = {offer.row.address, offer.keys};
    frame.commands.go(offer.row.address, true);
  }
}

void drawOffers(Frame& frame, std::vector<Offer>& offers) {
  Ui& ui = frame.ui;
  if (offers.empty()) return;
  RowsOptions all;
  all.count = offers.size();
  offers.front().row.highlighted = ui.focus.key == kFindWords;  // what Enter takes
  for (auto& offer : offers) offer.row.plain = true;
  all.height = listRowHeight(ui, offers.front().row) + 2;
  all.key = [&](std::size_t at) { return offers[at].key; };
  all.draw = [&](std::size_t at) {
    const Offer& offer = offers[at];
    if (!listRow(ui, offer.key, offer.label, offer.row)) return;
    ui.openedLink.clear();  // it takes the sheet's place in the history
    choose(frame, offer);
  };
  rows(ui, kFindList, say(frame, S::find_found), all);
}

}  // namespace

void drawFind(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::find_title), "sheet-title");
  FieldOptions options;
  options.placeholder = say(frame, S::find_example);
  options.labelHidden = true;
  options.list = kFindList;
  options.whenDone = [&commands = frame.commands](const FieldDone& done) {
    if (!done.submitted) return;
    commands.now([&](Frame& now) {
      const auto offers = offersFor(now, foldForSearch(trimmed(done.text)));
      if (!offers.empty()) choose(now, offers.front());
    });
  };
  const std::string typed = textField(ui, kFindWords, say(frame, S::find_label), options);
  std::vector<Offer> offers = offersFor(frame, foldForSearch(trimmed(typed)));
  if (ui.focus.key == kFindWords) ui.rows[kFindList].key.clear();  // other words, another first row
  if (offers.empty()) emptyState(ui, say(frame, S::find_nothing));
  drawOffers(frame, offers);
  gap(ui, space::kSmall);
  if (button(ui, "sheet/close", say(frame, S::close))) frame.commands.back();
}

void drawShortcuts(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::shortcuts_title), "sheet-title");
  paragraph(ui, say(frame, S::shortcuts_text), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  {
    const List list(ui, "shortcuts/list", say(frame, S::shortcuts_title));
    for (const auto& action : actions()) {
      if (action.shortcut.empty()) continue;
      const std::string key = "shortcut/" + std::string(action.key);
      const ListItem item(ui, key);
      RowOptions row;
      row.trailing = shownShortcut(frame, action.shortcut, frame.state.hasCommandKey);
      row.plain = true;
      if (listRow(ui, key + "/do", say(frame, action.label), row) && action.possible(frame)) perform(frame, action);
    }
  }
  gap(ui, space::kSmall);
  if (button(ui, "sheet/close", say(frame, S::close))) frame.commands.back();
}

}  // namespace cairn

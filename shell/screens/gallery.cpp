// The gallery of debug builds: every widget in its states, one page a kind. Its words are not in the
// catalogue: nobody but us reads them.
#include "screens/gallery.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "widgets/icons.hpp"
#include "widgets/pickers.hpp"
#include "widgets/reorder.hpp"

namespace cairn {
namespace {

constexpr std::string_view kLongName =
    "Amina Okafor-Lindqvist, who mentors three people in Lagos and has the longest name of them all";

struct Page {
  std::string_view address;
  std::string_view name;
  void (*draw)(Frame& frame);
};

std::int64_t& kept(Frame& frame, const std::string& key) { return frame.state.gallery[key]; }

void drawTexts(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 2, "A section");
  paragraph(ui,
            "A paragraph in the column of attention. It can be selected and copied like any text of a page, wraps by "
            "words, and says things in short sentences.");
  heading(ui, 3, "A card's heading");
  for (const Tone tone : {Tone::quiet, Tone::good, Tone::attention, Tone::problem, Tone::mine}) {
    constexpr std::array<std::string_view, 6> kNames{"Normal",
                                                     "Quiet: what can wait",
                                                     "Good: it went as hoped",
                                                     "Attention: look here once",
                                                     "Problem: something is wrong",
                                                     "Mine: only you can read this"};
    paragraph(ui, kNames[static_cast<std::size_t>(tone)], tone);
  }
  gap(ui, space::kMedium);
  for (const std::string_view words :
       {"مرحبا، كيف كان أسبوعك؟", "שלום, מה שלומך?", "नमस्ते, आप कैसे हैं?", "สวัสดีครับ สบายดีไหม", "你好，这周怎么样？",
        "Chào bạn, tuần này thế nào?", "👩‍👩‍👧 🇵🇹 ok"}) {
    paragraph(ui, words);
  }
}

void drawPresses(Frame& frame) {
  Ui& ui = frame.ui;
  std::int64_t& count = kept(frame, "pressed");
  {
    const Row row(ui);
    ButtonOptions options;
    options.weight = Weight::primary;
    if (button(ui, "g/primary", "Hand over", options)) ++count;
    if (button(ui, "g/secondary", "Not now")) ++count;
    options.weight = Weight::quiet;
    if (button(ui, "g/quiet", "Leave it out", options)) ++count;
    options = {};
    options.current = true;
    if (button(ui, "g/current", "Chosen", options)) ++count;
  }
  gap(ui, space::kSmall);
  if (button(ui, "g/long", kLongName)) ++count;
  link(ui, "g/link", "A link to today", "#/");
  gap(ui, space::kMedium);
  {
    const Row row(ui);
    constexpr std::array<std::string_view, 13> kNames{"More",     "Leave", "Mark done", "Add",  "Earlier",
                                                      "Later",    "Back",  "On",        "Move", "Search",
                                                      "Calendar", "Times", "Time zone"};
    for (std::size_t at = 0; at < kNames.size(); ++at) {
      if (iconButton(ui, "g/icon/" + std::to_string(at), static_cast<Icon>(at), kNames[at])) ++count;
    }
  }
  gap(ui, space::kMedium);
  const MenuItem items[] = {
      {"Move to another day", "", false}, {"Copy as text", "Ctrl+C", false}, {"Remove", "", true}};
  if (menu(ui, "g/menu", "What to do with this session", items)) ++count;
  gap(ui, space::kMedium);
  const std::string ask = "g/ask";
  if (button(ui, ask, "Erase something")) openPopup(ui, ask, {});
  if (dialog(ui, ask,
             {"Erase “Lead a release”?", "It goes from the trash, the records and the backups, for good.",
              "Erase for good"}))
    ++count;
  paragraph(ui, "Pressed " + std::to_string(count) + " times", Tone::quiet, type::kSmall);
}

void drawChoices(Frame& frame) {
  Ui& ui = frame.ui;
  std::int64_t& done = kept(frame, "done");
  if (checkbox(ui, "g/check", "Send the draft to Jonas", done != 0, "Ana, due 5 Dec")) done = 1 - done;
  std::int64_t& on = kept(frame, "on");
  if (toggle(ui, "g/toggle", "Show both people's time", on != 0, "Beside every date, where the clocks differ"))
    on = 1 - on;
  gap(ui, space::kMedium);
  std::int64_t& theme = kept(frame, "theme");
  const std::string few[] = {"System", "Light", "Dark"};
  if (const auto to = radioGroup(ui, "g/few", "Theme", few, static_cast<std::size_t>(theme)))
    theme = static_cast<std::int64_t>(*to);
  std::int64_t& outcome = kept(frame, "outcome");
  const std::string many[] = {"It was held as planned", "It moved to another day", "It did not happen",
                              "We wrote instead of talking, for once"};
  if (const auto to = radioGroup(ui, "g/many", "What became of it", many, static_cast<std::size_t>(outcome)))
    outcome = static_cast<std::int64_t>(*to);
  gap(ui, space::kMedium);
  {
    const Row row(ui);
    std::int64_t& chosen = kept(frame, "chip");
    const std::string chips[] = {"Check-up", "Work review", "Closing"};
    for (std::int64_t at = 0; at < 3; ++at) {
      ChipOptions options;
      options.chosen = chosen == at;
      if (chip(ui, "g/chip/" + std::to_string(at), chips[at], options).pressed) chosen = at;
    }
    std::int64_t& removed = kept(frame, "removed");
    if (removed == 0 &&
        chip(ui, "g/chip/ana", "@Ana by Fri 5 Dec 2026", {true, "Remove “@Ana by Fri 5 Dec 2026”"}).removed)
      removed = 1;
  }
  gap(ui, space::kLarge);
  std::int64_t& person = kept(frame, "person");
  SelectOptions people;
  people.count = 40;
  people.current = person == 0 ? kNothingChosen : static_cast<std::size_t>(person - 1);
  people.placeholder = "Nobody yet";
  people.label = [](std::size_t at) { return at == 7 ? std::string(kLongName) : "Person " + std::to_string(at + 1); };
  if (const auto to = select(ui, "g/select", "Who does it?", people)) person = static_cast<std::int64_t>(*to) + 1;
  std::int64_t& length = kept(frame, "length");
  const std::string lengths[] = {"10 minutes", "30 minutes", "45 minutes", "An hour"};
  SelectOptions minutes;
  minutes.count = 4;
  minutes.current = static_cast<std::size_t>(length);
  minutes.label = [all = std::vector(std::begin(lengths), std::end(lengths))](std::size_t at) { return all[at]; };
  if (const auto to = select(ui, "g/length", "How long?", minutes)) length = static_cast<std::int64_t>(*to);
}

void drawEditing(Frame& frame) {
  Ui& ui = frame.ui;
  FieldOptions field;
  field.placeholder = "Their name";
  textField(ui, "g/field", "A field", field);
  field.hint = "Not understood yet. Try “fri 16:00”.";
  field.invalid = true;
  textField(ui, "g/invalid", "A field with a fault", field);
  field = {};
  field.rows = 3;
  field.placeholder = "What you talked about";
  textField(ui, "g/notes", "Notes", field);
  field.onlyMe = true;
  field.hint = "Only you can read this.";
  textField(ui, "g/mine", "Notes for yourself", field);
}

void drawPickers(Frame& frame) {
  Ui& ui = frame.ui;
  std::int64_t& due = kept(frame, "due");
  DateOptions date;
  date.today = frame.moment.local.date;
  date.value = due == 0 ? Date{} : Date{static_cast<std::int32_t>(due)};
  dateField(ui, "g/due", "By when?", date, [&due](const Date& to) { due = to ? to.days : 0; });
  std::int64_t& at = kept(frame, "time");
  const TimeOptions time{at == 0 ? TimeOfDay{} : TimeOfDay{static_cast<std::int32_t>(at - 1)}};
  timeField(ui, "g/time", "At what time?", time, [&at](const TimeOfDay& to) { at = to ? to.minutes + 1 : 0; });
  const std::vector<std::string> names = frame.zones.names();
  std::int64_t& zone = kept(frame, "zone");
  ZoneOptions where;
  where.now = frame.moment.now;
  if (zone > 0) where.value = names[static_cast<std::size_t>(zone - 1)];
  if (const auto to = zoneField(ui, "g/zone", "Where are they?", frame.zones, where)) {
    zone = std::find(names.begin(), names.end(), *to) - names.begin() + 1;
  }
}

constexpr std::array<Page, 9> kPages{{{"texts", "Texts", drawTexts},
                                      {"press", "Press", drawPresses},
                                      {"choose", "Choose", drawChoices},
                                      {"edit", "Edit", drawEditing},
                                      {"pick", "Pick", drawPickers},
                                      {"lists", "Lists", drawGalleryLists},
                                      {"structure", "Structure", drawGalleryStructure},
                                      {"pictures", "Pictures", drawGalleryPictures},
                                      {"states", "States", drawGalleryStates}}};

}  // namespace

void drawGallery(Frame& frame) {
  Ui& ui = frame.ui;
  std::size_t current = 0;
  for (std::size_t at = 0; at < kPages.size(); ++at) {
    if (kPages[at].address == frame.route.part) current = at;
  }
  heading(ui, 1, "Gallery: " + std::string(kPages[current].name));
  gap(ui, space::kMedium);
  {
    const Row row(ui);
    for (std::size_t at = 0; at < kPages.size(); ++at) {
      ChipOptions options;
      options.chosen = at == current;
      const std::string address(kPages[at].address);
      if (chip(ui, "gallery/" + address, kPages[at].name, options).pressed) frame.commands.go("#/gallery/" + address);
    }
  }
  gap(ui, space::kLarge);
  kPages[current].draw(frame);
}

}  // namespace cairn

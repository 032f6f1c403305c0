// The gallery's widgets as they look under the pointer, held, and with the keyboard; and what comes above a page.
#include <array>

#include "screens/gallery.hpp"
#include "widgets/choices.hpp"
#include "widgets/icons.hpp"
#include "widgets/pickers.hpp"

namespace cairn {
namespace {

/// What is written in, or opens a list, a calendar, a menu or another place.
void fieldsInPose(Ui& ui, const std::string& key, Date today) {
  textField(ui, key + "/field", "Goal", {.value = "Lead a release"});
  textField(ui, key + "/empty", "Add a goal", {.placeholder = "Give a talk of twenty minutes"});
  textField(ui, key + "/invalid", "Day and time",
            {.value = "soon", .hint = "A day, or a day and a time", .invalid = true});
  FieldOptions mine{.value = "Her daughter starts school."};
  mine.rows = 2;
  mine.onlyMe = true;
  textField(ui, key + "/notes", "Private notes", mine);
  SelectOptions who;
  who.count = 1;
  who.current = 0;
  who.label = [](std::size_t) { return std::string("Amina Okafor"); };
  select(ui, key + "/select", "Who does it?", who);
  dateField(ui, key + "/date", "By when?", {.value = today, .today = today}, [](const Date&) {});
  timeField(ui, key + "/time", "At what time?", {TimeOfDay{16 * 60}}, [](const TimeOfDay&) {});
  const Tab places[] = {{"Now", "#/gallery/states"}, {"Goals", "#/gallery/press"}, {"Story", "#/gallery/lists"}};
  tabs(ui, key + "/tabs", "Parts, " + key, places, 0);
  const MenuItem items[] = {{"Change", "", false}, {"Remove", "Undo brings it back", true}};
  menu(ui, key + "/menu", "More for “Amina”", items);
}

void inPose(Ui& ui, const std::string& key) {
  {
    const Row row(ui);
    ButtonOptions options;
    options.weight = Weight::primary;
    button(ui, key + "/primary", "Hand over", options);
    button(ui, key + "/secondary", "Not now");
    options.weight = Weight::quiet;
    button(ui, key + "/quiet", "Leave it out", options);
    options = {};
    options.current = true;
    button(ui, key + "/current", "Chosen", options);
    iconButton(ui, key + "/icon", Icon::more, "More");
    chip(ui, key + "/chip", "Amina · by Fri 27 Nov 2026", {true, "Keep it a line"});
  }
  gap(ui, space::kSmall);
  checkbox(ui, key + "/done", "Send the notes", true, "Amina · due Wed 2 Dec");
  checkbox(ui, key + "/open", "Ask two maintainers", false);
  toggle(ui, key + "/toggle", "Remind both of you", true);
  const std::string choices[] = {"Open", "Reached", "Let go"};
  {
    const Row row(ui);
    radioGroup(ui, key + "/radio", "Status", choices, 1);
  }
  gap(ui, space::kSmall);
  RowOptions row;
  row.detail = "Tue 24 Nov, 16:00";
  row.trailing = "12 sessions";
  row.address = "#/";
  listRow(ui, key + "/row", "Amina Okafor", row);
  gap(ui, space::kSmall);
  link(ui, key + "/link", "A link to today", "#/");
}

}  // namespace

void drawGalleryStates(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 2, "Above the page");
  {
    const Row row(ui);
    if (button(ui, "g/notice", "A notice with undo")) frame.state.notice = {"Step removed", true};
    if (button(ui, "g/sheet", "A sheet")) frame.commands.go("#/settings");
    const MenuItem items[] = {{"Change", "", false}, {"Remove", "Undo brings it back", true}};
    menu(ui, "g/menu", "More for “Amina”", items);
  }
  gap(ui, space::kMedium);
  constexpr std::array<std::pair<Pose, std::string_view>, 4> kPoses{{{Pose::none, "At rest"},
                                                                     {Pose::underPointer, "Under the pointer"},
                                                                     {Pose::held, "Held"},
                                                                     {Pose::focused, "With the keyboard"}}};
  for (const auto& [pose, name] : kPoses) {
    const Card card(ui, "g/pose/" + std::string(name), name);
    heading(ui, 3, name);
    gap(ui, space::kSmall);
    ui.pose = pose;
    inPose(ui, "g/pose/" + std::string(name));
    fieldsInPose(ui, "g/pose/" + std::string(name), frame.moment.local.date);
    ui.pose = Pose::none;
  }
}

}  // namespace cairn

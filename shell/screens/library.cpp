// Templates and guides at the place where they help.
#include <algorithm>
#include <array>

#include "exchange/plan_template.hpp"
#include "screens/screens.hpp"
#include "words/faults.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// Null while it is not here; asks for it the first time, and says what became of that.
const std::vector<LibraryItem>* libraryOf(Frame& frame, const std::string& key) {
  Library& library = frame.state.library;
  if (!library.items.empty()) return &library.items;
  if (library.trouble != Trouble::none) {
    paragraph(frame.ui, say(frame, S::library_trouble, {{"why", troubleText(frame, library.trouble)}}), Tone::problem,
              type::kSmall);
    if (button(frame.ui, key + "/again", say(frame, S::library_again))) {
      library = {};
      library.asked = true;
      frame.commands.fetchLibrary();
    }
    return nullptr;
  }
  if (!library.asked) {
    library.asked = true;
    frame.commands.fetchLibrary();
  }
  paragraph(frame.ui, say(frame, S::library_coming), Tone::quiet, type::kSmall);
  return nullptr;
}

void takeTemplate(Frame& frame, const Mentorship& mentorship, const LibraryItem& item, const Id& session) {
  const auto plan = readPlan(item.body, mentorship.id);
  if (!plan) {
    frame.state.notice = {
        say(frame, S::refused, {{"why", faultText(frame, plan.error())}, {"place", placeText(frame, plan.error())}}),
        false};
    return;
  }
  frame.commands.run(applyPlan(mentorship, *plan, session, [&] { return frame.commands.newId(); }));
}

}  // namespace

void templates(Frame& frame, const Mentorship& mentorship, std::string_view kind, S label, const Id& session) {
  Ui& ui = frame.ui;
  const std::string key = "templates/" + std::string(kind) + "/" + toText(session ? session : mentorship.id);
  if (!unfolded(frame, key, say(frame, label))) return;
  const auto* library = libraryOf(frame, key);
  if (!library) return;
  {
    const List list(ui, key + "/list", say(frame, label));
    for (const auto& item : *library) {
      if (item.kind != kind) continue;
      const ListItem one(ui, key + "/" + item.name + "/item");
      RowOptions row;
      row.detail = item.about;
      if (listRow(ui, key + "/" + item.name, item.title, row)) {
        takeTemplate(frame, mentorship, item, session);
        frame.state.unfolded.erase(key);
      }
      gap(ui, space::kTight);
    }
  }
  gap(ui, space::kSmall);
}

void guide(Frame& frame, std::string_view name, S label) {
  Ui& ui = frame.ui;
  const std::string key = "guide/" + std::string(name);
  if (!unfolded(frame, key, say(frame, label))) return;
  const auto* library = libraryOf(frame, key);
  if (!library) return;
  const auto found = std::find_if(library->begin(), library->end(),
                                  [&](const auto& item) { return item.kind == "guides" && item.name == name; });
  if (found == library->end()) return;
  const Card card(ui, key + "/card", found->title);
  paragraph(ui, found->about, Tone::quiet, type::kSmall);
  for (std::string_view rest = found->body; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    const bool item = line.starts_with("- ");
    gap(ui, item ? space::kTight : space::kSmall);
    paragraph(ui, item ? "· " + std::string(line.substr(2)) : std::string(line));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void drawGuides(Frame& frame) {
  constexpr std::array<std::pair<std::string_view, S>, 7> kGuides{{{"first-call", S::guide_first_call},
                                                                   {"expectations", S::guide_expectations},
                                                                   {"goals", S::guide_goals},
                                                                   {"remote-communication", S::guide_remote},
                                                                   {"feedback-both-ways", S::guide_feedback},
                                                                   {"stuck", S::guide_stuck},
                                                                   {"closing", S::guide_closing}}};
  gap(frame.ui, space::kMedium);
  heading(frame.ui, 2, say(frame, S::guides_title));
  gap(frame.ui, space::kTight);
  for (const auto& [name, label] : kGuides) guide(frame, name, label);
}

}  // namespace cairn

#include "screens/places.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "frame/screen_row.hpp"

namespace cairn {
namespace {

void writeMuch(Tester& t) {
  t.startWith("Jonas Lindqvist", "today 9:00");
  const Id id =
      std::find_if(t.app->workspace().mentorships.begin(), t.app->workspace().mentorships.end(), [](const auto& one) {
        return !*one.second.example;
      })->first;
  t.submit("Add a line to talk about", "The release checklist");
  t.type("Private notes", "Ask about the exam");
  t.press("Talk");
  t.type("Notes", "We talked about releases.");
  t.submit("Add a next step", "@jonas send the notes by sun");
  t.submit("Add a next step", "Read the guide");
  t.press("Wrap up");
  t.press("Held");
  t.go(mentorshipAddress(id, Screen::goals));
  t.submit("Add a goal", "Lead a release");
  t.type("Expected outcome", "Version 2.4 is out.");
  t.press("Paste a checklist");
  t.type("Checklist as Markdown", "# Before\n- [ ] Read the guide\n- [x] Say hello\n");
  t.press("Add this checklist");
  t.go(mentorshipAddress(id));
  t.submit("When do you talk?", "fri 16:00");
  t.go("#/");
}

}  // namespace

std::map<std::string, std::string> everydayStore() {
  Tester t;
  t.press("Look at an example");
  t.go("#/start");
  writeMuch(t);
  return t.platform.files;
}

std::unique_ptr<Tester> over(const std::map<std::string, std::string>& store) {
  auto t = std::make_unique<Tester>();
  t->platform.files = store;
  t->reload();
  t->go("#/");
  return t;
}

std::vector<std::string> everyPlace(const Tester& t) {
  std::vector<std::string> places{"#/settings", "#/?find", "#/?shortcuts", "#/m/0000000000000001"};
  for (const ScreenRow& one : screenTable()) {
    const bool isOwn = one.screen != Screen::gallery && one.screen != Screen::unknown;
    if (one.of == ScreenOf::page && isOwn) places.push_back("#/" + std::string(one.word));
  }
  for (const auto& [id, mentorship] : t.app->workspace().mentorships) {
    for (const ScreenRow& one : screenTable()) {
      if (one.of == ScreenOf::mentorship) places.push_back(mentorshipAddress(id, one.screen));
    }
    places.push_back(mentorshipAddress(id) + "/hand-over");
    for (const auto& [session, unused] : mentorship.sessions) {
      for (const auto view : {SessionView::prepare, SessionView::talk, SessionView::wrapUp}) {
        places.push_back(sessionAddress(id, session, view));
      }
    }
  }
  return places;
}

void unfoldAll(Tester& t) {
  std::set<std::string> pressed;  // of some only one is open at a time
  while (true) {
    const auto& nodes = t.app->nodes();
    const auto folded = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) {
      return node.hasExpanded && !node.expanded && node.popup.empty() && !node.disabled && !pressed.contains(node.key);
    });
    if (folded == nodes.end()) return;
    t.app->activate(*pressed.insert(folded->key).first);
    t.settle();
  }
}

std::string inEditor(const semantics::Node& node) {
  std::string text = node.value;
  if (node.role == semantics::Role::textField) {
    std::erase_if(text, [](char letter) { return letter == '\r' || letter == '\n'; });
    return text;
  }
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) text.erase(at, 1);
  std::replace(text.begin(), text.end(), '\r', '\n');
  return text;
}

}  // namespace cairn

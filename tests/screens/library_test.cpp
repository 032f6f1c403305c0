#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "codec/json.hpp"
#include "codec/json_writer.hpp"
#include "exchange/plan_template.hpp"
#include "screens/tester.hpp"
#include "support.hpp"

namespace cairn::library_test {

namespace {

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The library as web/build.mjs packs it.
std::vector<StoredFile> library() {
  std::vector<StoredFile> files;
  const auto add = [&](const std::string& kind, const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const auto json = readJson(contentOf(entry.path()));
      REQUIRE_MESSAGE(json, entry.path().string());
      std::string bytes = *json->member("title")->text() + "\n" + *json->member("about")->text() + "\n";
      if (const Json* plan = json->member("plan")) {
        bytes += writeJsonCompact(*plan);
      } else {
        for (const auto& line : *json->member("text")->array()) bytes += *line.text() + "\n";
      }
      files.push_back({kind + "/" + entry.path().stem().string(), bytes});
    }
  };
  const std::filesystem::path assets = CAIRN_ASSETS;
  for (const auto& kind : {"mentorships", "letters", "checklists", "agendas"}) add(kind, assets / "templates" / kind);
  add("guides", assets / "guides");
  return files;
}

}  // namespace

TEST_CASE("library: it is fetched when somebody wants it, once; trouble is told and tried again") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  CHECK(t.platform.libraryFetches == 0);
  t.press("Take a checklist from the library");
  CHECK(t.platform.libraryFetches == 1);
  CHECK(t.sees("One moment"));
  t.app->libraryFetched({}, Trouble::unreachable);
  t.settle();
  CHECK(t.sees("This could not be fetched: the address of this page does not answer"));
  t.press("Try again");
  CHECK(t.platform.libraryFetches == 2);
  t.app->libraryFetched(library(), Trouble::none);
  t.settle();
  t.press("Closing");
  REQUIRE(t.only().checklists.size() == 1);
  CHECK(t.sees("Before the last call"));
  CHECK(t.sees("0 of 9 done"));
  t.press("Undo");
  CHECK_FALSE(t.sees("0 of 9 done"));
}

TEST_CASE("library: what is there in the language stands for the English one") {
  const std::vector<StoredFile> files{{"guides/stuck", "When it is stuck\nAbout\nWords"},
                                      {"guides/stuck.pl", "Kiedy nie idzie\nO czym\nTekst"},
                                      {"guides/goals", "Goals\nAbout\nWords"}};
  const auto titles = [&](std::string_view language) {
    std::string all;
    for (const auto& item : readLibrary(files, language)) all += item.name + ": " + item.title + "; ";
    return all;
  };
  CHECK(titles("en") == "stuck: When it is stuck; goals: Goals; ");
  CHECK(titles("pl") == "stuck: Kiedy nie idzie; goals: Goals; ");
}

TEST_CASE("library: every template can be taken, and every guide has its words") {
  Tester t;
  t.startWith("Amina Okafor");
  std::size_t guides = 0;
  for (const auto& item : readLibrary(library(), "en")) {
    CAPTURE(item.name);
    CHECK_FALSE(item.title.empty());
    CHECK_FALSE(item.about.empty());
    CHECK(item.body.size() > 100);
    if (item.kind == "guides") {
      ++guides;
      continue;
    }
    const auto plan = readPlan(item.body, t.only().id);
    REQUIRE_MESSAGE(plan, explained(plan.error()));
    Workspace model = t.app->workspace();
    IdSource ids(tests::numbersFrom(7));
    Writers writers = newWriters(ids);
    const auto change =
        commit(model, applyPlan(t.only(), *plan, Id{}, [&] { return ids.next(); }), writers, t.platform.clock);
    REQUIRE_MESSAGE(change, explained(change.error()));
    CHECK_FALSE(change->empty);
  }
  CHECK(guides == 7);
}

TEST_CASE("library: an agenda goes to its session, a letter fills what is open, owners are who has the role") {
  Tester t;
  t.startWith("Amina Okafor");
  t.press("Take an agenda from the library");
  t.app->libraryFetched(library(), Trouble::none);
  t.settle();
  t.press("Goal, reality, options, will");
  CHECK(t.sees("Goal: what would you like to have"));
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.press("Begin from a template");
  t.press("Light touch");
  CHECK(t.sees("We meet"));
  t.press("Guide: expectations");
  CHECK(t.find("Guide: expectations")->expanded);
  t.go(mentorshipAddress(t.only().id, Screen::goals));
  t.press("Take a checklist from the library");
  t.press("First session");
  const Mentorship& mentorship = t.only();
  const auto theirs = std::find_if(mentorship.steps.begin(), mentorship.steps.end(), [&](const auto& entry) {
    return *entry.second.owner && *entry.second.owner != *mentorship.me;
  });
  CHECK(theirs != mentorship.steps.end());
}

TEST_CASE("steps: changed, given to somebody, linked, confirmed and removed where they stand") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go("#/m/" + toText(t.only().id));
  t.submit("Add a next step", "Write the plan");
  const auto step = [&]() -> const Step& { return t.only().steps.begin()->second; };
  t.press("More for “Write the plan”");
  t.press("Change");
  t.type("Step", "Write the whole plan");
  t.arrow("edit/step/" + toText(step().id) + "/owner", 0, 1);
  t.type("Due", "27 Nov");
  t.type("Link", "https://example.org/plan");
  t.press("Done changing");
  CHECK(*step().text == "Write the whole plan");
  CHECK(*step().link == "https://example.org/plan");
  CHECK(*step().due);
  CHECK(findAlive(t.only().people, *step().owner));
  t.press("Write the whole plan");
  CHECK(*step().done);
}

TEST_CASE("people: usual hours show when the days of both meet; other channels are a press away") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.type("Time zone", "Africa/Nairobi");
  CHECK(t.sees("Dark is night."));
  t.press("Usual hours, and other ways to reach");
  t.type("Usual hours, on their clock", "whenever");
  CHECK(t.sees("Not understood yet. Try “9-17”"));
  t.type("Usual hours, on their clock", "9-17");
  CHECK(t.only().people.begin()->second.hours->days[0].from == TimeOfDay{540});
  t.type("Phone", "+254 20 123");
  t.press("Phone: Amina");
  CHECK(t.platform.openedLinks.back() == "tel:+25420123");
}

TEST_CASE("people: the strip shows the day of the next session, by the clocks of that day") {
  Tester t;  // 26 October in Lisbon; New York's clocks go back on 1 November
  t.startWith("Amina Okafor", "10 Nov 16:00");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  t.type("Time zone", "America/New_York");
  for (const auto& [id, person] : t.only().people) {
    const std::string key = "person/" + toText(id);
    t.app->activate(key + "/more");
    t.settle();
    const std::string hours = id == *t.only().me ? "9-20" : "9-11";
    t.app->textChanged("edit/" + key + "/hours", hours);
    t.app->textDone("edit/" + key + "/hours", hours, false);
    t.settle();
  }
  CHECK_MESSAGE(t.sees("Your usual hours meet from 14:00 to 16:00"), t.screen());
}

TEST_CASE("steps: a date that counts from the start moves with it") {
  Tester t;
  t.startWith("Amina Okafor");
  t.go("#/m/" + toText(t.only().id));
  t.submit("Add a next step", "Write the plan");
  const auto step = [&]() -> const Step& { return t.only().steps.begin()->second; };
  t.press("More for “Write the plan”");
  t.press("Change");
  t.type("Due", "week 3");
  CHECK(*step().dueAfter == 21);
  CHECK_FALSE(*step().due);
  CHECK(t.sees("Day 21 from the start"));
  t.type("Due", "27 Nov");
  CHECK(*step().dueAfter == 0);
  CHECK(*step().due == dateOf({2026, 11, 27}));
}

TEST_CASE("checklist: renamed, and removed with its items; undo brings all back") {
  Tester t;
  t.startWith("Amina");
  t.go(mentorshipAddress(t.only().id, Screen::checklist));
  t.type("Name of the checklist", "First weeks");
  t.type("Checklist as Markdown", "Week 1:\n1. @amina Read the guide\n2) Say hello (day 3)\n");
  CHECK(t.sees("This becomes 2 items"));
  t.press("Add this checklist");
  const auto stepCalled = [&](std::string_view text) -> const Step* {
    for (const auto& [id, step] : t.only().steps) {
      if (isAlive(step) && *step.text == text) return &step;
    }
    return nullptr;
  };
  const Step* guide = stepCalled("Read the guide");
  REQUIRE(guide);
  CHECK(*t.only().people.at(*guide->owner).name == "Amina");
  CHECK(*guide->dueAfter == 7);
  REQUIRE(stepCalled("Say hello (day 3)"));
  CHECK(*stepCalled("Say hello (day 3)")->dueAfter == 3);
  t.press("More for “First weeks”");
  t.press("Rename");
  t.type("Name of the checklist", "The first month");
  CHECK(t.find("More for “The first month”"));
  t.press("More for “The first month”");
  t.press("Remove this checklist");
  CHECK_FALSE(t.sees("The first month"));
  CHECK_FALSE(stepCalled("Read the guide"));
  t.press("Undo this");
  CHECK(t.sees("The first month"));
  CHECK(stepCalled("Read the guide"));
}

}  // namespace cairn::library_test

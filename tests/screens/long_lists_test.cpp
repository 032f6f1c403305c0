// A file may hold thousands of anything. Whatever it is, a place draws a part of it, and the rest is one press away:
// a frame never gets slow by a file.
#include <doctest/doctest.h>

#include "any_value.hpp"
#include "imgui.h"
#include "screens/places.hpp"

namespace cairn::long_lists_test {

namespace {

constexpr int kMany = 600;
/// What a place draws with its own controls and the first part of each of its lists.
constexpr std::size_t kMostNodes = 1'500;

/// A mentorship with very many things of one collection, with every field set.
std::string manyOf(const Workspace& all, std::string_view collection, int count = kMany) {
  Workspace record;
  const auto& [id, mentorship] = *all.mentorships.begin();
  std::uint64_t counter = 0;
  const CollectionType& declared = *rootTypeOf<Mentorship>().find(collection);
  for (int at = 0; at < count; ++at) {
    Thing& thing = declared.in(record.at(id)).at(Id{8, static_cast<std::uint64_t>(at + 1)});
    forEachField(declared.type, [&](const FieldTraits& traits, auto place) {
      using Value = typename decltype(place)::Value;
      if constexpr (std::is_same_v<Value, Id>) {
        place.in(thing).addVersion({Id{}, {77, ++counter}, 1000});
      } else {
        const int nth = std::is_same_v<Value, Date> ? 700 + at % 3 : 2;
        place.in(thing).addVersion({tests::anyValue<Value>(traits, nth), {77, ++counter}, 1000});
      }
      if constexpr (std::is_same_v<Value, std::string>) {
        if (traits.name == "order") place.in(thing).set("n"), place.in(thing).sign({77, counter}, 1000);
      }
    });
  }
  return writeRecord(record);
}

/// One mentorship, begun by hand.
std::map<std::string, std::string> smallStore() {
  Tester t;
  t.startWith("Jonas Lindqvist", "today 9:00");
  return t.platform.files;
}

}  // namespace

TEST_CASE("long lists: with hundreds of anything, each place draws a part of it") {
  const auto store = smallStore();
  const Workspace all = over(store)->app->workspace();
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    if (declared.single) continue;
    CAPTURE(declared.name);
    auto files = store;
    files[recordPath(77, 1)] = manyOf(all, declared.name);
    const auto t = over(files);
    const Id& id = t->app->workspace().mentorships.begin()->first;
    std::vector<std::string> places{"#/", "#/calendar", "#/mentorships"};
    for (const Screen screen : {Screen::now, Screen::goals, Screen::story, Screen::together}) {
      places.push_back(mentorshipAddress(id, screen));
    }
    for (const auto view : {SessionView::prepare, SessionView::talk, SessionView::wrapUp}) {
      places.push_back(sessionAddress(id, all.mentorships.begin()->second.sessions.begin()->first, view));
    }
    for (const auto& place : places) {
      CAPTURE(place);
      t->go(place);
      CHECK(t->app->nodes().size() < kMostNodes);
    }
  }
}

TEST_CASE("long lists: a press draws more, and what is looked for is drawn wherever it stands") {
  auto files = smallStore();
  files[recordPath(77, 1)] = manyOf(over(files)->app->workspace(), "goals");
  const auto t = over(files);
  const Id id = t->only().id;
  t->go(mentorshipAddress(id, Screen::goals));
  const auto goalsDrawn = [&] {
    return std::count_if(t->app->nodes().begin(), t->app->nodes().end(), [](const auto& node) {
      return node.key.ends_with("/title") && node.role == semantics::Role::textField;
    });
  };
  const auto before = goalsDrawn();
  t->press("588 more");
  CHECK(goalsDrawn() == before + 60);
  t->press("528 more");
  CHECK(goalsDrawn() == 120);  // further on, the first ones go
  t->press("12 earlier");
  CHECK(goalsDrawn() == 120);
  CHECK_FALSE(t->sees("12 earlier"));
  const Id last{8, kMany};
  t->type("Aim", "Together");
  t->app->textChanged(textPath(id, "goals", last, "title"), "Zebra crossing");
  t->app->textDone(textPath(id, "goals", last, "title"), "Zebra crossing", false);
  t->settle();
  t->lookUp("Zebra");
  CHECK(t->find("Zebra crossing"));
  CHECK(goalsDrawn() < 120);
}

TEST_CASE("long lists: what is added at the end is drawn, however long the list is") {
  auto files = smallStore();
  files[recordPath(77, 1)] = manyOf(over(files)->app->workspace(), "goals");
  const auto t = over(files);
  t->watchesStore = false;
  t->go(mentorshipAddress(t->only().id, Screen::goals));
  for (int more = 0; more < 10; ++more) {  // to the end
    const auto& nodes = t->app->nodes();
    const auto next = std::find_if(nodes.begin(), nodes.end(), [](const auto& node) {
      return node.key.starts_with("goals/") && node.key.ends_with("/more");
    });
    if (next == nodes.end()) break;
    t->press(next->name);
  }
  t->submit("Add a goal", "One more at the end");
  CHECK(t->find("More for “One more at the end”"));
}

TEST_CASE("long lists: what comes by a file begins at its beginning") {
  Tester t;
  t.startWith("Amina");
  const Id id = t.only().id;
  t.go(mentorshipAddress(id, Screen::goals));
  t.submit("Add a goal", "The first of all");
  t.open(t.theirFile([](Mentorship& edit) {
    for (std::uint64_t at = 1; at <= 40; ++at) {
      Goal& goal = thingAt(edit.goals, Id{8, at});
      goal.title.set("From a file");
      goal.order.set("z" + std::to_string(at));
    }
  }));
  t.press("Take the changes");
  t.go(mentorshipAddress(id, Screen::goals));
  CHECK(t.find("More for “The first of all”"));
  CHECK(t.sees("29 more"));
}

TEST_CASE("long lists: on paper all of it is drawn, more than 16 bits have corners for") {
  constexpr std::size_t kCorners = 1U << 16U;
  auto files = smallStore();
  files[recordPath(77, 1)] = manyOf(over(files)->app->workspace(), "goals", 2'000);
  const auto t = over(files);
  t->go(mentorshipAddress(t->only().id, Screen::goals));
  t->app->setPaper(true);
  t->app->frame();
  CHECK(static_cast<std::size_t>(ImGui::GetDrawData()->TotalVtxCount) > kCorners);
  t->app->setPaper(false);
  t->settle();
}

}  // namespace cairn::long_lists_test

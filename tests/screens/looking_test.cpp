// Looking changes nothing, and what a person writes overwrites what they saw: walks over every field, opener and
// place of the page.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "codec/file.hpp"
#include "replica/merge.hpp"
#include "screens/places.hpp"

namespace cairn::looking_test {

namespace {

bool isField(const semantics::Node& node) {
  return node.role == semantics::Role::textField || node.role == semantics::Role::notesArea;
}

/// Keys of what is there now; the walk itself changes the list.
std::vector<semantics::Node> nodesOf(const Tester& t) { return t.app->nodes(); }

/// Into the field and out again, as Tab does or a window that loses the focus.
void visit(Tester& t, const semantics::Node& node) {
  t.app->focusChanged(node.key, true);
  t.settle();
  t.app->focusChanged("", false);
  t.app->textDone(node.key, inEditor(node), false);
  t.settle();
}

void open(Tester& t, const semantics::Node& node) {
  t.app->focusChanged(node.key, true);
  t.app->activate(node.key);
  t.settle();
  t.app->closePopup();
  t.settle();
}

/// Every field, opener and fold of the present place.
void lookAtAll(Tester& t) {
  unfoldAll(t);
  for (const auto& node : nodesOf(t)) {
    if (isField(node)) visit(t, node);
    if (!node.popup.empty() && !node.disabled) open(t, node);
    t.app->focusChanged(node.key, true);
  }
  t.app->wheel(600, 400, 300);
  t.settle();
  t.app->wheel(600, 400, -300);
  t.app->focusChanged("", false);
  t.platform.clock += 2'000;  // a draft would be stored by now
  t.settle();
  t.app->flush();
  t.settle();
}

/// What stands there otherwise.
template <class Value>
Value otherThan(const FieldTraits& declared, const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) return value + "x";
  if constexpr (std::is_same_v<Value, Date>) return Date{value ? value.days + 1 : 20'000};
  if constexpr (std::is_same_v<Value, TimeOfDay>) return TimeOfDay{value.minutes == 600 ? 660 : 600};
  if constexpr (std::is_same_v<Value, std::int64_t>) return value < declared.most ? value + 1 : value - 1;
  if constexpr (std::is_same_v<Value, bool>) return !value;
  if constexpr (std::is_same_v<Value, Decimal>) return Decimal{value.digits == "7" ? "8" : "7"};
  if constexpr (std::is_same_v<Value, Choice>)
    return Choice{(value.place + 1) % static_cast<int>(declared.words.size())};
  return value;  // ids must lead to something; usual hours have no other that is always right
}

constexpr std::string_view kKept[] = {"example", "hidden", "inPart", "endedOn", "stage", "outcome"};

/// Somebody else has changed nearly every field of everything there.
Workspace changedElsewhere(const Tester& t) {
  Workspace theirs;
  merge(theirs, t.app->workspace());
  Writers writers{77, 78, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  for (const auto& [id, root] : theirs.mentorships) {
    Mentorship& edit = command.edit.at(id);
    forEachThing(static_cast<const Root&>(root), rootTypeOf<Mentorship>(),
                 [&](const Thing& thing, const ThingType& type, std::string_view collection) {
                   if (!isAlive(thing, type)) return;
                   const CollectionType* declared = rootTypeOf<Mentorship>().find(collection);
                   Thing& said = declared ? declared->in(edit).at(thing.id) : edit;
                   forEachField(type, [&](const FieldTraits& traits, auto at) {
                     const bool kept = std::find(std::begin(kKept), std::end(kKept), traits.name) != std::end(kKept);
                     const auto& field = at.in(thing);
                     if (kept || at.in(thing).versions().empty()) return;
                     if constexpr (!std::is_same_v<typename decltype(at)::Value, Id>) {
                       at.in(said).set(otherThan(traits, field.get()));
                     }
                   });
                 });
  }
  const auto change = commit(theirs, command, writers, t.platform.clock);
  REQUIRE(change);
  return change->delta;
}

/// What of that is not live any more, though nobody has seen it.
std::vector<std::string> lostOf(const Workspace& arrived, const Workspace& model) {
  std::vector<std::string> lost;
  forEachPairOf(model, arrived, [&](const Thing* known, const Thing& said, const ThingType& type) {
    forEachField(type, [&](const FieldTraits& declared, auto at) {
      for (const auto& version : at.in(said).versions()) {
        const auto live = known ? at.in(*known).versions() : at.in(said).versions().subspan(1);
        const bool there =
            std::any_of(live.begin(), live.end(), [&](const auto& one) { return one.dot == version.dot; });
        if (!there) lost.emplace_back(declared.name);
      }
    });
  });
  return lost;
}

/// One after another what a field may understand, until one of them is.
constexpr const char* kTyped[] = {"Words of mine", "sat 10:15", "12", "9-17"};

const semantics::Node* byKey(const Tester& t, const std::string& key) {
  const auto& nodes = t.app->nodes();
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
  return found != nodes.end() ? &*found : nullptr;
}

/// Where the middle of a node is on screen.
std::pair<float, float> middleOnScreen(const Tester& t, const semantics::Node& node) {
  float scroll = 0;
  for (const auto* above = byKey(t, node.parent); above; above = byKey(t, above->parent)) scroll = above->scroll;
  return {node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2 - scroll};
}

/// The next box or button below that field, on screen.
std::optional<semantics::Node> below(const Tester& t, const std::string& field) {
  const semantics::Node* from = byKey(t, field);
  std::optional<semantics::Node> nearest;
  for (const auto& node : t.app->nodes()) {
    const bool isPressed = node.role == semantics::Role::button || node.role == semantics::Role::checkbox;
    const bool isBelow = from && node.parent == from->parent && node.rect.y >= from->rect.y + from->rect.height;
    if (!isPressed || !isBelow || node.disabled || (nearest && nearest->rect.y <= node.rect.y)) continue;
    if (const float y = middleOnScreen(t, node).second; y > 100 && y < 700) nearest = node;
  }
  return nearest;
}

bool opens(const semantics::Node& node) { return !node.popup.empty() && !node.disabled; }

bool isEntry(const semantics::Node& node) {
  return node.role == semantics::Role::option || node.role == semantics::Role::menuItem ||
         node.role == semantics::Role::gridCell;
}

std::unique_ptr<Tester> at(const std::map<std::string, std::string>& store, const std::string& place) {
  auto t = over(store);
  t->watchesStore = false;  // what arrives in these tests was never stored
  t->go(place);
  unfoldAll(*t);
  return t;
}

/// Visits each such node of every place; of those that differ by their ids alone, one.
void forEachKind(const std::map<std::string, std::string>& store, bool (*isWanted)(const semantics::Node&),
                 const std::function<void(const std::string& place, const semantics::Node&)>& visitNode) {
  static const std::regex kId("[0-9a-hjkmnp-tv-z]{16}");
  std::set<std::string> seen;
  for (const auto& place : everyPlace(*over(store))) {
    const auto nodes = at(store, place)->app->nodes();
    for (const auto& node : nodes) {
      const bool again = !isWanted(node) || node.key.starts_with("find/") ||
                         !seen.insert(std::regex_replace(place + " " + node.key, kId, "")).second;
      if (!again) visitNode(place, node);
    }
  }
}

}  // namespace

TEST_CASE("looking: every field, opener and fold of every place is visited, and nothing is written") {
  const auto store = everydayStore();
  const auto t = over(store);
  const auto before = t->platform.files;
  std::size_t fields = 0;
  for (const auto& place : everyPlace(*t)) {
    t->go(place);
    lookAtAll(*t);
    fields += static_cast<std::size_t>(std::count_if(t->app->nodes().begin(), t->app->nodes().end(), isField));
    REQUIRE_MESSAGE(t->platform.files == before, place << " has written something");
  }
  MESSAGE(fields << " fields visited");
  CHECK(fields > 100);
  CHECK_FALSE(t->app->nodes().empty());
}

TEST_CASE("looking: with two versions in every field that can have them, a visit chooses none") {
  const auto t = over(everydayStore());
  const Workspace arrived = changedElsewhere(*t);
  // Both sides have written without sight of each other.
  Workspace mine = t->app->workspace();
  Writers other{79, 80, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  for (const auto& [id, root] : arrived.mentorships) {
    for (const auto& [session, unused] : root.sessions) {
      thingAt(command.edit.at(id).sessions, session).notes.set("Mine\r\nin two lines");
      thingAt(command.edit.at(id).sessions, session).date.set(dateOf({2027, 1, 5}));
      thingAt(command.edit.at(id).sessions, session).takeaway.set("Mine");
    }
    for (const auto& [goal, unused] : root.goals) {
      thingAt(command.edit.at(id).goals, goal).title.set("Mine\nin two lines");
      thingAt(command.edit.at(id).goals, goal).due.set(dateOf({2027, 1, 5}));
    }
    for (const auto& [step, unused] : root.steps) thingAt(command.edit.at(id).steps, step).text.set("Mine");
  }
  const auto change = commit(mine, command, other, t->platform.clock);
  REQUIRE(change);
  t->app->followed({{recordPath(77, 1), writeRecord(arrived)}, {recordPath(79, 1), writeRecord(change->delta)}});
  t->watchesStore = false;
  t->settle();
  const std::string model = t->now();
  const auto before = t->platform.files;
  for (const auto& place : everyPlace(*t)) {
    t->go(place);
    lookAtAll(*t);
    REQUIRE_MESSAGE(t->now() == model, place << " has chosen a version");
    REQUIRE_MESSAGE(t->platform.files == before, place << " has written something");
  }
}

TEST_CASE("writing: what arrives while a field is being edited stays beside what is written, in every field") {
  const auto store = everydayStore();
  std::size_t edited = 0;
  forEachKind(store, isField, [&](const std::string& place, const semantics::Node& node) {
    for (const std::string typed : kTyped) {
      const auto t = at(store, place);
      t->app->focusChanged(node.key, true);
      t->settle();
      const Workspace arrived = changedElsewhere(*t);
      t->app->followed({{recordPath(77, 1), writeRecord(arrived)}});
      t->app->textChanged(node.key, typed);
      t->settle();
      const std::string arrivedAlone = t->now();
      t->app->focusChanged("", false);
      t->app->textDone(node.key, typed, false);
      t->settle();
      const auto lost = lostOf(arrived, t->app->workspace());
      CHECK_MESSAGE(lost.empty(), place << ": " << node.key << " has overwritten " << lost.front());
      if (t->now() == arrivedAlone) continue;
      ++edited;
      break;
    }
  });
  MESSAGE(edited << " fields edited");
  CHECK(edited > 20);
}

TEST_CASE("writing: what arrives while a picker or a menu is open stays beside what is chosen, in every one") {
  const auto store = everydayStore();
  std::size_t chosen = 0;
  forEachKind(store, opens, [&](const std::string& place, const semantics::Node& node) {
    // Each entry of a short menu; of a long list the first that is not what stands there.
    for (std::size_t entry = 0; entry < 12; ++entry) {
      const auto t = at(store, place);
      t->app->focusChanged(node.key, true);
      t->app->activate(node.key);
      t->settle();
      const auto nodes = t->app->nodes();
      std::vector<std::string> entries;
      for (const auto& one : nodes) {
        if (isEntry(one) && !one.checked && !one.disabled) entries.push_back(one.key);
      }
      if (entry >= entries.size() || (entry > 0 && entries.size() > 12)) break;
      const Workspace arrived = changedElsewhere(*t);
      t->app->followed({{recordPath(77, 1), writeRecord(arrived)}});
      t->settle();
      const std::string arrivedAlone = t->now();
      t->app->activate(entries[entry]);
      t->settle();
      const auto lost = lostOf(arrived, t->app->workspace());
      CHECK_MESSAGE(lost.empty(), place << ": " << entries[entry] << " has overwritten " << lost.front());
      chosen += t->now() == arrivedAlone ? 0 : 1;
    }
  });
  MESSAGE(chosen << " entries chosen");
  CHECK(chosen > 20);
}

TEST_CASE("leaving: what a field means is done when it is left, and no frame after that changes anything") {
  const auto store = everydayStore();
  std::size_t changed = 0;
  forEachKind(store, isField, [&](const std::string& place, const semantics::Node& node) {
    for (const bool submitted : {false, true}) {
      for (const std::string typed : kTyped) {
        const auto t = at(store, place);
        t->app->focusChanged(node.key, true);
        t->app->textChanged(node.key, typed);
        t->settle();
        const std::string before = t->now();
        t->app->textDone(node.key, typed, submitted);
        const std::string done = t->now();
        t->settle();
        CHECK_MESSAGE(t->now() == done, place << ": " << node.key << " with \"" << typed << "\" waits for a frame");
        if (done == before) continue;
        ++changed;
        break;
      }
    }
  });
  MESSAGE(changed << " edits");
  CHECK(changed > 40);
}

/// A draft is stored some time after its last key.
static std::string screenWhenStored(Tester& t) {
  t.platform.clock += 1'000;
  t.settle();
  return t.screen();
}

TEST_CASE("leaving: Escape takes back what was typed, and the same words typed again count like the first") {
  const auto store = everydayStore();
  std::size_t changed = 0;
  forEachKind(store, isField, [&](const std::string& place, const semantics::Node& node) {
    if (place.starts_with("#/start/")) return;  // what its fields hold is being typed, and Escape takes all of that
    for (const std::string typed : kTyped) {
      const auto typeAndLeave = [&](Tester& t) {
        t.app->textChanged(node.key, typed);
        t.app->textDone(node.key, typed, false);
        return screenWhenStored(t);
      };
      const auto once = at(store, place);
      once->app->focusChanged(node.key, true);
      const std::string before = screenWhenStored(*once);
      const std::string wanted = typeAndLeave(*once);
      changed += wanted == before ? 0 : 1;

      const auto again = at(store, place);
      again->app->focusChanged(node.key, true);
      again->app->textChanged(node.key, typed);
      again->settle();
      again->app->textCancelled(node.key);
      CHECK_MESSAGE(again->platform.shownInField == std::pair(node.key, node.value), place << ": " << node.key);
      CHECK_MESSAGE(screenWhenStored(*again) == before, place << ": " << node.key << " after Escape");
      CHECK_MESSAGE(typeAndLeave(*again) == wanted, place << ": " << node.key << " with \"" << typed << "\" again");
    }
  });
  MESSAGE(changed << " edits");
  CHECK(changed > 40);
}

TEST_CASE("leaving: a press elsewhere means what was seen there, though the edit moves it away") {
  const auto store = everydayStore();
  std::size_t moved = 0;
  forEachKind(store, isField, [&](const std::string& place, const semantics::Node& node) {
    for (const std::string typed : kTyped) {
      // What is pressed is the next box or button below the field.
      const auto begun = [&] {
        auto t = at(store, place);
        t->app->focusChanged(node.key, true);
        t->app->textChanged(node.key, typed);
        t->settle();
        return t;
      };
      const auto pressed = begun();
      const auto target = below(*pressed, node.key);
      if (!target) return;
      const auto [x, y] = middleOnScreen(*pressed, *target);
      pressed->app->pointer(PointerKind::mouse, PointerPhase::move, x, y);
      pressed->settle();
      pressed->app->pointer(PointerKind::mouse, PointerPhase::down, x, y);
      pressed->app->focusChanged("", false);
      pressed->app->textDone(node.key, typed, false);
      pressed->settle();
      pressed->app->pointer(PointerKind::mouse, PointerPhase::up, x, y);
      pressed->settle();

      const auto inTurn = begun();
      inTurn->app->focusChanged("", false);
      inTurn->app->textDone(node.key, typed, false);
      inTurn->settle();
      const semantics::Node* now = byKey(*inTurn, target->key);
      if (!now) continue;
      moved += now->rect.y == target->rect.y ? 0 : 1;
      inTurn->app->activate(target->key);
      inTurn->settle();
      CHECK_MESSAGE(pressed->screen() == inTurn->screen(), place << ": " << target->key << " below " << node.key);
    }
  });
  MESSAGE(moved << " moved away");
  CHECK(moved > 0);
}

}  // namespace cairn::looking_test

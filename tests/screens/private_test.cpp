// What only I see: nothing of it leaves, by any exit, and no file of others touches it.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "codec/file.hpp"
#include "replica/merge.hpp"
#include "screens/places.hpp"

namespace cairn::private_test {

namespace {

using Store = std::map<std::string, std::string>;

/// Everything that has left: through each exit of the platform, and by the address and the title.
std::vector<std::string> leftOf(const Tester& t) {
  std::vector<std::string> all;
  for (const auto& [name, bytes] : t.platform.savedFiles) all.push_back(name + "\n" + bytes);
  all.insert(all.end(), t.platform.openedLinks.begin(), t.platform.openedLinks.end());
  all.insert(all.end(), {t.platform.clipboard, t.platform.shared, t.platform.linked.second, t.platform.title});
  return all;
}

/// The same store, but with other private words in everything that has any.
Store withOtherSecrets(const Store& store) {
  const auto t = over(store);
  Command command{CommandName::textEdit, {}, {}};
  Workspace model = t->app->workspace();
  std::size_t changed = 0;
  for (const auto& [id, root] : model.mentorships) {
    Mentorship& edit = command.edit.at(id);
    for (const auto& [session, unused] : root.sessions) {
      thingAt(edit.sessions, session).privateNotes.set("SECRET notes"), ++changed;
    }
    for (const auto& [person, unused] : root.people) thingAt(edit.people, person).remember.set("SECRET to remember");
    PrivateLine& line = thingAt(edit.privateLines, Id{9, 9});
    line.text.set("SECRET line");
    PrivateAnswer& answer = thingAt(edit.privateAnswers, Id{9, 8});
    if (!root.reviews.empty()) {
      answer.review.set(root.reviews.begin()->first);
      answer.question.set("SECRET question");
      answer.text.set("SECRET answer");
    }
  }
  CHECK(changed > 0);
  Writers writers{0, 79, 1, 1, 0};
  const auto change = commit(model, command, writers, t->platform.clock);
  REQUIRE(change);
  Store other = store;
  other[recordPath(79, 1)] = writeRecord(change->delta);
  other[trashPath(79, 2)] =
      "cairn-trash 1 1793000000000\n0000000000000001/goals/0000000000000002\n\n" + writeRecord(Workspace{});
  other["drafts/0/new.private.line"] = "=SECRET draft";
  return other;
}

std::unique_ptr<Tester> at(const Store& store, const std::string& place) {
  auto t = over(store);
  t->platform.sharing = true;
  t->watchesStore = false;
  t->go(place);
  unfoldAll(*t);
  return t;
}

bool isPressed(const semantics::Node& node) {
  using semantics::Role;
  return (node.role == Role::button || node.role == Role::link || node.role == Role::menuItem) && !node.disabled;
}

/// Two people in lockstep: the same presses at the same places.
struct Pair {
  std::unique_ptr<Tester> plain;
  std::unique_ptr<Tester> secret;

  void each(const std::function<void(Tester&)>& act) const {
    act(*plain);
    act(*secret);
  }
  /// Presses; true where something left.
  bool press(const std::string& key) const {
    const auto before = leftOf(*plain);
    each([&](Tester& t) {
      t.app->activate(key);
      t.settle();
    });
    return leftOf(*plain) != before;
  }
};

std::vector<std::string> keysOf(const Tester& t, bool (*isWanted)(const semantics::Node&)) {
  std::vector<std::string> keys;
  for (const auto& node : t.app->nodes()) {
    if (isWanted(node)) keys.push_back(node.key);
  }
  return keys;
}
bool isMenuItem(const semantics::Node& node) { return node.role == semantics::Role::menuItem && !node.disabled; }

/// The private lane of everything, as bytes.
std::string privateLaneOf(const Workspace& workspace) {
  std::string lane;
  forEachThingOf(workspace, [&](const Thing& thing, const ThingType& type, std::string_view) {
    forEachField(type, [&](const FieldTraits& declared, auto at) {
      // Up to when they have what I wrote is noted by my own page.
      if (declared.lane != Lane::own || declared.name == "theyHave" || at.in(thing).silent()) return;
      lane += toText(thing.id) + "." + std::string(declared.name);
      for (const auto& version : at.in(thing).versions()) {
        lane += " " + std::to_string(version.dot.writer) + ":" + std::to_string(version.dot.counter);
        if constexpr (std::is_same_v<typename decltype(at)::Value, std::string>) lane += version.value;
      }
      lane += "\n";
    });
  });
  return lane;
}

}  // namespace

TEST_CASE("private: two stores that differ in what is private alone give the same bytes at every exit") {
  const Store plain = everydayStore();
  const Store secret = withOtherSecrets(plain);
  static const std::regex kId("[0-9a-hjkmnp-tv-z]{16}|[0-9]+");
  std::set<std::string> seen;
  std::set<std::string> exits;
  for (const auto& place : everyPlace(*over(plain))) {
    const Pair pair{at(plain, place), at(secret, place)};
    const auto look = [&](const std::string& key) {
      if (!pair.press(key)) return;
      exits.insert(std::regex_replace(key, kId, ""));
      CHECK_MESSAGE(leftOf(*pair.plain) == leftOf(*pair.secret), place << ": " << key << " gives away what is private");
    };
    const auto again = [&] {
      pair.each([&](Tester& t) {
        t.app->closePopup();
        t.go(place);
        unfoldAll(t);
      });
    };
    for (const auto& key : keysOf(*pair.plain, isPressed)) {
      // Keeping everything for oneself is meant to hold it all. One of a kind is enough.
      const bool kept = key.find("keep-file") != std::string::npos || key.find("remove") != std::string::npos;
      if (kept || !seen.insert(std::regex_replace(place + key, kId, "")).second) continue;
      again();
      look(key);
      const std::size_t entries = keysOf(*pair.plain, isMenuItem).size();
      for (std::size_t entry = 0; entry < entries; ++entry) {
        if (entry > 0) {
          again();
          pair.press(key);
        }
        const auto items = keysOf(*pair.plain, isMenuItem);
        if (entry < items.size()) look(items[entry]);
      }
    }
  }
  MESSAGE(exits.size() << " exits pressed");
  CHECK(exits.size() > 10);
  const auto one = over(plain);
  const auto other = over(secret);
  for (const auto& [id, mentorship] : one->app->workspace().mentorships) {
    for (const Audience audience : {Audience::otherSide, Audience::programme}) {
      CHECK(writeFile(mentorship, audience) == writeFile(other->app->workspace().mentorships.at(id), audience));
    }
  }
}

TEST_CASE("private: while presenting, and on paper, all that is on screen is the same without it") {
  const Store plain = everydayStore();
  const Store secret = withOtherSecrets(plain);
  std::size_t presented = 0;
  for (const auto& place : everyPlace(*over(plain))) {
    for (const bool paper : {false, true}) {
      const auto one = at(plain, place);
      const auto other = at(secret, place);
      if (paper) {
        one->app->setPaper(true);
        other->app->setPaper(true);
      } else if (!one->app->shortcut("Ctrl+.", false) || !other->app->shortcut("Ctrl+.", false)) {
        continue;
      }
      one->settle();
      other->settle();
      if (paper) {
        CHECK_MESSAGE(other->screen().find("SECRET") == std::string::npos, place << " prints what is private");
        continue;
      }
      ++presented;
      CHECK_MESSAGE(one->screen() == other->screen(), place << " presents what is private");
      CHECK(one->platform.title == other->platform.title);
    }
  }
  CHECK(presented > 2);
}

TEST_CASE("presenting: it stays at its session over Back, another address and a reload, until it is ended") {
  const Store store = everydayStore();
  const auto t = over(store);
  std::vector<std::string> sessions;
  for (const auto& place : everyPlace(*t)) {
    if (place.find("/talk") != std::string::npos) sessions.push_back(place);
  }
  REQUIRE(sessions.size() > 1);
  t->go(sessions.front());
  t->press("Presenting");
  const std::string shown = t->screen();
  for (const std::string& place : {sessions.back(), std::string("#/"), std::string("#/settings")}) {
    t->go(place);
    CHECK_MESSAGE(t->screen() == shown, place);
  }
  t->reload();
  CHECK(t->screen() == shown);
  t->press("Stop presenting");
  t->reload();
  CHECK(t->find("Settings"));
}

TEST_CASE("private: a file of others leaves my private lane as it is, whole or edited by hand, in every field") {
  const Store store = withOtherSecrets(everydayStore());
  for (const bool byHand : {false, true}) {
    const auto t = over(store);
    const Id id = std::find_if(t->app->workspace().mentorships.begin(), t->app->workspace().mentorships.end(),
                               [](const auto& one) { return !*one.second.example; })
                      ->first;
    Workspace theirs;
    theirs.mentorships.emplace(id, t->app->workspace().mentorships.at(id));
    Command command{CommandName::textEdit, {}, {}};
    const Mentorship& known = theirs.mentorships.at(id);
    forEachThing(static_cast<const Root&>(known), rootTypeOf<Mentorship>(),
                 [&](const Thing& thing, const ThingType& type, std::string_view collection) {
                   const CollectionType* declared = rootTypeOf<Mentorship>().find(collection);
                   Mentorship& edit = command.edit.at(id);
                   Thing& said = declared ? declared->in(edit).at(thing.id) : edit;
                   forEachField(type, [&](const FieldTraits& traits, auto field) {
                     if (traits.lane != Lane::own || traits.required) return;
                     using Value = typename decltype(field)::Value;
                     if constexpr (std::is_same_v<Value, std::string>) field.in(said).set("");
                     if constexpr (std::is_same_v<Value, bool>) field.in(said).set(!field.in(thing).get());
                     if constexpr (std::is_same_v<Value, std::int64_t>) field.in(said).set(4'000'000'000'000);
                   });
                 });
    command.edit.at(id).aim.set("What they want");
    Writers writers{77, 78, 1, 1, 0};
    REQUIRE(commit(theirs, command, writers, t->platform.clock));
    std::string text = writeFile(theirs.mentorships.at(id), Audience::myself);
    if (byHand) text.replace(text.find("What they want"), 14, "What they need");
    const std::string before = privateLaneOf(t->app->workspace());
    const Id me = *t->app->workspace().mentorships.at(id).me;
    t->open(text);
    CHECK_FALSE(t->sees("SECRET"));
    t->press("Take the changes");
    const Mentorship& after = t->app->workspace().mentorships.at(id);
    CHECK(*after.aim == (byHand ? "What they need" : "What they want"));
    CHECK(privateLaneOf(t->app->workspace()) == before);
    CHECK(*after.me == me);
    if (byHand) continue;
    // Who says that it is their own copy has it whole.
    t->open(text);
    t->press("This is my own copy");
    t->press("Take the changes");
    CHECK(privateLaneOf(t->app->workspace()) != before);
  }
}

TEST_CASE("private: what an opened file removes is named first, and waits where removed things wait") {
  const auto t = over(everydayStore());
  const auto found = std::find_if(t->app->workspace().mentorships.begin(), t->app->workspace().mentorships.end(),
                                  [](const auto& one) { return !*one.second.example; });
  const Id id = found->first;
  Mentorship theirs;
  theirs.id = id;
  Mentorship mine = found->second;
  stripPrivate(mine);
  for (const auto& [goal, unused] : mine.goals) {
    Context& deleted = thingAt(theirs.goals, goal).deleted;
    forEachStored(unused, [&](const auto& field, Lane lane) {
      if (lane == Lane::shared) deleted.join(field.seen());
    });
  }
  thingAt(theirs.steps, Id{5, 5}).text.addVersion({"A new step", {77, 1}, 1000});
  t->open(writeFile(theirs, Audience::otherSide));
  const auto& shown = t->app->nodes();
  const auto removed = std::find_if(shown.begin(), shown.end(), [](const auto& node) {
    return node.name.find("Lead a release") != std::string::npos;
  });
  const auto added = std::find_if(shown.begin(), shown.end(), [](const auto& node) {
    return node.name.find("New next step: A new step") != std::string::npos;
  });
  CHECK_MESSAGE((removed < added && added != shown.end()), t->screen());
  t->press("Take the changes");
  CHECK(t->app->workspace().mentorships.at(id).goals.size() == mine.goals.size());
  t->reload();
  t->go("#/settings");
  CHECK_MESSAGE(t->sees("Bring back"), t->screen());
  t->press("Bring back");
  t->press("Close");
  t->go(mentorshipAddress(id, Screen::goals));
  CHECK(t->sees("Lead a release"));
}

}  // namespace cairn::private_test

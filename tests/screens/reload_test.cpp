// Reload after every command: what was saved is what is shown, after a reload and in another tab, whatever was
// done in whatever order. The tester holds that after each step (Tester::watchStore); here is what draws from
// everything that can be done, and holds that no command was left out.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <regex>

#include "app/phrases.hpp"
#include "screens/every_command.hpp"
#include "screens/places.hpp"

using namespace cairn;

namespace {

using Drawn = std::set<CommandName>;

/// Takes the last command back and does it again. Its name is the one in "Undone: …".
void undoAndRedo(Tester& t, Drawn& drawn) {
  if (!t.app->shortcut("Ctrl+Z", false)) return;
  t.settle();
  std::string said;
  for (const auto& node : t.app->nodes()) said += node.name + "\n";
  for (std::size_t at = 0; at < kCommandNames; ++at) {
    const auto name = static_cast<CommandName>(at);
    if (said.find(": " + std::string(doneWords(name))) != std::string::npos) drawn.insert(name);
  }
  t.app->shortcut("Ctrl+Shift+Z", false);
  t.settle();
}

class Walk {
 public:
  /// `used`: how often each kind of thing was pressed, in all walks; what was pressed least comes first.
  Walk(Tester& t, std::uint64_t seed, std::map<std::string, int>& used)
      : t_(t), random_(seed), used_(used), places_(everyPlace(t)) {}

  void step() {
    switch (number(12)) {
      case 0:
      case 1: return t_.go(places_[number(places_.size())]);
      case 2: return t_.reload();
      case 3: t_.platform.clock += static_cast<Instant>(number(5)) * kDay / 3; return t_.settle();
      case 4:
      case 5:
      case 6: return type();
      default: return press();
    }
  }

 private:
  std::size_t number(std::size_t below) { return static_cast<std::size_t>(random_() % below); }

  template <class Wanted>
  const semantics::Node* any(Wanted&& wanted) {
    std::vector<const semantics::Node*> all;
    for (const auto& node : t_.app->nodes()) {
      if (wanted(node) && !node.disabled) all.push_back(&node);
    }
    if (all.empty()) return nullptr;
    std::shuffle(all.begin(), all.end(), random_);
    const auto* node = *std::min_element(all.begin(), all.end(), [&](const auto* one, const auto* other) {
      return used_[kindOf(one->key)] < used_[kindOf(other->key)];
    });
    ++used_[kindOf(node->key)];
    return node;
  }
  static std::string kindOf(const std::string& key) {
    static const std::regex kId("[0-9a-hjkmnp-tv-z]{16}|[0-9]+");
    return std::regex_replace(key, kId, "");
  }
  void press() {
    const auto* node = any([](const semantics::Node& one) {
      using semantics::Role;
      return one.role == Role::button || one.role == Role::checkbox || one.role == Role::toggle ||
             one.role == Role::radio || one.role == Role::menuItem || one.role == Role::option ||
             one.role == Role::gridCell || one.role == Role::link;
    });
    if (!node) return;
    const std::string key = node->key;
    t_.app->focusChanged(key, true);
    t_.app->activate(key);
    t_.settle();
    if (t_.app->workspace().mentorships.size() > 12) t_.reload();
  }
  void type() {
    const auto* node = any([](const semantics::Node& one) {
      return one.role == semantics::Role::textField || one.role == semantics::Role::notesArea;
    });
    if (!node) return;
    constexpr const char* kTexts[] = {"Some words", "fri 16:00",  "5 Dec", "3",     "every 2 weeks, thu 16:00",
                                      "",           "@jonas ask", "9-17",  "week 3"};
    const std::string key = node->key;
    t_.app->focusChanged(key, true);
    t_.settle();
    const std::string text = kTexts[number(std::size(kTexts))];
    t_.app->textChanged(key, text);
    t_.settle();
    t_.app->textDone(key, text, number(2) == 0);
    t_.settle();
  }

  Tester& t_;
  std::mt19937_64 random_;
  std::map<std::string, int>& used_;
  std::vector<std::string> places_;
};

}  // namespace

TEST_CASE("reload: after each of many random steps, what was saved is what is shown") {
  const auto store = everydayStore();
  Drawn drawn;
  std::map<std::string, int> used;
  for (const std::uint64_t seed : {1U, 2U}) {
    const auto t = over(store);
    Walk walk(*t, seed, used);
    for (int step = 0; step < 250; ++step) {
      const int saves = t->platform.saves;
      walk.step();
      if (t->platform.saves != saves) undoAndRedo(*t, drawn);
    }
  }
  CHECK(drawn.size() > 15);
}

namespace {

void pressKeys(Tester& t, const std::string& keys) {
  CHECK_MESSAGE(t.app->shortcut(keys, false), keys << " does nothing on\n" << t.screen());
  t.settle();
}

bool showsWhatIsGone(const Tester& t) {
  return t.sees(std::string(say(S::missing_title))) || t.sees(std::string(say(S::missing_session_title)));
}

}  // namespace

TEST_CASE("reload: each command, taken back, done again and reloaded, shows what was saved") {
  const auto store = everydayStore();
  for (std::size_t at = 0; at < kCommandNames; ++at) {
    const auto name = static_cast<CommandName>(at);
    const std::string words(doneWords(name));
    CAPTURE(words);
    const auto t = over(store);
    const int saves = t->platform.saves;
    perform(*t, name);
    const bool happened = t->platform.saves > saves;
    CHECK_MESSAGE(happened, "nobody can do this on screen");
    if (!happened) continue;
    if (name != CommandName::handOver) {  // what has left is not taken back
      pressKeys(*t, "Ctrl+Z");
      CHECK_MESSAGE(t->sees(": " + words), t->screen());
      CHECK_MESSAGE(!showsWhatIsGone(*t), t->screen());
      pressKeys(*t, "Ctrl+Shift+Z");
      CHECK_MESSAGE(t->sees("Done again: " + words), t->screen());
      CHECK_MESSAGE(!showsWhatIsGone(*t), t->screen());
    }
    const std::string before = t->now();
    CHECK(t->afterReload() == before);
    t->reload();
    CHECK(t->now() == before);
    CHECK_MESSAGE(t->faults.empty(), t->faultText());
  }
}

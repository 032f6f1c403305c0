// Reload after every command: what was saved is what is shown, after a reload and in another tab, whatever was
// done in whatever order. The tester holds that after each step (Tester::watchStore); here is what draws from
// everything that can be done, and holds that no command was left out.
#include <doctest/doctest.h>

#include "screens/every_command.hpp"
#include "screens/places.hpp"
#include "screens/random_walk.hpp"
#include "words/phrases.hpp"

namespace cairn::reload_test {

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
    if (said.find(": " + std::string(doneWords(english(), name))) != std::string::npos) drawn.insert(name);
  }
  t.app->shortcut("Ctrl+Shift+Z", false);
  t.settle();
}

}  // namespace

TEST_CASE("reload: after each of many random steps, what was saved is what is shown") {
  const auto store = everydayStore();
  Drawn drawn;
  std::map<std::string, int> used;
  for (const std::uint64_t seed : {1U, 2U}) {
    const auto t = over(store);
    RandomWalk walk(*t, seed, used);
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
  return t.sees(std::string(say(english(), S::missing_title))) ||
         t.sees(std::string(say(english(), S::missing_session_title)));
}

}  // namespace

TEST_CASE("reload: each command, taken back, done again and reloaded, shows what was saved") {
  const auto store = everydayStore();
  for (std::size_t at = 0; at < kCommandNames; ++at) {
    const auto name = static_cast<CommandName>(at);
    const std::string words(doneWords(english(), name));
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
  }
}

}  // namespace cairn::reload_test

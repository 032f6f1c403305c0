// Texts that break programs (../shared/data/naughty-strings.json), on screen.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "codec/file.hpp"
#include "journal/journal.hpp"
#include "screens/tester.hpp"
#include "support.hpp"

namespace cairn::naughty_test {
using namespace cairn::tests;

TEST_CASE("naughty strings: every one stands on the screen as it was written, as a name, an item and as notes") {
  const std::vector<std::string> texts = naughtyStrings();
  if (texts.empty()) return;
  Tester t;
  t.startWith("Amina");
  t.press("Talk");
  const Id root = t.only().id;
  const Id session = t.only().sessions.begin()->first;
  std::uint64_t at = 0;
  for (const auto& text : texts) {
    if (trimmed(text).empty()) continue;
    ++at;
    Command command{CommandName::textEdit, {}, {}};
    Mentorship& edit = command.edit.at(root);
    thingAt(edit.sessions, session).notes.set(text);
    Step& step = thingAt(edit.steps, Id{9, 1});
    step.text.set(text);
    step.homeKind.set(HomeKind::session);
    step.home.set(session);
    Writers writers{77, 78, at, at, 0};
    Workspace model = t.app->workspace();
    const auto change = commit(model, command, writers, t.platform.clock + static_cast<Instant>(at));
    REQUIRE(change);
    t.app->followed({{recordPath(77, at), writeRecord(change->delta)}});
    t.settle();
    const auto& nodes = t.app->nodes();
    CAPTURE(text);
    CHECK(std::any_of(nodes.begin(), nodes.end(),
                      [&](const auto& node) { return node.role == semantics::Role::checkbox && node.name == text; }));
    CHECK(std::any_of(nodes.begin(), nodes.end(),
                      [&](const auto& node) { return node.role == semantics::Role::notesArea && node.value == text; }));
  }
  CHECK(at > 450);
}

}  // namespace cairn::naughty_test

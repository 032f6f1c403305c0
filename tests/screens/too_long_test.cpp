// What is too long for its field stays where it was written, is told, and is there again after a reload: in every
// field of every place.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "screens/places.hpp"

namespace cairn::too_long_test {

namespace {

/// Longer than any field but notes may be (docs/format.md).
const std::string& tooLong() {
  static const std::string text(8'001, 'x');
  return text;
}

/// A field of the model, by its text path; composers and what is looked for are none.
bool isOfModel(const semantics::Node& node) {
  const bool isComposer = node.key.starts_with("new/");
  return node.role == semantics::Role::textField && !isComposer && node.key.size() > 16 && node.key[16] == '/';
}

const semantics::Node* byKey(const Tester& t, const std::string& key) {
  const auto& nodes = t.app->nodes();
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.key == key; });
  return found == nodes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("too long: in every field the words stay, the person is told, and a reload has them again") {
  const auto store = everydayStore();
  const auto t = over(store);
  std::set<std::string> seen;
  for (const auto& place : everyPlace(*t)) {
    t->go(place);
    unfoldAll(*t);
    const std::vector<semantics::Node> nodes = t->app->nodes();
    for (const auto& node : nodes) {
      if (!isOfModel(node) || !seen.insert(node.key).second) continue;
      CAPTURE(place);
      CAPTURE(node.key);
      const auto fresh = over(store);
      fresh->go(place);
      unfoldAll(*fresh);
      if (!byKey(*fresh, node.key)) continue;
      fresh->app->focusChanged(node.key, true);
      fresh->app->textChanged(node.key, tooLong());
      fresh->app->textDone(node.key, tooLong(), false);
      fresh->app->focusChanged("", false);
      fresh->settle();
      CHECK(fresh->sees("That did not work"));
      fresh->platform.clock += 2'000;
      fresh->settle();
      fresh->reload();
      fresh->go(place);
      unfoldAll(*fresh);
      const auto* again = byKey(*fresh, node.key);
      REQUIRE(again);
      CHECK(again->value == tooLong());
    }
  }
  CHECK(seen.size() > 10);
}

}  // namespace cairn::too_long_test

#include "screens/random_walk.hpp"

#include <algorithm>
#include <regex>

#include "screens/places.hpp"

namespace cairn {
namespace {

std::string kindOf(const std::string& key) {
  static const std::regex kId("[0-9a-hjkmnp-tv-z]{16}|[0-9]+");
  return std::regex_replace(key, kId, "");
}

bool canBePressed(const semantics::Node& one) {
  using semantics::Role;
  return one.role == Role::button || one.role == Role::checkbox || one.role == Role::toggle ||
         one.role == Role::radio || one.role == Role::menuItem || one.role == Role::option ||
         one.role == Role::gridCell || one.role == Role::link;
}

}  // namespace

RandomWalk::RandomWalk(Tester& t, std::uint64_t seed, std::map<std::string, int>& used)
    : t_(t), random_(seed), used_(used), places_(everyPlace(t)) {}

void RandomWalk::step() {
  switch (number(13)) {
    case 0:
    case 1: return t_.go(places_[number(places_.size())]);
    case 2: return t_.reload();
    case 3: t_.platform.clock += static_cast<Instant>(number(5)) * kDay / 3; return t_.settle();
    case 4: return jumpInTime();
    case 5:
    case 6:
    case 7: return type();
    default: return press();
  }
}

void RandomWalk::jumpInTime() {
  constexpr Instant kYear = 365 * kDay;
  const Instant by = jumped_ != 0 ? -jumped_ : (static_cast<Instant>(number(141)) - 70) * kYear;
  jumped_ += by;
  t_.platform.clock += by;
  t_.settle();
}

template <class Wanted>
const semantics::Node* RandomWalk::any(Wanted&& wanted) {
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

void RandomWalk::press() {
  const auto* node = any(canBePressed);
  if (!node) return;
  const std::string key = node->key;
  t_.app->focusChanged(key, true);
  t_.app->activate(key);
  t_.settle();
  if (t_.app->workspace().mentorships.size() > 12) t_.reload();
}

void RandomWalk::type() {
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

}  // namespace cairn

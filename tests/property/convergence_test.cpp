// Copies that exchange their states in any order end as the same bytes, and lose nothing that
// nobody has overwritten.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "codec/file.hpp"
#include "command/command.hpp"
#include "replica/merge.hpp"

using namespace cairn;

namespace {

constexpr int kCopies = 3;
const Id kMentorship{1, 1};

struct Copy {
  Workspace state;
  Writers writers;
};

struct Counts {
  int concurrent = 0;
  int threeWay = 0;
  int deletionAgainstEdit = 0;
};

Command randomCommand() {
  Command command{"random", {}, {}};
  Mentorship& edit = command.edit.at(kMentorship);
  const Id thing{1, static_cast<std::uint64_t>(*rc::gen::inRange(1, 3))};
  switch (*rc::gen::inRange(0, 7)) {
    case 0: thingAt(edit.goals, thing).title.set("Zoë " + std::to_string(*rc::gen::inRange(0, 50))); break;
    case 1: thingAt(edit.sessions, thing).privateNotes.set("y" + std::to_string(*rc::gen::inRange(0, 50))); break;
    case 2: thingAt(edit.goals, thing).due.set(Date{*rc::gen::inRange(0, 50)}); break;
    case 3: thingAt(edit.sessions, thing).outcome.set(*rc::gen::element(Outcome::held, Outcome::moved)); break;
    case 4: thingAt(edit.goals, thing).title.set("Ana"); break;
    default: command.removals.push_back({kMentorship, *rc::gen::element<std::string>("goals", "sessions"), thing});
  }
  return command;
}

std::string bytes(const Workspace& state) { return writeRecord(state); }

Workspace merged(const Workspace& a, const Workspace& b) {
  Workspace all = a;
  merge(all, b);
  return all;
}

std::vector<Copy> randomCopies() {
  std::vector<Copy> copies;
  for (std::uint64_t at = 0; at < kCopies; ++at) copies.push_back({{}, {100 + at, 200 + at, 1, 1, 0}});
  const int steps = *rc::gen::inRange(10, 60);
  for (int step = 0; step < steps; ++step) {
    Copy& copy = copies[static_cast<std::size_t>(*rc::gen::inRange(0, kCopies))];
    if (*rc::gen::inRange(0, 12) == 0) {
      const Copy& other = copies[static_cast<std::size_t>(*rc::gen::inRange(0, kCopies))];
      merge(copy.state, Workspace(other.state));
    } else {
      RC_ASSERT(commit(copy.state, randomCommand(), copy.writers, *rc::gen::inRange(0, 1000)).has_value());
    }
  }
  return copies;
}

void countIn(const Workspace& state, Counts& counts) {
  forEachThingOf(state, [&](const auto& thing) {
    using T = std::remove_cvref_t<decltype(thing)>;
    forEachField<T>([&](const auto& declared) {
      const auto versions = (thing.*declared.member).differentValues();
      counts.concurrent += versions > 1 ? 1 : 0;
      counts.threeWay += versions > 2 ? 1 : 0;
    });
    if constexpr (!std::is_same_v<T, Settings>)
      counts.deletionAgainstEdit += !thing.deleted.empty() && isAlive(thing) ? 1 : 0;
  });
}

}  // namespace

TEST_CASE("property: merging is commutative, associative and idempotent, and does not depend on the order") {
  Counts counts;
  const bool holds = rc::check("convergence", [&] {
    const auto copies = randomCopies();
    const auto& [a, b, c] = std::tie(copies[0].state, copies[1].state, copies[2].state);
    RC_ASSERT(bytes(merged(a, b)) == bytes(merged(b, a)));
    RC_ASSERT(bytes(merged(merged(a, b), c)) == bytes(merged(a, merged(b, c))));
    RC_ASSERT(bytes(merged(a, a)) == bytes(a));
    const Workspace all = merged(merged(a, b), c);
    std::array<int, kCopies> order{0, 1, 2};
    do {
      Workspace other;
      for (const int at : order) merge(other, copies[static_cast<std::size_t>(at)].state);
      RC_ASSERT(bytes(other) == bytes(all));
    } while (std::next_permutation(order.begin(), order.end()));
    RC_ASSERT(bytes(merged(all, b)) == bytes(all));
    countIn(all, counts);
  });
  CHECK(holds);
  MESSAGE("concurrent values " << counts.concurrent << ", three-way " << counts.threeWay << ", deletion against edit "
                               << counts.deletionAgainstEdit);
  // Well below what a run shows, and far above what a toy generator would.
  CHECK(counts.concurrent > 100);
  CHECK(counts.threeWay > 20);
  CHECK(counts.deletionAgainstEdit > 5);
}

TEST_CASE("property: through the file the state is the same, and a shared file never takes from a full one") {
  const bool holds = rc::check("codec", [] {
    const auto copies = randomCopies();
    for (const auto& copy : copies) {
      const auto found = copy.state.mentorships.find(kMentorship);
      if (found == copy.state.mentorships.end()) continue;
      const auto file = readFile(writeFile(found->second, Audience::myself));
      RC_ASSERT(file.has_value());
      RC_ASSERT(writeFile(file->content.mentorships.at(kMentorship), Audience::myself) ==
                writeFile(found->second, Audience::myself));
      const auto shared = readFile(writeFile(found->second, Audience::otherSide));
      RC_ASSERT(shared.has_value());
      RC_ASSERT(bytes(merged(copy.state, shared->content)) == bytes(copy.state));
    }
  });
  CHECK(holds);
}

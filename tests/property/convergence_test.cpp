// Copies that exchange their states in any order end as the same bytes, and a value goes only when
// a writer who had seen it wrote again.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "property/world.hpp"

namespace cairn::convergence_test {
using namespace cairn::tests;

namespace {

constexpr int kCopies = 3;
constexpr Instant kNow = 1'795'000'000'000;
constexpr Instant k2099 = 4'070'908'800'000;

Counts& operator+=(Counts& all, const Counts& more) {
  all.concurrent += more.concurrent;
  all.threeWay += more.threeWay;
  all.removalAgainstEdit += more.removalAgainstEdit;
  all.partial += more.partial;
  all.stale += more.stale;
  all.redacted += more.redacted;
  return all;
}

Workspace everything(World& world) {
  Workspace all;
  for (const auto& copy : world.copies()) merge(all, copy.state);
  return all;
}

}  // namespace

TEST_CASE("property: merging is commutative, associative and idempotent, whatever the order and the files") {
  Counts counts;
  const auto converges = [&] {
    World world(kCopies);
    world.run(90 + *rc::gen::inRange(0, 60));
    const auto& copies = world.copies();
    const auto& [a, b, c] = std::tie(copies[0].state, copies[1].state, copies[2].state);
    RC_ASSERT(bytes(merged(a, b)) == bytes(merged(b, a)));
    RC_ASSERT(bytes(merged(merged(a, b), c)) == bytes(merged(a, merged(b, c))));
    RC_ASSERT(bytes(merged(a, a)) == bytes(a));
    const Workspace all = everything(world);
    std::array<int, kCopies> order{0, 1, 2};
    do {
      Workspace other;
      for (const int at : order) merge(other, copies[static_cast<std::size_t>(at)].state);
      RC_ASSERT(bytes(other) == bytes(all));
    } while (std::next_permutation(order.begin(), order.end()));
    for (const auto& copy : copies) RC_ASSERT(bytes(merged(all, copy.state)) == bytes(all));
    world.count(all);
    counts += world.counts;
  };
  // Two hundred worlds: how often three writes meet varies much from one hundred to the next.
  const bool holds = rc::check("convergence", converges) && rc::check("convergence once more", converges);
  CHECK(holds);
  MESSAGE("concurrent " << counts.concurrent << ", three-way " << counts.threeWay << ", removal against edit "
                        << counts.removalAgainstEdit << ", partial " << counts.partial << ", stale " << counts.stale
                        << ", redacted " << counts.redacted);
  // Well below what a run shows, and far above what a toy generator would.
  CHECK(counts.concurrent > 100);
  CHECK(counts.threeWay > 20);
  CHECK(counts.removalAgainstEdit > 50);
  CHECK(counts.partial > 150);
  CHECK(counts.stale > 80);
  CHECK(counts.redacted > 150);
}

TEST_CASE("property: exactly those values are there that nobody who had seen them overwrote or removed") {
  const bool holds = rc::check("naive model", [] {
    World world(2 + *rc::gen::inRange(0, 3));
    world.run(*rc::gen::inRange(10, 80));
    std::set<int> known;
    for (const auto& copy : world.copies()) {
      RC_ASSERT(World::found(copy.state) == world.expected(copy.known));
      known.insert(copy.known.begin(), copy.known.end());
    }
    RC_ASSERT(World::found(everything(world)) == world.expected(known));
  });
  CHECK(holds);
}

TEST_CASE("property: our own old export, or any older state, changes nothing") {
  const bool holds = rc::check("own old export", [] {
    World world(2);
    world.run(30);
    const Sent old = world.redacted(world.copies()[0]);
    const Workspace before = world.copies()[0].state;
    world.run(20);
    const auto& now = world.copies()[0].state;
    RC_ASSERT(bytes(merged(now, old.content)) == bytes(now));
    RC_ASSERT(bytes(merged(now, before)) == bytes(now));
  });
  CHECK(holds);
}

TEST_CASE("property: a cloned profile writes under the same ids; both sides' words are kept, on every copy the same") {
  int sameDot = 0;
  const bool holds = rc::check("clone", [&] {
    World world(3);
    world.run(10);
    auto& copies = world.copies();
    copies[1] = copies[0];  // the folder of the profile was copied
    for (int at = 0; at < 2; ++at) world.write(copies[0]), world.write(copies[1]);
    const Workspace ours = copies[0].state;
    const Workspace theirs = copies[1].state;
    RC_ASSERT(bytes(merged(ours, theirs)) == bytes(merged(theirs, ours)));
    RC_ASSERT(bytes(merged(merged(ours, theirs), ours)) == bytes(merged(ours, theirs)));
    // What each clone shows as its last word on a field is there after merging.
    const auto all = World::found(merged(ours, theirs));
    for (const auto& state : {ours, theirs}) {
      for (const auto& [field, values] : World::found(state)) {
        const auto& other = World::found(&state == &ours ? theirs : ours);
        const auto there = other.find(field);
        if (there == other.end() || there->second == values || values.size() > 1 || there->second.size() > 1) continue;
        sameDot += all.at(field).size() > 1 ? 1 : 0;
      }
    }
  });
  CHECK(holds);
  CHECK(sameDot > 5);
}

TEST_CASE("property: two tabs of one profile write under ids of their own, and lose nothing") {
  const bool holds = rc::check("two tabs", [] {
    World world(2);  // two slots over one store: each follows the other's records
    for (int step = 0; step < 20; ++step) {
      world.write(world.copies()[static_cast<std::size_t>(*rc::gen::inRange(0, 2))]);
      if (*rc::gen::inRange(0, 3) > 0) continue;
      world.merge(world.copies()[0], world.send(world.copies()[1]));
      world.merge(world.copies()[1], world.send(world.copies()[0]));
    }
    for (const auto& copy : world.copies()) RC_ASSERT(World::found(copy.state) == world.expected(copy.known));
  });
  CHECK(holds);
}

TEST_CASE("property: a clock in 2099, and one that jumps back, lose no word and do not move our stamps") {
  const bool holds = rc::check("clocks", [] {
    World world(3);
    world.clock = [] { return *rc::gen::element(kNow, kNow - 10 * kDay, kNow + 5000, k2099); };
    world.run(50);
    std::set<int> known;
    for (const auto& copy : world.copies()) known.insert(copy.known.begin(), copy.known.end());
    const Workspace all = everything(world);
    RC_ASSERT(World::found(all) == world.expected(known));
    RC_ASSERT(latestStamp(all, kNow + kDay) <= kNow + 5000);
  });
  CHECK(holds);
}

TEST_CASE(
    "property: through the file and the record the state is the same, and a shared file never takes from a full one") {
  const bool holds = rc::check("codec", [] {
    World world(kCopies);
    world.run(*rc::gen::inRange(10, 60));
    for (const auto& copy : world.copies()) {
      const auto record = readRecord(writeRecord(copy.state));
      RC_ASSERT(record.has_value());
      RC_ASSERT(bytes(*record) == bytes(copy.state));
      const auto found = copy.state.mentorships.find(kRoot);
      if (found == copy.state.mentorships.end()) continue;
      const auto file = readFile(writeFile(found->second, Audience::myself));
      RC_ASSERT(file.has_value());
      RC_ASSERT(!file->isProposal());
      RC_ASSERT(writeFile(file->whole.mentorships.at(kRoot), Audience::myself) ==
                writeFile(found->second, Audience::myself));
      for (const auto audience : {Audience::otherSide, Audience::programme}) {
        const auto shared = readFile(writeFile(found->second, audience));
        RC_ASSERT(shared.has_value());
        RC_ASSERT(bytes(merged(copy.state, shared->whole)) == bytes(copy.state));
      }
    }
  });
  CHECK(holds);
}

}  // namespace cairn::convergence_test

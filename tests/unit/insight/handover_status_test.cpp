#include "insight/handover_status.hpp"

#include <doctest/doctest.h>

#include "codec/file.hpp"
#include "command/command.hpp"
#include "replica/merge.hpp"

namespace cairn::handover_status_test {

namespace {

const Id kMentorship{1, 1};
const Id kMe{2, 1};
const Id kHer{2, 2};

/// Two sides, each with a writer of its own, of one mentorship.
struct Side {
  Workspace model;
  Writers writers;

  const Mentorship& mentorship() const { return model.mentorships.at(kMentorship); }
  void start(const Id& me) {
    Command command{CommandName::meChoose, {}, {}};
    Mentorship& edit = command.edit.at(kMentorship);
    edit.me.set(me);
    for (const Id& person : {kMe, kHer}) thingAt(edit.people, person).role.set(Role::mentor);
    run(command, 1'000);
  }
  void run(const Command& command, Instant now) { REQUIRE(commit(model, command, writers, now)); }
  void addStep(std::uint64_t number, const std::string& text, Instant now) {
    Command command{CommandName::stepAdd, {}, {}};
    thingAt(command.edit.at(kMentorship).steps, Id{3, number}).text.set(text);
    run(command, now);
  }
  void take(const Side& other) {
    const auto file = readFile(writeFile(other.mentorship(), Audience::otherSide));
    REQUIRE(file);
    merge(model, file->whole);
  }
};

}  // namespace

TEST_CASE("handing: what I wrote since is counted by things, what the other side wrote is not") {
  Side mine{{}, {11, 12, 1, 1, 0}};
  mine.start(kMe);
  mine.addStep(1, "One", 2'000);
  CHECK(changesSince(mine.mentorship(), 5'000) == 0);
  mine.addStep(2, "Two", 6'000);
  mine.addStep(2, "Two again", 7'000);
  CHECK(changesSince(mine.mentorship(), 5'000) == 1);

  Side hers{{}, {21, 22, 1, 1, 0}};
  hers.take(mine);
  hers.start(kHer);
  hers.addStep(3, "Hers", 8'000);
  CHECK(lastAuthorOf(hers.mentorship()) == kHer);
  CHECK(theyHave(mine.mentorship(), hers.mentorship()) == 7'000);
  mine.take(hers);
  CHECK(changesSince(mine.mentorship(), 5'000) == 1);
  CHECK(changesSince(hers.mentorship(), 5'000) == 1);
}

TEST_CASE("handing: my private notes are no change for the other side") {
  Side mine{{}, {11, 12, 1, 1, 0}};
  mine.start(kMe);
  Command command{CommandName::textEdit, {}, {}};
  thingAt(command.edit.at(kMentorship).people, kHer).remember.set("Likes tea");
  mine.run(command, 9'000);
  CHECK(changesSince(mine.mentorship(), 5'000) == 0);
}

TEST_CASE("handing: who has all that was there when it was handed over, has everything up to then") {
  Side mine{{}, {11, 12, 1, 1, 0}};
  mine.start(kMe);
  mine.addStep(1, "One", 2'000);
  Side hers{{}, {21, 22, 1, 1, 0}};
  hers.take(mine);
  hers.start(kHer);
  Command handed{CommandName::handOver, {}, {}};
  handed.edit.at(kMentorship).handedOver.set(5'000);
  mine.run(handed, 5'000);
  CHECK(theyHave(mine.mentorship(), hers.mentorship()) == 5'000);
  mine.addStep(2, "Two", 6'000);
  CHECK(theyHave(mine.mentorship(), hers.mentorship()) == 5'000);
  handed.edit.at(kMentorship).handedOver.set(7'000);
  mine.run(handed, 7'000);
  CHECK(theyHave(mine.mentorship(), hers.mentorship()) == 2'000);
}

}  // namespace cairn::handover_status_test

#include "insight/versions.hpp"

#include <doctest/doctest.h>

#include "replica/merge.hpp"

namespace cairn::versions_test {

namespace {

const Id kRoot{1, 1};
const Id kGoal{2, 2};

void write(Workspace& model, Writers& writers, const std::string& title, Instant now) {
  Command command{CommandName::textEdit, {}, {}};
  command.edit.at(kRoot).stage.set(Stage::running);
  thingAt(command.edit.at(kRoot).goals, kGoal).title.set(title);
  REQUIRE(commit(model, command, writers, now));
}

}  // namespace

TEST_CASE("versions: what two wrote without sight of each other is one question, and choosing answers it for both") {
  Writers ours{5, 6, 1, 1, 0};
  Writers theirs{7, 8, 1, 1, 0};
  Workspace here;
  write(here, ours, "A release", 1000);
  Workspace there = here;
  write(here, ours, "A release in May", 2000);
  write(there, theirs, "Two releases", 3000);
  merge(here, there);
  const auto open = openVersions(here.mentorships.at(kRoot));
  REQUIRE(open.size() == 1);
  CHECK(open[0].field == "title");
  REQUIRE(open[0].versions.size() == 2);
  CHECK(open[0].versions[0].text == "A release in May");
  const Command choice = chooseVersion(here.mentorships.at(kRoot), open[0], 0);
  REQUIRE(commit(here, choice, ours, 4000));
  CHECK(openVersions(here.mentorships.at(kRoot)).empty());
  merge(there, here);
  CHECK(openVersions(there.mentorships.at(kRoot)).empty());
  CHECK(*there.mentorships.at(kRoot).goals.at(kGoal).title == "A release in May");
}

TEST_CASE("versions: equal words written apart are no question") {
  Writers ours{5, 6, 1, 1, 0};
  Writers theirs{7, 8, 1, 1, 0};
  Workspace here;
  write(here, ours, "A release", 1000);
  Workspace there = here;
  write(here, ours, "Two", 2000);
  write(there, theirs, "Two", 3000);
  merge(here, there);
  CHECK(openVersions(here.mentorships.at(kRoot)).empty());
}

}  // namespace cairn::versions_test

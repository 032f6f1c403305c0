#include "insight/search.hpp"

#include <doctest/doctest.h>

#include "command/command.hpp"

namespace cairn::search_test {

namespace {

const Id kAmina{1, 1};
const Id kZoe{1, 2};

Workspace twoMentorships() {
  Workspace model;
  Writers writers{5, 6, 1, 1, 0};
  Command command{CommandName::textEdit, {}, {}};
  Mentorship& amina = command.edit.at(kAmina);
  amina.stage.set(Stage::running);
  thingAt(amina.people, Id{2, 1}).name.set("Amina Okafor");
  thingAt(amina.goals, Id{3, 1}).title.set("Lead a release");
  Session& session = thingAt(amina.sessions, Id{4, 1});
  session.title.set("First session");
  session.privateNotes.set("First line\nShe fears the release\nlast");
  Line& line = thingAt(amina.lines, Id{5, 1});
  line.text.set("Ask about résumés");
  line.session.set(Id{4, 1});
  Mentorship& zoe = command.edit.at(kZoe);
  zoe.stage.set(Stage::running);
  thingAt(zoe.people, Id{2, 2}).name.set("Zoë Okonkwo");
  thingAt(zoe.goals, Id{3, 2}).title.set("Release notes people read");
  REQUIRE(commit(model, command, writers, 1000));
  return model;
}

std::vector<std::string> labels(const std::vector<Found>& all) {
  std::vector<std::string> found;
  for (const auto& one : all) found.push_back(one.label);
  return found;
}

}  // namespace

TEST_CASE("search: by beginning, then by name, then by anything in it") {
  const Workspace model = twoMentorships();
  CHECK(labels(search(model, "release", 9)) ==
        std::vector<std::string>{"Release notes people read", "Lead a release", "First session"});
  CHECK(labels(search(model, "release", 1)).size() == 1);
}

TEST_CASE("search: case and accents do not matter, and a name narrows it down") {
  const Workspace model = twoMentorships();
  CHECK(labels(search(model, "  ZOE ", 9)) == std::vector<std::string>{"Zoë Okonkwo"});
  CHECK(labels(search(model, "amina release", 9)) == std::vector<std::string>{"Lead a release", "First session"});
  CHECK(search(model, "amina unheard", 9).empty());
}

TEST_CASE("search: what is found says where it stands") {
  const auto found = search(twoMentorships(), "resumes", 9);
  REQUIRE(found.size() == 1);
  CHECK(found[0].mentorship == kAmina);
  CHECK(found[0].session == Id{4, 1});
  const auto noted = search(twoMentorships(), "fears", 9);
  REQUIRE(noted.size() == 1);
  CHECK(noted[0].words == "She fears the release");
}

TEST_CASE("search: nothing asked, nothing found; what is removed or hidden is not found") {
  Workspace model = twoMentorships();
  CHECK(search(model, "   ", 9).empty());
  Writers writers{7, 8, 1, 1, 0};
  REQUIRE(commit(model, {CommandName::goalRemove, {}, {{kAmina, "goals", Id{3, 1}}}}, writers, 2000));
  CHECK(labels(search(model, "lead", 9)).empty());
  Command hide{CommandName::mentorshipHide, {}, {}};
  hide.edit.at(kZoe).hidden.set(true);
  REQUIRE(commit(model, hide, writers, 3000));
  CHECK(search(model, "zoe", 9).empty());
}

}  // namespace cairn::search_test

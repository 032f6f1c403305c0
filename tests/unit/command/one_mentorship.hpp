#pragma once
// A workspace with one mentorship and its writer: what the tests of commands begin with.
//
//   struct Fixture : OneMentorship {
//     Fixture() { start([](Mentorship& edit) { edit.aim.set("Lead a release"); }); }
//   };
#include <doctest/doctest.h>

#include "command/command.hpp"
#include "english.hpp"

namespace cairn::tests {

struct OneMentorship {
  Workspace model;
  Writers writers{11, 12, 1, 1, 0};
  Id id{1, 1};

  /// Begins the mentorship; `write` says what it holds from the first command on.
  template <class Write>
  Change start(Write&& write) {
    return change(CommandName::mentorshipStart, [&](Mentorship& edit) {
      edit.stage.set(Stage::running);
      write(edit);
    });
  }
  Change start() {
    return start([](Mentorship&) {});
  }
  template <class Write>
  Change change(CommandName name, Write&& write) {
    Command command{name, {}, {}};
    write(command.edit.at(id));
    return run(command);
  }
  Change run(const Command& command) { return run(model, command, writers); }
  static Change run(Workspace& into, const Command& command, Writers& by) {
    auto change = commit(into, command, by, 1000);
    REQUIRE_MESSAGE(change, (change ? "" : explained(change.error())));
    return std::move(*change);
  }
  Mentorship& mentorship() { return model.mentorships.at(id); }
};

}  // namespace cairn::tests

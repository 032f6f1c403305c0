#pragma once
// change: a command that writes fields of one thing of a mentorship, new or there already.
//   return change<&Mentorship::goals>(CommandName::goalAdd, mentorship, id, [&](Goal& goal) { goal.title.set(title);
//   });
#include "command/command.hpp"

namespace cairn {

template <auto kThings, class Set>
Command change(CommandName name, const Mentorship& mentorship, const Id& id, Set&& set) {
  Command command{name};
  set(thingAt(command.edit.at(mentorship.id).*kThings, id));
  return command;
}

}  // namespace cairn

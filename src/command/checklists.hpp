#pragma once
// Success checklists: steps under one title.
#include <string>
#include <vector>

#include "command/command.hpp"

namespace cairn {

struct NewItem {
  std::string text;
  std::string section;
  std::string link;
  Id owner;                   ///< none: nobody in particular
  Date due;                   ///< none: no day of its own
  std::int64_t dueAfter = 0;  ///< days since the start, which is day 1; 0: none
  bool done = false;
};
/// A checklist behind the others. `start`: from where its days are counted where the mentorship does not say it.
Command addChecklist(const Mentorship& mentorship, const std::string& title, const std::vector<NewItem>& items,
                     Date start, const NewId& newId);
/// With its steps.
Command removeChecklist(const Mentorship& mentorship, const Id& checklist);

}  // namespace cairn

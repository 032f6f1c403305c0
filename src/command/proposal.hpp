#pragma once
// A file that was edited outside Cairn: what it says differently becomes edits of ours.
#include <string>
#include <vector>

#include "command/command.hpp"

namespace cairn {

/// What a file that was edited outside Cairn says differently from the model: only that is an edit.
/// A field with two versions stays as it is while the file holds one of them.
Command proposalEdits(const Workspace& model, Workspace proposals);

/// One thing a file would change, by its place; an empty field is the whole thing.
struct Choosable {
  std::string collection;  ///< empty: the mentorship itself
  Id thing;
  std::string field;
};
/// Takes out of a proposal what a person did not choose.
void leaveOut(Workspace& proposals, const std::vector<Choosable>& refused);

}  // namespace cairn

#pragma once
// Command: what a person did, as plain data. It names itself (for undo), and holds the fields it
// writes as a partial workspace of pending values, and what it removes.
//
//   Command command{"goal_add"};
//   Goal& goal = thingAt(command.edit.at(mentorship).goals, ids.next());
//   goal.title.set("Lead a release");
//   auto done = commit(model, command, writers, now);   // checked, dotted, merged into the model
//
// What a person can do is in command/actions.hpp. commit() drops writes that change nothing, so a
// command may be empty afterwards. Undo is a command too: undoOf().
// Limits: one dot per lane and command.
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// Which thing: its root, its collection ("goals"; empty for the root itself), its id.
struct Ref {
  Id root;
  std::string collection;
  Id thing;
  friend bool operator==(const Ref&, const Ref&) = default;
};

struct Command {
  std::string name;  ///< key of the sentence in the catalogue, e.g. "goal_add"
  Workspace edit;
  std::vector<Ref> removals;
};

/// The ids under which this tab writes. Counters are the next to use.
struct Writers {
  Writer shared = 0;
  Writer own = 0;
  std::uint64_t nextShared = 1;
  std::uint64_t nextOwn = 1;
  Instant latestStamp = 0;  ///< stamps never run backwards, even when the clock does
};

/// A command that took effect: the dotted writes (what is stored) and what stood there before.
struct Change {
  std::string name;
  Workspace delta;
  Workspace before;
  std::vector<Ref> removals;
  std::string importPath;  ///< of an opened file: its record, which can be withdrawn
  bool empty = true;
};

/// Checks the command against the model, gives its writes dots and merges them into the model.
/// Errors: "required", "too_long", "text", "range", "unknown" (something that is not there),
/// "in_part" (a removal from what is held only in part), with the path. Nothing is changed then.
Result<Change> commit(Workspace& model, const Command& command, Writers& writers, Instant now);

/// Merges what a file says into the model, and adds what that changed to `change`.
void take(Workspace& model, const Workspace& content, Change& change);

struct Undo {
  Command command;
  std::vector<std::string> leftAlone;  ///< paths of fields that somebody has changed since
};
/// The command that takes a change back: only fields that still hold what it wrote.
Undo undoOf(const Workspace& model, const Change& change);

/// Edits that write again what stood in the removed things before.
void restoreRemoved(const std::vector<Ref>& removals, const Workspace& before, Workspace& edit);

/// A single text field by its path, "MENTORSHIP/COLLECTION/ID/FIELD" or "MENTORSHIP/FIELD": the
/// form in which editors and drafts name what they edit.
std::optional<Command> textCommand(const Workspace& model, std::string_view path, const std::string& text);
std::string textPath(const Id& mentorship, std::string_view collection, const Id& thing, std::string_view field);

}  // namespace cairn

#pragma once
// Command: what a person did, as plain data. It names itself (for undo), and holds the fields it
// writes as a partial workspace of pending values, and what it removes.
//
//   Command command{CommandName::goalAdd};
//   Goal& goal = thingAt(command.edit.at(mentorship).goals, ids.next());
//   goal.title.set("Lead a release");
//   auto done = commit(model, command, writers, now);   // checked, dotted, merged into the model
//
// What a person can do is a function of this folder, one file a subject; none changes anything itself. commit() drops
// writes that change nothing, so a command may be empty afterwards. Undo is a command too: undoOf(). A removal carries
// a dot too, so that no later write can be given it. It leaves nothing of the removed thing's private fields, which a
// deletion in the shared lane could not name. Limits: one dot per lane and command; as many as a field has versions
// where undo gives several back.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "command/names.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// Which thing: its root, its collection ("goals"; empty for the root itself), its id.
struct Ref {
  Id root;
  std::string collection;
  Id thing;
  friend bool operator==(const Ref&, const Ref&) = default;
};

/// Draws an id that nothing has yet.
using NewId = std::function<Id()>;

/// By text path, what the person saw of fields that others have changed since. A write overwrites that
/// and nothing else, so what arrived meanwhile stays beside it as a second version.
using SeenFields = std::map<std::string, Context, std::less<>>;

struct Command {
  CommandName name = CommandName::textEdit;
  Workspace edit = {};
  std::vector<Ref> removals = {};
  SeenFields seen = {};
  /// Undo, or out of the trash: what stood there is given back as it was, though a person could not write it like
  /// that, or what it refers to has been removed since.
  bool givesBack = false;
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
  CommandName name = CommandName::textEdit;
  Workspace delta;
  Workspace before;
  std::vector<Ref> removals;
  std::string importPath;  ///< of an opened file: its record, which can be withdrawn
  bool empty = true;
};

/// Checks the command against the model, gives its writes dots and merges them into the model.
/// Errors: of code "required", "too_long", "text", "range", "unknown" (something that is not there),
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
/// Nothing where the path names no text field of something that is there; `revive`: or was there.
enum class MayRevive { no, yes };
std::optional<Command> textCommand(const Workspace& model, std::string_view path, const std::string& text,
                                   MayRevive revive = MayRevive::no);
/// What that field has seen; nothing where the path names no text field of something that is there.
std::optional<Context> seenOfText(const Workspace& model, std::string_view path);
std::string textPath(const Id& mentorship, std::string_view collection, const Id& thing, std::string_view field);

}  // namespace cairn

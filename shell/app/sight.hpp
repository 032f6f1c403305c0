#pragma once
// Sight: what the person sees of the fields that they are about to write. From the moment in which a
// field gets the keyboard, or a picker opens, to the command that comes of it, others may write: another
// tab, an opened file, an import that is withdrawn. What they wrote was not seen, so a command of that
// moment must not overwrite it.
//
//   sight.begin("ID/sessions/ID/notes", "shown words");   // the field has the keyboard
//   sight.arrives(model, content);                        // before `content` is merged into `model`
//   command.seen = sight.of("ID/sessions/ID/notes");      // for commit()
//   sight.end("ID/sessions/ID/notes");
//
// Limits: fields that only a later Cairn knows are not watched; nobody can edit them here.
#include <map>
#include <optional>
#include <string>

#include "command/command.hpp"

namespace cairn {

class Sight {
 public:
  /// `shown`: the text as the field's editor shows it; what is left as that was not edited. Nothing where an
  /// unfinished text stands there already. What is watched stays as it was.
  void begin(const std::string& key, std::optional<std::string> shown);
  void end(const std::string& key) { watched_.erase(key); }
  bool watches(const std::string& key) const { return watched_.contains(key); }

  void arrives(const Workspace& model, const Workspace& content);

  /// What others have changed since, as it was seen; empty where nothing did.
  const SeenFields& of(const std::string& key) const;
  /// True where the text is the one that stood there.
  bool isUnchanged(const std::string& key, const std::string& text) const;

 private:
  struct Watched {
    std::optional<std::string> shown;
    SeenFields changed;
  };
  std::map<std::string, Watched> watched_;
};

}  // namespace cairn

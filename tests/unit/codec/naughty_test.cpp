// Texts that break programs (../shared/data/naughty-strings.json), through codec, merge and store.
#include <doctest/doctest.h>

#include "command/command.hpp"

#include "base/utf8.hpp"
#include "codec/file.hpp"
#include "english.hpp"
#include "journal/journal.hpp"
#include "replica/merge.hpp"
#include "support.hpp"

namespace cairn::naughty_test {
using namespace cairn::tests;

TEST_CASE("naughty strings: as names, titles, notes and items they survive codec, merge and store byte for byte") {
  const std::vector<std::string> texts = naughtyStrings();
  if (texts.empty()) return;
  const Id root{1, 1};
  Workspace model;
  Writers writers{5, 6, 1, 1, 0};
  std::vector<StoredFile> files;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    const bool visible = !trimmed(texts[at]).empty();
    Command command{CommandName::textEdit, {}, {}};
    Mentorship& edit = command.edit.at(root);
    edit.stage.set(Stage::running);
    if (visible) thingAt(edit.people, Id{1, at}).name.set(texts[at]);
    if (visible) thingAt(edit.goals, Id{2, at}).title.set(texts[at]);
    if (visible) thingAt(edit.steps, Id{4, at}).text.set(texts[at]);
    Session& session = thingAt(edit.sessions, Id{3, at});
    session.kind.set(SessionKind::regular);
    session.notes.set(texts[at]);
    session.privateNotes.set(texts[at]);
    const auto change = commit(model, command, writers, 1000);
    CAPTURE(texts[at]);
    REQUIRE_MESSAGE(change, (change ? "" : explained(change.error())));
    files.push_back({recordPath(5, at), writeRecord(change->delta)});
  }
  const auto check = [&](const Workspace& held, bool withPrivate) {
    const Mentorship& mentorship = held.mentorships.at(root);
    for (std::size_t at = 0; at < texts.size(); ++at) {
      const bool visible = !trimmed(texts[at]).empty();
      CAPTURE(texts[at]);
      CHECK(*mentorship.sessions.at(Id{3, at}).notes == texts[at]);
      if (withPrivate) CHECK(*mentorship.sessions.at(Id{3, at}).privateNotes == texts[at]);
      if (!visible) continue;
      CHECK(*mentorship.people.at(Id{1, at}).name == texts[at]);
      CHECK(*mentorship.goals.at(Id{2, at}).title == texts[at]);
      CHECK(*mentorship.steps.at(Id{4, at}).text == texts[at]);
    }
  };
  check(model, true);
  const auto shared = readFile(writeFile(model.mentorships.at(root), Audience::otherSide));
  REQUIRE(shared);
  CHECK(!shared->isProposal());
  check(shared->whole, false);
  const auto own = readFile(writeBackup(model));
  REQUIRE(own);
  check(own->whole, true);
  Workspace merged = own->whole;
  merge(merged, shared->whole);
  check(merged, true);
  check(recover(files, 0).workspace, true);
  files = compact(files).put;
  check(recover(files, 0).workspace, true);
}

}  // namespace cairn::naughty_test

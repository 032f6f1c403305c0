#include "exchange/chunked_import.hpp"

#include <algorithm>

#include "codec/file.hpp"
#include "journal/journal.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

/// A piece that is filled up, then put aside.
struct Pieces {
  std::vector<Workspace> all;
  std::size_t room = 0;

  Workspace& next() {
    if (room == 0) {
      all.emplace_back();
      room = kThingsInPiece;
    }
    --room;
    return all.back();
  }
};

Mentorship& rootIn(Workspace& piece, const Mentorship& root) { return piece.at(root.id); }
Programme& rootIn(Workspace& piece, const Programme& root) { return piece.programmeAt(root.id); }

template <class R>
void cut(const R& root, Pieces& pieces) {
  // The root without its collections, then what is in them.
  Root& bare = rootIn(pieces.next(), root);
  bare = root;
  const RootType& type = rootTypeOf<R>();
  forEachField(type.own, [&](const FieldTraits&, auto at) { at.in(bare) = at.in(root); });
  for (const auto& declared : type.collections) {
    for (const Thing& thing : declared.in(root)) {
      R& piece = rootIn(pieces.next(), root);
      if (piece.authors.empty()) piece.authors = root.authors;
      declared.in(piece).put(thing);
    }
  }
}

/// The same state in several workspaces of at most kThingsInPiece things each.
std::vector<Workspace> inPieces(const Workspace& whole) {
  Pieces pieces;
  for (const auto& [id, mentorship] : whole.mentorships) cut(mentorship, pieces);
  for (const auto& [id, programme] : whole.programmes) cut(programme, pieces);
  return std::move(pieces.all);
}

}  // namespace

std::string writeChoices(const Choices& choices) {
  std::string text = choices.whose == Whose::mine ? "mine " : "others ";
  text += toBase32(choices.writer, kWriterDigits) + "\n";
  for (const auto& one : choices.refused) text += one.collection + "/" + toText(one.thing) + "/" + one.field + "\n";
  return text;
}

Choices readChoices(std::string_view text) {
  Choices choices;
  choices.whose = text.starts_with("mine ") ? Whose::mine : Whose::others;
  const auto first = text.substr(0, text.find('\n'));
  choices.writer = fromBase32(first.substr(std::min(first.find(' ') + 1, first.size()))).value_or(0);
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto first = line.find('/');
    const auto last = line.rfind('/');
    if (first == std::string_view::npos || first == last) continue;
    const auto thing = idFromText(line.substr(first + 1, last - first - 1));
    if (thing)
      choices.refused.push_back({std::string(line.substr(0, first)), *thing, std::string(line.substr(last + 1))});
  }
  return choices;
}

Result<ChunkedImport> importInChunks(Workspace& ours, OpenedFile file, const Choices& choices, IdSource& ids,
                                     Instant now) {
  ChunkedImport taking;
  admit(file, choices.whose, Writers{choices.writer, 0, 1, 1, 0}, now);
  Change change;
  take(ours, file.whole, change);
  Workspace kept = file.whole;
  if (file.isProposal()) {
    Writers once = newWriters(ids);
    Workspace chosen = file.proposals;
    leaveOut(chosen, choices.refused);
    auto edits = commit(ours, proposalEdits(ours, std::move(chosen)), once, now);
    if (!edits) return tl::unexpected(edits.error());
    merge(kept, edits->delta);
    merge(change.delta, edits->delta);
  }
  taking.record = writeRecord(kept);
  for (const auto& piece : inPieces(change.delta)) taking.pieces.push_back(writeRecord(piece));
  return taking;
}

}  // namespace cairn

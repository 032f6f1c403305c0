#include "exchange/taking.hpp"

#include "codec/file.hpp"
#include "command/actions.hpp"
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

/// A root without its collections.
template <class R>
R bare(const R& root) {
  R copy = root;
  forEachCollection<R>([&](const auto& declared) { (copy.*declared.member).clear(); });
  return copy;
}

template <class R>
void cut(const R& root, Pieces& pieces) {
  rootIn(pieces.next(), root) = bare(root);
  forEachCollection<R>([&](const auto& declared) {
    for (const auto& [id, thing] : root.*declared.member) {
      (rootIn(pieces.next(), root).*declared.member).emplace(id, thing);
    }
  });
}

/// The same state in several workspaces of at most kThingsInPiece things each.
std::vector<Workspace> inPieces(const Workspace& whole) {
  Pieces pieces;
  for (const auto& [id, mentorship] : whole.mentorships) cut(mentorship, pieces);
  for (const auto& [id, programme] : whole.programmes) cut(programme, pieces);
  return std::move(pieces.all);
}

}  // namespace

Result<Taking> takeInPieces(Workspace& ours, const OpenedFile& file, IdSource& ids, Instant now) {
  Taking taking;
  Change change;
  take(ours, file.whole, change);
  Workspace kept = file.whole;
  kept.settings = {};
  if (file.isProposal()) {
    Writers once = newWriters(ids);
    auto edits = commit(ours, proposalEdits(ours, file.proposals), once, now);
    if (!edits) return tl::unexpected(edits.error());
    merge(kept, edits->delta);
    merge(change.delta, edits->delta);
  }
  taking.record = writeRecord(kept);
  for (const auto& piece : inPieces(change.delta)) taking.pieces.push_back(writeRecord(piece));
  return taking;
}

}  // namespace cairn

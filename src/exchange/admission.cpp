#include "exchange/admission.hpp"

#include <algorithm>

#include "command/mentorships.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

// After merging. A single file holds far less (codec/limits.hpp).
constexpr std::size_t kMostVersions = 1'024;
constexpr std::size_t kMostThings = 400'000;

std::size_t countThings(const Root& root, const RootType& type) {
  std::size_t count = 0;
  forEachThing(root, type,
               [&](const Thing& thing, const ThingType&, std::string_view) { count += 1 + thing.unknown.size(); });
  return count;
}

/// A name that is a value here and a list there, or the other way round. An empty list may be either.
bool meansTwoThings(const Root& one, const Root& other) {
  return std::any_of(one.unknownCollections.begin(), one.unknownCollections.end(), [&](const auto& list) {
    const auto value = other.unknown.find(list.first);
    return value != other.unknown.end() && !value->second.silent() && !isOnlyEmptyList(value->second);
  });
}

std::optional<Error> refuse(const Root& ours, const Root& said, const RootType& type) {
  if (meansTwoThings(ours, said) || meansTwoThings(said, ours)) {
    return errorOf(Fault::listInOne, toText(said.id));
  }
  if (countThings(ours, type) + countThings(said, type) > kMostThings) {
    return errorOf(Fault::tooManyTogether, toText(said.id), std::to_string(kMostThings));
  }
  std::optional<Error> refused;
  forEachPair(&ours, said, type, [&](const Thing* known, const Thing& thing, const ThingType& kind) {
    forEachStoredPair(known, thing, kind, [&](const auto& mine, const auto& theirs) {
      if (mine.versions().size() + theirs.versions().size() <= kMostVersions || refused) return;
      refused = errorOf(Fault::versionsTogether, toText(thing.id), std::to_string(kMostVersions));
    });
  });
  return refused;
}

template <class R>
void addRemoved(const Things<R>& roots, const Things<R>& befores, std::vector<Ref>& removed) {
  const RootType& type = rootTypeOf<R>();
  for (const auto& [id, before] : befores) {
    const auto now = roots.find(id);
    if (now == roots.end()) continue;
    if (isAlive(before) && !isThere(now->second)) removed.push_back({id, "", id});
    for (const auto& declared : type.collections) {
      for (const Thing& thing : declared.in(before)) {
        const Thing* current = declared.in(now->second).find(thing.id);
        const bool gone = isAlive(thing, declared.type) && !(current && isAlive(*current, declared.type));
        if (gone) removed.push_back({id, std::string(declared.name), thing.id});
      }
    }
  }
}

}  // namespace

void admit(OpenedFile& file, Whose whose, const Writers& ours, Instant now) {
  Workspace mine = whose == Whose::mine ? file.whole : Workspace{};
  leaveOutPrivate(file);
  if (whose == Whose::mine) file.whole = std::move(mine);
  file.whole.settings = {};
  forEachRootKind(file.whole, [&](auto& roots, std::string_view) {
    for (auto& [id, root] : roots) {
      std::erase_if(root.authors,
                    [&](const auto& entry) { return entry.first == ours.shared || entry.second.since > now + kDay; });
    }
  });
}

std::optional<Error> refuseUnmergeable(const Workspace& model, const OpenedFile& file) {
  std::optional<Error> refused;
  const auto look = [&]<class R>(const Things<R>& known, const Things<R>& said) {
    for (const auto& [id, root] : said) {
      const auto ours = known.find(id);
      if (ours != known.end() && !refused) refused = refuse(ours->second, root, rootTypeOf<R>());
    }
  };
  for (const auto* content : {&file.whole, &file.proposals}) {
    look(model.mentorships, content->mentorships);
    look(model.programmes, content->programmes);
  }
  return refused;
}

std::optional<Error> refuseEdits(const Workspace& model, const OpenedFile& file, Instant now) {
  if (!file.isProposal()) return std::nullopt;
  Workspace trial;
  const auto copy = []<class R>(const Things<R>& known, const Things<R>& said, Things<R>& into) {
    for (const auto& [id, root] : said) {
      const auto found = known.find(id);
      if (found != known.end()) into.emplace(id, found->second);
    }
  };
  copy(model.mentorships, file.proposals.mentorships, trial.mentorships);
  copy(model.programmes, file.proposals.programmes, trial.programmes);
  merge(trial, file.whole);
  Writers nobody{1, 2, 1, 1, 0};
  const auto edits = commit(trial, proposalEdits(trial, file.proposals), nobody, now);
  return edits ? std::nullopt : std::optional(edits.error());
}

void leaveOutUnseen(OpenedFile& file, Preview& preview) {
  if (!preview.isProposal || preview.unseen.empty()) return;
  leaveOut(file.proposals, preview.unseen);
  preview.changes = preview.shown.size();
}

std::vector<Ref> removedBy(const Workspace& model, const Change& change) {
  std::vector<Ref> removed;
  addRemoved(model.mentorships, change.before.mentorships, removed);
  addRemoved(model.programmes, change.before.programmes, removed);
  return removed;
}

}  // namespace cairn

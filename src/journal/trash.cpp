#include "journal/trash.hpp"

#include <algorithm>
#include <charconv>

#include "codec/file.hpp"

namespace cairn {
namespace {

constexpr std::string_view kMark = "cairn-trash 1 ";

// The first line is the mark and the instant, then a line a removal, an empty line, and a record.
std::string refText(const Ref& ref) { return toText(ref.root) + "/" + ref.collection + "/" + toText(ref.thing) + "\n"; }

std::optional<Ref> refFromText(std::string_view line) {
  const auto first = line.find('/');
  const auto last = line.rfind('/');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  const auto root = idFromText(line.substr(0, first));
  const auto thing = idFromText(line.substr(last + 1));
  if (!root || !thing) return std::nullopt;
  return Ref{*root, std::string(line.substr(first + 1, last - first - 1)), *thing};
}

std::string_view takeLine(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

template <class R>
bool holds(const Things<R>& roots, const Ref& ref) {
  const auto root = roots.find(ref.root);
  if (root == roots.end()) return false;
  if (ref.collection.empty()) return isThere(root->second);
  const CollectionType* declared = rootTypeOf<R>().find(ref.collection);
  const Thing* thing = declared ? declared->in(root->second).find(ref.thing) : nullptr;
  return thing && isAlive(*thing, declared->type);
}

}  // namespace

std::optional<StoredFile> trashOf(const Change& change, const std::string& path, Instant now) {
  if (change.removals.empty() || change.empty) return std::nullopt;
  std::string text = std::string(kMark) + std::to_string(now) + "\n";
  for (const auto& ref : change.removals) text += refText(ref);
  text += "\n" + writeRecord(change.before);
  return StoredFile{path, std::move(text)};
}

Result<Trashed> readTrash(const StoredFile& file) {
  std::string_view rest = file.bytes;
  if (!rest.starts_with(kMark)) return failure(Fault::notRemoved, file.path);
  Trashed trashed{file.path, 0, {}, {}};
  const auto stamp = takeLine(rest).substr(kMark.size());
  std::from_chars(stamp.data(), stamp.data() + stamp.size(), trashed.removedAt);
  for (auto line = takeLine(rest); !line.empty(); line = takeLine(rest)) {
    const auto ref = refFromText(line);
    if (!ref) return failure(Fault::removesNothing, file.path);
    trashed.removals.push_back(*ref);
  }
  auto content = readRecord(rest);
  if (!content) return tl::unexpected(content.error());
  trashed.content = std::move(*content);
  return trashed;
}

std::vector<Trashed> trashIn(const std::vector<StoredFile>& files) {
  std::vector<Trashed> all;
  for (const auto& file : files) {
    if (!isTrash(file.path)) continue;
    if (auto one = readTrash(file)) all.push_back(std::move(*one));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Trashed& a, const Trashed& b) { return a.removedAt > b.removedAt; });
  return all;
}

std::vector<std::string> oldTrash(const std::vector<StoredFile>& files, Instant now) {
  std::vector<std::string> old;
  const auto all = trashIn(files);
  for (std::size_t at = kTrashAlways; at < all.size(); ++at) {
    if (all[at].removedAt + kTrashKept < now) old.push_back(all[at].path);
  }
  return old;
}

bool overlap(const Trashed& a, const Trashed& b) {
  return std::any_of(a.removals.begin(), a.removals.end(), [&](const Ref& ref) {
    return std::any_of(b.removals.begin(), b.removals.end(), [&](const Ref& other) {
      const bool whole = ref.collection.empty() || other.collection.empty();
      return ref == other || (ref.root == other.root && whole);
    });
  });
}

bool standsAgain(const Workspace& model, const Trashed& trashed) {
  return std::all_of(trashed.removals.begin(), trashed.removals.end(),
                     [&](const Ref& ref) { return holds(model.mentorships, ref) || holds(model.programmes, ref); });
}

Command bringBack(const Trashed& trashed) {
  Command command{CommandName::bringBack, {}, {}};
  command.givesBack = true;
  restoreRemoved(trashed.removals, trashed.content, command.edit);
  return command;
}

}  // namespace cairn

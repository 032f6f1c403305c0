#include "insight/difference.hpp"

#include <algorithm>

#include "insight/shown.hpp"

namespace cairn {
namespace {

template <class Value>
void compareField(const FieldTraits& declared, const Field<Value>& before, const Field<Value>& after,
                  std::vector<Difference>& found) {
  if (declared.onTwoVersions == OnTwoVersions::latest) return;
  const Value& old = *before;
  const Value& now = *after;
  const bool more = after.differentValues() > std::max<std::size_t>(before.differentValues(), 1);
  if (old == now && !more) return;
  Difference difference;
  difference.kind = old == now ? DifferenceKind::versions : DifferenceKind::changed;
  difference.field = declared.name;
  difference.from = shown(old);
  difference.to = shown(now);
  found.push_back(std::move(difference));
}

template <class T>
void compare(std::string_view collection, const T& before, const T& after, std::vector<Difference>& found) {
  const std::size_t first = found.size();
  forEachField<T>(
      [&](const auto& declared) { compareField(declared, before.*declared.member, after.*declared.member, found); });
  for (std::size_t at = first; at < found.size(); ++at) {
    found[at].collection = collection;
    found[at].thing = after.id;
    found[at].label = labelOf(after);
  }
}

}  // namespace

std::vector<Difference> differences(const Mentorship& before, const Mentorship& after) {
  std::vector<Difference> found;
  if (isThere(before) && isThere(after)) compare("", before, after, found);
  forEachCollection<Mentorship>([&](const auto& declared) {
    const auto& olds = before.*declared.member;
    const auto& news = after.*declared.member;
    const std::string name(declared.name);
    for (const auto& [id, thing] : news) {
      const auto* old = findAlive(olds, id);
      const bool alive = isAlive(thing);
      if (old && alive) {
        compare(declared.name, *old, thing, found);
      } else if (alive) {
        found.push_back({DifferenceKind::added, name, id, labelOf(thing), "", "", ""});
      } else if (old) {
        found.push_back({DifferenceKind::removed, name, id, labelOf(*old), "", "", ""});
      }
    }
    for (const auto& [id, old] : olds) {
      if (!news.contains(id) && isAlive(old)) {
        found.push_back({DifferenceKind::removed, name, id, labelOf(old), "", "", ""});
      }
    }
  });
  return found;
}

}  // namespace cairn

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
  difference.from = shown(declared, old);
  difference.to = shown(declared, now);
  found.push_back(std::move(difference));
}

void compare(std::string_view collection, const ThingType& type, const Thing& before, const Thing& after,
             std::vector<Difference>& found) {
  const std::size_t first = found.size();
  forEachField(
      type, [&](const FieldTraits& declared, auto at) { compareField(declared, at.in(before), at.in(after), found); });
  for (std::size_t at = first; at < found.size(); ++at) {
    found[at].collection = collection;
    found[at].thing = after.id;
    found[at].label = labelOf(after, type);
  }
}

}  // namespace

std::vector<Difference> differences(const Mentorship& before, const Mentorship& after) {
  std::vector<Difference> found;
  if (isThere(before) && isThere(after)) compare("", typeOf<Mentorship>(), before, after, found);
  forEachCollection<Mentorship>([&](const auto& declared) {
    const auto& olds = before.*declared.member;
    const auto& news = after.*declared.member;
    const std::string name(declared.name);
    const ThingType& type = typeOf<typename std::remove_cvref_t<decltype(news)>::mapped_type>();
    for (const auto& [id, thing] : news) {
      const auto* old = findAlive(olds, id);
      const bool alive = isAlive(thing);
      if (old && alive) {
        compare(declared.name, type, *old, thing, found);
      } else if (alive) {
        found.push_back({DifferenceKind::added, name, id, labelOf(thing, type), "", "", ""});
      } else if (old) {
        found.push_back({DifferenceKind::removed, name, id, labelOf(*old, type), "", "", ""});
      }
    }
    for (const auto& [id, old] : olds) {
      if (!news.contains(id) && isAlive(old)) {
        found.push_back({DifferenceKind::removed, name, id, labelOf(old, type), "", "", ""});
      }
    }
  });
  return found;
}

}  // namespace cairn

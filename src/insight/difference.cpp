#include "insight/difference.hpp"

#include <algorithm>

#include "insight/shown.hpp"

namespace cairn {
namespace {

template <class T>
void compare(std::string_view collection, const T& before, const T& after, std::vector<Difference>& found) {
  forEachField<T>([&](const auto& declared) {
    const auto& old = *(before.*declared.member);
    const auto& now = *(after.*declared.member);
    if (declared.onTwoVersions == OnTwoVersions::latest) return;
    const bool more = (after.*declared.member).differentValues() >
                      std::max<std::size_t>((before.*declared.member).differentValues(), 1);
    if (old == now && !more) return;
    found.push_back({old == now ? DifferenceKind::versions : DifferenceKind::changed, std::string(collection), after.id,
                     labelOf(after), std::string(declared.name), shown(old), shown(now)});
  });
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

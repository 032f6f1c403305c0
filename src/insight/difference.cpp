#include "insight/difference.hpp"

#include <algorithm>
#include <tuple>

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
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    const ThingType& type = declared.type;
    const auto first = static_cast<std::ptrdiff_t>(found.size());
    const auto one = [&](DifferenceKind kind, const Thing& thing) {
      found.push_back({kind, std::string(declared.name), thing.id, labelOf(thing, type), "", "", ""});
    };
    for (const Thing& thing : declared.in(after)) {
      const Thing* old = declared.in(before).find(thing.id);
      if (old && !isAlive(*old, type)) old = nullptr;
      const bool alive = isAlive(thing, type);
      if (old && alive) {
        compare(declared.name, type, *old, thing, found);
      } else if (alive) {
        one(DifferenceKind::added, thing);
      } else if (old) {
        one(DifferenceKind::removed, *old);
      }
    }
    for (const Thing& old : declared.in(before)) {
      if (!declared.in(after).find(old.id) && isAlive(old, type)) one(DifferenceKind::removed, old);
    }
    // What belongs to one thing stays together.
    std::stable_sort(found.begin() + first, found.end(), [](const Difference& a, const Difference& b) {
      return std::tie(a.label, a.thing) < std::tie(b.label, b.thing);
    });
  }
  return found;
}

}  // namespace cairn

#include "insight/difference.hpp"

#include <type_traits>

namespace cairn {
namespace {

template <class Value>
std::string shown(const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) {
    return value;
  } else if constexpr (std::is_same_v<Value, bool>) {
    return value ? "yes" : "no";
  } else if constexpr (std::is_enum_v<Value>) {
    return std::string(words(Value{})[static_cast<std::size_t>(value)]);
  } else if constexpr (std::is_same_v<Value, std::int64_t>) {
    return std::to_string(value);
  } else if constexpr (std::is_same_v<Value, Decimal>) {
    return value.digits;
  } else if constexpr (std::is_same_v<Value, WeekHours>) {
    std::string all;
    for (const auto& [from, to] : value.days) all += (all.empty() ? "" : ", ") + toText(from) + "-" + toText(to);
    return all;
  } else {
    return toText(value);
  }
}

/// The first text of a thing is what people call it by.
template <class T>
std::string labelOf(const T& thing) {
  std::string label;
  forEachField<T>([&](const auto& declared) {
    using Value = typename std::remove_cvref_t<decltype(thing.*declared.member)>::Value;
    if constexpr (std::is_same_v<Value, std::string>) {
      if (label.empty() && declared.lane == Lane::shared) label = *(thing.*declared.member);
    } else if constexpr (std::is_same_v<Value, Date>) {
      if (label.empty()) label = toText(*(thing.*declared.member));
    }
  });
  return label;
}

template <class T>
void compare(std::string_view collection, const T& before, const T& after, std::vector<Difference>& found) {
  forEachField<T>([&](const auto& declared) {
    const auto& old = *(before.*declared.member);
    const auto& now = *(after.*declared.member);
    if (old == now || declared.onTwoVersions == OnTwoVersions::latest) return;
    found.push_back({DifferenceKind::changed, std::string(collection), after.id, labelOf(after),
                     std::string(declared.name), shown(old), shown(now)});
  });
}

}  // namespace

std::vector<Difference> differences(const Mentorship& before, const Mentorship& after) {
  std::vector<Difference> found;
  compare("", before, after, found);
  forEachCollection<Mentorship>([&](const auto& declared) {
    for (const auto& [id, thing] : after.*declared.member) {
      const auto* old = findAlive(before.*declared.member, id);
      const bool alive = isAlive(thing);
      const std::string name(declared.name);
      if (old && alive) {
        compare(declared.name, *old, thing, found);
      } else if (alive) {
        found.push_back({DifferenceKind::added, name, id, labelOf(thing), "", "", ""});
      } else if (old) {
        found.push_back({DifferenceKind::removed, name, id, labelOf(*old), "", "", ""});
      }
    }
  });
  return found;
}

}  // namespace cairn

#pragma once
// What commands share about lists that people put in order.
#include <algorithm>
#include <string>
#include <vector>

#include "base/order.hpp"
#include "command/command.hpp"

namespace cairn {

/// The order key behind the last of these.
template <class T>
std::string orderBehind(const std::vector<const T*>& list) {
  return orderBetween(list.empty() ? std::string() : *list.back()->order, "");
}

/// Writes what puts a thing of a list at a place in it. A key over 100 characters gives the whole list new ones.
template <class T>
void moveTo(std::vector<const T*> list, const Id& id, std::size_t place, Things<T>& edits) {
  const auto moved = std::find_if(list.begin(), list.end(), [&](const T* thing) { return thing->id == id; });
  if (moved == list.end()) return;
  const T* thing = *moved;
  list.erase(moved);
  place = std::min(place, list.size());
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), thing);
  const std::string before = place > 0 ? *list[place - 1]->order : std::string();
  const std::string after = place + 1 < list.size() ? *list[place + 1]->order : std::string();
  const std::string key = orderBetween(before, after);
  const bool last = place + 1 == list.size();
  constexpr std::size_t kLongestOrder = 100;
  const bool fits = key.size() <= kLongestOrder && before < key && (last || key < after);
  if (fits) return thingAt(edits, id).order.set(key);
  std::string order;
  for (const T* each : list) thingAt(edits, each->id).order.set(order = orderBetween(order, ""));
}

}  // namespace cairn

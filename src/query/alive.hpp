#pragma once
// What the questions of this folder share: the things of a collection that are there, and their order.
#include <algorithm>
#include <vector>

#include "model/mentorship.hpp"

namespace cairn {

/// Those that nobody has removed and that `keep` answers true for, by id.
template <class T, class Keep>
std::vector<const T*> alive(const Things<T>& things, Keep&& keep) {
  std::vector<const T*> found;
  for (const auto& [id, thing] : things) {
    if (isAlive(thing) && keep(thing)) found.push_back(&thing);
  }
  return found;
}

/// By the order that people gave them.
template <class T>
std::vector<const T*> byOrder(std::vector<const T*> things) {
  std::stable_sort(things.begin(), things.end(),
                   [](const T* a, const T* b) { return a->order.get() < b->order.get(); });
  return things;
}

}  // namespace cairn

#include "codec/json.hpp"

#include <algorithm>

namespace cairn {

std::string toText(JsonPath path) {
  std::string text;
  for (const auto& step : path) {
    if (step.name.empty()) {
      text += "[" + std::to_string(step.index) + "]";
    } else {
      text += (text.empty() ? "" : ".") + step.name;
    }
  }
  return text;
}

const Json* Json::member(std::string_view name) const {
  const auto* all = members();
  if (!all) return nullptr;
  for (const auto& [key, json] : *all) {
    if (key == name) return &json;
  }
  return nullptr;
}

int Json::depth() const {
  int deepest = 0;
  if (const auto* items = array()) {
    for (const auto& item : *items) deepest = std::max(deepest, item.depth());
  } else if (const auto* all = members()) {
    for (const auto& [key, json] : *all) deepest = std::max(deepest, json.depth());
  } else {
    return 0;
  }
  return deepest + 1;
}

bool operator==(const Json& a, const Json& b) { return a.value == b.value; }

}  // namespace cairn

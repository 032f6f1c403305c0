#pragma once
// Where something stands in a file, for refusals.
#include <string>
#include <string_view>

namespace cairn {

/// A place for a refusal to name; made into words only when there is one.
struct Where {
  std::string_view section;  ///< of merge; empty: of the plan
  std::string_view collection;
  std::string_view id;
  std::size_t index = kNone;
  static constexpr std::size_t kNone = ~std::size_t{0};
  bool own = false;  ///< in "private"

  std::string text(std::string_view field = {}) const {
    std::string all = own ? "private." : "";
    if (!section.empty()) all += "merge." + std::string(section) + ".";
    all += collection;
    if (!id.empty()) all += "." + std::string(id);
    if (index != kNone) all += "[" + std::to_string(index) + "]";
    const bool begins = all.empty() || all.back() == '.';
    if (!field.empty()) all += (begins ? "" : ".") + std::string(field);
    return all;
  }
};

}  // namespace cairn

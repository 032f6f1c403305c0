#pragma once
// A list whose order people choose: by its grips with mouse or finger, or with the arrows on a grip.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "widgets/widgets.hpp"

namespace cairn {

struct ReorderOptions {
  std::size_t count = 0;
  std::function<std::string(std::size_t at)> key;
  std::function<std::string(std::size_t at)> name;  ///< of the thing, for its grip
  std::function<void(std::size_t at)> draw;         ///< the thing, at the right of its grip
};
struct Moved {
  std::size_t from = 0;
  std::size_t to = 0;  ///< where it stands afterwards
};
/// What was moved; the caller changes the model.
std::optional<Moved> reorderList(Ui& ui, const std::string& key, std::string_view name, const ReorderOptions& options);

}  // namespace cairn

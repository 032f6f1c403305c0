#include "model/fields.hpp"

namespace cairn {

bool isAlive(const Thing& thing, const ThingType& type) {
  bool alive = false;
  forEachStored(thing, type, [&](const auto& field, Lane lane) {
    alive = alive || (lane == type.lane && !field.versions().empty());
  });
  return alive;
}

const ThingType& unknownType(Lane lane) {
  static constexpr ThingType kShared{{}, {}, Lane::shared};
  static constexpr ThingType kOwn{{}, {}, Lane::own};
  return lane == Lane::shared ? kShared : kOwn;
}

}  // namespace cairn

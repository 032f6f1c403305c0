#include "model/root.hpp"

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

const Field<RawJson>* findUnknown(const Thing* thing, const UnknownKey& key) {
  if (!thing) return nullptr;
  const auto found = thing->unknown.find(key);
  return found != thing->unknown.end() ? &found->second : nullptr;
}

const UnknownThing* findUnknown(const Root* root, const UnknownKey& list, const Id& id) {
  if (!root) return nullptr;
  const auto things = root->unknownCollections.find(list);
  if (things == root->unknownCollections.end()) return nullptr;
  const auto found = things->second.find(id);
  return found != things->second.end() ? &found->second : nullptr;
}

const CollectionType* RootType::find(std::string_view name) const {
  for (const auto& declared : collections) {
    if (declared.name == name) return &declared;
  }
  return nullptr;
}

bool isThere(const Root& root, const RootType& type) {
  if (isAlive(root, type.own)) return true;
  for (const auto& declared : type.collections) {
    for (const Thing& thing : declared.in(root)) {
      if (isAlive(thing, declared.type)) return true;
    }
  }
  for (const auto& [key, things] : root.unknownCollections) {
    for (const auto& [id, thing] : things) {
      if (isAlive(thing, unknownType(key.first))) return true;
    }
  }
  return false;
}

}  // namespace cairn

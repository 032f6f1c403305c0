#pragma once
// Root: what mentorships and programmes have in common, and their declared collections as data.
//
// Work on everything in a root is a plain function over Root and its RootType:
//
//   for (const CollectionType& declared : type.collections) {
//     for (Thing& thing : declared.in(root)) strip(thing, declared.type);
//   }
//
// How a root declares its collections: model/declare.hpp.
// Limits: a RootType fits roots of its own kind alone; nothing is erased from a collection while it
// is walked.
#include <cstring>
#include <iterator>

#include "model/thing.hpp"

namespace cairn {

template <class T>
using Things = std::map<Id, T>;

template <class T>
const T* findAlive(const Things<T>& things, const Id& id) {
  const auto found = things.find(id);
  return found != things.end() && isAlive(found->second) ? &found->second : nullptr;
}

/// The thing with this id, made silent if it is new: for building edits.
template <class T>
T& thingAt(Things<T>& things, const Id& id) {
  T& thing = things[id];
  thing.id = id;
  return thing;
}

/// A thing of a collection that only a later Cairn knows, which has the lane of that collection.
struct UnknownThing : Thing {};
const ThingType& unknownType(Lane lane);

/// Who writes as a writer, since when. The later entry counts.
struct Author {
  Id person;
  Instant since = 0;
  friend auto operator<=>(const Author&, const Author&) = default;
};

/// The lane and the name of what only a later Cairn knows.
using UnknownKey = std::pair<Lane, std::string>;

/// What mentorships and programmes have in common besides their declared collections.
struct Root : Thing {
  std::map<Writer, Author> authors;
  std::map<UnknownKey, Things<UnknownThing>> unknownCollections;
};

/// A member of a thing, or a thing of a list, that only a later Cairn knows; null where it is not there.
const Field<RawJson>* findUnknown(const Thing* thing, const UnknownKey& key);
const UnknownThing* findUnknown(const Root* root, const UnknownKey& list, const Id& id);

/// A place in a collection: the iterator of its map, whatever its kind.
struct Cursor {
  void* place = nullptr;
};

/// What can be done with a map of things without knowing their kind. Null is "no thing".
struct ThingsWork {
  Thing* (*first)(void* things, Cursor& at);
  Thing* (*next)(void* things, Cursor& at);
  Thing* (*find)(void* things, const Id& id);
  Thing& (*place)(void* things, const Id& id, Cursor& expected);
  void (*put)(void* things, const Thing& thing);
  void (*erase)(void* things, const Id& id);
  std::size_t (*size)(const void* things);
};

/// The things of one collection, to walk and to change. AnyThing: Thing, or const Thing.
template <class AnyThing>
class AnyThings {
 public:
  AnyThings(const void* things, const ThingsWork& work) : things_(const_cast<void*>(things)), work_(work) {}

  class Walk {
   public:
    Walk(const AnyThings& of) : of_(of), thing_(of.work_.first(of.things_, at_)) {}
    AnyThing& operator*() const { return *thing_; }
    Walk& operator++() {
      thing_ = of_.work_.next(of_.things_, at_);
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return !thing_; }

   private:
    AnyThings of_;
    Cursor at_;
    Thing* thing_;
  };
  Walk begin() const { return {*this}; }
  std::default_sentinel_t end() const { return {}; }

  AnyThing* find(const Id& id) const { return work_.find(things_, id); }
  std::size_t size() const { return work_.size(things_); }

  /// Where a walk in the order of ids begins; for `at`.
  Cursor start() const {
    Cursor at;
    work_.first(things_, at);
    return at;
  }
  /// The thing with this id, made silent if it is new. Quick where it stands, or belongs, at
  /// `expected`, which is behind it afterwards.
  Thing& at(const Id& id, Cursor& expected) const requires(!std::is_const_v<AnyThing>) {
    return work_.place(things_, id, expected);
  }
  Thing& at(const Id& id) const requires(!std::is_const_v<AnyThing>) {
    Cursor expected = start();
    return work_.place(things_, id, expected);
  }
  /// Copies a thing of the same kind into the place of its id.
  void put(const Thing& thing) const requires(!std::is_const_v<AnyThing>) { work_.put(things_, thing); }
  void erase(const Id& id) const requires(!std::is_const_v<AnyThing>) { work_.erase(things_, id); }
  template <class Refuses>
  void eraseIf(Refuses&& refuses) const requires(!std::is_const_v<AnyThing>) {
    std::vector<Id> gone;
    for (const Thing& thing : *this) {
      if (refuses(thing)) gone.push_back(thing.id);
    }
    for (const Id& id : gone) erase(id);
  }

 private:
  void* things_;
  const ThingsWork& work_;
};

/// A declared collection of a root.
struct CollectionType {
  std::string_view name;
  bool single = false;     ///< at most one, with an id that follows from the root's: `onlyId`
  std::size_t offset = 0;  ///< from the beginning of the root
  const ThingType& type;
  const ThingsWork& work;

  AnyThings<Thing> in(Root& root) const { return {reinterpret_cast<std::byte*>(&root) + offset, work}; }
  AnyThings<const Thing> in(const Root& root) const {
    return {reinterpret_cast<const std::byte*>(&root) + offset, work};
  }
};
inline Id onlyId(std::string_view collection, const Id& root) { return derivedId(collection, toText(root)); }

/// The declared fields and collections of one kind of root, in the order of the file.
struct RootType {
  const ThingType& own;
  std::span<const CollectionType> collections;

  /// Null where it has no collection of that name.
  const CollectionType* find(std::string_view name) const;
};

/// The type of Mentorship, Programme or Settings.
template <class R>
const RootType& rootTypeOf();

/// Every thing of a root, itself first: visit(thing, type, collection's name).
template <class AnyRoot, class Visit>
void forEachThing(AnyRoot& root, const RootType& type, Visit&& visit) {
  using AnyThing = std::conditional_t<std::is_const_v<AnyRoot>, const Thing, Thing>;
  visit(static_cast<AnyThing&>(root), type.own, std::string_view());
  for (const auto& declared : type.collections) {
    for (AnyThing& thing : declared.in(root)) visit(thing, declared.type, declared.name);
  }
  for (auto& [key, things] : root.unknownCollections) {
    for (auto& [id, thing] : things) {
      visit(static_cast<AnyThing&>(thing), unknownType(key.first), std::string_view(key.second));
    }
  }
}
template <class R, class Visit>
void forEachThing(R& root, Visit&& visit) {
  using AnyRoot = std::conditional_t<std::is_const_v<R>, const Root, Root>;
  forEachThing(static_cast<AnyRoot&>(root), rootTypeOf<std::remove_const_t<R>>(), visit);
}

/// A root is there while it, or anything in it, is: a write that a removal had not seen brings the
/// whole back to sight.
bool isThere(const Root& root, const RootType& type);

}  // namespace cairn

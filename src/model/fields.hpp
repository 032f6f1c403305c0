#pragma once
// How a thing declares its fields, once, and how roots declare their collections. Codec, merge,
// undo, difference, schema and checks are walks over this (model/thing.hpp).
//
//   struct Goal : Thing { Field<std::string> title; … };
//   constexpr auto fields(const Goal*) { return std::tuple{field("title", &Goal::title), …}; }
#include <array>
#include <tuple>

#include "model/thing.hpp"

namespace cairn {

/// The words of an enum, where they stay.
template <class E>
inline constexpr auto kWords = words(E{});

template <class T, class Value>
struct FieldDeclaration : FieldTraits {
  Field<Value> T::*member = nullptr;

  constexpr FieldDeclaration atMost(std::size_t characters) const {
    auto copy = *this;
    copy.limit = characters;
    return copy;
  }
  constexpr FieldDeclaration mustBeSet() const {
    auto copy = *this;
    copy.required = true;
    return copy;
  }
  constexpr FieldDeclaration onlyMine() const {
    auto copy = *this;
    copy.lane = Lane::own;
    return copy;
  }
  constexpr FieldDeclaration laterShows() const {
    auto copy = *this;
    copy.onTwoVersions = OnTwoVersions::latest;
    return copy;
  }
  constexpr FieldDeclaration programmeSees() const {
    auto copy = *this;
    copy.forProgramme = true;
    return copy;
  }
  constexpr FieldDeclaration between(std::int64_t low, std::int64_t high) const {
    auto copy = *this;
    copy.least = low;
    copy.most = high;
    return copy;
  }
  constexpr FieldDeclaration to(std::string_view collection) const {
    auto copy = *this;
    copy.refersTo = collection;
    return copy;
  }
};

template <class T, class Value>
constexpr FieldDeclaration<T, Value> field(std::string_view name, Field<Value> T::*member) {
  FieldTraits traits;
  traits.name = name;
  traits.kind = kindOf<Value>();
  if constexpr (std::is_enum_v<Value>) traits.words = kWords<Value>;
  return {traits, member};
}

template <class T>
inline constexpr auto kFieldsOf = fields(static_cast<const T*>(nullptr));
template <class T>
inline constexpr std::size_t kFieldCount = std::tuple_size_v<std::remove_const_t<decltype(kFieldsOf<T>)>>;
template <class T>
inline constexpr auto kTraitsOf = std::apply(
    [](const auto&... declared) {
      return std::array<FieldTraits, sizeof...(declared)>{static_cast<const FieldTraits&>(declared)...};
    },
    kFieldsOf<T>);

template <class T>
constexpr Lane laneOf() {
  for (const auto& declared : kTraitsOf<T>) {
    if (declared.lane == Lane::shared) return Lane::shared;
  }
  return kFieldCount<T> == 0 ? Lane::shared : Lane::own;
}

/// Where the field lies that walks see: of an enum that of its Choice.
template <class T, class Value>
std::size_t offsetIn(const T& thing, const FieldDeclaration<T, Value>& declared) {
  using Stored = std::conditional_t<std::is_enum_v<Value>, Field<Choice>, Field<Value>>;
  const Stored& field = thing.*declared.member;
  return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&field) -
                                  reinterpret_cast<const std::byte*>(&static_cast<const Thing&>(thing)));
}

template <class T>
const ThingType& typeOf() {
  static const auto kOffsets = [] {
    const T thing{};
    return std::apply(
        [&](const auto&... declared) { return std::array<std::size_t, kFieldCount<T>>{offsetIn(thing, declared)...}; },
        kFieldsOf<T>);
  }();
  static const ThingType kType{kTraitsOf<T>, kOffsets, laneOf<T>()};
  return kType;
}

template <class T>
bool isAlive(const T& thing) {
  return isAlive(thing, typeOf<T>());
}
template <class T, class Visit>
requires(!std::is_same_v<std::remove_const_t<T>, Thing>) void forEachStored(T& thing, Visit&& visit) {
  using AnyThing = std::conditional_t<std::is_const_v<T>, const Thing, Thing>;
  forEachStored(static_cast<AnyThing&>(thing), typeOf<std::remove_const_t<T>>(), visit);
}

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

/// A collection of a root (a mentorship, a programme).
template <class Root, class T>
struct CollectionDeclaration {
  std::string_view name;
  Things<T> Root::*member;
  bool single = false;  ///< at most one, with an id that follows from the root's: `onlyId`
};
template <class Root, class T>
constexpr CollectionDeclaration<Root, T> collection(std::string_view name, Things<T> Root::*member) {
  return {name, member, false};
}
template <class Root, class T>
constexpr CollectionDeclaration<Root, T> onlyOne(std::string_view name, Things<T> Root::*member) {
  return {name, member, true};
}
inline Id onlyId(std::string_view collection, const Id& root) { return derivedId(collection, toText(root)); }

template <class Root>
inline constexpr auto kCollectionsOf = collections(static_cast<const Root*>(nullptr));

/// Each declared collection of a root: visit(declaration).
template <class Root, class Visit>
constexpr void forEachCollection(Visit&& visit) {
  std::apply([&](const auto&... declared) { (visit(declared), ...); }, kCollectionsOf<Root>);
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

/// What mentorships and programmes have in common besides their declared collections.
struct Root : Thing {
  std::map<Writer, Author> authors;
  std::map<std::pair<Lane, std::string>, Things<UnknownThing>> unknownCollections;
};

/// Every thing of a root, itself first: visit(thing, type, collection's name).
template <class R, class Visit>
void forEachThing(R& root, Visit&& visit) {
  using AnyThing = std::conditional_t<std::is_const_v<R>, const Thing, Thing>;
  visit(static_cast<AnyThing&>(root), typeOf<std::remove_const_t<R>>(), std::string_view());
  forEachCollection<std::remove_const_t<R>>([&](const auto& declared) {
    using T = typename std::remove_cvref_t<decltype(root.*declared.member)>::mapped_type;
    for (auto& [id, thing] : root.*declared.member) visit(static_cast<AnyThing&>(thing), typeOf<T>(), declared.name);
  });
  for (auto& [key, things] : root.unknownCollections) {
    for (auto& [id, thing] : things) {
      visit(static_cast<AnyThing&>(thing), unknownType(key.first), std::string_view(key.second));
    }
  }
}

}  // namespace cairn

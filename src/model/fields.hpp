#pragma once
// How a thing declares its fields, once. Codec, merge, undo, diff, schema and checks are walks over
// this.
//
//   struct Goal : Thing { Field<std::string> title; … };
//   constexpr auto fields(const Goal*) { return std::tuple{field("title", &Goal::title), …}; }
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>

#include "base/id.hpp"
#include "replica/field.hpp"

namespace cairn {

/// Who may ever see a field: everyone who is handed the file, or only me.
enum class Lane { shared, own };
/// What two versions mean: a question for a person, or simply the later one.
enum class OnTwoVersions { ask, latest };

/// What is declared of a field besides its place and its kind of value. Work on fields goes through
/// functions of these and of Field<Value>: they exist once a kind of value, not once a field.
struct FieldTraits {
  std::string_view name;
  std::size_t limit = 1'200;  ///< bytes of a text; means nothing for other kinds of value
  bool required = false;      ///< an empty value is refused
  Lane lane = Lane::shared;
  OnTwoVersions onTwoVersions = OnTwoVersions::ask;
  bool forProgramme = false;                       ///< also goes to the programme, which sees no texts of a talk
  std::int64_t least = -(std::int64_t{1} << 53U);  ///< of a whole number
  std::int64_t most = std::int64_t{1} << 53U;
  std::string_view refersTo = {};  ///< the collection that an id must be in; empty: anything
};

template <class T, class Value>
struct FieldDeclaration : FieldTraits {
  Field<Value> T::*member = nullptr;

  constexpr FieldDeclaration atMost(std::size_t bytes) const {
    auto copy = *this;
    copy.limit = bytes;
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
  return {{name}, member};
}

/// A value that only a later Cairn understands, as compact JSON text.
struct RawJson {
  std::string text;
  friend bool operator==(const RawJson&, const RawJson&) = default;
  friend bool operator<(const RawJson& a, const RawJson& b) { return a.text < b.text; }
};

/// What every thing has: its id, what a deletion of it had seen (empty: never deleted), and fields
/// that this version does not know. Those are kept, merged and written back like any other.
struct Thing {
  Id id;
  Context deleted;
  std::map<std::pair<Lane, std::string>, Field<RawJson>> unknown;
  friend bool operator==(const Thing&, const Thing&) = default;
};

template <class T>
inline constexpr auto kFieldsOf = fields(static_cast<const T*>(nullptr));

/// Each declared field: visit(declaration).
template <class T, class Visit>
constexpr void forEachField(Visit&& visit) {
  std::apply([&](const auto&... declared) { (visit(declared), ...); }, kFieldsOf<T>);
}

/// Each field of a thing, the unknown ones too: visit(field, lane).
template <class T, class Visit>
void forEachStored(T& thing, Visit&& visit) {
  forEachField<std::remove_const_t<T>>([&](const auto& declared) { visit(thing.*declared.member, declared.lane); });
  for (auto& [key, field] : thing.unknown) visit(field, key.first);
}

/// The lane of a thing as a whole: a thing with nothing but private fields is private.
template <class T>
constexpr Lane laneOf() {
  bool shared = false;
  bool any = false;
  forEachField<T>([&](const auto& declared) {
    any = true;
    shared = shared || declared.lane == Lane::shared;
  });
  return shared || !any ? Lane::shared : Lane::own;
}

/// True when something of the thing is there to show. Private fields alone do not bring back what
/// the other side deleted.
template <class T>
bool isAlive(const T& thing) {
  bool alive = false;
  forEachStored(thing, [&](const auto& field, Lane lane) {
    alive = alive || (lane == laneOf<T>() && !field.versions().empty());
  });
  return alive;
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

/// A thing of a collection that only a later Cairn knows.
struct UnknownThing : Thing {};
constexpr auto fields(const UnknownThing*) { return std::tuple<>{}; }

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

/// Every thing of a root, itself first: visit(thing, collection's name).
template <class R, class Visit>
void forEachThing(R& root, Visit&& visit) {
  visit(root, std::string_view());
  forEachCollection<std::remove_const_t<R>>([&](const auto& declared) {
    for (auto& [id, thing] : root.*declared.member) visit(thing, declared.name);
  });
  for (auto& [key, things] : root.unknownCollections) {
    for (auto& [id, thing] : things) visit(thing, std::string_view(key.second));
  }
}

}  // namespace cairn

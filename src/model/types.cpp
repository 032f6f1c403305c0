// The declarations of model/*.hpp as data, made here alone: they are dear to compile.
#include <tuple>

#include "model/workspace.hpp"

namespace cairn {
namespace {

template <class T>
constexpr auto kFieldsOf = fields(static_cast<const T*>(nullptr));
template <class T>
constexpr auto kTraitsOf = std::apply(
    [](const auto&... declared) {
      return std::array<FieldTraits, sizeof...(declared)>{static_cast<const FieldTraits&>(declared)...};
    },
    kFieldsOf<T>);

constexpr Lane laneOf(std::span<const FieldTraits> fields) {
  for (const auto& declared : fields) {
    if (declared.lane == Lane::shared) return Lane::shared;
  }
  return fields.empty() ? Lane::shared : Lane::own;
}

template <class Base, class T, class Member>
std::size_t offsetOf(const T& thing, const Member& member) {
  return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&member) -
                                  reinterpret_cast<const std::byte*>(&static_cast<const Base&>(thing)));
}
/// Where the field lies that walks see: of an enum that of its Choice.
template <class T, class Value>
std::size_t offsetIn(const T& thing, const FieldDeclaration<T, Value>& declared) {
  using Stored = std::conditional_t<std::is_enum_v<Value>, Field<Choice>, Field<Value>>;
  return offsetOf<Thing>(thing, static_cast<const Stored&>(thing.*declared.member));
}

/// The work of a map of one kind of thing.
template <class T>
struct WorkOf {
  using Map = Things<T>;
  using At = typename Map::iterator;
  static_assert(sizeof(At) == sizeof(Cursor) && std::is_trivially_copyable_v<At>);

  static Map& map(void* things) { return *static_cast<Map*>(things); }
  static At from(const Cursor& cursor) {
    At at;
    std::memcpy(static_cast<void*>(&at), &cursor, sizeof at);
    return at;
  }
  static void keep(const At& at, Cursor& cursor) { std::memcpy(&cursor, static_cast<const void*>(&at), sizeof at); }
  static Thing* thing(Map& map, At at) { return at == map.end() ? nullptr : &at->second; }

  static Thing* first(void* things, Cursor& cursor) {
    keep(map(things).begin(), cursor);
    return thing(map(things), from(cursor));
  }
  static Thing* next(void* things, Cursor& cursor) {
    keep(std::next(from(cursor)), cursor);
    return thing(map(things), from(cursor));
  }
  static Thing* find(void* things, const Id& id) { return thing(map(things), map(things).find(id)); }
  static Thing& place(void* things, const Id& id, Cursor& expected) {
    const At at = map(things).try_emplace(from(expected), id);
    at->second.id = id;
    keep(std::next(at), expected);
    return at->second;
  }
  static void put(void* things, const Thing& thing) { map(things)[thing.id] = static_cast<const T&>(thing); }
  static void erase(void* things, const Id& id) { map(things).erase(id); }
  static std::size_t size(const void* things) { return static_cast<const Map*>(things)->size(); }
};
template <class T>
constexpr ThingsWork kWorkOf{WorkOf<T>::first, WorkOf<T>::next,  WorkOf<T>::find, WorkOf<T>::place,
                             WorkOf<T>::put,   WorkOf<T>::erase, WorkOf<T>::size};

template <class R, class T>
CollectionType collectionOf(const R& root, const CollectionDeclaration<R, T>& declared) {
  return {declared.name, declared.single, offsetOf<Root>(root, root.*declared.member), typeOf<T>(), kWorkOf<T>};
}

}  // namespace

template <class T>
const ThingType& typeOf() {
  static const auto kOffsets = [] {
    const T thing{};
    return std::apply(
        [&](const auto&... declared) {
          return std::array<std::size_t, sizeof...(declared)>{offsetIn(thing, declared)...};
        },
        kFieldsOf<T>);
  }();
  static const ThingType kType{kTraitsOf<T>, kOffsets, laneOf(kTraitsOf<T>)};
  return kType;
}

template <class R>
const RootType& rootTypeOf() {
  static const auto kCollections = [] {
    const R root{};
    return std::apply(
        [&](const auto&... declared) {
          return std::array<CollectionType, sizeof...(declared)>{collectionOf(root, declared)...};
        },
        collections(static_cast<const R*>(nullptr)));
  }();
  static const RootType kType{typeOf<R>(), kCollections};
  return kType;
}

namespace {

using MakesType = const ThingType& (*)();
template <class R, class... T>
constexpr auto typesIn(const std::tuple<CollectionDeclaration<R, T>...>&) {
  return std::array<MakesType, sizeof...(T) + 1>{typeOf<R>, typeOf<T>...};
}
template <class R>
constexpr auto kTypesIn = typesIn<R>(collections(static_cast<const R*>(nullptr)));

}  // namespace

// Whoever asks for typeOf<T>() elsewhere finds what is made here: for each root, and each kind of thing that one
// declares.
extern const std::array<std::span<const MakesType>, 3> kTypesMadeHere;
const std::array<std::span<const MakesType>, 3> kTypesMadeHere{kTypesIn<Mentorship>, kTypesIn<Programme>,
                                                               kTypesIn<Settings>};

template const RootType& rootTypeOf<Mentorship>();
template const RootType& rootTypeOf<Programme>();
template const RootType& rootTypeOf<Settings>();

}  // namespace cairn

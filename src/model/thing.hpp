#pragma once
// Thing: what everything in a mentorship has in common, and its declared fields as data.
//
// Work on the fields of any thing is a walk over its ThingType. The visitor is called with each
// field's traits and an accessor of its kind of value, so that a walk exists once a kind of value,
// not once a field or a thing:
//
//   forEachField(type, [&](const FieldTraits& declared, auto at) {
//     mergeField(at.in(into), at.in(from));          // Field<std::string>&, Field<Date>&, …
//   });
//
// How a thing declares its fields: model/declare.hpp.
// Limit: a thing lies in memory as declared; the accessor of a type fits things of that type alone.
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/week_hours.hpp"
#include "model/field.hpp"

namespace cairn {

/// Who may ever see a field: everyone who is handed the file, or only me.
enum class Lane { shared, own };
/// What two versions mean: a question for a person, or simply the later one.
enum class OnTwoVersions { ask, latest };

/// The kinds of values that fields hold; a Choice stands for every enum.
enum class ValueKind : std::uint8_t { text, id, date, time, number, flag, decimal, weekHours, choice };

template <class Value>
constexpr ValueKind kindOf() {
  if constexpr (std::is_same_v<Value, std::string>) return ValueKind::text;
  if constexpr (std::is_same_v<Value, Id>) return ValueKind::id;
  if constexpr (std::is_same_v<Value, Date>) return ValueKind::date;
  if constexpr (std::is_same_v<Value, TimeOfDay>) return ValueKind::time;
  if constexpr (std::is_same_v<Value, std::int64_t>) return ValueKind::number;
  if constexpr (std::is_same_v<Value, bool>) return ValueKind::flag;
  if constexpr (std::is_same_v<Value, Decimal>) return ValueKind::decimal;
  if constexpr (std::is_same_v<Value, WeekHours>) return ValueKind::weekHours;
  static_assert(!std::is_same_v<Value, float> && !std::is_same_v<Value, double>, "decimals are kept digit for digit");
  return ValueKind::choice;
}

/// What is declared of a field besides its place.
struct FieldTraits {
  std::string_view name;
  ValueKind kind = ValueKind::text;
  std::size_t limit = 1'200;  ///< characters (code points) of a text; means nothing for other kinds of value
  bool required = false;      ///< an empty value is refused
  Lane lane = Lane::shared;
  OnTwoVersions onTwoVersions = OnTwoVersions::ask;
  bool forProgramme = false;                       ///< also goes to the programme, which sees no texts of a talk
  std::int64_t least = -(std::int64_t{1} << 53U);  ///< of a whole number
  std::int64_t most = std::int64_t{1} << 53U;
  std::string_view refersTo = {};                ///< the collection that an id must be in; empty: anything
  std::span<const std::string_view> words = {};  ///< of a choice, as they stand in the file
};

inline std::string_view wordOf(const FieldTraits& declared, Choice choice) {
  return declared.words[static_cast<std::size_t>(choice.place)];
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

/// The declared fields of one kind of thing, as data. Made by typeOf<T>() alone (types.cpp).
struct ThingType {
  std::span<const FieldTraits> fields;
  std::span<const std::size_t> offsets;  ///< of each field, from the beginning of the thing
  Lane lane = Lane::shared;              ///< a thing with nothing but private fields is private
};

/// Where a field of one kind of value lies in the things of a type.
template <class Stored>
struct FieldAt {
  std::size_t offset = 0;
  using Value = Stored;
  Field<Stored>& in(Thing& thing) const {
    return *reinterpret_cast<Field<Stored>*>(reinterpret_cast<std::byte*>(&thing) + offset);
  }
  const Field<Stored>& in(const Thing& thing) const {
    return *reinterpret_cast<const Field<Stored>*>(reinterpret_cast<const std::byte*>(&thing) + offset);
  }
};

template <class Visit>
void visitField(const FieldTraits& declared, std::size_t offset, Visit&& visit) {
  switch (declared.kind) {
    case ValueKind::text: return visit(declared, FieldAt<std::string>{offset});
    case ValueKind::id: return visit(declared, FieldAt<Id>{offset});
    case ValueKind::date: return visit(declared, FieldAt<Date>{offset});
    case ValueKind::time: return visit(declared, FieldAt<TimeOfDay>{offset});
    case ValueKind::number: return visit(declared, FieldAt<std::int64_t>{offset});
    case ValueKind::flag: return visit(declared, FieldAt<bool>{offset});
    case ValueKind::decimal: return visit(declared, FieldAt<Decimal>{offset});
    case ValueKind::weekHours: return visit(declared, FieldAt<WeekHours>{offset});
    case ValueKind::choice: return visit(declared, FieldAt<Choice>{offset});
  }
}

/// Each declared field: visit(traits, accessor).
template <class Visit>
void forEachField(const ThingType& type, Visit&& visit) {
  for (std::size_t at = 0; at < type.fields.size(); ++at) visitField(type.fields[at], type.offsets[at], visit);
}

/// The declared field of that name; false where there is none.
template <class Visit>
bool withField(const ThingType& type, std::string_view name, Visit&& visit) {
  for (std::size_t at = 0; at < type.fields.size(); ++at) {
    if (type.fields[at].name != name) continue;
    visitField(type.fields[at], type.offsets[at], visit);
    return true;
  }
  return false;
}

/// Each field of a thing, the unknown ones too: visit(field, lane).
template <class AnyThing, class Visit>
requires std::is_same_v<std::remove_const_t<AnyThing>, Thing>
void forEachStored(AnyThing& thing, const ThingType& type, Visit&& visit) {
  forEachField(type, [&](const FieldTraits& declared, auto at) { visit(at.in(thing), declared.lane); });
  for (auto& [key, field] : thing.unknown) visit(field, key.first);
}

/// True when something of the thing is there to show. Private fields alone do not bring back what
/// the other side deleted.
bool isAlive(const Thing& thing, const ThingType& type);

template <class T>
const ThingType& typeOf();

template <class T>
bool isAlive(const T& thing) {
  return isAlive(thing, typeOf<T>());
}
template <class T, class Visit>
requires(!std::is_same_v<std::remove_const_t<T>, Thing>) void forEachStored(T& thing, Visit&& visit) {
  using AnyThing = std::conditional_t<std::is_const_v<T>, const Thing, Thing>;
  forEachStored(static_cast<AnyThing&>(thing), typeOf<std::remove_const_t<T>>(), visit);
}

}  // namespace cairn

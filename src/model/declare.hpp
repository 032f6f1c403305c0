#pragma once
// How a thing declares its fields, once, and how roots declare their collections. types.cpp makes
// data of it (model/thing.hpp, model/root.hpp); codec, merge, undo, difference, schema and checks
// are walks over those.
//
//   struct Goal : Thing { Field<std::string> title; … };
//   constexpr auto fields(const Goal*) { return std::tuple{field("title", &Goal::title), …}; }
#include <array>
#include <tuple>

#include "model/root.hpp"

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

/// A collection of a root (a mentorship, a programme).
template <class R, class T>
struct CollectionDeclaration {
  std::string_view name;
  Things<T> R::*member;
  bool single = false;
};
template <class R, class T>
constexpr CollectionDeclaration<R, T> collection(std::string_view name, Things<T> R::*member) {
  return {name, member, false};
}
/// At most one, with an id that follows from the root's: `onlyId`.
template <class R, class T>
constexpr CollectionDeclaration<R, T> onlyOne(std::string_view name, Things<T> R::*member) {
  return {name, member, true};
}

}  // namespace cairn

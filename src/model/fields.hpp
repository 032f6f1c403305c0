#pragma once
// How a thing declares its fields, once. Codec, merge, undo, diff and checks are walks over this.
//
//   struct Goal : Thing { Field<std::string> title; … };
//   constexpr auto fields(const Goal*) { return std::tuple{field("title", &Goal::title), …}; }
#include <cstddef>
#include <string_view>
#include <tuple>

#include "base/id.hpp"
#include "replica/field.hpp"

namespace cairn {

/// Who may ever see a field: everyone who is handed the file, or only me.
enum class Lane { shared, own };
/// What two versions mean: a question for a person, or simply the later one.
enum class OnTwoVersions { ask, latest };

template <class T, class Value>
struct FieldDeclaration {
  std::string_view name;
  Field<Value> T::*member;
  std::size_t limit = 400;  ///< bytes of a text; means nothing for other kinds of value
  bool required = false;    ///< an empty value is refused
  Lane lane = Lane::shared;
  OnTwoVersions onTwoVersions = OnTwoVersions::ask;

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
};

template <class T, class Value>
constexpr FieldDeclaration<T, Value> field(std::string_view name, Field<Value> T::*member) {
  return {name, member};
}

/// What every thing has: its id, and what a deletion of it had seen (empty: never deleted).
struct Thing {
  Id id;
  Context deleted;
  friend bool operator==(const Thing&, const Thing&) = default;
};

template <class T, class Visit>
constexpr void forEachField(Visit&& visit) {
  std::apply([&](const auto&... declared) { (visit(declared), ...); }, fields(static_cast<const T*>(nullptr)));
}

}  // namespace cairn

#pragma once
// ThingReader: how one thing of a root is read: its values checked, signed, given their versions.
// codec/root_reader.hpp knows the root and its collections.
#include <algorithm>
#include <array>
#include <map>

#include "codec/dots.hpp"
#include "codec/values.hpp"
#include "codec/where.hpp"
#include "model/workspace.hpp"

namespace cairn {

class ThingReader {
 public:
  void setPlace(std::string place) { place_ = std::move(place); }
  void fail(std::string path, std::string message) {
    if (!error_) error_ = Error{"plan", std::move(message), place_ + std::move(path)};
  }
  const std::optional<Error>& error() const { return error_; }

 protected:
  struct Book {
    std::optional<std::uint32_t> sum;  ///< of the plan that was read
    std::string check;
    WriterList writers;
    bool hasWriters = false;
    std::optional<Signature> ofRoot;  ///< that most of the root's own fields share
    bool fits = false;                ///< the check is that of the plan
    void compare() { fits = sum && check == "crc32:" + toHex(*sum); }
  };
  static std::size_t at(Lane lane) { return lane == Lane::shared ? 0 : 1; }

  void readThing(Lane lane, Json& json, Thing& thing, const ThingType& type, const Where& where);
  /// One entry of a section of the bookkeeping.
  void enter(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where);
  /// Every value is signed, or none is; and no value is kept that its own field has overwritten.
  void settle(Thing& thing, const ThingType& type, std::string_view collection);

  /// A field of the root itself; false where it has none of that name.
  bool readMember(Lane lane, const std::string& name, Thing& thing, const ThingType& type, Json& json);

  bool proposal_ = false;

 private:
  template <class Value>
  void readField(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& json, const Where& where);
  void signThing(Lane lane, Thing& thing, const ThingType& type, const Json& json, const Where& where);
  void addVersions(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where);
  template <class Value>
  void readVersions(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& book, const std::string& place);

 protected:
  std::string place_;
  std::array<Book, 2> books_;
  std::optional<Error> error_;
};

}  // namespace cairn

#pragma once
// ThingReader: how one thing of a root is read: its values checked, signed, given their versions.
// codec/root_reader.hpp knows the root and its collections.
#include <algorithm>
#include <array>
#include <map>

#include "codec/dots.hpp"
#include "codec/limits.hpp"
#include "codec/values.hpp"
#include "codec/where.hpp"
#include "model/workspace.hpp"

namespace cairn {

class ThingReader {
 public:
  explicit ThingReader(const Limits& limits) : limits_(limits) {}
  void setPlace(std::string place) { place_ = std::move(place); }
  void fail(Fault fault, std::string path, std::string value = {}) {
    fail(errorOf(fault, {}, std::move(value)), std::move(path));
  }
  void fail(Error error, std::string path) {
    if (error_) return;
    error.path = place_ + std::move(path);
    error_ = std::move(error);
  }
  const std::optional<Error>& error() const { return error_; }

 protected:
  struct Bookkeeping {
    std::optional<std::uint32_t> sum;  ///< of the plan that was read
    std::string check;
    WriterList writers;
    bool hasWriters = false;
    std::optional<std::pair<Signature, Context>> ofRoot;  ///< that most of the root's own fields share
    bool fits = false;                                    ///< the check is that of the plan
    void compare() { fits = sum && check == "crc32:" + toHex(*sum); }
  };
  static std::size_t at(Lane lane) { return lane == Lane::shared ? 0 : 1; }

  void readThing(Lane lane, Json& json, Thing& thing, const ThingType& type, const Where& where);
  /// One entry of a section of the bookkeeping.
  void enter(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where);
  /// Every value is signed, or none is; and no value is kept that its own field has overwritten.
  void resolveDots(Thing& thing, const ThingType& type, std::string_view collection);

  /// No field is said twice: by name under "dots", and under "versions".
  void refuseDoubleBooks();
  /// A field of the root itself; false where it has none of that name.
  bool readMember(Lane lane, const std::string& name, Thing& thing, const ThingType& type, Json& json);

  /// False, with an error, where a member that this version does not know may not be called so.
  bool mayBeCalled(std::string_view name, const Where& where);
  /// One more thing, or unknown member; false, with an error, where that is too many.
  bool countsAs(std::size_t more, const Where& where);
  RawJson unknownValue(const Json& json, const Where& where, std::string_view name);

  bool proposal_ = false;
  const Limits& limits_;

 private:
  template <class Value>
  void readField(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& json, const Where& where);
  void signThing(Lane lane, Thing& thing, const ThingType& type, const Json& json, const Where& where);
  void addVersions(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where);
  /// The field of that name in that lane, known or not: visit(traits, field).
  template <class Visit>
  void withFieldOf(Lane lane, Thing& thing, const ThingType& type, const std::string& name, const Where& where,
                   Visit&& visit);
  bool isWithin(const Context& context, const std::string& place);
  template <class Value>
  void readVersions(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& bookkeeping,
                    const std::string& place);
  template <class Value>
  void readVersion(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& item, const std::string& place);

 protected:
  std::string place_;
  std::array<Bookkeeping, 2> bookkeeping_;
  std::size_t things_ = 0;
  std::vector<const void*> named_;      ///< fields that "dots" has signed by name
  std::vector<const void*> versioned_;  ///< fields that stand in "versions"
  std::optional<Error> error_;
};

}  // namespace cairn

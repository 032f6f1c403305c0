#pragma once
// A root as JSON: its plan and the bookkeeping of one lane. A walk over the declared fields, shared
// by files, backups and records.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "codec/dots.hpp"
#include "codec/values.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// A deleted thing stays in its collection as its id alone, so that its deletion has a home.
bool belongs(const Thing& thing, const ThingType& type, Lane lane);

class RootWriter {
 public:
  RootWriter(JsonWriter& writer, Lane lane) : out_(writer), lane_(lane) {}

  /// "plan": {…}, "merge": {…}
  void write(const Root& root, const RootType& type);

 private:
  using Has = bool (RootWriter::*)(const Thing&, const ThingType&);
  using Write = void (RootWriter::*)(const Thing&, const ThingType&);

  /// The bookkeeping of one field of this lane that holds anything.
  struct FieldEntry {
    std::string_view name;
    std::size_t versions = 0;
    Signature signature;  ///< of the first version
    const Context* context = nullptr;
    bool leftOut = false;
  };

  /// An unknown member that stood beside the plan, not in it.
  static bool isBeside(std::string_view name) { return name.starts_with('/'); }

  void plan(const Root& root, const RootType& type);
  void collection(const Root& root, const CollectionType& declared);
  void item(const Id& id, const Thing& thing, const ThingType& type, bool single);
  void unknownPart(const Root& root);
  void unknownList(const Things<UnknownThing>& things);
  void besideThePlan(const Root& root);
  void knownFields(const Thing& thing, const ThingType& type);
  void fieldsOf(const Thing& thing, const ThingType& type);
  void head(std::string_view check, const Root& root);
  void addWriters(const Thing& thing, const ThingType& type);
  const std::vector<FieldEntry>& entriesOf(const Thing& thing, const ThingType& type);
  bool hasDots(const Thing& thing, const ThingType& type);
  bool hasVersions(const Thing& thing, const ThingType& type);
  bool deletedHere(const Thing& thing, const ThingType& type);
  void dots(const Thing& thing, const ThingType& type);
  void versions(const Thing& thing, const ThingType& type);
  void deleted(const Thing& thing, const ThingType& type);
  template <class Value>
  void writeVersions(std::string_view name, const FieldTraits& declared, Lane lane, const Field<Value>& field);

  /// One object a section: the root's own entry first, then one object a collection, by id.
  void section(std::string_view name, const Root& root, const RootType& type, Has has, Write write);

  JsonWriter& out_;
  Lane lane_;
  std::set<Writer> found_;
  Writer lastWriter_ = ~Writer{0};
  WriterList writers_;
  std::vector<FieldEntry> entries_;
};

}  // namespace cairn

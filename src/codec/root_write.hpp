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
  template <class R>
  void write(const R& root) {
    out_.key("plan");
    out_.beginSum();
    plan(root);
    const std::string check = "crc32:" + toHex(out_.endSum());
    forEachThing(root, [&](const Thing& thing, const ThingType& type, std::string_view) { addWriters(thing, type); });
    writers_.assign(found_.begin(), found_.end());
    out_.key("merge");
    out_.beginObject();
    head(check, root);
    section("dots", root, &RootWriter::hasDots, &RootWriter::dots);
    section("versions", root, &RootWriter::hasVersions, &RootWriter::versions);
    section("deleted", root, &RootWriter::deletedHere, &RootWriter::deleted);
    out_.endObject();
    besideThePlan(root);
  }

 private:
  using Has = bool (RootWriter::*)(const Thing&, const ThingType&);
  using Write = void (RootWriter::*)(const Thing&, const ThingType&);

  /// The bookkeeping of one field of this lane that holds anything.
  struct Fact {
    std::string_view name;
    std::size_t versions = 0;
    Signature signature;  ///< of the first version
    const Context* context = nullptr;
    bool leftOut = false;
  };

  /// An unknown member that stood beside the plan, not in it.
  static bool isBeside(std::string_view name) { return name.starts_with('/'); }

  template <class R>
  void plan(const R& root) {
    out_.beginObject();
    knownFields(root, typeOf<R>());
    forEachCollection<R>([&](const auto& declared) {
      const auto& things = root.*declared.member;
      using T = typename std::remove_cvref_t<decltype(things)>::mapped_type;
      bool open = false;
      for (const auto& [id, thing] : things) {
        if (!belongs(thing, typeOf<T>(), lane_)) continue;
        if (!std::exchange(open, true)) beginCollection(declared.name, declared.single);
        item(id, thing, typeOf<T>(), declared.single);
      }
      if (open) endCollection(declared.single);
    });
    unknownPart(root);
    out_.endObject();
  }

  void beginCollection(std::string_view name, bool single);
  void endCollection(bool single);
  void item(const Id& id, const Thing& thing, const ThingType& type, bool single);
  void unknownPart(const Root& root);
  void unknownList(const Things<UnknownThing>& things);
  void besideThePlan(const Root& root);
  void knownFields(const Thing& thing, const ThingType& type);
  void fieldsOf(const Thing& thing, const ThingType& type);
  void head(std::string_view check, const Root& root);
  void addWriters(const Thing& thing, const ThingType& type);
  const std::vector<Fact>& factsOf(const Thing& thing, const ThingType& type);
  bool hasDots(const Thing& thing, const ThingType& type);
  bool hasVersions(const Thing& thing, const ThingType& type);
  bool deletedHere(const Thing& thing, const ThingType& type);
  void dots(const Thing& thing, const ThingType& type);
  void versions(const Thing& thing, const ThingType& type);
  void deleted(const Thing& thing, const ThingType& type);
  template <class Value>
  void writeVersions(std::string_view name, const FieldTraits& declared, Lane lane, const Field<Value>& field);

  /// One object a section: the root's own entry first, then one object a collection, by id.
  template <class R>
  void section(std::string_view name, const R& root, Has has, Write write) {
    bool begun = false;
    std::string_view open;
    forEachThing(root, [&](const Thing& thing, const ThingType& type, std::string_view collection) {
      if (!(this->*has)(thing, type)) return;
      if (!std::exchange(begun, true)) {
        out_.key(name);
        out_.beginObject();
      }
      if (collection.empty()) {
        out_.key("root");
      } else {
        if (open != collection) {
          if (!open.empty()) out_.endObject();
          out_.key(open = collection);
          out_.beginObject();
        }
        out_.key(toText(thing.id));
      }
      (this->*write)(thing, type);
    });
    if (!open.empty()) out_.endObject();
    if (begun) out_.endObject();
  }

  JsonWriter& out_;
  Lane lane_;
  std::set<Writer> found_;
  Writer lastWriter_ = ~Writer{0};
  WriterList writers_;
  std::vector<Fact> facts_;
};

}  // namespace cairn

#pragma once
// A root as JSON: its plan and the bookkeeping of one lane. A walk over the declared fields, shared
// by files, backups and records.
#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "codec/dots.hpp"
#include "codec/values.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// A deleted thing stays in its collection as its id alone, so that its deletion has a home.
template <class T>
bool belongs(const T& thing, Lane lane, Lane laneOfThing) {
  bool any = !thing.deleted.empty() && lane == laneOfThing;
  forEachStored(thing, [&](const auto& field, Lane fieldLane) { any = any || (fieldLane == lane && !field.silent()); });
  return any;
}

/// The signature that most fields of a thing share, usually that of its creation: written once.
class CommonSignature {
 public:
  void add(const Signature& signature) {
    const auto found =
        std::find_if(seen_.begin(), seen_.end(), [&](const auto& one) { return one.first == signature; });
    if (found == seen_.end()) {
      seen_.emplace_back(signature, 1);
    } else {
      ++found->second;
    }
  }
  /// The lowest of those that occur most often.
  std::optional<Signature> best() const {
    std::optional<std::pair<Signature, int>> best;
    for (const auto& one : seen_) {
      if (!best || one.second > best->second || (one.second == best->second && one.first < best->first)) best = one;
    }
    if (!best) return std::nullopt;
    return best->first;
  }

 private:
  std::vector<std::pair<Signature, int>> seen_;
};

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
    collectWriters(root);
    out_.key("merge");
    out_.beginObject();
    out_.key("check");
    out_.text(check);
    out_.key("writers");
    out_.beginArray();
    for (const Writer writer : writers_) out_.text(toText(writer));
    out_.endArray();
    if (lane_ == Lane::shared) authors(root);
    section(
        "dots", root, [&](const auto& thing) { return hasDots(thing); }, [&](const auto& t) { dots(t); });
    section(
        "versions", root, [&](const auto& thing) { return hasVersions(thing); }, [&](const auto& t) { versions(t); });
    section(
        "deleted", root, [&](const auto& thing) { return deletedHere(thing); }, [&](const auto& t) { deleted(t); });
    out_.endObject();
    for (const auto& [key, field] : root.unknown) {
      if (key.first != lane_ || !isBeside(key.second) || field.versions().empty() || isLeftOut(*field)) continue;
      out_.key(std::string_view(key.second).substr(1));
      writeValue(out_, *field);
    }
  }

 private:
  /// An unknown member that stood beside the plan, not in it.
  static bool isBeside(std::string_view name) { return name.starts_with('/'); }

  template <class R>
  void plan(const R& root) {
    out_.beginObject();
    knownFields(root);
    forEachCollection<R>([&](const auto& declared) { collection(declared, root); });
    // What this version does not know comes last, by name.
    std::map<std::string_view, std::function<void()>> rest;
    for (const auto& entry : root.unknown) {
      if (entry.first.first != lane_ || entry.second.versions().empty() || isLeftOut(*entry.second)) continue;
      if (isBeside(entry.first.second)) continue;
      rest[entry.first.second] = [this, &entry] { writeValue(out_, *entry.second); };
    }
    for (const auto& entry : root.unknownCollections) {
      if (entry.first.first == lane_) rest[entry.first.second] = [this, &entry] { list(entry.second); };
    }
    for (const auto& [name, write] : rest) {
      out_.key(name);
      write();
    }
    out_.endObject();
  }

  template <class Declared, class R>
  void collection(const Declared& declared, const R& root) {
    const auto& things = root.*declared.member;
    using T = typename std::remove_cvref_t<decltype(things)>::mapped_type;
    const bool any = std::any_of(things.begin(), things.end(),
                                 [&](const auto& entry) { return belongs(entry.second, lane_, laneOf<T>()); });
    if (!any) return;
    out_.key(declared.name);
    if (!declared.single) return list(things);
    out_.beginObject();
    fieldsOf(things.begin()->second);
    out_.endObject();
  }

  template <class T>
  void list(const Things<T>& things) {
    out_.beginArray();
    for (const auto& [id, thing] : things) {
      if (!belongs(thing, lane_, laneHere<T>())) continue;
      out_.beginObject();
      out_.key("id");
      out_.text(toText(id));
      fieldsOf(thing);
      out_.endObject();
    }
    out_.endArray();
  }

  /// An unknown thing has the lane of the collection in which it stands, which is being written.
  template <class T>
  Lane laneHere() const {
    return std::is_same_v<T, UnknownThing> ? lane_ : laneOf<T>();
  }

  template <class Value>
  void writeField(const FieldTraits& declared, const Field<Value>& field) {
    if (declared.lane != lane_ || field.versions().empty() || isLeftOut(*field)) return;
    out_.key(declared.name);
    writeValue(out_, *field);
  }
  template <class T>
  void knownFields(const T& thing) {
    forEachField<T>([&](const auto& declared) { writeField(declared, thing.*declared.member); });
  }
  template <class T>
  void fieldsOf(const T& thing) {
    knownFields(thing);
    for (const auto& [key, field] : thing.unknown) {
      if (key.first != lane_ || field.versions().empty() || isLeftOut(*field)) continue;
      out_.key(key.second);
      writeValue(out_, *field);
    }
  }

  template <class R>
  void authors(const R& root) {
    const auto wrote = [&](const auto& entry) {
      return std::binary_search(writers_.begin(), writers_.end(), entry.first);
    };
    if (std::none_of(root.authors.begin(), root.authors.end(), wrote)) return;
    out_.key("authors");
    out_.beginObject();
    for (const auto& entry : root.authors) {
      if (!wrote(entry)) continue;
      out_.key(toText(entry.first));
      out_.text(toText(entry.second.person) + "@" + std::to_string(entry.second.since));
    }
    out_.endObject();
  }

  void addWriter(const Dot& dot) {
    if (dot.writer != lastWriter_) found_.insert(lastWriter_ = dot.writer);
  }
  template <class Value>
  void addWritersOf(const Field<Value>& field, Lane lane) {
    if (lane != lane_) return;
    for (const auto& version : field.versions()) addWriter(version.dot);
    for (const auto& dot : field.context().dots()) addWriter(dot);
  }
  template <class T>
  void addWriters(const T& thing) {
    forEachStored(thing, [&](const auto& field, Lane lane) { addWritersOf(field, lane); });
    if (!deletedHere(thing)) return;
    for (const auto& dot : thing.deleted.dots()) addWriter(dot);
  }
  template <class R>
  void collectWriters(const R& root) {
    addWriters(root);
    forEachCollection<R>([&](const auto& declared) {
      for (const auto& [id, thing] : root.*declared.member) addWriters(thing);
    });
    for (const auto& [key, things] : root.unknownCollections) {
      if (key.first != lane_) continue;
      for (const auto& [id, thing] : things) addWriters(thing);
    }
    listWriters();
  }
  void listWriters() { writers_.assign(found_.begin(), found_.end()); }

  /// One object a section: the root's own entry first, then one object a collection, by id.
  template <class R, class Has, class Write>
  void section(std::string_view name, const R& root, Has&& has, Write&& write) {
    bool begun = false;
    const auto begin = [&] {
      if (std::exchange(begun, true)) return;
      out_.key(name);
      out_.beginObject();
    };
    if (has(root)) {
      begin();
      out_.key("root");
      write(root);
    }
    const auto entries = [&](std::string_view collection, const auto& things) {
      bool open = false;
      for (const auto& [id, thing] : things) {
        if (!has(thing)) continue;
        begin();
        if (!std::exchange(open, true)) {
          out_.key(collection);
          out_.beginObject();
        }
        out_.key(toText(id));
        write(thing);
      }
      if (open) out_.endObject();
    };
    forEachCollection<R>([&](const auto& declared) { entries(declared.name, root.*declared.member); });
    for (const auto& [key, things] : root.unknownCollections) {
      if (key.first == lane_) entries(key.second, things);
    }
    if (begun) out_.endObject();
  }

  /// The bookkeeping of one field of this lane that holds anything.
  struct Fact {
    std::string_view name;
    std::size_t versions = 0;
    Signature signature;  ///< of the first version
    const Context* context = nullptr;
    bool leftOut = false;
  };
  template <class Value>
  void addFact(std::string_view name, Lane lane, const Field<Value>& field) {
    if (lane != lane_ || field.silent()) return;
    Fact fact{name, field.versions().size(), {}, &field.context(), false};
    if (fact.versions > 0) {
      const auto& first = field.versions().front();
      fact.signature = {first.dot, first.stamp};
      fact.leftOut = isLeftOut(first.value);
    }
    facts_.push_back(fact);
  }
  template <class T>
  const std::vector<Fact>& factsOf(const T& thing) {
    facts_.clear();
    forEachField<T>([&](const auto& declared) { addFact(declared.name, declared.lane, thing.*declared.member); });
    for (const auto& [key, field] : thing.unknown) addFact(key.second, key.first, field);
    return facts_;
  }
  template <class T>
  bool hasDots(const T& thing) {
    const auto& facts = factsOf(thing);
    return std::any_of(facts.begin(), facts.end(), [](const Fact& fact) { return fact.versions == 1; });
  }
  template <class T>
  bool hasVersions(const T& thing) {
    const auto& facts = factsOf(thing);
    return std::any_of(facts.begin(), facts.end(), [](const Fact& fact) { return fact.versions != 1; });
  }
  template <class T>
  bool deletedHere(const T& thing) const {
    return !thing.deleted.empty() && laneHere<T>() == lane_;
  }

  template <class T>
  void dots(const T& thing) {
    writeDots(factsOf(thing));
  }
  void writeDots(const std::vector<Fact>& facts) {
    CommonSignature common;
    const auto mayShare = [](const Fact& fact) { return fact.versions == 1 && fact.context->empty() && !fact.leftOut; };
    for (const auto& fact : facts) {
      if (mayShare(fact)) common.add(fact.signature);
    }
    const auto best = common.best();
    const auto isNamed = [&](const Fact& fact) {
      return fact.versions == 1 && !(best && mayShare(fact) && fact.signature == *best);
    };
    std::string text;
    if (best) appendSignature(text, writers_, *best);
    if (best && std::none_of(facts.begin(), facts.end(), isNamed)) return out_.text(text);
    out_.beginObject();
    if (best) {
      out_.key("");
      out_.text(text);
    }
    for (const auto& fact : facts) {
      if (!isNamed(fact)) continue;
      out_.key(fact.name);
      text.clear();
      appendSignature(text, writers_, fact.signature);
      if (!fact.context->empty()) {
        text += '<';
        appendContext(text, writers_, *fact.context);
      }
      out_.text(text);
    }
    out_.endObject();
  }

  template <class Value>
  void writeVersions(std::string_view name, Lane lane, const Field<Value>& field) {
    if (lane != lane_ || field.silent() || field.versions().size() == 1) return;
    out_.key(name);
    out_.beginObject();
    std::string text;
    if (!field.context().empty()) {
      appendContext(text, writers_, field.context());
      out_.key("overwrote");
      out_.text(text);
    }
    out_.key("values");
    out_.beginArray();
    for (const auto& version : field.versions()) {
      out_.beginObject();
      out_.key("dot");
      text.clear();
      appendSignature(text, writers_, {version.dot, version.stamp});
      out_.text(text);
      out_.key("value");
      writeValue(out_, version.value);
      out_.endObject();
    }
    out_.endArray();
    out_.endObject();
  }
  template <class T>
  void versions(const T& thing) {
    out_.beginObject();
    forEachField<T>([&](const auto& declared) { writeVersions(declared.name, declared.lane, thing.*declared.member); });
    for (const auto& [key, field] : thing.unknown) writeVersions(key.second, key.first, field);
    out_.endObject();
  }

  template <class T>
  void deleted(const T& thing) {
    std::string text;
    appendContext(text, writers_, thing.deleted);
    out_.text(text);
  }

  JsonWriter& out_;
  Lane lane_;
  std::set<Writer> found_;
  Writer lastWriter_ = ~Writer{0};
  WriterList writers_;
  std::vector<Fact> facts_;
};

}  // namespace cairn

#include "codec/root_writer.hpp"

#include <algorithm>
#include <optional>

namespace cairn {
namespace {

/// What is declared of a field that this version does not know: nothing.
constexpr FieldTraits kUndeclared{};

/// A later Cairn has left its empty value out, and what that is only it knows.
template <class Value>
bool isNothing(const Value& value) {
  if constexpr (std::is_same_v<Value, RawJson>) return value.text.empty();
  return false;
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

}  // namespace

bool belongs(const Thing& thing, const ThingType& type, Lane lane) {
  if (!thing.deleted.empty() && lane == type.lane) return true;
  bool any = false;
  forEachStored(thing, type,
                [&](const auto& field, Lane fieldLane) { any = any || (fieldLane == lane && !field.silent()); });
  return any;
}

void RootWriter::write(const Root& root, const RootType& type) {
  out_.key("plan");
  out_.beginSum();
  plan(root, type);
  const std::string check = "crc32:" + toHex(out_.endSum());
  forEachThing(root, type,
               [&](const Thing& thing, const ThingType& kind, std::string_view) { addWriters(thing, kind); });
  writers_.assign(found_.begin(), found_.end());
  out_.key("merge");
  out_.beginObject();
  head(check, root);
  section("dots", root, type, &RootWriter::hasDots, &RootWriter::dots);
  section("versions", root, type, &RootWriter::hasVersions, &RootWriter::versions);
  section("deleted", root, type, &RootWriter::deletedHere, &RootWriter::deleted);
  out_.endObject();
  besideThePlan(root);
}

void RootWriter::plan(const Root& root, const RootType& type) {
  out_.beginObject();
  knownFields(root, type.own);
  for (const auto& declared : type.collections) collection(root, declared);
  unknownPart(root);
  out_.endObject();
}

void RootWriter::collection(const Root& root, const CollectionType& declared) {
  bool open = false;
  for (const Thing& thing : declared.in(root)) {
    if (!belongs(thing, declared.type, lane_)) continue;
    if (!std::exchange(open, true)) {
      out_.key(declared.name);
      if (!declared.single) out_.beginArray();
    }
    item(thing.id, thing, declared.type, declared.single);
  }
  if (open && !declared.single) out_.endArray();
}

void RootWriter::section(std::string_view name, const Root& root, const RootType& type, Has has, Write write) {
  bool begun = false;
  std::string_view open;
  forEachThing(root, type, [&](const Thing& thing, const ThingType& kind, std::string_view collection) {
    if (!(this->*has)(thing, kind)) return;
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
    (this->*write)(thing, kind);
  });
  if (!open.empty()) out_.endObject();
  if (begun) out_.endObject();
}

void RootWriter::item(const Id& id, const Thing& thing, const ThingType& type, bool single) {
  out_.beginObject();
  if (!single) {
    out_.key("id");
    out_.text(toText(id));
  }
  fieldsOf(thing, type);
  out_.endObject();
}

/// What this version does not know comes last, by name.
void RootWriter::unknownPart(const Root& root) {
  std::map<std::string_view, std::function<void()>> rest;
  for (const auto& entry : root.unknown) {
    if (entry.first.first != lane_ || entry.second.versions().empty() || isLeftOut(*entry.second)) continue;
    if (isBeside(entry.first.second)) continue;
    rest[entry.first.second] = [this, &entry] { writeValue(out_, kUndeclared, *entry.second); };
  }
  for (const auto& entry : root.unknownCollections) {
    const auto isHere = [&](const auto& one) { return belongs(one.second, unknownType(lane_), lane_); };
    if (entry.first.first == lane_ && std::any_of(entry.second.begin(), entry.second.end(), isHere))
      rest[entry.first.second] = [this, &entry] { unknownList(entry.second); };
  }
  for (const auto& [name, write] : rest) {
    out_.key(name);
    write();
  }
}

void RootWriter::unknownList(const Things<UnknownThing>& things) {
  const ThingType& type = unknownType(lane_);
  out_.beginArray();
  for (const auto& [id, thing] : things) {
    if (belongs(thing, type, lane_)) item(id, thing, type, false);
  }
  out_.endArray();
}

void RootWriter::besideThePlan(const Root& root) {
  for (const auto& [key, field] : root.unknown) {
    if (key.first != lane_ || !isBeside(key.second) || field.versions().empty() || isLeftOut(*field)) continue;
    out_.key(std::string_view(key.second).substr(1));
    writeValue(out_, kUndeclared, *field);
  }
}

void RootWriter::knownFields(const Thing& thing, const ThingType& type) {
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    const auto& field = at.in(thing);
    if (declared.lane != lane_ || field.versions().empty() || isLeftOut(*field)) return;
    out_.key(declared.name);
    writeValue(out_, declared, *field);
  });
}

void RootWriter::fieldsOf(const Thing& thing, const ThingType& type) {
  knownFields(thing, type);
  for (const auto& [key, field] : thing.unknown) {
    if (key.first != lane_ || field.versions().empty() || isLeftOut(*field)) continue;
    out_.key(key.second);
    writeValue(out_, kUndeclared, *field);
  }
}

void RootWriter::head(std::string_view check, const Root& root) {
  out_.key("check");
  out_.text(check);
  out_.key("writers");
  out_.beginArray();
  for (const Writer writer : writers_) out_.text(toText(writer));
  out_.endArray();
  if (lane_ != Lane::shared) return;
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

void RootWriter::addWriters(const Thing& thing, const ThingType& type) {
  const auto add = [&](const Dot& dot) {
    if (dot.writer != lastWriter_) found_.insert(lastWriter_ = dot.writer);
  };
  forEachStored(thing, type, [&](const auto& field, Lane lane) {
    if (lane != lane_) return;
    for (const auto& version : field.versions()) add(version.dot);
    for (const auto& dot : field.context().dots()) add(dot);
  });
  if (!deletedHere(thing, type)) return;
  for (const auto& dot : thing.deleted.dots()) add(dot);
}

const std::vector<RootWriter::FieldEntry>& RootWriter::entriesOf(const Thing& thing, const ThingType& type) {
  entries_.clear();
  const auto add = [&](std::string_view name, Lane lane, const auto& field) {
    if (lane != lane_ || field.silent()) return;
    FieldEntry entry{name, field.versions().size(), {}, &field.context(), false};
    if (entry.versions > 0) {
      const auto& first = field.versions().front();
      entry.signature = {first.dot, first.stamp};
      entry.leftOut = isLeftOut(first.value);
    }
    entries_.push_back(entry);
  };
  forEachField(type, [&](const FieldTraits& declared, auto at) { add(declared.name, declared.lane, at.in(thing)); });
  for (const auto& [key, field] : thing.unknown) add(key.second, key.first, field);
  return entries_;
}

bool RootWriter::hasDots(const Thing& thing, const ThingType& type) {
  const auto& entries = entriesOf(thing, type);
  return std::any_of(entries.begin(), entries.end(), [](const FieldEntry& entry) { return entry.versions == 1; });
}
bool RootWriter::hasVersions(const Thing& thing, const ThingType& type) {
  const auto& entries = entriesOf(thing, type);
  return std::any_of(entries.begin(), entries.end(), [](const FieldEntry& entry) { return entry.versions != 1; });
}
bool RootWriter::deletedHere(const Thing& thing, const ThingType& type) {
  return !thing.deleted.empty() && type.lane == lane_;
}

void RootWriter::dots(const Thing& thing, const ThingType& type) {
  const auto& entries = entriesOf(thing, type);
  CommonSignature common;
  const auto mayShare = [](const FieldEntry& entry) {
    return entry.versions == 1 && entry.context->empty() && !entry.leftOut;
  };
  for (const auto& entry : entries) {
    if (mayShare(entry)) common.add(entry.signature);
  }
  const auto best = common.best();
  const auto isNamed = [&](const FieldEntry& entry) {
    return entry.versions == 1 && !(best && mayShare(entry) && entry.signature == *best);
  };
  std::string text;
  if (best) appendSignature(text, writers_, *best);
  if (best && std::none_of(entries.begin(), entries.end(), isNamed)) return out_.text(text);
  out_.beginObject();
  if (best) {
    out_.key("");
    out_.text(text);
  }
  for (const auto& entry : entries) {
    if (!isNamed(entry)) continue;
    out_.key(entry.name);
    text.clear();
    appendSignature(text, writers_, entry.signature);
    if (!entry.context->empty()) {
      text += '<';
      appendContext(text, writers_, *entry.context);
    }
    out_.text(text);
  }
  out_.endObject();
}

template <class Value>
void RootWriter::writeVersions(std::string_view name, const FieldTraits& declared, Lane lane,
                               const Field<Value>& field) {
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
    if (!isNothing(version.value)) {
      out_.key("value");
      writeValue(out_, declared, version.value);
    }
    out_.endObject();
  }
  out_.endArray();
  out_.endObject();
}

void RootWriter::versions(const Thing& thing, const ThingType& type) {
  out_.beginObject();
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    writeVersions(declared.name, declared, declared.lane, at.in(thing));
  });
  for (const auto& [key, field] : thing.unknown) writeVersions(key.second, kUndeclared, key.first, field);
  out_.endObject();
}

void RootWriter::deleted(const Thing& thing, const ThingType&) {
  std::string text;
  appendContext(text, writers_, thing.deleted);
  out_.text(text);
}

}  // namespace cairn

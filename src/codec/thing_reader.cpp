#include "codec/thing_reader.hpp"

namespace cairn {
namespace {

/// What is declared of a field that this version does not know: its texts may be long.
constexpr FieldTraits kUnknown = [] {
  FieldTraits traits;
  traits.limit = kNotesLength;
  return traits;
}();

/// The signature that all pending values of a thing share, but for those that are named.
template <class Value>
void signShared(std::string_view name, Field<Value>& field, const Json& named, const Signature& signature) {
  const bool beside = name.starts_with('/');  // signed at the end, wherever it stood
  if (!field.isPending() || beside || named.member(name)) return;
  field.sign(signature.dot, signature.stamp);
}
template <class Value>
void signNamed(Field<Value>& field, const Signature& signature, const Context& context) {
  if (!field.isPending()) field.set({});
  field.sign(signature.dot, signature.stamp);
  field.addContext(context);
}

/// What one lane's bookkeeping had signed is an edit like all else, where the other's did not fit.
template <class Value>
void makePending(Field<Value>& field) {
  if (field.versions().empty()) {
    field = {};
  } else if (!field.isPending()) {
    field.set(Value(field.get()));
  }
}

/// The field of that name in that lane, known or not: visit(traits, field).
template <class Visit>
void withFieldOf(Lane lane, Thing& thing, const ThingType& type, const std::string& name, Visit&& visit) {
  const bool known = withField(type, name, [&](const FieldTraits& declared, auto at) {
    if (declared.lane == lane) visit(declared, at.in(thing));
  });
  if (!known) visit(kUnknown, thing.unknown[{lane, name}]);
}

}  // namespace

template <class Value>
void ThingReader::readField(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& json,
                            const Where& where) {
  Value value{};
  std::string why;
  if (declared.lane != lane) {
    why = declared.lane == Lane::own ? "belongs in \"private\"" : "belongs in \"plan\"";
  } else {
    why = readValue(json, value, declared);
  }
  if (!why.empty()) return fail(where.text(declared.name), std::move(why));
  field.set(std::move(value));
}

bool ThingReader::readMember(Lane lane, const std::string& name, Thing& thing, const ThingType& type, Json& json) {
  return withField(type, name, [&](const FieldTraits& declared, auto at) {
    readField(lane, declared, at.in(thing), json, Where{});
  });
}

void ThingReader::readThing(Lane lane, Json& json, Thing& thing, const ThingType& type, const Where& where) {
  JsonMembers* members = json.members();
  if (!members) return fail(where.text(), "must be an object");
  // Nearly always the members come in declared order.
  std::size_t next = 0;
  for (auto& [name, value] : *members) {
    if (name == "id") continue;
    const std::size_t count = type.fields.size();
    std::size_t place = next;
    while (place < count && type.fields[place].name != name) ++place;
    if (place == count) {
      place = 0;
      while (place < next && type.fields[place].name != name) ++place;
      if (place == next) place = count;
    }
    if (place == count) {
      thing.unknown[{lane, name}].set(RawJson{writeJsonCompact(value)});
      continue;
    }
    Json& known = value;
    visitField(type.fields[place], type.offsets[place],
               [&](const FieldTraits& declared, auto at) { readField(lane, declared, at.in(thing), known, where); });
    next = place + 1;
  }
}

void ThingReader::enter(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where) {
  if (where.section == "dots") return signThing(lane, thing, type, json, where);
  if (where.section == "versions") return addVersions(lane, thing, type, json, where);
  const auto context = json.text() ? contextFromText(books_[at(lane)].writers, *json.text()) : std::nullopt;
  if (!context) return fail(where.text(), "must be a context such as \"0:12\"");
  thing.deleted = *context;
}

void ThingReader::signThing(Lane lane, Thing& thing, const ThingType& type, const Json& json, const Where& where) {
  const auto read = [&](const Json& text, std::string_view field) {
    auto signature = text.text() ? signatureFromText(books_[at(lane)].writers, *text.text()) : std::nullopt;
    if (!signature) fail(where.text(field), "must be a dot such as \"0:12@1764028800000\"");
    return signature;
  };
  if (const Json* common = json.text() ? &json : json.member("")) {
    const auto signature = read(*common, "");
    if (!signature) return;
    forEachField(type, [&](const FieldTraits& declared, auto at) {
      if (declared.lane == lane) signShared(declared.name, at.in(thing), json, signature->first);
    });
    for (auto& [key, field] : thing.unknown) {
      if (key.first == lane) signShared(key.second, field, json, signature->first);
    }
    if (where.collection == "root") books_[at(lane)].ofRoot = signature->first;
  }
  if (json.text()) return;
  if (!json.members()) return fail(where.text(), "must be a text or an object");
  for (const auto& [name, text] : *json.members()) {
    if (name.empty()) continue;
    const auto signature = read(text, name);
    if (!signature) return;
    withFieldOf(lane, thing, type, name,
                [&](const FieldTraits&, auto& field) { signNamed(field, signature->first, signature->second); });
  }
}

void ThingReader::addVersions(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where) {
  if (!json.members()) return fail(where.text(), "must be an object");
  for (auto& member : *json.members()) {
    withFieldOf(lane, thing, type, member.first, [&](const FieldTraits& declared, auto& field) {
      readVersions(lane, declared, field, member.second, where.text(member.first));
    });
  }
}

template <class Value>
void ThingReader::readVersions(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& book,
                               const std::string& place) {
  const WriterList& writers = books_[at(lane)].writers;
  field = {};
  if (const Json* overwrote = book.member("overwrote")) {
    const auto context = overwrote->text() ? contextFromText(writers, *overwrote->text()) : std::nullopt;
    if (!context) return fail(place + ".overwrote", "must be a context such as \"0:12\"");
    field.addContext(*context);
  }
  for (auto& [name, values] : book.members() ? *book.members() : JsonMembers{}) {
    if (name != "values" || !values.array()) continue;
    for (auto& item : *values.array()) {
      Version<Value> version;
      std::optional<std::pair<Signature, Context>> signature;
      bool hasValue = false;
      for (auto& [key, member] : item.members() ? *item.members() : JsonMembers{}) {
        if (key == "dot" && member.text()) signature = signatureFromText(writers, *member.text());
        if (key != "value") continue;
        hasValue = true;
        if (auto why = readValue(member, version.value, declared); !why.empty()) return fail(place, std::move(why));
      }
      if (!signature || !hasValue) return fail(place, "a version needs a value and a dot");
      version.dot = signature->first.dot;
      version.stamp = signature->first.stamp;
      field.addVersion(std::move(version));
    }
  }
}

void ThingReader::settle(Thing& thing, const ThingType& type, std::string_view collection) {
  if (proposal_) {
    thing.deleted = {};
    return forEachStored(thing, type, [](auto& field, Lane) { makePending(field); });
  }
  const bool deleted = !thing.deleted.empty();
  forEachStored(thing, type, [&](auto& field, Lane) {
    if (!deleted && field.isSimple()) return;
    if (field.isPending()) {
      fail("merge.dots." + std::string(collection) + "." + toText(thing.id), "has no dot for each value");
    }
    if (!field.context().empty()) field.dropCovered(Context(field.context()));
    if (deleted) field.dropCovered(thing.deleted);
  });
}

}  // namespace cairn

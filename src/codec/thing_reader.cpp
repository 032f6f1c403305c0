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
void signShared(std::string_view name, Field<Value>& field, const Json& named,
                const std::pair<Signature, Context>& signature) {
  const bool beside = name.starts_with('/');  // signed at the end, wherever it stood
  if (!field.isPending() || beside || named.member(name)) return;
  field.sign(signature.first.dot, signature.first.stamp);
  field.addContext(signature.second);
}
template <class Value>
void signNamed(Field<Value>& field, const std::pair<Signature, Context>& signature) {
  if (!field.isPending()) field.set({});
  field.sign(signature.first.dot, signature.first.stamp);
  field.addContext(signature.second);
}

bool isLetter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

/// [A-Za-z_$][A-Za-z0-9_$-]{0,63}
bool isPlainName(std::string_view name) {
  constexpr std::size_t kLongest = 64;
  if (name.empty() || name.size() > kLongest) return false;
  const auto begins = [](char letter) { return isLetter(letter) || letter == '_' || letter == '$'; };
  return begins(name[0]) && std::all_of(name.begin(), name.end(), [&](char letter) {
           return begins(letter) || (letter >= '0' && letter <= '9') || letter == '-';
         });
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

}  // namespace

bool ThingReader::mayBeCalled(std::string_view name, const Where& where) {
  if (!limits_.strictNames) return true;
  if (isPlainName(name)) return true;
  fail(Fault::noMemberName, where.text(name));
  return false;
}

bool ThingReader::countsAs(std::size_t more, const Where& where) {
  things_ += more;
  if (things_ <= limits_.things) return true;
  fail(Fault::tooManyThings, where.text(), std::to_string(limits_.things));
  return false;
}

RawJson ThingReader::unknownValue(const Json& json, const Where& where, std::string_view name) {
  if (json.depth() > limits_.unknownDepth) {
    fail(Fault::nestedUnknown, where.text(name), std::to_string(limits_.unknownDepth));
  }
  return RawJson{writeJsonCompact(json)};
}

bool ThingReader::isWithin(const Context& context, const std::string& place) {
  const auto& dots = context.dots();
  const bool within =
      std::all_of(dots.begin(), dots.end(), [&](const Dot& dot) { return dot.counter <= limits_.counter; });
  if (!within) fail(Fault::counterTooHigh, place, std::to_string(limits_.counter));
  return within;
}

template <class Visit>
void ThingReader::withFieldOf(Lane lane, Thing& thing, const ThingType& type, const std::string& name,
                              const Where& where, Visit&& visit) {
  const bool known = withField(type, name, [&](const FieldTraits& declared, auto at) {
    if (declared.lane != lane) return fail(Fault::otherPart, where.text(name));
    visit(declared, at.in(thing));
  });
  if (known) return;
  if (name == "id") return fail(Fault::notAField, where.text(name));
  const bool isBeside = where.collection == "root" && name.starts_with('/');
  if (mayBeCalled(std::string_view(name).substr(isBeside ? 1 : 0), where)) visit(kUnknown, thing.unknown[{lane, name}]);
}

template <class Value>
void ThingReader::readField(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& json,
                            const Where& where) {
  Value value{};
  if (declared.lane != lane) {
    return fail(declared.lane == Lane::own ? Fault::belongsInPrivate : Fault::belongsInPlan, where.text(declared.name));
  }
  if (auto wrong = readValue(json, value, declared)) return fail(std::move(*wrong), where.text(declared.name));
  field.set(std::move(value));
}

bool ThingReader::readMember(Lane lane, const std::string& name, Thing& thing, const ThingType& type, Json& json) {
  return withField(type, name, [&](const FieldTraits& declared, auto at) {
    readField(lane, declared, at.in(thing), json, Where{{}, {}, {}, Where::kNone, lane == Lane::own});
  });
}

void ThingReader::readThing(Lane lane, Json& json, Thing& thing, const ThingType& type, const Where& where) {
  JsonMembers* members = json.members();
  if (!members) return fail(Fault::noObject, where.text());
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
      if (!mayBeCalled(name, where) || !countsAs(1, where)) return;
      thing.unknown[{lane, name}].set(unknownValue(value, where, name));
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
  const auto context = json.text() ? contextFromText(bookkeeping_[at(lane)].writers, *json.text()) : std::nullopt;
  if (!context) return fail(Fault::noContext, where.text());
  if (lane != type.lane) return fail(Fault::deletionInOtherPart, where.text());
  if (isWithin(*context, where.text())) thing.deleted = *context;
}

void ThingReader::signThing(Lane lane, Thing& thing, const ThingType& type, const Json& json, const Where& where) {
  const auto read = [&](const Json& text, std::string_view field) {
    auto signature = text.text() ? signatureFromText(bookkeeping_[at(lane)].writers, *text.text()) : std::nullopt;
    if (!signature) fail(Fault::noDot, where.text(field));
    if (!signature) return signature;
    Context all = signature->second;
    all.add(signature->first.dot);
    if (!isWithin(all, where.text(field))) signature.reset();
    return signature;
  };
  if (const Json* common = json.text() ? &json : json.member("")) {
    const auto signature = read(*common, "");
    if (!signature) return;
    forEachField(type, [&](const FieldTraits& declared, auto at) {
      if (declared.lane == lane) signShared(declared.name, at.in(thing), json, *signature);
    });
    for (auto& [key, field] : thing.unknown) {
      if (key.first == lane) signShared(key.second, field, json, *signature);
    }
    if (where.collection == "root") bookkeeping_[at(lane)].ofRoot = *signature;
  }
  if (json.text()) return;
  if (!json.members()) return fail(Fault::noTextOrObject, where.text());
  for (const auto& [name, text] : *json.members()) {
    if (name.empty()) continue;
    const auto signature = read(text, name);
    if (!signature) return;
    withFieldOf(lane, thing, type, name, where, [&](const FieldTraits&, auto& field) {
      named_.push_back(&field);
      signNamed(field, *signature);
    });
  }
}

void ThingReader::addVersions(Lane lane, Thing& thing, const ThingType& type, Json& json, const Where& where) {
  if (!json.members()) return fail(Fault::noObject, where.text());
  for (auto& member : *json.members()) {
    withFieldOf(lane, thing, type, member.first, where, [&](const FieldTraits& declared, auto& field) {
      versioned_.push_back(&field);
      readVersions(lane, declared, field, member.second, where.text(member.first));
    });
  }
}

template <class Value>
void ThingReader::readVersions(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& bookkeeping,
                               const std::string& place) {
  const WriterList& writers = bookkeeping_[at(lane)].writers;
  const auto below = [&](const std::string& name) { return std::string(place).append(".").append(name); };
  field = {};
  if (!bookkeeping.members()) return fail(Fault::noVersions, place);
  bool hasValues = false;
  for (auto& [name, member] : *bookkeeping.members()) {
    if (name == "overwrote") {
      const auto context = member.text() ? contextFromText(writers, *member.text()) : std::nullopt;
      if (!context) return fail(Fault::noContext, below("overwrote"));
      if (isWithin(*context, place)) field.addContext(*context);
    } else if (name == "values" && member.array()) {
      hasValues = true;
      if (member.array()->size() > limits_.versions)
        return fail(Fault::tooManyVersions, place, std::to_string(limits_.versions));
      for (auto& item : *member.array()) readVersion(lane, declared, field, item, place);
    } else {
      return fail(Fault::notKnown, below(name));
    }
  }
  if (!hasValues) fail(Fault::noVersions, place);
}

template <class Value>
void ThingReader::readVersion(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& item,
                              const std::string& place) {
  Version<Value> version;
  if (!item.members()) return fail(Fault::versionNoObject, place);
  for (auto& [key, member] : *item.members()) {
    if (key == "dot") {
      const auto signature =
          member.text() ? signatureFromText(bookkeeping_[at(lane)].writers, *member.text()) : std::nullopt;
      if (!signature || !signature->second.empty()) return fail(Fault::noDot, place);
      version.dot = signature->first.dot;
      version.stamp = signature->first.stamp;
      if (version.dot.counter > limits_.counter)
        return fail(Fault::counterTooHigh, place, std::to_string(limits_.counter));
    } else if (key == "value") {
      if (auto wrong = readValue(member, version.value, declared)) return fail(std::move(*wrong), place);
      if (member.depth() > limits_.unknownDepth) return fail(Fault::versionNested, place);
    } else {
      return fail(Fault::notKnown, std::string(place).append(".").append(key));
    }
  }
  if (version.dot.pending()) return fail(Fault::versionWithoutDot, place);
  field.addVersion(std::move(version));
}

void ThingReader::refuseDoubleBooks() {
  std::sort(named_.begin(), named_.end());
  for (const void* field : versioned_) {
    if (std::binary_search(named_.begin(), named_.end(), field)) return fail(Fault::signedTwice, "merge");
  }
}

void ThingReader::resolveDots(Thing& thing, const ThingType& type, std::string_view collection) {
  if (proposal_) {
    thing.deleted = {};
    return forEachStored(thing, type, [](auto& field, Lane) { makePending(field); });
  }
  const bool deleted = !thing.deleted.empty();
  forEachStored(thing, type, [&](auto& field, Lane lane) {
    if (!deleted && field.isSimple()) return;
    if (field.isPending()) {
      fail(Fault::valueWithoutDot, "merge.dots." + std::string(collection) + "." + toText(thing.id));
    }
    if (!field.context().empty()) field.dropCovered(Context(field.context()));
    if (deleted && lane == type.lane) field.dropCovered(thing.deleted);
  });
}

}  // namespace cairn

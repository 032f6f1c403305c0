#include "codec/schema.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "codec/file.hpp"
#include "codec/limits.hpp"

namespace cairn {
namespace {

using Schema = nlohmann::ordered_json;

// Patterns are those of ECMAScript, as JSON Schema has it.
constexpr const char* kId = "^(?!0{16}$)[0-9a-hjkmnp-tv-z]{16}$";
constexpr const char* kName = "[A-Za-z_$][A-Za-z0-9_$-]{0,63}";
constexpr const char* kContext = "(0|[1-9][0-9]*):[1-9][0-9]*(,(0|[1-9][0-9]*):[1-9][0-9]*)*";
constexpr const char* kDot = "(0|[1-9][0-9]*):[1-9][0-9]*@(0|[1-9][0-9]*)";
constexpr const char* kDate =
    "^((?!0000)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29))?$";
constexpr const char* kTime = "([01][0-9]|2[0-3]):[0-5][0-9]";

Schema refTo(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }
Schema matching(const std::string& pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Schema whole(const std::string& pattern) { return matching("^" + pattern + "$"); }
Schema objectOf(Schema properties) { return {{"type", "object"}, {"properties", std::move(properties)}}; }
Schema listOf(Schema items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Schema namesLike(const std::string& pattern) { return {{"pattern", pattern}}; }

template <class Words>
Schema oneOfWords(const Words& words) {
  Schema all = Schema::array();
  for (const std::string_view word : words) all.push_back(std::string(word));
  return {{"enum", std::move(all)}};
}

/// A value of a declared field. 0 is the empty value of every number.
Schema valueOf(const FieldTraits& declared) {
  switch (declared.kind) {
    case ValueKind::text: {
      Schema text = refTo("text");
      text["maxLength"] = declared.limit;
      return text;
    }
    case ValueKind::number:
      return {{"type", "integer"},
              {"minimum", std::min<std::int64_t>(declared.least, 0)},
              {"maximum", std::max<std::int64_t>(declared.most, 0)}};
    case ValueKind::flag: return {{"type", "boolean"}};
    case ValueKind::date: return refTo("date");
    case ValueKind::time: return refTo("time");
    case ValueKind::decimal: return refTo("decimal");
    case ValueKind::id: return refTo("reference");
    case ValueKind::weekHours: return refTo("hours");
    case ValueKind::choice: return oneOfWords(declared.words);
  }
  return {};
}

/// The fields of one part of a thing by name; those of the other part may not stand there.
Schema fieldsOf(const ThingType& type, Lane lane) {
  Schema fields = Schema::object();
  for (const auto& declared : type.fields) {
    const std::string name(declared.name);
    if (declared.lane == lane) {
      fields[name] = valueOf(declared);
    } else {
      fields[name] = false;
    }
  }
  return fields;
}

/// Whether a collection has a place in that part of a root. A later Cairn may see something private in any.
bool isIn(const CollectionType& declared, Lane lane) { return lane == Lane::own || declared.type.lane == lane; }

Schema thingOf(const CollectionType& declared, Lane lane) {
  Schema fields = fieldsOf(declared.type, lane);
  if (declared.single) {
    fields["id"] = true;
  } else {
    fields["id"] = refTo("id");
  }
  Schema thing = objectOf(std::move(fields));
  thing["propertyNames"] = namesLike("^" + std::string(kName) + "$");
  return thing;
}

Schema planOf(const RootType& type, Lane lane) {
  Schema members = fieldsOf(type.own, lane);
  for (const auto& declared : type.collections) {
    const std::string name(declared.name);
    if (!isIn(declared, lane)) {
      members[name] = listOf(Schema(false));
    } else if (declared.single) {
      members[name] = thingOf(declared, lane);
    } else {
      members[name] = listOf(thingOf(declared, lane));
    }
  }
  members["id"] = false;
  members["root"] = false;
  Schema plan = objectOf(std::move(members));
  plan["additionalProperties"] = refTo("unknown");
  plan["propertyNames"] = namesLike("^" + std::string(kName) + "$");
  return plan;
}

/// What is said of one field of a thing in `dots`, or in `versions`.
using OfField = Schema (*)(const FieldTraits* declared);

Schema dotsOfField(const FieldTraits*) { return refTo("signature"); }
Schema versionsOfField(const FieldTraits* declared) {
  Schema version = objectOf({{"dot", refTo("dot")}, {"value", declared ? valueOf(*declared) : Schema(true)}});
  version["required"] = {"dot"};
  version["additionalProperties"] = false;
  Schema values = listOf(std::move(version));
  values["maxItems"] = kDoor.versions;
  Schema of = objectOf({{"overwrote", refTo("context")}, {"values", std::move(values)}});
  of["required"] = {"values"};
  of["additionalProperties"] = false;
  return of;
}

/// The entry of a thing: by field. `beside`: also of members that stand beside the plan.
Schema entryOf(const ThingType& type, Lane lane, OfField ofField, bool beside) {
  Schema fields = Schema::object();
  for (const auto& declared : type.fields) {
    const std::string name(declared.name);
    fields[name] = declared.lane == lane ? ofField(&declared) : Schema(false);
  }
  fields["id"] = false;
  if (ofField == dotsOfField) fields[""] = refTo("signature");
  Schema entry = objectOf(std::move(fields));
  const std::string name = (beside ? "^/?" : "^") + std::string(kName) + "$";
  entry["propertyNames"] = namesLike(ofField == dotsOfField ? "^$|" + name : name);
  entry["additionalProperties"] = ofField(nullptr);
  if (ofField != dotsOfField) return entry;
  return {{"anyOf", {refTo("signature"), std::move(entry)}}};
}

Schema byId(Schema entry) {
  return {{"type", "object"}, {"propertyNames", namesLike(kId)}, {"additionalProperties", std::move(entry)}};
}

/// `dots` or `versions` of one part. The name of a field cannot stand where a collection must.
Schema sectionOf(const RootType& type, Lane lane, OfField ofField) {
  Schema members = Schema::object();
  members["root"] = entryOf(type.own, lane, ofField, true);
  for (const auto& declared : type.own.fields) members[std::string(declared.name)] = false;
  for (const auto& declared : type.collections) {
    const std::string name(declared.name);
    members[name] = isIn(declared, lane) ? byId(entryOf(declared.type, lane, ofField, false)) : Schema(false);
  }
  members["id"] = false;
  Schema section = objectOf(std::move(members));
  section["propertyNames"] = namesLike("^" + std::string(kName) + "$");
  static const ThingType kNothing{{}, {}, Lane::shared};
  section["additionalProperties"] = byId(entryOf(kNothing, lane, ofField, false));
  return section;
}

/// A deletion names the collections of its own part alone.
Schema deletedOf(const RootType& type, Lane lane) {
  Schema members = Schema::object();
  members["root"] = refTo("context");
  for (const auto& declared : type.own.fields) members[std::string(declared.name)] = false;
  for (const auto& declared : type.collections) {
    members[std::string(declared.name)] = declared.type.lane == lane ? byId(refTo("context")) : Schema(false);
  }
  members["id"] = false;
  if (lane == Lane::own) members["root"] = false;
  Schema deleted = objectOf(std::move(members));
  deleted["propertyNames"] = namesLike("^" + std::string(kName) + "$");
  deleted["additionalProperties"] = byId(refTo("context"));
  return deleted;
}

/// Where the check can fit, all of it must be right; otherwise nothing of it counts but its outer form.
Schema mergeOf(const RootType& type, Lane lane) {
  Schema members = {{"writers", listOf(refTo("writer"))},
                    {"dots", sectionOf(type, lane, dotsOfField)},
                    {"versions", sectionOf(type, lane, versionsOfField)},
                    {"deleted", deletedOf(type, lane)}};
  members["writers"]["maxItems"] = kDoor.writers;
  members["authors"] = lane == Lane::shared ? refTo("authors") : Schema(false);
  Schema checked = {{"required", {"check"}}, {"properties", {{"check", refTo("check")}}}};
  return {{"type", "object"},
          {"if", std::move(checked)},
          {"then", objectOf(std::move(members))},
          {"else", refTo("uncounted")}};
}

Schema rootOf(const std::string& name) {
  Schema own = objectOf({{"plan", refTo(name + "PrivatePlan")}, {"merge", refTo(name + "PrivateMerge")}});
  own["required"] = {"plan"};
  own["additionalProperties"] = false;
  Schema root = objectOf({{"id", refTo("id")},
                          {"plan", refTo(name + "Plan")},
                          {"merge", refTo(name + "Merge")},
                          {"private", std::move(own)}});
  root["propertyNames"] = namesLike("^" + std::string(kName) + "$");
  root["required"] = {"id"};
  root["anyOf"] = {{{"required", {"plan"}}}, {{"required", {"private"}}}};
  return root;
}

void addRoot(Schema& definitions, const std::string& name, const RootType& type) {
  definitions[name] = rootOf(name);
  definitions[name + "Plan"] = planOf(type, Lane::shared);
  definitions[name + "Merge"] = mergeOf(type, Lane::shared);
  definitions[name + "PrivatePlan"] = planOf(type, Lane::own);
  definitions[name + "PrivateMerge"] = mergeOf(type, Lane::own);
}

Schema definitionsOfValues() {
  const std::string span = std::string(kTime) + "-" + kTime;
  Schema hours = listOf(whole("(" + span + ")?"));
  hours["minItems"] = hours["maxItems"] = 7;
  Schema decimal = whole("(-?[0-9]+(\\.[0-9]+)?)?");
  decimal["maxLength"] = 30;
  Schema uncounted =
      objectOf({{"dots", refTo("objects")}, {"versions", refTo("objects")}, {"deleted", refTo("objects")}});
  Schema objects = {{"type", "object"}, {"properties", {{"root", true}}}};
  objects["additionalProperties"] = {{"type", "object"}};
  Schema authors = {{"type", "object"}, {"propertyNames", namesLike("^[0-9a-hjkmnp-tv-z]{8}$")}};
  authors["additionalProperties"] = whole("(?!0{16})[0-9a-hjkmnp-tv-z]{16}@(0|[1-9][0-9]*)");
  // What has a list of objects with ids is a collection, also of a later Cairn.
  Schema item = objectOf({{"id", refTo("id")}});
  item["required"] = {"id"};
  Schema things = listOf(std::move(item));
  things["minItems"] = 1;
  Schema named = {{"propertyNames", namesLike("^" + std::string(kName) + "$")}};
  Schema unknown = {{"if", std::move(things)}, {"then", {{"items", std::move(named)}}}};
  return {{"unknown", std::move(unknown)},
          {"id", matching(kId)},
          {"reference", whole("([0-9a-hjkmnp-tv-z]{16})?")},
          {"text", matching("^[^\\u0000]*$")},
          {"date", matching(kDate)},
          {"time", whole("(" + std::string(kTime) + ")?")},
          {"decimal", std::move(decimal)},
          {"hours", std::move(hours)},
          {"writer", whole("[0-9a-hjkmnp-tv-z]{8}")},
          {"check", whole("crc32:[0-9a-f]{8}")},
          {"context", whole(kContext)},
          {"dot", whole(kDot)},
          {"signature", whole(std::string(kDot) + "(<" + kContext + ")?")},
          {"authors", std::move(authors)},
          {"uncounted", std::move(uncounted)},
          {"objects", std::move(objects)}};
}

/// Settings whose check does not fit are ignored, whatever they are.
Schema settingsOf() {
  Schema plan = {{"type", "object"}};
  Schema merge = {{"type", "object"}, {"required", {"check"}}, {"properties", {{"check", refTo("check")}}}};
  Schema checked = objectOf({{"plan", std::move(plan)}, {"merge", std::move(merge)}});
  checked["required"] = {"plan", "merge"};
  Schema counted = objectOf(
      {{"plan", planOf(rootTypeOf<Settings>(), Lane::own)}, {"merge", mergeOf(rootTypeOf<Settings>(), Lane::own)}});
  counted["additionalProperties"] = false;
  Schema form = {{"merge", {{"type", "object"}}}, {"plan", {{"not", {{"type", "array"}}}}}};
  return objectOf(
      {{"private", {{"properties", std::move(form)}, {"if", std::move(checked)}, {"then", std::move(counted)}}}});
}

Schema whenFormat(DocumentKind kind, const std::string& definition) {
  const std::string format(formatOf(kind));
  return {{"if", {{"properties", {{"format", {{"const", format}}}}}}}, {"then", refTo(definition)}};
}

Schema versionSchema() {
  Schema version = objectOf({{"major", {{"const", kMajor}}}, {"minor", {{"type", "integer"}, {"minimum", 0}}}});
  version["required"] = {"major"};
  return version;
}

}  // namespace

std::string schema() {
  Schema whole = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"$id", "urn:cairn:schema:1"},
                  {"title", "A file of Cairn"},
                  {"type", "object"},
                  {"required", {"format", "version"}}};
  whole["properties"] = {
      {"format", oneOfWords(std::array{formatOf(DocumentKind::mentorship), formatOf(DocumentKind::programme),
                                       formatOf(DocumentKind::workspace)})},
      {"version", versionSchema()}};
  whole["allOf"] = {whenFormat(DocumentKind::mentorship, "mentorship"),
                    whenFormat(DocumentKind::programme, "programme"), whenFormat(DocumentKind::workspace, "workspace")};
  Schema definitions = definitionsOfValues();
  addRoot(definitions, "mentorship", rootTypeOf<Mentorship>());
  addRoot(definitions, "programme", rootTypeOf<Programme>());
  definitions["settings"] = settingsOf();
  definitions["workspace"] = objectOf({{"settings", refTo("settings")},
                                       {"mentorships", listOf(refTo("mentorship"))},
                                       {"programmes", listOf(refTo("programme"))}});
  whole["$defs"] = std::move(definitions);
  return whole.dump(2) + "\n";
}

}  // namespace cairn

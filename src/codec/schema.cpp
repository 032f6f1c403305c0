#include "codec/schema.hpp"

#include "codec/file.hpp"
#include "codec/json_writer.hpp"

namespace cairn {
namespace {

class SchemaWriter {
 public:
  std::string write() {
    out_.beginObject();
    pair("$schema", "https://json-schema.org/draft/2020-12/schema");
    pair("$id", "urn:cairn:schema:1");
    pair("title", "A file of Cairn");
    pair("type", "object");
    strings("required", {"format", "version"});
    out_.key("properties");
    out_.beginObject();
    out_.key("format");
    oneOf({formatOf(DocumentKind::mentorship), formatOf(DocumentKind::programme), formatOf(DocumentKind::workspace)});
    out_.key("version");
    version();
    for (const std::string_view name : {"generator", "audience"}) {
      out_.key(name);
      kind("string");
    }
    out_.endObject();
    out_.key("allOf");
    out_.beginArray();
    when(formatOf(DocumentKind::mentorship), "mentorship");
    when(formatOf(DocumentKind::programme), "programme");
    when(formatOf(DocumentKind::workspace), "workspace");
    out_.endArray();
    out_.key("$defs");
    out_.beginObject();
    definitions();
    out_.endObject();
    out_.endObject();
    return out_.finish();
  }

 private:
  void pair(std::string_view name, std::string_view value) {
    out_.key(name);
    out_.text(value);
  }
  void strings(std::string_view name, std::initializer_list<std::string_view> values) {
    out_.key(name);
    out_.beginArray();
    for (const auto& value : values) out_.text(value);
    out_.endArray();
  }
  void kind(std::string_view name) {
    out_.beginObject();
    pair("type", name);
    out_.endObject();
  }
  void pattern(std::string_view expression) {
    out_.beginObject();
    pair("type", "string");
    pair("pattern", expression);
    out_.endObject();
  }
  void reference(std::string_view name) {
    out_.beginObject();
    pair("$ref", "#/$defs/" + std::string(name));
    out_.endObject();
  }
  template <class Words>
  void oneOf(const Words& all) {
    out_.beginObject();
    out_.key("enum");
    out_.beginArray();
    for (const std::string_view word : all) out_.text(word);
    out_.endArray();
    out_.endObject();
  }
  void oneOf(std::initializer_list<std::string_view> all) { oneOf<std::initializer_list<std::string_view>>(all); }

  void version() {
    out_.beginObject();
    pair("type", "object");
    strings("required", {"major"});
    out_.key("properties");
    out_.beginObject();
    out_.key("major");
    out_.beginObject();
    out_.key("const");
    out_.number(kMajor);
    out_.endObject();
    out_.key("minor");
    kind("integer");
    out_.endObject();
    out_.endObject();
  }
  void when(std::string_view format, std::string_view definition) {
    out_.beginObject();
    out_.key("if");
    out_.beginObject();
    out_.key("properties");
    out_.beginObject();
    out_.key("format");
    out_.beginObject();
    pair("const", format);
    out_.endObject();
    out_.endObject();
    out_.endObject();
    out_.key("then");
    reference(definition);
    out_.endObject();
  }

  void definitions() {
    out_.key("id");
    pattern("^([0-9a-hjkmnp-tv-z]{16})?$");
    root("mentorship", rootTypeOf<Mentorship>());
    root("programme", rootTypeOf<Programme>());
    root("settings", rootTypeOf<Settings>());
    out_.key("workspace");
    out_.beginObject();
    pair("type", "object");
    out_.key("properties");
    out_.beginObject();
    out_.key("settings");
    reference("settings");
    for (const std::string_view name : {"mentorship", "programme"}) {
      out_.key(std::string(name) + "s");
      listOf(name);
    }
    out_.endObject();
    out_.endObject();
    bookkeeping();
  }

  void listOf(std::string_view definition) {
    out_.beginObject();
    pair("type", "array");
    out_.key("items");
    reference(definition);
    out_.endObject();
  }

  void root(const std::string& name, const RootType& type) {
    out_.key(name);
    out_.beginObject();
    pair("type", "object");
    if (name != "settings") strings("required", {"id", "plan"});
    out_.key("properties");
    out_.beginObject();
    if (name != "settings") {
      out_.key("id");
      reference("id");
      planAndMerge(type, Lane::shared);
    }
    out_.key("private");
    out_.beginObject();
    pair("type", "object");
    strings("required", {"plan", "merge"});
    out_.key("properties");
    out_.beginObject();
    planAndMerge(type, Lane::own);
    out_.endObject();
    out_.endObject();
    out_.endObject();
    out_.endObject();
  }

  void planAndMerge(const RootType& type, Lane lane) {
    out_.key("plan");
    out_.beginObject();
    pair("type", "object");
    out_.key("properties");
    out_.beginObject();
    fieldsOf(type.own, lane);
    for (const auto& declared : type.collections) {
      out_.key(declared.name);
      if (declared.single) {
        thing(declared.type, lane);
        continue;
      }
      out_.beginObject();
      pair("type", "array");
      out_.key("items");
      thing(declared.type, lane);
      out_.endObject();
    }
    out_.endObject();
    out_.endObject();
    out_.key("merge");
    reference("merge");
  }

  void thing(const ThingType& type, Lane lane) {
    out_.beginObject();
    pair("type", "object");
    out_.key("properties");
    out_.beginObject();
    out_.key("id");
    reference("id");
    fieldsOf(type, lane);
    out_.endObject();
    out_.endObject();
  }

  /// A field of the other lane may not stand here.
  void fieldsOf(const ThingType& type, Lane lane) {
    for (const auto& declared : type.fields) {
      out_.key(declared.name);
      if (declared.lane != lane) {
        out_.flag(false);
      } else {
        value(declared);
      }
    }
  }

  void value(const FieldTraits& declared) {
    switch (declared.kind) {
      case ValueKind::text: return bounded("string", "maxLength", declared.limit);
      case ValueKind::number: return range(declared);
      case ValueKind::flag: return kind("boolean");
      case ValueKind::date: return pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$");
      case ValueKind::time: return pattern("^([0-2][0-9]:[0-5][0-9])?$");
      case ValueKind::decimal: return pattern("^(-?[0-9]+(\\.[0-9]+)?)?$");
      case ValueKind::id: return reference("id");
      case ValueKind::weekHours: return weekHours();
      case ValueKind::choice: return oneOf(declared.words);
    }
  }
  void bounded(std::string_view type, std::string_view bound, std::size_t limit) {
    out_.beginObject();
    pair("type", type);
    out_.key(bound);
    out_.number(static_cast<std::int64_t>(limit));
    out_.endObject();
  }
  void range(const FieldTraits& declared) {
    out_.beginObject();
    pair("type", "integer");
    out_.key("minimum");
    out_.number(declared.least);
    out_.key("maximum");
    out_.number(declared.most);
    out_.endObject();
  }
  void weekHours() {
    out_.beginObject();
    pair("type", "array");
    out_.key("minItems");
    out_.number(7);
    out_.key("maxItems");
    out_.number(7);
    out_.key("items");
    pattern("^([0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])?$");
    out_.endObject();
  }

  void mapOf(std::string_view name, std::string_view expression) {
    out_.key(name);
    out_.beginObject();
    pair("type", "object");
    out_.key("additionalProperties");
    pattern(expression);
    out_.endObject();
  }

  void bookkeeping() {
    constexpr std::string_view kContext = "^[0-9]+:[0-9]+(,[0-9]+:[0-9]+)*$";
    constexpr std::string_view kDot = "^[0-9]+:[0-9]+@[0-9]+(<[0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$";
    out_.key("dots");
    out_.beginObject();
    out_.key("anyOf");
    out_.beginArray();
    pattern(kDot);
    out_.beginObject();
    pair("type", "object");
    out_.key("additionalProperties");
    pattern(kDot);
    out_.endObject();
    out_.endArray();
    out_.endObject();
    out_.key("merge");
    out_.beginObject();
    pair("type", "object");
    strings("required", {"check", "writers"});
    out_.key("properties");
    out_.beginObject();
    out_.key("check");
    pattern("^crc32:[0-9a-f]{8}$");
    out_.key("writers");
    out_.beginObject();
    pair("type", "array");
    out_.key("items");
    pattern("^[0-9a-hjkmnp-tv-z]{8}$");
    out_.endObject();
    mapOf("authors", "^[0-9a-hjkmnp-tv-z]{16}@[0-9]+$");
    section("dots", [&] { reference("dots"); });
    section("versions", [&] { kind("object"); });
    section("deleted", [&] { pattern(kContext); });
    out_.endObject();
    out_.endObject();
  }

  /// "root" holds its own entry, every other member those of a collection by id.
  template <class Entry>
  void section(std::string_view name, Entry&& entry) {
    out_.key(name);
    out_.beginObject();
    pair("type", "object");
    out_.key("properties");
    out_.beginObject();
    out_.key("root");
    entry();
    out_.endObject();
    out_.key("additionalProperties");
    out_.beginObject();
    pair("type", "object");
    out_.key("additionalProperties");
    entry();
    out_.endObject();
    out_.endObject();
  }

  JsonWriter out_{JsonWriter::Layout::indented};
};

}  // namespace

std::string schema() { return SchemaWriter().write(); }

}  // namespace cairn

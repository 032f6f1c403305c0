#include "codec/schema.hpp"

#include <doctest/doctest.h>

#include "codec/json_writer.hpp"
#include "model/workspace.hpp"

namespace cairn::schema_test {

namespace {

struct Schema {
  Json whole;
  Schema() {
    auto json = readJson(schema());
    REQUIRE(json);
    whole = std::move(*json);
  }
  /// What is below a path of members; null where there is none.
  const Json* at(std::initializer_list<std::string_view> path) const {
    const Json* found = &whole;
    for (const auto name : path) found = found ? found->member(name) : nullptr;
    return found;
  }
  std::string said(const Json* of, std::string_view name) const {
    const Json* member = of ? of->member(name) : nullptr;
    return member ? writeJsonCompact(*member) : "";
  }
};

/// Every declared field stands there; in the part that it is not of, nothing may.
void checkFields(const ThingType& type, Lane lane, const Json* properties) {
  REQUIRE(properties);
  for (const auto& declared : type.fields) {
    CAPTURE(declared.name);
    const Json* field = properties->member(declared.name);
    REQUIRE(field);
    if (declared.lane == lane) {
      CHECK(field->members());
    } else {
      REQUIRE(field->flag());
      CHECK_FALSE(*field->flag());
    }
  }
}

void checkRoot(const Schema& schema, std::string_view name, const RootType& type) {
  for (const Lane lane : {Lane::shared, Lane::own}) {
    const Json* plan = lane == Lane::shared ? schema.at({"$defs", std::string(name) + "Plan", "properties"})
                                            : schema.at({"$defs", std::string(name) + "PrivatePlan", "properties"});
    checkFields(type.own, lane, plan);
    for (const auto& declared : type.collections) {
      CAPTURE(declared.name);
      const Json* thing = plan->member(declared.name);
      REQUIRE(thing);
      CHECK(schema.said(thing, "type") == (declared.single ? "\"object\"" : "\"array\""));
      if (!declared.single) thing = thing->member("items");
      REQUIRE(thing);
      if (thing->flag()) {  // a private collection has no items in the shared plan
        CHECK((lane == Lane::shared && declared.type.lane == Lane::own));
        continue;
      }
      checkFields(declared.type, lane, thing->member("properties"));
    }
  }
}

}  // namespace

TEST_CASE("schema: it tells of every declared field, in the part where it stands") {
  const Schema schema;
  checkRoot(schema, "mentorship", rootTypeOf<Mentorship>());
  checkRoot(schema, "programme", rootTypeOf<Programme>());
  CHECK(schema.at({"$defs", "settings", "properties", "private"}));
  CHECK_FALSE(schema.at({"$defs", "settings", "properties", "plan"}));
  CHECK(schema.said(schema.at({"$defs", "mentorship"}), "required") == R"(["id"])");
}

// That its bounds are those of the reader is held by tests/schema.test.mjs, with a validator.
TEST_CASE("schema: of each kind of value it tells the bounds that reading keeps") {
  const Schema schema;
  const auto of = [&](std::string_view collection, std::string_view field) {
    return schema.at({"$defs", "mentorshipPlan", "properties", collection, "items", "properties", field});
  };
  CHECK(schema.said(of("sessions", "zone"), "maxLength") == "64");
  CHECK(schema.said(of("sessions", "minutes"), "maximum") == "1440");
  CHECK(schema.said(of("series", "everyWeeks"), "minimum") == "0");
  CHECK(schema.said(of("sessions", "weekOf"), "type") == "\"boolean\"");
  CHECK(schema.said(of("sessions", "date"), "$ref") == "\"#/$defs/date\"");
  CHECK(schema.said(of("sessions", "how"), "enum") == R"(["video","phone","chat","in-person","in-writing"])");
  CHECK(schema.said(of("people", "hours"), "$ref") == "\"#/$defs/hours\"");
}

TEST_CASE("schema: what merging needs stands by thing and field, and no name has the place of another") {
  const Schema schema;
  const auto isFalse = [](const Json* json) { return json && json->flag() && !*json->flag(); };
  const auto plan = [&](std::initializer_list<std::string_view> path) {
    const Json* found = schema.at({"$defs", "mentorshipPlan", "properties"});
    for (const auto name : path) found = found ? found->member(name) : nullptr;
    return found;
  };
  CHECK(schema.said(plan({"goals", "items", "properties", "id"}), "$ref") == "\"#/$defs/id\"");
  REQUIRE(plan({"letter", "properties", "id"}));
  CHECK(plan({"letter", "properties", "id"})->flag());
  for (const std::string_view section : {"dots", "versions", "deleted"}) {
    const Json* of = schema.at({"$defs", "mentorshipMerge", "then", "properties", section, "properties"});
    REQUIRE(of);
    for (const std::string_view name : {"aim", "id"}) CHECK(isFalse(of->member(name)));
    CHECK_FALSE(isFalse(of->member("root")));
  }
  CHECK(isFalse(schema.at({"$defs", "mentorshipPrivateMerge", "then", "properties", "deleted", "properties", "root"})));
  for (const std::string_view section : {"dots", "versions"}) {
    CAPTURE(section);
    const Json* of = schema.at({"$defs", "mentorshipMerge", "then", "properties", section, "properties"});
    REQUIRE(of);
    const Json* goals = of->member("goals");
    REQUIRE(goals);
    const Json* entry = goals->member("additionalProperties");
    REQUIRE(entry);
    const Json* either = entry->member("anyOf");
    CHECK((either != nullptr) == (section == "dots"));  // one signature for all of its fields
    if (either) entry = &(*either->array())[1];
    REQUIRE(entry->member("properties"));
    CHECK(isFalse(entry->member("properties")->member("id")));
    CHECK(entry->member("properties")->member("title"));
    // Only of the root itself may a member stand beside the plan.
    CHECK(schema.said(entry->member("propertyNames"), "pattern").find("/?") == std::string::npos);
  }
}

}  // namespace cairn::schema_test

// Any field may be empty: another program wrote the file, a person cleared the field, an older Cairn did not have it.
// Every value of one kind, and every field of one kind of thing, is emptied in turn; every place is drawn, and the
// audit of each step holds that all that can be pressed still has a name.
#include <doctest/doctest.h>

#include <functional>

#include "screens/places.hpp"

namespace cairn::empty_fields_test {

namespace {

/// Which fields are emptied: of a collection ("" is the mentorship itself), of a kind.
using Chosen = std::function<bool(std::string_view collection, const FieldTraits& declared)>;

/// A record in which each chosen field that says something is empty since.
std::string emptied(const Workspace& all, const Chosen& chosen) {
  constexpr Writer kOther = 77;
  constexpr Instant kLate = 4'000'000'000'000;
  std::uint64_t counter = 0;
  Workspace record;
  for (const auto& [id, mentorship] : all.mentorships) {
    Mentorship& said = record.at(id);
    const auto empty = [&](const Thing& thing, Thing& edit, const ThingType& type, std::string_view collection) {
      forEachField(type, [&](const FieldTraits& declared, auto at) {
        using Value = typename decltype(at)::Value;
        const auto& field = at.in(thing);
        if (field.versions().empty() || !chosen(collection, declared)) return;
        at.in(edit).addContext(field.seen());
        at.in(edit).addVersion({Value{}, Dot{kOther, ++counter}, kLate});
      });
    };
    empty(mentorship, said, typeOf<Mentorship>(), "");
    for (const auto& declared : rootTypeOf<Mentorship>().collections) {
      for (const Thing& thing : declared.in(mentorship)) {
        empty(thing, declared.in(said).at(thing.id), declared.type, declared.name);
      }
    }
  }
  REQUIRE(counter > 0);
  return writeRecord(record);
}

void drawEverywhere(const std::map<std::string, std::string>& store, const Chosen& chosen) {
  auto files = store;
  files[recordPath(77, 1)] = emptied(over(store)->app->workspace(), chosen);
  const auto t = over(files);
  CHECK_MESSAGE(t->app->nodes().size() > 3, "nothing is drawn");
  for (const auto& place : everyPlace(*t)) {
    CAPTURE(place);
    t->go(place);
    t->checkFaults();
  }
}

}  // namespace

TEST_CASE("empty fields: with every value of one kind empty, every place is drawn and has its names") {
  const auto store = everydayStore();
  for (const auto kind : {ValueKind::text, ValueKind::id, ValueKind::date, ValueKind::time, ValueKind::number,
                          ValueKind::flag, ValueKind::choice}) {
    CAPTURE(static_cast<int>(kind));
    const auto isOfKind = [&](std::string_view, const FieldTraits& declared) { return declared.kind == kind; };
    drawEverywhere(store, isOfKind);
  }
}

TEST_CASE("empty fields: with every field of one kind of thing empty, every place is drawn and has its names") {
  const auto store = everydayStore();
  const Workspace all = over(store)->app->workspace();
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    const bool holdsAny = std::any_of(all.mentorships.begin(), all.mentorships.end(),
                                      [&](const auto& entry) { return declared.in(entry.second).size() > 0; });
    if (!holdsAny) continue;
    CAPTURE(declared.name);
    drawEverywhere(store, [&](std::string_view collection, const FieldTraits&) { return collection == declared.name; });
  }
  drawEverywhere(store, [](std::string_view collection, const FieldTraits&) { return collection.empty(); });
}

}  // namespace cairn::empty_fields_test

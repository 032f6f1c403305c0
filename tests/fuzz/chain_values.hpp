#pragma once
// What chain_mutator.cpp puts into its inputs: values, words, names and ids that mean something to
// Cairn, at the bounds and beyond; and what the input itself holds elsewhere.
#include <random>

#include "codec/json.hpp"
#include "fuzz.hpp"
#include "model/workspace.hpp"

namespace cairn::fuzz {

/// A value where it stands: in a list, or under a name.
struct Place {
  Json* holder;
  std::size_t at;

  Json& value() const { return holder->array() ? (*holder->array())[at] : (*holder->members())[at].second; }
};

inline void collectPlaces(Json& json, std::vector<Place>& places) {
  const std::size_t size = json.array() ? json.array()->size() : json.members() ? json.members()->size() : 0;
  for (std::size_t at = 0; at < size; ++at) {
    const Place place{&json, at};
    places.push_back(place);
    collectPlaces(place.value(), places);
  }
}

inline std::vector<Place> placesOf(Json& json) {
  std::vector<Place> places;
  collectPlaces(json, places);
  return places;
}

/// Chooses, always the same for one seed.
class Values {
 public:
  Values(std::vector<Json>& files, unsigned seed) : files_(files), random_(seed) {}

  std::size_t below(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(random_); }
  bool oneIn(std::size_t times) { return below(times) == 0; }
  template <class Of>
  auto& pick(Of&& of) {
    return *(std::begin(of) + static_cast<std::ptrdiff_t>(below(std::size(of))));
  }
  std::minstd_rand& random() { return random_; }

  std::string digits(std::string_view from) { return std::string(1, pick(from)); }
  std::string dot() {
    static constexpr std::array<std::string_view, 7> kCounters{
        "1", "1", "2", "3", "4503599627370495", "4503599627370496", "4503599627370497"};
    static constexpr std::array<std::string_view, 6> kStamps{
        "0", "1000", "1001", "3000", "9007199254740991", "9007199254740992"};
    return digits("0012") + ":" + std::string(pick(kCounters)) + "@" + std::string(oneIn(2) ? "1000" : pick(kStamps));
  }
  std::string context() {
    std::string text = digits("012") + ":" + digits("123");
    if (oneIn(3)) text += "," + digits("0123") + ":" + (oneIn(4) ? "4503599627370496" : digits("1234"));
    return text;
  }
  std::string signature() { return oneIn(3) ? dot() + "<" + context() : dot(); }

  /// The texts that the input has under a name or as an id: what others may point to.
  std::string someId() {
    std::vector<std::string> ids{"ervg8j0kanf2zfnd", "0000000000000001", "zzzzzzzzzzzzzzzz"};
    for (std::size_t file = 0; file < files_.size(); ++file) {
      for (const auto& place : placesOf(files_[file])) {
        if (const auto* text = place.value().text(); text && idFromText(*text)) ids.push_back(*text);
      }
    }
    return pick(ids);
  }
  const RootType& someType() { return oneIn(6) ? rootTypeOf<Programme>() : rootTypeOf<Mentorship>(); }
  std::string someName() {
    static constexpr std::array<std::string_view, 22> kNames{
        "",          "id",      "root",    "plan",      "merge",    "private", "dots",  "versions",
        "deleted",   "authors", "writers", "overwrote", "values",   "dot",     "value", "laterField",
        "laterList", "/x",      "x y",     "$schema",   "audience", "letter"};
    if (oneIn(3)) return std::string(pick(kNames));
    const auto& collection = pick(someType().collections);
    return std::string(oneIn(2) || collection.type.fields.empty() ? collection.name
                                                                  : pick(collection.type.fields).name);
  }

  Json someValue() {
    switch (below(12)) {
      case 0: return Json(pick(std::array<std::int64_t, 7>{0, -1, 1, 52, 1441, kEdge / 2, kEdge - 1}));
      case 1: return Json(std::string(pick(std::array<std::size_t, 4>{0, 1, 1'200, 1'201}), oneIn(2) ? 'a' : ' '));
      case 2: return Json(JsonArray{});
      case 3: return Json(JsonMembers{});
      case 4: return deep(1 + below(34));
      case 5:
        return Json(pick(std::array<std::string_view, 5>{"0001-01-01", "9999-12-31", "2027-02-29", "00:00", "23:59"}));
      case 6: return Json(signature());
      case 7: return Json(oneIn(2) ? dot() : context());
      case 8: return Json(someId());
      case 9: return oneIn(4) ? Json() : Json(oneIn(2));
      case 10:
        return Json(JsonDigits{std::string(pick(std::array<std::string_view, 4>{"1.50", "1e2", "-0.0", "1e308"}))});
      default: {
        const auto places = placesOf(files_[below(files_.size())]);
        return places.empty() ? Json() : pick(places).value();
      }
    }
  }
  Json deep(std::size_t depth) {
    Json json(std::int64_t{0});
    for (; depth > 0; --depth) json = oneIn(2) ? Json(JsonArray{json}) : Json(JsonMembers{{"id", json}});
    return json;
  }

  /// A value that the declared field may have, nearly always.
  Json valueOf(const FieldTraits& field) {
    if (oneIn(12)) return someValue();
    switch (field.kind) {
      case ValueKind::text: return Json(pick(std::array<std::string_view, 5>{"", "a", "b", " ", "caf\xC3\xA9 \"\\\n"}));
      case ValueKind::id: return Json(oneIn(6) ? "" : someId());
      case ValueKind::date:
        return Json(pick(std::array<std::string_view, 4>{"", "0001-01-01", "9999-12-31", "2027-05-31"}));
      case ValueKind::time: return Json(pick(std::array<std::string_view, 3>{"", "00:00", "23:59"}));
      case ValueKind::number: return Json(pick(std::array<std::int64_t, 4>{0, 1, field.least, field.most}));
      case ValueKind::flag: return Json(oneIn(2));
      case ValueKind::decimal: return Json(pick(std::array<std::string_view, 5>{"", "0", "-0", "1.50", "00.10"}));
      case ValueKind::weekHours:
        return Json(JsonArray{Json(oneIn(2) ? "09:00-17:00" : ""), Json(""), Json(""), Json("00:00-23:59"), Json(""),
                              Json(""), Json("")});
      case ValueKind::choice: return Json(pick(field.words));
    }
    return {};
  }

 private:
  static constexpr std::int64_t kEdge = std::int64_t{1} << 53U;
  std::vector<Json>& files_;
  std::minstd_rand random_;
};

}  // namespace cairn::fuzz

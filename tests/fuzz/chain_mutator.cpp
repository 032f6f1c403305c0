// How chain_fuzz changes its inputs: as JSON, one to four things at a time, with dots for what is new
// and with checksums that fit again. Bytes changed at random would be refused at the door.
#include "chain_parts.hpp"
#include "chain_values.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

using namespace cairn;
using fuzz::find;
using fuzz::idOf;
using fuzz::objectAt;
using fuzz::Part;
using fuzz::Place;
using fuzz::rootPartsOf;

namespace {

class Mutator {
 public:
  Mutator(std::vector<Json>& files, unsigned seed) : values_(files, seed), file_(files[values_.below(files.size())]) {
    // The same file on both sides, before one of them is changed: two copies of one mentorship.
    if (values_.oneIn(24)) files.front() = files.back() = Json(file_);
  }

  void run() {
    for (std::size_t left = 1 + values_.below(4); left > 0; --left) change();
    for (const auto& part : rootPartsOf(file_)) {
      if (!values_.oneIn(4)) sign(part);
      mend(part);
    }
    const auto parts = rootPartsOf(file_);
    if (parts.empty() || !values_.oneIn(8)) return;
    JsonMembers* merge = objectAt(values_.pick(parts).holder, "merge");
    if (Json* check = merge ? find(*merge, "check") : nullptr) *check = Json("crc32:00000000");
  }

 private:
  /// An object or a list of the file, often the file itself where there are few.
  Json& container() {
    auto places = fuzz::placesOf(file_);
    std::erase_if(places, [](const Place& one) { return !one.value().array() && !one.value().members(); });
    return places.empty() || values_.oneIn(16) ? file_ : values_.pick(places).value();
  }

  void change() {
    const auto places = fuzz::placesOf(file_);
    if (places.empty()) return insert(file_, values_.someValue());
    const Place place = values_.pick(places);
    switch (values_.below(14)) {
      case 0: take(place); break;
      case 1: insert(*place.holder, Json(place.value())); break;
      case 2: {
        Json taken = take(place);  // before its new place is chosen, which must not be in it
        insert(container(), std::move(taken));
        break;
      }
      case 3: place.value() = values_.someValue(); break;
      case 4: insert(container(), values_.someValue()); break;
      case 5: nudge(place.value()); break;
      case 6: rename(place); break;
      case 7: reorder(*place.holder); break;
      case 8: place.value() = Json(values_.pick(places).value()); break;
      default: changePart();
    }
  }

  static Json take(const Place& place) {
    Json taken = std::move(place.value());
    const auto at = static_cast<std::ptrdiff_t>(place.at);
    if (auto* list = place.holder->array()) list->erase(list->begin() + at);
    if (auto* members = place.holder->members()) members->erase(members->begin() + at);
    return taken;
  }
  void insert(Json& holder, Json value) {
    if (auto* list = holder.array()) {
      // An item that stands twice is refused, so that its copy mostly gets another id.
      if (Json* id = value.members() ? find(*value.members(), "id") : nullptr; id && !values_.oneIn(4)) {
        *id = Json(values_.someId());
      }
      const auto at = static_cast<std::ptrdiff_t>(values_.below(list->size() + 1));
      list->insert(list->begin() + at, std::move(value));
    } else if (auto* members = holder.members()) {
      const auto at = static_cast<std::ptrdiff_t>(values_.below(members->size() + 1));
      members->emplace(members->begin() + at, values_.someName(), std::move(value));
    }
  }
  void reorder(Json& holder) {
    if (auto* list = holder.array()) std::shuffle(list->begin(), list->end(), values_.random());
    if (auto* members = holder.members()) std::shuffle(members->begin(), members->end(), values_.random());
  }
  void rename(const Place& place) {
    if (!place.holder->members()) return;
    std::string& name = (*place.holder->members())[place.at].first;
    name = idFromText(name) && !values_.oneIn(4) ? values_.someId() : values_.someName();
  }
  /// A small step aside: another digit of a dot or a date, the number next to it.
  void nudge(Json& value) {
    if (const auto* number = value.integer()) {
      value = Json(*number + (values_.oneIn(2) ? 1 : -1));
    } else if (auto* text = value.text(); text && !text->empty()) {
      char& one = values_.pick(*text);
      if (one >= '0' && one <= '9') one = values_.pick(std::string_view("0123456789"));
      if (one >= 'a' && one <= 'z') one = values_.pick(std::string_view("abz"));
    } else if (const auto* flag = value.flag()) {
      value = Json(!*flag);
    }
  }

  /// What only the tables of Cairn know: a field of a thing is written, has several versions, or is gone.
  void changePart() {
    auto parts = rootPartsOf(file_);
    if (parts.empty()) return;
    Part part = values_.pick(parts);
    if (part.lane == Lane::shared && values_.oneIn(4)) {
      JsonMembers* own = objectAt(part.holder, "private");
      if (!objectAt(own, "plan")) return;
      part = {own, part.type, part.letter, Lane::own};
    }
    JsonMembers& plan = *find(*part.holder, "plan")->members();
    const bool ofRoot = part.type->collections.empty() || values_.oneIn(8);
    const CollectionType* collection = ofRoot ? nullptr : &values_.pick(part.type->collections);
    const ThingType& type = collection ? collection->type : part.type->own;
    const std::string name(collection ? collection->name : "root");
    Json* thing = find(*part.holder, "plan");
    if (collection && collection->single) {
      if (!objectAt(&plan, name)) return;
      thing = find(plan, name);
    } else if (collection) {
      if (!find(plan, name)) plan.emplace_back(name, Json(JsonArray{}));
      auto* items = find(plan, name)->array();
      if (!items) return;
      if (items->empty() || values_.oneIn(4)) {
        items->emplace_back(JsonMembers{{"id", Json(values_.someId())}});
      }
      thing = &values_.pick(*items);
    }
    if (!thing->members() || type.fields.empty()) return;
    const std::string id = collection ? (collection->single ? part.letter : idOf(*thing)) : "";
    const FieldTraits& field = values_.pick(type.fields);
    if (field.lane != part.lane && !values_.oneIn(16)) return;
    std::erase_if(*thing->members(), [&](const auto& one) { return one.first == field.name; });
    const std::size_t how = values_.below(4);
    if (how < 2) thing->members()->emplace_back(field.name, values_.valueOf(field));
    JsonMembers* merge = objectAt(part.holder, "merge");
    if (how == 2) write(objectAt(merge, "deleted"), name, id, "", Json(values_.context()));
    if (how == 3) write(objectAt(merge, "versions"), name, id, std::string(field.name), versionsOf(field));
    if (how != 3) return;
    JsonMembers* named = objectAt(objectAt(merge, "dots"), name);
    if (named && !id.empty()) named = find(*named, id) ? find(*named, id)->members() : nullptr;
    if (named) std::erase_if(*named, [&](const auto& one) { return one.first == field.name; });
  }
  Json versionsOf(const FieldTraits& field) {
    JsonArray versions;
    for (std::size_t left = values_.below(4); left > 0; --left) {
      versions.emplace_back(JsonMembers{{"dot", Json(values_.dot())}});
      if (!values_.oneIn(8)) versions.back().members()->emplace_back("value", values_.valueOf(field));
    }
    JsonMembers entry{{"values", Json(std::move(versions))}};
    if (values_.oneIn(2)) entry.emplace_back("overwrote", Json(values_.context()));
    return Json(std::move(entry));
  }
  /// Puts an entry of the bookkeeping in its place: under the collection, the id and the field that it has.
  static void write(JsonMembers* section, std::string_view collection, const std::string& id, const std::string& field,
                    Json value) {
    std::vector<std::string> path{std::string(collection)};
    if (!id.empty()) path.push_back(id);
    if (!field.empty()) path.push_back(field);
    for (std::size_t at = 0; at + 1 < path.size(); ++at) section = objectAt(section, path[at]);
    if (!section) return;
    std::erase_if(*section, [&](const auto& one) { return one.first == path.back(); });
    section->emplace_back(path.back(), std::move(value));
  }

  /// Gives dots to what has none: without them a whole file would be refused for each new value.
  void sign(const Part& part) {
    if (part.lane == Lane::shared && !find(*part.holder, "merge") && !values_.oneIn(8)) return;
    JsonMembers* merge = objectAt(part.holder, "merge");
    if (!merge) return;
    if (!find(*merge, "writers")) merge->emplace_back("writers", Json(JsonArray{Json("aaaaaaaa"), Json("bbbbbbbb")}));
    JsonMembers* dots = objectAt(merge, "dots");
    bool ofRoot = values_.oneIn(4);
    for (const auto& [name, value] : *find(*part.holder, "plan")->members()) {
      const auto* items = value.array();
      const bool list = items && !items->empty() && !idOf(items->front()).empty();
      ofRoot = ofRoot || !(list || name == "letter");
      if (name == "letter") signThing(objectAt(dots, name), part.letter);
      if (!list) continue;
      for (const auto& item : *items) signThing(objectAt(dots, name), idOf(item));
    }
    if (ofRoot) signThing(dots, "root");
  }
  void signThing(JsonMembers* dots, const std::string& id) {
    if (!dots) return;
    Json* entry = find(*dots, id);
    if (!entry) return void(dots->emplace_back(id, Json(values_.signature())));
    if (entry->members() && !find(*entry->members(), "")) entry->members()->emplace_back("", Json(values_.signature()));
  }
  static void mend(const Part& part) {
    Json* merge = find(*part.holder, "merge");
    if (!merge || !merge->members()) return;
    const std::string sum = toHex(crc32Of(writeJsonCompact(*find(*part.holder, "plan"))));
    std::erase_if(*merge->members(), [](const auto& one) { return one.first == "check"; });
    merge->members()->emplace_back("check", Json("crc32:" + sum));
  }

  fuzz::Values values_;
  Json& file_;
};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  constexpr unsigned kBytesOnceIn = 64;
  auto files = fuzz::filesOf(data, size);
  if (files.empty() || seed % kBytesOnceIn == 0) return LLVMFuzzerMutate(data, size, most);
  Mutator(files, seed).run();
  const std::size_t written = fuzz::writeFiles(files, data, most);
  return written > 0 ? written : LLVMFuzzerMutate(data, size, most);
}

/// What was found on one side meets what was found on the other.
extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size, const std::uint8_t* other,
                                                 std::size_t otherSize, std::uint8_t* out, std::size_t most,
                                                 unsigned seed) {
  auto files = fuzz::filesOf(data, size);
  const auto theirs = fuzz::filesOf(other, otherSize);
  if (files.empty() || theirs.empty()) return 0;
  if (files.size() > 1 + seed % 2) files.pop_back();
  files.push_back(theirs.back());
  return fuzz::writeFiles(files, out, most);
}

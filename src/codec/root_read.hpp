#pragma once
// Reads one root from the pieces of a document (codec/document.cpp): plan, bookkeeping, both lanes.
// Where the bookkeeping does not belong to the plan, or is missing, all values stay pending: the
// root is a proposal.
#include <map>

#include "codec/root_reader.hpp"
#include "replica/merge.hpp"

namespace cairn {

constexpr std::size_t kMaxThings = 200'000;

template <class R>
class RootReaderOf : public RootReader {
 public:
  bool knows(std::string_view collection) const override {
    bool known = false;
    forEachCollection<R>(
        [&](const auto& declared) { known = known || (declared.name == collection && !declared.single); });
    return known;
  }

  void planMember(Lane lane, const std::string& name, Json json) override {
    bool taken = readMember(lane, name, root_, typeOf<R>(), json);
    forEachCollection<R>([&](const auto& declared) {
      if (taken || declared.name != name) return;
      taken = true;
      if (!declared.single) return fail(name, "must be a list");
      const Id id = onlyId(name, id_);
      auto& thing = thingAt(root_.*declared.member, id);
      readThing(lane, json, thing, typeOf<std::remove_cvref_t<decltype(thing)>>(), Where{{}, name, {}});
    });
    if (!taken) takeUnknown(lane, name, std::move(json));
  }

  void planItem(Lane lane, std::string_view collection, std::size_t index, Json json) override {
    if (error_) return;
    const Where where{{}, collection, {}, index};
    if (!json.members()) return fail(where.text(), "must be an object");
    if (++things_ > kMaxThings)
      return fail(where.text(), "more than " + std::to_string(kMaxThings) + " things in one file");
    const Json* idJson = json.member("id");
    if (!idJson) {
      nameless_.push_back({lane, std::string(collection), index, std::move(json)});
      return;
    }
    const auto id = idJson->text() ? idFromText(*idJson->text()) : std::nullopt;
    if (!id || !*id) return fail(where.text("id"), "must be an id of 16 letters and digits");
    addItem(lane, *id, where, json);
  }

  void entry(Lane lane, std::string_view section, std::string_view collection, std::string_view idText,
             Json json) override {
    if (error_ || !books_[at(lane)].fits()) return;
    const Where where{section, collection, idText};
    if (collection == "root") return enter(lane, root_, typeOf<R>(), json, where);
    const auto id = idFromText(idText);
    if (!id || !*id) return fail(where.text(), "is no id");
    bool known = false;
    forEachCollection<R>([&](const auto& declared) {
      if (known || declared.name != collection) return;
      known = true;
      if (declared.single && *id != onlyId(collection, id_)) return fail(where.text(), "is not the id of the only one");
      auto& thing = nextThing(root_.*declared.member, *id);
      enter(lane, thing, typeOf<std::remove_cvref_t<decltype(thing)>>(), json, where);
    });
    if (known) return;
    auto& thing = thingAt(root_.unknownCollections[{lane, std::string(collection)}], *id);
    enter(lane, thing, unknownType(lane), json, where);
  }

  bool isProposal() const { return proposal_; }

  /// The root. What was read of it is gone from the reader afterwards.
  Result<R> finish() {
    const bool ownFits = !books_[1].sum || books_[1].fits();
    proposal_ = !(books_[0].fits() || (!books_[0].sum && books_[1].sum)) || !ownFits;
    if (!books_[0].sum && !books_[1].sum) fail("plan", "is missing");
    root_.id = id_;
    for (auto& item : nameless_) nameItem(item);
    for (auto& [key, field] : root_.unknown) {
      if (!proposal_ && key.second.starts_with('/') && field.isPending()) signBeside(key, field);
    }
    dropEmptyLists(root_);
    if (!error_) {
      forEachThing(root_,
                   [&](Thing& thing, const ThingType& type, std::string_view name) { settle(thing, type, name); });
    }
    if (error_) return tl::unexpected(*error_);
    return std::move(root_);
  }

 private:
  struct Nameless {
    Lane lane;
    std::string collection;
    std::size_t index;
    Json json;
  };
  /// Entries come in the order of the things: the next one is nearly always the one behind.
  template <class T>
  struct Cursor {
    const Things<T>* of = nullptr;
    typename Things<T>::iterator at;
  };
  template <class T>
  T& nextThing(Things<T>& things, const Id& id) {
    auto& cursor = std::get<Cursor<T>>(cursors_);
    const auto hint = cursor.of == &things ? std::next(cursor.at) : things.begin();
    cursor = {&things, things.try_emplace(hint, id)};
    cursor.at->second.id = id;
    return cursor.at->second;
  }
  template <class... Declared>
  static auto cursorsFor(const std::tuple<Declared...>&) -> std::tuple<Cursor<
      typename std::remove_cvref_t<decltype(std::declval<R>().*std::declval<Declared>().member)>::mapped_type>...>;

  void author(Writer writer, const Author& author) override { root_.authors[writer] = author; }

  void addItem(Lane lane, const Id& id, const Where& where, Json& json) {
    forEachCollection<R>([&](const auto& declared) {
      if (declared.name != where.collection) return;
      auto& things = root_.*declared.member;
      auto& thing = things.try_emplace(things.end(), id)->second;
      thing.id = id;
      // A thing with a private side stands in both lanes, but in each once.
      bool twice = false;
      const ThingType& type = typeOf<std::remove_cvref_t<decltype(thing)>>();
      forEachStored(static_cast<Thing&>(thing), type, [&](const auto& field, Lane fieldLane) {
        twice = twice || (fieldLane == lane && !field.silent());
      });
      if (twice) return fail(where.text("id"), "stands twice");
      readThing(lane, json, thing, type, where);
    });
  }

  /// An id that follows from what it is called, so that taking the same file twice changes nothing.
  void nameItem(Nameless& item) {
    if (error_) return;
    const Where where{{}, item.collection, {}, item.index};
    if (!proposal_) return fail(where.text(), "has no id");
    std::string called;
    for (const std::string_view name : {"title", "text", "name", "question"}) {
      const Json* json = item.json.member(name);
      if (called.empty() && json && json->text()) called = *json->text();
    }
    if (called.empty()) called = writeJsonCompact(item.json);
    const int count = ++called_[{item.collection, called}];
    const std::string again = count > 1 ? "\n" + std::to_string(count) : std::string();
    const Id id = derivedId(item.collection, toText(id_) + called + again);
    addItem(item.lane, id, where, item.json);
  }

  /// A list of objects with ids is a collection of a later Cairn, anything else a field of one.
  void takeUnknown(Lane lane, const std::string& name, Json json) {
    auto* items = json.array();
    const bool collection = items && !items->empty() && std::all_of(items->begin(), items->end(), [](const Json& item) {
                              const Json* id = item.member("id");
                              return id && id->text() && idFromText(*id->text());
                            });
    if (!collection) {
      return setUnknown(root_.unknown[{lane, name}], RawJson{writeJsonCompact(json)});
    }
    auto& things = root_.unknownCollections[{lane, name}];
    for (auto& item : *items) {
      UnknownThing& thing = thingAt(things, *idFromText(*item.member("id")->text()));
      readThing(lane, item, thing, unknownType(lane), Where{{}, name, {}});
    }
    things_ += items->size();
  }

  /// A member beside the plan may come behind the bookkeeping that has signed it.
  static void setUnknown(Field<RawJson>& field, RawJson value) {
    const bool signedBefore = field.versions().size() == 1 && !field.isPending();
    const Version<RawJson> known = signedBefore ? field.versions().front() : Version<RawJson>{};
    const Context context = field.context();
    field.set(std::move(value));
    if (signedBefore) field.sign(known.dot, known.stamp);
    field.addContext(context);
  }
  /// Its signature is that of the root's other fields; where its writer did not know of ours, it has none.
  void signBeside(const std::pair<Lane, std::string>& key, Field<RawJson>& field) {
    const auto& shared = books_[at(key.first)].ofRoot;
    const Signature none{{0, 1}, 0};
    field.sign((shared ? *shared : none).dot, (shared ? *shared : none).stamp);
  }

  R root_;
  decltype(cursorsFor(kCollectionsOf<R>)) cursors_;
  std::size_t things_ = 0;
  std::vector<Nameless> nameless_;
  std::map<std::pair<std::string, std::string>, int> called_;
};

}  // namespace cairn

#pragma once
// Reads one root from the pieces of a document (codec/document.cpp): plan, bookkeeping, both lanes.
// Where the bookkeeping does not belong to the plan, or is missing, all values stay pending: the
// root is a proposal.
#include <map>

#include "codec/root_reader.hpp"

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
    bool taken = false;
    forEachField<R>([&](const auto& declared) {
      if (taken || declared.name != name) return;
      taken = true;
      readField(lane, declared, root_.*declared.member, json, Where{});
    });
    forEachCollection<R>([&](const auto& declared) {
      if (taken || declared.name != name) return;
      taken = true;
      if (!declared.single) return fail(name, "must be a list");
      const Id id = onlyId(name, id_);
      readThing(lane, json, thingAt(root_.*declared.member, id), Where{{}, name, {}});
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
    if (collection == "root") return enter(lane, root_, json, where);
    const auto id = idFromText(idText);
    if (!id || !*id) return fail(where.text(), "is no id");
    bool known = false;
    forEachCollection<R>([&](const auto& declared) {
      if (known || declared.name != collection) return;
      known = true;
      if (declared.single && *id != onlyId(collection, id_)) return fail(where.text(), "is not the id of the only one");
      enter(lane, nextThing(root_.*declared.member, *id), json, where);
    });
    if (!known) enter(lane, thingAt(root_.unknownCollections[{lane, std::string(collection)}], *id), json, where);
  }

  bool isProposal() const { return proposal_; }

  /// The root. What was read of it is gone from the reader afterwards.
  Result<R> finish() {
    const bool ownFits = !books_[1].sum || books_[1].fits();
    proposal_ = !(books_[0].fits() || (!books_[0].sum && books_[1].sum)) || !ownFits;
    if (!books_[0].sum && !books_[1].sum) fail("plan", "is missing");
    root_.id = id_;
    for (auto& item : nameless_) nameItem(item);
    // What stands beside the plan has no bookkeeping of its own where its writer did not know of ours.
    for (auto& [key, field] : root_.unknown) {
      if (!proposal_ && key.second.starts_with('/') && field.isPending()) field.sign({0, 1}, 0);
    }
    if (!error_) forEachThing(root_, [&](auto& thing, std::string_view name) { settle(thing, name); });
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
      forEachStored(
          thing, [&](const auto& field, Lane fieldLane) { twice = twice || (fieldLane == lane && !field.silent()); });
      if (twice) return fail(where.text("id"), "stands twice");
      readThing(lane, json, thing, where);
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

  template <class T>
  void readThing(Lane lane, Json& json, T& thing, const Where& where) {
    JsonMembers* members = json.members();
    if (!members) return fail(where.text(), "must be an object");
    // Nearly always the members come in declared order.
    std::size_t cursor = !members->empty() && members->front().first == "id" ? 1 : 0;
    std::size_t taken = cursor;
    forEachField<T>([&](const auto& declared) {
      if (cursor >= members->size() || (*members)[cursor].first != declared.name) return;
      readField(lane, declared, thing.*declared.member, (*members)[cursor].second, where);
      (*members)[cursor].first.clear();
      ++cursor;
      ++taken;
    });
    if (taken == members->size()) return;
    for (auto& member : *members) {
      const std::string& name = member.first;
      Json& value = member.second;
      if (name.empty() || name == "id") continue;
      bool known = false;
      forEachField<T>([&](const auto& declared) {
        if (known || declared.name != name) return;
        known = true;
        readField(lane, declared, thing.*declared.member, value, where);
      });
      if (!known) thing.unknown[{lane, name}].set(RawJson{writeJsonCompact(value)});
    }
  }

  /// A list of objects with ids is a collection of a later Cairn, anything else a field of one.
  void takeUnknown(Lane lane, const std::string& name, Json json) {
    auto* items = json.array();
    const bool collection = items && !items->empty() && std::all_of(items->begin(), items->end(), [](const Json& item) {
                              const Json* id = item.member("id");
                              return id && id->text() && idFromText(*id->text());
                            });
    if (!collection) {
      root_.unknown[{lane, name}].set(RawJson{writeJsonCompact(json)});
      return;
    }
    auto& things = root_.unknownCollections[{lane, name}];
    for (auto& item : *items) {
      readThing(lane, item, thingAt(things, *idFromText(*item.member("id")->text())), Where{{}, name, {}});
    }
    things_ += items->size();
  }

  template <class T>
  void enter(Lane lane, T& thing, Json& json, const Where& where) {
    if (where.section == "dots") return signThing(lane, thing, json, where);
    if (where.section == "versions") return addVersions(lane, thing, json, where);
    const auto context = json.text() ? contextFromText(books_[at(lane)].writers, *json.text()) : std::nullopt;
    if (!context) return fail(where.text(), "must be a context such as \"0:12\"");
    thing.deleted = *context;
  }

  template <class T>
  void signThing(Lane lane, T& thing, const Json& json, const Where& where) {
    const auto read = [&](const Json& text, std::string_view field) {
      auto signature = text.text() ? signatureFromText(books_[at(lane)].writers, *text.text()) : std::nullopt;
      if (!signature) fail(where.text(field), "must be a dot such as \"0:12@1764028800000\"");
      return signature;
    };
    if (const Json* common = json.text() ? &json : json.member("")) {
      const auto signature = read(*common, "");
      if (!signature) return;
      eachField(lane, thing,
                [&](std::string_view name, auto& field) { signShared(name, field, json, signature->first); });
    }
    if (json.text()) return;
    if (!json.members()) return fail(where.text(), "must be a text or an object");
    for (const auto& [name, text] : *json.members()) {
      if (name.empty()) continue;
      const auto signature = read(text, name);
      if (!signature) return;
      withField(lane, thing, name,
                [&](const FieldTraits&, auto& field) { signNamed(field, signature->first, signature->second); });
    }
  }

  template <class T>
  void addVersions(Lane lane, T& thing, Json& json, const Where& where) {
    if (!json.members()) return fail(where.text(), "must be an object");
    for (auto& member : *json.members()) {
      withField(lane, thing, member.first, [&](const FieldTraits& declared, auto& field) {
        readVersions(lane, declared, field, member.second, where.text(member.first));
      });
    }
  }

  template <class T, class Visit>
  void eachField(Lane lane, T& thing, Visit&& visit) {
    forEachField<T>([&](const auto& declared) {
      if (declared.lane == lane) visit(declared.name, thing.*declared.member);
    });
    for (auto& [key, field] : thing.unknown) {
      if (key.first == lane) visit(std::string_view(key.second), field);
    }
  }
  template <class T, class Visit>
  void withField(Lane lane, T& thing, const std::string& name, Visit&& visit) {
    bool known = false;
    forEachField<T>([&](const auto& declared) {
      if (declared.name != name) return;
      known = true;
      if (declared.lane == lane) visit(declared, thing.*declared.member);
    });
    if (known) return;
    FieldTraits unknown;
    unknown.limit = kNotesBytes;
    visit(unknown, thing.unknown[{lane, name}]);
  }

  /// What one lane's bookkeeping had signed is an edit like all else, where the other's did not fit.
  template <class Value>
  static void makePending(Field<Value>& field) {
    if (field.versions().empty()) {
      field = {};
    } else if (!field.isPending()) {
      field.set(Value(field.get()));
    }
  }

  /// Every value is signed, or none is; and no value is kept that its own field has overwritten.
  template <class T>
  void settle(T& thing, std::string_view collection) {
    if (proposal_) {
      thing.deleted = {};
      return forEachStored(thing, [](auto& field, Lane) { makePending(field); });
    }
    forEachStored(thing, [&](auto& field, Lane) {
      if (field.isPending()) {
        fail("merge.dots." + std::string(collection) + "." + toText(thing.id), "has no dot for each value");
      }
      if (!field.context().empty()) field.dropCovered(Context(field.context()));
      if (!thing.deleted.empty()) field.dropCovered(thing.deleted);
    });
  }

  R root_;
  bool proposal_ = false;
  decltype(cursorsFor(kCollectionsOf<R>)) cursors_;
  std::size_t things_ = 0;
  std::vector<Nameless> nameless_;
  std::map<std::pair<std::string, std::string>, int> called_;
};

}  // namespace cairn

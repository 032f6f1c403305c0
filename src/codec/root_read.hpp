#pragma once
// Reads one root from the pieces of a document (codec/document.cpp): plan, bookkeeping, both lanes.
// Where the bookkeeping does not belong to the plan, or is missing, all values stay pending: the
// root is a proposal.
#include <algorithm>
#include <array>
#include <map>

#include "codec/dots.hpp"
#include "codec/values.hpp"
#include "codec/where.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// A root of either kind, as the document sees it.
class RootReader {
 public:
  virtual ~RootReader() = default;

  void setId(const Id& id) { id_ = id; }
  bool hasId() const { return static_cast<bool>(id_); }
  void setPlace(std::string place) { place_ = std::move(place); }
  /// True when the collection's items may come one by one.
  virtual bool knows(std::string_view collection) const = 0;
  virtual void planMember(Lane lane, const std::string& name, Json json) = 0;
  virtual void planItem(Lane lane, std::string_view collection, std::size_t index, Json json) = 0;
  void planSum(Lane lane, std::uint32_t sum) { books_[at(lane)].sum = sum; }
  void mergeMember(Lane lane, std::string_view name, Json& json);
  virtual void entry(Lane lane, std::string_view section, std::string_view collection, std::string_view id,
                     Json json) = 0;
  /// True when entries of the bookkeeping may come now: the plan is read, and theirs.
  bool ready(Lane lane) const { return books_[at(lane)].fits() && books_[at(lane)].hasWriters; }
  bool fits(Lane lane) const { return books_[at(lane)].fits(); }
  bool hasPlan(Lane lane) const { return books_[at(lane)].sum.has_value(); }

  void fail(std::string path, std::string message) {
    if (!error_) error_ = Error{"plan", std::move(message), place_ + std::move(path)};
  }
  const std::optional<Error>& error() const { return error_; }

 protected:
  struct Book {
    std::optional<std::uint32_t> sum;  ///< of the plan that was read
    std::string check;
    WriterList writers;
    bool hasWriters = false;
    bool fits() const { return sum && check == "crc32:" + toHex(*sum); }
  };
  static std::size_t at(Lane lane) { return lane == Lane::shared ? 0 : 1; }

  template <class Value>
  void readField(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& json, const Where& where) {
    Value value{};
    std::string why;
    if (declared.lane != lane) {
      why = declared.lane == Lane::own ? "belongs in \"private\"" : "belongs in \"plan\"";
    } else {
      why = readValue(json, value, declared.limit);
      if constexpr (std::is_same_v<Value, std::int64_t>) {
        if (why.empty() && (value < declared.least || value > declared.most)) {
          why = "must be from " + std::to_string(declared.least) + " to " + std::to_string(declared.most);
        }
      }
    }
    if (!why.empty()) return fail(where.text(declared.name), std::move(why));
    field.set(std::move(value));
  }

  /// The signature that all pending values of a thing share, but for those that are named.
  template <class Value>
  static void signShared(std::string_view name, Field<Value>& field, const Json& named, const Signature& signature) {
    const bool beside = name.starts_with('/');  // signed in finish(), wherever it stood
    if (!field.isPending() || beside || named.member(name)) return;
    field.sign(signature.dot, signature.stamp);
  }
  template <class Value>
  static void signNamed(Field<Value>& field, const Signature& signature, const Context& context) {
    if (!field.isPending()) field.set({});
    field.sign(signature.dot, signature.stamp);
    field.addContext(context);
  }

  template <class Value>
  void readVersions(Lane lane, Field<Value>& field, Json& book, const std::string& place) {
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
          if (auto why = readValue(member, version.value, kNotesBytes); !why.empty())
            return fail(place, std::move(why));
        }
        if (!signature || !hasValue) return fail(place, "a version needs a value and a dot");
        version.dot = signature->first.dot;
        version.stamp = signature->first.stamp;
        field.addVersion(std::move(version));
      }
    }
  }

  virtual void author(Writer writer, const Author& author) = 0;

  Id id_;
  std::string place_;
  std::array<Book, 2> books_;
  std::optional<Error> error_;
};

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
      withField(lane, thing, name, [&](auto& field) { signNamed(field, signature->first, signature->second); });
    }
  }

  template <class T>
  void addVersions(Lane lane, T& thing, Json& json, const Where& where) {
    if (!json.members()) return fail(where.text(), "must be an object");
    for (auto& member : *json.members()) {
      withField(lane, thing, member.first,
                [&](auto& field) { readVersions(lane, field, member.second, where.text(member.first)); });
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
      if (declared.lane == lane) visit(thing.*declared.member);
    });
    if (!known) visit(thing.unknown[{lane, name}]);
  }

  /// Every value is signed, or none is; and no value is kept that its own field has overwritten.
  template <class T>
  void settle(T& thing, std::string_view collection) {
    forEachStored(thing, [&](auto& field, Lane) {
      if (!proposal_ && field.isPending()) {
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

#include "codec/root_reader.hpp"

#include <charconv>

#include "replica/merge.hpp"

namespace cairn {
namespace {

/// "PERSON@SINCE"
std::optional<Author> authorFromText(std::string_view text) {
  const auto at = text.find('@');
  const auto person = idFromText(text.substr(0, at));
  if (!person || at == std::string_view::npos) return std::nullopt;
  Author author{*person, 0};
  const std::string_view since = text.substr(at + 1);
  const auto [end, fault] = std::from_chars(since.data(), since.data() + since.size(), author.since);
  if (fault != std::errc() || end != since.data() + since.size() || author.since < 0) return std::nullopt;
  return author;
}

/// A member beside the plan may come behind the bookkeeping that has signed it.
void setUnknown(Field<RawJson>& field, RawJson value) {
  const bool signedBefore = field.versions().size() == 1 && !field.isPending();
  const Version<RawJson> known = signedBefore ? field.versions().front() : Version<RawJson>{};
  const Context context = field.context();
  field.set(std::move(value));
  if (signedBefore) field.sign(known.dot, known.stamp);
  field.addContext(context);
}

}  // namespace

RootReader::RootReader(Root& root, const RootType& type) : root_(root), type_(type) {
  for (const auto& declared : type.collections) expected_.push_back(declared.in(root).start());
}

Cursor& RootReader::expectedIn(const CollectionType& declared) {
  return expected_[static_cast<std::size_t>(&declared - type_.collections.data())];
}

void RootReader::planSum(Lane lane, std::uint32_t sum) {
  Book& book = books_[at(lane)];
  book.sum = sum;
  book.compare();
}

bool RootReader::knows(std::string_view collection) const {
  const CollectionType* declared = type_.find(collection);
  return declared && !declared->single;
}

void RootReader::mergeMember(Lane lane, std::string_view name, Json& json) {
  Book& book = books_[at(lane)];
  if (name == "check" && json.text()) {
    book.check = *json.text();
    book.compare();
  }
  if (!book.fits) return;
  if (name == "writers") {
    if (!json.array()) return fail("merge.writers", "must be a list");
    for (const auto& item : *json.array()) {
      const auto writer = item.text() ? writerFromText(*item.text()) : std::nullopt;
      if (!writer) return fail("merge.writers", "must be names of eight letters and digits");
      book.writers.push_back(*writer);
    }
    book.hasWriters = true;
  }
  if (name != "authors") return;
  if (!json.members()) return fail("merge.authors", "must be an object");
  for (const auto& [key, value] : *json.members()) {
    const auto writer = writerFromText(key);
    const auto person = value.text() ? authorFromText(*value.text()) : std::nullopt;
    if (!writer || !person) return fail("merge.authors." + key, "must be a person's id and an instant");
    root_.authors[*writer] = *person;
  }
}

void RootReader::planMember(Lane lane, const std::string& name, Json&& json) {
  if (readMember(lane, name, root_, type_.own, json)) return;
  const CollectionType* declared = type_.find(name);
  if (!declared) return takeUnknown(lane, name, std::move(json));
  if (!declared->single) return fail(name, "must be a list");
  readThing(lane, json, declared->in(root_).at(onlyId(name, id_)), declared->type, Where{{}, name, {}});
}

void RootReader::planItem(Lane lane, std::string_view collection, std::size_t index, Json&& json) {
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

void RootReader::entry(Lane lane, std::string_view section, std::string_view collection, std::string_view idText,
                       Json&& json) {
  if (error_ || !books_[at(lane)].fits) return;
  const Where where{section, collection, idText};
  if (collection == "root") return enter(lane, root_, type_.own, json, where);
  const auto id = idFromText(idText);
  if (!id || !*id) return fail(where.text(), "is no id");
  const CollectionType* declared = type_.find(collection);
  if (!declared) {
    auto& thing = thingAt(root_.unknownCollections[{lane, std::string(collection)}], *id);
    return enter(lane, thing, unknownType(lane), json, where);
  }
  if (declared->single && *id != onlyId(collection, id_)) return fail(where.text(), "is not the id of the only one");
  enter(lane, declared->in(root_).at(*id, expectedIn(*declared)), declared->type, json, where);
}

void RootReader::finish() {
  const bool ownFits = !books_[1].sum || books_[1].fits;
  proposal_ = !(books_[0].fits || (!books_[0].sum && books_[1].sum)) || !ownFits;
  if (!books_[0].sum && !books_[1].sum) fail("plan", "is missing");
  root_.id = id_;
  for (auto& item : nameless_) nameItem(item);
  for (auto& [key, field] : root_.unknown) {
    if (!proposal_ && key.second.starts_with('/') && field.isPending()) signBeside(key, field);
  }
  dropEmptyLists(root_);
  if (error_) return;
  forEachThing(root_, type_,
               [&](Thing& thing, const ThingType& kind, std::string_view name) { settle(thing, kind, name); });
}

void RootReader::addItem(Lane lane, const Id& id, const Where& where, Json& json) {
  const CollectionType* declared = type_.find(where.collection);
  if (!declared) return;
  const auto things = declared->in(root_);
  const std::size_t before = things.size();
  Thing& thing = things.at(id, expectedIn(*declared));
  // A thing with a private side stands in both lanes, but in each once.
  bool twice = false;
  if (things.size() == before) {
    forEachStored(thing, declared->type,
                  [&](const auto& field, Lane fieldLane) { twice = twice || (fieldLane == lane && !field.silent()); });
  }
  if (twice) return fail(where.text("id"), "stands twice");
  readThing(lane, json, thing, declared->type, where);
}

/// An id that follows from what it is called, so that taking the same file twice changes nothing.
void RootReader::nameItem(Nameless& item) {
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
void RootReader::takeUnknown(Lane lane, const std::string& name, Json&& json) {
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

/// Its signature is that of the root's other fields; where its writer did not know of ours, it has none.
void RootReader::signBeside(const std::pair<Lane, std::string>& key, Field<RawJson>& field) {
  const auto& shared = books_[at(key.first)].ofRoot;
  const Signature none{{0, 1}, 0};
  field.sign((shared ? *shared : none).dot, (shared ? *shared : none).stamp);
}

}  // namespace cairn

#include "codec/root_reader.hpp"

#include <algorithm>
#include <charconv>
#include <set>

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
  if (fault != std::errc() || end != since.data() + since.size() || author.since < 0 ||
      author.since >= (Instant{1} << 53U))
    return std::nullopt;
  return author;
}

/// What a member beside the plan is kept as: no name in a plan begins so.
std::string besideName(std::string_view name) { return "/" + std::string(name); }
bool isBeside(std::string_view name) { return name.starts_with('/'); }

/// A member beside the plan may come behind the bookkeeping that has signed it.
void setUnknown(Field<RawJson>& field, RawJson value) {
  if (field.versions().size() > 1) return;  // those count, not the one that shows
  const bool signedBefore = field.versions().size() == 1 && !field.isPending();
  const Version<RawJson> known = signedBefore ? field.versions().front() : Version<RawJson>{};
  const Context context = field.context();
  field.set(std::move(value));
  if (signedBefore) field.sign(known.dot, known.stamp);
  field.addContext(context);
}

}  // namespace

bool isReservedBeside(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"$schema", "format", "version", "generator", "audience", "id", "plan", "merge", "private"});
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

RootReader::RootReader(Root& root, const RootType& type, const Limits& limits)
    : ThingReader(limits), root_(root), type_(type) {
  for (const auto& declared : type.collections) expected_.push_back(declared.in(root).start());
}

Cursor& RootReader::expectedIn(const CollectionType& declared) {
  return expected_[static_cast<std::size_t>(&declared - type_.collections.data())];
}

void RootReader::planSum(Lane lane, std::uint32_t sum) {
  Bookkeeping& bookkeeping = bookkeeping_[at(lane)];
  bookkeeping.sum = sum;
  bookkeeping.compare();
}

bool RootReader::knows(std::string_view collection) const {
  const CollectionType* declared = type_.find(collection);
  return declared && !declared->single;
}

void RootReader::mergeMember(Lane lane, std::string_view name, Json& json) {
  Bookkeeping& bookkeeping = bookkeeping_[at(lane)];
  if (name == "check" && json.text()) {
    bookkeeping.check = *json.text();
    bookkeeping.compare();
  }
  if (!bookkeeping.fits) return;
  if (name == "writers") {
    if (!json.array()) return fail(Fault::noList, "merge.writers");
    if (json.array()->size() > limits_.writers)
      return fail(Fault::tooManyWriters, "merge.writers", std::to_string(limits_.writers));
    for (const auto& item : *json.array()) {
      const auto writer = item.text() ? writerFromText(*item.text()) : std::nullopt;
      if (!writer) return fail(Fault::noWriter, "merge.writers");
      bookkeeping.writers.push_back(*writer);
    }
    bookkeeping.hasWriters = true;
  }
  if (name != "authors") return;
  if (lane == Lane::own) return fail(Fault::authorsInPrivate, "private.merge.authors");
  if (!json.members()) return fail(Fault::noObject, "merge.authors");
  for (const auto& [key, value] : *json.members()) {
    const auto writer = writerFromText(key);
    const auto person = value.text() ? authorFromText(*value.text()) : std::nullopt;
    if (!writer || !person) return fail(Fault::noAuthor, "merge.authors." + key);
    root_.authors[*writer] = *person;
  }
}

void RootReader::planMember(Lane lane, const std::string& name, Json&& json) {
  if (readMember(lane, name, root_, type_.own, json)) return;
  if (name == "id" || name == "root") return fail(Fault::reservedName, name);
  const CollectionType* declared = type_.find(name);
  if (!declared) return takeUnknown(lane, name, std::move(json));
  if (!declared->single) return fail(Fault::noList, name);
  readThing(lane, json, declared->in(root_).at(onlyId(name, id_)), declared->type, Where{{}, name, {}});
}

void RootReader::besideMember(const std::string& name, Json&& json) {
  const Where where{{}, {}, {}, Where::kNone, false};
  if (!mayBeCalled(name, where) || !countsAs(1, where)) return;
  setUnknown(root_.unknown[{Lane::shared, besideName(name)}], unknownValue(json, where, name));
}

void RootReader::planItem(Lane lane, std::string_view collection, std::size_t index, Json&& json) {
  if (error_) return;
  const Where where{{}, collection, {}, index, lane == Lane::own};
  const CollectionType* declared = type_.find(collection);
  if (declared && declared->type.lane == Lane::own && lane == Lane::shared)
    return fail(Fault::belongsInPrivate, where.text());
  if (!json.members()) return fail(Fault::noObject, where.text());
  if (!countsAs(1, where)) return;
  const Json* idJson = json.member("id");
  if (!idJson) {
    nameless_.push_back({lane, std::string(collection), index, std::move(json)});
    return;
  }
  const auto id = idJson->text() ? idFromText(*idJson->text()) : std::nullopt;
  if (!id || !*id) return fail(Fault::noId, where.text("id"));
  addItem(lane, *id, where, json);
}

void RootReader::entry(Lane lane, std::string_view section, std::string_view collection, std::string_view idText,
                       Json&& json) {
  if (error_ || !bookkeeping_[at(lane)].fits) return;
  const Where where{section, collection, idText, Where::kNone, lane == Lane::own};
  if (collection == "root") {
    if (rootMayHold(lane, json, where)) enter(lane, root_, type_.own, json, where);
    return;
  }
  const auto id = idFromText(idText);
  if (!id || !*id) return fail(Fault::unknownId, where.text());
  const CollectionType* declared = type_.find(collection);
  if (!declared) {
    const auto isField = [&](const FieldTraits& field) { return field.name == collection; };
    if (std::any_of(type_.own.fields.begin(), type_.own.fields.end(), isField) || collection == "id")
      return fail(Fault::fieldIsCollection, where.text());
    if (!mayBeCalled(collection, where)) return;
    auto& things = root_.unknownCollections[{lane, std::string(collection)}];
    if (!things.contains(*id) && !countsAs(1, where)) return;
    auto& thing = thingAt(things, *id);
    return enter(lane, thing, unknownType(lane), json, where);
  }
  if (declared->single && *id != onlyId(collection, id_)) return fail(Fault::notTheOnlyId, where.text());
  const auto things = declared->in(root_);
  const std::size_t before = things.size();
  Thing& thing = things.at(*id, expectedIn(*declared));
  if (things.size() != before && !countsAs(1, where)) return;
  enter(lane, thing, declared->type, json, where);
}

/// Of the names in an entry of the root's own fields: none is that of a collection, and what stands beside the
/// plan is in the shared part and is not reserved.
bool RootReader::rootMayHold(Lane lane, const Json& entry, const Where& where) {
  if (!entry.members() || !limits_.strictNames) return true;
  for (const auto& [name, value] : *entry.members()) {
    if (type_.find(name) || name == "root") {
      fail(Fault::collectionIsField, where.text(name));
    } else if (isBeside(name) && (lane == Lane::own || isReservedBeside(name.substr(1)))) {
      fail(Fault::mayNotStandHere, where.text(name));
    }
  }
  return !error_;
}

/// A name that this version does not know is that of a value or that of a list.
void RootReader::refuseTwoMeanings() {
  if (!limits_.strictNames) return;
  for (const auto& [key, things] : root_.unknownCollections) {
    if (root_.unknown.contains(key))
      return fail(Fault::valueAndList, Where{{}, key.second, {}, Where::kNone, key.first == Lane::own}.text());
  }
}

void RootReader::finish() {
  const bool ownFits = !bookkeeping_[1].sum || bookkeeping_[1].fits;
  proposal_ = !(bookkeeping_[0].fits || (!bookkeeping_[0].sum && bookkeeping_[1].sum)) || !ownFits;
  if (!bookkeeping_[0].sum && !bookkeeping_[1].sum) fail(Fault::missing, "plan");
  if (sawPrivate_ && !bookkeeping_[1].sum) fail(Fault::missing, "private.plan");
  refuseDoubleBooks();
  root_.id = id_;
  for (auto& item : nameless_) nameItem(item);
  refuseIdsTwice();
  for (auto& [key, field] : root_.unknown) {
    if (!proposal_ && isBeside(key.second) && field.isPending()) signBeside(key, field);
  }
  dropEmptyLists(root_);
  refuseTwoMeanings();
  if (error_) return;
  forEachThing(root_, type_,
               [&](Thing& thing, const ThingType& kind, std::string_view name) { resolveDots(thing, kind, name); });
  ignoreSilentAuthors();
}

/// Who has written nothing that is known here is nobody's author: else it would depend on what was merged first.
void RootReader::ignoreSilentAuthors() {
  if (root_.authors.empty()) return;
  std::set<Writer> wrote;
  const auto add = [&](const Dot& dot) { wrote.insert(dot.writer); };
  forEachThing(root_, type_, [&](const Thing& thing, const ThingType& kind, std::string_view) {
    if (kind.lane == Lane::shared) std::for_each(thing.deleted.dots().begin(), thing.deleted.dots().end(), add);
    forEachStored(thing, kind, [&](const auto& field, Lane lane) {
      if (lane != Lane::shared) return;
      for (const auto& version : field.versions()) add(version.dot);
      for (const auto& dot : field.context().dots()) add(dot);
    });
  });
  std::erase_if(root_.authors, [&](const auto& entry) { return !wrote.contains(entry.first); });
}

void RootReader::noteId(Lane lane, std::string_view collection, const Id& id) {
  const bool isOther = listed_.empty() || listed_.back().lane != lane || listed_.back().collection != collection;
  if (isOther) listed_.push_back({lane, std::string(collection), {}});
  listed_.back().ids.push_back(id);
}

/// Ids that ascend, as ours do, need no sorting.
void RootReader::refuseIdsTwice() {
  for (auto& list : listed_) {
    if (!std::is_sorted(list.ids.begin(), list.ids.end())) std::sort(list.ids.begin(), list.ids.end());
    const auto twice = std::adjacent_find(list.ids.begin(), list.ids.end());
    const Where where{{}, list.collection, {}, Where::kNone, list.lane == Lane::own};
    if (twice != list.ids.end()) return fail(Fault::idTwice, where.text(), toText(*twice));
  }
}

void RootReader::addItem(Lane lane, const Id& id, const Where& where, Json& json) {
  const CollectionType& declared = *type_.find(where.collection);  // DocumentReader asks knows() before it gives items
  Thing& thing = declared.in(root_).at(id, expectedIn(declared));
  noteId(lane, where.collection, id);  // one with a private side stands in both lanes, but in each once
  readThing(lane, json, thing, declared.type, where);
}

/// An id that follows from what it is called, so that taking the same file twice changes nothing.
void RootReader::nameItem(Nameless& item) {
  if (error_) return;
  const Where where{{}, item.collection, {}, item.index, item.lane == Lane::own};
  if (!proposal_) return fail(Fault::withoutId, where.text());
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
  const auto idOf = [](const Json& item) {
    const Json* id = item.member("id");
    return id && id->text() ? idFromText(*id->text()).value_or(Id{}) : Id{};
  };
  const bool collection = items && !items->empty() &&
                          std::all_of(items->begin(), items->end(), [&](const Json& item) { return bool(idOf(item)); });
  const Where where{{}, name, {}, Where::kNone, lane == Lane::own};
  const Where plan{{}, {}, {}, Where::kNone, lane == Lane::own};
  if (!mayBeCalled(name, plan) || !countsAs(collection ? items->size() : 1, where)) return;
  if (!collection) return setUnknown(root_.unknown[{lane, name}], unknownValue(json, where, ""));
  auto& things = root_.unknownCollections[{lane, name}];
  for (auto& item : *items) {
    const Id id = idOf(item);
    noteId(lane, name, id);
    readThing(lane, item, thingAt(things, id), unknownType(lane), where);
  }
}

/// Its signature is that of the root's other fields; without one it has no dot, and is refused.
void RootReader::signBeside(const std::pair<Lane, std::string>& key, Field<RawJson>& field) {
  const auto& shared = bookkeeping_[at(key.first)].ofRoot;
  if (!shared) return;
  field.sign(shared->first.dot, shared->first.stamp);
  field.addContext(shared->second);
}

}  // namespace cairn

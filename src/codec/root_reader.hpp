#pragma once
// RootReader: reads one root, of any kind, from the pieces of a document (codec/document.cpp): plan,
// bookkeeping, both lanes. Where the bookkeeping does not belong to the plan, or is missing, all
// values stay pending: the root is a proposal.
#include "codec/thing_reader.hpp"

namespace cairn {

/// Whether a name has a meaning of its own beside a plan.
bool isReservedBeside(std::string_view name);

class RootReader : public ThingReader {
 public:
  /// `root`: empty, of this type. What is read is put there.
  RootReader(Root& root, const RootType& type, const Limits& limits);

  void setId(const Id& id) { id_ = id; }
  bool hasId() const { return static_cast<bool>(id_); }
  /// True when the collection's items may come one by one.
  bool knows(std::string_view collection) const;
  void planMember(Lane lane, const std::string& name, Json&& json);
  /// A member beside the plan, which a later Cairn may have put there.
  void besideMember(const std::string& name, Json&& json);
  void planItem(Lane lane, std::string_view collection, std::size_t index, Json&& json);
  void planSum(Lane lane, std::uint32_t sum);
  void mergeMember(Lane lane, std::string_view name, Json& json);
  void entry(Lane lane, std::string_view section, std::string_view collection, std::string_view id, Json&& json);
  /// True when entries of the bookkeeping may come now: the plan is read, and theirs.
  bool ready(Lane lane) const { return !waits_ && bookkeeping_[at(lane)].fits && bookkeeping_[at(lane)].hasWriters; }
  /// A piece came before the id, and will come again at the end.
  void wait() { waits_ = true; }
  bool fits(Lane lane) const { return bookkeeping_[at(lane)].fits; }
  bool hasPlan(Lane lane) const { return bookkeeping_[at(lane)].sum.has_value(); }
  bool isProposal() const { return proposal_; }
  /// There is a "private", which must hold a plan then.
  void beginPrivate() { sawPrivate_ = true; }

  /// The root is whole now, or there is an error().
  void finish();

 private:
  struct Nameless {
    Lane lane;
    std::string collection;
    std::size_t index;
    Json json;
  };

  void addItem(Lane lane, const Id& id, const Where& where, Json& json);
  void nameItem(Nameless& item);
  void takeUnknown(Lane lane, const std::string& name, Json&& json);
  bool rootMayHold(Lane lane, const Json& entry, const Where& where);
  void refuseTwoMeanings();
  void signBeside(const std::pair<Lane, std::string>& key, Field<RawJson>& field);
  Cursor& expectedIn(const CollectionType& declared);

  Root& root_;
  const RootType& type_;
  Id id_;
  std::vector<Cursor> expected_;  ///< a collection: entries come in the order of the things
  /// The ids of one list of a plan.
  struct Listed {
    Lane lane;
    std::string collection;
    std::vector<Id> ids;
  };
  void noteId(Lane lane, std::string_view collection, const Id& id);
  void refuseIdsTwice();
  void ignoreSilentAuthors();

  std::vector<Listed> listed_;
  bool sawPrivate_ = false;
  bool waits_ = false;
  std::vector<Nameless> nameless_;
  std::map<std::pair<std::string, std::string>, int> called_;
};

/// A reader with the root that it fills.
template <class R>
struct RootReaderOf {
  explicit RootReaderOf(const Limits& limits) : reader(root, rootTypeOf<R>(), limits) {}
  RootReaderOf(const RootReaderOf&) = delete;  // the reader holds on to its root
  RootReaderOf& operator=(const RootReaderOf&) = delete;

  R root;
  RootReader reader;
};

}  // namespace cairn

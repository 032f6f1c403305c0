// Undo of a removal, of an edit and of a choice gives back all versions of a field, not only the one that showed,
// and so does the trash. Held for each field of each kind of thing that a mentorship has: a new field is held to it.
#include <doctest/doctest.h>

#include "any_value.hpp"
#include "journal/trash.hpp"
#include "unit/command/one_mentorship.hpp"

namespace cairn::undo_versions_test {
using cairn::tests::anyValue;
using cairn::tests::OneMentorship;
using cairn::tests::targetId;

namespace {

struct Fixture : OneMentorship {
  /// One field of one thing, written by two people who did not see one another.
  template <class At>
  struct Place {
    std::string_view collection;
    const ThingType& type;
    const FieldTraits& declared;
    At at;
    Id thing;
    using Stored = typename At::Value;

    Thing& in(Root& root, const RootType& kind) const {
      return collection.empty() ? static_cast<Thing&>(root) : kind.find(collection)->in(root).at(thing);
    }
    const auto& in(const Workspace& workspace, const Id& root) const {
      static const std::remove_cvref_t<decltype(at.in(std::declval<Thing&>()))> kNone;
      const auto& mentorship = workspace.mentorships.at(root);
      if (collection.empty()) return at.in(mentorship);
      const Thing* found = rootTypeOf<Mentorship>().find(collection)->in(mentorship).find(thing);
      return found ? at.in(*found) : kNone;
    }
    /// As merging leaves it after two people have written there.
    void holdTwo(Mentorship& root, const Stored& second) const {
      auto& field = at.in(in(root, rootTypeOf<Mentorship>()));
      field.addContext(field.seen());
      field.dropCovered(field.context());
      field.addVersion({anyValue<Stored>(declared, 1), {31, 1}, 1001});
      field.addVersion({second, {32, 1}, 1002});
    }
    Command writing(const Id& root, int nth) const {
      Command command{CommandName::textEdit, {}, {}};
      Mentorship& edit = command.edit.at(root);
      at.in(in(edit, rootTypeOf<Mentorship>())).set(anyValue<Stored>(declared, nth));
      return command;
    }
  };

  /// Something in the lane of the thing stands there, so that it is there; and what it may refer to.
  template <class At>
  void prepare(const Place<At>& place) {
    const RootType& kind = rootTypeOf<Mentorship>();
    Command command{CommandName::textEdit, {}, {}};
    Mentorship& edit = command.edit.at(id);
    writeFirst(place.in(edit, kind), place.type);
    const CollectionType* target = kind.find(place.declared.refersTo);
    for (int nth = 1; target && nth <= 3; ++nth) writeFirst(target->in(edit).at(targetId(nth)), target->type);
    run(command);
  }
  static void writeFirst(Thing& thing, const ThingType& type) {
    bool written = false;
    forEachField(type, [&](const FieldTraits& declared, auto at) {
      if (written || declared.lane != type.lane || !declared.refersTo.empty()) return;
      at.in(thing).set(anyValue<typename decltype(at)::Value>(declared, 4));
      written = true;
    });
  }

  /// A file may have brought an empty value, also where a person may not write one.
  template <class At>
  void holds(const Place<At>& place) {
    using Stored = typename At::Value;
    holds(place, anyValue<Stored>(place.declared, 2));
    holds(place, Stored{});
  }
  template <class At>
  void holds(const Place<At>& place, const typename At::Value& second) {
    CAPTURE(place.collection);
    CAPTURE(place.declared.name);
    model = {};
    writers = {11, 12, 1, 1, 0};
    start();
    prepare(place);
    place.holdTwo(model.mentorships.at(id), second);
    const auto two = place.in(model, id);
    REQUIRE(two.differentValues() == 2);
    const Workspace before = model;
    const auto isAsBefore = [&] {
      const auto& field = place.in(model, id);
      return field.sameValues(two) && field.get() == two.get();
    };
    const Ref ref{id, std::string(place.collection), place.collection.empty() ? id : place.thing};
    for (const auto& command :
         {place.writing(id, 3), place.writing(id, 1), Command{CommandName::goalRemove, {}, {ref}}}) {
      model = before;
      const Change done = run(command);
      const bool removes = !command.removals.empty();
      const auto after = place.in(model, id);
      CAPTURE(removes);
      const Change undone = run(undoOf(model, done).command);
      CHECK(isAsBefore());
      const Change redone = run(undoOf(model, undone).command);
      CHECK((removes || place.in(model, id).sameValues(after)));
      run(undoOf(model, redone).command);
      CHECK(isAsBefore());
    }
    model = before;
    const auto trash = trashOf(run(Command{CommandName::goalRemove, {}, {ref}}), "trash/1", 1);
    REQUIRE(trash);
    if (!place.declared.refersTo.empty() && !place.collection.empty()) {
      for (int nth = 1; nth <= 3; ++nth) {
        run(Command{CommandName::goalRemove, {}, {{id, std::string(place.declared.refersTo), targetId(nth)}}});
      }
    }
    const auto trashed = readTrash(*trash);
    REQUIRE(trashed);
    run(bringBack(*trashed));
    CHECK(isAsBefore());
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "undo: of what overwrote, chose or removed, all versions come back, of every field") {
  const RootType& kind = rootTypeOf<Mentorship>();
  int fields = 0;
  forEachField(kind.own, [&](const FieldTraits& declared, auto at) {
    ++fields;
    holds(Place<decltype(at)>{"", kind.own, declared, at, id});
  });
  for (const auto& collection : kind.collections) {
    forEachField(collection.type, [&](const FieldTraits& declared, auto at) {
      ++fields;
      const Id thing = collection.single ? onlyId(collection.name, id) : Id{2, 2};
      holds(Place<decltype(at)>{collection.name, collection.type, declared, at, thing});
    });
  }
  CHECK(fields > 100);
}

}  // namespace cairn::undo_versions_test

// What a file that was edited outside Cairn says differently, and what of it a person did not choose.
#include <doctest/doctest.h>

#include "command/proposal.hpp"

namespace cairn::proposal_test {

namespace {

const std::pair kMoods{Lane::shared, std::string("moods")};
const std::pair kLater{Lane::shared, std::string("later")};

Workspace written(const Workspace& edit) {
  Workspace model;
  Writers writers{11, 12, 1, 1, 0};
  REQUIRE(commit(model, Command{CommandName::textEdit, edit, {}}, writers, 1000));
  return model;
}

/// A mentorship and a programme, with members and a list of a later Cairn.
Workspace everything() {
  Workspace all;
  Mentorship& mentorship = all.at(Id{1, 1});
  mentorship.aim.set("Aim");
  thingAt(mentorship.goals, Id{2, 2}).title.set("Lead");
  thingAt(mentorship.goals, Id{2, 2}).why.set("Why");
  mentorship.unknown[kLater].set({"1"});
  thingAt(mentorship.unknownCollections[kMoods], Id{3, 3}).unknown[{Lane::shared, "mood"}].set({"2"});
  all.programmeAt(Id{4, 4}).title.set("Programme");
  return all;
}

}  // namespace

TEST_CASE("proposal: what the model says already is no edit, in whichever kind of root or member it stands") {
  const Workspace model = written(everything());
  Writers writers{11, 12, 9, 9, 0};
  Workspace same = model;
  const auto nothing = commit(same, proposalEdits(model, everything()), writers, 2000);
  REQUIRE(nothing);
  CHECK(nothing->empty);
  Workspace changed = everything();
  changed.at(Id{1, 1}).unknown[kLater].set({"7"});
  changed.at(Id{1, 1}).unknown[{Lane::shared, "newer"}].set({"8"});
  changed.at(Id{1, 1}).unknown[{Lane::shared, "empty"}].set({"[]"});
  changed.at(Id{1, 1}).unknown[kMoods].set({"[]"});
  thingAt(changed.at(Id{1, 1}).unknownCollections[kMoods], Id{3, 4}).unknown[{Lane::shared, "mood"}].set({"9"});
  thingAt(changed.at(Id{1, 1}).unknownCollections[{Lane::shared, "others"}], Id{3, 5})
      .unknown[{Lane::shared, "mood"}]
      .set({"9"});
  changed.programmeAt(Id{4, 5}).title.set("Another");
  const Command edits = proposalEdits(model, changed);
  const Mentorship& edit = edits.edit.mentorships.at(Id{1, 1});
  CHECK(edit.aim.silent());
  CHECK(edit.goals.at(Id{2, 2}).title.silent());
  CHECK(edit.unknown.at(kLater).isPending());
  CHECK(edit.unknown.at({Lane::shared, "newer"}).isPending());
  CHECK(edit.unknown.at({Lane::shared, "empty"}).isPending());
  CHECK_FALSE(edit.unknown.contains(kMoods));
  CHECK(edit.unknownCollections.at(kMoods).at(Id{3, 3}).unknown.begin()->second.silent());
  CHECK(edit.unknownCollections.at(kMoods).at(Id{3, 4}).unknown.begin()->second.isPending());
  CHECK(edit.unknownCollections.at({Lane::shared, "others"}).at(Id{3, 5}).unknown.begin()->second.isPending());
  CHECK(edits.edit.programmes.at(Id{4, 4}).title.silent());
  CHECK(edits.edit.programmes.at(Id{4, 5}).title.isPending());
}

TEST_CASE("proposal: what a person did not choose is left out: a field, a thing, a field of the mentorship") {
  Workspace proposals = everything();
  thingAt(proposals.at(Id{1, 1}).goals, Id{2, 3}).title.set("Another");
  leaveOut(proposals, {{"", Id{}, "aim"},
                       {"goals", Id{2, 2}, "why"},
                       {"goals", Id{2, 3}, ""},
                       {"goals", Id{9, 9}, "title"},
                       {"moods", Id{3, 3}, ""}});
  const Mentorship& left = proposals.at(Id{1, 1});
  CHECK(left.aim.silent());
  CHECK(*left.goals.at(Id{2, 2}).title == "Lead");
  CHECK(left.goals.at(Id{2, 2}).why.silent());
  CHECK_FALSE(left.goals.contains(Id{2, 3}));
  CHECK(left.unknownCollections.at(kMoods).size() == 1);
}

}  // namespace cairn::proposal_test

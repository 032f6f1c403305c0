// Agreements, the order of lists, and what a person chooses for this browser.
#include <doctest/doctest.h>

#include "command/agreements.hpp"
#include "command/goals.hpp"
#include "command/mentorships.hpp"
#include "command/reviews.hpp"
#include "command/steps.hpp"
#include "query/lists.hpp"
#include "unit/command/one_mentorship.hpp"

namespace cairn::agreements_test {
using cairn::tests::OneMentorship;

namespace {

struct Fixture : OneMentorship {
  Id me{2, 1}, her{2, 2}, goal{4, 1}, other{4, 2};

  Fixture() {
    start([&](Mentorship& edit) {
      thingAt(edit.people, me).name.set("Zoë");
      thingAt(edit.people, her).name.set("Amina");
      thingAt(edit.goals, goal).title.set("Lead a release");
      thingAt(edit.goals, goal).expected.set("It is out.");
      thingAt(edit.goals, other).title.set("Write");
    });
  }
  template <class Write>
  Change write(Write&& writeIn) {
    return change(CommandName::textEdit, writeIn);
  }
  const Goal& goalNow() { return mentorship().goals.at(goal); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "agreement: it is one person's to one thing, and none once it was removed") {
  const auto hers = [&] {
    Command command = acceptMeasure(mentorship(), goalNow(), Date{20000}, AgreedHow::inCairn);
    std::erase_if(command.edit.at(id).agreements, [&](const auto& one) { return *one.second.person != her; });
    return command;
  };
  run(hers());
  CHECK(agreedToMeasure(mentorship(), goalNow(), her) == AgreedTo::thisVersion);
  CHECK(agreedToMeasure(mentorship(), goalNow(), me) == AgreedTo::nothing);
  CHECK(agreedToMeasure(mentorship(), mentorship().goals.at(other), her) == AgreedTo::nothing);
  CHECK(agreedToLetter(mentorship(), her) == AgreedTo::nothing);
  CHECK_FALSE(lastAgreement(mentorship(), her));
  run(Command{CommandName::textEdit, {}, {{id, "agreements", mentorship().agreements.begin()->first}}});
  CHECK(agreedToMeasure(mentorship(), goalNow(), her) == AgreedTo::nothing);
}

TEST_CASE_FIXTURE(Fixture, "agreement: to the letter the last one counts, by its day") {
  const Id letter = onlyId("letter", id);
  const auto agreeOn = [&](int day, std::int64_t minutes) {
    write([&](Mentorship& edit) { thingAt(edit.letter, letter).minutes.set(minutes); });
    run(agreeToLetter(mentorship(), her, Date{day}, AgreedHow::inWriting, "Words of " + std::to_string(minutes)));
  };
  agreeOn(20002, 30);
  agreeOn(20001, 45);
  agreeOn(20000, 60);
  CHECK(agreedToLetter(mentorship(), her) == AgreedTo::thisVersion);
  REQUIRE(lastAgreement(mentorship(), her));
  CHECK(*lastAgreement(mentorship(), her)->words == "Words of 30");
  CHECK_FALSE(lastAgreement(mentorship(), me));
  run(Command{CommandName::textEdit, {}, {{id, "agreements", lastAgreement(mentorship(), her)->id}}});
  CHECK(*lastAgreement(mentorship(), her)->words == "Words of 45");
}

TEST_CASE_FIXTURE(Fixture, "agreement: every word of letter and measure is in its digest") {
  Letter letter;
  const std::string before = digestOf(letter);
  // Whoever agreed to a letter of version 1.0 has agreed to it still, whatever fields have been added since.
  CHECK(before == "9c9487ae0smxa3dxk802q");
  letter.confidentiality.set(Confidentiality::open);
  const std::string open = digestOf(letter);
  CHECK(open != before);
  letter.firstReview.set(Date{20000});
  CHECK(digestOf(letter) != open);
  for (const auto text :
       {&Goal::title, &Goal::expected, &Goal::muchLess, &Goal::less, &Goal::more, &Goal::muchMore, &Goal::unit}) {
    Goal other = goalNow();
    (other.*text).set("Another word");
    CHECK(digestOf(other) != digestOf(goalNow()));
  }
  for (const auto number : {&Goal::baseline, &Goal::target}) {
    Goal other = goalNow();
    (other.*number).set(Decimal{"7"});
    CHECK(digestOf(other) != digestOf(goalNow()));
  }
  Goal changed = goalNow();
  changed.weight.set(2);
  CHECK(digestOf(changed) != digestOf(goalNow()));
  changed = goalNow();
  changed.why.set("Not of the measure");
  CHECK(digestOf(changed) == digestOf(goalNow()));
}

TEST_CASE_FIXTURE(Fixture, "measure: accepted by both are the people who are there") {
  write([&](Mentorship& edit) { thingAt(edit.people, Id{2, 3}).name.set("Left"); });
  run(acceptMeasure(mentorship(), goalNow(), Date{20000}, AgreedHow::inCairn));
  run(Command{CommandName::textEdit, {}, {{id, "people", Id{2, 3}}}});
  CHECK(isAcceptedByBoth(mentorship(), goalNow()));
  run(Command{CommandName::textEdit, {}, {{id, "people", her}}});
  CHECK_FALSE(isAcceptedByBoth(mentorship(), goalNow()));
  const Change accepted =
      run(acceptMeasure(mentorship(), mentorship().goals.at(other), Date{20000}, AgreedHow::inCairn));
  CHECK(accepted.delta.mentorships.at(id).agreements.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "measure: of a goal that is new, or of a mentorship that is, no earlier one is kept") {
  run(acceptMeasure(mentorship(), goalNow(), Date{20000}, AgreedHow::inCairn));
  Command command{CommandName::textEdit, {}, {}};
  thingAt(command.edit.at(id).goals, Id{4, 9}).expected.set("New");
  thingAt(command.edit.at(Id{1, 9}).goals, goal).expected.set("Elsewhere");
  thingAt(command.edit.at(id).goals, goal).why.set("Not of the measure");
  keepEarlierMeasures(model, command, Date{20001});
  CHECK(command.edit.at(id).earlierMeasures.empty());
  CHECK(command.edit.at(Id{1, 9}).earlierMeasures.empty());
  // One of several words is enough, whichever.
  thingAt(command.edit.at(id).goals, goal).expected.set("It is out.");
  thingAt(command.edit.at(id).goals, goal).muchMore.set("It is loved.");
  keepEarlierMeasures(model, command, Date{20001});
  CHECK(command.edit.at(id).earlierMeasures.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "first review: a day makes one, none takes it away unless somebody has written there") {
  const Id review = firstReviewIdOf(mentorship());
  const auto alive = [&] { return findAlive(mentorship().reviews, review) != nullptr; };
  CHECK(run(agreeOnFirstReview(mentorship(), Date{})).removals.empty());
  run(agreeOnFirstReview(mentorship(), Date{20050}));
  CHECK(*mentorship().reviews.at(review).date == Date{20050});
  CHECK(*mentorship().letter.begin()->second.firstReview == Date{20050});
  run(agreeOnFirstReview(mentorship(), Date{}));
  CHECK_FALSE(alive());
  CHECK_FALSE(*mentorship().letter.begin()->second.firstReview);
  run(agreeOnFirstReview(mentorship(), Date{20060}));
  write([&](Mentorship& edit) { thingAt(edit.reviews, review).change.set("Talk less"); });
  run(agreeOnFirstReview(mentorship(), Date{}));
  CHECK(alive());
}

TEST_CASE_FIXTURE(Fixture, "hiding and holding in part are of this browser, and say what they did") {
  CHECK(run(hide(mentorship(), true)).name == CommandName::mentorshipHide);
  CHECK(*mentorship().hidden);
  CHECK(run(hide(mentorship(), false)).name == CommandName::mentorshipShow);
  CHECK_FALSE(*mentorship().hidden);
  run(holdInPart(id, true));
  CHECK(*mentorship().inPart);
  run(holdInPart(id, false));
  CHECK_FALSE(*mentorship().inPart);
}

TEST_CASE_FIXTURE(Fixture,
                  "order: a thing moves to the front, to the end, behind the end, and what is not there nowhere") {
  write([&](Mentorship& edit) { thingAt(edit.goals, Id{4, 3}).title.set("Third"); });
  const auto order = [&] {
    std::string numbers;
    for (const Goal* one : goalsInOrder(mentorship()))
      numbers += std::to_string(one->id == goal ? 1 : one->id == other ? 2 : 3);
    return numbers;
  };
  REQUIRE(order() == "123");  // none has a key: all get one
  run(moveGoal(mentorship(), Id{4, 3}, 0));
  CHECK(order() == "312");
  run(moveGoal(mentorship(), Id{4, 3}, 99));
  CHECK(order() == "123");
  run(moveGoal(mentorship(), goal, 1));
  CHECK(order() == "213");
  CHECK(run(moveGoal(mentorship(), Id{9, 9}, 0)).empty);
  CHECK(run(moveStep(mentorship(), Id{9, 9}, 0)).empty);
}

TEST_CASE_FIXTURE(Fixture,
                  "order: two with one key, as two sides may give them, come apart when one is moved between") {
  const Id third{4, 3};
  write([&](Mentorship& edit) {
    thingAt(edit.goals, third).title.set("Third");
    thingAt(edit.goals, goal).order.set("m");
    thingAt(edit.goals, other).order.set("m");
    thingAt(edit.goals, third).order.set("z");
  });
  run(moveGoal(mentorship(), third, 1));
  const auto list = goalsInOrder(mentorship());
  REQUIRE(list.size() == 3);
  CHECK(list[1]->id == third);
  CHECK(*list[0]->order < *list[1]->order);
  CHECK(*list[1]->order < *list[2]->order);
}

TEST_CASE_FIXTURE(Fixture, "order: steps move among those of their home") {
  write([&](Mentorship& edit) {
    for (const std::uint64_t number : {1U, 2U, 3U}) {
      Step& step = thingAt(edit.steps, Id{5, number});
      step.text.set("Step");
      step.homeKind.set(HomeKind::goal);
      step.home.set(number == 3 ? other : goal);
    }
  });
  run(moveStep(mentorship(), Id{5, 2}, 0));
  const auto steps = stepsInOrder(mentorship(), HomeKind::goal, goal);
  REQUIRE(steps.size() == 2);
  CHECK(steps[0]->id == Id{5, 2});
  CHECK(mentorship().steps.at(Id{5, 3}).order.silent());
}

}  // namespace cairn::agreements_test

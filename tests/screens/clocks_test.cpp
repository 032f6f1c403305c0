// What clocks do to a call: hours that a change skips or doubles, and places by the names that people give them.
#include <doctest/doctest.h>

#include "screens/tester.hpp"

namespace cairn::clocks_test {

namespace {

void typeWhere(Tester& t, const std::string& where) {
  t.app->textChanged(t.find("City or time zone")->key, where);
  t.settle();
}

/// At the question when the first call is, with so much typed; my clock and theirs are Lisbon's.
void askWhen(Tester& t, const std::string& when) {
  t.type("Their name", "Amina");
  t.type("City or time zone", "Lisbon");
  t.press("Next");
  t.app->textChanged(t.find("Day and time")->key, when);
  t.settle();
}

}  // namespace

TEST_CASE("clocks: an hour that is skipped is told before and after it is planned, and shown as the one that comes") {
  Tester t;
  askWhen(t, "28 Mar 2027 01:30");
  CHECK_MESSAGE(t.sees("Sun 28 Mar 2027, 02:30. Clocks go forward that night: there is no 01:30 in Lisbon."),
                t.screen());
  t.type("Day and time", "28 Mar 2027 01:30");
  t.press("Next");
  t.press("Prepare the first session");
  CHECK_MESSAGE(t.sees("Clocks go forward that night: there is no 01:30 in Lisbon."), t.screen());
  CHECK(t.sees("Sun 28 Mar 2027, 02:30"));
  CHECK_FALSE(t.sees("for Amina"));  // one clock, one time
}

TEST_CASE("clocks: an hour that comes twice is told, any other is not") {
  Tester t;
  askWhen(t, "31 Oct 2027 01:30");
  CHECK_MESSAGE(t.sees("Clocks go back that night: 01:30 comes twice in Lisbon, and the first is meant."), t.screen());
  t.app->textChanged(t.find("Day and time")->key, "31 Oct 2027 02:30");
  t.settle();
  CHECK_FALSE(t.sees("Clocks go"));
}

TEST_CASE("places: former names and countries are understood, what means several is asked, what is none is told") {
  Tester t;
  typeWhere(t, "Europe/Kiev");
  CHECK(t.find("Kyiv"));
  typeWhere(t, "Poland");
  CHECK(t.find("Warsaw"));
  typeWhere(t, "IST");
  CHECK(t.sees("That means several places: choose one."));
  for (const char* city : {"Kolkata", "Dublin", "Jerusalem"}) CHECK(t.find(city));
  CHECK_FALSE(t.find("Christmas"));
  typeWhere(t, "W. Europe Standard Time");
  CHECK(t.sees("No such place is known here"));
  t.type("City or time zone", "IST");
  t.press("Dublin");
  CHECK_FALSE(t.sees("That means several places"));
}

TEST_CASE("people: a mentorship with a second mentor is called by its mentees") {
  Tester t;
  t.startWith("Amina Okafor");
  const std::string file = t.theirFile([](Mentorship& edit) {
    Person& second = thingAt(edit.people, Id{5, 5});
    second.name.set("Ben Carter");
    second.role.set(Role::mentor);
  });
  t.open(file);
  t.press("Take the changes");
  CHECK_MESSAGE(t.find("Amina Okafor"), t.screen());
  CHECK_FALSE(t.sees("Amina Okafor, Ben Carter"));
  t.go(mentorshipAddress(t.only().id, Screen::together));
  CHECK(t.sees("Ben Carter"));
}

TEST_CASE("people: of very many, the picture of their days has the first ones and says so") {
  Tester t;
  t.startWith("Amina Okafor");
  t.open(t.theirFile([](Mentorship& edit) {
    for (std::uint64_t number = 1; number <= 25; ++number) {
      Person& person = thingAt(edit.people, Id{2, number});
      person.name.set("Person " + std::to_string(number));
      person.zone.set("Africa/Lagos");
    }
  }));
  t.press("Take the changes");
  t.go(mentorshipAddress(t.only().id, Screen::together));
  CHECK_MESSAGE(t.sees("Of 25 people these are the first 20. "), t.screen());
}

}  // namespace cairn::clocks_test

// The store is emptied from outside while the page is open: wherever one is, the question stands above all else.
#include <doctest/doctest.h>

#include "screens/places.hpp"

namespace cairn::emptied_test {

TEST_CASE("emptied store: the question is on top at every place, and both answers work there") {
  const auto store = everydayStore();
  const auto places = everyPlace(*over(store));
  for (const auto& place : places) {
    CAPTURE(place);
    const auto t = over(store);
    t->watchesStore = false;
    t->go(place);
    t->platform.files.clear();
    t->app->storeEmptied();
    t->settle();
    REQUIRE_MESSAGE(t->sees(std::string(say(english(), S::store_emptied_title))), t->screen());
    const auto before = t->app->workspace().mentorships.size();
    const bool keeps = place.size() % 2 == 0;
    t->press(std::string(say(english(), keeps ? S::store_emptied_save : S::store_emptied_leave)));
    CHECK(t->app->workspace().mentorships.size() == (keeps ? before : 0));
    CHECK_FALSE(t->sees(std::string(say(english(), S::store_emptied_title))));
    t->reload();
    CHECK(t->app->workspace().mentorships.size() == (keeps ? before : 0));
  }
}

}  // namespace cairn::emptied_test

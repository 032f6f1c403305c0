// Languages: texts come from a catalogue alone, whole, and another one changes counts, order and dates without code.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/utf8.hpp"
#include "exchange/cadence.hpp"
#include "exchange/when.hpp"
#include "model/root.hpp"
#include "screens/places.hpp"
#include "support.hpp"
#include "test_languages.hpp"
#include "words/days.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"
#include "words/vocabulary.hpp"

namespace cairn::language_test {
namespace {

using test_languages::kLanguages;

const Language& spoken(const std::string& tag) { return languageFor(kLanguages, std::array{tag}); }

/// A person who reads that language, over what is in that store.
std::unique_ptr<Tester> reading(const std::string& tag, const std::map<std::string, std::string>& store) {
  auto t = over(store);
  t->known = kLanguages;
  t->comparesDrawn = tag != "en-XA";
  t->platform.reads = {tag};
  t->reload();
  return t;
}

/// What is written in a workspace, whose words are its people's own.
std::set<std::string> wordsIn(const Workspace& workspace) {
  std::set<std::string> all;
  for (const auto& [id, mentorship] : workspace.mentorships) {
    forEachThing(mentorship, [&](const Thing& thing, const ThingType& type, std::string_view) {
      forEachField(type, [&](const FieldTraits&, auto at) {
        if constexpr (std::is_same_v<typename decltype(at)::Value, std::string>) all.insert(*at.in(thing));
      });
    });
  }
  return all;
}

/// True for a text of the pseudo-language with whatever values, and nothing beside it.
bool isOneText(const std::string& text) {
  constexpr std::string_view kOpen = "⟦";
  constexpr std::string_view kClose = "⟧";
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (rest.starts_with(kOpen)) ++depth;
    if (rest.starts_with(kClose) && --depth == 0) return rest.size() == kClose.size();
    if (depth == 0) return false;
  }
  return false;
}

bool hasLetters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           static_cast<unsigned char>(letter) >= 0xC3;
  });
}

}  // namespace

TEST_CASE("language: the form of a text follows its count, in each language by its own rules") {
  const auto goals = [](const std::string& tag, std::size_t count) {
    return sayCount(spoken(tag), S::goals_count, count);
  };
  CHECK(goals("en", 0) == "0 goals");
  CHECK(goals("en", 1) == "1 goal");
  CHECK(goals("en", 101) == "101 goals");
  CHECK(goals("pl", 1) == "1 cel");
  CHECK(goals("pl", 3) == "3 cele");
  CHECK(goals("pl", 5) == "5 celów");
  CHECK(goals("pl", 12) == "12 celów");
  CHECK(goals("pl", 22) == "22 cele");
  CHECK(goals("pl", 101) == "101 celów");
  CHECK(goals("pl", 1'004) == "1004 cele");
}

TEST_CASE("language: order and dates follow the catalogue, and what it lacks stands in the first") {
  const Language& polish = spoken("pl");
  const Date day = dateOf({2026, 10, 26});
  CHECK(dayAndMonth(spoken("en"), day) == "Mon 26 Oct");
  CHECK(dayAndMonth(polish, day) == "26 października (pon.)");
  CHECK(fullDayText(polish, day) == "26 października 2026 (pon.)");
  CHECK(agoText(polish, day, day.plus(1)) == "wczoraj");
  CHECK(agoText(polish, day, day.plus(4)) == "4 dni temu");
  CHECK(say(polish, S::time_for, {{"time", "16:00"}, {"name", "Ani"}}) == "u Ani jest 16:00");
  CHECK(say(polish, S::undone, {{"what", doneWords(polish, CommandName::goalAdd)}}) == "Cofnięto: dodano cel");
  CHECK(timeText(spoken("en"), TimeOfDay{16 * 60 + 5}) == "16:05");
  CHECK(timeText(polish, TimeOfDay{16 * 60 + 5}) == "4.05 wieczorem");
  CHECK(timeText(polish, TimeOfDay{5}) == "12.05 rano");
  CHECK(decimalText(spoken("en"), Decimal{"12.5"}) == "12.5");
  CHECK(decimalText(polish, Decimal{"12.5"}) == "12,5");
  CHECK(say(polish, S::nav_find) == "Find");
}

TEST_CASE("language: days, hours and cadences are typed in its words") {
  const Date today = dateOf({2026, 11, 24});  // a Tuesday
  const auto read = [&](const std::string& tag, std::string_view typed) {
    const auto when = readWhen(typed, today, vocabularyOf(spoken(tag)));
    if (!when) return std::string("?");
    return (when->weekOf ? "week " : "") + toText(when->date) + (when->time ? " " + toText(when->time) : "");
  };
  CHECK(read("pl", "jutro o 9:30") == "2026-11-25 09:30");
  CHECK(read("pl", "w piątek 16:00") == "2026-11-27 16:00");
  CHECK(read("pl", "tydzień od 9 listopada") == "week 2027-11-09");
  CHECK(read("pl", "26 października 2026 (pon.) 16:00") == "2026-10-26 16:00");
  CHECK(read("pl", "today") == "2026-11-24");  // what it lacks is typed as in the first
  CHECK(read("pl", "friday") == "?");
  CHECK(read("en", "jutro") == "?");
  Tester tester;
  const auto cadence =
      readCadence("co dwa tygodnie, we wtorek 16:00", today, tester.platform.zones(), vocabularyOf(spoken("pl")));
  REQUIRE(cadence);
  CHECK(cadence->everyWeeks == 2);
  CHECK(toText(cadence->first) == "2026-11-24");
}

TEST_CASE("language: what it writes of a day it reads, and its typed words are written as they are compared") {
  for (const Language& language : languages()) {
    const Vocabulary words = vocabularyOf(language);
    for (Date day = dateOf({2026, 1, 1}); day < dateOf({2027, 1, 1}); day = day.plus(1)) {
      for (const std::string& text : {fullDayText(language, day), dayAndMonth(language, day)}) {
        const auto when = readWhen(text, dateOf({2026, 1, 1}), words);
        CHECK_MESSAGE((when && when->date == day), text);
      }
    }
  }
  for (const Language& language : kLanguages) {
    if (language.tag == "en-XA") continue;  // its marks are none that anybody types
    const Vocabulary words = vocabularyOf(language);
    for (int minute = 0; minute < 24 * 60; ++minute) {
      const std::string text = momentText(language, dateOf({2026, 10, 26}), TimeOfDay{minute});
      const auto when = readWhen(text, dateOf({2026, 1, 1}), words);
      CHECK_MESSAGE((when && when->date == dateOf({2026, 10, 26}) && when->time == TimeOfDay{minute}), text);
      CHECK(readTime(timeText(language, TimeOfDay{minute}), words) == TimeOfDay{minute});
    }
    for (const std::string digits : {"0", "12.5", "-3.25", "1000000.1"}) {
      CHECK(decimalOf(language, decimalText(language, Decimal{digits})) == Decimal{digits});
    }
  }
  for (auto key = static_cast<int>(S::typed_months); key <= static_cast<int>(S::typed_me); ++key) {
    for (const Language& language : kLanguages) {
      const std::string_view text = say(language, static_cast<S>(key));
      CHECK_MESSAGE(foldForSearch(text) == text, text);
    }
  }
}

TEST_CASE("language: the best that the person reads is spoken, by its tag or by its beginning") {
  const auto chosen = [](std::vector<std::string> reads) { return languageFor(kLanguages, reads).tag; };
  CHECK(chosen({"pl"}) == "pl");
  CHECK(chosen({"pl-PL", "en"}) == "pl");
  CHECK(chosen({"xx", "pl"}) == "pl");
  CHECK(chosen({"xx"}) == "en");
  CHECK(chosen({}) == "en");
  const auto t = reading("pl", everydayStore());
  CHECK(t->platform.language == "pl");
  CHECK_MESSAGE(t->sees("października"), t->screen());
}

/// Texts that no catalogue has said, each with where it was seen first.
struct Strange {
  std::set<std::string> own;  ///< people's own words
  std::map<std::string, std::string> seen;

  void look(const Tester& t, const std::string& place) {
    for (const auto& node : t.app->nodes()) {
      for (const auto& text : {node.name, node.description, node.placeholder, node.value}) {
        // An item of the follow-up, as it is sent.
        const std::string words = text.starts_with("- ") ? text.substr(2) : text;
        if (hasLetters(words) && !isOneText(words) && !own.contains(words)) seen.emplace(text, place);
      }
    }
  }
  std::string list() const {
    std::string all;
    for (const auto& [text, place] : seen) all += place + ": " + text + "\n";
    return all;
  }
};

TEST_CASE("language: every text on every screen is one of the catalogue, whole, or somebody's own words") {
  const auto t = reading("en-XA", everydayStore());
  Strange strange{wordsIn(t->app->workspace()), {}};
  for (const auto& place : everyPlace(*t)) {
    t->go(place);
    unfoldAll(*t);
    strange.look(*t, place);
  }
  CHECK_MESSAGE(strange.seen.empty(), strange.list());
}

// The tester audits each step: what is drawn stands in the tree, so that who says what they see is understood.
TEST_CASE("language: in each, the longer name of a button holds what is drawn on it") {
  const auto walk = [](Tester& t) {
    for (const auto& place : everyPlace(t)) {
      t.go(place);
      unfoldAll(t);
    }
  };
  walk(*reading("pl", everydayStore()));
  for (const Language& language : languages().subspan(1)) {
    const auto t = over(everydayStore());
    t->platform.reads = {std::string(language.tag)};
    t->reload();
    walk(*t);
  }
}

TEST_CASE("language: so is every text of what opens above a page") {
  const auto t = reading("en-XA", everydayStore());
  Strange strange{wordsIn(t->app->workspace()), {}};
  std::set<std::string> opened;
  for (const auto& place : everyPlace(*t)) {
    t->go(place);
    std::vector<std::string> openers;
    for (const auto& node : t->app->nodes()) {
      if (!node.popup.empty() && !node.disabled && opened.insert(node.key).second) openers.push_back(node.key);
    }
    for (const auto& opener : openers) {
      t->app->activate(opener);
      t->settle();
      strange.look(*t, place + " " + opener);
      t->app->closePopup();
      t->settle();
    }
  }
  CHECK(opened.size() > 10);
  CHECK_MESSAGE(strange.seen.empty(), strange.list());
}

TEST_CASE("language: so is every text before the first mentorship") {
  const auto t = reading("en-XA", {});
  Strange strange;
  for (const std::string place : {"#/", "#/start", "#/settings", "#/?find", "#/?shortcuts", "#/open", "#/nowhere"}) {
    t->go(place);
    unfoldAll(*t);
    strange.look(*t, place);
  }
  CHECK_MESSAGE(strange.seen.empty(), strange.list());
}

TEST_CASE("language: so is why a file is refused") {
  const auto t = reading("en-XA", everydayStore());
  Strange strange{wordsIn(t->app->workspace()), {}};
  std::size_t refused = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(CAIRN_VECTORS) + "/refuse")) {
    const std::string name = entry.path().filename().string();
    strange.own.insert(name);
    t->app->fileOpened(name, tests::readText(entry.path()));
    t->settle();
    refused += t->sees(std::string(say(spoken("en-XA"), S::open_refused))) ? 1 : 0;
    strange.look(*t, name);
  }
  for (std::size_t at = 1; at < kTroubleCount; ++at) {
    t->app->largeFailed("large.cairn.json", static_cast<Trouble>(at));
    t->settle();
    CHECK(t->sees(std::string(say(spoken("en-XA"), S::open_refused))));
    CHECK(t->sees(std::string(troubleText(spoken("en-XA"), static_cast<Trouble>(at)))));
    strange.look(*t, "a trouble of the worker");
  }
  CHECK(refused > 100);
  CHECK_MESSAGE(strange.seen.empty(), strange.list());
}

}  // namespace cairn::language_test

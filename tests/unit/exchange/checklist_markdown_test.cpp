#include "exchange/checklist_markdown.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "english.hpp"
#include "support.hpp"

namespace cairn::checklist_markdown_test {

TEST_CASE("checklist: sections, items, links, dates and what is done") {
  const auto items = readChecklist(
      "<!-- not\n- [ ] this -->\n# Before we start\n\nSome prose.\n\n## Week 1 (Jan 29):\n- [ ] Read [the "
      "guide](https://example.org/g) `now`\n"
      "* [x] **Say** hello\n  on two lines\n***\nLater\n+ Bring 2 March snacks\n- \n",
      dateOf({2019, 1, 1}), typedWords());
  REQUIRE(items.size() == 3);
  CHECK(items[0].section == "Week 1 (Jan 29)");
  CHECK(items[0].text == "Read the guide now");
  CHECK(items[0].link == "https://example.org/g");
  CHECK(toText(items[0].due) == "2019-01-29");
  CHECK_FALSE(items[0].done);
  CHECK(items[1].text == "Say hello on two lines");
  CHECK(items[1].done);
  CHECK(items[2].section == "Later");
  CHECK(toText(items[2].due) == "2019-03-02");
}

TEST_CASE("checklist: a date without a year is the first on or after the start") {
  CHECK(toText(findDate("Before Week 1 (Jan 29): call", dateOf({2019, 1, 29}), typedWords())) == "2019-01-29");
  CHECK(toText(findDate("Before Week 1 (Jan 29): call", dateOf({2019, 1, 30}), typedWords())) == "2020-01-29");
  CHECK(toText(findDate("by 5 May 2021", dateOf({2019, 1, 1}), typedWords())) == "2021-05-05");
  CHECK_FALSE(findDate("Week 5 and more", dateOf({2019, 1, 1}), typedWords()));
}

TEST_CASE("checklist: nothing to find is nothing") {
  CHECK(readChecklist("", dateOf({2019, 1, 1}), typedWords()).empty());
  CHECK(readChecklist("just prose\n\nand more <!-- never closed\n- [ ] item", dateOf({2019, 1, 1}), typedWords())
            .empty());
}

TEST_CASE("checklist: the lists that real programmes kept") {
  const auto folder = tests::sharedData("mentoring");
  if (!folder) return tests::notRun();
  struct Expected {
    const char* file;
    const char* firstSection;
    const char* firstDue;
  };
  for (const auto& expected :
       {Expected{"open-leaders-7-cohort-a.md", "Before Week 1 (Jan 29): Your first mentorship call", "2019-01-29"},
        Expected{"open-leaders-7-cohort-e.md", "Before Week 1 (Jan 31): Your first mentorship call", "2019-01-31"}}) {
    CAPTURE(expected.file);
    const std::string text = tests::readText(*folder / expected.file);
    const std::size_t boxes = tests::count(text, "\n- [ ] ");
    const auto items = readChecklist(text, dateOf({2019, 1, 15}), typedWords());
    CHECK(items.size() == boxes);
    REQUIRE(!items.empty());
    CHECK(items.front().section == expected.firstSection);
    CHECK(toText(items.front().due) == expected.firstDue);
    CHECK(items.back().section == "Week 5 and more");
    CHECK_FALSE(items.back().due);
    for (const auto& item : items) CHECK(item.text.find("](") == std::string::npos);
  }
}

TEST_CASE("checklist: days that count from the start, and numbered items") {
  const auto items = readChecklist("Week 2\n1. Meet the team\n2) Read (day 10)\n- Ask (Jan 29)\n10.5 is no item\n",
                                   dateOf({2019, 1, 1}), typedWords());
  REQUIRE(items.size() == 3);
  CHECK(items[0].text == "Meet the team");
  CHECK(items[0].dueAfter == 14);
  CHECK(items[1].dueAfter == 10);
  CHECK(items[2].dueAfter == 0);
  CHECK(toText(items[2].due) == "2019-01-29");
  CHECK(findDayAfter("Before week 1: hello", typedWords()) == 0);
  CHECK(findDayAfter("Week 5 and more", typedWords()) == 0);
}

}  // namespace cairn::checklist_markdown_test

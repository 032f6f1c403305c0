#pragma once
// Goals with their measures and progress, next steps, and checklists.
#include <array>
#include <string>

#include "base/decimal.hpp"
#include "model/people.hpp"

namespace cairn {

enum class GoalStatus { open, paused, reached, letGo };
/// A rung of a goal's ladder, −2 to +2; `none` where nothing was recorded.
enum class Rung { none, muchLess, less, expected, more, muchMore };
enum class HomeKind { none, session, goal, checklist, review };
enum class ChecklistKind { success, preparation };

constexpr auto words(GoalStatus) { return std::to_array<std::string_view>({"open", "paused", "reached", "let-go"}); }
constexpr auto words(Rung) {
  return std::to_array<std::string_view>({"none", "much-less", "less", "expected", "more", "much-more"});
}
constexpr auto words(HomeKind) {
  return std::to_array<std::string_view>({"none", "session", "goal", "checklist", "review"});
}
constexpr auto words(ChecklistKind) { return std::to_array<std::string_view>({"success", "preparation"}); }

struct Goal : Thing {
  Field<std::string> title;
  Field<std::string> why;
  Field<std::string> expected;  ///< the measure: what both will see when it went as expected
  Field<std::string> muchLess;  ///< −2; the other rungs are for who wants them
  Field<std::string> less;
  Field<std::string> more;
  Field<std::string> muchMore;  ///< +2
  Field<std::int64_t> weight;   ///< of this goal in the goal score; 0 counts as 1
  Field<std::string> unit;      ///< of a number measure
  Field<Decimal> baseline;
  Field<Decimal> target;
  Field<Date> due;
  Field<GoalStatus> status;
  Field<std::string> order;
};
constexpr auto fields(const Goal*) {
  return std::tuple{field("title", &Goal::title).mustBeSet(),
                    field("why", &Goal::why).atMost(4000),
                    field("expected", &Goal::expected).atMost(4000),
                    field("muchLess", &Goal::muchLess).atMost(2000),
                    field("less", &Goal::less).atMost(2000),
                    field("more", &Goal::more).atMost(2000),
                    field("muchMore", &Goal::muchMore).atMost(2000),
                    field("weight", &Goal::weight).between(0, 100),
                    field("unit", &Goal::unit).atMost(60),
                    field("baseline", &Goal::baseline),
                    field("target", &Goal::target),
                    field("due", &Goal::due),
                    field("status", &Goal::status).programmeSees(),
                    field("order", &Goal::order).laterShows()};
}

/// The measure that a goal had before it was changed, although both had agreed to it.
struct EarlierMeasure : Thing {
  Field<Id> goal;
  Field<Date> until;
  Field<std::string> expected;
  Field<std::string> muchLess;
  Field<std::string> less;
  Field<std::string> more;
  Field<std::string> muchMore;
  Field<std::int64_t> weight;
  Field<std::string> unit;
  Field<Decimal> baseline;
  Field<Decimal> target;
};
constexpr auto fields(const EarlierMeasure*) {
  return std::tuple{field("goal", &EarlierMeasure::goal).to("goals").mustBeSet(),
                    field("until", &EarlierMeasure::until),
                    field("expected", &EarlierMeasure::expected).atMost(4000),
                    field("muchLess", &EarlierMeasure::muchLess).atMost(2000),
                    field("less", &EarlierMeasure::less).atMost(2000),
                    field("more", &EarlierMeasure::more).atMost(2000),
                    field("muchMore", &EarlierMeasure::muchMore).atMost(2000),
                    field("weight", &EarlierMeasure::weight).between(0, 100),
                    field("unit", &EarlierMeasure::unit).atMost(60),
                    field("baseline", &EarlierMeasure::baseline),
                    field("target", &EarlierMeasure::target)};
}

struct Progress : Thing {
  Field<Id> goal;
  Field<Date> date;
  Field<Rung> rung;
  Field<Decimal> number;
  Field<std::string> comment;
};
constexpr auto fields(const Progress*) {
  return std::tuple{field("goal", &Progress::goal).to("goals").mustBeSet().programmeSees(),
                    field("date", &Progress::date).programmeSees(), field("rung", &Progress::rung).programmeSees(),
                    field("number", &Progress::number).programmeSees(),
                    field("comment", &Progress::comment).atMost(4000)};
}

/// One thing, one row, wherever it lives: a promise of a session, a milestone, a checklist's item.
struct Step : Thing {
  Field<std::string> text;
  Field<Id> owner;
  Field<Date> due;
  Field<std::int64_t> dueAfter;  ///< days after the mentorship's start, 1 is the start itself; 0: none
  Field<bool> done;
  Field<bool> confirmed;  ///< the other side has seen it done
  Field<std::string> link;
  Field<HomeKind> homeKind;
  Field<Id> home;
  Field<std::string> section;
  Field<std::string> order;
};
constexpr auto fields(const Step*) {
  return std::tuple{field("text", &Step::text).atMost(4000).mustBeSet(),
                    field("owner", &Step::owner).to("people"),
                    field("due", &Step::due),
                    field("dueAfter", &Step::dueAfter).between(0, 10'000),
                    field("done", &Step::done).programmeSees(),
                    field("confirmed", &Step::confirmed).programmeSees(),
                    field("link", &Step::link).atMost(kLinkLength),
                    field("homeKind", &Step::homeKind),
                    field("home", &Step::home),
                    field("section", &Step::section),
                    field("order", &Step::order).laterShows()};
}

/// A success checklist or a preparation list; its items are steps.
struct Checklist : Thing {
  Field<std::string> title;
  Field<ChecklistKind> kind;
  Field<std::string> fromTemplate;
  Field<std::string> order;
};
constexpr auto fields(const Checklist*) {
  return std::tuple{field("title", &Checklist::title).mustBeSet(), field("kind", &Checklist::kind),
                    field("fromTemplate", &Checklist::fromTemplate).atMost(100),
                    field("order", &Checklist::order).laterShows()};
}

}  // namespace cairn

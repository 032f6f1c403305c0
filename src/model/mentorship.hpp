#pragma once
// The things of a mentorship as plain structs (DESIGN: "The domain"). Every thing lies directly in
// its mentorship and points to others by id; each declares its fields once, below itself.
// Limits: texts have byte caps in their declaration; a collection has none of its own.
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "base/date.hpp"
#include "base/id.hpp"
#include "model/fields.hpp"

namespace cairn {

constexpr std::size_t kNotesBytes = 200'000;

enum class Stage { starting, running, paused, finished };
enum class Role { mentor, mentee, coordinator, sponsor };
enum class GoalStatus { open, paused, reached, letGo };
enum class SessionKind { regular, checkUp, longer, workReview, informal, closing };
enum class Outcome { notRecorded, held, moved, didNotHappen };
enum class HomeKind { none, session, goal, checklist };

/// The words of an enum in the file, in the order of its values.
constexpr auto words(Stage) { return std::to_array<std::string_view>({"starting", "running", "paused", "finished"}); }
constexpr auto words(Role) { return std::to_array<std::string_view>({"mentor", "mentee", "coordinator", "sponsor"}); }
constexpr auto words(GoalStatus) { return std::to_array<std::string_view>({"open", "paused", "reached", "let-go"}); }
constexpr auto words(SessionKind) {
  return std::to_array<std::string_view>({"regular", "check-up", "long", "work-review", "informal", "closing"});
}
constexpr auto words(Outcome) {
  return std::to_array<std::string_view>({"not-recorded", "held", "moved", "did-not-happen"});
}
constexpr auto words(HomeKind) { return std::to_array<std::string_view>({"none", "session", "goal", "checklist"}); }

struct Person : Thing {
  Field<std::string> name;
  Field<std::string> pronouns;
  Field<Role> role;
  Field<std::string> zone;  ///< IANA name, e.g. "Europe/Lisbon"
  Field<std::string> link;  ///< where to meet them: an https address
  Field<std::string> remember;
};
constexpr auto fields(const Person*) {
  return std::tuple{field("name", &Person::name).atMost(200),
                    field("pronouns", &Person::pronouns).atMost(60),
                    field("role", &Person::role),
                    field("zone", &Person::zone).atMost(64),
                    field("link", &Person::link).atMost(2000),
                    field("remember", &Person::remember).atMost(kNotesBytes).onlyMine()};
}

struct Goal : Thing {
  Field<std::string> title;
  Field<std::string> why;
  Field<std::string> expected;  ///< the measure: what both will see when it went as expected
  Field<Date> due;
  Field<GoalStatus> status;
  Field<std::string> order;
};
constexpr auto fields(const Goal*) {
  return std::tuple{field("title", &Goal::title).mustBeSet(),
                    field("why", &Goal::why).atMost(4000),
                    field("expected", &Goal::expected).atMost(4000),
                    field("due", &Goal::due),
                    field("status", &Goal::status),
                    field("order", &Goal::order).laterShows()};
}

struct Session : Thing {
  Field<std::string> title;
  Field<Date> date;       ///< the day, or with `weekOf` a day of the week to be arranged
  Field<bool> weekOf;     ///< true: "week of DATE", no hour yet
  Field<TimeOfDay> time;  ///< wall time in `zone`
  Field<std::string> zone;
  Field<std::int64_t> minutes;  ///< agreed length
  Field<SessionKind> kind;
  Field<Outcome> outcome;
  Field<std::string> notes;
  Field<std::string> takeaway;
  Field<std::string> privateNotes;
};
constexpr auto fields(const Session*) {
  return std::tuple{field("title", &Session::title),
                    field("date", &Session::date),
                    field("weekOf", &Session::weekOf),
                    field("time", &Session::time),
                    field("zone", &Session::zone).atMost(64),
                    field("minutes", &Session::minutes),
                    field("kind", &Session::kind),
                    field("outcome", &Session::outcome),
                    field("notes", &Session::notes).atMost(kNotesBytes),
                    field("takeaway", &Session::takeaway).atMost(2000),
                    field("privateNotes", &Session::privateNotes).atMost(kNotesBytes).onlyMine()};
}

/// A line to talk about. It points to its session; with none it waits in *Next time*.
struct Line : Thing {
  Field<std::string> text;
  Field<Id> session;
  Field<bool> done;
  Field<std::string> order;
};
constexpr auto fields(const Line*) {
  return std::tuple{field("text", &Line::text).atMost(2000).mustBeSet(), field("session", &Line::session),
                    field("done", &Line::done), field("order", &Line::order).laterShows()};
}

/// One thing, one row, wherever it lives: a promise of a session, a milestone, a checklist's item.
struct Step : Thing {
  Field<std::string> text;
  Field<Id> owner;
  Field<Date> due;
  Field<bool> done;
  Field<std::string> link;
  Field<HomeKind> homeKind;
  Field<Id> home;
  Field<std::string> section;
  Field<std::string> order;
};
constexpr auto fields(const Step*) {
  return std::tuple{field("text", &Step::text).atMost(4000).mustBeSet(),
                    field("owner", &Step::owner),
                    field("due", &Step::due),
                    field("done", &Step::done),
                    field("link", &Step::link).atMost(2000),
                    field("homeKind", &Step::homeKind),
                    field("home", &Step::home),
                    field("section", &Step::section),
                    field("order", &Step::order).laterShows()};
}

struct Checklist : Thing {
  Field<std::string> title;
  Field<std::string> order;
};
constexpr auto fields(const Checklist*) {
  return std::tuple{field("title", &Checklist::title).mustBeSet(), field("order", &Checklist::order).laterShows()};
}

template <class T>
using Things = std::map<Id, T>;

struct Mentorship : Thing {
  Field<std::string> aim;
  Field<Stage> stage;
  Field<Date> start;
  Field<Date> end;
  Field<bool> example;  ///< the example: marked, and counted nowhere
  Field<Id> me;         ///< which person this browser is
  Things<Person> people;
  Things<Goal> goals;
  Things<Session> sessions;
  Things<Line> lines;
  Things<Checklist> checklists;
  Things<Step> steps;
};
constexpr auto fields(const Mentorship*) {
  return std::tuple{field("aim", &Mentorship::aim).atMost(4000),
                    field("stage", &Mentorship::stage),
                    field("start", &Mentorship::start),
                    field("end", &Mentorship::end),
                    field("example", &Mentorship::example).onlyMine(),
                    field("me", &Mentorship::me).onlyMine()};
}

template <class T>
struct CollectionDeclaration {
  std::string_view name;
  Things<T> Mentorship::*member;
};
/// The collections of a mentorship, in the order of the file.
constexpr auto collections() {
  return std::tuple{CollectionDeclaration<Person>{"people", &Mentorship::people},
                    CollectionDeclaration<Goal>{"goals", &Mentorship::goals},
                    CollectionDeclaration<Session>{"sessions", &Mentorship::sessions},
                    CollectionDeclaration<Line>{"lines", &Mentorship::lines},
                    CollectionDeclaration<Checklist>{"checklists", &Mentorship::checklists},
                    CollectionDeclaration<Step>{"steps", &Mentorship::steps}};
}

template <class Visit>
constexpr void forEachCollection(Visit&& visit) {
  std::apply([&](const auto&... declared) { (visit(declared), ...); }, collections());
}

/// True when something of the thing is there to show. Private fields alone do not bring back what
/// the other side deleted.
template <class T>
bool isAlive(const T& thing) {
  bool alive = false;
  forEachField<T>([&](const auto& declared) {
    if (declared.lane == Lane::shared && !(thing.*declared.member).versions().empty()) alive = true;
  });
  return alive;
}

template <class T>
const T* findAlive(const Things<T>& things, const Id& id) {
  const auto found = things.find(id);
  return found != things.end() && isAlive(found->second) ? &found->second : nullptr;
}

}  // namespace cairn

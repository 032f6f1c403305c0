#pragma once
// Mentorship and Programme: the two roots (DESIGN: "The domain"). Every thing lies directly in its
// root and points to others by id; each declares its fields once, below itself.
// Limits: texts have byte caps in their declaration; a collection has none of its own.
#include <array>
#include <map>
#include <string>

#include "model/goals.hpp"
#include "model/talks.hpp"

namespace cairn {

enum class Stage { starting, running, paused, finished };
enum class Ending { none, completed, endedEarly };

constexpr auto words(Stage) { return std::to_array<std::string_view>({"starting", "running", "paused", "finished"}); }
constexpr auto words(Ending) { return std::to_array<std::string_view>({"none", "completed", "ended-early"}); }

struct Mentorship : Root {
  Field<std::string> aim;
  Field<Stage> stage;
  Field<Date> pausedUntil;
  Field<Ending> ending;
  Field<Date> start;
  Field<Date> end;
  Field<std::string> oneLine;      ///< what the programme may know
  Field<bool> example;             ///< the example: marked, and counted nowhere
  Field<Id> me;                    ///< which person this browser is
  Field<bool> inPart;              ///< only what the programme may see of it is here: it can be hidden, not removed
  Field<bool> hidden;              ///< in no list of this browser
  Field<std::int64_t> handedOver;  ///< when it left for the other side last, in ms; 0: never
  Field<std::int64_t> theyHave;    ///< of what I wrote, what came back in their file goes up to here, in ms
  Things<Person> people;
  Things<DaysOff> daysOff;
  Things<Letter> letter;
  Things<Agreement> agreements;
  Things<Goal> goals;
  Things<EarlierMeasure> earlierMeasures;
  Things<Progress> progress;
  Things<Session> sessions;
  Things<Series> series;
  Things<Rating> ratings;
  Things<Line> lines;
  Things<PrivateLine> privateLines;
  Things<Checklist> checklists;
  Things<Step> steps;
  Things<Contact> contacts;
  Things<Review> reviews;
  Things<Answer> answers;
  Things<PrivateAnswer> privateAnswers;
  Things<Resource> resources;
  Things<Win> wins;

  // Defined once, in mentorship.cpp: so many maps are dear to compile everywhere.
  Mentorship();
  Mentorship(const Mentorship&);
  Mentorship(Mentorship&&) noexcept;
  Mentorship& operator=(const Mentorship&);
  Mentorship& operator=(Mentorship&&) noexcept;
  ~Mentorship();
};
constexpr auto fields(const Mentorship*) {
  return std::tuple{field("aim", &Mentorship::aim).atMost(4000),
                    field("stage", &Mentorship::stage).programmeSees(),
                    field("pausedUntil", &Mentorship::pausedUntil).programmeSees(),
                    field("ending", &Mentorship::ending).programmeSees(),
                    field("start", &Mentorship::start).programmeSees(),
                    field("end", &Mentorship::end).programmeSees(),
                    field("oneLine", &Mentorship::oneLine).programmeSees(),
                    field("example", &Mentorship::example).onlyMine(),
                    field("me", &Mentorship::me).onlyMine().to("people"),
                    field("inPart", &Mentorship::inPart).onlyMine(),
                    field("hidden", &Mentorship::hidden).onlyMine(),
                    field("handedOver", &Mentorship::handedOver).onlyMine().laterShows(),
                    field("theyHave", &Mentorship::theyHave).onlyMine().laterShows()};
}
/// In the order of the file.
constexpr auto collections(const Mentorship*) {
  return std::tuple{collection("people", &Mentorship::people),
                    collection("daysOff", &Mentorship::daysOff),
                    onlyOne("letter", &Mentorship::letter),
                    collection("agreements", &Mentorship::agreements),
                    collection("goals", &Mentorship::goals),
                    collection("earlierMeasures", &Mentorship::earlierMeasures),
                    collection("progress", &Mentorship::progress),
                    collection("sessions", &Mentorship::sessions),
                    collection("series", &Mentorship::series),
                    collection("ratings", &Mentorship::ratings),
                    collection("lines", &Mentorship::lines),
                    collection("privateLines", &Mentorship::privateLines),
                    collection("checklists", &Mentorship::checklists),
                    collection("steps", &Mentorship::steps),
                    collection("contacts", &Mentorship::contacts),
                    collection("reviews", &Mentorship::reviews),
                    collection("answers", &Mentorship::answers),
                    collection("privateAnswers", &Mentorship::privateAnswers),
                    collection("resources", &Mentorship::resources),
                    collection("wins", &Mentorship::wins)};
}

/// One of a programme's measures of success.
struct Measure : Thing {
  Field<std::string> text;
  Field<std::string> order;
};
constexpr auto fields(const Measure*) {
  return std::tuple{field("text", &Measure::text).atMost(2000).mustBeSet(),
                    field("order", &Measure::order).laterShows()};
}

struct Event : Thing {
  Field<std::string> title;
  Field<Date> date;
  Field<TimeOfDay> time;
  Field<std::string> zone;
  Field<std::string> link;
};
constexpr auto fields(const Event*) {
  return std::tuple{field("title", &Event::title).mustBeSet(), field("date", &Event::date), field("time", &Event::time),
                    field("zone", &Event::zone).atMost(64), field("link", &Event::link).atMost(kLinkLength)};
}

/// A question that every review of the programme asks.
struct Question : Thing {
  Field<std::string> text;
  Field<std::string> order;
};
constexpr auto fields(const Question*) {
  return std::tuple{field("text", &Question::text).atMost(2000).mustBeSet(),
                    field("order", &Question::order).laterShows()};
}

struct Programme : Root {
  Field<std::string> title;
  Field<std::string> aim;
  Field<Date> start;
  Field<Date> end;
  Things<Person> people;
  Things<Measure> measures;
  Things<Event> events;
  Things<Letter> letter;
  Things<Checklist> checklists;
  Things<Step> steps;
  Things<Question> questions;

  // Defined once, in mentorship.cpp: so many maps are dear to compile everywhere.
  Programme();
  Programme(const Programme&);
  Programme(Programme&&) noexcept;
  Programme& operator=(const Programme&);
  Programme& operator=(Programme&&) noexcept;
  ~Programme();
};
constexpr auto fields(const Programme*) {
  return std::tuple{field("title", &Programme::title).mustBeSet(), field("aim", &Programme::aim).atMost(4000),
                    field("start", &Programme::start), field("end", &Programme::end)};
}
constexpr auto collections(const Programme*) {
  return std::tuple{collection("people", &Programme::people),         collection("measures", &Programme::measures),
                    collection("events", &Programme::events),         onlyOne("letter", &Programme::letter),
                    collection("checklists", &Programme::checklists), collection("steps", &Programme::steps),
                    collection("questions", &Programme::questions)};
}

inline bool isThere(const Mentorship& mentorship) { return isThere(mentorship, rootTypeOf<Mentorship>()); }
inline bool isThere(const Programme& programme) { return isThere(programme, rootTypeOf<Programme>()); }

}  // namespace cairn

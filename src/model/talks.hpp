#pragma once
// What happens over time: sessions and their lines, contacts, reviews, resources, wins.
#include <array>
#include <string>

#include "model/people.hpp"

namespace cairn {

enum class SessionKind { regular, checkUp, longer, workReview, informal, closing };
enum class Outcome { notRecorded, held, moved, didNotHappen };
enum class SessionHow { video, phone, chat, inPerson, inWriting };
enum class HowWasIt { notSaid, poor, fair, good, excellent };
enum class ContactKind { message, mail, call };
enum class WinKind { win, thanks };

constexpr auto words(SessionKind) {
  return std::to_array<std::string_view>({"regular", "check-up", "long", "work-review", "informal", "closing"});
}
constexpr auto words(Outcome) {
  return std::to_array<std::string_view>({"not-recorded", "held", "moved", "did-not-happen"});
}
constexpr auto words(SessionHow) {
  return std::to_array<std::string_view>({"video", "phone", "chat", "in-person", "in-writing"});
}
constexpr auto words(HowWasIt) {
  return std::to_array<std::string_view>({"not-said", "poor", "fair", "good", "excellent"});
}
constexpr auto words(ContactKind) { return std::to_array<std::string_view>({"message", "mail", "call"}); }
constexpr auto words(WinKind) { return std::to_array<std::string_view>({"win", "thanks"}); }

struct Session : Thing {
  Field<std::string> title;
  Field<Date> date;       ///< the day, or with `weekOf` a day of the week to be arranged
  Field<bool> weekOf;     ///< true: "week of DATE", no hour yet
  Field<TimeOfDay> time;  ///< wall time in `zone`; of a future session the truth
  Field<std::string> zone;
  Field<std::int64_t> offset;   ///< minutes east of UTC, as assumed when it was planned
  Field<std::int64_t> heldAt;   ///< the instant at which it began, fixed by *held*; 0: none
  Field<std::int64_t> minutes;  ///< agreed length
  Field<SessionKind> kind;
  Field<SessionHow> how;
  Field<Outcome> outcome;
  Field<std::string> notes;
  Field<std::string> takeaway;  ///< one sentence in the mentee's words
  Field<Id> series;             ///< the series that generated it
  Field<std::string> privateNotes;
};
constexpr auto fields(const Session*) {
  return std::tuple{field("title", &Session::title),
                    field("date", &Session::date).programmeSees(),
                    field("weekOf", &Session::weekOf).programmeSees(),
                    field("time", &Session::time),
                    field("zone", &Session::zone).atMost(64),
                    field("offset", &Session::offset).between(-1440, 1440).laterShows(),
                    field("heldAt", &Session::heldAt).between(0, std::int64_t{1} << 53U).laterShows(),
                    field("minutes", &Session::minutes).between(0, 1440).programmeSees(),
                    field("kind", &Session::kind).programmeSees(),
                    field("how", &Session::how).programmeSees(),
                    field("outcome", &Session::outcome).programmeSees(),
                    field("notes", &Session::notes).atMost(kNotesLength),
                    field("takeaway", &Session::takeaway).atMost(2000),
                    field("series", &Session::series).to("series"),
                    field("privateNotes", &Session::privateNotes).atMost(kNotesLength).onlyMine()};
}

/// A cadence that makes sessions; each keeps its local wall time across clock changes.
struct Series : Thing {
  Field<std::int64_t> everyWeeks;
  Field<Date> first;
  Field<TimeOfDay> time;
  Field<std::string> zone;
  Field<std::int64_t> minutes;
  Field<SessionHow> how;
};
constexpr auto fields(const Series*) {
  return std::tuple{field("everyWeeks", &Series::everyWeeks).between(1, 52),
                    field("first", &Series::first).mustBeSet(),
                    field("time", &Series::time),
                    field("zone", &Series::zone).atMost(64),
                    field("minutes", &Series::minutes).between(0, 1440),
                    field("how", &Series::how)};
}

/// "How was it?": one side's word about one session.
struct Rating : Thing {
  Field<Id> session;
  Field<Id> person;
  Field<HowWasIt> rating;
};
constexpr auto fields(const Rating*) {
  return std::tuple{field("session", &Rating::session).to("sessions").mustBeSet(),
                    field("person", &Rating::person).to("people").mustBeSet(), field("rating", &Rating::rating)};
}

/// A line to talk about. It points to its session; with none it waits in *Next time*.
struct Line : Thing {
  Field<std::string> text;
  Field<Id> session;
  Field<bool> done;
  Field<std::string> order;
};
constexpr auto fields(const Line*) {
  return std::tuple{field("text", &Line::text).atMost(2000).mustBeSet(),
                    field("session", &Line::session).to("sessions"), field("done", &Line::done),
                    field("order", &Line::order).laterShows()};
}

/// A line that only I see.
struct PrivateLine : Thing {
  Field<std::string> text;
  Field<Id> session;
  Field<bool> done;
  Field<std::string> order;
};
constexpr auto fields(const PrivateLine*) {
  return std::tuple{field("text", &PrivateLine::text).atMost(2000).mustBeSet().onlyMine(),
                    field("session", &PrivateLine::session).to("sessions").onlyMine(),
                    field("done", &PrivateLine::done).onlyMine(),
                    field("order", &PrivateLine::order).laterShows().onlyMine()};
}

/// A message, mail or call between sessions.
struct Contact : Thing {
  Field<Date> date;
  Field<ContactKind> kind;
  Field<std::string> text;
};
constexpr auto fields(const Contact*) {
  return std::tuple{field("date", &Contact::date).mustBeSet(), field("kind", &Contact::kind),
                    field("text", &Contact::text).atMost(4000)};
}

struct Review : Thing {
  Field<Date> date;
  Field<bool> closing;
  Field<std::string> change;  ///< what will change
};
constexpr auto fields(const Review*) {
  return std::tuple{field("date", &Review::date).mustBeSet().programmeSees(), field("closing", &Review::closing),
                    field("change", &Review::change).atMost(4000)};
}

/// An answer that its person has released.
struct Answer : Thing {
  Field<Id> review;
  Field<Id> person;
  Field<std::string> question;
  Field<std::string> text;
};
constexpr auto fields(const Answer*) {
  return std::tuple{field("review", &Answer::review).to("reviews").mustBeSet().programmeSees(),
                    field("person", &Answer::person).to("people").programmeSees(),
                    field("question", &Answer::question).mustBeSet().programmeSees(),
                    field("text", &Answer::text).atMost(8000).programmeSees()};
}

/// My answer until I release it.
struct PrivateAnswer : Thing {
  Field<Id> review;
  Field<std::string> question;
  Field<std::string> text;
};
constexpr auto fields(const PrivateAnswer*) {
  return std::tuple{field("review", &PrivateAnswer::review).to("reviews").mustBeSet().onlyMine(),
                    field("question", &PrivateAnswer::question).mustBeSet().onlyMine(),
                    field("text", &PrivateAnswer::text).atMost(8000).onlyMine()};
}

struct Resource : Thing {
  Field<std::string> title;
  Field<std::string> link;
  Field<std::string> ask;  ///< what is asked for it: to read it, to comment on it
  Field<Date> date;
};
constexpr auto fields(const Resource*) {
  return std::tuple{field("title", &Resource::title).mustBeSet(), field("link", &Resource::link).atMost(kLinkLength),
                    field("ask", &Resource::ask).atMost(2000), field("date", &Resource::date)};
}

struct Win : Thing {
  Field<Date> date;
  Field<WinKind> kind;
  Field<Id> person;  ///< whose win, or who is thanked
  Field<std::string> text;
};
constexpr auto fields(const Win*) {
  return std::tuple{field("date", &Win::date), field("kind", &Win::kind), field("person", &Win::person).to("people"),
                    field("text", &Win::text).atMost(4000).mustBeSet()};
}

}  // namespace cairn

#pragma once
// People, the letter that they agree on, and what records an agreement.
#include <array>
#include <string>

#include "model/declare.hpp"

namespace cairn {

constexpr std::size_t kNotesLength = 200'000;
constexpr std::size_t kLinkLength = 2000;

enum class Role { mentor, mentee, coordinator, sponsor };
enum class Confidentiality { betweenUs, programmeKnows, open, notSaid };
enum class AgreedHow { inTheCall, inWriting, inCairn, notedByOther };

/// The words of an enum in the file, in the order of its values.
constexpr auto words(Role) { return std::to_array<std::string_view>({"mentor", "mentee", "coordinator", "sponsor"}); }
constexpr auto words(Confidentiality) {
  return std::to_array<std::string_view>({"between-us", "programme-knows", "open", "not-said"});
}
constexpr auto words(AgreedHow) {
  return std::to_array<std::string_view>({"in-the-call", "in-writing", "in-cairn", "noted-by-other"});
}

struct Person : Thing {
  Field<std::string> name;
  Field<std::string> sayIt;  ///< how the name is said
  Field<std::string> pronouns;
  Field<Role> role;
  Field<std::string> zone;  ///< IANA name, e.g. "Europe/Lisbon"
  Field<WeekHours> hours;
  Field<std::string> video;  ///< where to meet them: an https address
  Field<std::string> chat;
  Field<std::string> phone;
  Field<std::string> booking;
  Field<std::string> remember;
};
constexpr auto fields(const Person*) {
  return std::tuple{field("name", &Person::name).programmeSees(),
                    field("sayIt", &Person::sayIt).atMost(200),
                    field("pronouns", &Person::pronouns).atMost(60),
                    field("role", &Person::role).programmeSees(),
                    field("zone", &Person::zone).atMost(64),
                    field("hours", &Person::hours),
                    field("video", &Person::video).atMost(kLinkLength),
                    field("chat", &Person::chat).atMost(kLinkLength),
                    field("phone", &Person::phone).atMost(kLinkLength),
                    field("booking", &Person::booking).atMost(kLinkLength),
                    field("remember", &Person::remember).atMost(kNotesLength).onlyMine()};
}

/// Days on which a person is away, both ends included.
struct DaysOff : Thing {
  Field<Id> person;
  Field<Date> from;
  Field<Date> to;
  Field<std::string> note;
};
constexpr auto fields(const DaysOff*) {
  return std::tuple{field("person", &DaysOff::person).to("people").mustBeSet(),
                    field("from", &DaysOff::from).mustBeSet(), field("to", &DaysOff::to),
                    field("note", &DaysOff::note)};
}

/// The agreement as short sentences; a field that is empty leaves its sentence out.
struct Letter : Thing {
  Field<std::int64_t> everyWeeks;  ///< cadence; 0: none agreed
  Field<std::int64_t> minutes;
  Field<std::string> platform;
  Field<std::string> backUp;   ///< where, if the platform fails
  Field<std::string> between;  ///< channels between sessions
  Field<std::string> answerTime;
  Field<std::string> scheduling;  ///< who schedules
  Field<std::string> moving;      ///< how to move a session, and what if somebody does not come
  Field<std::string> camera;      ///< camera and bandwidth
  Field<std::string> recording;   ///< recording and note-taking tools
  Field<std::string> noteKeeping;
  Field<Confidentiality> confidentiality;
  Field<std::string> confidentialityLimits;
  Field<std::string> mentorExpects;
  Field<std::string> menteeExpects;
  Field<std::string> holidays;
  Field<Date> firstReview;
  Field<std::string> stopping;
};
constexpr auto fields(const Letter*) {
  return std::tuple{field("everyWeeks", &Letter::everyWeeks).between(0, 52),
                    field("minutes", &Letter::minutes).between(0, 1440),
                    field("platform", &Letter::platform),
                    field("backUp", &Letter::backUp),
                    field("between", &Letter::between),
                    field("answerTime", &Letter::answerTime),
                    field("scheduling", &Letter::scheduling),
                    field("moving", &Letter::moving),
                    field("camera", &Letter::camera),
                    field("recording", &Letter::recording),
                    field("noteKeeping", &Letter::noteKeeping),
                    field("confidentiality", &Letter::confidentiality),
                    field("confidentialityLimits", &Letter::confidentialityLimits),
                    field("mentorExpects", &Letter::mentorExpects).atMost(4000),
                    field("menteeExpects", &Letter::menteeExpects).atMost(4000),
                    field("holidays", &Letter::holidays),
                    field("firstReview", &Letter::firstReview),
                    field("stopping", &Letter::stopping)};
}

/// That a person agreed to the letter or to a goal's measure. Over other words than those of the
/// digest it is an agreement to an earlier version.
struct Agreement : Thing {
  Field<Id> person;
  Field<Id> goal;  ///< the goal whose measure it is; none: the letter
  Field<Date> date;
  Field<AgreedHow> how;
  Field<std::string> digest;  ///< of the words that were shown: `digestOf`
  Field<std::string> words;   ///< what was shown, a line a sentence
};
constexpr auto fields(const Agreement*) {
  return std::tuple{field("person", &Agreement::person).to("people").mustBeSet(),
                    field("goal", &Agreement::goal).to("goals"),
                    field("date", &Agreement::date),
                    field("how", &Agreement::how),
                    field("digest", &Agreement::digest).atMost(64).mustBeSet(),
                    field("words", &Agreement::words).atMost(20'000)};
}

}  // namespace cairn

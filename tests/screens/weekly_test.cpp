// The week of a mentorship: preparing, talking, wrapping up, planning the next.
#include <doctest/doctest.h>

#include "query/sessions.hpp"
#include "screens/tester.hpp"

namespace cairn::weekly_test {

namespace {

const Session& sessionOf(const Tester& t) { return t.only().sessions.begin()->second; }

/// Amina in Lagos, with a first session.
void start(Tester& t, const std::string& when = "fri 16:00") {
  t.type("Their name", "Amina Okafor");
  t.type("City or time zone", "Lagos");
  t.press("Next");
  t.type("Day and time", when);
  t.press("Next");
  t.press("Prepare the first session");
}

std::string textOf(const Tester& t, const std::string& part) {
  for (const auto& node : t.app->nodes()) {
    if (node.name.find(part) != std::string::npos) return node.name;
  }
  return {};
}

}  // namespace

TEST_CASE("promise: what was understood is shown before Enter, and becomes a step with owner and day") {
  Tester t;
  start(t);
  const std::string field = t.find("Add a line to talk about")->key;
  t.app->textChanged(field, "@amina send the draft by fri");
  t.settle();
  CHECK_MESSAGE(t.find("Amina Okafor · by Fri 30 Oct 2026"), t.screen());
  t.submit("Add a line to talk about", "@amina send the draft by fri");
  REQUIRE(t.only().steps.size() == 1);
  const Step& step = t.only().steps.begin()->second;
  CHECK(*step.text == "send the draft");
  CHECK(*step.due == dateOf({2026, 10, 30}));
  CHECK(*findAlive(t.only().people, *step.owner)->name == "Amina Okafor");
  CHECK_FALSE(t.find("Amina Okafor · by Fri 30 Oct 2026"));
}

TEST_CASE("promise: its cross makes it a line of text again") {
  Tester t;
  start(t);
  const std::size_t lines = t.only().lines.size();
  const std::string field = t.find("Add a line to talk about")->key;
  t.app->textChanged(field, "@amina and the release");
  t.settle();
  t.press("Keep it a line of text");
  CHECK_FALSE(t.find("Keep it a line of text"));
  t.submit("Add a line to talk about", "@amina and the release");
  CHECK(t.only().steps.empty());
  CHECK(t.only().lines.size() == lines + 1);
  t.submit("Add a line to talk about", "@amina reads it");
  CHECK(t.only().steps.size() == 1);
}

TEST_CASE("session: what was not reached waits in Next time and stands in the next agenda") {
  Tester t;
  start(t);
  t.press("What should be different at the end?");
  t.press("Talk");
  t.press("End the call");
  CHECK(*sessionOf(t).outcome == Outcome::held);
  CHECK(*sessionOf(t).heldAt > 0);
  t.press("Plan Fri 13 Nov, 16:00");
  t.press("Session");
  t.press("Prepare");
  CHECK_MESSAGE(t.find("How will we both know?"), t.screen());
  CHECK(t.find("How will we both know?")->description == "Next time");
  CHECK_FALSE(t.find("What should be different at the end?"));
  t.press("How will we both know?");
  CHECK(t.find("How will we both know?")->checked);
  CHECK(t.find("How will we both know?")->description.empty());
}

TEST_CASE("wrap up: the follow-up holds what both share, in their time, and nothing private") {
  Tester t;
  t.platform.sharing = true;
  t.reload();
  start(t);
  t.type("Private notes", "Seems tired.");
  t.press("Talk");
  t.submit("Add a line to talk about", "@amina send the draft by fri");
  t.press("End the call");
  t.app->textChanged(t.find("Takeaway, in Amina’s words")->key, "Ask so");
  t.settle();
  CHECK_MESSAGE(t.sees("“Ask so”"), "while it is typed: nothing moves below a finger that leaves the field");
  t.type("Takeaway, in Amina’s words", "Ask sooner.");
  t.press("Plan Fri 13 Nov, 16:00");
  t.press("Copy");
  const std::string& text = t.platform.clipboard;
  for (const auto* part :
       {"First session, Fri 30 Oct 2026", "“Ask sooner.”", "- Amina Okafor: send the draft (by Fri 30 Oct 2026)",
        "We talk again on Fri 13 Nov 2026, 17:00 in Lagos."}) {
    CHECK_MESSAGE(text.find(part) != std::string::npos, text);
  }
  CHECK(text.find("tired") == std::string::npos);
  t.press("Copy as Markdown");
  CHECK(t.platform.clipboard.find("- [ ] Amina Okafor: send the draft") != std::string::npos);
  t.press("Mail");
  CHECK(t.platform.openedLinks.back().starts_with("mailto:?subject=First%20session"));
  t.press("Share");
  CHECK(t.platform.shared.find("Ask sooner") != std::string::npos);
  t.press("Good");
  CHECK(*t.only().ratings.begin()->second.rating == HowWasIt::good);
}

TEST_CASE("cadence: in words, it makes sessions that keep the wall time over a clock change") {
  Tester t;
  start(t, "today 18:00");
  t.press("Amina Okafor");
  t.press("Story");
  const std::string field = t.find("When do you talk?")->key;
  t.app->textChanged(field, "every two weeks, tuesday 16:00");
  t.settle();
  CHECK_MESSAGE(t.sees("Every 2 weeks. First"), t.screen());
  t.submit("When do you talk?", "every two weeks, tuesday 16:00");
  std::size_t made = 0;
  for (const auto& [id, session] : t.only().sessions) {
    if (!*session.series) continue;
    ++made;
    CHECK(*session.time == TimeOfDay{960});
    CHECK(*session.offset == (*session.date < dateOf({2027, 3, 28}) ? 0 : 60));
  }
  CHECK(made == 13);
  CHECK(t.sees("Cadence planned"));
  t.submit("When do you talk?", "weekly thu 9:30 lagos");
  std::size_t later = 0;
  for (const auto& [id, session] : t.only().sessions) {
    if (isAlive(session) && *session.time == TimeOfDay{960} && *session.date > dateOf({2026, 10, 28})) ++later;
  }
  CHECK(later == 0);
  CHECK(seriesOf(t.only())->everyWeeks.get() == 1);
  t.press("Undo this");
  CHECK(seriesOf(t.only())->everyWeeks.get() == 2);
}

TEST_CASE("presenting: only what the session shares is drawn, until it is off") {
  Tester t;
  start(t);
  t.type("Private notes", "Seems tired.");
  t.press("Talk");
  CHECK_FALSE(t.sees("Seems tired."));
  t.press("Private notes");
  CHECK(t.find("Private notes"));
  t.press("Presenting");
  CHECK(t.sees("Only what this session shares is drawn"));
  CHECK(t.sees("Saved in this browser"));
  for (const auto* hidden : {"Today", "Mentorships", "Private notes", "Undo", "End the call"})
    CHECK_FALSE(t.find(hidden));
  CHECK_FALSE(t.app->shortcut("Ctrl+K", false));
  t.go("#/");
  CHECK_FALSE(t.find("Mentorships"));
  CHECK(t.find("Stop presenting"));
  CHECK(t.app->shortcut("Ctrl+.", false));
  t.settle();
  CHECK(t.find("Mentorships"));
}

TEST_CASE("talk: clocks of both and one elapsed time in whole minutes") {
  Tester t;
  start(t, "today 9:00");
  t.platform.clock += 100 * kMinute;
  t.press("Talk");
  CHECK_MESSAGE(!textOf(t, "for Amina · ").empty(), t.screen());
  const std::string before = textOf(t, " of 45 minutes");
  t.platform.clock += 2 * kMinute;
  t.settle();
  CHECK(textOf(t, " of 45 minutes") != before);
}

TEST_CASE("prepare: a message that asks for topics; what is pasted becomes lines") {
  Tester t;
  start(t);
  t.press("Ask for topics");
  CHECK_MESSAGE(t.platform.clipboard.find("Hi Amina, we talk on Fri 30 Oct 2026, 17:00 in Lagos.") == 0,
                t.platform.clipboard);
  t.app->copied(true);
  t.settle();
  CHECK(t.sees("Copied."));
  const std::size_t lines = t.only().lines.size();
  t.press("Paste an answer");
  t.type("What Amina answered", "- My talk\n\n2. The release\n");
  t.press("Add these lines");
  CHECK(t.only().lines.size() == lines + 2);
  CHECK(t.find("The release"));
}

TEST_CASE("prepare: since you last spoke, and clocks that change on one side") {
  Tester t;
  t.platform.clock = instantAt({dateOf({2026, 10, 6}), TimeOfDay{600}}, 60);
  start(t, "today 9:00");
  t.press("Wrap up");
  t.press("Held");
  t.type("Takeaway, in Amina’s words", "Ask sooner.");
  t.press("Plan Tue 20 Oct, 09:00");
  t.platform.clock += 2 * kDay;
  t.go("#/");
  t.press("Prepare the call with Amina Okafor");
  CHECK(t.sees("Since you last spoke"));
  CHECK(t.sees("“Ask sooner.”"));
  CHECK_FALSE(t.sees("From Sun 25 Oct"));
  t.type("When", "27 oct 9:00");
  t.platform.clock = instantAt({dateOf({2026, 10, 20}), TimeOfDay{600}}, 60);
  t.settle();
  CHECK_MESSAGE(t.sees("From Sun 25 Oct your 09:00 is 10:00 for Amina, until Sun 28 Mar."), t.screen());
}

TEST_CASE("calendar: a file for one session or all, or the form of a calendar on the web") {
  Tester t;
  start(t);
  t.press("More for “First session”");
  t.press("Calendar file of this session");
  REQUIRE(t.platform.savedFiles.size() == 1);
  CHECK(t.platform.savedFiles[0].first == "Amina Okafor.ics");
  const std::string& text = t.platform.savedFiles[0].second;
  CHECK(text.find("DTSTART;TZID=Europe/Lisbon:20261030T160000") != std::string::npos);
  CHECK(text.find("SUMMARY:First session with Amina Okafor") != std::string::npos);
  CHECK(text.find("https://cairn.example/#/m/") != std::string::npos);
  t.press("More for “First session”");
  t.press("Add to Google Calendar");
  CHECK(t.platform.openedLinks.back().starts_with("https://calendar.google.com/"));
  t.press("More for “First session”");
  t.press("Remove this session");
  CHECK(t.sees("Session removed"));
  t.press("Undo this");
  CHECK(t.only().sessions.size() == 1);
}

TEST_CASE("when: a call is read and moved on the reader's own clock, and keeps the zone it was planned in") {
  Tester t;
  start(t);
  t.platform.zone = "Asia/Kolkata";
  t.reload();
  const Session& session = sessionOf(t);
  t.go(sessionAddress(t.only().id, session.id, SessionView::prepare));
  REQUIRE(t.find("When"));
  CHECK_MESSAGE(t.find("When")->value == "Fri 30 Oct 2026 21:30", t.find("When")->value);
  t.type("When", "mon 9 nov 21:30");
  CHECK(*sessionOf(t).zone == "Europe/Lisbon");
  CHECK(*sessionOf(t).time == TimeOfDay{16 * 60});
  CHECK(*sessionOf(t).date == dateOf({2026, 11, 9}));
}

TEST_CASE("moved: its page asks for the new day; on that it is planned again, with its agenda") {
  Tester t;
  start(t);
  t.platform.clock += 5 * kDay;
  t.reload();
  t.go("#/");
  t.press("Moved, First session");
  CHECK(*sessionOf(t).outcome == Outcome::moved);
  CHECK_MESSAGE(t.platform.focused.ends_with("/when"), t.platform.focused);
  t.type("When", "fri 16:00");
  CHECK(*sessionOf(t).outcome == Outcome::notRecorded);
  CHECK_MESSAGE(t.sees("How will we both know?"), t.screen());
}

TEST_CASE("composer: what is too long stays in the field and says so") {
  Tester t;
  start(t);
  const std::string words(2'500, 'a');
  t.submit("Add a line to talk about", words);
  CHECK(t.find("Add a line to talk about")->value == words);
  CHECK_MESSAGE(t.sees("Longer than 2000 characters"), t.screen());
}

TEST_CASE("paper: nothing that only I see, and of Together the letter alone") {
  Tester t;
  start(t);
  t.press("Amina Okafor");
  t.press("Together");
  t.press("Begin with the usual sentences");
  t.type("Remember", "SECRET");
  t.app->setPaper(true);
  t.settle();
  CHECK_FALSE(t.sees("SECRET"));
  CHECK_FALSE(t.find("Time zone"));
  CHECK_MESSAGE(t.sees("We meet every"), t.screen());
  t.app->setPaper(false);
  t.settle();
  CHECK(t.find("Time zone"));
}

TEST_CASE("first talk without a date: held today, it counts as spoken, and the next date is offered") {
  Tester t;
  t.startWith("Amina Okafor", "");
  t.press("Talk");
  t.press("End the call");
  const Session& first = t.only().sessions.begin()->second;
  CHECK(*first.outcome == Outcome::held);
  CHECK(*first.date == dateOf({2026, 10, 26}));
  CHECK_MESSAGE(t.find("Plan Mon 9 Nov"), t.screen());
}

TEST_CASE("paused, or ended: nobody asks whether it happened, and nothing is still open") {
  Tester t;
  start(t);
  t.go(mentorshipAddress(t.only().id));
  t.submit("Add a next step", "@amina send the draft by tomorrow");
  t.platform.clock += 9 * kDay;
  t.reload();
  t.go(mentorshipAddress(t.only().id));
  REQUIRE_MESSAGE(t.sees("still open"), t.screen());
  REQUIRE(t.sees("Did it happen?"));
  t.press("More for “Amina Okafor”");
  t.press("Pause for four weeks");
  CHECK_FALSE(t.sees("still open"));
  CHECK_FALSE(t.sees("Did it happen?"));
  t.press("Go on with it");
  CHECK(t.sees("Did it happen?"));
  t.press("More for “Amina Okafor”");
  t.press("Finish: completed");
  CHECK_FALSE(t.sees("Did it happen?"));
}

TEST_CASE("quiet: Find a time leads to the field in which one is typed") {
  Tester t;
  t.startWith("Amina Okafor", "");
  // Who looks in without writing has not been away.
  for (int visit = 0; visit < 4; ++visit) {
    t.platform.clock += 10 * kDay;
    t.reload();
  }
  t.go("#/");
  CHECK_FALSE(t.sees("Welcome back"));
  t.press("Find a time, Amina");
  t.settle();
  CHECK_MESSAGE(t.platform.focused == "new/session/" + toText(t.only().id), t.screen());
}

TEST_CASE("now: open steps beyond the first seven unfold in place") {
  Tester t;
  start(t);
  t.go(mentorshipAddress(t.only().id));
  for (int at = 1; at <= 9; ++at) t.submit("Add a next step", "Step " + std::to_string(at));
  CHECK_FALSE(t.find("Step 9"));
  t.press("2 more");
  CHECK_MESSAGE(t.find("Step 9"), t.screen());
  t.press("Step 9");
}

}  // namespace cairn::weekly_test

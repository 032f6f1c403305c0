#include <utility>
#include <vector>

#include "exchange/calendar.hpp"
#include "platform/headless/native_zones.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"
#include "verbs.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn::command_line {

int calendarFile(Words given) {
  std::vector<std::string> words(given.begin(), given.end());
  const auto out = takeOption(words, "-o");
  const std::string page = takeOption(words, "--page").value_or("");
  if (!onlyFiles(words) || words.size() != 1) return usage();
  auto file = readOrTell(words[0]);
  if (!file) return kBadInput;
  Workspace all = std::move(file->whole);
  if (file->isProposal()) all = std::move(file->proposals);
  const Language& english = languages().front();
  std::vector<CalendarEvent> events;
  for (const auto& [id, mentorship] : all.mentorships) {
    const std::string names = namesOf(mentorship);
    for (const Session* session : sessionsInOrder(mentorship)) {
      if (!canGoOut(*session)) continue;
      std::string title = sessionTitle(english, *session);
      if (!names.empty()) title = say(english, S::calendar_title, {{"session", title}, {"name", names}});
      events.push_back(calendarEvent(mentorship, *session, std::move(title), page));
    }
  }
  const std::string text = writeCalendar(events, NativeZones());
  return writeOrTell(out.value_or("-"), text);
}

}  // namespace cairn::command_line

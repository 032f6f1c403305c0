#include <algorithm>
#include <array>
#include <tuple>

#include "frame/screen_row.hpp"
#include "screens/screens.hpp"

namespace cairn {

// Each in a file of its own. Nobody but this table calls them.
void drawToday(Frame& frame);
void drawCalendar(Frame& frame);  ///< the other face of Today
void drawMentorships(Frame& frame);
void drawNow(Frame& frame, const Mentorship& mentorship);
void drawGoals(Frame& frame, const Mentorship& mentorship);
void drawStory(Frame& frame, const Mentorship& mentorship);
void drawTogether(Frame& frame, const Mentorship& mentorship);
void drawChecklistPaste(Frame& frame, const Mentorship& mentorship);
void drawSession(Frame& frame, const Mentorship& mentorship, const Session& session);
void drawOpened(Frame& frame);
void drawGallery(Frame& frame);  ///< every widget in its states; debug builds alone

namespace {

using Names = std::string_view;

constexpr auto kOnGoals = std::to_array<Names>({"", "goals", "earlierMeasures", "progress", "checklists"});
constexpr auto kInStory = std::to_array<Names>({"contacts", "reviews"});
constexpr auto kTogether = std::to_array<Names>({"people", "daysOff", "letter", "agreements"});

void drawSessionOf(Frame& frame, const Mentorship& mentorship) {
  const Session* session = sessionOf(frame);
  return session ? drawSession(frame, mentorship, *session) : drawMissing(frame);
}

constexpr ScreenOf kPage = ScreenOf::page;
constexpr ScreenOf kMentorship = ScreenOf::mentorship;
constexpr ScreenOf kSession = ScreenOf::session;
constexpr Loaded kFirst = Loaded::first;
constexpr Loaded kLater = Loaded::later;

constexpr ScreenRow kTable[] = {
    {Screen::today, kPage, "", kLater, Screen::today, drawToday},
    {Screen::calendar, kPage, "calendar", kLater, Screen::today, drawCalendar},
    {Screen::startWho, kPage, "start", kFirst, Screen::startWho, drawStart},
    {Screen::startWhen, kPage, "start/when", kFirst, Screen::startWho, drawStart},
    {Screen::startLink, kPage, "start/link", kFirst, Screen::startWho, drawStart},
    {Screen::mentorships, kPage, "mentorships", kLater, Screen::mentorships, drawMentorships},
    {Screen::now, kMentorship, "", kLater, Screen::now, nullptr, drawNow, S::tab_now},
    {Screen::goals, kMentorship, "goals", kLater, Screen::goals, nullptr, drawGoals, S::tab_goals, kOnGoals},
    {Screen::story, kMentorship, "story", kLater, Screen::story, nullptr, drawStory, S::tab_story, kInStory},
    {Screen::together, kMentorship, "together", kLater, Screen::together, nullptr, drawTogether, S::tab_together,
     kTogether},
    {Screen::checklist, kMentorship, "checklist", kLater, Screen::goals, nullptr, drawChecklistPaste},
    {Screen::session, kSession, "", kLater, Screen::now, nullptr, drawSessionOf},
    {Screen::open, kPage, "open", kLater, Screen::open, drawOpened},
    {Screen::gallery, kPage, "gallery", kFirst, Screen::gallery, drawGallery},
    {Screen::unknown, kPage, "", kLater, Screen::unknown, drawMissing},
};

constexpr bool isInOrder() {
  for (std::size_t at = 0; at < std::size(kTable); ++at) {
    if (static_cast<std::size_t>(kTable[at].screen) != at) return false;
  }
  return std::size(kTable) == static_cast<std::size_t>(Screen::unknown) + 1;
}
static_assert(isInOrder(), "each Screen has a row here, in the order of the enumeration");

/// The mentorship's own texts have no collection: its aim stands above its goals.
constexpr bool isCollection(Names name) {
  return name.empty() || std::apply([&](const auto&... one) { return ((one.name == name) || ...); },
                                    collections(static_cast<const Mentorship*>(nullptr)));
}
constexpr bool areCollections() {
  for (const ScreenRow& one : kTable) {
    for (const Names name : one.collections) {
      if (!isCollection(name)) return false;
    }
  }
  return true;
}
static_assert(areCollections(), "a mentorship has collections of these names");

}  // namespace

std::span<const ScreenRow> screenTable() { return kTable; }

Screen screenShowing(std::string_view collection) {
  const auto shows = [&](const ScreenRow& one) {
    return std::find(one.collections.begin(), one.collections.end(), collection) != one.collections.end();
  };
  const auto found = std::find_if(std::begin(kTable), std::end(kTable), shows);
  return found != std::end(kTable) ? found->screen : Screen::now;
}

}  // namespace cairn

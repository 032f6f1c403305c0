#pragma once
// Route: where we are, as an address after the "#". Every screen and every open sheet has one.
//   #/  #/calendar  #/start[/when|/link]  #/mentorships  #/m/ID[/goals|/story|/together|/checklist|/hand-over]
//   #/m/ID/s/SESSION[/prepare|/talk|/wrap-up]  #/open  #/settings
//   #/gallery[/PAGE] in debug builds
//   and over any of them: ?find  ?shortcuts
#include <string>
#include <string_view>

#include "base/id.hpp"

namespace cairn {

enum class Screen {
  today,
  calendar,
  startWho,
  startWhen,
  startLink,
  mentorships,
  now,
  goals,
  story,
  together,
  checklist,
  session,
  open,
  gallery,
  unknown
};
enum class Sheet { none, settings, handOver, find, shortcuts };
enum class SessionView { byClock, prepare, talk, wrapUp };

struct Route {
  Screen screen = Screen::today;
  Sheet sheet = Sheet::none;
  SessionView view = SessionView::byClock;
  Id mentorship;
  Id session;
  std::string part;  ///< of the gallery
  friend bool operator==(const Route&, const Route&) = default;
};

Route readRoute(std::string_view address);
std::string addressOf(const Route& route);
/// The sheet above where we are.
std::string sheetAddress(Route route, Sheet sheet);

std::string mentorshipAddress(const Id& mentorship, Screen screen = Screen::now);
std::string sessionAddress(const Id& mentorship, const Id& session, SessionView view = SessionView::byClock);

}  // namespace cairn

#include "frame/route.hpp"

#include <array>
#include <utility>
#include <vector>

#include "frame/screen_row.hpp"

namespace cairn {
namespace {

constexpr std::array<std::pair<std::string_view, SessionView>, 3> kViews{
    {{"prepare", SessionView::prepare}, {"talk", SessionView::talk}, {"wrap-up", SessionView::wrapUp}}};
constexpr std::array<std::pair<std::string_view, Sheet>, 2> kOverAny{
    {{"?find", Sheet::find}, {"?shortcuts", Sheet::shortcuts}}};

Route unknown() {
  Route route;
  route.screen = Screen::unknown;
  return route;
}

/// The screen with that word in its address.
Screen screenAt(ScreenOf of, std::string_view word) {
  for (const ScreenRow& one : screenTable()) {
    if (one.of == of && !one.word.empty() && one.word == word) return one.screen;
  }
  return Screen::unknown;
}

Route readMentorship(const std::vector<std::string_view>& parts) {
  Route route;
  const auto id = parts.size() > 1 ? idFromText(parts[1]) : std::nullopt;
  if (!id) return unknown();
  route.mentorship = *id;
  route.screen = Screen::now;
  if (parts.size() == 2) return route;
  if (parts.size() == 3 && parts[2] == "hand-over") {
    route.sheet = Sheet::handOver;
    return route;
  }
  if (parts.size() == 3) {
    route.screen = screenAt(ScreenOf::mentorship, parts[2]);
    return route.screen == Screen::unknown ? unknown() : route;
  }
  const auto session = parts[2] == "s" ? idFromText(parts[3]) : std::nullopt;
  if (!session) return unknown();
  route.screen = Screen::session;
  route.session = *session;
  for (const auto& [word, view] : kViews) {
    if (parts.size() > 4 && word == parts[4]) route.view = view;
  }
  return route;
}

}  // namespace

Route readRoute(std::string_view address) {
  const auto query = address.find('?');
  if (query != std::string_view::npos) {
    Route route = readRoute(address.substr(0, query));
    for (const auto& [word, sheet] : kOverAny) {
      if (word == address.substr(query)) route.sheet = sheet;
    }
    return route;
  }
  if (address.starts_with("#")) address.remove_prefix(1);
  while (address.starts_with("/")) address.remove_prefix(1);
  if (address.empty()) return {};
  if (address == "settings") {
    Route route;
    route.sheet = Sheet::settings;
    return route;
  }
  if (const Screen screen = screenAt(ScreenOf::page, address); screen != Screen::unknown) {
    Route route;
    route.screen = screen;
    return route;
  }
  std::vector<std::string_view> parts;
  for (std::string_view rest = address; !rest.empty();) {
    const auto slash = std::min(rest.find('/'), rest.size());
    parts.push_back(rest.substr(0, slash));
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  if (parts[0] == "m") return readMentorship(parts);
  if (parts[0] != "gallery") return unknown();
  Route route;
  route.screen = Screen::gallery;
  if (parts.size() > 1) route.part = parts[1];
  return route;
}

std::string addressOf(const Route& route) {
  for (const auto& [word, sheet] : kOverAny) {
    if (route.sheet != sheet) continue;
    Route below = route;
    below.sheet = Sheet::none;
    return addressOf(below) + std::string(word);
  }
  if (route.sheet == Sheet::settings) return "#/settings";
  const ScreenRow& shown = row(route.screen);
  if (shown.of == ScreenOf::page) return "#/" + std::string(shown.word) + (route.part.empty() ? "" : "/" + route.part);
  std::string address = "#/m/" + toText(route.mentorship);
  if (route.sheet == Sheet::handOver) return address + "/hand-over";
  if (shown.of == ScreenOf::mentorship) return address + (shown.word.empty() ? "" : "/") + std::string(shown.word);
  address += "/s/" + toText(route.session);
  for (const auto& [word, view] : kViews) {
    if (view == route.view) address += "/" + std::string(word);
  }
  return address;
}

std::string sheetAddress(Route route, Sheet sheet) {
  route.sheet = sheet;
  return addressOf(route);
}

std::string mentorshipAddress(const Id& mentorship, Screen screen) {
  Route route;
  route.screen = screen;
  route.mentorship = mentorship;
  return addressOf(route);
}

std::string sessionAddress(const Id& mentorship, const Id& session, SessionView view) {
  Route route;
  route.screen = Screen::session;
  route.mentorship = mentorship;
  route.session = session;
  route.view = view;
  return addressOf(route);
}

}  // namespace cairn

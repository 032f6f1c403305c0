#pragma once
// Workspace: everything in this browser. A partial workspace (only the fields that were written)
// is also the form of an edit, of a record in the store and of a file that is being read.
#include "model/mentorship.hpp"

namespace cairn {

enum class Theme { system, light, dark };
constexpr auto words(Theme) { return std::to_array<std::string_view>({"system", "light", "dark"}); }

/// What this browser's person chose; never leaves it.
struct Settings : Thing {
  Field<std::string> name;
  Field<Theme> theme;
};
constexpr auto fields(const Settings*) {
  return std::tuple{field("name", &Settings::name).atMost(200).onlyMine(),
                    field("theme", &Settings::theme).onlyMine().laterShows()};
}

struct Workspace {
  Settings settings;
  std::map<Id, Mentorship> mentorships;

  Mentorship& at(const Id& id) {
    Mentorship& mentorship = mentorships[id];
    mentorship.id = id;
    return mentorship;
  }
};

/// The thing with this id, made silent if it is new: for building edits.
template <class T>
T& thingAt(Things<T>& things, const Id& id) {
  T& thing = things[id];
  thing.id = id;
  return thing;
}

/// Every thing of a mentorship, itself first: visit(thing).
template <class M, class Visit>
void forEachThing(M& mentorship, Visit&& visit) {
  visit(mentorship);
  forEachCollection([&](const auto& declared) {
    for (auto& [id, thing] : mentorship.*declared.member) visit(thing);
  });
}

/// Every thing of a workspace: visit(thing).
template <class W, class Visit>
void forEachThingOf(W& workspace, Visit&& visit) {
  visit(workspace.settings);
  for (auto& [id, mentorship] : workspace.mentorships) forEachThing(mentorship, visit);
}

}  // namespace cairn

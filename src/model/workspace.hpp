#pragma once
// Workspace: everything in this browser. A partial workspace (only the fields that were written)
// is also the form of an edit, of a record in the store and of a file that is being read.
#include "model/mentorship.hpp"

namespace cairn {

enum class Theme { system, light, dark };
constexpr auto words(Theme) { return std::to_array<std::string_view>({"system", "light", "dark"}); }

/// What this browser's person chose; never leaves it.
struct Settings : Root {
  Field<std::string> name;
  Field<Theme> theme;
};
constexpr auto fields(const Settings*) {
  return std::tuple{field("name", &Settings::name).atMost(200).onlyMine(),
                    field("theme", &Settings::theme).onlyMine().laterShows()};
}

constexpr auto collections(const Settings*) { return std::tuple<>{}; }
constexpr Id kSettingsId{0, 1};

struct Workspace {
  Settings settings;
  Things<Mentorship> mentorships;
  Things<Programme> programmes;

  Mentorship& at(const Id& id) { return thingAt(mentorships, id); }
  Programme& programmeAt(const Id& id) { return thingAt(programmes, id); }
};

/// Both kinds of root: visit(things, "mentorships"), visit(things, "programmes").
template <class W, class Visit>
void forEachRootKind(W& workspace, Visit&& visit) {
  visit(workspace.mentorships, std::string_view("mentorships"));
  visit(workspace.programmes, std::string_view("programmes"));
}

/// Every thing of a workspace: visit(thing).
template <class W, class Visit>
void forEachThingOf(W& workspace, Visit&& visit) {
  visit(workspace.settings);
  forEachRootKind(workspace, [&](auto& roots, std::string_view) {
    for (auto& [id, root] : roots) forEachThing(root, [&](auto& thing, std::string_view) { visit(thing); });
  });
}

}  // namespace cairn

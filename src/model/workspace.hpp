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
  Field<std::int64_t> keptAt;  ///< when everything was kept as a file last, in ms; 0: never
};
constexpr auto fields(const Settings*) {
  return std::tuple{field("name", &Settings::name).atMost(200).onlyMine(),
                    field("theme", &Settings::theme).onlyMine().laterShows(),
                    field("keptAt", &Settings::keptAt).between(0, std::int64_t{1} << 53U).onlyMine().laterShows()};
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

/// Every thing of a workspace: visit(thing, type, collection's name).
template <class W, class Visit>
void forEachThingOf(W& workspace, Visit&& visit) {
  forEachThing(workspace.settings, visit);
  forEachRootKind(workspace, [&](auto& roots, std::string_view) {
    for (auto& [id, root] : roots) forEachThing(root, visit);
  });
}

/// Each thing of `theirs` beside the same one of `ours`, or null: visit(ours, theirs, type).
template <class Visit>
void forEachPair(const Root* ours, const Root& theirs, const RootType& type, Visit&& visit) {
  visit(static_cast<const Thing*>(ours), static_cast<const Thing&>(theirs), type.own);
  for (const auto& declared : type.collections) {
    for (const Thing& thing : declared.in(theirs)) {
      visit(ours ? declared.in(*ours).find(thing.id) : nullptr, thing, declared.type);
    }
  }
  for (const auto& [key, things] : theirs.unknownCollections) {
    const Things<UnknownThing>* known = nullptr;
    if (ours && ours->unknownCollections.contains(key)) known = &ours->unknownCollections.at(key);
    for (const auto& [id, thing] : things) {
      const bool has = known && known->contains(id);
      visit(has ? static_cast<const Thing*>(&known->at(id)) : nullptr, static_cast<const Thing&>(thing),
            unknownType(key.first));
    }
  }
}
template <class Visit>
void forEachPairOf(const Workspace& ours, const Workspace& theirs, Visit&& visit) {
  forEachPair(&ours.settings, theirs.settings, rootTypeOf<Settings>(), visit);
  const auto pairs = [&]<class R>(const Things<R>& known, const Things<R>& said) {
    for (const auto& [id, root] : said) {
      const auto found = known.find(id);
      forEachPair(found == known.end() ? nullptr : &found->second, root, rootTypeOf<R>(), visit);
    }
  };
  pairs(ours.mentorships, theirs.mentorships);
  pairs(ours.programmes, theirs.programmes);
}

/// Each stored field of `theirs` beside the same one of `ours` (a silent one where that is null).
template <class Visit>
void forEachStoredPair(const Thing* ours, const Thing& theirs, const ThingType& type, Visit&& visit) {
  forEachField(type, [&](const FieldTraits&, auto at) {
    static const std::remove_cvref_t<decltype(at.in(theirs))> kSilent;
    visit(ours ? at.in(*ours) : kSilent, at.in(theirs));
  });
  for (const auto& [key, field] : theirs.unknown) {
    static const Field<RawJson> kSilent;
    const auto found = ours ? ours->unknown.find(key) : theirs.unknown.end();
    visit(ours && found != ours->unknown.end() ? found->second : kSilent, field);
  }
}

}  // namespace cairn

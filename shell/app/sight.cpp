#include "app/sight.hpp"

namespace cairn {
namespace {

/// Visits each field that `said` writes, deletes or has overwritten: visit(path, the field as it stands in `known`).
template <class Visit>
void forEachChanged(const Root* known, const Root& said, const RootType& type, Visit&& visit) {
  forEachThing(said, type, [&](const Thing& thing, const ThingType& kind, std::string_view collection) {
    const CollectionType* declared = type.find(collection);
    if (!declared && !collection.empty()) return;
    const Thing* current = !known ? nullptr : declared ? declared->in(*known).find(thing.id) : known;
    forEachField(kind, [&](const FieldTraits& traits, auto at) {
      static const std::remove_cvref_t<decltype(at.in(thing))> kSilent;
      if (at.in(thing).silent() && thing.deleted.empty()) return;
      visit(textPath(said.id, collection, thing.id, traits.name), current ? at.in(*current) : kSilent);
    });
  });
}

}  // namespace

void Sight::begin(const std::string& key, std::optional<std::string> shown) {
  watched_.try_emplace(key, Watched{std::move(shown), {}});
}

void Sight::arrives(const Workspace& model, const Workspace& content) {
  if (watched_.empty()) return;
  const auto note = [&](const std::string& path, const auto& field) {
    for (auto& [key, watched] : watched_) watched.changed.try_emplace(path, field.seen());
  };
  forEachChanged(&model.settings, content.settings, rootTypeOf<Settings>(), note);
  const auto rootsOf = [&]<class R>(const Things<R>& ours, const Things<R>& theirs) {
    for (const auto& [id, said] : theirs) {
      const auto known = ours.find(id);
      forEachChanged(known == ours.end() ? nullptr : &known->second, said, rootTypeOf<R>(), note);
    }
  };
  rootsOf(model.mentorships, content.mentorships);
  rootsOf(model.programmes, content.programmes);
}

const SeenFields& Sight::of(const std::string& key) const {
  static const SeenFields kNone;
  const auto found = watched_.find(key);
  return found == watched_.end() ? kNone : found->second.changed;
}

bool Sight::isUnchanged(const std::string& key, const std::string& text) const {
  const auto found = watched_.find(key);
  return found != watched_.end() && found->second.shown == text;
}

}  // namespace cairn

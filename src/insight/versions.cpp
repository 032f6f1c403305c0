#include "insight/versions.hpp"

#include <algorithm>

#include "insight/shown.hpp"

namespace cairn {
namespace {

/// The first version of each different value.
template <class Value>
std::vector<Version<Value>> different(const Field<Value>& field) {
  std::vector<Version<Value>> found;
  for (const auto& version : field.versions()) {
    const auto same = [&](const Version<Value>& other) { return other.value == version.value; };
    if (std::none_of(found.begin(), found.end(), same)) found.push_back(version);
  }
  return found;
}

void ask(const Mentorship& mentorship, std::string_view collection, const ThingType& type, const Thing& thing,
         std::vector<TwoVersions>& found) {
  forEachField(type, [&](const FieldTraits& declared, auto at) {
    const auto& field = at.in(thing);
    if (declared.onTwoVersions == OnTwoVersions::latest || field.versions().size() < 2) return;
    const auto versions = different(field);
    if (versions.size() < 2) return;
    TwoVersions open{
        {mentorship.id, std::string(collection), thing.id}, labelOf(thing, type), std::string(declared.name), {}};
    for (const auto& version : versions) {
      const auto author = mentorship.authors.find(version.dot.writer);
      const Id person = author == mentorship.authors.end() ? Id{} : author->second.person;
      open.versions.push_back({shown(declared, version.value), person, version.stamp});
    }
    found.push_back(std::move(open));
  });
}

void choose(const Thing& thing, const ThingType& type, const TwoVersions& open, std::size_t version, Thing& edit) {
  withField(type, open.field, [&](const FieldTraits&, auto at) {
    const auto versions = different(at.in(thing));
    if (version < versions.size()) at.in(edit).set(versions[version].value);
  });
}

}  // namespace

std::vector<TwoVersions> openVersions(const Mentorship& mentorship) {
  std::vector<TwoVersions> found;
  ask(mentorship, "", typeOf<Mentorship>(), mentorship, found);
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    for (const Thing& thing : declared.in(mentorship)) {
      if (isAlive(thing, declared.type)) ask(mentorship, declared.name, declared.type, thing, found);
    }
  }
  return found;
}

Command chooseVersion(const Mentorship& mentorship, const TwoVersions& open, std::size_t version) {
  Command command{CommandName::versionChoose, {}, {}};
  Mentorship& edit = command.edit.at(mentorship.id);
  if (open.of.collection.empty()) choose(mentorship, typeOf<Mentorship>(), open, version, edit);
  const CollectionType* declared = rootTypeOf<Mentorship>().find(open.of.collection);
  const Thing* thing = declared ? declared->in(mentorship).find(open.of.thing) : nullptr;
  if (thing && isAlive(*thing, declared->type)) {
    choose(*thing, declared->type, open, version, declared->in(edit).at(open.of.thing));
  }
  return command;
}

}  // namespace cairn

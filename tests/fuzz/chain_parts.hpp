#pragma once
// The files of an input as JSON, and the plans in them, each with its bookkeeping. For chain_mutator.cpp.
#include <algorithm>
#include <cstring>

#include "codec/json_writer.hpp"
#include "fuzz.hpp"
#include "model/workspace.hpp"

namespace cairn::fuzz {

/// A plan with its bookkeeping: the shared one of a root, or the private one.
struct Part {
  JsonMembers* holder;
  const RootType* type;
  std::string letter;  ///< the id under which its letter is signed
  Lane lane;
};

inline Json* find(JsonMembers& members, std::string_view name) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == name; });
  return found == members.end() ? nullptr : &found->second;
}

/// The object of that name, made where it is missing; null where something else stands there.
inline JsonMembers* objectAt(JsonMembers* members, std::string_view name) {
  if (!members) return nullptr;
  if (Json* found = find(*members, name)) return found->members();
  members->emplace_back(name, Json(JsonMembers{}));
  return members->back().second.members();
}

inline std::string idOf(const Json& item) {
  const Json* id = item.member("id");
  return id && id->text() ? *id->text() : "";
}

inline void addParts(Json& root, const RootType& type, std::vector<Part>& parts) {
  if (!root.members()) return;
  const std::string letter = toText(onlyId("letter", idFromText(idOf(root)).value_or(Id{})));
  // The private part comes first: what is added beside it moves it.
  Json* own = find(*root.members(), "private");
  if (own && own->members()) parts.push_back({own->members(), &type, letter, Lane::own});
  parts.push_back({root.members(), &type, letter, Lane::shared});
}

inline std::vector<Part> rootPartsOf(Json& file) {
  std::vector<Part> parts;
  if (!file.members()) return parts;
  const bool programme = file.member("format") && *file.member("format") == Json("cairn-programme");
  addParts(file, programme ? rootTypeOf<Programme>() : rootTypeOf<Mentorship>(), parts);
  for (auto& [name, value] : *file.members()) {
    if (name == "settings") addParts(value, rootTypeOf<Settings>(), parts);
    if (!value.array()) continue;
    for (auto& root : *value.array()) {
      if (name == "mentorships") addParts(root, rootTypeOf<Mentorship>(), parts);
      if (name == "programmes") addParts(root, rootTypeOf<Programme>(), parts);
    }
  }
  std::erase_if(parts, [](const Part& part) {
    const Json* plan = find(*part.holder, "plan");
    return !plan || !plan->members();
  });
  return parts;
}

/// The files of an input; none where one of them is no JSON.
inline std::vector<Json> filesOf(const std::uint8_t* data, std::size_t size) {
  std::vector<Json> files;
  for (const auto part : partsOf(data, size, 3)) {
    auto json = readJson(part, kStore);
    if (!json) return {};
    files.push_back(std::move(*json));
  }
  return files;
}

/// Nothing where it would be too long.
inline std::size_t writeFiles(const std::vector<Json>& files, std::uint8_t* data, std::size_t most) {
  std::string bytes;
  for (const auto& file : files) bytes += (bytes.empty() ? "" : "\xFF") + writeJsonCompact(file);
  if (bytes.size() > most) return 0;
  std::memcpy(data, bytes.data(), bytes.size());
  return bytes.size();
}

}  // namespace cairn::fuzz

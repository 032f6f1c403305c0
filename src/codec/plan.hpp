#pragma once
// A mentorship as JSON and back: a walk over the declared fields. Shared by files and records.
#include "codec/json.hpp"
#include "model/workspace.hpp"

namespace cairn {

constexpr std::string_view kFormat = "cairn-mentorship";
constexpr std::int64_t kMajor = 1;
constexpr std::int64_t kMinor = 0;

Json planOf(const Mentorship& mentorship);
Json mergeOf(const Mentorship& mentorship, const Json& plan);
Json settingsToJson(const Settings& settings);

/// Reads `plan` and, unless null, `merge`. Without merge, every value is a pending write.
Result<Mentorship> mentorshipFromJson(const Id& id, const Json& plan, const Json* merge);
Result<Settings> settingsFromJson(const Json& json);

/// "fnv1a64:…" of a plan in compact canonical form.
std::string checkOf(const Json& plan);

}  // namespace cairn

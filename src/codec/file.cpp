#include "codec/file.hpp"

#include "codec/plan.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

constexpr std::string_view kRecordMark = "cairn-record ";
constexpr std::string_view kRecordMajor = "1";

Json mentorshipRecord(const Mentorship& mentorship) {
  Json plan = planOf(mentorship);
  Json merge = mergeOf(mentorship, plan);
  return Json(JsonMembers{{"id", Json(toText(mentorship.id))}, {"plan", std::move(plan)}, {"merge", std::move(merge)}});
}

Result<Id> idOf(const Json& json) {
  const Json* text = json.member("id");
  const auto id = text && text->text() ? idFromText(*text->text()) : std::nullopt;
  if (!id || !*id) return failure("plan", "must be an id of 16 letters and digits", "id");
  return *id;
}

std::optional<Error> headerFault(const Json& json) {
  const Json* format = json.member("format");
  if (!format || !format->text() || *format->text() != kFormat) {
    return Error{"plan", "this is JSON, but no mentorship of Cairn", "format"};
  }
  const Json* version = json.member("version");
  const Json* major = version ? version->member("major") : nullptr;
  if (!major || !major->integer()) return Error{"plan", "names no version", "version.major"};
  if (*major->integer() != kMajor) {
    return Error{"plan", "was written by a later Cairn (version " + std::to_string(*major->integer()) + ")",
                 "version.major"};
  }
  return std::nullopt;
}

}  // namespace

std::string writeFile(const Mentorship& mentorship, Audience audience) {
  Mentorship copy = mentorship;
  if (audience == Audience::otherSide) stripPrivate(copy);
  Json plan = planOf(copy);
  Json merge = mergeOf(copy, plan);
  return writeJson(Json(JsonMembers{
      {"format", Json(kFormat)},
      {"version", Json(JsonMembers{{"major", Json(kMajor)}, {"minor", Json(kMinor)}})},
      {"generator", Json("Cairn")},
      {"id", Json(toText(copy.id))},
      {"audience", Json(audience == Audience::otherSide ? "other-side" : "myself")},
      {"plan", std::move(plan)},
      {"merge", std::move(merge)},
  }));
}

Result<OpenedFile> readFile(std::string_view text) {
  auto json = readJson(text);
  if (!json) return tl::unexpected(json.error());
  if (const auto fault = headerFault(*json)) return tl::unexpected(*fault);
  const auto id = idOf(*json);
  if (!id) return tl::unexpected(id.error());
  const Json* plan = json->member("plan");
  if (!plan) return failure("plan", "is missing", "plan");
  const Json* merge = json->member("merge");
  const Json* check = merge ? merge->member("check") : nullptr;
  const bool whole = check && check->text() && *check->text() == checkOf(*plan);
  auto mentorship = mentorshipFromJson(*id, *plan, whole ? merge : nullptr);
  if (!mentorship) return tl::unexpected(mentorship.error());
  OpenedFile file;
  file.proposal = !whole;
  file.content.mentorships.emplace(*id, std::move(*mentorship));
  return file;
}

std::string writeRecord(const Workspace& delta) {
  JsonArray mentorships;
  for (const auto& [id, mentorship] : delta.mentorships) mentorships.push_back(mentorshipRecord(mentorship));
  const std::string body = writeJsonCompact(
      Json(JsonMembers{{"settings", settingsToJson(delta.settings)}, {"mentorships", Json(std::move(mentorships))}}));
  std::string record(kRecordMark);
  record += kRecordMajor;
  record += " " + toBase32(checksum(body), 13) + "\n";
  return record + body;
}

Result<Workspace> readRecord(std::string_view bytes) {
  const auto lineEnd = bytes.find('\n');
  if (!bytes.starts_with(kRecordMark) || lineEnd == std::string_view::npos) {
    return failure("record", "does not begin like a record");
  }
  const auto header = bytes.substr(kRecordMark.size(), lineEnd - kRecordMark.size());
  const auto body = bytes.substr(lineEnd + 1);
  const auto space = header.find(' ');
  if (header.substr(0, space) != kRecordMajor) return failure("newer", "written by a later Cairn");
  if (space == std::string_view::npos || header.substr(space + 1) != toBase32(checksum(body), 13)) {
    return failure("record", "is damaged: its checksum does not fit");
  }
  auto json = readJson(body);
  if (!json) return tl::unexpected(json.error());
  Workspace workspace;
  if (const Json* settingsJson = json->member("settings")) {
    auto settings = settingsFromJson(*settingsJson);
    if (!settings) return tl::unexpected(settings.error());
    workspace.settings = std::move(*settings);
  }
  const Json* list = json->member("mentorships");
  if (!list || !list->array()) return failure("record", "holds no list of mentorships");
  for (const auto& item : *list->array()) {
    const auto id = idOf(item);
    const Json* plan = item.member("plan");
    const Json* merge = item.member("merge");
    if (!id || !plan || !merge) return failure("record", "a mentorship without id, plan or merge");
    auto mentorship = mentorshipFromJson(*id, *plan, merge);
    if (!mentorship) return tl::unexpected(mentorship.error());
    workspace.mentorships.emplace(*id, std::move(*mentorship));
  }
  return workspace;
}

}  // namespace cairn

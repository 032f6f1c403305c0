#include "codec/document.hpp"

#include <algorithm>
#include <utility>

namespace cairn {
namespace {

constexpr auto kKinds = std::to_array({DocumentKind::mentorship, DocumentKind::programme, DocumentKind::workspace});

/// "plan", or "private.plan": the lane, and what is below it.
std::pair<Lane, JsonPath> laneOfPath(JsonPath rest) {
  if (!rest.empty() && rest.front().name == "private") return {Lane::own, rest.subspan(1)};
  return {Lane::shared, rest};
}

bool isList(std::string_view name) { return name == "mentorships" || name == "programmes"; }
bool isSection(std::string_view name) { return name == "dots" || name == "versions" || name == "deleted"; }

}  // namespace

std::string_view formatOf(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::mentorship: return "cairn-mentorship";
    case DocumentKind::programme: return "cairn-programme";
    case DocumentKind::workspace: return "cairn-workspace";
    case DocumentKind::none: break;
  }
  return {};
}

template <class R>
RootReader* DocumentReader::rootAt(Readers<R>& roots, std::size_t index, std::string_view name) {
  while (roots.size() <= index) {
    roots.push_back(std::make_unique<RootReaderOf<R>>(limits_));
    if (!name.empty()) roots.back()->reader.setPlace(std::string(name) + "[" + std::to_string(roots.size() - 1) + "].");
  }
  return &roots[index]->reader;
}

DocumentReader::Place DocumentReader::placeOf(JsonPath path) {
  switch (kind_) {
    case DocumentKind::mentorship: return {rootAt(mentorships_, 0, ""), path};
    case DocumentKind::programme: return {rootAt(programmes_, 0, ""), path};
    case DocumentKind::workspace: {
      if (!path.empty() && path[0].name == "settings") {
        const bool isOther = path.size() > 1 && path[1].name != "private";  // of a later Cairn
        return isOther ? Place{} : Place{&settings_.reader, path.subspan(1)};
      }
      if (path.size() < 2) return {};
      if (path[0].name == "mentorships") return {rootAt(mentorships_, path[1].index, "mentorships"), path.subspan(2)};
      if (path[0].name == "programmes") return {rootAt(programmes_, path[1].index, "programmes"), path.subspan(2)};
      return {};
    }
    case DocumentKind::none: break;
  }
  return {};
}

bool DocumentReader::takesApart(JsonPath path, JsonContainer container) {
  const bool object = container == JsonContainer::object;
  if (path.empty()) return object;
  if (kind_ == DocumentKind::none) return false;
  if (kind_ == DocumentKind::workspace) {
    if (path[0].name == "settings" && path.size() == 1) return object;
    if (isList(path[0].name) && path.size() <= 2) return object == (path.size() == 2);
  }
  const Place place = placeOf(path);
  return place.root && takesApartRoot(*place.root, place.rest, container);
}

bool DocumentReader::takesApartRoot(RootReader& root, JsonPath rest, JsonContainer container) const {
  if (!root.hasId()) return false;
  const bool isCollection = rest.size() > 1 && !rest.back().name.empty() && rest[rest.size() - 2].name == "plan";
  if (isCollection != (container == JsonContainer::list)) return false;
  if (rest.size() == 1 && rest[0].name == "private") {
    root.beginPrivate();
    return true;
  }
  const auto [lane, below] = laneOfPath(rest);
  if (below.empty()) return false;
  if (below[0].name == "plan") return below.size() == 1 || (below.size() == 2 && root.knows(below[1].name));
  if (below[0].name != "merge") return false;
  if (below.size() == 1) return true;
  const bool mayCome = isSection(below[1].name) && (root.ready(lane) || ending_);
  return mayCome && (below.size() == 2 || (below.size() == 3 && below[2].name != "root"));
}

bool DocumentReader::sums(JsonPath path) {
  if (path.empty() || path.back().name != "plan") return false;
  const bool ofMany = kind_ == DocumentKind::workspace || kind_ == DocumentKind::none;
  const std::size_t depth = ofMany && isList(path[0].name) ? 2 : ofMany && path[0].name == "settings" ? 1 : 0;
  return path.size() == depth + 1 || (path.size() == depth + 2 && path[depth].name == "private");
}

void DocumentReader::takeSum(JsonPath path, std::uint32_t sum) {
  const Place place = placeOf(path);
  if (!place.root) return lateSums_.push_back({{path.begin(), path.end()}, sum});
  // Something else of the same name may lie deeper, in what only a later Cairn knows.
  const auto [lane, below] = laneOfPath(place.rest);
  if (below.size() == 1 && below[0].name == "plan") place.root->planSum(lane, sum);
}

void DocumentReader::take(JsonPath path, Json&& value) {
  if (error_) return;
  if (path.size() == 1 && path[0].name == "format") return takeFormat(value);
  if (path.size() == 1 && path[0].name == "version") return takeVersion(value);
  if (kind_ == DocumentKind::none) return ending_ ? fail(Fault::notOfCairn, "format") : later(path, std::move(value));
  constexpr auto kHead = std::to_array<std::string_view>({"$schema", "generator", "audience"});
  const bool head = path.size() == 1 && std::find(kHead.begin(), kHead.end(), path[0].name) != kHead.end();
  if (head || (kind_ == DocumentKind::workspace && path.size() == 1)) return takeHead(path[0].name, std::move(value));
  const Place place = placeOf(path);
  if (!place.root) return;
  if (place.rest.empty()) return fail(Fault::noObject, toText(path));
  takeOfRoot(path, place, std::move(value));
}

void DocumentReader::takeFormat(const Json& value) {
  for (const auto kind : kKinds) {
    if (value.text() && *value.text() == formatOf(kind)) kind_ = kind;
  }
  if (kind_ == DocumentKind::none) fail(Fault::notOfCairn, "format");
}

void DocumentReader::takeVersion(const Json& value) {
  const Json* major = value.member("major");
  const Json* minor = value.member("minor");
  if (!major || !major->integer()) return fail(Fault::noNumber, "version.major");
  if (minor && (!minor->integer() || *minor->integer() < 0)) return fail(Fault::noNumber, "version.minor");
  versioned_ = true;
  if (*major->integer() == kMajor) return;
  fail(Fault::laterVersion, "version.major", std::to_string(*major->integer()), std::to_string(kMajor));
}

void DocumentReader::takeHead(const std::string& name, Json&& value) {
  if (name == "audience" && value.text()) audience_ = *value.text();
  if (name == "settings") fail(Fault::noObject, name);
  if (isList(name)) fail(Fault::noList, name);
}

void DocumentReader::takeOfRoot(JsonPath path, const Place& place, Json&& value) {
  RootReader& root = *place.root;
  const std::string& first = place.rest[0].name;
  if (place.rest.size() == 1 && first == "id") {
    const auto id = value.text() ? idFromText(*value.text()) : std::nullopt;
    if (!id || !*id) return root.fail(Fault::noId, "id");
    return root.setId(*id);
  }
  if (!root.hasId()) {
    if (ending_) return root.fail(Fault::noId, "id");
    root.wait();
    return later(path, std::move(value));
  }
  const auto [lane, below] = laneOfPath(place.rest);
  if (below.empty()) return root.fail(Fault::noObject, "private");
  const std::string& part = below[0].name;
  if (part != "plan" && part != "merge") {
    // Beside the plan a later Cairn may have put something too.
    if (lane == Lane::own) return root.fail(Fault::notKnown, "private." + part);
    if (limits_.strictNames && isReservedBeside(part)) return root.fail(Fault::mayNotStandHere, part);
    return root.besideMember(part, std::move(value));
  }
  if (below.size() == 1) return root.fail(Fault::noObject, part);
  const std::string& name = below[1].name;
  if (part == "plan") {
    if (below.size() == 2) return root.planMember(lane, name, std::move(value));
    if (!below[2].name.empty()) return root.fail(Fault::noList, name);
    return root.planItem(lane, name, below[2].index, std::move(value));
  }
  if (!isSection(name)) {
    const bool waits = name != "check" && !root.fits(lane) && !ending_;
    return waits ? later(path, std::move(value)) : root.mergeMember(lane, name, value);
  }
  const bool early = !ending_ && !root.ready(lane);
  if (early) return later(path, std::move(value));
  if (below.size() == 2) return root.fail(Fault::noObject, "merge." + name);
  const bool oneOfMany = below.size() > 3;
  if (!oneOfMany && below[2].name != "root") return root.fail(Fault::noObject, "merge." + name + "." + below[2].name);
  root.entry(lane, name, below[2].name, oneOfMany ? std::string_view(below[3].name) : "", std::move(value));
}

/// What had to wait, in the order in which it depends on one another.
void DocumentReader::takeLate() {
  ending_ = true;
  // What has no place even now would wait again: the lists must not grow under our hands.
  for (const auto& [path, sum] : std::exchange(lateSums_, {})) takeSum(path, sum);
  const auto rank = [](const Late& late) {
    const auto isPart = [](const JsonStep& step) { return step.name == "plan" || step.name == "merge"; };
    const auto part = std::find_if(late.path.begin(), late.path.end(), isPart);
    if (part == late.path.end()) return late.path.back().name == "id" ? 0 : 2;
    if (part->name == "plan") return 1;
    const auto below = std::next(part);
    return below != late.path.end() && isSection(below->name) ? 3 : 2;
  };
  auto all = std::exchange(late_, {});
  std::stable_sort(all.begin(), all.end(), [&](const Late& a, const Late& b) { return rank(a) < rank(b); });
  for (auto& late : all) feed(late.path, std::move(late.value));
}

void DocumentReader::feed(std::vector<JsonStep>& path, Json&& value) {
  const bool container = value.members() || value.array();
  if (!container || !takesApart(path, value.members() ? JsonContainer::object : JsonContainer::list))
    return take(path, std::move(value));
  path.emplace_back();
  if (auto* members = value.members()) {
    // Writers, check and plan come before what leans on them.
    const auto leans = [](const auto& member) { return isSection(member.first) || member.first == "merge"; };
    std::stable_partition(members->begin(), members->end(), [&](const auto& member) { return !leans(member); });
    const auto first = [](const auto& member) { return member.first == "id" || member.first == "check"; };
    std::stable_partition(members->begin(), members->end(), first);
    for (auto& [name, member] : *members) {
      path.back().name = name;
      feed(path, std::move(member));
    }
  } else {
    for (std::size_t at = 0; at < value.array()->size(); ++at) {
      path.back().index = at;
      feed(path, std::move((*value.array())[at]));
    }
  }
  path.pop_back();
}

bool DocumentReader::isWhole(RootReader& reader) {
  reader.finish();
  if (reader.error() && !error_) error_ = reader.error();
  return !reader.error();
}

template <class R>
void DocumentReader::collect(Readers<R>& readers, Things<R> Workspace::*member, OpenedFile& content) {
  for (auto& one : readers) {
    if (!isWhole(one->reader)) return;
    Workspace& into = one->reader.isProposal() ? content.proposals : content.whole;
    const Id id = one->root.id;
    if ((content.whole.*member).contains(id) || (content.proposals.*member).contains(id)) {
      return fail(Fault::idTwice, "", toText(id));
    }
    (into.*member).emplace(id, std::move(one->root));
  }
}

void DocumentReader::collectSettings(OpenedFile& content) {
  if (!settings_.reader.hasPlan(Lane::own) || !isWhole(settings_.reader)) return;
  (settings_.reader.isProposal() ? content.proposals : content.whole).settings = std::move(settings_.root);
}

Result<OpenedFile> DocumentReader::finish() {
  OpenedFile content;
  if (!error_) takeLate();
  if (!error_ && kind_ == DocumentKind::none) fail(Fault::notOfCairn, "format");
  if (!error_ && !versioned_) fail(Fault::noNumber, "version.major");
  if (!error_) collectSettings(content);
  if (!error_) collect(mentorships_, &Workspace::mentorships, content);
  if (!error_) collect(programmes_, &Workspace::programmes, content);
  if (error_) return tl::unexpected(*error_);
  content.kind = kind_;
  content.audience = audience_;
  return content;
}

}  // namespace cairn

#include "exchange/preview.hpp"

#include <algorithm>

#include "codec/json_writer.hpp"
#include "insight/handover_status.hpp"
#include "query/lists.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

void show(Preview& preview, std::vector<Difference> all) {
  preview.changes += all.size();
  const auto rank = [](const Difference& one) {
    return one.kind == DifferenceKind::removed ? 0 : one.kind == DifferenceKind::changed ? 1 : 2;
  };
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  const std::size_t most = preview.isProposal ? kShownOfProposal : kShownDifferences;
  for (auto& one : all) {
    if (preview.shown.size() < most) {
      preview.shown.push_back(std::move(one));
    } else if (preview.isProposal) {
      preview.unseen.push_back({one.collection, one.thing, one.field});
    }
  }
}

Mentorship headOf(const Mentorship& mentorship) {
  Mentorship head;
  head.id = mentorship.id;
  forEachField(typeOf<Mentorship>(), [&](const FieldTraits&, auto at) { at.in(head) = at.in(mentorship); });
  head.people = mentorship.people;
  return head;
}

/// The mentorship after taking the file. A proposal's values are edits that nobody has made yet.
Mentorship afterTaking(const Mentorship& ours, const OpenedFile& file, Instant now) {
  Workspace trial;
  trial.mentorships.emplace(ours.id, ours);
  merge(trial, file.whole);
  Writers nobody{1, 2, 1, 1, 0};
  // What cannot be made is refused before it is looked at (refuseEdits in exchange/admission.hpp).
  if (file.isProposal()) static_cast<void>(commit(trial, proposalEdits(trial, file.proposals), nobody, now));
  return trial.at(ours.id);
}

constexpr auto kKinds = std::to_array<std::string_view>({"added", "changed", "removed", "versions"});

void writeDifference(JsonWriter& writer, const Difference& one) {
  writer.beginArray();
  writer.text(kKinds[static_cast<std::size_t>(one.kind)]);
  for (const std::string& text : {one.collection, toText(one.thing), one.label, one.field, one.from, one.to}) {
    writer.text(text);
  }
  writer.endArray();
}

std::optional<PreviewOther> otherOf(const Json& json) {
  const auto* parts = json.array();
  if (!parts || parts->size() != 3) return std::nullopt;
  const auto* people = (*parts)[0].text();
  const auto* isNew = (*parts)[1].flag();
  const auto* changes = (*parts)[2].integer();
  if (!people || !isNew || !changes) return std::nullopt;
  return PreviewOther{*people, *isNew, static_cast<std::size_t>(*changes)};
}

std::optional<Difference> differenceOf(const Json& json) {
  const auto* texts = json.array();
  if (!texts || texts->size() != 7) return std::nullopt;
  for (const auto& text : *texts) {
    if (!text.text()) return std::nullopt;
  }
  const auto text = [&](std::size_t at) { return *(*texts)[at].text(); };
  const auto kind = std::find(kKinds.begin(), kKinds.end(), text(0));
  if (kind == kKinds.end()) return std::nullopt;
  return Difference{static_cast<DifferenceKind>(kind - kKinds.begin()),
                    text(1),
                    idFromText(text(2)).value_or(Id{}),
                    text(3),
                    text(4),
                    text(5),
                    text(6)};
}

}  // namespace

void leaveOutPrivate(Workspace& workspace) {
  workspace.settings = {};
  for (auto& [id, mentorship] : workspace.mentorships) stripPrivate(mentorship);
  for (auto& [id, programme] : workspace.programmes) stripPrivate(programme);
}

bool holdsPrivate(const OpenedFile& file) { return holdsPrivate(file.whole) || holdsPrivate(file.proposals); }

void leaveOutPrivate(OpenedFile& file) {
  leaveOutPrivate(file.whole);
  leaveOutPrivate(file.proposals);
}

std::optional<Preview> previewOf(const Workspace& ours, const OpenedFile& opened, Instant now) {
  OpenedFile file = opened;
  const bool more = holdsPrivate(file);
  if (more) leaveOutPrivate(file);
  std::vector<const Mentorship*> all;
  for (const auto* roots : {&file.whole.mentorships, &file.proposals.mentorships}) {
    for (const auto& [id, mentorship] : *roots) all.push_back(&mentorship);
  }
  if (all.empty()) return std::nullopt;
  const Mentorship& first = *all.front();
  Preview preview;
  preview.head = headOf(first);
  preview.holdsPrivate = more;
  preview.leftOut = file.leftOut;
  const auto whole = opened.whole.mentorships.find(first.id);
  if (whole != opened.whole.mentorships.end()) preview.head.me = whole->second.me;  // whose copy it may be
  preview.isProposal = file.isProposal();
  preview.inPart = file.audience == words(Audience{})[static_cast<std::size_t>(Audience::programme)];
  preview.goals = goalsInOrder(first).size();
  preview.sessions = sessionsInOrder(first).size();
  for (const Mentorship* incoming : all) {
    const auto known = ours.mentorships.find(incoming->id);
    const bool isNew = known == ours.mentorships.end() || !isThere(known->second);
    auto changed =
        isNew ? std::vector<Difference>() : differences(known->second, afterTaking(known->second, file, now));
    if (incoming == &first) {
      preview.isNew = isNew;
      preview.from = lastAuthorOf(first, isNew ? Id{} : *known->second.me);
      if (!isNew) preview.theyHave = theyHave(known->second, first);
      show(preview, std::move(changed));
    } else {
      preview.others.push_back({namesOf(*incoming), isNew, changed.size()});
    }
  }
  return preview;
}

Preview previewOfBackup(const Workspace& ours, const Workspace& then) {
  Preview preview;
  preview.isNew = false;
  const Mentorship none;
  const auto at = [&](const Workspace& workspace, const Id& id) -> const Mentorship& {
    const auto found = workspace.mentorships.find(id);
    return found == workspace.mentorships.end() ? none : found->second;
  };
  for (const auto& [id, now] : ours.mentorships) show(preview, differences(now, at(then, id)));
  for (const auto& [id, was] : then.mentorships) {
    if (!ours.mentorships.contains(id)) show(preview, differences(none, was));
  }
  return preview;
}

std::string writePreview(const Preview& preview) {
  Workspace head;
  if (preview.head.id) {
    // The values of a proposal have no dots yet; a record must have some.
    forEachThing(head.mentorships.emplace(preview.head.id, preview.head).first->second,
                 [](Thing& thing, const ThingType& type, std::string_view) {
                   forEachStored(thing, type, [](auto& field, Lane) {
                     if (field.isPending()) field.sign({0, 1}, 0);
                   });
                 });
  }
  JsonWriter writer(JsonWriter::Layout::compact);
  writer.beginObject();
  writer.key("goals");
  writer.number(static_cast<std::int64_t>(preview.goals));
  writer.key("sessions");
  writer.number(static_cast<std::int64_t>(preview.sessions));
  writer.key("changes");
  writer.number(static_cast<std::int64_t>(preview.changes));
  writer.key("leftOut");
  writer.number(static_cast<std::int64_t>(preview.leftOut));
  writer.key("from");
  writer.text(toText(preview.from));
  writer.key("theyHave");
  writer.number(preview.theyHave);
  writer.key("isNew");
  writer.flag(preview.isNew);
  writer.key("holdsPrivate");
  writer.flag(preview.holdsPrivate);
  writer.key("isProposal");
  writer.flag(preview.isProposal);
  writer.key("inPart");
  writer.flag(preview.inPart);
  writer.key("others");
  writer.beginArray();
  for (const auto& other : preview.others) {
    writer.beginArray();
    writer.text(other.people);
    writer.flag(other.isNew);
    writer.number(static_cast<std::int64_t>(other.changes));
    writer.endArray();
  }
  writer.endArray();
  writer.key("shown");
  writer.beginArray();
  for (const auto& one : preview.shown) writeDifference(writer, one);
  writer.endArray();
  writer.key("head");
  writer.text(writeRecord(head));
  writer.endObject();
  return writer.finish();
}

Result<Preview> readPreview(std::string_view text) {
  const auto json = readJson(text);
  if (!json) return tl::unexpected(json.error());
  Preview preview;
  const auto number = [&](std::string_view name, std::size_t& into) {
    const Json* found = json->member(name);
    if (found && found->integer()) into = static_cast<std::size_t>(*found->integer());
  };
  number("goals", preview.goals);
  number("sessions", preview.sessions);
  number("changes", preview.changes);
  number("leftOut", preview.leftOut);
  if (const Json* from = json->member("from"); from && from->text()) {
    preview.from = idFromText(*from->text()).value_or(Id{});
  }
  if (const Json* have = json->member("theyHave"); have && have->integer()) preview.theyHave = *have->integer();
  if (const Json* more = json->member("holdsPrivate"); more && more->flag()) preview.holdsPrivate = *more->flag();
  const Json* isNew = json->member("isNew");
  const Json* head = json->member("head");
  const Json* shown = json->member("shown");
  const Json* isProposal = json->member("isProposal");
  if (!isNew || !isNew->flag() || !isProposal || !isProposal->flag() || !head || !head->text() || !shown ||
      !shown->array()) {
    return failure(Fault::noPreview);
  }
  preview.isNew = *isNew->flag();
  preview.isProposal = *isProposal->flag();
  for (const auto& item : *shown->array()) {
    if (const auto one = differenceOf(item)) preview.shown.push_back(*one);
  }
  const Json* others = json->member("others");
  for (const auto& item : others && others->array() ? *others->array() : JsonArray{}) {
    if (const auto one = otherOf(item)) preview.others.push_back(*one);
  }
  const Json* inPart = json->member("inPart");
  preview.inPart = inPart && inPart->flag() && *inPart->flag();
  auto record = readRecord(*head->text());
  if (!record) return tl::unexpected(record.error());
  if (!record->mentorships.empty()) preview.head = std::move(record->mentorships.begin()->second);
  return preview;
}

std::string writeError(const Error& error) {
  JsonWriter writer(JsonWriter::Layout::compact);
  writer.beginObject();
  const auto number = [&](std::string_view name, std::size_t value) {
    writer.key(name);
    writer.number(static_cast<std::int64_t>(value));
  };
  const auto text = [&](std::string_view name, std::string_view value) {
    writer.key(name);
    writer.text(value);
  };
  number("fault", static_cast<std::size_t>(error.fault));
  text("path", error.path);
  text("value", error.value);
  text("other", error.other);
  number("line", error.line);
  number("column", error.column);
  writer.endObject();
  return writer.finish();
}

Error readError(std::string_view text) {
  constexpr std::size_t kNone = std::string_view::npos;
  const auto json = readJson(text, kStore);
  Error error = errorOf(Fault::noPreview);
  const auto number = [&](std::string_view name) {
    const Json* found = json ? json->member(name) : nullptr;
    return found && found->integer() ? static_cast<std::size_t>(*found->integer()) : kNone;
  };
  const auto word = [&](std::string_view name) {
    const Json* found = json ? json->member(name) : nullptr;
    return found && found->text() ? *found->text() : std::string();
  };
  const std::size_t fault = number("fault");
  if (fault >= kFaultCount || number("line") == kNone || number("column") == kNone) return error;
  error = errorOf(static_cast<Fault>(fault), word("path"), word("value"), word("other"));
  error.line = number("line");
  error.column = number("column");
  return error;
}

}  // namespace cairn

// Two versions of a field, and which of them shall stand.
#include <algorithm>

#include "screens/screens.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// "Amina, Tue 3 Nov": who wrote it, and when.
std::string writtenBy(const Frame& frame, const Mentorship& mentorship, const VersionShown& version) {
  const Person* author = findAlive(mentorship.people, version.author);
  const auto offset = frame.zones.offsetAt(frame.localZone, version.written).value_or(0);
  const std::string day = dayInText(frame, localAt(version.written, offset).date, frame.moment.local.date);
  return author ? say(frame, S::version_by, {{"name", personName(frame, mentorship, *author)}, {"day", day}}) : day;
}

void oneVersion(Frame& frame, const Mentorship& mentorship, const TwoVersions& open, std::size_t at,
                const std::string& key) {
  Ui& ui = frame.ui;
  const VersionShown& version = open.versions[at];
  gap(ui, space::kMedium);
  const std::string text =
      version.text.empty() ? std::string(say(frame, S::diff_empty)) : valueWord(frame, mentorship, version.text);
  paragraph(ui, text);
  paragraph(ui, writtenBy(frame, mentorship, version), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  ButtonOptions options;
  options.name = say(frame, S::version_keep_named, {{"text", text.substr(0, text.find('\n'))}});
  if (button(ui, key + "/" + std::to_string(at), say(frame, S::version_keep), options)) {
    frame.commands.run(chooseVersion(mentorship, open, at));
  }
}

void versionsCard(Frame& frame, const Mentorship& mentorship, const TwoVersions& open, const std::string& where) {
  Ui& ui = frame.ui;
  const std::string key = where + toText(open.of.thing) + "/" + open.field;
  const std::string title =
      say(frame, S::versions_of,
          {{"label", thingLabel(frame, open.of.collection, open.label)}, {"field", fieldWord(frame, open.field)}});
  gap(ui, space::kSmall);
  const Card card(ui, key, title);
  heading(ui, 3, title);
  paragraph(ui, say(frame, S::versions_text), Tone::quiet, type::kSmall);
  drawPart(frame, {key + "/all", open.versions.size(), 8, [&](std::size_t) { return open.of.thing; },
                   [&](std::size_t at) { oneVersion(frame, mentorship, open, at, key); }});
}

}  // namespace

void drawVersions(Frame& frame, const Mentorship& mentorship) {
  const auto& all = frame.views.exchangeOf(mentorship).versions;
  drawPart(frame, {"versions/" + toText(mentorship.id), all.size(), 8, [&](std::size_t at) { return all[at].of.thing; },
                   [&](std::size_t at) { versionsCard(frame, mentorship, all[at], "versions/"); }});
}

void versionsAt(Frame& frame, const Mentorship& mentorship, std::string_view collection, const Id& thing,
                std::initializer_list<std::string_view> fields) {
  for (const auto& open : frame.views.exchangeOf(mentorship).versions) {
    if (open.of.collection != collection) continue;
    if (std::find(fields.begin(), fields.end(), open.field) == fields.end()) continue;
    if (open.of.thing == (collection.empty() ? mentorship.id : thing)) {
      versionsCard(frame, mentorship, open, "versions-at/");
    }
  }
}

}  // namespace cairn

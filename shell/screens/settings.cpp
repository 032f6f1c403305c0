// Settings: who I am, the look, what was removed, backups.
#include <algorithm>

#include "command/mentorships.hpp"
#include "insight/shown.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "words/faults.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

constexpr std::size_t kMostRemovedShown = 12;

void drawBackups(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::backups_title));
  paragraph(ui, say(frame, frame.state.backups.empty() ? S::backups_none : S::backups_text), Tone::quiet, type::kSmall);
  if (frame.state.backupTrouble != Trouble::none) {
    paragraph(ui, say(frame, S::backups_trouble, {{"why", troubleText(frame, frame.state.backupTrouble)}}),
              Tone::attention, type::kSmall);
  }
  gap(ui, space::kSmall);
  for (const auto& backup : frame.state.backups) {
    RowOptions options;
    if (backup.name.size() > 10) options.detail = say(frame, S::backup_before_restore);
    options.trailing = say(frame, S::backup_size, {{"size", std::to_string(backup.bytes / 1000 + 1)}});
    const bool pressed = listRow(ui, "backup/" + backup.name, readable(frame, backup.name.substr(0, 10)), options);
    if (pressed) frame.commands.lookAtBackup(backup.name);
    gap(ui, space::kTight);
  }
}

/// What was removed is called by its first thing: "goal “Lead a release”".
std::string removedLabel(const Language& language, const Trashed& trashed) {
  const Ref& ref = trashed.removals.front();
  const auto root = trashed.content.mentorships.find(ref.root);
  if (root == trashed.content.mentorships.end()) return {};
  if (ref.collection.empty()) return titleOf(language, root->second);
  std::string label;
  forEachThing(root->second, [&](const Thing& thing, const ThingType& type, std::string_view collection) {
    if (collection == ref.collection && thing.id == ref.thing) label = labelOf(thing, type);
  });
  return label;
}

void drawRemoved(Frame& frame) {
  Ui& ui = frame.ui;
  std::vector<const Trashed*> gone;
  for (const auto& one : frame.state.trash) {
    const auto same = [&](const Trashed* other) { return overlap(*other, one); };
    const bool shownAlready = std::any_of(gone.begin(), gone.end(), same);
    if (!shownAlready && !standsAgain(frame.model, one)) gone.push_back(&one);
  }
  if (gone.empty()) return;
  heading(ui, 2, say(frame, S::removed_title));
  paragraph(ui, say(frame, S::removed_text), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  const List list(ui, "removed", say(frame, S::removed_title));
  for (std::size_t at = 0; at < std::min(gone.size(), kMostRemovedShown); ++at) {
    const Trashed& one = *gone[at];
    const std::string key = "removed/" + one.path;
    const ListItem item(ui, key);
    const std::string label = readable(frame, removedLabel(frame, one));
    const std::string kind(thingWord(frame, one.removals.front().collection));
    const auto offset = frame.zones.offsetAt(frame.localZone, one.removedAt).value_or(0);
    const std::string day = dayInText(frame, localAt(one.removedAt, offset).date, frame.moment.local.date);
    paragraph(ui, label.empty() ? kind : label);
    paragraph(ui, say(frame, S::removed_when, {{"kind", kind}, {"day", day}}), Tone::quiet, type::kSmall);
    gap(ui, space::kSmall);
    const Row row(ui);
    ButtonOptions options;
    options.name = say(frame, S::removed_bring_back_named, {{"label", label}});
    if (button(ui, key + "/back", say(frame, S::removed_bring_back), options)) frame.commands.run(bringBack(one));
    options.name = say(frame, S::removed_erase_named, {{"label", label}});
    options.weight = Weight::quiet;
    const std::string erase = key + "/erase";
    if (button(ui, erase, say(frame, S::removed_erase), options)) openPopup(ui, erase, {});
    const DialogOptions question{say(frame, S::removed_erase_ask, {{"label", label.empty() ? kind : label}}),
                                 std::string(say(frame, S::removed_erase_text)),
                                 std::string(say(frame, S::removed_erase))};
    if (!dialog(ui, erase, question)) continue;
    frame.commands.erase(one.path);
    frame.commands.back();  // to the page, which says what was done
  }
  gap(ui, space::kLarge);
}

S textOf(Feature what) {
  switch (what) {
    case Feature::offline: return S::lack_offline;
    case Feature::slots: return S::lack_slots;
    case Feature::links: return S::lack_links;
    case Feature::segmenter: break;
  }
  return S::lack_segmenter;
}

void drawMissingFeatures(Frame& frame) {
  Ui& ui = frame.ui;
  if (frame.state.missing.empty()) return;
  gap(ui, space::kLarge);
  heading(ui, 2, say(frame, S::lacks_title));
  const List list(ui, "lacks", say(frame, S::lacks_title));
  for (const Feature what : frame.state.missing) {
    const ListItem item(ui, "lacks/" + std::to_string(static_cast<int>(what)));
    paragraph(ui, say(frame, textOf(what)), Tone::quiet, type::kSmall);
    gap(ui, space::kTight);
  }
}

}  // namespace

void drawSettings(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::settings_title), "sheet-title");
  gap(ui, space::kSmall);
  FieldOptions name;
  name.value = *frame.model.settings.name;
  textField(ui, "settings/name", say(frame, S::your_name), name);
  paragraph(ui, say(frame, S::settings_theme), Tone::normal, type::kSmallStrong);
  gap(ui, space::kTight);
  const std::string themes[] = {std::string(say(frame, S::theme_system)), std::string(say(frame, S::theme_light)),
                                std::string(say(frame, S::theme_dark))};
  const auto theme = static_cast<std::size_t>(*frame.model.settings.theme);
  if (const auto chosen = radioGroup(ui, "theme", say(frame, S::settings_theme), themes, theme)) {
    frame.commands.run(chooseTheme(static_cast<Theme>(*chosen)));
  }
  gap(ui, space::kLarge);
  // Above what comes from the store a moment later: nothing moves away under the pointer.
  paragraph(ui, say(frame, S::settings_where), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  if (button(ui, "settings/keep-file", say(frame, S::keep_file_title)))
    frame.commands.handOver(Id{}, HandoverWay::keep);
  gap(ui, space::kLarge);
  drawRemoved(frame);
  drawBackups(frame);
  drawMissingFeatures(frame);
  gap(ui, space::kMedium);
  if (button(ui, "sheet/close", say(frame, S::close))) frame.commands.back();
}

}  // namespace cairn

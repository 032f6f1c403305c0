// Hand over, and what an opened file would change.
#include <algorithm>

#include "app/phrases.hpp"
#include "screens/screens.hpp"

namespace cairn {
namespace {

/// Catalogue keys are lower case: "privateNotes" is "field_private_notes".
std::string keyOf(std::string_view name) {
  std::string key;
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z') key += '_';
    key += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return key;
}

/// A day stands in a difference as in the file; on screen as everywhere else.
std::string readable(const std::string& text) {
  const auto date = dateFromText(text);
  return date ? fullDayText(*date) : text;
}

std::string sentence(const Difference& difference) {
  const std::string kind(
      sayNamed("thing_" + (difference.collection.empty() ? "mentorship" : keyOf(difference.collection))));
  const std::string label = difference.label.empty() ? kind : readable(difference.label);
  switch (difference.kind) {
    case DifferenceKind::added: return say(S::diff_added, {{"kind", kind}, {"label", label}});
    case DifferenceKind::removed: return say(S::diff_removed, {{"kind", kind}, {"label", label}});
    case DifferenceKind::versions:
      return say(S::versions_of, {{"label", label}, {"field", fieldWord(difference.field)}});
    case DifferenceKind::changed: break;
  }
  const auto quoted = [](const std::string& text) {
    const std::string first = text.substr(0, text.find('\n'));
    return text.empty() ? std::string(say(S::diff_empty))
                        : "“" + first + (first.size() < text.size() ? " …" : "") + "”";
  };
  return say(S::diff_changed, {{"label", label},
                               {"field", fieldWord(difference.field)},
                               {"from", quoted(readable(difference.from))},
                               {"to", quoted(readable(difference.to))}});
}

void drawRefusal(Frame& frame, const Error& error) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(S::open_refused));
  paragraph(ui, say(S::open_refused_safe, {{"file", frame.state.opened.fileName}}), Tone::quiet);
  gap(ui, space::kMedium);
  const Card card(ui, "refusal", say(S::open_refused));
  paragraph(ui, error.message, Tone::problem);
  if (!error.path.empty()) paragraph(ui, say(S::open_refused_place, {{"place", error.path}}), Tone::quiet);
}

/// "Which one is you?", for a mentorship that is new to this browser.
void chooseMe(Frame& frame, const Mentorship& incoming) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(S::open_which_is_you));
  paragraph(ui, say(S::open_which_hint), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  const Row row(ui);
  for (const auto& [id, person] : incoming.people) {
    if (!isAlive(person)) continue;
    ButtonOptions options;
    options.weight = Weight::primary;
    options.name = say(S::open_as, {{"name", personName(incoming, person)}});
    if (!button(ui, "open/as/" + toText(id), personName(incoming, person), options)) continue;
    const bool atOnce = frame.state.opened.file.has_value();
    frame.commands.takeOpened(id);
    if (atOnce) frame.commands.go(mentorshipAddress(incoming.id), true);
  }
}

void listDifferences(Ui& ui, const Preview& preview) {
  const List list(ui, "differences", say(S::open_changes_title));
  for (std::size_t at = 0; at < preview.shown.size(); ++at) {
    const ListItem item(ui, "difference/" + std::to_string(at));
    paragraph(ui, sentence(preview.shown[at]));
    gap(ui, space::kSmall);
  }
}

void drawChanges(Frame& frame, const OpenedPreview& opened) {
  Ui& ui = frame.ui;
  const Preview& preview = *opened.preview;
  const bool nothing = preview.changes == 0;
  paragraph(ui,
            nothing ? std::string(say(S::open_nothing_new))
                    : sayCount(S::open_changes_one, S::open_changes_many, preview.changes),
            Tone::quiet);
  gap(ui, space::kMedium);
  listDifferences(ui, preview);
  const std::size_t rest = preview.changes - preview.shown.size();
  if (rest > 0) paragraph(ui, sayCount(S::open_more, S::open_more, rest), Tone::quiet);
  gap(ui, space::kMedium);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (opened.isBackup) {
    if (button(ui, "backup/restore", say(S::backup_restore), primary)) frame.commands.restoreBackup(opened.fileName);
  } else if (button(ui, "open/take", nothing ? say(S::open_close) : say(S::open_take), primary)) {
    frame.commands.takeOpened({});
    if (opened.file) frame.commands.go(mentorshipAddress(preview.head.id), true);
  }
  const bool mayLeave = !nothing || opened.isBackup;
  if (mayLeave && button(ui, "open/leave", say(S::open_leave))) {
    frame.commands.cancelOpened();
    frame.commands.go("#/", true);
  }
}

/// A large file that is being read, or taken in, beside the page.
void drawAway(Frame& frame, const OpenedPreview& opened) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(opened.taken ? S::open_taking : S::open_reading));
  paragraph(ui, opened.fileName, Tone::quiet, type::kSmall);
  gap(ui, space::kMedium);
  if (opened.taken) {
    return paragraph(ui, say(S::open_taking_percent, {{"percent", std::to_string(*opened.taken)}}));
  }
  const S step = opened.readingStep == 1   ? S::open_reading_file
                 : opened.readingStep == 2 ? S::open_reading_store
                                           : S::open_reading_compare;
  paragraph(ui, say(S::open_reading_step, {{"step", std::to_string(opened.readingStep)}, {"what", say(step)}}));
  paragraph(ui, say(S::open_reading_hint), Tone::quiet);
  gap(ui, space::kMedium);
  if (button(ui, "open/cancel", say(S::cancel))) {
    frame.commands.cancelOpened();
    frame.commands.go("#/", true);
  }
}

void drawBackups(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(S::backups_title));
  paragraph(ui, say(frame.state.backups.empty() ? S::backups_none : S::backups_text), Tone::quiet, type::kSmall);
  if (!frame.state.backupTrouble.empty()) {
    paragraph(ui, say(S::backups_trouble, {{"why", frame.state.backupTrouble}}), Tone::attention, type::kSmall);
  }
  gap(ui, space::kSmall);
  for (const auto& backup : frame.state.backups) {
    RowOptions options;
    if (backup.name.size() > 10) options.detail = say(S::backup_before_restore);
    options.trailing = say(S::backup_size, {{"size", std::to_string(backup.bytes / 1000 + 1)}});
    const bool pressed = listRow(ui, "backup/" + backup.name, readable(backup.name.substr(0, 10)), options);
    if (pressed) frame.commands.lookAtBackup(backup.name);
    gap(ui, space::kTight);
  }
}

}  // namespace

std::string fieldWord(std::string_view field) {
  const auto word = sayNamed("field_" + keyOf(field));
  return std::string(word.empty() ? field : word);
}

void drawOpened(Frame& frame) {
  Ui& ui = frame.ui;
  const OpenedPreview& opened = frame.state.opened;
  if (opened.error) return drawRefusal(frame, *opened.error);
  if (opened.taken || opened.readingStep > 0) return drawAway(frame, opened);
  if (!opened.preview) {
    heading(ui, 1, say(S::file_open));
    paragraph(ui, say(S::open_nothing_chosen), Tone::quiet);
    gap(ui, space::kMedium);
    if (button(ui, "open-file", say(S::file_open))) frame.commands.chooseFile();
    return;
  }
  const Preview& preview = *opened.preview;
  const bool letter = !opened.isBackup && preview.isNew;
  heading(ui, 1, say(opened.isBackup ? S::backup_title : letter ? S::open_letter_title : S::open_changes_title));
  paragraph(ui, opened.isBackup ? readable(opened.fileName.substr(0, 10)) : opened.fileName, Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  if (opened.isBackup) {
    paragraph(ui, say(S::backup_text));
    gap(ui, space::kSmall);
  }
  if (preview.isProposal) {
    paragraph(ui, say(S::open_proposal), Tone::attention);
    gap(ui, space::kSmall);
  }
  if (!letter) return drawChanges(frame, opened);
  paragraph(ui, say(S::open_letter, {{"people", titleOf(preview.head)},
                                     {"goals", sayCount(S::goals_one, S::goals_many, preview.goals)},
                                     {"sessions", sayCount(S::sessions_one, S::sessions_many, preview.sessions)}}));
  gap(ui, space::kLarge);
  chooseMe(frame, preview.head);
}

void drawHandOver(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(S::hand_over_title, {{"name", titleOf(mentorship)}}), "sheet-title");
  paragraph(ui, say(S::hand_over_text, {{"name", shortTitleOf(mentorship)}}), Tone::quiet);
  gap(ui, space::kMedium);
  paragraph(ui, say(S::hand_over_goes), Tone::normal);
  gap(ui, space::kTight);
  paragraph(ui, say(S::hand_over_stays), Tone::mine);
  gap(ui, space::kLarge);
  if (const Person* me = meOf(mentorship)) {
    FieldOptions name;
    name.value = *me->name;
    name.hint = say(S::hand_over_name_hint);
    savedField(frame, mentorship.id, "people", me->id, "name", say(S::your_name), name);
  }
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(ui, "hand-over/save", say(S::hand_over_save), primary)) frame.commands.handOver(mentorship.id);
  if (button(ui, "sheet/close", say(S::close))) frame.commands.back();
}

void drawSettings(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(S::settings_title), "sheet-title");
  gap(ui, space::kSmall);
  FieldOptions name;
  name.value = *frame.model.settings.name;
  textField(ui, "settings/name", say(S::your_name), name);
  paragraph(ui, say(S::settings_theme), Tone::normal, type::kSmallStrong);
  gap(ui, space::kTight);
  {
    const Row row(ui);
    const auto choose = [&](const std::string& key, S label, Theme theme) {
      ButtonOptions options;
      options.current = *frame.model.settings.theme == theme;
      if (!button(ui, "theme/" + key, say(label), options)) return;
      Command command{"theme_choose", {}, {}};
      command.edit.settings.theme.set(theme);
      frame.commands.run(std::move(command));
    };
    choose("system", S::theme_system, Theme::system);
    choose("light", S::theme_light, Theme::light);
    choose("dark", S::theme_dark, Theme::dark);
  }
  gap(ui, space::kLarge);
  drawBackups(frame);
  gap(ui, space::kLarge);
  paragraph(ui, say(S::settings_where), Tone::quiet, type::kSmall);
  gap(ui, space::kMedium);
  if (button(ui, "sheet/close", say(S::close))) frame.commands.back();
}

}  // namespace cairn

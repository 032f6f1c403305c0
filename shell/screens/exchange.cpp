// Hand over, and what an opened file would change.
#include <algorithm>

#include "app/phrases.hpp"
#include "insight/difference.hpp"
#include "replica/merge.hpp"
#include "screens/screens.hpp"

namespace cairn {
namespace {

constexpr std::size_t kShownDifferences = 40;

/// Catalogue keys are lower case: "privateNotes" is "field_private_notes".
std::string keyOf(std::string_view name) {
  std::string key;
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z') key += '_';
    key += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return key;
}

std::string fieldWord(const Difference& difference) {
  const auto word = sayNamed("field_" + keyOf(difference.field));
  return std::string(word.empty() ? std::string_view(difference.field) : word);
}

std::string sentence(const Difference& difference) {
  const std::string kind(sayNamed("thing_" + (difference.collection.empty() ? "mentorship" : difference.collection)));
  const std::string label = difference.label.empty() ? kind : difference.label;
  switch (difference.kind) {
    case DifferenceKind::added: return say(S::diff_added, {{"kind", kind}, {"label", label}});
    case DifferenceKind::removed: return say(S::diff_removed, {{"kind", kind}, {"label", label}});
    case DifferenceKind::changed: break;
  }
  const auto quoted = [](const std::string& text) {
    const std::string first = text.substr(0, text.find('\n'));
    return text.empty() ? std::string(say(S::diff_empty))
                        : "“" + first + (first.size() < text.size() ? " …" : "") + "”";
  };
  return say(S::diff_changed, {{"label", label},
                               {"field", fieldWord(difference)},
                               {"from", quoted(difference.from)},
                               {"to", quoted(difference.to)}});
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
    frame.commands.takeOpened();
    Command command{"me_choose", {}, {}};
    command.edit.at(incoming.id).me.set(id);
    frame.commands.run(std::move(command));
    frame.commands.go(mentorshipAddress(incoming.id), true);
  }
}

const Mentorship* firstIn(const OpenedFile& file) {
  if (!file.whole.mentorships.empty()) return &file.whole.mentorships.begin()->second;
  return file.proposals.mentorships.empty() ? nullptr : &file.proposals.mentorships.begin()->second;
}

/// What would show once the file was taken. A proposal's values are edits that nobody has made yet.
Mentorship afterTaking(const Frame& frame, const Mentorship& incoming, const Mentorship& ours) {
  Workspace copy;
  copy.mentorships.emplace(ours.id, ours);
  if (frame.state.opened.file->isProposal()) {
    Writers preview{1, 2, 1, 1, 0};
    static_cast<void>(
        commit(copy, Command{"file_open", frame.state.opened.file->proposals, {}}, preview, frame.moment.now));
  } else {
    merge(copy.mentorships[ours.id], incoming);
  }
  return copy.mentorships[ours.id];
}

void drawChanges(Frame& frame, const Mentorship& incoming, const Mentorship& ours) {
  Ui& ui = frame.ui;
  const auto all = differences(ours, afterTaking(frame, incoming, ours));
  paragraph(ui,
            all.empty() ? std::string(say(S::open_nothing_new))
                        : sayCount(S::open_changes_one, S::open_changes_many, all.size()),
            Tone::quiet);
  gap(ui, space::kMedium);
  {
    const List list(ui, "differences", say(S::open_changes_title));
    for (std::size_t at = 0; at < std::min(all.size(), kShownDifferences); ++at) {
      const ListItem item(ui, "difference/" + std::to_string(at));
      paragraph(ui, sentence(all[at]));
      gap(ui, space::kSmall);
    }
  }
  if (all.size() > kShownDifferences) {
    paragraph(ui, sayCount(S::open_more, S::open_more, all.size() - kShownDifferences), Tone::quiet);
  }
  gap(ui, space::kMedium);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(ui, "open/take", all.empty() ? say(S::open_close) : say(S::open_take), primary)) {
    frame.commands.takeOpened();
    frame.commands.go(mentorshipAddress(incoming.id), true);
  }
  if (!all.empty() && button(ui, "open/leave", say(S::open_leave))) frame.commands.go("#/", true);
}

}  // namespace

void drawOpened(Frame& frame) {
  Ui& ui = frame.ui;
  const OpenedPreview& opened = frame.state.opened;
  if (opened.error) return drawRefusal(frame, *opened.error);
  const Mentorship* found = opened.file ? firstIn(*opened.file) : nullptr;
  if (!found) {
    heading(ui, 1, say(S::file_open));
    paragraph(ui, say(S::open_nothing_chosen), Tone::quiet);
    gap(ui, space::kMedium);
    if (button(ui, "open-file", say(S::file_open))) frame.commands.chooseFile();
    return;
  }
  const Mentorship& incoming = *found;
  const auto known = frame.model.mentorships.find(incoming.id);
  const bool isNew = known == frame.model.mentorships.end() || !isThere(known->second);
  heading(ui, 1, isNew ? say(S::open_letter_title) : say(S::open_changes_title));
  paragraph(ui, opened.fileName, Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  if (opened.file->isProposal()) {
    paragraph(ui, say(S::open_proposal), Tone::attention);
    gap(ui, space::kSmall);
  }
  if (!isNew) return drawChanges(frame, incoming, known->second);
  paragraph(ui, say(S::open_letter,
                    {{"people", titleOf(incoming)},
                     {"goals", sayCount(S::goals_one, S::goals_many, goalsInOrder(incoming).size())},
                     {"sessions", sayCount(S::sessions_one, S::sessions_many, sessionsInOrder(incoming).size())}}));
  gap(ui, space::kLarge);
  chooseMe(frame, incoming);
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
  paragraph(ui, say(S::settings_where), Tone::quiet, type::kSmall);
  gap(ui, space::kMedium);
  if (button(ui, "sheet/close", say(S::close))) frame.commands.back();
}

}  // namespace cairn

// What an opened file would change, before anything is taken.
#include <algorithm>

#include "query/people.hpp"
#include "screens/screens.hpp"
#include "words/change_summary.hpp"
#include "words/faults.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

std::string differenceText(const Language& language, const Mentorship& head, const Difference& difference) {
  const std::string kind(thingWord(language, difference.collection));
  const std::string label = thingLabel(language, difference.collection, difference.label);
  switch (difference.kind) {
    case DifferenceKind::added: return say(language, S::diff_added, {{"kind", kind}, {"label", label}});
    case DifferenceKind::removed: return say(language, S::diff_removed, {{"kind", kind}, {"label", label}});
    case DifferenceKind::versions:
      return say(language, S::versions_of, {{"label", label}, {"field", fieldWord(language, difference.field)}});
    case DifferenceKind::changed: break;
  }
  const auto quoted = [&](const std::string& text) {
    const std::string first = text.substr(0, text.find('\n'));
    if (text.empty()) return std::string(say(language, S::diff_empty));
    return say(language, first.size() < text.size() ? S::quoted_start : S::quoted, {{"text", first}});
  };
  return say(language, S::diff_changed,
             {{"label", label},
              {"field", fieldWord(language, difference.field)},
              {"from", quoted(valueWord(language, head, difference.from))},
              {"to", quoted(valueWord(language, head, difference.to))}});
}

void drawRefusal(Frame& frame) {
  const OpenedPreview& opened = frame.state.opened;
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::open_refused));
  paragraph(ui, say(frame, S::open_refused_safe, {{"file", opened.fileName}}), Tone::quiet);
  gap(ui, space::kMedium);
  {
    const Card card(ui, "refusal", say(frame, S::open_refused));
    paragraph(ui, opened.error ? faultText(frame, *opened.error) : troubleText(frame, opened.trouble), Tone::problem);
    const std::string place = opened.error ? placeText(frame, *opened.error) : std::string();
    if (!place.empty()) paragraph(ui, say(frame, S::open_refused_place, {{"place", place}}), Tone::quiet);
  }
  const bool unknown =
      opened.error && (codeOf(opened.error->fault) == "json" || opened.error->fault == Fault::notOfCairn);
  paragraph(ui, say(frame, unknown ? S::open_refused_next : S::open_refused_else));
  gap(ui, space::kSmall);
  const Row row(ui);
  if (button(ui, "open-file", say(frame, S::open_another))) frame.commands.chooseFile();
  ButtonOptions leave;
  leave.weight = Weight::quiet;
  if (button(ui, "open/leave", say(frame, S::open_leave), leave)) frame.commands.go("#/", true);
}

/// "For Ana Reis, Tomasz Nowak: 2 goals, 1 session."; what there is none of is not counted.
std::string whatItHolds(const Language& language, const Preview& preview) {
  std::string what = preview.goals > 0 ? sayCount(language, S::goals_count, preview.goals) : "";
  if (preview.sessions > 0) {
    what = joined(language, {what, sayCount(language, S::sessions_count, preview.sessions)}, S::listed);
  }
  const std::string people = titleOf(language, preview.head);
  return what.empty() ? say(language, S::open_letter, {{"people", people}})
                      : say(language, S::open_letter_holds, {{"people", people}, {"what", what}});
}

void leaveButton(Frame& frame) {
  if (!button(frame.ui, "open/leave", say(frame, S::open_leave))) return;
  frame.commands.cancelOpened();
  frame.commands.go("#/", true);
}

/// Of a file that names nobody, nobody can be me.
void takeWithoutMe(Frame& frame, const Preview& preview) {
  const Row row(frame.ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(frame.ui, "open/take", say(frame, S::open_take_letter), primary)) {
    frame.commands.takeOpened({}, mentorshipAddress(preview.head.id));
  }
  leaveButton(frame);
}

/// "Which one is you?", for a mentorship that is new to this browser.
void chooseMe(Frame& frame, const Preview& preview) {
  Ui& ui = frame.ui;
  const Mentorship& incoming = preview.head;
  heading(ui, 2, say(frame, S::open_which_is_you));
  paragraph(ui, say(frame, S::open_which_hint), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  // Who hands it over is hardly the one who opens it.
  auto people = othersOf(incoming);
  std::stable_partition(people.begin(), people.end(), [&](const Person* person) { return person->id != preview.from; });
  const Row row(ui);
  for (const Person* person : people) {
    ButtonOptions options;
    options.weight = person->id == preview.from ? Weight::secondary : Weight::primary;
    options.name = say(frame, S::open_as, {{"name", personName(frame, incoming, *person)}});
    if (!button(ui, "open/as/" + toText(person->id), personName(frame, incoming, *person), options)) continue;
    frame.commands.takeOpened(person->id, mentorshipAddress(incoming.id));
  }
}

/// What of a proposal is taken is chosen line by line; of a file that was merged, all of it.
void listDifferences(Ui& ui, OpenedPreview& opened) {
  const Preview& preview = *opened.preview;
  const List list(ui, "differences", say(ui, S::open_changes_title));
  for (std::size_t at = 0; at < preview.shown.size(); ++at) {
    const std::string key = "difference/" + std::to_string(at);
    const ListItem item(ui, key);
    const bool chosen = !opened.refused.contains(at);
    if (!preview.isProposal) {
      paragraph(ui, differenceText(ui, preview.head, preview.shown[at]));
      gap(ui, space::kSmall);
    } else if (checkbox(ui, key + "/take", differenceText(ui, preview.head, preview.shown[at]), chosen)) {
      if (chosen) {
        opened.refused.insert(at);
      } else {
        opened.refused.erase(at);
      }
    }
  }
}

/// The other mentorships of a file that holds many.
void listOthers(Ui& ui, const Preview& preview) {
  if (preview.others.empty()) return;
  gap(ui, space::kMedium);
  heading(ui, 2, sayCount(ui, S::open_others_count, preview.others.size()));
  const List list(ui, "others", say(ui, S::open_changes_title));
  for (std::size_t at = 0; at < preview.others.size(); ++at) {
    const PreviewOther& other = preview.others[at];
    const ListItem item(ui, "other/" + std::to_string(at));
    const std::string what = other.isNew          ? std::string(say(ui, S::open_other_new))
                             : other.changes == 0 ? std::string(say(ui, S::open_other_same))
                                                  : sayCount(ui, S::open_changes_count, other.changes);
    paragraph(ui, other.people.empty() ? std::string(say(ui, S::somebody)) : other.people);
    paragraph(ui, what, Tone::quiet, type::kSmall);
    gap(ui, space::kSmall);
  }
}

/// What only its owner sees is taken by who says that it is theirs.
void askWhose(Ui& ui, OpenedPreview& opened) {
  if (!opened.preview->holdsPrivate || opened.isBackup || opened.preview->isProposal) return;
  paragraph(ui, say(ui, S::open_private), Tone::quiet);
  if (checkbox(ui, "open/mine", say(ui, S::open_mine), opened.isMine)) opened.isMine = !opened.isMine;
  gap(ui, space::kMedium);
}

void drawChanges(Frame& frame, OpenedPreview& opened) {
  Ui& ui = frame.ui;
  const Preview& preview = *opened.preview;
  const auto says = [](const PreviewOther& other) { return other.isNew || other.changes > 0; };
  const bool others = std::any_of(preview.others.begin(), preview.others.end(), says);
  const bool nothing = preview.changes == 0 && !others;
  paragraph(
      ui,
      nothing ? std::string(say(frame, S::open_nothing_new)) : sayCount(frame, S::open_changes_count, preview.changes),
      Tone::quiet);
  gap(ui, space::kMedium);
  if (const std::string all = changeSummary(frame, frame.model, preview); !all.empty() && !preview.isProposal) {
    paragraph(ui, all);
  }
  // A handful is read at once; of more the sentence is enough, until somebody wants to know.
  constexpr std::size_t kHandful = 6;
  const bool listed = preview.isProposal || (preview.changes > 0 && preview.changes <= kHandful);
  if (listed || (preview.changes > 0 && unfolded(frame, "differences/all", say(frame, S::open_all_changes)))) {
    gap(ui, space::kMedium);
    listDifferences(ui, opened);
    const std::size_t rest = preview.changes - preview.shown.size();
    const S more = preview.isProposal ? S::open_more_later : S::open_more;
    if (rest > 0) paragraph(ui, sayCount(frame, more, rest), Tone::quiet);
  }
  listOthers(ui, preview);
  gap(ui, space::kMedium);
  askWhose(ui, opened);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (opened.isBackup) {
    if (button(ui, "backup/restore", say(frame, S::backup_restore), primary))
      frame.commands.restoreBackup(opened.fileName);
  } else if (button(ui, "open/take", nothing && !opened.isMine ? say(frame, S::open_close) : say(frame, S::open_take),
                    primary)) {
    frame.commands.takeOpened({}, mentorshipAddress(preview.head.id));
  }
  if (!nothing || opened.isBackup) leaveButton(frame);
}

/// My own copy: nobody needs to say who I am. Somebody else's is taken without what only they see.
void haveAgain(Frame& frame, OpenedPreview& opened) {
  Ui& ui = frame.ui;
  paragraph(ui, say(frame, S::open_kept_hint), Tone::quiet);
  gap(ui, space::kSmall);
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(ui, "open/take", say(frame, S::open_kept_take), primary)) {
    opened.isMine = true;
    frame.commands.takeOpened({}, "#/");
  }
  leaveButton(frame);
}

/// A large file that is being read, or taken in, beside the page.
void drawAway(Frame& frame, const OpenedPreview& opened) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, opened.taken ? S::open_taking : S::open_reading));
  paragraph(ui, opened.fileName, Tone::quiet, type::kSmall);
  gap(ui, space::kMedium);
  if (opened.taken) {
    return paragraph(ui, say(frame, S::open_taking_percent, {{"percent", std::to_string(*opened.taken)}}));
  }
  const S step = opened.readingStep == 1   ? S::open_reading_file
                 : opened.readingStep == 2 ? S::open_reading_store
                                           : S::open_reading_compare;
  paragraph(
      ui, say(frame, S::open_reading_step, {{"step", std::to_string(opened.readingStep)}, {"what", say(frame, step)}}));
  paragraph(ui, say(frame, S::open_reading_hint), Tone::quiet);
  gap(ui, space::kMedium);
  if (button(ui, "open/cancel", say(frame, S::cancel))) {
    frame.commands.cancelOpened();
    frame.commands.go("#/", true);
  }
}

}  // namespace

void drawOpened(Frame& frame) {
  Ui& ui = frame.ui;
  OpenedPreview& opened = frame.state.opened;
  if (opened.error || opened.trouble != Trouble::none) return drawRefusal(frame);
  if (opened.taken || opened.readingStep > 0) return drawAway(frame, opened);
  if (!opened.preview) {
    heading(ui, 1, say(frame, S::file_open));
    paragraph(ui, say(frame, S::open_nothing_chosen), Tone::quiet);
    gap(ui, space::kMedium);
    if (button(ui, "open-file", say(frame, S::file_open))) frame.commands.chooseFile();
    return;
  }
  const Preview& preview = *opened.preview;
  const bool letter = !opened.isBackup && preview.isNew;
  const bool kept = letter && *preview.head.me;  // only my own copy says who I am
  const std::string sender = kept ? std::string() : senderOf(preview);
  heading(ui, 1,
          letter && !sender.empty() ? say(frame, S::open_letter_from, {{"name", sender}})
                                    : std::string(say(frame, opened.isBackup ? S::backup_title
                                                             : kept          ? S::open_kept_title
                                                             : letter        ? S::open_letter_title
                                                                             : S::open_changes_title)));
  paragraph(ui, opened.isBackup ? readable(frame, opened.fileName.substr(0, 10)) : opened.fileName, Tone::quiet,
            type::kSmall);
  gap(ui, space::kSmall);
  if (opened.isBackup) {
    paragraph(ui, say(frame, S::backup_text));
    gap(ui, space::kSmall);
  }
  if (preview.isProposal) {
    paragraph(ui, say(frame, S::open_proposal), Tone::attention);
    gap(ui, space::kSmall);
  }
  if (preview.leftOut > 0) {
    paragraph(ui, sayCount(frame, S::open_left_out_count, preview.leftOut), Tone::attention);
    gap(ui, space::kSmall);
  }
  if (!letter) return drawChanges(frame, opened);
  paragraph(ui, whatItHolds(frame, preview));
  if (!preview.head.aim->empty()) {
    gap(ui, space::kSmall);
    paragraph(ui, say(frame, S::open_letter_aim, {{"aim", *preview.head.aim}}));
  }
  listOthers(ui, preview);
  gap(ui, space::kLarge);
  if (kept) {
    haveAgain(frame, opened);
    gap(ui, space::kLarge);
  }
  if (!othersOf(preview.head).empty()) return chooseMe(frame, preview);
  if (!kept) takeWithoutMe(frame, preview);
}

}  // namespace cairn

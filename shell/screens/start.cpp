// From the empty page to a prepared first session: who, when, where to meet.
#include "command/mentorships.hpp"
#include "exchange/when.hpp"
#include "screens/screens.hpp"
#include "words/faults.hpp"
#include "words/phrases.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

const std::string kName = "new/name";
const std::string kWhere = "new/where";
const std::string kWhen = "new/when";
const std::string kLink = "new/link";

std::string draftOf(const Frame& frame, const std::string& key) {
  const std::string* draft = frame.ui.editing.draft(key);
  return draft ? std::string(*draft) : std::string();
}

std::string chosenZone(const Frame& frame, const std::string& typed) {
  if (!frame.state.chosenZone.empty() && cityOf(frame.state.chosenZone) == typed) return frame.state.chosenZone;
  return zoneMeant(frame.zones.names(), typed);
}

void zoneChips(Frame& frame, const std::string& typed) {
  const auto matches = matchingZones(frame.zones.names(), typed, 4);
  if (matches.empty()) return;
  const std::string chosen = chosenZone(frame, typed);
  {
    const Row row(frame.ui);
    for (const auto& zone : matches) {
      ButtonOptions options;
      options.current = zone == chosen;
      options.description = zone;
      if (button(frame.ui, "zone/" + zone, cityOf(zone), options)) {
        frame.state.chosenZone = zone;
        frame.ui.editing.drafts[kWhere] = cityOf(zone);
        ++frame.ui.editing.revisions[kWhere];
      }
    }
  }
  gap(frame.ui, space::kMedium);
}

/// Both clocks, before there is a mentorship.
std::string bothClocks(const Frame& frame, const When& when) {
  Mentorship sketch;
  Person& mentee = thingAt(sketch.people, Id{0, 1});
  mentee.name.set(draftOf(frame, kName));
  mentee.zone.set(chosenZone(frame, draftOf(frame, kWhere)));
  return bothTimesText(frame, sketch, when);
}

void startMentorship(Frame& frame) {
  const auto when = readWhen(draftOf(frame, kWhen), frame.moment.local.date, vocabularyOf(frame));
  const std::string where = draftOf(frame, kWhere);
  Session first;
  first.title.set(std::string(say(frame, S::first_session)));
  first.minutes.set(45);
  if (when) applyWhen(first, *when, frame.localZone);
  NewMentorship wanted;
  wanted.start = frame.moment.local.date;
  wanted.myName = *frame.model.settings.name;
  wanted.myZone = frame.localZone;
  wanted.myVideo = draftOf(frame, kLink);
  wanted.name = draftOf(frame, kName);
  wanted.zone = chosenZone(frame, where);
  wanted.first = &first;
  for (const S line : {S::first_line_know, S::first_line_aim, S::first_line_success, S::first_line_how}) {
    wanted.lines.emplace_back(say(frame, line));
  }
  Command command = startMentorship(wanted, [&] { return frame.commands.newId(); });
  const auto& [id, started] = *command.edit.mentorships.begin();
  const std::string address = sessionAddress(id, started.sessions.begin()->first);
  frame.commands.run(std::move(command));
  for (const auto& key : {kName, kWhere, kWhen, kLink}) frame.ui.editing.clear(key);
  frame.state.chosenZone.clear();
  frame.commands.go(address);
}

/// What Enter in one of the three fields does.
WhenDone onEnter(Frame& frame, void (*work)(Frame&)) {
  return [&commands = frame.commands, work](const FieldDone& done) {
    if (done.submitted) commands.now(work);
  };
}

/// On to the next question, where this one is answered.
void toWhen(Frame& frame) {
  if (!draftOf(frame, kName).empty()) return frame.commands.go("#/start/when");
  frame.ui.wantFocus = kName;
}
void toLink(Frame& frame) {
  const std::string typed = draftOf(frame, kWhen);
  if (typed.empty() || readWhen(typed, frame.moment.local.date, vocabularyOf(frame))) frame.commands.go("#/start/link");
}

/// Backups are there but nothing that they were made of: it was taken away before this start. Or nobody can tell.
void tellOfBackups(Frame& frame) {
  Ui& ui = frame.ui;
  const auto& backups = frame.state.backups;
  if (!frame.state.foundNothing) return;
  if (const Trouble trouble = frame.state.backupTrouble; trouble != Trouble::none) {
    paragraph(ui, say(frame, S::backups_trouble, {{"why", troubleText(frame, trouble)}}), Tone::attention);
    gap(ui, space::kLarge);
  }
  if (backups.empty()) return;
  const std::string day = readable(frame, backups.front().name.substr(0, 10));
  paragraph(ui, say(frame, S::start_had_data, {{"day", day}}), Tone::attention);
  gap(ui, space::kSmall);
  if (button(ui, "start/backups", say(frame, S::start_backups))) frame.commands.go("#/settings");
  gap(ui, space::kLarge);
}

void askWho(Frame& frame) {
  Ui& ui = frame.ui;
  const bool first = frame.views.mentorships().empty();
  if (first) {
    tellOfBackups(frame);
    paragraph(ui, say(frame, S::start_welcome), Tone::quiet);
    gap(ui, space::kSmall);
  }
  display(ui, say(frame, S::start_who));
  gap(ui, space::kMedium);
  FieldOptions name;
  name.placeholder = say(frame, S::start_name_example);
  name.whenDone = onEnter(frame, toWhen);
  textField(ui, kName, say(frame, S::start_name), name);
  FieldOptions where;
  where.placeholder = say(frame, S::start_where_example);
  const std::string place = draftOf(frame, kWhere);
  if (!place.empty() && chosenZone(frame, place).empty()) {
    const bool known = !matchingZones(frame.zones.names(), place, 1).empty();
    where.invalid = !known;
    where.hint = say(frame, known ? S::start_where_which : S::start_where_unknown);
  }
  where.whenDone = onEnter(frame, toWhen);
  textField(ui, kWhere, say(frame, S::start_where), where);
  zoneChips(frame, draftOf(frame, kWhere));
  ButtonOptions primary;
  primary.weight = Weight::primary;
  if (button(ui, "start/next", say(frame, S::next), primary)) toWhen(frame);
  gap(ui, space::kLarge);
  divider(ui);
  paragraph(ui, say(frame, S::start_or), Tone::quiet, type::kSmall);
  gap(ui, space::kSmall);
  const Row row(ui);
  if (button(ui, "open-file", say(frame, S::file_open))) frame.commands.chooseFile();
  if (first && button(ui, "example", say(frame, S::example_look))) {
    Command command = exampleCommand(frame);
    const Id id = command.edit.mentorships.begin()->first;
    frame.commands.run(std::move(command));
    frame.commands.go(mentorshipAddress(id));
  }
}

void askWhen(Frame& frame) {
  Ui& ui = frame.ui;
  const Date today = frame.moment.local.date;
  paragraph(ui, say(frame, S::start_step, {{"name", draftOf(frame, kName)}, {"step", "2"}}), Tone::quiet);
  display(ui, say(frame, S::start_when));
  gap(ui, space::kMedium);
  const std::string typed = draftOf(frame, kWhen);
  const auto when = readWhen(typed, today, vocabularyOf(frame));
  FieldOptions options;
  options.placeholder = say(frame, S::when_example);
  options.invalid = !typed.empty() && !when;
  if (when) {
    options.hint = when->weekOf || when->time ? bothClocks(frame, *when) : fullDayText(frame, when->date);
  } else {
    options.hint =
        typed.empty() ? std::string(say(frame, S::when_hint)) : std::string(say(frame, S::when_not_understood));
  }
  options.whenDone = onEnter(frame, toLink);
  textField(ui, kWhen, say(frame, S::when_label), options);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  const Row row(ui);
  if (button(ui, "start/next", say(frame, S::next), primary)) toLink(frame);
  if (button(ui, "start/not-yet", say(frame, S::start_not_yet))) {
    ui.editing.clear(kWhen);
    toLink(frame);
  }
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  if (button(ui, "start/back", say(frame, S::back), quiet)) frame.commands.back();
}

void askLink(Frame& frame) {
  Ui& ui = frame.ui;
  paragraph(ui, say(frame, S::start_step, {{"name", draftOf(frame, kName)}, {"step", "3"}}), Tone::quiet);
  display(ui, say(frame, S::start_link));
  gap(ui, space::kMedium);
  FieldOptions options;
  options.placeholder = say(frame, S::link_example);
  options.hint = say(frame, S::start_link_hint);
  options.whenDone = onEnter(frame, startMentorship);
  textField(ui, kLink, say(frame, S::link_label), options);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  bool done = false;
  {
    const Row row(ui);
    if (button(ui, "start/done", say(frame, S::start_prepare), primary)) done = true;
    ButtonOptions quiet;
    quiet.weight = Weight::quiet;
    if (button(ui, "start/back", say(frame, S::back), quiet)) frame.commands.back();
  }
  gap(ui, space::kMedium);
  guide(frame, "remote-communication", S::guide_remote);
  if (done) startMentorship(frame);
}

}  // namespace

void drawStart(Frame& frame) {
  gap(frame.ui, frame.ui.phone ? 0 : space::kHuge);
  const bool named = !draftOf(frame, kName).empty();
  if (frame.route.screen == Screen::startWhen && named) return askWhen(frame);
  if (frame.route.screen == Screen::startLink && named) return askLink(frame);
  askWho(frame);
}

}  // namespace cairn

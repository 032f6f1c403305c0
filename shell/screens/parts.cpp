// What several screens share.
#include "command/mentorships.hpp"
#include "frame/screen_row.hpp"
#include "screens/screens.hpp"
#include "widgets/choices.hpp"
#include "words/calendar_events.hpp"
#include "words/exports.hpp"
#include "words/phrases.hpp"

namespace cairn {
std::string savedField(Frame& frame, const Id& mentorship, std::string_view collection, const Id& thing,
                       std::string_view fieldName, std::string_view label, const FieldOptions& options) {
  std::string text = textField(frame.ui, textPath(mentorship, collection, thing, fieldName), label, options);
  const auto home = frame.model.mentorships.find(mentorship);
  if (home != frame.model.mentorships.end()) versionsAt(frame, home->second, collection, thing, {fieldName});
  return text;
}

void sessionRow(Frame& frame, const Mentorship& mentorship, const Session& session) {
  RowOptions options;
  options.detail = bothTimesText(frame, mentorship, session);
  options.trailing = outcomeText(frame, session);
  options.address = sessionAddress(mentorship.id, session.id);
  listRow(frame.ui, "session/" + toText(session.id), sessionTitle(frame, session), options);
}

void sessionRows(Frame& frame, const Mentorship& mentorship, const std::vector<const Session*>& sessions) {
  RowOptions row;
  row.detail = say(frame, S::when_none);
  RowsOptions all;
  all.count = sessions.size();
  all.height = listRowHeight(frame.ui, row) + space::kSmall;
  all.key = [&](std::size_t at) { return toText(sessions[at]->id); };
  all.draw = [&](std::size_t at) { sessionRow(frame, mentorship, *sessions[at]); };
  rows(frame.ui, "sessions", say(frame, S::sessions_title), all);
}

void plainField(Frame& frame, const Ref& of, std::string_view fieldName, S label, const std::string& value, S example,
                int rows) {
  FieldOptions options;
  options.value = value;
  options.placeholder = say(frame, example);
  options.rows = rows;
  savedField(frame, of.root, of.collection, of.thing, fieldName, say(frame, label), options);
}

bool changeMenu(Frame& frame, const std::string& editKey, const std::string& name, const ChangeMenu& words) {
  const bool open = frame.state.unfolded.contains(editKey);
  const MenuItem items[] = {{std::string(say(frame, open ? S::change_close : words.change)), "", false},
                            {std::string(say(frame, words.remove)), "", true}};
  const auto chosen = menu(frame.ui, editKey + "/more", say(frame, S::more_named, {{"name", name}}), items);
  if (chosen == 0U && frame.state.unfolded.erase(editKey) == 0) {
    frame.state.unfolded.insert(editKey);
    frame.ui.wantFocus = words.focus;
  }
  return chosen == 1U;
}

void mentorshipActions(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  ui.flow.left -= space::kSmall;  // the words of quiet buttons stand in line with the title
  {
    const Row row(ui);
    ButtonOptions options;
    options.weight = Weight::quiet;
    if (button(ui, "hand-over", say(frame, S::hand_over), options)) {
      Route route;
      route.screen = Screen::now;
      route.sheet = Sheet::handOver;
      route.mentorship = mentorship.id;
      frame.commands.go(addressOf(route));
    }
    mentorshipMenu(frame, mentorship);
    if (*mentorship.example && button(ui, "example/remove", say(frame, S::example_remove), options)) {
      frame.commands.run(removeMentorship(mentorship.id));
      frame.commands.go("#/");
    }
  }
  ui.flow.left += space::kSmall;
  if (const std::string handed = handedText(frame, mentorship); !handed.empty()) {
    paragraph(ui, handed, Tone::quiet, type::kSmall);
  }
}

void mentorshipHeader(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  if (*mentorship.example) paragraph(ui, say(frame, S::example_mark), Tone::attention, type::kSmallStrong);
  heading(ui, 1, titleOf(frame, mentorship));
  mentorshipActions(frame, mentorship);
  gap(ui, space::kSmall);
  std::vector<Tab> all;
  std::size_t current = 0;
  for (const ScreenRow& one : screenTable()) {
    if (!one.tab) continue;
    if (one.screen == row(frame.route.screen).under) current = all.size();
    all.push_back({std::string(say(frame, *one.tab)), mentorshipAddress(mentorship.id, one.screen)});
  }
  tabs(ui, "tabs", say(frame, S::tabs_name), all, current);
}

void drawMissing(Frame& frame) {
  const Mentorship* mentorship = mentorshipOf(frame);
  heading(frame.ui, 1, say(frame, mentorship ? S::missing_session_title : S::missing_title));
  paragraph(frame.ui, say(frame, mentorship ? S::missing_session_text : S::missing_text), Tone::quiet);
  gap(frame.ui, space::kMedium);
  if (mentorship) {
    const std::string address = mentorshipAddress(mentorship->id, Screen::story);
    link(frame.ui, "up", say(frame, S::back_to, {{"name", titleOf(frame, *mentorship)}}), address);
    return;
  }
  const Row row(frame.ui);
  if (button(frame.ui, "open-file", say(frame, S::file_open))) frame.commands.chooseFile();
  if (button(frame.ui, "to-today", say(frame, S::nav_today))) frame.commands.go("#/");
}

CalendarSource calendarSource(const Frame& frame, const Mentorship& mentorship) {
  return {frame, mentorship, frame.state.pageAddress, frame.state.trash};
}

void saveCalendar(Frame& frame, const Mentorship& mentorship, const std::vector<CalendarEvent>& events) {
  frame.commands.saveFile(say(frame, S::calendar_file_name, {{"name", titleOf(frame, mentorship)}}),
                          writeCalendar(events, frame.zones));
}

void takeOut(Frame& frame, const Mentorship& mentorship, const ExportFormat& format) {
  frame.commands.saveFile(say(frame, format.fileName, {{"name", titleOf(frame, mentorship)}}),
                          format.write({frame, {&mentorship}, frame.state.pageAddress, frame.state.trash}));
}

}  // namespace cairn

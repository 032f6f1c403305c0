// What to talk about: the lines of a session, those that wait in *Next time*, and those that only I see.
// Each can be ticked, changed, moved and removed where it stands.
#include "command/agenda.hpp"
#include "base/utf8.hpp"
#include "query/lists.hpp"
#include "screens/session_views.hpp"
#include "widgets/choices.hpp"
#include "widgets/reorder.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

template <class T>
void lineRow(Frame& frame, const Mentorship& mentorship, const Id& session, const T& line) {
  Ui& ui = frame.ui;
  const std::string key = "line/" + toText(line.id);
  const std::string editKey = "edit/" + key;
  bool pressed = false;
  const std::string detail = session && !*line.session ? std::string(say(frame, S::next_time)) : std::string();
  besideControl(
      ui, 0, [&] { pressed = checkbox(ui, key, orNoWords(frame, *line.text), *line.done, detail); },
      [&] {
        const std::string words = textPath(mentorship.id, LineKind<T>::kCollection, line.id, "text");
        const bool removed = changeMenu(frame, editKey, orNoWords(frame, *line.text), {S::change, S::remove, words});
        if (removed) frame.commands.run(removeLine(mentorship, line));
      });
  if (pressed) frame.commands.run(tickLine(mentorship, session, line));
  if (!frame.state.unfolded.contains(editKey)) {
    return versionsAt(frame, mentorship, LineKind<T>::kCollection, line.id, {"text", "done"});
  }
  FieldOptions text;
  text.value = *line.text;
  text.onlyMe = LineKind<T>::kOnlyMe;
  savedField(frame, mentorship.id, LineKind<T>::kCollection, line.id, "text", say(frame, S::line_text), text);
  if (button(ui, editKey + "/close", say(frame, S::change_close))) frame.state.unfolded.erase(editKey);
  gap(ui, space::kSmall);
}

bool isNext(const Frame& frame, const Mentorship& mentorship, const Id& session) {
  const Session* next = viewOf(frame, mentorship).next;
  return next && next->id == session;
}

template <class T>
void addLine(Frame& frame, const Mentorship& mentorship, const Id& session, const std::vector<const T*>& shown,
             const std::string& words) {
  frame.commands.run(addLines(mentorship, session, shown, {words}, [&] { return frame.commands.newId(); }));
}

template <class T>
void drawLines(Frame& frame, const Mentorship& mentorship, const std::string& key, const Id& session,
               const std::vector<const T*>& lines) {
  const auto draw = [&](std::size_t at) {
    const ListItem item(frame.ui, "line/" + toText(lines[at]->id) + "/item");
    lineRow(frame, mentorship, session, *lines[at]);
  };
  drawPart(frame, {key, lines.size(), kRowsAtFirst, [&](std::size_t at) { return lines[at]->id; }, draw});
}

void sharedLines(Frame& frame, const Mentorship& mentorship, const Id& session, S name,
                 const std::vector<const Line*>& lines) {
  if (lines.size() == 1) {
    const List list(frame.ui, "agenda", say(frame, name));
    const ListItem item(frame.ui, "agenda/item");
    return lineRow(frame, mentorship, session, *lines[0]);
  }
  const LongList all{
      "agenda/" + toText(session), lines.size(), kRowsAtFirst, [&](std::size_t at) { return lines[at]->id; }, {}};
  drawEarlier(frame, all);
  const DrawnPart part = partOf(frame, all);
  const auto line = [&](std::size_t at) -> const Line& { return *lines[part.from + at]; };
  ReorderOptions options;
  options.count = part.to - part.from;
  options.key = [&](std::size_t at) { return toText(line(at).id); };
  options.name = [&](std::size_t at) { return orNoWords(frame, *line(at).text); };
  options.draw = [&](std::size_t at) { lineRow(frame, mentorship, session, line(at)); };
  const auto moved = reorderList(frame.ui, "agenda", say(frame, name), options);
  if (moved) frame.commands.run(moveLine(mentorship, lines, line(moved->from).id, part.from + moved->to));
  drawMore(frame, all);
}

}  // namespace

void agenda(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::agenda));
  const auto lines = agendaOf(mentorship, session.id, isNext(frame, mentorship, session.id));
  if (lines.empty()) emptyState(ui, say(frame, S::agenda_empty));
  sharedLines(frame, mentorship, session.id, S::agenda, lines);
  gap(ui, space::kSmall);
  const auto take = [id = session.id](Frame& now, const Mentorship& there, const std::string& text,
                                      const std::optional<StepLine>& promise) {
    if (promise) return takePromise(now, there, *promise, HomeKind::session, id);
    addLine(now, there, id, agendaOf(there, id, isNext(now, there, id)), text);
  };
  promiseComposer(frame, mentorship, "new/line/" + toText(session.id), {S::line_add, S::line_add_example}, take);
}

void nextTime(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  heading(ui, 2, say(frame, S::next_time));
  const Session* next = viewOf(frame, mentorship).next;
  const Id session = next ? next->id : Id{};
  const auto lines = agendaOf(mentorship, session, true);
  sharedLines(frame, mentorship, session, S::next_time, lines);
  gap(ui, space::kSmall);
  const auto take = [](Frame& now, const Mentorship& there, const std::string& text,
                       const std::optional<StepLine>& promise) {
    if (promise) return takePromise(now, there, *promise, HomeKind::none, Id{});
    const Session* planned = viewOf(now, there).next;
    const Id home = planned ? planned->id : Id{};
    addLine(now, there, home, agendaOf(there, home, true), text);
  };
  promiseComposer(frame, mentorship, "new/line/" + toText(mentorship.id), {S::line_add, S::next_time_example}, take);
}

void settledLines(Frame& frame, const Mentorship& mentorship) {
  std::vector<const Line*> settled;
  for (const auto& [id, line] : mentorship.lines) {
    if (isAlive(line) && *line.done && !*line.session) settled.push_back(&line);
  }
  if (settled.empty() || !unfolded(frame, "settled-lines/" + toText(mentorship.id), say(frame, S::lines_settled)))
    return;
  const List list(frame.ui, "settled-lines", say(frame, S::lines_settled));
  drawLines(frame, mentorship, "settled-lines/list/" + toText(mentorship.id), Id{}, settled);
}

void privateAgenda(Frame& frame, const Mentorship& mentorship, const Session& session) {
  Ui& ui = frame.ui;
  if (ui.paper) return;
  const auto lines = privateAgendaOf(mentorship, session.id, isNext(frame, mentorship, session.id));
  {
    const List list(ui, "private-agenda", say(frame, S::private_lines));
    drawLines(frame, mentorship, "private-agenda/" + toText(session.id), session.id, lines);
  }
  const std::string key = "new/private-line/" + toText(session.id);
  FieldOptions options;
  options.placeholder = say(frame, S::line_add_example);
  options.onlyMe = true;
  options.hint = say(frame, S::only_you);
  const auto add = [key, id = session.id](Frame& now, const Mentorship& there, const FieldDone& done) {
    const std::string words(trimmed(done.text));
    if (!done.submitted || words.empty()) return;
    now.ui.editing.clear(key);
    addLine(now, there, id, privateAgendaOf(there, id, isNext(now, there, id)), words);
  };
  options.whenDone = whenDone(frame, mentorship, add);
  textField(ui, key, say(frame, S::private_line_add), options);
}

}  // namespace cairn

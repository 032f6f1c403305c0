// Success checklists: from a template, or from a list that somebody pasted.
#include <algorithm>
#include <tuple>

#include "command/checklists.hpp"
#include "exchange/checklist_markdown.hpp"
#include "exchange/step_line.hpp"
#include "exchange/when.hpp"
#include "query/lists.hpp"
#include "screens/screens.hpp"
#include "words/phrases.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

constexpr std::size_t kPreviewItems = 60;

std::string titleOf(const Language& language, const Checklist& checklist) {
  return checklist.title->empty() ? std::string(say(language, S::checklist_untitled)) : *checklist.title;
}

/// Its name, and what can be done with the whole of it.
void checklistHead(Frame& frame, const Mentorship& mentorship, const Checklist& checklist, const std::string& key) {
  Ui& ui = frame.ui;
  const std::string editKey = "edit/" + key;
  const std::string title = textPath(mentorship.id, "checklists", checklist.id, "title");
  bool removed = false;
  besideControl(
      ui, 0, [&] { heading(ui, 3, titleOf(frame, checklist), key + "/title"); },
      [&] {
        removed = changeMenu(frame, editKey, titleOf(frame, checklist), {S::rename, S::checklist_remove, title});
      });
  if (frame.state.unfolded.contains(editKey)) {
    plainField(frame, {mentorship.id, "checklists", checklist.id}, "title", S::checklist_title, *checklist.title,
               S::checklist_title_example);
  }
  if (!removed) return;
  frame.commands.run(removeChecklist(mentorship, checklist.id));
}

void addChecklist(Frame& frame, const Mentorship& mentorship, const std::vector<ChecklistItem>& items,
                  const std::string& title, Date start) {
  std::vector<NewItem> wanted;
  wanted.reserve(items.size());
  for (const auto& item : items) {
    NewItem one{item.text, item.section, item.link, Id{}, item.due, item.dueAfter, item.done};
    if (const auto promise = readStepLine(item.text, mentorship, start, vocabularyOf(frame))) {
      one.text = promise->text;
      one.owner = promise->owner;
      if (promise->due) std::tie(one.due, one.dueAfter) = std::pair(promise->due, 0);
    }
    wanted.push_back(std::move(one));
  }
  const std::string name = title.empty() ? std::string(say(frame, S::checklist_untitled)) : title;
  frame.commands.run(addChecklist(mentorship, name, wanted, start, [&] { return frame.commands.newId(); }));
}

/// When the items of a section are due, as they were understood.
std::string dueText(const Language& language, const ChecklistItem& item, Date start) {
  const Date due = item.dueAfter > 0 ? start.plus(static_cast<int>(item.dueAfter) - 1) : item.due;
  return due ? say(language, S::step_due, {{"day", fullDayText(language, due)}})
             : std::string(say(language, S::no_date));
}

}  // namespace

void drawChecklist(Frame& frame, const Mentorship& mentorship, const Checklist& checklist) {
  Ui& ui = frame.ui;
  const std::string key = "checklist/" + toText(checklist.id);
  const Card card(ui, key, titleOf(frame, checklist));
  checklistHead(frame, mentorship, checklist, key);
  const auto steps = stepsInOrder(mentorship, HomeKind::checklist, checklist.id);
  std::size_t done = 0;
  for (const Step* step : steps) done += *step->done ? 1 : 0;
  paragraph(ui,
            say(frame, S::checklist_progress, {{"done", std::to_string(done)}, {"all", std::to_string(steps.size())}}),
            Tone::quiet, type::kSmall);
  std::string section;
  std::vector<const Step*> batch;
  int batches = 0;
  const auto flush = [&] {
    if (batch.empty()) return;
    if (!section.empty()) {
      gap(ui, space::kMedium);
      paragraph(ui, section, Tone::normal, type::kSmallStrong);
    }
    stepList(frame, mentorship, key + "/steps/" + std::to_string(batches++),
             section.empty() ? titleOf(frame, checklist) : section, batch);
    batch.clear();
  };
  const LongList all{key + "/all", steps.size(), kRowsAtFirst, [&](std::size_t at) { return steps[at]->id; }, {}};
  drawEarlier(frame, all);
  const DrawnPart part = partOf(frame, all);
  for (std::size_t at = part.from; at < part.to; ++at) {
    if (*steps[at]->section != section) flush();
    section = *steps[at]->section;
    batch.push_back(steps[at]);
  }
  flush();
  drawMore(frame, all);
  gap(ui, space::kSmall);
  stepComposer(frame, mentorship, HomeKind::checklist, checklist.id);
}

void drawChecklistPaste(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  mentorshipHeader(frame, mentorship);
  heading(ui, 2, say(frame, S::checklist_paste));
  paragraph(ui, say(frame, S::checklist_paste_hint), Tone::quiet);
  gap(ui, space::kMedium);
  const std::string base = "new/checklist/" + toText(mentorship.id);
  FieldOptions title;
  title.placeholder = say(frame, S::checklist_title_example);
  const std::string titled = textField(ui, base + "/title", say(frame, S::checklist_title), title);
  const std::string startKey = base + "/start";
  FieldOptions start;
  const Date planned = *mentorship.start ? *mentorship.start : frame.moment.local.date;
  start.value = fullDayText(frame, planned);
  const std::string* typed = ui.editing.draft(startKey);
  const auto chosen = typed ? readWhen(*typed, frame.moment.local.date, vocabularyOf(frame)) : std::nullopt;
  start.invalid = typed && !chosen;
  start.hint = start.invalid ? std::string(say(frame, S::when_not_understood))
                             : std::string(say(frame, S::checklist_start_hint));
  textField(ui, startKey, say(frame, S::checklist_start), start);
  FieldOptions text;
  text.rows = 8;
  text.placeholder = say(frame, S::checklist_text_example);
  const std::string pasted = textField(ui, base + "/text", say(frame, S::checklist_text), text);
  const Date begin = chosen ? chosen->date : planned;
  const auto items = readChecklist(pasted, begin, vocabularyOf(frame));
  if (pasted.empty()) return;
  heading(ui, 2, sayCount(frame, S::checklist_preview_count, items.size()), "preview-title");
  if (items.empty()) paragraph(ui, say(frame, S::checklist_nothing), Tone::attention);
  {
    ButtonOptions primary;
    primary.weight = Weight::primary;
    const Row row(ui);
    if (!items.empty() && button(ui, "checklist/add", say(frame, S::checklist_take), primary)) {
      addChecklist(frame, mentorship, items, titled, begin);
      for (const auto* part : {"/title", "/start", "/text"}) ui.editing.clear(base + part);
      frame.commands.go(mentorshipAddress(mentorship.id, Screen::goals));
    }
    ButtonOptions quiet;
    quiet.weight = Weight::quiet;
    if (button(ui, "checklist/cancel", say(frame, S::cancel), quiet)) frame.commands.back();
  }
  gap(ui, space::kSmall);
  std::string section;
  for (std::size_t at = 0; at < std::min(items.size(), kPreviewItems); ++at) {
    if (items[at].section != section) {
      section = items[at].section;
      gap(ui, space::kMedium);
      paragraph(ui, section, Tone::normal, type::kSmallStrong);
      paragraph(ui, dueText(frame, items[at], begin), Tone::quiet, type::kSmall);
    }
    gap(ui, space::kTight);
    paragraph(ui, "· " + items[at].text);
  }
}

}  // namespace cairn

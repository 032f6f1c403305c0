// Hand over: what goes, what stays, and the ways it can go.
#include <algorithm>

#include "query/people.hpp"
#include "screens/screens.hpp"
#include "words/follow_up.hpp"
#include "words/phrases.hpp"

namespace cairn {
namespace {

/// An address made of the mentorship as it stands; asked for again when that has changed.
const HandoverLink& linkOf(Frame& frame, const Mentorship& mentorship) {
  HandoverLink& link = frame.state.link;
  if (link.mentorship != mentorship.id) {
    link = {mentorship.id, false, {}};
    frame.commands.handOver(mentorship.id, HandoverWay::link);
  }
  return link;
}

void ways(Frame& frame, const Mentorship& mentorship, const HandoverLink& link) {
  Ui& ui = frame.ui;
  const Row row(ui);
  ButtonOptions primary;
  primary.weight = Weight::primary;
  ButtonOptions next;
  if (frame.state.canShareFiles) {
    if (button(ui, "hand-over/share", say(frame, S::hand_over_share), primary)) {
      frame.commands.handOver(mentorship.id, HandoverWay::share);
    }
  } else {
    next = primary;
  }
  if (button(ui, "hand-over/save", say(frame, S::hand_over_save), next)) {
    frame.commands.handOver(mentorship.id, HandoverWay::file);
  }
  if (button(ui, "hand-over/message", say(frame, S::hand_over_copy))) {
    frame.commands.copy(handOverMessage(frame, mentorship, frame.state.pageAddress));
  }
  if (!link.address.empty() && button(ui, "hand-over/link", say(frame, S::hand_over_link))) {
    frame.commands.copy(
        say(frame, S::hand_over_link_message, {{"name", shortTitleOf(frame, mentorship)}, {"link", link.address}}));
    frame.commands.handedOver(mentorship.id);
  }
}

/// What became of the last press; the page's own notice lies below the sheet.
void answer(Frame& frame) {
  const std::string& said = frame.state.notice.text;
  const bool failed = said == say(frame, S::copy_failed);
  const bool done = said == say(frame, S::copied) || said == say(frame, S::handed_over);
  announcement(frame.ui, "hand-over/answer", failed || done ? said : "", failed ? Tone::problem : Tone::good);
}

}  // namespace

std::string handedText(const Frame& frame, const Mentorship& mentorship) {
  const Instant handed = *mentorship.handedOver;
  const Instant have = *mentorship.theyHave;
  if (handed == 0 && have == 0) return {};
  const Instant at = std::max(handed, have);
  const auto offset = frame.zones.offsetAt(frame.localZone, at).value_or(0);
  const std::string day = dayAndMonth(frame, localAt(at, offset).date);
  const std::string text = say(frame, have >= handed ? S::they_have : S::handed_on,
                               {{"name", shortTitleOf(frame, mentorship)}, {"day", day}});
  const auto removed = static_cast<std::size_t>(std::count_if(
      frame.state.trash.begin(), frame.state.trash.end(),
      [&](const Trashed& one) { return one.removedAt > at && one.content.mentorships.contains(mentorship.id); }));
  const std::size_t changes = frame.views.exchangeOf(mentorship).changesSince + removed;
  return changes > 0 ? joined(frame, {text, sayCount(frame, S::changes_since_count, changes)}) : text;
}

void drawHandOver(Frame& frame, const Mentorship& mentorship) {
  Ui& ui = frame.ui;
  heading(ui, 1, say(frame, S::hand_over_title, {{"name", titleOf(frame, mentorship)}}), "sheet-title");
  const std::string handed = handedText(frame, mentorship);
  paragraph(ui, handed.empty() ? say(frame, S::hand_over_text, {{"name", shortTitleOf(frame, mentorship)}}) : handed,
            Tone::quiet);
  gap(ui, space::kMedium);
  paragraph(ui, say(frame, S::hand_over_goes), Tone::normal);
  gap(ui, space::kTight);
  paragraph(ui, say(frame, S::hand_over_stays), Tone::mine);
  gap(ui, space::kLarge);
  if (const Person* me = meOf(mentorship)) {
    FieldOptions name;
    name.value = *me->name;
    name.hint = say(frame, S::hand_over_name_hint);
    savedField(frame, mentorship.id, "people", me->id, "name", say(frame, S::your_name), name);
  }
  const HandoverLink& link = linkOf(frame, mentorship);
  const float top = ui.flow.y;
  ways(frame, mentorship, link);
  answer(frame);
  gap(ui, space::kSmall);
  if (link.made) {
    const auto& lacks = frame.state.missing;
    const bool cannot = std::find(lacks.begin(), lacks.end(), Feature::links) != lacks.end();
    const S why = !link.address.empty() ? S::hand_over_link_hint : cannot ? S::lack_links : S::hand_over_no_link;
    paragraph(ui, say(frame, why), Tone::quiet, type::kSmall);
    gap(ui, space::kSmall);
    frame.state.waysHeight = ui.flow.y - top;
  } else {
    // The link is made anew when the name is left: nothing moves below the finger that left it.
    ui.flow.y = std::max(ui.flow.y, top + frame.state.waysHeight);
  }
  if (button(ui, "sheet/close", say(frame, S::close))) frame.commands.back();
}

}  // namespace cairn

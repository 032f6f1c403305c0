#include "widgets/pickers.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "exchange/when.hpp"
#include "widgets/calendar.hpp"
#include "words/days.hpp"
#include "words/say.hpp"
#include "words/vocabulary.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

/// A square at the right of a field, which opens a popup.
struct Opener {
  bool opens = false;
  Rect box;
};
Opener fieldWithOpener(Ui& ui, const std::string& key, std::string_view label, const FieldOptions& options, Icon icon,
                       std::string_view openerName) {
  Opener result;
  const std::string opener = key + "/open";
  const float below = options.labelHidden ? 0 : type::kSmallStrong.line + space::kTight;
  besideControl(
      ui, below, [&] { textField(ui, key, label, options); },
      [&] {
        result.box = {ui.flow.left, ui.flow.y, ui.controlHeight(), ui.controlHeight()};
        result.opens = iconButton(ui, opener, icon, openerName, {"dialog", isOpen(ui, opener)});
      });
  return result;
}

/// What was typed into a field and is understood, or what it says of that.
template <class Value, class Read>
void readDraft(const Ui& ui, const std::string& key, FieldOptions& options, Read&& read,
               const std::function<std::string(const Value&)>& words, std::string_view refusal) {
  const std::string* draft = ui.editing.draft(key);
  if (!draft || draft->empty()) return;
  const std::optional<Value> value = read(*draft);
  options.invalid = !value;
  options.hint = value ? words(*value) : std::string(refusal);
}

/// What a field does that holds a value: one that is understood is taken, and the words go; what is not stays as typed.
template <class Value, class Read>
WhenDone takes(Ui& ui, const std::string& key, const std::string& shown, Read read,
               const std::function<void(const Value&)>& then) {
  return [&ui, key, shown, read, then](const FieldDone& done) {
    if (done.text == shown) return;
    const std::optional<Value> value = read(done.text);
    if (!value && !done.text.empty()) return;
    ui.editing.clear(key);
    then(value.value_or(Value{}));
  };
}

}  // namespace

void dateField(Ui& ui, const std::string& key, std::string_view label, const DateOptions& options,
               const std::function<void(const Date&)>& then) {
  constexpr float kWidth = 340;
  const auto read = [options, &language = *ui.language](const std::string& typed) -> std::optional<Date> {
    if (const Date read = options.reads ? options.reads(typed) : Date{}) return read;
    const Vocabulary words = vocabularyOf(language);
    const auto when = options.past ? readPastWhen(typed, options.today, words) : readWhen(typed, options.today, words);
    return when ? std::optional(when->date) : std::nullopt;
  };
  FieldOptions field;
  field.value = options.value ? fullDayText(ui, options.value) : "";
  field.placeholder = say(ui, S::date_example);
  field.hint = options.hint;
  const auto words = [&](const Date& day) {
    const auto when = readWhen(*ui.editing.draft(key), options.today, vocabularyOf(ui));
    const bool hasHour = when && when->time && when->date == day;
    return hasHour ? say(ui, S::date_without_hour, {{"day", fullDayText(ui, day)}}) : fullDayText(ui, day);
  };
  readDraft<Date>(ui, key, field, read, words, say(ui, S::date_not_understood));
  field.whenDone = takes<Date>(ui, key, field.value, read, then);
  const auto shown =
      fieldWithOpener(ui, key, label, field, Icon::calendar, say(ui, S::calendar_open, {{"field", label}}));
  const std::string opener = key + "/open";
  if (shown.opens) {
    openPopup(ui, opener, shown.box);
    ui.rows.erase(key + "/calendar");
    ui.wantFocus = key + "/calendar/" + toText(options.value ? options.value : options.today);
  }
  if (isOpen(ui, opener)) {
    ui.popup.name = label;
    ui.popup.width = kWidth;
    ui.popup.draw = [&ui, key, options] {
      const CalendarOptions month{options.value, options.today, {}, {}};
      if (const auto day = calendar(ui, key + "/calendar", month)) choose(ui, static_cast<std::size_t>(day->days));
    };
  }
  if (const auto chosen = takeChosen(ui, opener)) {
    ui.editing.clear(key);
    then(Date{static_cast<std::int32_t>(*chosen)});
  }
}

void numberField(Ui& ui, const std::string& key, std::string_view label, const Decimal& value,
                 const std::function<void(const Decimal&)>& then) {
  const auto read = [&language = *ui.language](const std::string& typed) { return decimalOf(language, typed); };
  FieldOptions options;
  options.value = decimalText(ui, value);
  options.placeholder = say(ui, S::number_example);
  readDraft<Decimal>(
      ui, key, options, read, [](const Decimal&) { return std::string(); }, say(ui, S::number_not_understood));
  options.whenDone = takes<Decimal>(ui, key, options.value, read, then);
  textField(ui, key, label, options);
}

void timeField(Ui& ui, const std::string& key, std::string_view label, const TimeOptions& options,
               const std::function<void(const TimeOfDay&)>& then) {
  constexpr std::size_t kHalfHours = 48;
  constexpr std::int32_t kHalfHour = 30;
  constexpr std::int32_t kMorning = 9 * 60;
  FieldOptions field;
  field.value = timeText(ui, options.value);
  field.placeholder = say(ui, S::time_example);
  const auto read = [&language = *ui.language](const std::string& typed) {
    return readTime(typed, vocabularyOf(language));
  };
  readDraft<TimeOfDay>(
      ui, key, field, read, [&ui](const TimeOfDay& time) { return timeText(ui, time); },
      say(ui, S::time_not_understood));
  field.whenDone = takes<TimeOfDay>(ui, key, field.value, read, then);
  const auto shown = fieldWithOpener(ui, key, label, field, Icon::clock, say(ui, S::times_open, {{"field", label}}));
  const std::string opener = key + "/open";
  const auto timeAt = [](std::size_t place) { return TimeOfDay{static_cast<std::int32_t>(place) * kHalfHour}; };
  const std::int32_t minutes = options.value ? options.value.minutes : kMorning;
  const auto current = static_cast<std::size_t>(minutes / kHalfHour);
  if (shown.opens) {
    openPopup(ui, opener, shown.box);
    ui.rows.erase(key + "/times");
    ui.wantFocus = key + "/times/" + std::to_string(current);
  }
  if (isOpen(ui, opener)) {
    ui.popup.name = label;
    ui.popup.width = 160;
    ui.popup.draw = [&ui, key, current, timeAt, value = options.value, title = std::string(label)] {
      RowsOptions all;
      all.kind = RowsKind::listBox;
      all.count = kHalfHours;
      all.height = kPopupLine;
      all.current = current;
      all.key = [&](std::size_t at) { return key + "/times/" + std::to_string(at); };
      all.draw = [&](std::size_t at) {
        if (popupOption(ui, all.key(at), timeText(ui, timeAt(at)), "", timeAt(at) == value)) choose(ui, at);
      };
      rows(ui, key + "/times", title, all);
    };
  }
  if (const auto chosen = takeChosen(ui, opener)) {
    ui.editing.clear(key);
    then(timeAt(*chosen));
  }
}

std::optional<std::string> zoneField(Ui& ui, const std::string& key, std::string_view label, const Zones& zones,
                                     const ZoneOptions& options) {
  auto names = std::make_shared<const std::vector<std::string>>(
      isOpen(ui, key) || ui.popup.chosenIn == key ? zones.names() : std::vector<std::string>{options.value});
  SelectOptions all;
  all.icon = Icon::globe;
  all.placeholder = say(ui, S::zone_choose);
  all.count = names->size();
  const auto current = std::find(names->begin(), names->end(), options.value);
  if (!options.value.empty() && current != names->end()) {
    all.current = static_cast<std::size_t>(current - names->begin());
  }
  all.searched = true;
  all.label = [names](std::size_t at) { return cityOf((*names)[at]); };
  all.detail = [&ui, names, &zones, now = options.now](std::size_t at) {
    const std::string& zone = (*names)[at];
    const auto offset = zones.offsetAt(zone, now);
    ui.clock = true;
    return offset ? say(ui, S::zone_detail, {{"zone", zone}, {"time", timeText(ui, localAt(now, *offset).time)}})
                  : zone;
  };
  all.matches = [names](const std::string& typed) {
    std::vector<std::size_t> found;
    for (const auto& zone : matchingZones(*names, typed, names->size())) {
      found.push_back(static_cast<std::size_t>(std::find(names->begin(), names->end(), zone) - names->begin()));
    }
    return found;
  };
  const auto chosen = select(ui, key, label, all);
  return chosen ? std::optional((*names)[*chosen]) : std::nullopt;
}

}  // namespace cairn

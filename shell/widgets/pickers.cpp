#include "widgets/pickers.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/days.hpp"
#include "app/say.hpp"
#include "base/utf8.hpp"
#include "exchange/when.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

constexpr int kWeek = 7;

/// A field with a square at its right that opens a popup.
struct OpenedField {
  FieldResult field;
  bool opens = false;
  Rect box;
};
OpenedField fieldWithOpener(Ui& ui, const std::string& key, std::string_view label, const FieldOptions& options,
                            Icon icon, std::string_view openerName) {
  OpenedField result;
  const std::string opener = key + "/open";
  const float below = options.labelHidden ? 0 : type::kSmallStrong.line + space::kTight;
  besideControl(
      ui, below, [&] { result.field = textField(ui, key, label, options); },
      [&] {
        result.box = {ui.flow.left, ui.flow.y, ui.controlHeight(), ui.controlHeight()};
        result.opens = iconButton(ui, opener, icon, openerName, {"dialog", isOpen(ui, opener)});
      });
  return result;
}

/// A month of days; arrows go from day to day and from week to week, over its ends too.
class Calendar {
 public:
  Calendar(Ui& ui, std::string key, Date value, Date today)
      : ui_(ui), key_(std::move(key)), value_(value), today_(today), place_(ui.rows[key_]) {
    if (place_.key.empty()) place_.key = toText(value_ ? value_ : today_);
    shown_ = dateFromText(place_.key).value_or(today_);
    const std::int64_t rows = std::exchange(place_.moved, 0);
    const std::int64_t across = std::exchange(place_.across, 0);
    if (rows == 0 && across == 0) return;
    shown_ = moved(rows).plus(static_cast<int>(across));
    reach(shown_);
  }

  void draw() {
    const Civil month = civilOf(shown_);
    drawHead(month);
    Node grid = nodeOf(key_, NodeRole::grid, std::string(monthText(month.month)) + " " + std::to_string(month.year));
    ui_.meaning.open(std::move(grid));
    const Date first = weekStart(dateOf({month.year, month.month, 1}));
    cell_ = (ui_.flow.right - ui_.flow.left) / kWeek;
    drawWeekdays();
    for (Date monday = first; civilOf(monday).month == month.month || monday == first; monday = monday.plus(kWeek)) {
      Node week = nodeOf(key_ + "/w" + toText(monday), NodeRole::row, "");
      ui_.meaning.open(std::move(week));
      const Row row(ui_);
      for (int day = 0; day < kWeek; ++day) drawDay(monday.plus(day), month.month);
      ui_.meaning.close();
    }
    ui_.meaning.close();
    gap(ui_, space::kSmall);
    ButtonOptions quiet;
    quiet.weight = Weight::quiet;
    if (button(ui_, key_ + "/today", say(S::day_today), quiet)) choose(ui_, static_cast<std::size_t>(today_.days));
  }

 private:
  /// By weeks; Page Up and Down (ten rows) by a month, Home and End (all rows) to the ends of this one.
  Date moved(std::int64_t rows) const {
    constexpr std::int64_t kPage = 10;
    const Civil day = civilOf(shown_);
    const int months = day.year * 12 + day.month - 1 + (rows == kPage ? 1 : rows == -kPage ? -1 : 0);
    const Date first = dateOf({months / 12, months % 12 + 1, 1});
    const Date after = dateOf({(months + 1) / 12, (months + 1) % 12 + 1, 1});
    const int length = after.days - first.days;
    if (rows == kPage || rows == -kPage) return first.plus(std::min(day.day, length) - 1);
    if (rows > kPage) return after.plus(-1);
    if (rows < -kPage) return first;
    return shown_.plus(static_cast<int>(rows) * kWeek);
  }
  void reach(Date date) {
    moved_ = true;
    place_.key = toText(date);
    ui_.wantFocus = dayKey(date);
  }
  std::string dayKey(Date date) const { return key_ + "/" + toText(date); }

  void drawHead(const Civil& month) {
    const float top = ui_.flow.y;
    heading(ui_, 2, std::string(monthText(month.month)) + " " + std::to_string(month.year), key_ + "/month");
    const Flow after = ui_.flow;
    ui_.flow.y = top - 6;
    ui_.flow.left = ui_.flow.right - 2 * ui_.controlHeight() - space::kSmall;
    {
      const Row row(ui_);
      const bool back = iconButton(ui_, key_ + "/earlier", Icon::left, say(S::calendar_earlier));
      const bool on = iconButton(ui_, key_ + "/later", Icon::right, say(S::calendar_later));
      const int by = (on ? 1 : 0) - (back ? 1 : 0);
      const int months = month.year * 12 + month.month - 1 + by;
      if (by != 0) place_.key = toText(dateOf({months / 12, months % 12 + 1, 1}));
    }
    ui_.flow = after;
    gap(ui_, space::kSmall);
  }

  void drawWeekdays() {
    Node names = nodeOf(key_ + "/names", NodeRole::row, "");
    ui_.meaning.open(std::move(names));
    const Row row(ui_);
    for (int day = 0; day < kWeek; ++day) {
      const Rect rect = takeCell(24);
      const auto name = weekdayText(day);
      ui_.drawText({rect.x + (rect.width - ui_.fonts.width(name, type::kSmall)) / 2, rect.y + ui_.offsetY + 2}, name,
                   type::kSmall, ui_.palette->quiet);
      Node node = nodeOf(key_ + "/n" + std::to_string(day), NodeRole::columnHeader, name);
      node.rect = rect;
      node.fontSize = type::kSmall.size;
      node.lineHeight = type::kSmall.line;
      ui_.meaning.add(std::move(node));
    }
    ui_.meaning.close();
  }

  /// Seven fill the width, with the gap of a row between.
  Rect takeCell(float height) { return ui_.take(cell_ - space::kSmall, height); }

  void drawDay(Date date, int month) {
    const Palette& palette = *ui_.palette;
    const Rect rect = takeCell(space::kControl);
    const std::string key = dayKey(date);
    const Press press = pressable(ui_, key, rect);
    const bool chosen = date == value_;
    if (chosen) ui_.fill(rect, palette.accent, space::kControlCorner);
    if (!chosen && (press.hovered || press.held)) ui_.fill(rect, palette.accentSoft, space::kControlCorner);
    if (date == today_ && !chosen) ui_.frame(rect, palette.accent, space::kControlCorner);
    ui_.focusRing({rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4}, key, space::kControlCorner - 2);
    const std::string number = std::to_string(civilOf(date).day);
    const text::Style& style = chosen || date == today_ ? type::kStrong : type::kBody;
    const Color ink = chosen ? palette.onAccent : civilOf(date).month == month ? palette.ink : palette.quiet;
    ui_.drawText({rect.x + (rect.width - ui_.fonts.width(number, style)) / 2, rect.y + ui_.offsetY + 8}, number, style,
                 ink);
    Node node = nodeOf(key, NodeRole::gridCell, fullDayText(date));
    node.current = chosen;
    node.offTabOrder = date != shown_;
    node.rect = rect;
    ui_.meaning.add(std::move(node));
    if (ui_.focus.key == key && !moved_) place_.key = toText(date);
    if (press.pressed) choose(ui_, static_cast<std::size_t>(date.days));
  }

  Ui& ui_;
  std::string key_;
  Date value_;
  Date today_;
  Date shown_;
  RowPlace& place_;
  float cell_ = 0;
  bool moved_ = false;  // in this frame: the focus is still where it was
};

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

}  // namespace

std::optional<Date> dateField(Ui& ui, const std::string& key, std::string_view label, const DateOptions& options) {
  constexpr float kWidth = 340;
  const auto read = [&](const std::string& typed) -> std::optional<Date> {
    if (const Date read = options.reads ? options.reads(typed) : Date{}) return read;
    const auto when = options.past ? readPastWhen(typed, options.today) : readWhen(typed, options.today);
    return when ? std::optional(when->date) : std::nullopt;
  };
  FieldOptions field;
  field.value = options.value ? fullDayText(options.value) : "";
  field.placeholder = say(S::date_example);
  field.hint = options.hint;
  readDraft<Date>(ui, key, field, read, fullDayText, say(S::date_not_understood));
  const auto shown = fieldWithOpener(ui, key, label, field, Icon::calendar, say(S::calendar_open, {{"field", label}}));
  const std::string opener = key + "/open";
  if (shown.opens) {
    openPopup(ui, opener, shown.box);
    ui.rows.erase(key + "/calendar");
    ui.wantFocus = key + "/calendar/" + toText(options.value ? options.value : options.today);
  }
  if (isOpen(ui, opener)) {
    ui.popup.name = label;
    ui.popup.width = kWidth;
    ui.popup.draw = [&ui, key, options] { Calendar(ui, key + "/calendar", options.value, options.today).draw(); };
  }
  if (const auto chosen = takeChosen(ui, opener)) {
    ui.editing.clear(key);
    return Date{static_cast<std::int32_t>(*chosen)};
  }
  if (!shown.field.left || shown.field.text == field.value) return std::nullopt;
  const auto typed = read(shown.field.text);
  if (!typed && !shown.field.text.empty()) return std::nullopt;
  ui.editing.clear(key);
  return typed.value_or(Date{});
}

std::optional<Decimal> numberField(Ui& ui, const std::string& key, std::string_view label, const Decimal& value) {
  const auto read = [](std::string typed) {
    std::replace(typed.begin(), typed.end(), ',', '.');
    return decimalFromText(trimmed(typed));
  };
  FieldOptions options;
  options.value = value.digits;
  options.placeholder = say(S::number_example);
  readDraft<Decimal>(
      ui, key, options, read, [](const Decimal&) { return std::string(); }, say(S::number_not_understood));
  const auto field = textField(ui, key, label, options);
  if (!field.left || field.text == options.value) return std::nullopt;
  const auto typed = read(field.text);
  if (!typed && !field.text.empty()) return std::nullopt;
  ui.editing.clear(key);
  return typed.value_or(Decimal{});
}

std::optional<TimeOfDay> timeField(Ui& ui, const std::string& key, std::string_view label, const TimeOptions& options) {
  constexpr std::size_t kHalfHours = 48;
  constexpr std::int32_t kHalfHour = 30;
  constexpr std::int32_t kMorning = 9 * 60;
  FieldOptions field;
  field.value = toText(options.value);
  field.placeholder = say(S::time_example);
  readDraft<TimeOfDay>(
      ui, key, field, [](const std::string& typed) { return readTime(typed); },
      [](const TimeOfDay& time) { return toText(time); }, say(S::time_not_understood));
  const auto shown = fieldWithOpener(ui, key, label, field, Icon::clock, say(S::times_open, {{"field", label}}));
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
    ui.popup.draw = [&ui, key, current, timeAt, title = std::string(label)] {
      RowsOptions all;
      all.kind = RowsKind::listBox;
      all.count = kHalfHours;
      all.height = kPopupLine;
      all.current = current;
      all.key = [&](std::size_t at) { return key + "/times/" + std::to_string(at); };
      all.draw = [&](std::size_t at) {
        if (popupOption(ui, all.key(at), toText(timeAt(at)), "", at == current)) choose(ui, at);
      };
      rows(ui, key + "/times", title, all);
    };
  }
  if (const auto chosen = takeChosen(ui, opener)) {
    ui.editing.clear(key);
    return timeAt(*chosen);
  }
  if (!shown.field.left || shown.field.text == field.value) return std::nullopt;
  const auto typed = readTime(shown.field.text);
  if (!typed && !shown.field.text.empty()) return std::nullopt;
  ui.editing.clear(key);
  return typed.value_or(TimeOfDay{});
}

std::optional<std::string> zoneField(Ui& ui, const std::string& key, std::string_view label, const Zones& zones,
                                     const ZoneOptions& options) {
  auto names = std::make_shared<const std::vector<std::string>>(
      isOpen(ui, key) || ui.popup.chosenIn == key ? zones.names() : std::vector<std::string>{options.value});
  SelectOptions all;
  all.icon = Icon::globe;
  all.placeholder = say(S::zone_choose);
  all.count = names->size();
  const auto current = std::find(names->begin(), names->end(), options.value);
  if (!options.value.empty() && current != names->end()) {
    all.current = static_cast<std::size_t>(current - names->begin());
  }
  all.searched = true;
  all.label = [names](std::size_t at) { return cityOf((*names)[at]); };
  all.detail = [names, &zones, now = options.now](std::size_t at) {
    const std::string& zone = (*names)[at];
    const auto offset = zones.offsetAt(zone, now);
    return offset ? say(S::zone_detail, {{"zone", zone}, {"time", toText(localAt(now, *offset).time)}}) : zone;
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

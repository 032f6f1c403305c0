#include "widgets/calendar.hpp"

#include <algorithm>
#include <utility>

#include "widgets/icons.hpp"
#include "words/days.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

constexpr int kWeek = 7;
constexpr float kMarks = 10;           ///< height that the dots of a day take
constexpr std::size_t kMostMarks = 3;  ///< dots side by side

/// A month of days; arrows go from day to day and from week to week, over its ends too.
class Calendar {
 public:
  Calendar(Ui& ui, std::string key, const CalendarOptions& options)
      : ui_(ui), key_(std::move(key)), options_(options), place_(ui.rows[key_]) {
    if (place_.key.empty()) place_.key = toText(options.value ? options.value : options.today);
    shown_ = dateFromText(place_.key).value_or(options.today);
    const std::int64_t rows = std::exchange(place_.moved, 0);
    const std::int64_t across = std::exchange(place_.across, 0);
    if (rows == 0 && across == 0) return;
    shown_ = moved(rows).plus(static_cast<int>(across));
    reach(shown_);
  }

  std::optional<Date> draw() {
    const Civil month = civilOf(shown_);
    drawHead(month);
    Node grid = nodeOf(key_, NodeRole::grid, monthAndYear(ui_, month.month, month.year));
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
    if (button(ui_, key_ + "/today", say(ui_, S::day_today), quiet)) chosen_ = options_.today;
    return chosen_;
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
    heading(ui_, 2, monthAndYear(ui_, month.month, month.year), key_ + "/month");
    const Flow after = ui_.flow;
    ui_.flow.y = top - 6;
    ui_.flow.left = ui_.flow.right - 2 * ui_.controlHeight() - space::kSmall;
    {
      const Row row(ui_);
      const bool back = iconButton(ui_, key_ + "/earlier", Icon::left, say(ui_, S::calendar_earlier));
      const bool on = iconButton(ui_, key_ + "/later", Icon::right, say(ui_, S::calendar_later));
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
      const auto name = weekdayText(ui_, day);
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
    const std::size_t marks = options_.marks ? options_.marks(date) : 0;
    const Rect rect = takeCell(ui_.controlHeight() + (options_.marks ? kMarks : 0));
    const std::string key = dayKey(date);
    // What is pressed has the gaps to its sides too: on a phone a day alone is a little narrower than a finger.
    const Rect hit{rect.x - space::kSmall / 2, rect.y, rect.width + space::kSmall, rect.height};
    const Press press = pressable(ui_, key, hit);
    const bool chosen = date == options_.value;
    if (chosen) ui_.fill(rect, palette.accent, space::kControlCorner);
    if (!chosen && (press.hovered || press.held)) ui_.fill(rect, palette.accentSoft, space::kControlCorner);
    if (date == options_.today && !chosen) ui_.frame(rect, palette.accent, space::kControlCorner);
    ui_.focusRing({rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4}, key, space::kControlCorner - 2);
    const std::string number = std::to_string(civilOf(date).day);
    const text::Style& style = chosen || date == options_.today ? type::kStrong : type::kBody;
    const Color ink = chosen ? palette.onAccent : civilOf(date).month == month ? palette.ink : palette.quiet;
    ui_.drawText({rect.x + (rect.width - ui_.fonts.width(number, style)) / 2, rect.y + ui_.offsetY + 8}, number, style,
                 ink);
    drawMarks(rect, std::min(marks, kMostMarks), chosen ? palette.onAccent : palette.accent);
    Node node = nodeOf(key, NodeRole::gridCell, fullDayText(ui_, date));
    if (marks > 0) node.description = options_.says(date);
    node.current = chosen;
    node.offTabOrder = date != shown_;
    node.rect = hit;
    ui_.meaning.add(std::move(node));
    if (ui_.focus.key == key && !moved_) place_.key = toText(date);
    if (press.pressed) chosen_ = date;
  }

  /// One dot a thing of that day, in its middle below the number.
  void drawMarks(const Rect& rect, std::size_t count, Color color) {
    constexpr float kDot = 6;
    constexpr float kStep = 10;
    float x = rect.x + (rect.width - kStep * static_cast<float>(count) + kStep - kDot) / 2;
    for (std::size_t at = 0; at < count; ++at, x += kStep) {
      const ImVec2 top = ui_.onScreen({x, rect.y + rect.height - kDot - 6, kDot, kDot});
      ui_.canvas().AddCircleFilled({top.x + kDot / 2, top.y + kDot / 2}, kDot / 2, toImGui(color));
    }
  }

  Ui& ui_;
  std::string key_;
  const CalendarOptions& options_;
  Date shown_;
  std::optional<Date> chosen_;
  RowPlace& place_;
  float cell_ = 0;
  bool moved_ = false;  // in this frame: the focus is still where it was
};

}  // namespace

std::optional<Date> calendar(Ui& ui, const std::string& key, const CalendarOptions& options) {
  return Calendar(ui, key, options).draw();
}

}  // namespace cairn

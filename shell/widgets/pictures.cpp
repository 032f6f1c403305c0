#include "widgets/pictures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/id.hpp"
#include "base/utf8.hpp"
#include "words/days.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

constexpr int kDayMinutes = 24 * 60;

int withinDay(int minutes) { return ((minutes % kDayMinutes) + kDayMinutes) % kDayMinutes; }

/// A span of somebody's clock as one or two spans of our day.
std::vector<std::pair<int, int>> onOurDay(int from, int to, int ahead) {
  const int begin = withinDay(from - ahead);
  const int end = begin + withinDay(to - from);
  if (end <= kDayMinutes) return {{begin, end}};
  return {{0, end - kDayMinutes}, {begin, kDayMinutes}};
}

std::vector<std::pair<int, int>> hoursOf(const DayOf& person) {
  if (!person.from || !person.to) return {};
  return onOurDay(person.from.minutes, person.to.minutes, person.ahead);
}

}  // namespace

void progress(Ui& ui, const std::string& key, std::string_view label, double share) {
  constexpr float kHeight = 8;
  const double whole = std::clamp(share, 0.0, 1.0);
  paragraph(ui, label, Tone::normal, type::kSmall);
  gap(ui, space::kTight);
  const Rect rect = ui.take(0, kHeight);
  ui.fill(rect, ui.palette->line, kHeight / 2);
  if (ui.palette->forced) ui.frame(rect, ui.palette->edge, kHeight / 2);
  const float done = std::max(kHeight, rect.width * static_cast<float>(whole));
  if (whole > 0) ui.fill({rect.x, rect.y, done, kHeight}, ui.palette->accent, kHeight / 2);
  Node node = nodeOf(key, NodeRole::progress, label, rect);
  node.value = std::to_string(std::lround(whole * 100));
  ui.meaning.add(std::move(node));
  gap(ui, space::kMedium);
}

std::string initialsOf(std::string_view name) {
  std::string first;
  std::string last;
  bool begins = true;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t letter = nextCodePoint(name, at);
    if (letter == ' ') {
      begins = true;
    } else if (std::exchange(begins, false)) {
      std::string& initial = first.empty() ? first : last;
      initial.clear();
      appendUtf8(initial, letter);
    }
  }
  return first + last;
}

void avatar(Ui& ui, std::string_view name, float size) {
  constexpr std::array<std::pair<Color, Color>, 5> kTints{
      {{0xDCE9E2, 0x1F5540}, {0xEDE4F6, 0x533A7A}, {0xF6E6CF, 0x6B4300}, {0xDDE6F3, 0x274B7A}, {0xF5DEDA, 0x862B23}}};
  const auto [light, dark] = kTints[hash64Of(name) % kTints.size()];
  const Color ground = ui.palette->dark ? dark : light;
  const Color ink = ui.palette->dark ? light : dark;
  const Rect rect = ui.take(size, size);
  const ImVec2 top = ui.onScreen(rect);
  const bool forced = ui.palette->forced;
  const ImVec2 centre{top.x + size / 2, top.y + size / 2};
  ui.canvas().AddCircleFilled(centre, size / 2, toImGui(forced ? ui.palette->surface : ground));
  if (forced) ui.canvas().AddCircle(centre, size / 2, toImGui(ui.palette->edge));
  const std::string initials = initialsOf(name);
  const text::Style& style = size < 36 ? type::kSmallStrong : type::kStrong;
  const float width = ui.fonts.width(initials, style);
  // Not by drawText: it is a picture, and the name in words stands beside it.
  ui.fonts.draw(ui.canvas(), {std::round(centre.x - width / 2), std::round(centre.y - style.line / 2)},
                {initials, false}, style, toImGui(forced ? ui.palette->ink : ink));
}

std::optional<std::size_t> ladder(Ui& ui, const std::string& key, std::string_view name,
                                  std::span<const LadderRung> rungs, std::optional<std::size_t> reached) {
  constexpr float kStair = 20;
  constexpr float kMark = 24;
  constexpr float kBetween = 4;
  RowPlace& place = ui.rows[key];
  const auto last = static_cast<std::int64_t>(rungs.size()) - 1;
  // The highest is drawn at the top: down on the keyboard is down on the ladder.
  const std::int64_t moved = std::exchange(place.across, 0) - std::exchange(place.moved, 0);
  std::optional<std::size_t> chosen;
  if (moved != 0) {
    const std::int64_t from = reached ? static_cast<std::int64_t>(*reached) : last / 2;
    const auto to = static_cast<std::size_t>(std::clamp<std::int64_t>(from + moved, 0, last));
    if (reached != to) chosen = to;
    ui.wantFocus = key + "/" + std::to_string(to);
  }
  ui.meaning.open(nodeOf(key, NodeRole::radioGroup, name, {}));
  const Palette& palette = *ui.palette;
  for (std::size_t at = rungs.size(); at-- > 0;) {
    const LadderRung& rung = rungs[at];
    const float indent = kStair * static_cast<float>(at);
    const float room = ui.room() - indent - kMark - space::kMedium - space::kSmall;
    const auto lines = rung.text.empty() ? std::vector<text::Line>{} : ui.fonts.wrap(rung.text, type::kSmall, room);
    const float height = std::max(type::kBody.line + static_cast<float>(lines.size()) * type::kSmall.line + 16,
                                  ui.controlHeight() + kBetween);
    const Rect all = ui.take(0, height);
    const Rect rect{all.x + indent, all.y, all.width - indent, height - kBetween};
    const std::string one = key + "/" + std::to_string(at);
    const Press press = pressable(ui, one, rect);
    const bool here = reached == at;
    const bool below = reached && at < *reached;
    ui.fill(rect, here || press.hovered ? palette.accentSoft : palette.surface, space::kControlCorner);
    ui.frame(rect, here ? palette.accent : palette.line, space::kControlCorner, here ? 2.0F : 1.0F);
    const ImVec2 top = ui.onScreen(rect);
    const ImVec2 mark{top.x + kMark / 2 + space::kSmall, top.y + rect.height / 2};
    if (here || below) {
      ui.canvas().AddCircleFilled(mark, 6, toImGui(palette.accent));
    } else {
      ui.canvas().AddCircle(mark, 6, toImGui(palette.edge), 0, 1.5F);
    }
    ui.focusRing(rect, one, space::kControlCorner);
    const float left = rect.x + kMark + space::kMedium;
    const float words = type::kBody.line + static_cast<float>(lines.size()) * type::kSmall.line;
    float y = top.y + (rect.height - words) / 2;
    ui.drawText({left, y}, rung.label, here ? type::kStrong : type::kBody,
                rung.text.empty() ? palette.quiet : palette.ink);
    y += type::kBody.line;
    for (const auto& line : lines) {
      ui.drawText({left, y}, line.text, type::kSmall, palette.quiet);
      y += type::kSmall.line;
    }
    if (press.pressed) chosen = at;
    Node node = nodeOf(one, NodeRole::radio, rung.label, rect);
    node.description = rung.text;
    node.checked = here;
    node.offTabOrder = reached ? !here : at + 1 != rungs.size();
    node.place = rungs.size() - at;
    node.count = rungs.size();
    ui.meaning.add(std::move(node));
  }
  ui.meaning.close();
  gap(ui, space::kSmall);
  return chosen;
}

std::vector<std::pair<int, int>> commonHours(std::span<const DayOf> people) {
  std::vector<std::pair<int, int>> common{{0, kDayMinutes}};
  for (const auto& person : people) {
    std::vector<std::pair<int, int>> both;
    for (const auto& [from, to] : common) {
      for (const auto& [begin, end] : hoursOf(person)) {
        if (std::max(from, begin) < std::min(to, end)) both.emplace_back(std::max(from, begin), std::min(to, end));
      }
    }
    common = std::move(both);
  }
  std::sort(common.begin(), common.end());
  return common;
}

void dayAndNight(Ui& ui, const std::string& key, std::string_view sentence, std::span<const DayOf> people,
                 std::optional<int> at) {
  constexpr float kBand = 24;
  constexpr int kDusk = 20 * 60;
  constexpr int kDawn = 7 * 60;
  const Palette& palette = *ui.palette;
  const float top = ui.flow.y;
  const float left = ui.flow.left;
  const float width = ui.room();
  const auto xOf = [&](int minutes) { return left + width * static_cast<float>(minutes) / kDayMinutes; };
  const auto band = [&](int from, int to, float y, float height, Color color, float corner) {
    ui.fill({xOf(from), y, xOf(to) - xOf(from), height}, color, corner);
  };
  const auto common = commonHours(people);
  for (const auto& person : people) {
    paragraph(ui, person.name, Tone::normal, type::kSmall);
    const float y = ui.flow.y + 2;
    ui.fill({left, y, width, kBand}, palette.surface, space::kTight);
    for (const auto& [from, to] : onOurDay(kDusk, kDawn, person.ahead)) {
      band(from, to, y, kBand, palette.night, space::kTight);
      if (palette.forced) ui.frame({xOf(from), y, xOf(to) - xOf(from), kBand}, palette.edge, space::kTight);
    }
    for (const auto& [from, to] : hoursOf(person)) band(from, to, y + 6, kBand - 12, palette.hours, 4);
    ui.frame({left, y, width, kBand}, palette.edge, space::kTight);
    if (people.size() > 1) {
      for (const auto& [from, to] : common)
        ui.frame({xOf(from), y, xOf(to) - xOf(from), kBand}, palette.accent, space::kTight, 2);
    }
    if (at) ui.fill({std::round(xOf(withinDay(*at))) - 1, y - 2, 2, kBand + 4}, palette.ink, 1);
    gap(ui, kBand + space::kSmall + 2);
  }
  const float bottom = ui.flow.y - space::kSmall;
  if (people.size() > 1) {
    for (const auto& [from, to] : common) band(from, to, bottom + 2, 4, palette.accent, 2);
  }
  for (int hour = 0; hour <= 24; hour += 6) {
    const std::string label = timeText(ui, TimeOfDay{hour % 24 * 60});
    const float wide = ui.fonts.width(label, type::kSmall);
    const float x = std::clamp(xOf(hour * 60) - wide / 2, left, left + width - wide);
    ui.fonts.draw(ui.canvas(), {x, bottom + 8 + ui.offsetY}, {label, false}, type::kSmall, toImGui(palette.quiet));
  }
  ui.meaning.add(nodeOf(key, NodeRole::image, say(ui, S::hours_picture), {left, top, width, bottom - top + 28}));
  ui.flow.y = bottom + 32;
  paragraph(ui, sentence, Tone::quiet, type::kSmall);
  gap(ui, space::kMedium);
}

}  // namespace cairn

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/pictures.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

using semantics::Node;
using semantics::Rect;
using NodeRole = semantics::Role;

constexpr float kChartHeight = 140;

/// Where the points of a chart lie on screen.
class Plot {
 public:
  Plot(const Rect& rect, ImVec2 top, const ChartOptions& options, std::size_t count)
      : rect_(rect),
        top_(top),
        options_(options),
        step_(rect.width / static_cast<float>(std::max<std::size_t>(count, 1))) {}
  float x(std::size_t at) const { return top_.x + step_ * (static_cast<float>(at) + 0.5F); }
  float y(double value) const {
    const double span = options_.most - options_.least;
    const double share = span > 0 ? std::clamp((value - options_.least) / span, 0.0, 1.0) : 0.5;
    return top_.y + rect_.height - 8 - static_cast<float>(share) * (rect_.height - 16);
  }
  float step() const { return step_; }
  float bottom() const { return top_.y + rect_.height; }

 private:
  Rect rect_;
  ImVec2 top_;
  const ChartOptions& options_;
  float step_;
};

void drawLine(Ui& ui, const Plot& plot, std::span<const ChartPoint> points) {
  std::vector<ImVec2> corners;
  for (std::size_t at = 0; at < points.size(); ++at) corners.emplace_back(plot.x(at), plot.y(points[at].value));
  const ImU32 ink = toImGui(ui.palette->accent);
  ui.canvas().AddPolyline(corners.data(), static_cast<int>(corners.size()), ink, 0, 2);
  for (const auto& corner : corners) {
    ui.canvas().AddCircleFilled(corner, 4.5F, toImGui(ui.palette->surface));
    ui.canvas().AddCircleFilled(corner, 3, ink);
  }
}

void drawBars(Ui& ui, const Plot& plot, std::span<const ChartPoint> points) {
  const float half = std::min(plot.step() * 0.3F, 20.0F);
  for (std::size_t at = 0; at < points.size(); ++at) {
    const float top = std::min(std::round(plot.y(points[at].value)), plot.bottom() - 2);
    ui.canvas().AddRectFilled({std::round(plot.x(at) - half), top}, {std::round(plot.x(at) + half), plot.bottom()},
                              toImGui(ui.palette->accent), 3, ImDrawFlags_RoundCornersTop);
  }
}

/// Each point stands on a line of its own; those of one value lie above each other.
void drawDots(Ui& ui, const Rect& rect, std::span<const ChartPoint> points, const ChartOptions& options) {
  constexpr float kRadius = 7;
  const ImVec2 top = ui.onScreen(rect);
  const float line = top.y + rect.height - 24;
  ui.canvas().AddLine({top.x, line}, {top.x + rect.width, line}, toImGui(ui.palette->edge), 1.5F);
  std::vector<std::pair<double, int>> stacks;
  for (const auto& point : points) {
    auto stack = std::find_if(stacks.begin(), stacks.end(), [&](const auto& one) { return one.first == point.value; });
    if (stack == stacks.end()) stack = stacks.insert(stacks.end(), {point.value, 0});
    const double span = options.most - options.least;
    const auto share = static_cast<float>(span > 0 ? std::clamp((point.value - options.least) / span, 0.0, 1.0) : 0.5);
    const float x = top.x + kRadius + share * (rect.width - 2 * kRadius);
    const float y = line - kRadius - 2 - static_cast<float>(stack->second++) * (2 * kRadius + 2);
    ui.canvas().AddCircleFilled({x, y}, kRadius, toImGui(ui.palette->accent));
  }
}

void drawPicture(Ui& ui, const std::string& key, std::span<const ChartPoint> points, const ChartOptions& options) {
  const Rect rect = ui.take(0, kChartHeight);
  const Plot plot(rect, ui.onScreen(rect), options, points.size());
  if (options.kind != ChartKind::dots) ui.fill({rect.x, rect.y + rect.height, rect.width, 1}, ui.palette->edge, 0);
  if (options.kind == ChartKind::line) drawLine(ui, plot, points);
  if (options.kind == ChartKind::bars) drawBars(ui, plot, points);
  if (options.kind == ChartKind::dots) drawDots(ui, rect, points, options);
  const auto sign = [&](std::string_view words, float x, float y) {
    ui.fonts.draw(ui.canvas(), {x, y}, {words, false}, type::kSmall, toImGui(ui.palette->quiet));
  };
  const float below = rect.y + rect.height + 4 + ui.offsetY;
  const bool dots = options.kind == ChartKind::dots;
  const std::string first = dots ? options.leastText : points.front().label;
  const std::string last = dots ? options.mostText : points.back().label;
  const auto width = [&](std::string_view words) { return ui.fonts.width(words, type::kSmall); };
  const bool bothFit = width(first) + width(last) + space::kMedium <= rect.width;
  const float most = bothFit ? rect.width : (rect.width - space::kMedium) / 2;
  sign(ui.fonts.shortened(first, type::kSmall, most), rect.x, below);
  const std::string end = ui.fonts.shortened(last, type::kSmall, most);
  if (points.size() > 1 || dots) sign(end, rect.x + rect.width - width(end), below);
  if (!dots) sign(options.mostText, rect.x, rect.y + ui.offsetY - 4);
  gap(ui, 4 + type::kSmall.line);
  Node node = nodeOf(key, NodeRole::image, options.sentence);
  node.rect = {rect.x, rect.y, rect.width, rect.height + 24};
  ui.meaning.add(std::move(node));
}

}  // namespace

void chart(Ui& ui, const std::string& key, std::span<const ChartPoint> points, const ChartOptions& options) {
  heading(ui, 3, options.title, key + "/title");
  if (points.empty()) return emptyState(ui, options.sentence);
  gap(ui, space::kSmall);
  const bool asTable = ui.asTable.contains(key);
  if (asTable) {
    const std::string headings[] = {options.labelHeading, options.valueHeading};
    std::vector<std::vector<std::string>> lines;
    for (const auto& point : points) lines.push_back({point.label, point.text});
    table(ui, key + "/table", options.title, headings, lines);
  } else {
    drawPicture(ui, key + "/picture", points, options);
  }
  paragraph(ui, options.sentence, Tone::quiet, type::kSmall);
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  quiet.name = say(ui, asTable ? S::chart_as_picture_named : S::chart_as_table_named, {{"chart", options.title}});
  if (!button(ui, key + "/turn", say(ui, asTable ? S::chart_as_picture : S::chart_as_table), quiet)) return;
  if (asTable) {
    ui.asTable.erase(key);
  } else {
    ui.asTable.insert(key);
  }
}

void table(Ui& ui, const std::string& key, std::string_view name, std::span<const std::string> headings,
           std::span<const std::vector<std::string>> lines) {
  constexpr float kRow = 32;
  Node node = nodeOf(key, NodeRole::table, name);
  ui.meaning.open(std::move(node));
  const float column = ui.room() / static_cast<float>(headings.size());
  const auto drawRow = [&](const std::string& rowKey, std::span<const std::string> words, bool head) {
    Node row = nodeOf(rowKey, NodeRole::row, "");
    ui.meaning.open(std::move(row));
    const Rect rect = ui.take(0, kRow);
    for (std::size_t at = 0; at < words.size(); ++at) {
      const text::Style& style = head ? type::kSmallStrong : type::kSmall;
      const Rect cell{rect.x + column * static_cast<float>(at), rect.y, column, kRow};
      ui.drawText({cell.x, cell.y + 6 + ui.offsetY}, ui.fonts.shortened(words[at], style, column - space::kSmall),
                  style, at == 0 && !head ? ui.palette->quiet : ui.palette->ink);
      Node one = nodeOf(rowKey + "/" + std::to_string(at), head ? NodeRole::columnHeader : NodeRole::cell, words[at]);
      one.rect = cell;
      one.fontSize = type::kSmall.size;
      one.lineHeight = type::kSmall.line;
      ui.meaning.add(std::move(one));
    }
    ui.meaning.close();
    ui.fill({rect.x, rect.y + kRow - 1, rect.width, 1}, ui.palette->line, 0);
  };
  drawRow(key + "/head", headings, true);
  for (std::size_t at = 0; at < lines.size(); ++at) drawRow(key + "/" + std::to_string(at), lines[at], false);
  ui.meaning.close();
  gap(ui, space::kSmall);
}

}  // namespace cairn

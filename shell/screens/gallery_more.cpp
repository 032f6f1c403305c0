// The gallery's lists, structure and pictures.
#include <array>
#include <string>
#include <vector>

#include "screens/gallery.hpp"
#include "widgets/icons.hpp"
#include "widgets/pictures.hpp"
#include "widgets/reorder.hpp"

namespace cairn {
namespace {

void drawReorder(Frame& frame) {
  Ui& ui = frame.ui;
  const std::vector<std::string> lines{"What went well since we spoke", "The release: who decides", "Your talk in May",
                                       "Next time"};
  std::vector<std::size_t> order;
  std::int64_t& code = frame.state.gallery["order"];  // how far each stands from its place, base 4
  if (code == 0) code = 0 + 4 * 1 + 16 * 2 + 64 * 3;
  for (std::int64_t rest = code, at = 0; at < 4; ++at, rest /= 4) order.push_back(static_cast<std::size_t>(rest % 4));
  ReorderOptions options;
  options.count = lines.size();
  options.key = [&](std::size_t at) { return std::to_string(order[at]); };
  options.name = [&](std::size_t at) { return lines[order[at]]; };
  options.draw = [&](std::size_t at) {
    gap(ui, 10);
    paragraph(ui, lines[order[at]]);
    gap(ui, 10);
  };
  const auto moved = reorderList(ui, "g/reorder", "Agenda", options);
  if (!moved) return;
  const std::size_t line = order[moved->from];
  order.erase(order.begin() + static_cast<std::ptrdiff_t>(moved->from));
  order.insert(order.begin() + static_cast<std::ptrdiff_t>(moved->to), line);
  code = 0;
  for (std::size_t at = 4; at-- > 0;) code = code * 4 + static_cast<std::int64_t>(order[at]);
}

void drawGrid(Frame& frame) {
  constexpr std::size_t kMentorships = 10'000;
  Ui& ui = frame.ui;
  RowsOptions all;
  all.kind = RowsKind::grid;
  all.count = kMentorships;
  all.height = space::kTouch + 2;
  all.key = [](std::size_t at) { return "row" + std::to_string(at); };
  all.draw = [&](std::size_t at) {
    const Row row(ui);
    const float each = (ui.flow.right - ui.flow.left - 2 * space::kSmall) / 3;
    for (std::size_t column = 0; column < 3; ++column) {
      const std::array<std::string, 3> words{"Pair " + std::to_string(at + 1), std::to_string(at % 12) + " sessions",
                                             std::to_string(at % 5) + " goals"};
      const std::string key = "g/cell/" + std::to_string(at) + "/" + std::to_string(column);
      const semantics::Rect rect = ui.take(each, space::kTouch);
      const Press press = pressable(ui, key, rect);
      if (press.hovered) ui.fill(rect, ui.palette->accentSoft, space::kControlCorner);
      ui.focusRing(rect, key, space::kControlCorner);
      ui.drawText({rect.x + space::kSmall, rect.y + 10 + ui.offsetY}, words[column], type::kBody, ui.palette->ink);
      semantics::Node node;
      node.key = key;
      node.role = semantics::Role::gridCell;
      node.name = words[column];
      node.rect = rect;
      ui.meaning.add(std::move(node));
    }
  };
  rows(ui, "g/grid", "Every pair", all);
}

}  // namespace

void drawGalleryLists(Frame& frame) {
  Ui& ui = frame.ui;
  heading(ui, 2, "An order to choose");
  drawReorder(frame);
  gap(ui, space::kMedium);
  heading(ui, 2, "Rows that lead somewhere");
  {
    const List list(ui, "g/list", "People");
    for (const std::string name : {"Amina Okafor", "Jonas Lindqvist"}) {
      const ListItem item(ui, "g/item/" + name);
      RowOptions row;
      row.detail = "Tue 24 Nov, 16:00";
      row.trailing = "12 sessions";
      row.address = "#/";
      listRow(ui, "g/row/" + name, name, row);
      gap(ui, space::kTight);
    }
  }
  gap(ui, space::kMedium);
  heading(ui, 2, "A grid of ten thousand rows");
  drawGrid(frame);
}

void drawGalleryStructure(Frame& frame) {
  Ui& ui = frame.ui;
  const Tab all[] = {{"Now", "#/gallery/structure"}, {"Goals", "#/gallery/press"}, {"Story", "#/gallery/lists"}};
  tabs(ui, "g/tabs", "Parts", all, 0);
  heading(ui, 2, "Surfaces");
  {
    const Card card(ui, "g/card", "A card");
    heading(ui, 3, "A card");
    paragraph(ui, "It holds what belongs together.");
    divider(ui);
    paragraph(ui, "And what is below a line.", Tone::quiet);
  }
  {
    const Card card(ui, "g/mine-card", "Only you", Card::Surface::onlyMe);
    heading(ui, 3, "Only you");
    paragraph(ui, "Nothing here leaves this browser.", Tone::mine);
  }
  emptyState(ui, "Nothing here yet. What you agree on in a talk lands here by itself.");
  gap(ui, space::kMedium);
  progress(ui, "g/progress/0", "Not begun: 0 of 12 sessions read", 0);
  progress(ui, "g/progress/1", "5 of 12 sessions read", 5.0 / 12);
  progress(ui, "g/progress/2", "All 12 sessions read", 1);
}

void drawGalleryPictures(Frame& frame) {
  Ui& ui = frame.ui;
  {
    const Row row(ui);
    for (const std::string_view name : {"Amina Okafor", "Jonas", "李小龍", "Éloïse de la Tour", "أمينة"})
      avatar(ui, name);
  }
  gap(ui, space::kSmall);
  paragraph(ui, "Amina Okafor, Jonas, 李小龍, Éloïse de la Tour, أمينة", Tone::quiet, type::kSmall);
  gap(ui, space::kLarge);
  heading(ui, 2, "Lead a release");
  std::int64_t& rung = frame.state.gallery["rung"];
  const LadderRung rungs[] = {{"Much less than expected", "No release yet"},
                              {"Less than expected", "Took part in one"},
                              {"As expected", "Led one minor release, from the freeze to the notes"},
                              {"More than expected", ""},
                              {"Much more than expected", "Others ask for advice before theirs"}};
  const auto reached = rung == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(rung - 1));
  if (const auto to = ladder(ui, "g/ladder", "How far", rungs, reached)) rung = static_cast<std::int64_t>(*to) + 1;
  gap(ui, space::kMedium);
  heading(ui, 2, "When you can talk");
  const DayOf people[] = {{"You, in Lisbon", 0, {9 * 60}, {17 * 60}},
                          {"Amina, in Melbourne", 11 * 60, {8 * 60}, {21 * 60}}};
  dayAndNight(ui, "g/day", "You can both talk from 09:00 to 10:00 your time.", people, 9 * 60 + 30);
  gap(ui, space::kMedium);
  std::vector<ChartPoint> stars;
  stars.reserve(8);
  for (int at = 0; at < 8; ++at)
    stars.push_back({std::to_string(3 + at * 3) + " Oct", 10.0 + at * at, std::to_string(10 + at * at) + " stars"});
  ChartOptions options;
  options.title = "Stars on the project";
  options.sentence = "From 10 to 59 stars in three weeks; the target is 60.";
  options.most = 60;
  options.leastText = "0";
  options.mostText = "60";
  options.labelHeading = "Day";
  options.valueHeading = "Stars";
  chart(ui, "g/chart/line", stars, options);
  gap(ui, space::kLarge);
  options.kind = ChartKind::bars;
  options.title = "Stars, as bars";
  chart(ui, "g/chart/bars", stars, options);
  gap(ui, space::kLarge);
  const std::vector<ChartPoint> ratings{{"Mon 5 Oct", 3, "3 of 5"},
                                        {"Mon 12 Oct", 4, "4 of 5"},
                                        {"Mon 19 Oct", 4, "4 of 5"},
                                        {"Mon 26 Oct", 5, "5 of 5"}};
  ChartOptions dots;
  dots.kind = ChartKind::dots;
  dots.title = "How useful the talks were";
  dots.sentence = "Four talks were rated, from 3 to 5 of 5.";
  dots.least = 1;
  dots.most = 5;
  dots.leastText = "1, wasted";
  dots.mostText = "5, decisive";
  dots.labelHeading = "Talk";
  dots.valueHeading = "Rating";
  chart(ui, "g/chart/dots", ratings, dots);
}

}  // namespace cairn

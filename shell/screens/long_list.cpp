#include "screens/long_list.hpp"

#include "widgets/choices.hpp"

namespace cairn {
namespace {

/// The place of what is looked for in the list; its size where it is not in it.
std::size_t placeLookedFor(const Frame& frame, const LongList& list) {
  const auto& keys = frame.state.lookedFor.keys;
  if (keys.empty()) return list.count;
  for (std::size_t at = 0; at < list.count; ++at) {
    const std::string id = toText(list.id(at));
    if (std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key.find(id) != std::string::npos; })) {
      return at;
    }
  }
  return list.count;
}

bool partButton(Frame& frame, const std::string& key, S words, std::size_t count) {
  ButtonOptions quiet;
  quiet.weight = Weight::quiet;
  frame.ui.flow.left -= space::kSmall;  // its words stand in line with the list
  const bool pressed = button(frame.ui, key, sayCount(frame, words, count), quiet);
  frame.ui.flow.left += space::kSmall;
  return pressed;
}

}  // namespace

DrawnPart partOf(Frame& frame, const LongList& list) {
  if (frame.ui.paper) return {0, list.count, list.count};
  DrawnPart& part = frame.state.drawn.try_emplace(list.key, DrawnPart{0, list.atFirst, list.count}).first->second;
  if (list.count <= list.atFirst) return part = {0, list.count, list.count};
  // One more is what a person adds; what comes by a file begins at its beginning.
  const bool isAddedBehind = list.followsAdded && list.count == part.count + 1 && part.to == part.count;
  const bool wasWhole = part.count <= list.atFirst;
  if (isAddedBehind) {
    part.to = list.count;
  } else if (wasWhole) {
    part = {0, list.atFirst, list.count};
  }
  const std::size_t wanted = placeLookedFor(frame, list);
  if (wanted < list.count && (wanted < part.from || wanted >= part.to)) {
    part.from = wanted - std::min(wanted, list.atFirst / 2);
    part.to = wanted + list.atFirst / 2 + 1;
  }
  part.to = std::min(part.to, list.count);
  part.from = std::max(part.from, part.to - std::min(part.to, list.most()));
  if (part.from >= part.to) part = {0, list.atFirst, list.count};
  part.count = list.count;
  return part;
}

void drawEarlier(Frame& frame, const LongList& list) {
  const DrawnPart part = partOf(frame, list);
  if (part.from == 0 || !partButton(frame, list.key + "/earlier", S::some_earlier, part.from)) return;
  const std::size_t from = part.from - std::min(part.from, list.more());
  frame.state.drawn[list.key] = {from, std::min(part.to, from + list.most()), list.count};
}

void drawMore(Frame& frame, const LongList& list) {
  const DrawnPart part = partOf(frame, list);
  if (part.to >= list.count || !partButton(frame, list.key + "/more", S::some_more, list.count - part.to)) return;
  frame.state.drawn[list.key] = {part.from, std::min(list.count, part.to + list.more()), list.count};
}

void drawPart(Frame& frame, const LongList& list) {
  drawEarlier(frame, list);
  const DrawnPart part = partOf(frame, list);
  for (std::size_t at = part.from; at < part.to; ++at) list.draw(at);
  drawMore(frame, list);
}

}  // namespace cairn

#include "app/handover.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "command/mentorships.hpp"
#include "replica/merge.hpp"
#include "words/follow_up.hpp"
#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

/// How long a hand-over waits for the store before it goes under one-time ids, in ms.
constexpr Instant kWaitForStore = 2'000;

/// A file name that every system takes.
std::string fileNameFor(const Language& language, const Mentorship& mentorship) {
  std::string name;
  for (const char letter : titleOf(language, mentorship)) {
    const bool bad = static_cast<unsigned char>(letter) < 0x20 ||
                     std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos;
    name += bad ? '-' : letter;
  }
  return say(language, S::file_name, {{"name", name.empty() ? say(language, S::app_name) : std::string_view(name)}});
}

}  // namespace

void Handover::begin(const Id& mentorship, HandoverWay way) {
  const bool saving = saver_.isUnderWay() && page_.state.save != SaveState::notSaved;
  if (!saving) return handOver(mentorship, way, saver_.isAllStored());
  waiting_.push_back({mentorship, way, page_.platform.now() + kWaitForStore});
  page_.platform.wakeAt(waiting_.back().until);
}

void Handover::goOn() {
  const bool allStored = saver_.isAllStored();
  const auto isReady = [&](const Waiting& one) {
    return allStored || page_.state.save == SaveState::notSaved || page_.platform.now() >= one.until;
  };
  std::vector<Waiting> ready;
  std::copy_if(waiting_.begin(), waiting_.end(), std::back_inserter(ready), isReady);
  std::erase_if(waiting_, isReady);
  for (const Waiting& one : ready) handOver(one.mentorship, one.way, allStored);
}

Instant Handover::waitsUntil() const {
  const auto isEarlier = [](const Waiting& one, const Waiting& other) { return one.until < other.until; };
  return std::min_element(waiting_.begin(), waiting_.end(), isEarlier)->until;
}

void Handover::keepFile(bool allStored) {
  Workspace all = page_.model;
  const Writers once = newWriters(page_.ids);
  const Writers& stored = saver_.storedWriters();
  for (auto& [id, mentorship] : all.mentorships) {
    if (allStored) break;
    mentorship = underOneTimeWriter(mentorship, page_.writers.shared, stored.nextShared - 1, once.shared);
    mentorship = underOneTimeWriter(mentorship, page_.writers.own, stored.nextOwn - 1, once.own);
  }
  const std::string day = toText(page_.moment().local.date);
  page_.platform.saveFile(say(page_, S::keep_file_name, {{"day", day}}), writeBackup(all));
  history_.note(markKept(page_.platform.now()));
  page_.tell(std::string(say(page_, S::handed_over)));
}

void Handover::handOver(const Id& id, HandoverWay way, bool allStored) {
  if (way == HandoverWay::keep) return keepFile(allStored);
  const auto found = page_.model.mentorships.find(id);
  if (found == page_.model.mentorships.end()) return;
  const Mentorship& mentorship = found->second;
  const auto once = [&] {
    return underOneTimeWriter(mentorship, page_.writers.shared, saver_.storedWriters().nextShared - 1,
                              newWriters(page_.ids).shared);
  };
  const std::string text = writeFile(allStored ? mentorship : once(), Audience::otherSide);
  if (way == HandoverWay::link) return page_.platform.makeLink(std::to_string(++linkTicket_), text);
  const std::string name = fileNameFor(page_, mentorship);
  if (way == HandoverWay::share) {
    leaving_ = id;
    return page_.platform.shareFile(name, text, handOverMessage(page_, mentorship, page_.state.pageAddress));
  }
  page_.platform.saveFile(name, text);
  page_.tell(std::string(say(page_, S::handed_over)));
  noteLeft(id);
}

void Handover::left(bool done) {
  const Id mentorship = std::exchange(leaving_, {});
  if (mentorship && done) noteLeft(mentorship);
}

/// What has left cannot be withdrawn any more.
void Handover::noteLeft(const Id& mentorship) {
  history_.settleImports();
  history_.note(markHandedOver(mentorship, page_.platform.now()));
}

void Handover::noteWhatTheyHave(const Preview& preview) {
  const auto ours = page_.model.mentorships.find(preview.head.id);
  if (ours == page_.model.mentorships.end() || preview.theyHave <= *ours->second.theyHave) return;
  history_.note(markTheyHave(preview.head.id, preview.theyHave));
}

void Handover::linkMade(const std::string& ticket, const std::string& address) {
  if (ticket != std::to_string(linkTicket_)) return;
  page_.state.link.made = true;
  page_.state.link.address = address;
  page_.wake();
}

}  // namespace cairn

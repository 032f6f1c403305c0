// App's part for what leaves: a mentorship for the other side, as a file, by the system's sheet, in a link.
#include <algorithm>
#include <utility>

#include "app/app.hpp"
#include "app/follow_up.hpp"
#include "app/phrases.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

/// How long a hand-over waits for the store before it goes under one-time ids, in ms.
constexpr Instant kWaitForStore = 2'000;

/// A file name that every system takes.
std::string fileNameFor(const Mentorship& mentorship) {
  std::string name;
  for (const char letter : titleOf(mentorship)) {
    const bool bad = static_cast<unsigned char>(letter) < 0x20 ||
                     std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos;
    name += bad ? '-' : letter;
  }
  return say(S::file_name, {{"name", name.empty() ? say(S::app_name) : std::string_view(name)}});
}

}  // namespace

/// A dot leaves the tab only after its record is stored; what cannot be stored goes under ids that
/// are used once.
void App::handOver(const Id& mentorship, HandingWay way) {
  wanted_.push_back([this, mentorship, way] {
    const bool saving = !pending_.empty() && state_.save != SaveState::notSaved;
    if (!saving) return handOverNow(mentorship, way, pending_.empty() && unsaved_.empty());
    handingOver_.push_back({mentorship, way, platform_.now() + kWaitForStore});
    platform_.wakeAt(handingOver_.back().until);
  });
}

void App::handOverWaiting() {
  const bool allStored = pending_.empty() && unsaved_.empty();
  const auto isReady = [&](const Waiting& one) {
    return allStored || state_.save == SaveState::notSaved || platform_.now() >= one.until;
  };
  std::vector<Waiting> ready;
  std::copy_if(handingOver_.begin(), handingOver_.end(), std::back_inserter(ready), isReady);
  std::erase_if(handingOver_, isReady);
  for (const Waiting& one : ready) handOverNow(one.mentorship, one.way, allStored);
}

void App::keepFileNow(bool allStored) {
  Workspace all = model_;
  const Writers once = newWriters(ids_);
  for (auto& [id, mentorship] : all.mentorships) {
    if (allStored) break;
    mentorship = underOneTimeWriter(mentorship, writers_.shared, stored_.nextShared - 1, once.shared);
    mentorship = underOneTimeWriter(mentorship, writers_.own, stored_.nextOwn - 1, once.own);
  }
  const std::string day = toText(moment().local.date);
  platform_.saveFile(say(S::keep_file_name, {{"day", day}}), writeBackup(all));
  Command command{CommandName::handOver, {}, {}};
  command.edit.settings.keptAt.set(platform_.now());
  note(command);
  state_.notice = {std::string(say(S::handed_over)), false};
}

void App::handOverNow(const Id& id, HandingWay way, bool allStored) {
  if (way == HandingWay::keep) return keepFileNow(allStored);
  const auto found = model_.mentorships.find(id);
  if (found == model_.mentorships.end()) return;
  const Mentorship& mentorship = found->second;
  const std::string text =
      allStored
          ? writeFile(mentorship, Audience::otherSide)
          : writeFile(underOneTimeWriter(mentorship, writers_.shared, stored_.nextShared - 1, newWriters(ids_).shared),
                      Audience::otherSide);
  if (way == HandingWay::link) return platform_.makeLink(std::to_string(++linkTicket_), text);
  const std::string name = fileNameFor(mentorship);
  if (way == HandingWay::share) {
    leaving_ = id;
    return platform_.shareFile(name, text, handOverMessage(mentorship, state_.pageAddress));
  }
  platform_.saveFile(name, text);
  state_.notice = {std::string(say(S::handed_over)), false};
  markHandedOver(id);
}

/// A sheet that was closed, or a text that could not be copied, has handed over nothing.
void App::left(bool done) {
  const Id mentorship = std::exchange(leaving_, {});
  if (mentorship && done) markHandedOver(mentorship);
}

/// What has left cannot be withdrawn any more.
void App::markHandedOver(const Id& mentorship) {
  standingImports_.clear();
  Command command{CommandName::handOver, {}, {}};
  command.edit.at(mentorship).handedOver.set(platform_.now());
  note(command);
}

/// A file of the other side shows up to where they have what was written here.
void App::noteWhatTheyHave(const Preview& preview) {
  const auto ours = model_.mentorships.find(preview.head.id);
  if (ours == model_.mentorships.end() || preview.theyHave <= *ours->second.theyHave) return;
  Command command{CommandName::handOver, {}, {}};
  command.edit.at(preview.head.id).theyHave.set(preview.theyHave);
  note(command);
}

/// Kept like a command, but nobody would undo it.
void App::note(const Command& command) {
  if (state_.save == SaveState::readOnly) return;
  const auto change = commit(model_, command, writers_, platform_.now());
  if (!change || change->empty) return;
  modelChanged();
  keep(*change);
  wake();
}

/// From now on only the present session is shown, for somebody else looks on.
void App::presentNow(bool on) {
  state_.presenting.reset();
  if (on) state_.presenting = {route_.mentorship, route_.session};
  platform_.keepForTab(on ? sessionAddress(route_.mentorship, route_.session) : std::string());
}

void App::linkMade(const std::string& ticket, const std::string& address) {
  if (ticket != std::to_string(linkTicket_)) return;
  state_.link.made = true;
  state_.link.address = address;
  wake();
}

void App::libraryFetched(const std::vector<StoredFile>& files, const std::string& trouble) {
  state_.library.items = readLibrary(files);
  state_.library.trouble = trouble;
  wake();
}

}  // namespace cairn

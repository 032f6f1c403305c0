#include "insight/views.hpp"

#include <algorithm>
#include <utility>

#include "insight/handing.hpp"

namespace cairn {

MentorshipView viewOf(const Mentorship& mentorship, const Zones& zones, const Moment& moment) {
  MentorshipView view;
  view.sessions = sessionsInOrder(mentorship);
  view.openSteps = openSteps(mentorship);
  view.next = nextOf(view.sessions, zones, moment);
  for (const Session* session : view.sessions) {
    if (*session->outcome == Outcome::held) view.held.push_back(*session->date);
    if (!isNotRecorded(*session, zones, moment)) continue;
    ++view.unrecordedCount;
    if (!view.unrecorded) view.unrecorded = session;
  }
  view.latest = latestOf(view.sessions);
  view.versions = openVersions(mentorship);
  view.cadenceDays = cadenceDays(mentorship);
  view.lastSpoke = lastSpoke(mentorship);
  // Whether it happened is asked first.
  view.quiet = !view.unrecorded && isQuiet(mentorship, zones, moment);
  const Instant left = std::max(*mentorship.handedOver, *mentorship.theyHave);
  if (left > 0) view.changesSince = changesSince(mentorship, left);
  return view;
}

void Views::forget() {
  known_.clear();
  today_.reset();
  hasMentorships_ = false;
}

void Views::forgetAfter(const Moment& moment) {
  if (std::exchange(minute_, moment.now / kMinute) == moment.now / kMinute) return;
  known_.clear();
  today_.reset();
}

const Today& Views::today(const Moment& moment) {
  forgetAfter(moment);
  if (!today_) today_ = todayOf(model_, zones_, moment);
  return *today_;
}

const MentorshipView& Views::of(const Mentorship& mentorship, const Moment& moment) {
  forgetAfter(moment);
  const auto found = known_.find(mentorship.id);
  if (found != known_.end()) return found->second;
  return known_.emplace(mentorship.id, viewOf(mentorship, zones_, moment)).first->second;
}

const std::vector<const Mentorship*>& Views::mentorships() {
  if (!std::exchange(hasMentorships_, true)) mentorships_ = mentorshipsInOrder(model_);
  return mentorships_;
}

bool Views::isTrue(const Moment& moment) const {
  if (hasMentorships_ && mentorships_ != mentorshipsInOrder(model_)) return false;
  if (minute_ != moment.now / kMinute) return true;  // asked next, it forgets
  if (today_ && !(*today_ == todayOf(model_, zones_, moment))) return false;
  for (const auto& [id, view] : known_) {
    const auto mentorship = model_.mentorships.find(id);
    if (mentorship == model_.mentorships.end() || !(view == viewOf(mentorship->second, zones_, moment))) return false;
  }
  return true;
}

}  // namespace cairn

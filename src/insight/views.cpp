#include "insight/views.hpp"

#include <algorithm>
#include <utility>

#include "insight/handover_status.hpp"
#include "query/lists.hpp"
#include "query/people.hpp"
#include "query/sessions.hpp"

namespace cairn {

MentorshipView viewOf(const Mentorship& mentorship, const Zones& zones, const Moment& moment) {
  MentorshipView view;
  view.sessions = sessionsInOrder(mentorship);
  view.openSteps = openSteps(mentorship);
  view.next = nextOf(view.sessions, zones, moment);
  for (const Session* session : view.sessions) {
    if (*session->outcome == Outcome::held) view.held.push_back(*session->date);
    if (isAtRest(mentorship, moment.local.date) || !isNotRecorded(*session, zones, moment)) continue;
    ++view.unrecordedCount;
    if (!view.unrecorded) view.unrecorded = session;
  }
  view.latest = latestOf(view.sessions);
  view.cadenceDays = cadenceDays(mentorship);
  view.lastSpoke = lastSpoke(mentorship);
  // Whether it happened is asked first.
  view.quiet = !view.unrecorded && isQuiet(mentorship, zones, moment);
  return view;
}

ExchangeView exchangeViewOf(const Mentorship& mentorship) {
  ExchangeView view;
  view.versions = openVersions(mentorship);
  const Instant left = std::max(*mentorship.handedOver, *mentorship.theyHave);
  if (left > 0) view.changesSince = changesSince(mentorship, left);
  return view;
}

void Views::forget() {
  known_.clear();
  exchanges_.clear();
  today_.reset();
  turn_.reset();
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

Instant Views::nextRefresh(std::string_view localZone, const Moment& moment) {
  const bool setBack = moment.now < std::exchange(turnAsked_, moment.now);
  if (!turn_ || *turn_ <= moment.now || setBack) turn_ = cairn::nextRefresh(model_, zones_, localZone, moment);
  return *turn_;
}

const MentorshipView& Views::of(const Mentorship& mentorship, const Moment& moment) {
  forgetAfter(moment);
  const auto found = known_.find(mentorship.id);
  if (found != known_.end()) return found->second;
  return known_.emplace(mentorship.id, viewOf(mentorship, zones_, moment)).first->second;
}

/// The time has no part in it.
const ExchangeView& Views::exchangeOf(const Mentorship& mentorship) {
  const auto found = exchanges_.find(mentorship.id);
  if (found != exchanges_.end()) return found->second;
  return exchanges_.emplace(mentorship.id, exchangeViewOf(mentorship)).first->second;
}

const std::vector<const Mentorship*>& Views::mentorships() {
  if (!std::exchange(hasMentorships_, true)) mentorships_ = mentorshipsInOrder(model_);
  return mentorships_;
}

bool Views::isTrue(std::string_view localZone, const Moment& moment) const {
  if (hasMentorships_ && mentorships_ != mentorshipsInOrder(model_)) return false;
  for (const auto& [id, view] : exchanges_) {
    const auto mentorship = model_.mentorships.find(id);
    if (mentorship == model_.mentorships.end() || !(view == exchangeViewOf(mentorship->second))) return false;
  }
  const bool stands = turn_ && *turn_ > moment.now && turnAsked_ <= moment.now;
  if (stands && *turn_ != cairn::nextRefresh(model_, zones_, localZone, moment)) return false;
  if (minute_ != moment.now / kMinute) return true;  // asked next, it forgets
  if (today_ && !(*today_ == todayOf(model_, zones_, moment))) return false;
  for (const auto& [id, view] : known_) {
    const auto mentorship = model_.mentorships.find(id);
    if (mentorship == model_.mentorships.end() || !(view == viewOf(mentorship->second, zones_, moment))) return false;
  }
  return true;
}

}  // namespace cairn

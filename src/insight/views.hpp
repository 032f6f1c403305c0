#pragma once
// Views: read models that a screen asks for in every frame, remembered until the model changes or the
// minute passes. Sorting 50,000 sessions sixty times a second would be all that a page does.
//
//   views.forget();                        // after each change of the model
//   views.of(mentorship, moment).next
//
// Limits: what is answered holds until forget() or the next minute; only its owner changes the model.
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "insight/next_refresh.hpp"
#include "insight/today.hpp"
#include "insight/versions.hpp"
#include "query/lists.hpp"
#include "query/sessions.hpp"

namespace cairn {

struct MentorshipView {
  std::vector<const Session*> sessions;  ///< sessionsInOrder
  std::vector<Date> held;                ///< of the sessions that were held, in order
  std::vector<const Step*> openSteps;
  const Session* next = nullptr;        ///< nextSession
  const Session* unrecorded = nullptr;  ///< the first whose time passed without a word
  const Session* latest = nullptr;      ///< latestOf
  int cadenceDays = 0;
  std::size_t unrecordedCount = 0;
  Date lastSpoke;
  bool quiet = false;
  friend bool operator==(const MentorshipView&, const MentorshipView&) = default;
};
/// What comes of having other sides.
struct ExchangeView {
  std::vector<TwoVersions> versions;  ///< openVersions
  std::size_t changesSince = 0;       ///< since it left, or since what came back
  friend bool operator==(const ExchangeView&, const ExchangeView&) = default;
};
ExchangeView exchangeViewOf(const Mentorship& mentorship);

MentorshipView viewOf(const Mentorship& mentorship, const Zones& zones, const Moment& moment);

class Views {
 public:
  Views(const Workspace& model, const Zones& zones) : model_(model), zones_(zones) {}
  void forget();
  const MentorshipView& of(const Mentorship& mentorship, const Moment& moment);
  const ExchangeView& exchangeOf(const Mentorship& mentorship);
  const std::vector<const Mentorship*>& mentorships();
  const Today& today(const Moment& moment);
  Instant nextRefresh(std::string_view localZone, const Moment& moment);
  /// Whether all that is remembered is still so: for tests.
  bool isTrue(std::string_view localZone, const Moment& moment) const;

 private:
  /// What was remembered in another minute.
  void forgetAfter(const Moment& moment);

  const Workspace& model_;
  const Zones& zones_;
  Instant minute_ = 0;
  Instant turnAsked_ = 0;
  std::optional<Instant> turn_;
  bool hasMentorships_ = false;
  std::vector<const Mentorship*> mentorships_;
  std::map<Id, MentorshipView> known_;
  std::map<Id, ExchangeView> exchanges_;
  std::optional<Today> today_;
};

}  // namespace cairn

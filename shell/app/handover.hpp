#pragma once
// Handover: what leaves: a mentorship for the other side, as a file, by the system's sheet, in a link; everything, as
// a file for oneself. It notes what has left, and up to when the other side has what was written here.
//
// A dot leaves the tab only after its record is stored: handing over waits for the store, and what cannot be stored
// goes under ids that are used once.
#include <string>
#include <vector>

#include "app/history.hpp"

namespace cairn {

class Handover {
 public:
  Handover(Page& page, Saver& saver, History& history) : page_(page), saver_(saver), history_(history) {}

  void begin(const Id& mentorship, HandoverWay way);
  /// What waits for the store goes where the store has answered, or has not for too long.
  void goOn();
  bool isWaiting() const { return !waiting_.empty(); }
  /// When what waits goes at the latest.
  Instant waitsUntil() const;

  /// This mentorship goes by what is being copied, or shared.
  void leavesBy(const Id& mentorship) { leaving_ = mentorship; }
  /// A sheet that was closed, or a text that could not be copied, has handed over nothing.
  void left(bool done);
  /// An answer to an earlier ticket is late.
  void linkMade(const std::string& ticket, const std::string& address);
  /// A file of the other side shows up to where they have what was written here.
  void noteWhatTheyHave(const Preview& preview);

 private:
  struct Waiting {
    Id mentorship;
    HandoverWay way = HandoverWay::file;
    Instant until = 0;
  };
  void handOver(const Id& mentorship, HandoverWay way, bool allStored);
  void keepFile(bool allStored);
  void noteLeft(const Id& mentorship);

  Page& page_;
  Saver& saver_;
  History& history_;
  std::vector<Waiting> waiting_;
  Id leaving_;
  int linkTicket_ = 0;
};

}  // namespace cairn

#pragma once
// Saver: what is on its way into the store. What could not be stored goes along with the next request, so that nothing
// is left out of order.
//
//   saver.store({{path, bytes}}, {}, [&] { … });  // the last is done once it is stored
//   saver.stored(ticket, Trouble::none);               // the platform's answer
// Limits: nothing goes into a store that a later version has written (SaveState::readOnly).
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/page.hpp"

namespace cairn {

class Saver {
 public:
  explicit Saver(Page& page) : page_(page) {}

  /// What the store holds when the page begins.
  void begin(std::size_t records);
  void store(std::vector<StoredFile> put, std::vector<std::string> remove, std::function<void()> then = {});
  /// `error`: why it was not stored.
  void stored(int ticket, Trouble trouble);
  /// Nothing of that was stored, for some of its paths hold something else: it goes under other paths. Answers which
  /// path is called what now.
  std::vector<std::pair<std::string, std::string>> pathTaken(int ticket);

  bool isAllStored() const { return pending_.empty() && unsaved_.empty(); }
  bool isUnderWay() const { return !pending_.empty(); }
  /// What is in the store was written before these counters.
  const Writers& storedWriters() const { return storedWriters_; }
  /// From here on this page writes under ids of which nothing is stored.
  void writersAreNew() { storedWriters_ = {}; }
  /// Records that other tabs have stored.
  void addRecords(std::size_t count) { records_ += count; }
  void setRecords(std::size_t count) { records_ = count; }
  /// Visits each file that is not in the store yet.
  template <class Visit>
  void eachUnstored(Visit&& visit) const {
    for (const auto& [ticket, one] : pending_) std::for_each(one.files.put.begin(), one.files.put.end(), visit);
    for (const auto& one : unsaved_) std::for_each(one.files.put.begin(), one.files.put.end(), visit);
  }
  /// Nothing of what is under way counts any more.
  void forget();

 private:
  struct Request {
    StoreRequest files;
    std::vector<std::function<void()>> then;
  };
  void send(Request request);
  void count(const StoreRequest& files);

  Page& page_;
  int nextTicket_ = 1;
  std::map<int, Request> pending_;
  std::vector<Request> unsaved_;
  Writers storedWriters_;
  std::size_t records_ = 0;  ///< in the store, since the last compaction
};

}  // namespace cairn

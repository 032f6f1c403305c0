#pragma once
// A small world for property tests: copies that write, remove, and exchange whole, stale, partial
// and redacted files at random; beside it a naive model, which remembers every write and who had
// seen it, and from that alone says which values must be there.
#include <rapidcheck.h>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "codec/file.hpp"
#include "command/command.hpp"
#include "replica/merge.hpp"

namespace cairn::tests {

inline const Id kRoot{1, 1};

/// One write, or one removal, and what its writer had seen of that field (of that thing).
struct Event {
  std::string field;  ///< "goals/2/title"; of a removal "goals/2"
  std::string value;
  std::set<int> overwrote;
  bool removal = false;
  bool own = false;
};

struct Copy {
  Workspace state;
  Writers writers;
  std::set<int> known;  ///< events
};

/// A file on its way: the state at some moment, and the events in it.
struct Sent {
  Workspace content;
  std::set<int> known;
};

struct Counts {
  int concurrent = 0;
  int threeWay = 0;
  int removalAgainstEdit = 0;
  int partial = 0;
  int stale = 0;
  int redacted = 0;
};

inline Id thingId(int number) { return Id{2, static_cast<std::uint64_t>(number)}; }

class World {
 public:
  explicit World(int copies) {
    for (int at = 0; at < copies; ++at) {
      const auto number = static_cast<std::uint64_t>(at);
      copies_.push_back({{}, {100 + number, 200 + number, 1, 1, 0}, {}});
    }
  }

  void run(int steps) {
    for (int step = 0; step < steps; ++step) {
      Copy& copy = any(copies_);
      switch (*rc::gen::inRange(0, 20)) {
        case 0: merge(copy, send(any(copies_))); break;
        case 1: sent_.push_back(send(any(copies_))); break;
        case 2:
          if (!sent_.empty()) ++counts.stale, merge(copy, any(sent_));
          break;
        case 3: ++counts.partial, merge(copy, part(any(copies_))); break;
        case 4: ++counts.redacted, merge(copy, redacted(any(copies_))); break;
        case 5:
        case 6: remove(copy); break;
        default: write(copy);
      }
    }
  }

  std::vector<Copy>& copies() { return copies_; }

  /// The values that must be live, of all that a copy knows: "field" -> values.
  std::map<std::string, std::set<std::string>> expected(const std::set<int>& known) const {
    std::set<int> gone;
    for (const int event : known) gone.insert(at(event).overwrote.begin(), at(event).overwrote.end());
    std::map<std::string, std::set<std::string>> live;
    for (const int event : known) {
      if (!at(event).removal && !gone.contains(event)) live[at(event).field].insert(at(event).value);
    }
    return live;
  }
  static std::map<std::string, std::set<std::string>> found(const Workspace& state) {
    std::map<std::string, std::set<std::string>> live;
    const auto root = state.mentorships.find(kRoot);
    if (root == state.mentorships.end()) return live;
    forEachThing(root->second, [&](const Thing& thing, const ThingType& type, std::string_view collection) {
      forEachField(type, [&](const FieldTraits& declared, auto at) {
        if constexpr (std::is_same_v<typename decltype(at)::Value, std::string>) {
          for (const auto& version : at.in(thing).versions()) {
            live[name(collection, thing.id) + "/" + std::string(declared.name)].insert(version.value);
          }
        }
      });
    });
    return live;
  }

  void count(const Workspace& state) {
    for (const auto& [field, values] : found(state)) {
      counts.concurrent += values.size() > 1 ? 1 : 0;
      counts.threeWay += values.size() > 2 ? 1 : 0;
    }
    const auto all = found(state);
    for (const auto& event : events_) {
      const auto next = all.lower_bound(event.field + "/");
      const bool lives = next != all.end() && next->first.starts_with(event.field + "/");
      counts.removalAgainstEdit += event.removal && !event.own && lives ? 1 : 0;
    }
  }

  Counts counts;
  /// The clock of the next write, in ms; a test may let it jump.
  std::function<Instant()> clock = [] { return Instant{*rc::gen::inRange(0, 1000)}; };

  void merge(Copy& copy, const Sent& file) {
    cairn::merge(copy.state, file.content);
    copy.known.insert(file.known.begin(), file.known.end());
  }
  Sent send(const Copy& copy) const { return {copy.state, copy.known}; }

  void write(Copy& copy) {
    const int number = *rc::gen::inRange(1, 3);
    const Id id = thingId(number);
    const std::string value = "w" + std::to_string(events_.size());
    Command command{CommandName::textEdit, {}, {}};
    Mentorship& edit = command.edit.at(kRoot);
    Event event{{}, value, {}, false, false};
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        thingAt(edit.goals, id).title.set(value);
        event.field = name("goals", id) + "/title";
        break;
      case 1:
        thingAt(edit.goals, id).why.set(value);
        event.field = name("goals", id) + "/why";
        break;
      case 2:
        thingAt(edit.sessions, id).notes.set(value);
        event.field = name("sessions", id) + "/notes";
        break;
      default:
        thingAt(edit.sessions, id).privateNotes.set(value);
        event.field = name("sessions", id) + "/privateNotes";
        event.own = true;
    }
    for (const int known : copy.known) {
      if (!at(known).removal && at(known).field == event.field) event.overwrote.insert(known);
    }
    RC_ASSERT(commit(copy.state, command, copy.writers, clock()).has_value());
    note(copy, std::move(event));
  }

  void remove(Copy& copy) {
    const std::string collection = *rc::gen::element<std::string>("goals", "sessions");
    const Id id = thingId(*rc::gen::inRange(1, 3));
    Event event{name(collection, id), {}, {}, true, false};
    for (const int known : copy.known) {
      const Event& other = at(known);
      if (!other.removal && !other.own && other.field.starts_with(event.field + "/")) event.overwrote.insert(known);
    }
    const auto change =
        commit(copy.state, Command{CommandName::goalRemove, {}, {{kRoot, collection, id}}}, copy.writers, clock());
    RC_ASSERT(change.has_value());
    if (change->empty) return;
    // In the private lane the same removal is an event of its own: the other side never hears of it.
    Event own{event.field, {}, {}, true, true};
    for (const int known : copy.known) {
      const Event& other = at(known);
      if (!other.removal && other.own && other.field.starts_with(event.field + "/")) own.overwrote.insert(known);
    }
    note(copy, std::move(event));
    note(copy, std::move(own));
  }

  /// One collection of a copy, as another program or an older file might hold it.
  Sent part(const Copy& copy) const {
    Sent sent;
    const auto root = copy.state.mentorships.find(kRoot);
    if (root == copy.state.mentorships.end()) return sent;
    sent.content.at(kRoot).goals = root->second.goals;
    for (const int known : copy.known) {
      if (at(known).field.starts_with("goals/")) sent.known.insert(known);
    }
    return sent;
  }
  /// What goes to the other side: through the file, without the private lane.
  Sent redacted(const Copy& copy) const {
    Sent sent;
    const auto root = copy.state.mentorships.find(kRoot);
    if (root == copy.state.mentorships.end()) return sent;
    auto file = readFile(writeFile(root->second, Audience::otherSide));
    RC_ASSERT(file.has_value());
    RC_ASSERT(!file->isProposal());
    sent.content = std::move(file->whole);
    for (const int known : copy.known) {
      if (!at(known).own) sent.known.insert(known);
    }
    return sent;
  }

 private:
  template <class T>
  static T& any(std::vector<T>& all) {
    return all[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(all.size())))];
  }
  static std::string name(std::string_view collection, const Id& id) {
    return std::string(collection) + "/" + toText(id);
  }
  const Event& at(int event) const { return events_[static_cast<std::size_t>(event)]; }
  void note(Copy& copy, Event event) {
    copy.known.insert(static_cast<int>(events_.size()));
    events_.push_back(std::move(event));
  }

  std::vector<Copy> copies_;
  std::vector<Sent> sent_;
  std::vector<Event> events_;
};

inline std::string bytes(const Workspace& state) { return writeRecord(state); }

inline Workspace merged(const Workspace& a, const Workspace& b) {
  Workspace all = a;
  merge(all, b);
  return all;
}

}  // namespace cairn::tests

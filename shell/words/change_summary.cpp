#include "words/change_summary.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "words/phrases.hpp"
#include "words/say.hpp"

namespace cairn {
namespace {

struct Counted {
  S text;
  std::size_t count = 0;
};

/// What is told by number, by the collection it was added to.
struct AddedTo {
  std::string_view collection;
  S text;
};
constexpr std::array<AddedTo, 6> kAdded{{{"steps", S::told_steps_count},
                                         {"lines", S::told_lines_count},
                                         {"goals", S::told_goals_count},
                                         {"sessions", S::told_sessions_count},
                                         {"progress", S::told_progress_count},
                                         {"contacts", S::told_contacts_count}}};

class Telling {
 public:
  /// `cityOfCall`: where the clock is that a call's hour is on; empty: here.
  Telling(const Language& language, std::function<std::string(const Id&)> cityOfCall)
      : language_(language), cityOfCall_(std::move(cityOfCall)) {}

  void add(const Difference& one) {
    if (one.kind == DifferenceKind::added) return addAdded(one);
    const bool changed = one.kind == DifferenceKind::changed;
    if (changed && one.collection == "steps" && one.field == "done" && one.to == "yes") {
      return count(S::told_finished_count);
    }
    if (changed && one.collection == "sessions" && one.field == "date") {
      moved_.insert(one.thing);
      if (said_.size() < kMost) lastMoved_ = one.thing;
      if (one.from.empty()) return tell(say(language_, S::told_dated, {{"to", readable(language_, one.to)}}));
      return tell(say(language_, S::told_moved,
                      {{"from", readable(language_, one.from)}, {"to", readable(language_, one.to)}}));
    }
    if (changed && one.collection == "sessions" && one.field == "time" && !one.from.empty() && !one.to.empty()) {
      const std::string city = cityOfCall_(one.thing);
      const std::string to = city.empty() ? one.to : say(language_, S::time_in, {{"time", one.to}, {"city", city}});
      retimed_[one.thing] = say(language_, S::told_retimed,
                                {{"session", readable(language_, one.label)}, {"from", one.from}, {"to", to}});
      if (!said_.empty() && lastMoved_ == one.thing) said_.back() = joined(language_, {said_.back(), to}, S::listed);
    }
    constexpr std::array<std::string_view, 4> kOfTheDay{"time", "zone", "offset", "weekOf"};
    const bool ofTheDay = std::find(kOfTheDay.begin(), kOfTheDay.end(), one.field) != kOfTheDay.end();
    if (changed && one.collection == "sessions" && ofTheDay) return void(daysChanged_.insert(one.thing));
    if (changed && one.collection == "sessions" && (one.field == "notes" || one.field == "takeaway")) {
      return tell(say(language_, S::told_wrote,
                      {{"field", fieldWord(language_, one.field)}, {"session", readable(language_, one.label)}}));
    }
    if (changed && one.collection == "letter") return count(S::told_letter);
    if (one.kind == DifferenceKind::removed) return count(S::told_removed_count);
    ++others_;
  }
  std::vector<std::string> parts(std::size_t notShown) const {
    std::vector<std::string> all;
    for (const auto& counted : counted_) all.push_back(sayCount(language_, counted.text, counted.count));
    all.insert(all.end(), said_.begin(), said_.end());
    // A day that moved was told; another hour, or another zone, counts once.
    std::size_t retimed = 0;
    for (const Id& session : daysChanged_) {
      if (moved_.contains(session)) continue;
      const auto told = retimed_.find(session);
      if (told != retimed_.end() && all.size() < kMost) {
        all.push_back(told->second);
      } else {
        ++retimed;
      }
    }
    const std::size_t others = others_ + notShown + retimed;
    if (others > 0) all.push_back(sayCount(language_, S::told_other_count, others));
    return all;
  }

 private:
  void addAdded(const Difference& one) {
    for (const auto& added : kAdded) {
      if (added.collection == one.collection) return count(added.text);
    }
    ++others_;
  }
  void count(S text) {
    for (auto& counted : counted_) {
      if (counted.text == text) {
        ++counted.count;
        return;
      }
    }
    counted_.push_back({text, 1});
  }
  /// Many of one kind would be a list; they count as other changes then.
  void tell(std::string part) {
    if (said_.size() < kMost) {
      said_.push_back(std::move(part));
    } else {
      ++others_;
    }
  }

  static constexpr std::size_t kMost = 3;
  const Language& language_;
  std::function<std::string(const Id&)> cityOfCall_;
  Id lastMoved_;  ///< the call whose new day was told last
  std::vector<Counted> counted_;
  std::vector<std::string> said_;
  std::set<Id> moved_;
  std::set<Id> daysChanged_;
  std::map<Id, std::string> retimed_;  ///< another hour of the same day, in words
  std::size_t others_ = 0;
};

}  // namespace

std::string senderOf(const Preview& preview) {
  const Person* person = findAlive(preview.head.people, preview.from);
  return person && !person->name->empty() ? *person->name : std::string();
}

std::string changeSummary(const Reader& reader, const Workspace& model, const Preview& preview) {
  Telling telling(reader, [&](const Id& id) {
    const auto here = model.mentorships.find(preview.head.id);
    const Session* session = here == model.mentorships.end() ? nullptr : findAlive(here->second.sessions, id);
    const bool elsewhere = session && !session->zone->empty() && *session->zone != reader.localZone;
    return elsewhere ? cityOf(*session->zone) : std::string();
  });
  for (const Difference& one : preview.shown) telling.add(one);
  const auto parts = telling.parts(preview.changes - preview.shown.size());
  if (parts.empty()) return {};
  std::string all;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    all = joined(reader, {all, parts[at]}, at + 1 == parts.size() ? S::told_and : S::listed);
  }
  const std::string sender = senderOf(preview);
  return say(reader, S::told,
             {{"name", sender.empty() ? say(reader, S::told_file) : std::string_view(sender)}, {"changes", all}});
}

}  // namespace cairn

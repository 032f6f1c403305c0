#pragma once
// Field<T>: one field of a thing that several people may write, and what is needed to merge it.
//
// A write carries a Dot (who wrote, and that writer's counter) and a context: per writer, the
// highest dot *of this field* that it overwrote. Two copies merge by keeping each value that the
// other side's same field has not overwritten. Writes that did not see one another both stay
// ("two versions"); the stamp only chooses which of them shows.
//
// Use: `goal.title.get()`; `goal.title.set("…")` makes a pending write, which replica/commit.hpp
// turns into a dotted one. A field without any version says nothing: absence never means deletion.
#include <algorithm>
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace cairn {

/// One live writer (a tab's slot, a one-time export, a command-line run): 40 random bits.
using Writer = std::uint64_t;
constexpr int kWriterDigits = 8;

struct Dot {
  Writer writer = 0;
  std::uint64_t counter = 0;
  friend auto operator<=>(const Dot&, const Dot&) = default;
  /// A pending write has no dot yet.
  bool pending() const { return counter == 0; }
};

/// Per writer, the highest counter that was seen. Sorted by writer; a handful of entries.
class Context {
 public:
  bool covers(const Dot& dot) const {
    const auto found = find(dot.writer);
    return found != seen_.end() && found->writer == dot.writer && found->counter >= dot.counter;
  }
  void add(const Dot& dot) {
    const auto found = seen_.begin() + (find(dot.writer) - seen_.cbegin());
    if (found == seen_.end() || found->writer != dot.writer) {
      seen_.insert(found, dot);
    } else {
      found->counter = std::max(found->counter, dot.counter);
    }
  }
  void join(const Context& other) {
    for (const auto& dot : other.seen_) add(dot);
  }
  bool empty() const { return seen_.empty(); }
  const std::vector<Dot>& dots() const { return seen_; }
  friend bool operator==(const Context&, const Context&) = default;

 private:
  std::vector<Dot>::const_iterator find(Writer writer) const {
    return std::lower_bound(seen_.begin(), seen_.end(), writer,
                            [](const Dot& dot, Writer wanted) { return dot.writer < wanted; });
  }
  std::vector<Dot> seen_;
};

template <class T>
struct Version {
  T value{};
  Dot dot;
  Instant stamp = 0;
  friend bool operator==(const Version&, const Version&) = default;
};

template <class T>
class Field {
 public:
  using Value = T;

  /// What shows: the version with the latest stamp (dot, then value, where stamps are equal).
  const T& get() const {
    static const T kNone{};
    if (versions_.empty()) return kNone;
    return std::max_element(versions_.begin(), versions_.end(), later)->value;
  }
  const T& operator*() const { return get(); }
  const T* operator->() const { return &get(); }

  /// A pending write, alone in this field.
  void set(T value) { versions_.assign(1, Version<T>{std::move(value), Dot{}, 0}); }

  /// True when nothing is known of this field here: no version and no context.
  bool silent() const { return versions_.empty() && context_.empty(); }
  bool isPending() const { return versions_.size() == 1 && versions_.front().dot.pending(); }

  /// Values that were written without sight of each other; equal values count once.
  std::size_t differentValues() const {
    std::size_t count = 0;
    for (std::size_t at = 0; at < versions_.size(); ++at) {
      const auto sameBefore = [&](const Version<T>& other) { return other.value == versions_[at].value; };
      const auto end = versions_.begin() + static_cast<std::ptrdiff_t>(at);
      if (std::none_of(versions_.begin(), end, sameBefore)) ++count;
    }
    return count;
  }

  const std::vector<Version<T>>& versions() const { return versions_; }
  const Context& context() const { return context_; }

  void addVersion(Version<T> version) {
    const auto place = std::lower_bound(versions_.begin(), versions_.end(), version, before);
    if (place == versions_.end() || !(*place == version)) versions_.insert(place, std::move(version));
  }
  void addContext(const Context& more) { context_.join(more); }
  void dropCovered(const Context& by) {
    std::erase_if(versions_, [&](const Version<T>& version) { return by.covers(version.dot); });
  }
  /// All that this field has seen: its context and its live dots.
  Context seen() const {
    Context all = context_;
    for (const auto& version : versions_) all.add(version.dot);
    return all;
  }
  friend bool operator==(const Field&, const Field&) = default;

 private:
  // Two values under one dot (a cloned profile, a forgery) are both kept, ordered by value.
  static bool before(const Version<T>& a, const Version<T>& b) {
    if (a.dot != b.dot) return a.dot < b.dot;
    if (a.value != b.value) return a.value < b.value;
    return a.stamp < b.stamp;
  }
  static bool later(const Version<T>& a, const Version<T>& b) {
    if (a.stamp != b.stamp) return a.stamp < b.stamp;
    return before(a, b);
  }

  std::vector<Version<T>> versions_;  // sorted by `before`; nearly always one
  Context context_;
};

/// Takes from `from` what `into` has not overwritten, and drops what `from` has.
template <class T>
void mergeField(Field<T>& into, const Field<T>& from) {
  if (from.silent()) return;
  into.dropCovered(from.context());
  for (const auto& version : from.versions()) {
    if (!into.context().covers(version.dot)) into.addVersion(version);
  }
  into.addContext(from.context());
}

}  // namespace cairn

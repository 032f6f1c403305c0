#pragma once
// Field<T>: one field of a thing that several people may write, and what is needed to merge it.
//
// A write carries a Dot (who wrote, and that writer's counter) and a context: per writer, the
// highest dot *of this field* that it overwrote. Two copies merge by keeping each value that the
// other side's same field has not overwritten. Writes that did not see one another both stay
// ("two versions"); the stamp only chooses which of them shows.
//
// Use: `goal.title.get()`; `goal.title.set("…")` makes a pending write, which command/command.hpp
// turns into a dotted one. A field without any version says nothing: absence never means deletion.
#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
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

/// The live values of one field, and what they overwrote. Most fields of most things are silent: they
/// take one pointer. Of the others nearly all hold one value and no context.
template <class T>
class Field {
 public:
  using Value = T;

  Field() = default;
  Field(const Field& other) : body_(other.body_ ? std::make_unique<Body>(*other.body_) : nullptr) {}
  Field(Field&&) noexcept = default;
  Field& operator=(const Field& other) {
    if (this != &other) body_ = other.body_ ? std::make_unique<Body>(*other.body_) : nullptr;
    return *this;
  }
  Field& operator=(Field&&) noexcept = default;
  ~Field() = default;

  /// What shows: the version with the latest stamp (dot, then value, where stamps are equal).
  const T& get() const {
    static const T kNone{};
    const auto all = versions();
    if (all.empty()) return kNone;
    return std::max_element(all.begin(), all.end(), later)->value;
  }
  const T& operator*() const { return get(); }
  const T* operator->() const { return &get(); }

  /// A pending write, alone in this field.
  void set(T value) {
    if (!body_) body_ = std::make_unique<Body>();
    body_->only = Version<T>{std::move(value), Dot{}, 0};
    body_->any = true;
    body_->more.reset();
  }
  /// A pending write of all values that `other` holds, beside one another; what shows there shows here.
  void setAllOf(const Field& other) {
    if (other.versions().size() < 2) return set(other.get());
    std::vector<Version<T>> all(other.versions().begin(), other.versions().end());
    std::sort(all.begin(), all.end(), later);
    body_ = std::make_unique<Body>();
    for (std::size_t at = 0; at < all.size(); ++at) {
      const auto isSame = [&](const Version<T>& one) { return one.value == all[at].value; };
      if (std::any_of(all.begin() + static_cast<std::ptrdiff_t>(at) + 1, all.end(), isSame)) continue;
      addVersion({all[at].value, Dot{}, static_cast<Instant>(at)});
    }
  }
  /// Gives a pending write of one value its dot.
  void sign(const Dot& dot, Instant stamp) {
    body_->only.dot = dot;
    body_->only.stamp = stamp;
  }

  /// True when nothing is known of this field here: no version and no context.
  bool silent() const {
    if (!body_) return true;
    return !body_->any && (!body_->more || body_->more->context.empty());
  }
  /// True when it is silent, or all that is known of it is one signed value.
  bool isSimple() const { return !body_ || (body_->any && !body_->more && !body_->only.dot.pending()); }
  bool isPending() const {
    const auto all = versions();
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const Version<T>& one) { return one.dot.pending(); });
  }
  /// Whether both hold the same values, however often and by whom they were written.
  bool sameValues(const Field& other) const { return holdsAllOf(other) && other.holdsAllOf(*this); }

  /// Values that were written without sight of each other; equal values count once.
  std::size_t differentValues() const {
    const auto all = versions();
    std::size_t count = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
      const auto sameBefore = [&](const Version<T>& other) { return other.value == all[at].value; };
      if (std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at), sameBefore)) ++count;
    }
    return count;
  }

  /// Sorted by dot, then value.
  std::span<const Version<T>> versions() const {
    if (!body_) return {};
    if (body_->more && !body_->more->versions.empty()) return body_->more->versions;
    return {&body_->only, body_->any ? 1U : 0U};
  }
  const Context& context() const {
    static const Context kNone;
    return body_ && body_->more ? body_->more->context : kNone;
  }

  void addVersion(Version<T> version) {
    if (!body_) body_ = std::make_unique<Body>();
    if (!body_->any) {
      body_->only = std::move(version);
      body_->any = true;
      return;
    }
    std::vector<Version<T>> all = takeVersions();
    const auto place = std::lower_bound(all.begin(), all.end(), version, before);
    if (place == all.end() || !(*place == version)) all.insert(place, std::move(version));
    putVersions(std::move(all));
  }
  void addContext(const Context& more) {
    if (more.empty()) return;
    if (!body_) body_ = std::make_unique<Body>();
    if (!body_->more) body_->more = std::make_unique<More>();
    body_->more->context.join(more);
  }
  void dropCovered(const Context& by) {
    const auto covered = [&](const Version<T>& version) { return by.covers(version.dot); };
    const auto all = versions();
    if (std::none_of(all.begin(), all.end(), covered)) return;
    std::vector<Version<T>> rest = takeVersions();
    std::erase_if(rest, covered);
    putVersions(std::move(rest));
  }
  /// All that this field has seen: its context and its live dots.
  Context seen() const {
    Context all = context();
    for (const auto& version : versions()) all.add(version.dot);
    return all;
  }
  /// The same field with other dots: `renameDot(dot)`, `renameContext(context)`.
  template <class RenameDot, class RenameContext>
  Field renamed(RenameDot&& renameDot, RenameContext&& renameContext) const {
    Field copy;
    for (const auto& version : versions()) copy.addVersion({version.value, renameDot(version.dot), version.stamp});
    copy.addContext(renameContext(context()));
    return copy;
  }
  friend bool operator==(const Field& a, const Field& b) {
    if (!a.body_ && !b.body_) return true;
    if (a.body_ && b.body_ && !a.body_->more && !b.body_->more) {
      return a.body_->any == b.body_->any && (!a.body_->any || a.body_->only == b.body_->only);
    }
    const auto ours = a.versions();
    const auto theirs = b.versions();
    return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end()) && a.context() == b.context();
  }

 private:
  struct More {
    std::vector<Version<T>> versions;  // all of them where they are two or more, else none
    Context context;
  };
  struct Body {
    Version<T> only;
    bool any = false;
    std::unique_ptr<More> more;

    Body() = default;
    Body(const Body& other)
        : only(other.only), any(other.any), more(other.more ? std::make_unique<More>(*other.more) : nullptr) {}
    Body(Body&&) = delete;
    Body& operator=(const Body&) = delete;
    Body& operator=(Body&&) = delete;
    ~Body() = default;
  };

  bool holdsAllOf(const Field& other) const {
    const auto ours = versions();
    const auto theirs = other.versions();
    return std::all_of(theirs.begin(), theirs.end(), [&](const Version<T>& wanted) {
      return std::any_of(ours.begin(), ours.end(), [&](const Version<T>& one) { return one.value == wanted.value; });
    });
  }
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
  std::vector<Version<T>> takeVersions() {
    if (body_->more && !body_->more->versions.empty()) return std::exchange(body_->more->versions, {});
    std::vector<Version<T>> all;
    if (body_->any) all.push_back(std::move(body_->only));
    return all;
  }
  void putVersions(std::vector<Version<T>> all) {
    body_->any = !all.empty();
    body_->only = all.size() == 1 ? std::move(all.front()) : Version<T>{};
    if (all.size() < 2) return;
    if (!body_->more) body_->more = std::make_unique<More>();
    body_->more->versions = std::move(all);
  }

  std::unique_ptr<Body> body_;
};

/// The place of an enum's value in the order of its words: what is stored of every enum.
struct Choice {
  std::int32_t place = 0;
  friend auto operator<=>(const Choice&, const Choice&) = default;
};

/// A field of an enum: stored as its Choice, so that walks know one kind of value for all enums.
template <class E>
requires std::is_enum_v<E>
class Field<E> : public Field<Choice> {
 public:
  using Value = E;
  E get() const { return static_cast<E>(Field<Choice>::get().place); }
  E operator*() const { return get(); }
  void set(E value) { Field<Choice>::set(Choice{static_cast<std::int32_t>(value)}); }
};

/// Takes from `from` what `into` has not overwritten, and drops what `from` has. True when that
/// changed `into`.
template <class T>
bool mergeField(Field<T>& into, const Field<T>& from) {
  if (from.silent()) return false;
  if (into.silent()) {
    into = from;
    return true;
  }
  if (into == from) return false;
  const Field<T> old = into;
  into.dropCovered(from.context());
  for (const auto& version : from.versions()) {
    if (!into.context().covers(version.dot)) into.addVersion(version);
  }
  into.addContext(from.context());
  return !(into == old);
}

}  // namespace cairn

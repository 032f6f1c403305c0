#pragma once
// A root of either kind, as the document sees it, and how one field of it is read: checked, signed,
// given its versions. codec/root_read.hpp walks over the fields.
#include <algorithm>
#include <array>
#include <map>

#include "codec/dots.hpp"
#include "codec/values.hpp"
#include "codec/where.hpp"
#include "model/workspace.hpp"

namespace cairn {

/// A root of either kind, as the document sees it.
class RootReader {
 public:
  virtual ~RootReader() = default;

  void setId(const Id& id) { id_ = id; }
  bool hasId() const { return static_cast<bool>(id_); }
  void setPlace(std::string place) { place_ = std::move(place); }
  /// True when the collection's items may come one by one.
  virtual bool knows(std::string_view collection) const = 0;
  virtual void planMember(Lane lane, const std::string& name, Json json) = 0;
  virtual void planItem(Lane lane, std::string_view collection, std::size_t index, Json json) = 0;
  void planSum(Lane lane, std::uint32_t sum) { books_[at(lane)].sum = sum; }
  void mergeMember(Lane lane, std::string_view name, Json& json);
  virtual void entry(Lane lane, std::string_view section, std::string_view collection, std::string_view id,
                     Json json) = 0;
  /// True when entries of the bookkeeping may come now: the plan is read, and theirs.
  bool ready(Lane lane) const { return books_[at(lane)].fits() && books_[at(lane)].hasWriters; }
  bool fits(Lane lane) const { return books_[at(lane)].fits(); }
  bool hasPlan(Lane lane) const { return books_[at(lane)].sum.has_value(); }

  void fail(std::string path, std::string message) {
    if (!error_) error_ = Error{"plan", std::move(message), place_ + std::move(path)};
  }
  const std::optional<Error>& error() const { return error_; }

 protected:
  struct Book {
    std::optional<std::uint32_t> sum;  ///< of the plan that was read
    std::string check;
    WriterList writers;
    bool hasWriters = false;
    bool fits() const { return sum && check == "crc32:" + toHex(*sum); }
  };
  static std::size_t at(Lane lane) { return lane == Lane::shared ? 0 : 1; }

  template <class Value>
  void readField(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& json, const Where& where) {
    Value value{};
    std::string why;
    if (declared.lane != lane) {
      why = declared.lane == Lane::own ? "belongs in \"private\"" : "belongs in \"plan\"";
    } else {
      why = readAllowed(declared, json, value);
    }
    if (!why.empty()) return fail(where.text(declared.name), std::move(why));
    field.set(std::move(value));
  }

  /// The signature that all pending values of a thing share, but for those that are named.
  template <class Value>
  static void signShared(std::string_view name, Field<Value>& field, const Json& named, const Signature& signature) {
    const bool beside = name.starts_with('/');  // signed in finish(), wherever it stood
    if (!field.isPending() || beside || named.member(name)) return;
    field.sign(signature.dot, signature.stamp);
  }
  template <class Value>
  static void signNamed(Field<Value>& field, const Signature& signature, const Context& context) {
    if (!field.isPending()) field.set({});
    field.sign(signature.dot, signature.stamp);
    field.addContext(context);
  }

  /// Empty where the value is one that the declaration allows.
  template <class Value>
  static std::string readAllowed(const FieldTraits& declared, Json& json, Value& value) {
    std::string why = readValue(json, value, declared.limit);
    if constexpr (std::is_same_v<Value, std::int64_t>) {
      if (why.empty() && (value < declared.least || value > declared.most)) {
        why = "must be from " + std::to_string(declared.least) + " to " + std::to_string(declared.most);
      }
    }
    return why;
  }

  template <class Value>
  void readVersions(Lane lane, const FieldTraits& declared, Field<Value>& field, Json& book, const std::string& place) {
    const WriterList& writers = books_[at(lane)].writers;
    field = {};
    if (const Json* overwrote = book.member("overwrote")) {
      const auto context = overwrote->text() ? contextFromText(writers, *overwrote->text()) : std::nullopt;
      if (!context) return fail(place + ".overwrote", "must be a context such as \"0:12\"");
      field.addContext(*context);
    }
    for (auto& [name, values] : book.members() ? *book.members() : JsonMembers{}) {
      if (name != "values" || !values.array()) continue;
      for (auto& item : *values.array()) {
        Version<Value> version;
        std::optional<std::pair<Signature, Context>> signature;
        bool hasValue = false;
        for (auto& [key, member] : item.members() ? *item.members() : JsonMembers{}) {
          if (key == "dot" && member.text()) signature = signatureFromText(writers, *member.text());
          if (key != "value") continue;
          hasValue = true;
          if (auto why = readAllowed(declared, member, version.value); !why.empty()) return fail(place, std::move(why));
        }
        if (!signature || !hasValue) return fail(place, "a version needs a value and a dot");
        version.dot = signature->first.dot;
        version.stamp = signature->first.stamp;
        field.addVersion(std::move(version));
      }
    }
  }

  virtual void author(Writer writer, const Author& author) = 0;

  Id id_;
  std::string place_;
  std::array<Book, 2> books_;
  std::optional<Error> error_;
};

}  // namespace cairn

#include <charconv>
#include <map>

#include "codec/plan.hpp"
#include "codec/values.hpp"

namespace cairn {
namespace {

constexpr std::uint64_t kMaxCounter = std::uint64_t{1} << 53U;

std::optional<std::int64_t> wholeNumber(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  if (static_cast<std::uint64_t>(number) > kMaxCounter) return std::nullopt;
  return number;
}

std::optional<Writer> writerFromText(std::string_view text) {
  if (text.size() != static_cast<std::size_t>(kWriterDigits)) return std::nullopt;
  return fromBase32(text);
}

/// Walks over one mentorship's JSON; the first fault ends it.
class Reader {
 public:
  explicit Reader(const Json* merge) : merge_(merge) {
    index("dots", dots_);
    index("contexts", contexts_);
    index("deleted", deleted_);
    index("versions", versions_);
  }

  template <class T>
  void readThing(std::string_view collection, const Json& json, T& thing, const std::string& path) {
    if (!json.members()) return fail(path, "must be an object");
    const std::string id = bookKey(collection, thing.id);
    const Json* dots = find(dots_, id);
    const Json* contexts = find(contexts_, id);
    const Json* versions = find(versions_, id);
    std::string common;
    if (dots && dots->text()) common = *dots->text();
    if (dots && dots->member("") && dots->member("")->text()) common = *dots->member("")->text();
    forEachField<T>([&](const auto& declared) {
      if (error_) return;
      const std::string place = path + (path.empty() ? "" : ".") + std::string(declared.name);
      auto& field = thing.*declared.member;
      if (const Json* context = contexts ? contexts->member(declared.name) : nullptr) {
        field.addContext(readContext(*context, "merge.contexts." + id));
      }
      if (const Json* list = versions ? versions->member(declared.name) : nullptr) {
        return readVersions(*list, field, declared.limit, place);
      }
      readOnly(json.member(declared.name), dots ? dots->member(declared.name) : nullptr, common, field, declared.limit,
               place);
    });
    if (const Json* deleted = find(deleted_, id)) thing.deleted = readContext(*deleted, "merge.deleted." + id);
  }

  void fail(const std::string& path, std::string message) {
    if (!error_) error_ = Error{"plan", std::move(message), path};
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  using Index = std::map<std::string, const Json*, std::less<>>;

  void index(std::string_view name, Index& into) const {
    const Json* section = merge_ ? merge_->member(name) : nullptr;
    if (!section || !section->members()) return;
    for (const auto& [key, json] : *section->members()) into.emplace(key, &json);
  }
  static const Json* find(const Index& index, const std::string& id) {
    const auto found = index.find(id);
    return found == index.end() ? nullptr : found->second;
  }

  template <class Value>
  void readOnly(const Json* json, const Json* ownDot, const std::string& common, Field<Value>& field, std::size_t limit,
                const std::string& place) {
    Version<Value> version;
    if (json) {
      if (auto why = readValue(*json, version.value, limit); !why.empty()) return fail(place, std::move(why));
    }
    if (!merge_) {
      if (json) field.set(std::move(version.value));
      return;
    }
    if (!json && !ownDot) return;
    const std::string* dot = ownDot ? ownDot->text() : &common;
    const auto stamped = dot ? stampedFromText(*dot) : std::nullopt;
    if (!stamped) return fail(place, "has no valid dot in merge.dots");
    version.dot = stamped->first;
    version.stamp = stamped->second;
    field.addVersion(std::move(version));
  }

  template <class Value>
  void readVersions(const Json& list, Field<Value>& field, std::size_t limit, const std::string& place) {
    if (!list.array()) return fail(place, "versions must be a list");
    for (const auto& item : *list.array()) {
      const Json* value = item.member("value");
      const Json* dot = item.member("dot");
      const auto stamped = dot && dot->text() ? stampedFromText(*dot->text()) : std::nullopt;
      if (!value || !stamped) return fail(place, "a version needs a value and a dot");
      Version<Value> version;
      if (auto why = readValue(*value, version.value, limit); !why.empty()) return fail(place, std::move(why));
      version.dot = stamped->first;
      version.stamp = stamped->second;
      field.addVersion(std::move(version));
    }
  }

  Context readContext(const Json& json, const std::string& place) {
    Context context;
    if (!json.members()) {
      fail(place, "must be an object of writers and counters");
      return context;
    }
    for (const auto& [key, counter] : *json.members()) {
      const auto writer = writerFromText(key);
      if (!writer || !counter.integer() || *counter.integer() < 1) {
        fail(place, "\"" + key + "\" is no writer with a counter");
        return context;
      }
      context.add({*writer, static_cast<std::uint64_t>(*counter.integer())});
    }
    return context;
  }

  const Json* merge_;
  Index dots_;
  Index contexts_;
  Index deleted_;
  Index versions_;
  std::optional<Error> error_;
};

template <class T>
void readCollection(Reader& reader, const Json& plan, const Id& mentorship, std::string_view name, Things<T>& things,
                    bool proposal) {
  const Json* list = plan.member(name);
  if (!list) return;
  const std::string collection(name);
  if (!list->array()) return reader.fail(collection, "must be a list");
  for (std::size_t at = 0; at < list->array()->size(); ++at) {
    const Json& json = (*list->array())[at];
    const std::string place = collection + "[" + std::to_string(at) + "]";
    const Json* idJson = json.member("id");
    Id id;
    if (idJson) {
      const auto read = idJson->text() ? idFromText(*idJson->text()) : std::nullopt;
      if (!read || !*read) return reader.fail(place + ".id", "must be an id of 16 letters and digits");
      id = *read;
    } else if (proposal) {
      id = derivedId(name, toText(mentorship) + writeJsonCompact(json));
    } else {
      return reader.fail(place, "has no id");
    }
    if (things.contains(id)) return reader.fail(place + ".id", "stands twice");
    reader.readThing(name, json, thingAt(things, id), place);
  }
}

}  // namespace

std::optional<std::pair<Dot, Instant>> stampedFromText(std::string_view text) {
  const auto colon = text.find(':');
  const auto at = text.find('@');
  if (colon == std::string_view::npos || at == std::string_view::npos || at < colon) return std::nullopt;
  const auto writer = writerFromText(text.substr(0, colon));
  const auto counter = wholeNumber(text.substr(colon + 1, at - colon - 1));
  const auto stamp = wholeNumber(text.substr(at + 1));
  if (!writer || !counter || *counter == 0 || !stamp) return std::nullopt;
  return std::pair{Dot{*writer, static_cast<std::uint64_t>(*counter)}, Instant{*stamp}};
}

Result<Mentorship> mentorshipFromJson(const Id& id, const Json& plan, const Json* merge) {
  Mentorship mentorship;
  mentorship.id = id;
  Reader reader(merge);
  reader.readThing("", plan, mentorship, "");
  forEachCollection([&](const auto& declared) {
    readCollection(reader, plan, id, declared.name, mentorship.*declared.member, merge == nullptr);
  });
  if (reader.error()) return tl::unexpected(*reader.error());
  return mentorship;
}

Result<Settings> settingsFromJson(const Json& json) {
  Settings settings;
  const Json* plan = json.member("plan");
  const Json* merge = json.member("merge");
  if (!plan || !merge) return failure("plan", "needs plan and merge", "settings");
  Reader reader(merge);
  reader.readThing("", *plan, settings, "settings");
  if (reader.error()) return tl::unexpected(*reader.error());
  return settings;
}

}  // namespace cairn

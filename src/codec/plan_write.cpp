#include <map>

#include "codec/plan.hpp"
#include "codec/values.hpp"

namespace cairn {

std::string dotToText(const Dot& dot) {
  return toBase32(dot.writer, kWriterDigits) + ":" + std::to_string(dot.counter);
}

std::string stampedToText(const Dot& dot, Instant stamp) { return dotToText(dot) + "@" + std::to_string(stamp); }

std::string bookKey(std::string_view collection, const Id& id) {
  return collection.empty() ? std::string("mentorship") : std::string(collection) + "/" + toText(id);
}

namespace {

template <class T>
JsonMembers fieldsToJson(const T& thing, bool withId) {
  JsonMembers members;
  if (withId) members.emplace_back("id", Json(toText(thing.id)));
  forEachField<T>([&](const auto& declared) {
    using Value = typename std::remove_cvref_t<decltype(thing.*declared.member)>::Value;
    const auto& field = thing.*declared.member;
    const Value& value = *field;
    if (!field.versions().empty() && !isLeftOut(value)) members.emplace_back(std::string(declared.name), toJson(value));
  });
  return members;
}

Json contextToJson(const Context& context) {
  JsonMembers members;
  for (const auto& dot : context.dots()) {
    members.emplace_back(toBase32(dot.writer, kWriterDigits), Json(static_cast<std::int64_t>(dot.counter)));
  }
  return Json(std::move(members));
}

struct Bookkeeping {
  JsonMembers dots;
  JsonMembers contexts;
  JsonMembers deleted;
  JsonMembers versions;
};

/// The dot that most fields of a thing share, usually that of its creation: written once for all.
template <class T>
std::string commonDot(const T& thing) {
  std::map<std::string, int> counts;
  forEachField<T>([&](const auto& declared) {
    for (const auto& version : (thing.*declared.member).versions()) ++counts[stampedToText(version.dot, version.stamp)];
  });
  std::string best;
  int most = 0;
  for (const auto& [dot, count] : counts) {
    if (count > most) {
      best = dot;
      most = count;
    }
  }
  return best;
}

template <class T>
void addThing(std::string_view collection, const T& thing, Bookkeeping& book) {
  const std::string id = bookKey(collection, thing.id);
  const std::string common = commonDot(thing);
  JsonMembers dots;
  JsonMembers contexts;
  JsonMembers versions;
  if (!common.empty()) dots.emplace_back("", Json(common));
  forEachField<T>([&](const auto& declared) {
    const auto& field = thing.*declared.member;
    const std::string name(declared.name);
    if (!field.context().empty()) contexts.emplace_back(name, contextToJson(field.context()));
    if (field.versions().size() == 1) {
      const auto& only = field.versions().front();
      const std::string dot = stampedToText(only.dot, only.stamp);
      if (dot != common || isLeftOut(only.value)) dots.emplace_back(name, Json(dot));
    } else if (field.versions().size() > 1) {
      JsonArray all;
      for (const auto& version : field.versions()) {
        all.emplace_back(
            JsonMembers{{"dot", Json(stampedToText(version.dot, version.stamp))}, {"value", toJson(version.value)}});
      }
      versions.emplace_back(name, Json(std::move(all)));
    }
  });
  if (dots.size() == 1 && !common.empty()) {
    book.dots.emplace_back(id, Json(common));
  } else if (!dots.empty()) {
    book.dots.emplace_back(id, Json(std::move(dots)));
  }
  if (!contexts.empty()) book.contexts.emplace_back(id, Json(std::move(contexts)));
  if (!versions.empty()) book.versions.emplace_back(id, Json(std::move(versions)));
  if (!thing.deleted.empty()) book.deleted.emplace_back(id, contextToJson(thing.deleted));
}

Json toJson(Bookkeeping book, std::string check) {
  JsonMembers merge;
  if (!check.empty()) merge.emplace_back("check", Json(std::move(check)));
  merge.emplace_back("dots", Json(std::move(book.dots)));
  merge.emplace_back("contexts", Json(std::move(book.contexts)));
  merge.emplace_back("deleted", Json(std::move(book.deleted)));
  merge.emplace_back("versions", Json(std::move(book.versions)));
  return Json(std::move(merge));
}

/// A deleted thing stays in its collection as its id alone, so that its deletion has a home.
template <class T>
bool belongsInPlan(const T& thing) {
  bool any = false;
  forEachField<T>([&](const auto& declared) { any = any || !(thing.*declared.member).silent(); });
  return any || !thing.deleted.empty();
}

}  // namespace

Json planOf(const Mentorship& mentorship) {
  JsonMembers plan = fieldsToJson(mentorship, false);
  forEachCollection([&](const auto& declared) {
    JsonArray items;
    for (const auto& [id, thing] : mentorship.*declared.member) {
      if (belongsInPlan(thing)) items.emplace_back(fieldsToJson(thing, true));
    }
    if (!items.empty()) plan.emplace_back(std::string(declared.name), Json(std::move(items)));
  });
  return Json(std::move(plan));
}

Json mergeOf(const Mentorship& mentorship, const Json& plan) {
  Bookkeeping book;
  addThing("", mentorship, book);
  forEachCollection([&](const auto& declared) {
    for (const auto& [id, thing] : mentorship.*declared.member) {
      if (belongsInPlan(thing)) addThing(declared.name, thing, book);
    }
  });
  return toJson(std::move(book), checkOf(plan));
}

Json settingsToJson(const Settings& settings) {
  Bookkeeping book;
  addThing("", settings, book);
  return Json(JsonMembers{{"plan", Json(fieldsToJson(settings, false))}, {"merge", toJson(std::move(book), {})}});
}

std::string checkOf(const Json& plan) { return "fnv1a64:" + toBase32(checksum(writeJsonCompact(plan)), 13); }

}  // namespace cairn

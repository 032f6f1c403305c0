#include <type_traits>

#include "command/command.hpp"

namespace cairn {
namespace {

std::vector<std::string_view> parts(std::string_view path) {
  std::vector<std::string_view> found;
  for (std::size_t from = 0; from <= path.size();) {
    const auto slash = std::min(path.find('/', from), path.size());
    found.push_back(path.substr(from, slash - from));
    from = slash + 1;
  }
  return found;
}

bool setText(Thing& thing, const ThingType& type, std::string_view field, const std::string& text) {
  bool set = false;
  withField(type, field, [&](const FieldTraits&, auto at) {
    if constexpr (std::is_same_v<typename decltype(at)::Value, std::string>) {
      at.in(thing).set(text);
      set = true;
    }
  });
  return set;
}

}  // namespace

std::string textPath(const Id& mentorship, std::string_view collection, const Id& thing, std::string_view field) {
  std::string path = toText(mentorship) + "/";
  if (!collection.empty()) path += std::string(collection) + "/" + toText(thing) + "/";
  return path + std::string(field);
}

std::optional<Context> seenOfText(const Workspace& model, std::string_view path) {
  const auto part = parts(path);
  if (part.size() != 2 && part.size() != 4) return std::nullopt;
  const auto mentorship = idFromText(part[0]);
  const auto known = mentorship ? model.mentorships.find(*mentorship) : model.mentorships.end();
  if (known == model.mentorships.end()) return std::nullopt;
  const auto id = part.size() == 4 ? idFromText(part[2]) : std::nullopt;
  const CollectionType* declared = id ? rootTypeOf<Mentorship>().find(part[1]) : nullptr;
  const Thing* thing = part.size() == 2 ? &known->second : declared ? declared->in(known->second).find(*id) : nullptr;
  if (!thing) return std::nullopt;
  std::optional<Context> seen;
  withField(declared ? declared->type : typeOf<Mentorship>(), part.back(),
            [&](const FieldTraits&, auto at) { seen = at.in(*thing).seen(); });
  return seen;
}

std::optional<Command> textCommand(const Workspace& model, std::string_view path, const std::string& text,
                                   MayRevive revive) {
  Command command{CommandName::textEdit, {}, {}};
  const auto part = parts(path);
  if (part.size() == 2 && part[0] == "settings") {
    if (!setText(command.edit.settings, typeOf<Settings>(), part[1], text)) return std::nullopt;
    return command;
  }
  if (part.size() != 2 && part.size() != 4) return std::nullopt;
  const auto mentorship = idFromText(part[0]);
  const auto known = mentorship ? model.mentorships.find(*mentorship) : model.mentorships.end();
  if (known == model.mentorships.end()) return std::nullopt;
  Mentorship& edit = command.edit.at(*mentorship);
  if (part.size() == 2) {
    if (!setText(edit, typeOf<Mentorship>(), part[1], text)) return std::nullopt;
    return command;
  }
  const auto id = idFromText(part[2]);
  const CollectionType* declared = id ? rootTypeOf<Mentorship>().find(part[1]) : nullptr;
  const Thing* thing = declared ? declared->in(known->second).find(*id) : nullptr;
  if (!thing || (revive == MayRevive::no && !isAlive(*thing, declared->type))) return std::nullopt;
  if (!setText(declared->in(edit).at(*id), declared->type, part[3], text)) return std::nullopt;
  return command;
}

}  // namespace cairn

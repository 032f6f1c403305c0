#include "query/reach.hpp"

#include "query/people.hpp"

namespace cairn {

std::string phoneAddress(std::string number) {
  std::erase(number, ' ');
  return number.empty() ? number : "tel:" + number;
}

std::string webAddress(std::string_view text) {
  if (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:"))
    return std::string(text);
  const auto host = text.substr(0, text.find('/'));
  const auto dot = host.find('.');
  const bool looksLikeOne = dot != std::string_view::npos && dot > 0 && dot + 1 < host.size() &&
                            host.find_first_of(" @:\t\n") == std::string_view::npos &&
                            text.find_first_of(" \t\n") == std::string_view::npos;
  return looksLikeOne ? "https://" + std::string(text) : std::string();
}

std::string joinAddress(const Mentorship& mentorship, const Session& session) {
  const auto others = othersOf(mentorship);
  const auto theirs = [&](const Field<std::string> Person::*channel) -> std::string {
    for (const Person* other : others) {
      if (!(other->*channel)->empty()) return *(other->*channel);
    }
    return {};
  };
  const auto theirPage = [&](const Field<std::string> Person::*channel) { return webAddress(theirs(channel)); };
  if (*session.how == SessionHow::phone) return phoneAddress(theirs(&Person::phone));
  if (*session.how == SessionHow::chat) return theirPage(&Person::chat);
  if (*session.how != SessionHow::video) return {};
  const Person* me = meOf(mentorship);
  if (std::string mine = me ? webAddress(*me->video) : std::string(); !mine.empty()) return mine;
  for (const auto channel : {&Person::video, &Person::chat, &Person::booking}) {
    if (std::string address = theirPage(channel); !address.empty()) return address;
  }
  return phoneAddress(theirs(&Person::phone));
}

}  // namespace cairn

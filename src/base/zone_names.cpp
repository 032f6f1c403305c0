#include "base/zone_names.hpp"

#include <algorithm>
#include <array>

namespace cairn {
namespace {

struct AlsoCalled {
  std::string_view word;  ///< folded; capitals stand for an abbreviation
  std::string_view zone;
};

// Former names are the links of the tz database's file "backward" and the names that Chromium's Intl still lists;
// countries are those of its "zone1970.tab" that have one zone and no city that people would type instead.
constexpr auto kAlsoCalled = std::to_array<AlsoCalled>({
    {"asmera", "Africa/Asmara"},
    {"bangalore", "Asia/Kolkata"},
    {"bombay", "Asia/Kolkata"},
    {"buenos aires", "America/Argentina/Buenos_Aires"},
    {"calcutta", "Asia/Kolkata"},
    {"coral harbour", "America/Atikokan"},
    {"godthab", "America/Nuuk"},
    {"indianapolis", "America/Indiana/Indianapolis"},
    {"katmandu", "Asia/Kathmandu"},
    {"kiev", "Europe/Kyiv"},
    {"peking", "Asia/Shanghai"},
    {"beijing", "Asia/Shanghai"},
    {"ponape", "Pacific/Pohnpei"},
    {"rangoon", "Asia/Yangon"},
    {"saigon", "Asia/Ho_Chi_Minh"},
    {"truk", "Pacific/Chuuk"},
    {"ukraine", "Europe/Kyiv"},
    {"austria", "Europe/Vienna"},
    {"bangladesh", "Asia/Dhaka"},
    {"belgium", "Europe/Brussels"},
    {"bulgaria", "Europe/Sofia"},
    {"china", "Asia/Shanghai"},
    {"colombia", "America/Bogota"},
    {"croatia", "Europe/Zagreb"},
    {"czechia", "Europe/Prague"},
    {"denmark", "Europe/Copenhagen"},
    {"egypt", "Africa/Cairo"},
    {"ethiopia", "Africa/Addis_Ababa"},
    {"finland", "Europe/Helsinki"},
    {"france", "Europe/Paris"},
    {"germany", "Europe/Berlin"},
    {"ghana", "Africa/Accra"},
    {"greece", "Europe/Athens"},
    {"hungary", "Europe/Budapest"},
    {"iceland", "Atlantic/Reykjavik"},
    {"india", "Asia/Kolkata"},
    {"iran", "Asia/Tehran"},
    {"ireland", "Europe/Dublin"},
    {"israel", "Asia/Jerusalem"},
    {"italy", "Europe/Rome"},
    {"japan", "Asia/Tokyo"},
    {"kenya", "Africa/Nairobi"},
    {"morocco", "Africa/Casablanca"},
    {"nepal", "Asia/Kathmandu"},
    {"netherlands", "Europe/Amsterdam"},
    {"nigeria", "Africa/Lagos"},
    {"norway", "Europe/Oslo"},
    {"pakistan", "Asia/Karachi"},
    {"peru", "America/Lima"},
    {"philippines", "Asia/Manila"},
    {"poland", "Europe/Warsaw"},
    {"romania", "Europe/Bucharest"},
    {"serbia", "Europe/Belgrade"},
    {"slovakia", "Europe/Bratislava"},
    {"slovenia", "Europe/Ljubljana"},
    {"south africa", "Africa/Johannesburg"},
    {"south korea", "Asia/Seoul"},
    {"sri lanka", "Asia/Colombo"},
    {"sweden", "Europe/Stockholm"},
    {"switzerland", "Europe/Zurich"},
    {"taiwan", "Asia/Taipei"},
    {"tanzania", "Africa/Dar_es_Salaam"},
    {"thailand", "Asia/Bangkok"},
    {"turkey", "Europe/Istanbul"},
    {"uganda", "Africa/Kampala"},
    {"united kingdom", "Europe/London"},
    {"vietnam", "Asia/Ho_Chi_Minh"},
    {"CET", "Europe/Brussels"},
    {"CEST", "Europe/Brussels"},
    {"CT", "America/Chicago"},
    {"CST", "America/Chicago"},
    {"CST", "Asia/Shanghai"},
    {"CDT", "America/Chicago"},
    {"ET", "America/New_York"},
    {"EST", "America/New_York"},
    {"EDT", "America/New_York"},
    {"EET", "Europe/Athens"},
    {"GMT", "Europe/London"},
    {"BST", "Europe/London"},
    {"BST", "Asia/Dhaka"},
    {"IST", "Asia/Kolkata"},
    {"IST", "Europe/Dublin"},
    {"IST", "Asia/Jerusalem"},
    {"JST", "Asia/Tokyo"},
    {"MT", "America/Denver"},
    {"MST", "America/Denver"},
    {"MDT", "America/Denver"},
    {"PT", "America/Los_Angeles"},
    {"PST", "America/Los_Angeles"},
    {"PDT", "America/Los_Angeles"},
    {"WAT", "Africa/Lagos"},
    {"WET", "Europe/Lisbon"},
});

bool isAbbreviation(std::string_view word) { return word.front() >= 'A' && word.front() <= 'Z'; }

bool sameLetters(std::string_view capitals, std::string_view folded) {
  return std::equal(capitals.begin(), capitals.end(), folded.begin(), folded.end(),
                    [](char capital, char small) { return capital - 'A' + 'a' == small; });
}

}  // namespace

std::vector<std::string> zonesAlsoCalled(const std::vector<std::string>& names, std::string_view folded) {
  constexpr std::size_t kEnough = 3;
  const std::string_view city = folded.substr(folded.rfind('/') + 1);  // "asia/calcutta"
  std::vector<std::string> found;
  for (const auto& [word, zone] : kAlsoCalled) {
    const bool means =
        isAbbreviation(word) ? sameLetters(word, folded) : city.size() >= kEnough && word.starts_with(city);
    if (!means || std::find(names.begin(), names.end(), zone) == names.end()) continue;
    if (std::find(found.begin(), found.end(), zone) == found.end()) found.emplace_back(zone);
  }
  return found;
}

bool meansSeveralZones(std::string_view folded) {
  std::string_view first;
  for (const auto& [word, zone] : kAlsoCalled) {
    if (!isAbbreviation(word) || !sameLetters(word, folded)) continue;
    if (!first.empty() && zone != first) return true;
    first = zone;
  }
  return false;
}

}  // namespace cairn

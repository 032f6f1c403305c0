#pragma once
// How people are reached: the addresses that a browser opens.
#include <string>
#include <string_view>

#include "model/mentorship.hpp"

namespace cairn {

/// Where one meets for it: an address, a "tel:" number; empty where nothing is known. My own room
/// comes first, then of the others, by name, what they can be reached by: video, chat, booking page, phone.
std::string joinAddress(const Mentorship& mentorship, const Session& session);
/// What a browser opens of what somebody wrote: "https://meet.example.org/a" also of "meet.example.org/a";
/// empty where it is no address.
std::string webAddress(std::string_view text);
/// "tel:+25420123"; empty where there is no number.
std::string phoneAddress(std::string number);

}  // namespace cairn

#pragma once
// Addresses with texts in them (RFC 3986).
#include <string>
#include <string_view>

namespace cairn {

/// Every byte but letters, digits and -._~ as %XX: fits any part of an address.
std::string percentEncoded(std::string_view text);

/// "mailto:…" with subject and text (RFC 6068); `to` may be empty.
std::string mailLink(std::string_view to, std::string_view subject, std::string_view text);

}  // namespace cairn

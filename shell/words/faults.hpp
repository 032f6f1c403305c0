#pragma once
// What is wrong, in a language: the faults that the core names, and what the page's storage tells.
//   paragraph(ui, faultText(frame, error));      "longer than 200 characters"
//   placeText(frame, error)                      "goals[3].due", or "line 3, column 7"
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "protocol.hpp"
#include "words/language.hpp"

namespace cairn {

std::string faultText(const Language& language, const Error& error);
/// Empty where the error has no place.
std::string placeText(const Language& language, const Error& error);
/// Why something could not be stored or fetched; empty for Trouble::none.
std::string_view troubleText(const Language& language, Trouble trouble);

}  // namespace cairn

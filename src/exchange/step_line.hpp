#pragma once
// A line that begins with "@" is a promise: "@amina send the draft by fri". Who, what and by when are
// read as it is typed, and shown before it is taken.
#include <optional>
#include <string>
#include <string_view>

#include "exchange/vocabulary.hpp"
#include "model/mentorship.hpp"

namespace cairn {

struct StepLine {
  std::string text;
  Id owner;  ///< none: nobody has the name behind the "@", which is then part of the text
  Date due;  ///< none: no day was said
};

/// Nothing for a line that is no promise. The name is a person's first or whole name or its beginning,
/// "me" is me; the day stands at the end behind "by" or "until" (when.hpp reads it).
std::optional<StepLine> readStepLine(std::string_view line, const Mentorship& mentorship, Date today,
                                     const Vocabulary& vocabulary);

}  // namespace cairn

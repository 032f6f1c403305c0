#pragma once
// Fields for days, times and places on the clock. Each understands what is typed ("fri 16:00",
// "27 Feb", "4pm", "sao pau") and has a picture or a list beside it for who would rather press.
// What was not understood stays as typed, marked, and nothing is changed.
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/zones.hpp"
#include "widgets/choices.hpp"

namespace cairn {

struct DateOptions {
  Date value;
  Date today;
  std::string hint;
  bool past = false;  ///< of what lies behind: "fri" is the last one
  /// Understands what else may be typed there; none: nothing else.
  std::function<Date(std::string_view typed)> reads;
};
/// `then` gets a new day, or the empty one where it was taken out; it may be called between two frames.
void dateField(Ui& ui, const std::string& key, std::string_view label, const DateOptions& options,
               const std::function<void(const Date&)>& then);

struct TimeOptions {
  TimeOfDay value;
};
void timeField(Ui& ui, const std::string& key, std::string_view label, const TimeOptions& options,
               const std::function<void(const TimeOfDay&)>& then);

/// `then` gets a new number, or the empty one where it was taken out.
void numberField(Ui& ui, const std::string& key, std::string_view label, const Decimal& value,
                 const std::function<void(const Decimal&)>& then);

struct ZoneOptions {
  std::string value;  ///< "Europe/Lisbon"
  Instant now = 0;    ///< for what the clocks say there
};
std::optional<std::string> zoneField(Ui& ui, const std::string& key, std::string_view label, const Zones& zones,
                                     const ZoneOptions& options);

}  // namespace cairn

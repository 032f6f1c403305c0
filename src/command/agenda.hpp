#pragma once
// Lines to talk about. `Line` is shared, `PrivateLine` is mine alone; what can be done with them is the same.
#include <string>
#include <vector>

#include "command/command.hpp"

namespace cairn {

/// Where a kind of line lies, and who sees it.
template <class Kind>
struct LineKind;
template <>
struct LineKind<Line> {
  static constexpr auto kLines = &Mentorship::lines;
  static constexpr std::string_view kCollection = "lines";
  static constexpr bool kOnlyMe = false;
};
template <>
struct LineKind<PrivateLine> {
  static constexpr auto kLines = &Mentorship::privateLines;
  static constexpr std::string_view kCollection = "privateLines";
  static constexpr bool kOnlyMe = true;
};

/// One line for each text, behind those that are shown. With no session they wait in *Next time*.
template <class Kind>
Command addLines(const Mentorship& mentorship, const Id& session, const std::vector<const Kind*>& shown,
                 const std::vector<std::string>& texts, const NewId& newId);
/// One that waited in *Next time* was talked about in the session where it is ticked; where there is none, it
/// is done with and goes.
template <class Kind>
Command tickLine(const Mentorship& mentorship, const Id& session, const Kind& line);
template <class Kind>
Command removeLine(const Mentorship& mentorship, const Kind& line);
/// `among`: the lines as they are shown, those that wait in *Next time* with them.
Command moveLine(const Mentorship& mentorship, const std::vector<const Line*>& among, const Id& line,
                 std::size_t place);

/// The prompts of a check-up have ids of their own: what was not reached of them does not come again.
Id promptId(const Id& session, int number);
constexpr int kPrompts = 3;

}  // namespace cairn

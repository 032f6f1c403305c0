#include "command/agenda.hpp"

#include "command/ordering.hpp"

namespace cairn {

template <class Kind>
Command addLines(const Mentorship& mentorship, const Id& session, const std::vector<const Kind*>& shown,
                 const std::vector<std::string>& texts, const NewId& newId) {
  Command command{CommandName::lineAdd};
  std::string order = shown.empty() ? std::string() : *shown.back()->order;
  for (const auto& text : texts) {
    Kind& line = thingAt(command.edit.at(mentorship.id).*LineKind<Kind>::kLines, newId());
    line.text.set(text);
    if (session) line.session.set(session);
    line.order.set(order = orderBetween(order, ""));
  }
  return command;
}
template Command addLines(const Mentorship&, const Id&, const std::vector<const Line*>&,
                          const std::vector<std::string>&, const NewId&);
template Command addLines(const Mentorship&, const Id&, const std::vector<const PrivateLine*>&,
                          const std::vector<std::string>&, const NewId&);

template <class Kind>
Command tickLine(const Mentorship& mentorship, const Id& session, const Kind& line) {
  Command command{session ? CommandName::lineDone : CommandName::lineSettle};
  Kind& edit = thingAt(command.edit.at(mentorship.id).*LineKind<Kind>::kLines, line.id);
  edit.done.set(!*line.done);
  if (session) edit.session.set(session);
  return command;
}
template Command tickLine(const Mentorship&, const Id&, const Line&);
template Command tickLine(const Mentorship&, const Id&, const PrivateLine&);

template <class Kind>
Command removeLine(const Mentorship& mentorship, const Kind& line) {
  return Command{CommandName::lineRemove, {}, {{mentorship.id, std::string(LineKind<Kind>::kCollection), line.id}}};
}
template Command removeLine(const Mentorship&, const Line&);
template Command removeLine(const Mentorship&, const PrivateLine&);

Command moveLine(const Mentorship& mentorship, const std::vector<const Line*>& among, const Id& line,
                 std::size_t place) {
  Command command{CommandName::lineOrder};
  moveTo(among, line, place, command.edit.at(mentorship.id).lines);
  return command;
}

Id promptId(const Id& session, int number) { return derivedId("prompt", toText(session) + std::to_string(number)); }

}  // namespace cairn

#include "command/contacts.hpp"

namespace cairn {

Command logContact(const Mentorship& mentorship, const Id& id, ContactKind kind, Date date) {
  Command command{CommandName::contactLog};
  Contact& contact = thingAt(command.edit.at(mentorship.id).contacts, id);
  contact.date.set(date);
  contact.kind.set(kind);
  return command;
}

Command setContactDay(const Mentorship& mentorship, const Id& contact, Date date) {
  Command command{CommandName::contactChange};
  thingAt(command.edit.at(mentorship.id).contacts, contact).date.set(date);
  return command;
}

Command removeContact(const Mentorship& mentorship, const Id& contact) {
  return Command{CommandName::contactRemove, {}, {{mentorship.id, "contacts", contact}}};
}

}  // namespace cairn

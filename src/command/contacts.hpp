#pragma once
// Messages and calls between the sessions.
#include "command/command.hpp"

namespace cairn {

Command logContact(const Mentorship& mentorship, const Id& id, ContactKind kind, Date date);
Command setContactDay(const Mentorship& mentorship, const Id& contact, Date date);
Command removeContact(const Mentorship& mentorship, const Id& contact);

}  // namespace cairn

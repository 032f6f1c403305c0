#include "base/fault.hpp"

namespace cairn {

std::string_view codeOf(Fault fault) {
  switch (fault) {
    case Fault::notJson:
    case Fault::secondByteOrderMark:
    case Fault::nulByte:
    case Fault::nestedTooDeeply: return "json";
    case Fault::numberTooLarge: return "number";
    case Fault::laterRecord:
    case Fault::laterRescue: return "newer";
    case Fault::notARecord:
    case Fault::recordDamaged:
    case Fault::recordInPart:
    case Fault::notRemoved:
    case Fault::removesNothing:
    case Fault::damagedLeftOut: return "record";
    case Fault::empty: return "required";
    case Fault::tooLong: return "too_long";
    case Fault::notText: return "text";
    case Fault::noCivilDay:
    case Fault::outside: return "range";
    case Fault::refersToNothing: return "unknown";
    case Fault::onlyPartHere: return "in_part";
    default: return "plan";
  }
}

}  // namespace cairn

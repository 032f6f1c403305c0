#pragma once
// Fault: everything that can be wrong with a file, a record or an edit, by name. The core only names it;
// words/faults.hpp says it in a language, and codeOf() is its kind for other programs.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cairn {

/// `value` and `other` are those of the Error that has the fault.
enum class Fault : std::uint8_t {
  // the text: its error tells line and column
  notJson,  ///< value: what stands there
  secondByteOrderMark,
  nulByte,
  nestedTooDeeply,  ///< value: how deep it may be
  numberTooLarge,
  nulInText,
  nulInKey,
  keyTwice,      ///< value: the key, where it is known
  fileTooLarge,  ///< value: MB that it may have

  // the document
  notOfCairn,
  laterVersion,  ///< value: its version; other: ours
  noNumber,
  noObject,
  noList,
  noId,
  missing,
  notKnown,
  mayNotStandHere,
  idTwice,        ///< value: the id
  tooManyThings,  ///< value: how many there may be
  noMentorship,

  // the plan
  noMemberName,
  reservedName,
  belongsInPrivate,
  belongsInPlan,
  withoutId,
  valueAndList,
  nestedUnknown,  ///< value: how deep it may be

  // values
  noText,
  textTooLong,  ///< value: characters that it may have
  noFlag,
  noWholeNumber,
  numberOutside,  ///< value: the least; other: the most
  noDay,
  noTime,
  noDecimal,
  noWeek,
  noChoice,  ///< value: the words that there are

  // the bookkeeping of merging
  noWriter,
  tooManyWriters,  ///< value: how many there may be
  authorsInPrivate,
  noAuthor,
  unknownId,
  notTheOnlyId,
  collectionIsField,
  fieldIsCollection,
  otherPart,
  notAField,
  noContext,
  deletionInOtherPart,
  noDot,
  counterTooHigh,  ///< value: the highest
  noTextOrObject,
  noVersions,
  tooManyVersions,  ///< value: how many there may be
  versionNoObject,
  versionNested,
  versionWithoutDot,
  signedTwice,
  valueWithoutDot,

  // together with what is here
  listInOne,
  tooManyTogether,   ///< value: how many things there may be
  versionsTogether,  ///< value: how many versions there may be

  // records
  notARecord,
  recordDamaged,
  recordInPart,
  notRemoved,
  removesNothing,
  damagedLeftOut,  ///< value: how many
  laterRecord,
  laterRescue,
  noPreview,

  // edits
  empty,
  tooLong,  ///< value: characters that it may have
  notText,
  noCivilDay,
  outside,          ///< value: the least; other: the most
  refersToNothing,  ///< value: the collection
  onlyPartHere,
};
inline constexpr std::size_t kFaultCount = static_cast<std::size_t>(Fault::onlyPartHere) + 1;

/// A stable word: "json" or "number" (the text), "plan" (what it says), "newer" (of a later Cairn), "record" (damaged);
/// of an edit "required", "too_long", "text", "range", "unknown" (something that is not there), "in_part".
std::string_view codeOf(Fault fault);

}  // namespace cairn

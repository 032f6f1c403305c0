#include "words/faults.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "words/say.hpp"

namespace cairn {
namespace {

/// Whether each is named once, in the order of its enumeration.
template <class Table>
constexpr bool isAscending(const Table& table) {
  return std::is_sorted(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.first <= b.first; });
}

/// In the order of Fault.
constexpr auto kFaults = std::to_array<std::pair<Fault, S>>({
    {Fault::notJson, S::fault_not_json},
    {Fault::secondByteOrderMark, S::fault_second_byte_order_mark},
    {Fault::nulByte, S::fault_nul_byte},
    {Fault::nestedTooDeeply, S::fault_nested_too_deeply},
    {Fault::numberTooLarge, S::fault_number_too_large},
    {Fault::nulInText, S::fault_nul_in_text},
    {Fault::nulInKey, S::fault_nul_in_key},
    {Fault::keyTwice, S::fault_key_twice},
    {Fault::fileTooLarge, S::fault_file_too_large},
    {Fault::notOfCairn, S::fault_not_of_cairn},
    {Fault::laterVersion, S::fault_later_version},
    {Fault::noNumber, S::fault_no_number},
    {Fault::noObject, S::fault_no_object},
    {Fault::noList, S::fault_no_list},
    {Fault::noId, S::fault_no_id},
    {Fault::missing, S::fault_missing},
    {Fault::notKnown, S::fault_not_known},
    {Fault::mayNotStandHere, S::fault_may_not_stand_here},
    {Fault::idTwice, S::fault_id_twice},
    {Fault::tooManyThings, S::fault_too_many_things},
    {Fault::noMentorship, S::fault_no_mentorship},
    {Fault::noMemberName, S::fault_no_member_name},
    {Fault::reservedName, S::fault_reserved_name},
    {Fault::belongsInPrivate, S::fault_belongs_in_private},
    {Fault::belongsInPlan, S::fault_belongs_in_plan},
    {Fault::withoutId, S::fault_without_id},
    {Fault::valueAndList, S::fault_value_and_list},
    {Fault::nestedUnknown, S::fault_nested_unknown},
    {Fault::noText, S::fault_no_text},
    {Fault::textTooLong, S::fault_text_too_long},
    {Fault::noFlag, S::fault_no_flag},
    {Fault::noWholeNumber, S::fault_no_whole_number},
    {Fault::numberOutside, S::fault_number_outside},
    {Fault::noDay, S::fault_no_day},
    {Fault::noTime, S::fault_no_time},
    {Fault::noDecimal, S::fault_no_decimal},
    {Fault::noWeek, S::fault_no_week},
    {Fault::noChoice, S::fault_no_choice},
    {Fault::noWriter, S::fault_no_writer},
    {Fault::tooManyWriters, S::fault_too_many_writers},
    {Fault::authorsInPrivate, S::fault_authors_in_private},
    {Fault::noAuthor, S::fault_no_author},
    {Fault::unknownId, S::fault_unknown_id},
    {Fault::notTheOnlyId, S::fault_not_the_only_id},
    {Fault::collectionIsField, S::fault_collection_is_field},
    {Fault::fieldIsCollection, S::fault_field_is_collection},
    {Fault::otherPart, S::fault_other_part},
    {Fault::notAField, S::fault_not_a_field},
    {Fault::noContext, S::fault_no_context},
    {Fault::deletionInOtherPart, S::fault_deletion_in_other_part},
    {Fault::noDot, S::fault_no_dot},
    {Fault::counterTooHigh, S::fault_counter_too_high},
    {Fault::noTextOrObject, S::fault_no_text_or_object},
    {Fault::noVersions, S::fault_no_versions},
    {Fault::tooManyVersions, S::fault_too_many_versions},
    {Fault::versionNoObject, S::fault_version_no_object},
    {Fault::versionNested, S::fault_version_nested},
    {Fault::versionWithoutDot, S::fault_version_without_dot},
    {Fault::signedTwice, S::fault_signed_twice},
    {Fault::valueWithoutDot, S::fault_value_without_dot},
    {Fault::listInOne, S::fault_list_in_one},
    {Fault::tooManyTogether, S::fault_too_many_together},
    {Fault::versionsTogether, S::fault_versions_together},
    {Fault::notARecord, S::fault_not_a_record},
    {Fault::recordDamaged, S::fault_record_damaged},
    {Fault::recordInPart, S::fault_record_in_part},
    {Fault::notRemoved, S::fault_not_removed},
    {Fault::removesNothing, S::fault_removes_nothing},
    {Fault::damagedLeftOut, S::fault_damaged_left_out},
    {Fault::laterRecord, S::fault_later_record},
    {Fault::laterRescue, S::fault_later_rescue},
    {Fault::noPreview, S::fault_no_preview},
    {Fault::empty, S::fault_empty},
    {Fault::tooLong, S::fault_too_long},
    {Fault::notText, S::fault_not_text},
    {Fault::noCivilDay, S::fault_no_civil_day},
    {Fault::outside, S::fault_outside},
    {Fault::refersToNothing, S::fault_refers_to_nothing},
    {Fault::onlyPartHere, S::fault_only_part_here},
});
static_assert(kFaults.size() == kFaultCount && isAscending(kFaults));

/// In the order of Trouble. What a later version or another tab has written is no failure, and is told elsewhere.
constexpr auto kTroubles = std::to_array<std::pair<Trouble, S>>({
    {Trouble::refused, S::trouble_refused},
    {Trouble::full, S::trouble_full},
    {Trouble::slow, S::trouble_slow},
    {Trouble::failed, S::trouble_failed},
    {Trouble::newer, S::trouble_failed},
    {Trouble::taken, S::trouble_failed},
    {Trouble::emptied, S::trouble_emptied},
    {Trouble::ended, S::trouble_ended},
    {Trouble::unreachable, S::trouble_unreachable},
});
static_assert(kTroubles.size() + 1 == kTroubleCount && isAscending(kTroubles));
static_assert(kTroubles.front().first == Trouble::refused);

}  // namespace

std::string faultText(const Language& language, const Error& error) {
  const S text = kFaults[static_cast<std::size_t>(error.fault)].second;
  return say(language, text, {{"value", error.value}, {"other", error.other}});
}

std::string placeText(const Language& language, const Error& error) {
  if (error.line == 0) return error.path;
  return say(language, S::line_and_column,
             {{"line", std::to_string(error.line)}, {"column", std::to_string(error.column)}});
}

std::string_view troubleText(const Language& language, Trouble trouble) {
  if (trouble == Trouble::none) return {};
  return say(language, kTroubles[static_cast<std::size_t>(trouble) - 1].second);
}

}  // namespace cairn

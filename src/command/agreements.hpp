#pragma once
// Who agreed to what: to the letter as it stands, or to a goal's measure.
#include <string>

#include "command/command.hpp"

namespace cairn {

/// The words that an agreement is about, as a short digest: of a letter, of a goal's measure.
std::string digestOf(const Letter& letter);
std::string digestOf(const Goal& goal);

/// A person agreed to the letter as it stands, or (with a goal) to its measure.
/// `words`: as they were shown, for the difference to a later version.
Command agreeToLetter(const Mentorship& mentorship, const Id& person, Date date, AgreedHow how,
                      const std::string& words);
/// All people of the mentorship accept the measure as it stands.
Command acceptMeasure(const Mentorship& mentorship, const Goal& goal, Date date, AgreedHow how);
Command setAgreementDay(const Mentorship& mentorship, const Id& agreement, Date date);
Command setAgreementHow(const Mentorship& mentorship, const Id& agreement, AgreedHow how);

enum class AgreedTo { nothing, earlierVersion, thisVersion };
AgreedTo agreedToLetter(const Mentorship& mentorship, const Id& person);
AgreedTo agreedToMeasure(const Mentorship& mentorship, const Goal& goal, const Id& person);
bool isAcceptedByBoth(const Mentorship& mentorship, const Goal& goal);
/// The last agreement of a person to the letter, of anybody to a measure; null where nobody has agreed.
const Agreement* lastAgreement(const Mentorship& mentorship, const Id& person);
const Agreement* lastAcceptance(const Mentorship& mentorship, const Goal& goal);

/// Writes values of the letter. `values`: pending.
Command changeLetter(const Mentorship& mentorship, const Letter& values);
/// A measure that two people have accepted stays as an earlier version where the command changes it.
void keepEarlierMeasures(const Workspace& model, Command& command, Date today);

}  // namespace cairn

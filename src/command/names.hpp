#pragma once
// CommandName: everything that a person can do, by name. A command names itself for undo; the words
// for it ("Goal added") stand in the catalogue ("did_…") and are chosen by doneWords (words/phrases.hpp),
// which does not compile while a name has none. The walk over all commands (tests/screens/reload_test.cpp)
// fails while a name was never carried out.
#include <cstddef>
#include <cstdint>

namespace cairn {

/// Each name once, in the order of the alphabet: what reads the list (words/phrases.cpp) cannot miss one.
#define CAIRN_COMMAND_NAMES(NAME) \
  NAME(agree)                     \
  NAME(bringBack)                 \
  NAME(cadenceChange)             \
  NAME(checkUpStart)              \
  NAME(checklistAdd)              \
  NAME(checklistRemove)           \
  NAME(contactChange)             \
  NAME(contactLog)                \
  NAME(contactRemove)             \
  NAME(exampleAdd)                \
  NAME(fileOpen)                  \
  NAME(goalAdd)                   \
  NAME(goalDue)                   \
  NAME(goalOrder)                 \
  NAME(goalRemove)                \
  NAME(goalStatus)                \
  NAME(handOver)                  \
  NAME(letterChange)              \
  NAME(lineAdd)                   \
  NAME(lineDone)                  \
  NAME(lineOrder)                 \
  NAME(lineRemove)                \
  NAME(lineSettle)                \
  NAME(meChoose)                  \
  NAME(measureAccept)             \
  NAME(measureChange)             \
  NAME(mentorshipFinish)          \
  NAME(mentorshipHide)            \
  NAME(mentorshipPause)           \
  NAME(mentorshipRemove)          \
  NAME(mentorshipResume)          \
  NAME(mentorshipShow)            \
  NAME(mentorshipStart)           \
  NAME(personHours)               \
  NAME(progressAdd)               \
  NAME(reviewChange)              \
  NAME(reviewPlan)                \
  NAME(reviewRemove)              \
  NAME(sessionChange)             \
  NAME(sessionMove)               \
  NAME(sessionPlan)               \
  NAME(sessionRate)               \
  NAME(sessionRecord)             \
  NAME(sessionRemove)             \
  NAME(stepAdd)                   \
  NAME(stepChange)                \
  NAME(stepConfirm)               \
  NAME(stepDone)                  \
  NAME(stepOrder)                 \
  NAME(stepRemove)                \
  NAME(stepReopen)                \
  NAME(talkLog)                   \
  NAME(templateTake)              \
  NAME(textEdit)                  \
  NAME(themeChoose)               \
  NAME(versionChoose)

enum class CommandName : std::uint8_t {
#define CAIRN_NAME(name) name,
  CAIRN_COMMAND_NAMES(CAIRN_NAME)
#undef CAIRN_NAME
};
constexpr std::size_t kCommandNames = static_cast<std::size_t>(CommandName::versionChoose) + 1;

}  // namespace cairn

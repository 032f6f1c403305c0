#pragma once
// CommandName: everything that a person can do, by name. A command names itself for undo; the words
// for it ("Goal added") stand in the catalogue ("did_…") and are chosen by doneWords (words/phrases.hpp),
// which does not compile while a name has none. The walk over all commands (tests/screens/reload_test.cpp)
// fails while a name was never carried out.
#include <cstddef>
#include <cstdint>

namespace cairn {

enum class CommandName : std::uint8_t {
  agree,
  bringBack,
  cadenceChange,
  checkUpStart,
  checklistAdd,
  checklistRemove,
  contactChange,
  contactLog,
  contactRemove,
  exampleAdd,
  fileOpen,
  goalAdd,
  goalDue,
  goalOrder,
  goalRemove,
  goalStatus,
  handOver,
  letterChange,
  lineAdd,
  lineDone,
  lineOrder,
  lineRemove,
  lineSettle,
  meChoose,
  measureAccept,
  measureChange,
  mentorshipFinish,
  mentorshipHide,
  mentorshipPause,
  mentorshipRemove,
  mentorshipResume,
  mentorshipShow,
  mentorshipStart,
  personHours,
  progressAdd,
  reviewChange,
  reviewPlan,
  reviewRemove,
  sessionChange,
  sessionMove,
  sessionPlan,
  sessionRate,
  sessionRecord,
  sessionRemove,
  stepAdd,
  stepChange,
  stepConfirm,
  stepDone,
  stepOrder,
  stepRemove,
  stepReopen,
  talkLog,
  templateTake,
  textEdit,
  themeChoose,
  versionChoose,
};
constexpr std::size_t kCommandNames = static_cast<std::size_t>(CommandName::versionChoose) + 1;

}  // namespace cairn

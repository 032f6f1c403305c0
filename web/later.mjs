// Which functions of the engine nobody needs before they have done something: web/split.mjs puts them, and what only
// they call, in the later half. A test holds each name against the sources.
import { readFileSync } from 'node:fs';

const table = readFileSync(new URL('../shell/screens/table.cpp', import.meta.url), 'utf8');
const screens = Array.from(table.matchAll(/^ {4}\{Screen::\w+, \w+, "[^"]*", kLater,[^}]*?\b(draw\w+)/gms), ([, name]) => name);
if (screens.length === 0) throw new Error('shell/screens/table.cpp has no screens that are loaded later');

/** Screens but the first, what lies above them, and parts of them, with what they hand to widgets to be called. */
export const DRAWING = [
  ...screens,
  'drawHandOver', 'drawLetter', 'drawSession', 'drawSettings', 'drawFind', 'drawShortcuts', 'drawPresented', 'drawVersions',
  'agenda', 'sharedLines', 'lineRow', 'sharedNotes', 'sessionSteps', 'nextTime', 'drawReviews', 'reviewCard',
  'sessionShape', 'shapesOf', 'contacts',
  'drawChecklist', 'checklistHead', 'stepBox', 'stepRow', 'stepList', 'stepMenu', 'goalMenu', 'reorderList',
  'Reordering', 'mentorshipRows', 'sessionRows', 'goalDueField', 'openStepsOf', 'nextTimeAndGoals', 'nextCard',
  'goalLine', 'guide', 'planComposer', 'libraryOf', 'quietCard', 'recordOutcome', 'pausedCard', 'mentorshipHeader',
  'versionsAt', 'versionsCard', 'nextText', 'viewOf', 'doIt', 'daysTogether', 'personCard', 'askWhen',
  'calendar', 'Calendar', 'RowsDrawing', 'whenDone', 'oneVersion', 'choose', 'whenText', 'changeSummary',
  'takeOut', 'saveCalendar', 'calendarSource', 'hasCalendar', 'calendarOf', 'faultText', 'placeText', 'drawRefusal',
  'titleOf', 'personName',
];

/** Files, records, merging and undo; what is asked only once something was typed. */
export const WORKING = [
  'readFile', 'readRecord', 'readJson', 'readPreview', 'writeFile', 'writeRecord', 'writeBackup', 'previewOf',
  'differences', 'merge', 'mergeThing', 'commit', 'take', 'undoOf', 'proposalEdits', 'restoreRemoved', 'search',
  'underOneTimeWriter', 'hasTwin', 'textCommand', 'readTrash', 'readDraft', 'exampleCommand', 'keepEarlierMeasures',
  'doneWords', 'readLibrary', 'readTime', 'readWith', 'seenOfText', 'removal', 'collections', 'askLink', 'hide',
  'startMentorship', 'readStepLine', 'addStep', 'addLines', 'applyWhen', 'valueWord',
  'readError', 'momentText', 'decimalOf', 'decimalText',
];
export const CLASSES = [
  'ThingReader', 'RootReader', 'RootReaderOf', 'DocumentReader', 'RootWriter', 'JsonWriter', 'Builder',
];

/** Members of classes that the first frame has; none named: all but how one is made. */
export const MEMBERS = {
  Inbox: [],
  Handover: [],
  Sight: ['arrives'],
  History: ['step', 'withdraw', 'keep', 'keepTrash', 'keepRemoved', 'run', 'note', 'tookFile', 'renamed'],
  Editor: ['storeDrafts', 'finish', 'drop', 'cancelled', 'arrives'],
  Saver: ['pathTaken', 'forget'],
  App: ['eraseNow', 'backup'],
};

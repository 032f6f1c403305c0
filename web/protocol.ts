// What page and engine say to each other, declared once. web/protocol-header.mjs makes a C++ header of it
// (protocol.hpp), so that a name which is missing, misspelt or moved on either side does not compile.
// Only lists and maps of words: the script reads this file without a TypeScript compiler.

/** What the engine asks of the page beside its own functions (Platform in shell/platform/platform.hpp). */
export const REQUESTS = [
  'openLink', 'setTitle', 'setLanguage', 'showMeaning', 'showInField', 'focus', 'setStyle', 'reloadStore', 'compactStore', 'takeLarge', 'cancelLarge', 'listBackups',
  'lookAtBackup', 'restoreBackup', 'eraseRemoved', 'copyText', 'shareText', 'shareFile', 'makeLink', 'fetchLibrary', 'keepForTab',
] as const;

/** What a browser may lack. Cairn does without, and says so. */
export const FEATURES = ['offline', 'slots', 'links', 'segmenter'] as const;

/** Why something could not be stored, read or fetched. */
export const TROUBLES = ['none', 'refused', 'full', 'slow', 'failed', 'newer', 'taken', 'emptied', 'ended', 'unreachable'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A pointer and what it does. */
export const POINTER_KINDS = ['mouse', 'touch'] as const;
export const POINTER_PHASES = ['move', 'down', 'up', 'cancel'] as const;

/** What a node of the semantics tree is (shell/semantics/tree.hpp), in ARIA's words where it has one. */
export const ROLES = {
  region: 'region', group: 'group', list: 'list', listItem: 'listitem', heading: 'heading', text: 'text', button: 'button', link: 'link',
  checkbox: 'checkbox', textField: 'textfield', notesArea: 'notesarea', image: 'img', status: 'status', toggle: 'switch',
  radioGroup: 'radiogroup', radio: 'radio', menu: 'menu', menuItem: 'menuitem', listBox: 'listbox', option: 'option', progress: 'progressbar',
  grid: 'grid', table: 'table', row: 'row', columnHeader: 'columnheader', cell: 'cell', gridCell: 'gridcell',
} as const;

/** A node as one line: its texts, then its numbers in hundredths. */
export const NODE_TEXTS = [
  'key', 'parent', 'role', 'name', 'value', 'description', 'address', 'landmark', 'placeholder', 'flags', 'list', 'popup', 'backspace',
] as const;
export const NODE_NUMBERS = [
  'x', 'y', 'width', 'height', 'scroll', 'level', 'revision', 'fontSize', 'lineHeight', 'fontWeight', 'place', 'count',
] as const;
/** The letters of `flags`. */
export const NODE_FLAGS = {
  checked: 'c', current: 'p', disabled: 'd', invalid: 'i', expanded: 'e', collapsed: 'E', offTabOrder: 't', movedByKeys: 'm', shortened: 's',
} as const;

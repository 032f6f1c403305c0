// What is on its way to the store when a page goes: a transaction that was begun then may never end. It waits where
// it can be written at once, and the next start stores it.
import { LEAVING } from './scope';
import type { StoredFile } from './file-table';

export interface Left {
  files: StoredFile[];
  remove: string[];
  /** It is stored now. */
  forget(): void;
}

/** That of this page; others may be leaving too. */
const KEY = LEAVING + crypto.getRandomValues(new Uint32Array(2)).join('-');

const asLetters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const asBytes = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

export function keepWhileLeaving(files: StoredFile[], remove: string[]): void {
  try {
    const named = files.map(([path, bytes]) => [path, asLetters(bytes)]);
    localStorage.setItem(KEY, JSON.stringify({ files: named, remove }));
  } catch {
    // No room, or not allowed: what was begun may still arrive by itself.
  }
}

/** All of this page has arrived by itself. */
export function forgetLeaving(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept then.
  }
}

/** What pages that are gone have left behind. */
export function leftBehind(): Left[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(LEAVING)).flatMap(leftUnder);
  } catch {
    return []; // The browser does not let us look.
  }
}

/** Nothing where it cannot be read: it must not stand in the way of the others. */
function leftUnder(key: string): Left[] {
  try {
    const { files, remove } = JSON.parse(localStorage.getItem(key) ?? '') as { files: [string, string][]; remove: string[] };
    return [{ files: files.map(([path, letters]) => [path, asBytes(letters)]), remove, forget: () => localStorage.removeItem(key) }];
  } catch {
    return [];
  }
}

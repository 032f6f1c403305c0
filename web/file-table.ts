// The table in which IDBFS keeps its files, read and written by our own transactions: one for
// everything that belongs together. The page (storage.ts) and the worker (worker.ts) share it.
import { answerOf, finished, TABLE } from './database';
import type { Trouble } from './protocol';
import { STORE_LOCK } from './scope';

/** Where IDBFS has it; the database itself is named after the folder of the page. */
export const MOUNT = '/cairn';
const MARKER = 'cairn-store 1\n';
const PREFIX = `${MOUNT}/`;
const FILE_MODE = 0o100666;
const FOLDER_MODE = 0o040777;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Entry {
  timestamp: Date;
  mode: number;
  contents?: Uint8Array;
}

/** A path below the mount, and what is there. */
export type StoredFile = [string, Uint8Array];

/** What tabs tell each other, after it is stored. */
export type News =
  | { kind: 'records'; paths: string[] }
  | { kind: 'pieces'; path: string; pieces: Uint8Array[] }
  | { kind: 'compacted'; put: string[]; removed: string[] }
  | { kind: 'withdrawn' }
  | { kind: 'restored' }
  | { kind: 'erased' };

export function troubleOf(error: unknown): Trouble {
  if (error === 'newer' || error === 'emptied') return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : String(error);
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'UnknownError') return 'refused';
  if (name === 'TimeoutError') return 'slow';
  if (name === 'ConstraintError') return 'taken';
  return 'failed';
}

/** Whoever loads shares the lock, for IDBFS loads in two transactions; who takes away what is there has it alone. */
export function underLock<T>(mode: LockMode, work: () => Promise<T>, name = STORE_LOCK): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request(name, { mode }, work) as Promise<T>;
}

/** Packs files as web_platform.cpp unpacks them: path, "\n", length, "\n", content. */
export function pack(files: StoredFile[]): Uint8Array {
  const parts = files.flatMap(([path, bytes]) => [encoder.encode(`${path}\n${bytes.length}\n`), bytes]);
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function unpack(packed: Uint8Array): StoredFile[] {
  const files: StoredFile[] = [];
  for (let at = 0; at < packed.length;) {
    const pathEnd = packed.indexOf(10, at);
    const lengthEnd = packed.indexOf(10, pathEnd + 1);
    const length = Number(decoder.decode(packed.subarray(pathEnd + 1, lengthEnd)));
    files.push([decoder.decode(packed.subarray(at, pathEnd)), packed.slice(lengthEnd + 1, lengthEnd + 1 + length)]);
    at = lengthEnd + 1 + length;
  }
  return files;
}

export const linesOf = (text: Uint8Array): string[] => decoder.decode(text).split('\n').filter(Boolean);

async function readPaths(table: IDBObjectStore, paths: string[]): Promise<StoredFile[]> {
  const found = await Promise.all(paths.map(async (path): Promise<StoredFile | undefined> => {
    const entry = await answerOf(table.get(PREFIX + path) as IDBRequest<Entry | undefined>);
    return entry?.contents && [path, entry.contents];
  }));
  return found.filter((file) => file !== undefined);
}

/** What is stored at these paths; what is not there any more is left out. */
export function readFiles(database: IDBDatabase, paths: string[]): Promise<StoredFile[]> {
  return readPaths(database.transaction([TABLE], 'readonly').objectStore(TABLE), paths);
}

/** All paths, and what is stored at the wanted ones: both of one moment. */
export async function lookAround(database: IDBDatabase, wanted: (path: string) => boolean): Promise<{ paths: string[]; files: StoredFile[] }> {
  const table = database.transaction([TABLE], 'readonly').objectStore(TABLE);
  const keys = (await answerOf(table.getAllKeys())).map(String);
  const paths = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  return { paths, files: await readPaths(table, paths.filter(wanted)) };
}

/** All files, each with the time at which it was written. */
export async function stampedFiles(database: IDBDatabase): Promise<{ path: string; written: number; bytes: Uint8Array }[]> {
  const table = database.transaction([TABLE], 'readonly').objectStore(TABLE);
  const [keys, entries] = await Promise.all([answerOf(table.getAllKeys()), answerOf(table.getAll() as IDBRequest<Entry[]>)]);
  const written = new Map(keys.map((key, at) => [String(key), Number(entries[at]?.timestamp ?? 0)]));
  return filesOf(keys, entries).map(([path, bytes]) => ({ path, written: written.get(PREFIX + path) ?? 0, bytes }));
}

export async function readAll(database: IDBDatabase): Promise<StoredFile[]> {
  const table = database.transaction([TABLE], 'readonly').objectStore(TABLE);
  return filesOf(...(await Promise.all([answerOf(table.getAllKeys()), answerOf(table.getAll() as IDBRequest<Entry[]>)])));
}

function filesOf(keys: IDBValidKey[], entries: Entry[]): StoredFile[] {
  return entries.flatMap((entry, at): StoredFile[] => {
    const key = String(keys[at]);
    return entry.contents && key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), entry.contents]] : [];
  });
}

// IDBFS restores a file only where its folder is listed too.
function foldersOf(files: StoredFile[]): Set<string> {
  const folders = new Set<string>();
  for (const [path] of files) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; ++depth) folders.add(parts.slice(0, depth).join('/'));
  }
  return folders;
}

/** What stands at such a path is never written over (journal.hpp, isAddedOnce). */
export const isAddedOnce = (path: string): boolean => /^(records|imports|trash)\//.test(path);

export const sameBytes = (one: Uint8Array | undefined, other: Uint8Array | undefined) =>
  one?.length === other?.length && (one ?? new Uint8Array()).every((byte, at) => byte === other?.[at]);

/** Ends the transaction with a ConstraintError where something else is there; the same, of a save whose answer got lost, may be. */
function add(table: IDBObjectStore, entry: Entry, key: string): void {
  const there = table.get(key) as IDBRequest<Entry | undefined>;
  table.add(entry, key).onerror = (event) => {
    if (!sameBytes(there.result?.contents, entry.contents)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function write(table: IDBObjectStore, files: StoredFile[], remove: string[], known?: Set<string>, mayBeThere = true): void {
  const timestamp = new Date();
  for (const folder of foldersOf(files)) {
    if (!known?.has(folder)) table.put({ timestamp, mode: FOLDER_MODE } satisfies Entry, PREFIX + folder);
  }
  for (const [path, contents] of files) {
    const entry: Entry = { timestamp, mode: FILE_MODE, contents };
    if (!isAddedOnce(path)) table.put(entry, PREFIX + path);
    else if (mayBeThere) add(table, entry, PREFIX + path);
    else table.add(entry, PREFIX + path);
  }
  for (const path of remove) table.delete(PREFIX + path);
}

/** Why nothing may be written here: the store is a later Cairn's, or the marker that was there is gone. */
function objectionOf(marker: Entry | undefined, hadMarker: boolean): Trouble | undefined {
  if (marker?.contents && decoder.decode(marker.contents) !== MARKER) return 'newer';
  return !marker?.contents && hadMarker ? 'emptied' : undefined;
}

interface Way {
  /** The marker was there when this page last looked. */
  hadMarker?: boolean;
  /** The end is asked for with the work, so that the page need not hear of each request first: that would wait for the frame which it draws meanwhile. */
  atOnce?: boolean;
}

/**
 * Runs `work` in one strict transaction, which ends only where the format marker is ours;
 * rejects with 'newer' where the store is a later Cairn's, and with 'emptied' where the marker is gone that
 * was there: site data was cleared, or the browser has thrown it away. `work` need not wait for that: until the
 * end nothing of it counts. It answers when it has asked for all that it wants. Where the end comes at once, the
 * objection comes after it, and whoever asked takes out again what was put.
 */
function transact(database: IDBDatabase, work: (table: IDBObjectStore) => Promise<void> | void, { hadMarker = false, atOnce = false }: Way = {}): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let fault: unknown;
    const transaction = database.transaction([TABLE], 'readwrite', { durability: 'strict' });
    const stop = (reason: unknown) => {
      fault = reason;
      transaction.abort();
    };
    transaction.oncomplete = () => (fault === undefined ? resolve() : reject(fault));
    transaction.onabort = () => reject(fault ?? transaction.error ?? new DOMException('aborted', 'AbortError'));
    try {
      const table = transaction.objectStore(TABLE);
      const marker = table.get(`${PREFIX}marker`) as IDBRequest<Entry | undefined>;
      const asked = work(table);
      marker.onsuccess = () => {
        const objection = objectionOf(marker.result, hadMarker);
        if (atOnce) fault = objection;
        else if (objection) stop(objection);
        else asked?.then(() => transaction.commit(), stop);
      };
      if (atOnce) transaction.commit();
    } catch (error) {
      stop(error); // half of the work must not count
    }
  });
}

/** What only its writer puts and removes: taking it out again leaves what others wrote as it was. */
const isOwn = (path: string): boolean => /^(records|drafts)\//.test(path);

/** True where it is stored; false where it must be tried with a look at what is there. */
async function commitAtOnce(database: IDBDatabase, files: StoredFile[], remove: string[], known: Set<string>, hadMarker: boolean): Promise<boolean> {
  try {
    await transact(database, (table) => write(table, files, remove, known, false), { hadMarker, atOnce: true });
    return true;
  } catch (error) {
    if (error !== 'newer' && error !== 'emptied') return false;
    const back = database.transaction([TABLE], 'readwrite', { durability: 'strict' });
    for (const [path] of files) back.objectStore(TABLE).delete(PREFIX + path);
    await finished(back);
    throw error;
  }
}

/**
 * Puts and removes, all of it or nothing. `known` folders need not be listed again; it grows by what is stored now.
 * What is there already, of a save whose answer got lost, is no fault where it is the same.
 */
export async function commit(database: IDBDatabase, files: StoredFile[], remove: string[], known?: Set<string>, hasMarker = false): Promise<void> {
  // Read before anything is put: whoever puts the marker again knows that it was gone.
  const hadMarker = hasMarker && !files.some(([path]) => path === 'marker');
  const isAllOwn = files.every(([path]) => isOwn(path)) && remove.every(isOwn);
  if (!known || !isAllOwn || !(await commitAtOnce(database, files, remove, known, hadMarker))) {
    await transact(database, (table) => write(table, files, remove, known), { hadMarker });
  }
  foldersOf(files).forEach((folder) => known?.add(folder));
}

/** Replaces what `change` answers for everything that is there, within the transaction that read it. */
export function rewrite(database: IDBDatabase, change: (files: StoredFile[]) => { put: StoredFile[]; remove: string[] }): Promise<void> {
  return transact(database, (table) => new Promise((done, failed) => {
    const keys = table.getAllKeys();
    const entries = table.getAll() as IDBRequest<Entry[]>;
    entries.onsuccess = () => {
      try {
        const { put, remove } = change(filesOf(keys.result, entries.result));
        write(table, put, remove);
        done();
      } catch (error) {
        failed(error);
      }
    };
  }));
}

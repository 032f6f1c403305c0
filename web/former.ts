// The store of before 0.3, which every Cairn of a host shared. Each takes a copy, and goes on taking what a tab of
// the version before still writes there; the former store stays as it is until something is erased for good.
import { answerOf, BACKUPS, finished, PATIENCE, TABLE, within } from './database';
import { FORMER_BACKUPS, FORMER_LOCK, FORMER_STORE } from './scope';
import { commit, isAddedOnce, linesOf, readAll, readFiles, rewrite, sameBytes, type StoredFile, stampedFiles, underLock } from './file-table';

/** The list of what was copied: the path, and when it was written there. */
const COPIED = 'copied-from-former';
/** Writer ids are not copied: two stores that begin with the same must not go on under the same. */
const isCopied = (path: string) => path !== 'marker' && !path.startsWith('slots/');

const nameOf = ({ path, written }: { path: string; written: number }) => `${path} ${written}`;

/** A database that is there already; `undefined` where there is none, and none is made by asking. */
async function existing(name: string, table: string): Promise<IDBDatabase | undefined> {
  // To open one that is not there begins to make it, and another tab that does the same at that moment is refused.
  const all = await indexedDB.databases?.();
  if (all && !all.some((one) => one.name === name)) return undefined;
  const request = indexedDB.open(name);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.transaction?.abort();
  };
  try {
    const database = await answerOf(request);
    database.onversionchange = () => database.close();
    if (database.objectStoreNames.contains(table)) return database;
    database.close();
  } catch (error) {
    if (!isNew) throw error;
  }
  return undefined;
}

/** Does `work` with a database that is there already. */
export async function withExisting(name: string, table: string, work: (database: IDBDatabase) => Promise<void>): Promise<void> {
  const database = await existing(name, table);
  if (!database) return;
  try {
    await work(database);
  } finally {
    database.close();
  }
}

/** No other tab meanwhile; what never ends gives way, or no tab could start any more. */
const alone = (work: () => Promise<void>): Promise<void> => underLock('exclusive', () => within(PATIENCE, work()), FORMER_LOCK);

/** Copies what is new there, all of it or nothing. */
export function copyFormerStore(into: IDBDatabase): Promise<void> {
  return withExisting(FORMER_STORE, TABLE, (former) => alone(async () => {
    const [list] = await readFiles(into, [COPIED]);
    const copied = new Set(list ? linesOf(list[1]) : []);
    const all = (await stampedFiles(former)).filter(({ path }) => isCopied(path));
    const fresh = all.filter((file) => !copied.has(nameOf(file)));
    if (fresh.length === 0) return;
    const there = new Map(await readFiles(into, fresh.map(({ path }) => path)));
    // Older versions could write two things to one path, one after the other: both are kept.
    const files = fresh.map(({ path, written, bytes }): StoredFile => {
      const isOther = isAddedOnce(path) && there.has(path) && !sameBytes(there.get(path), bytes);
      return [isOther ? `${path}-${written}` : path, bytes];
    });
    const names = new TextEncoder().encode(`${all.map(nameOf).join('\n')}\n`);
    await commit(into, [...files, [COPIED, names]], []);
  }));
}

export interface FormerBackup {
  name: IDBValidKey;
  kept: unknown;
}
/** The backups that all Cairns of the host shared. */
export async function formerBackups(): Promise<FormerBackup[]> {
  let all: FormerBackup[] = [];
  await withExisting(FORMER_BACKUPS, BACKUPS, async (former) => {
    const from = former.transaction(BACKUPS).objectStore(BACKUPS);
    const [names, kept] = await Promise.all([answerOf(from.getAllKeys()), answerOf(from.getAll())]);
    all = names.map((name, at) => ({ name, kept: kept[at] as unknown }));
  });
  return all;
}

/** Stands in the store as long as the former store may hold what was erased here. */
const HOLDS_ERASED = 'former-holds-erased';
const isContent = (path: string) => /^(snapshots|records|imports|withdrawn)\//.test(path);

/** Before something is erased for good: all of the former store is here, and that it must follow is written down. */
export async function beginErasing(into: IDBDatabase): Promise<void> {
  await copyFormerStore(into);
  const mark = () => commit(into, [[HOLDS_ERASED, new TextEncoder().encode('=\n')]], []);
  await withExisting(FORMER_STORE, TABLE, mark);
  await withExisting(FORMER_BACKUPS, BACKUPS, mark);
}

/**
 * After it: what is left here takes the place of what was copied from the former store, for a Cairn of the host that
 * has not copied it yet; the former backups go. What a tab of the version before has written there meanwhile stays, and
 * is copied later. Where it was cut off, the next start does it.
 */
export async function endErasing(into: IDBDatabase): Promise<void> {
  if ((await readFiles(into, [HOLDS_ERASED])).length === 0) return;
  const [list] = await readFiles(into, [COPIED]);
  const copied = new Set(list ? linesOf(list[1]) : []);
  const left = (await readAll(into)).filter(([path]) => isContent(path));
  const known = new Set(left.map(([path]) => path));
  let names = new Uint8Array();
  await withExisting(FORMER_STORE, TABLE, (former) => alone(async () => {
    const remove = (await stampedFiles(former)).filter((file) => copied.has(nameOf(file)) && !known.has(file.path)).map(({ path }) => path);
    await rewrite(former, () => ({ put: left, remove }));
    names = new TextEncoder().encode(`${(await stampedFiles(former)).filter(({ path }) => known.has(path)).map(nameOf).join('\n')}\n`);
  }));
  await withExisting(FORMER_BACKUPS, BACKUPS, (former) => {
    const transaction = former.transaction(BACKUPS, 'readwrite');
    transaction.objectStore(BACKUPS).clear();
    return finished(transaction);
  });
  await commit(into, [[COPIED, names]], [HOLDS_ERASED]);
}

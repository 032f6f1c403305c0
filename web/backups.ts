// Backups: a database of its own with whole workspaces as files, one a day. Kept are the last
// seven days and one of each of the four weeks before; what was kept before going back to a
// backup stays with its day.
import { answerOf } from './table';

const TABLE = 'backups';
const DAYS = 7;
const WEEKS = 4;
const DAY = 86_400_000;

interface Kept {
  bytes: Uint8Array;
  zipped: boolean;
}
export interface Listed {
  name: string;
  bytes: number;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('cairn-backups', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  return answerOf(request);
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
  const blob = new Blob([bytes as BlobPart]);
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}

/** The names to let go, given all of them ("2026-11-24", or with more behind the date). */
export function superfluous(names: string[], today: string): string[] {
  const age = (name: string) => Math.round((Date.parse(today) - Date.parse(name.slice(0, 10))) / DAY);
  const weeks = new Set<number>();
  // The oldest of a week is kept: it goes on being the one of its week as days pass.
  return [...names].sort().filter((name) => {
    const days = age(name);
    if (!(days >= DAYS)) return false;
    const week = Math.floor(Date.parse(name.slice(0, 10)) / (7 * DAY));
    if (name.length > 10 || days >= DAYS + 7 * WEEKS || weeks.has(week)) return true;
    weeks.add(week);
    return false;
  });
}

export class Backups {
  private database: Promise<IDBDatabase> | undefined;

  async list(): Promise<Listed[]> {
    const table = (await this.open()).transaction(TABLE).objectStore(TABLE);
    const [names, kept] = await Promise.all([answerOf(table.getAllKeys()), answerOf(table.getAll() as IDBRequest<Kept[]>)]);
    return names.map((name, at) => ({ name: String(name), bytes: kept[at]?.bytes.length ?? 0 })).reverse();
  }

  async get(name: string): Promise<Uint8Array> {
    const table = (await this.open()).transaction(TABLE).objectStore(TABLE);
    const kept = await answerOf(table.get(name) as IDBRequest<Kept | undefined>);
    if (!kept) throw new DOMException('no such backup', 'NotFoundError');
    return kept.zipped ? through(new DecompressionStream('gzip'), kept.bytes) : kept.bytes;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const zipped = 'CompressionStream' in globalThis;
    const kept: Kept = { bytes: zipped ? await through(new CompressionStream('gzip'), bytes) : bytes, zipped };
    const transaction = (await this.open()).transaction(TABLE, 'readwrite');
    const table = transaction.objectStore(TABLE);
    table.put(kept, name);
    const names = table.getAllKeys();
    names.onsuccess = () => superfluous(names.result.map(String), name.slice(0, 10)).forEach((old) => table.delete(old));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }

  async clear(): Promise<void> {
    const transaction = (await this.open()).transaction(TABLE, 'readwrite');
    await answerOf(transaction.objectStore(TABLE).clear());
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= open();
    this.database.catch(() => {
      this.database = undefined;
    });
    return this.database;
  }
}

/** True where today's backup is still to be made. Asked on the page, so that no worker begins for nothing. */
export async function isDue(today: string): Promise<boolean> {
  const database = await open();
  const key = await answerOf(database.transaction(TABLE).objectStore(TABLE).getKey(today));
  database.close();
  return key === undefined;
}

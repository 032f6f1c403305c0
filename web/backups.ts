// Backups: a database of its own with whole workspaces as files, one a day. Kept are the last
// seven days and one of each of the four weeks before; what was kept before going back to a
// backup stays with its day.
import { answerOf, BACKUPS as TABLE, Database, finished, PATIENCE, within } from './database';
import { troubleOf } from './file-table';
import type { Trouble } from './protocol';
import { type FormerBackup, formerBackups, withExisting } from './former';
import { BACKUPS_NAME } from './scope';
import { backupsToDrop } from './backup-rotation';

interface Kept {
  bytes: Uint8Array;
  zipped: boolean;
}
export interface Listed {
  name: string;
  bytes: number;
}

/** What was kept before 0.3 is put in as the database is made: in the same step, so that nobody finds half of it. */
async function open(): Promise<IDBDatabase> {
  let isNew = true;
  await withExisting(BACKUPS_NAME, TABLE, async () => {
    isNew = false;
  });
  const former: FormerBackup[] = isNew ? await formerBackups() : [];
  const request = indexedDB.open(BACKUPS_NAME, 1);
  request.onupgradeneeded = () => {
    const table = request.result.createObjectStore(TABLE);
    for (const { name, kept } of former) table.put(kept, name);
  };
  return answerOf(request);
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
  const blob = new Blob([bytes as BlobPart]);
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}

async function pressed(bytes: Uint8Array): Promise<Kept> {
  const zipped = 'CompressionStream' in globalThis;
  return { bytes: zipped ? await through(new CompressionStream('gzip'), bytes) : bytes, zipped };
}

async function listedIn(database: IDBDatabase): Promise<Listed[]> {
  const table = database.transaction(TABLE).objectStore(TABLE);
  const [names, kept] = await Promise.all([answerOf(table.getAllKeys()), answerOf(table.getAll() as IDBRequest<Kept[]>)]);
  return names.map((name, at) => ({ name: String(name), bytes: kept[at]?.bytes.length ?? 0 })).reverse();
}

export class Backups {
  private readonly database = new Database(open);

  list(): Promise<Listed[]> {
    return this.database.use(listedIn);
  }

  has(name: string): Promise<boolean> {
    return this.database.use((database) => isKept(database, name));
  }

  async get(name: string): Promise<Uint8Array> {
    const kept = await this.database.use((database) =>
      answerOf(database.transaction(TABLE).objectStore(TABLE).get(name) as IDBRequest<Kept | undefined>));
    if (!kept) throw new DOMException('no such backup', 'NotFoundError');
    return kept.zipped ? through(new DecompressionStream('gzip'), kept.bytes) : kept.bytes;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const kept = await pressed(bytes);
    return this.database.use((database) => {
      const transaction = database.transaction(TABLE, 'readwrite');
      const table = transaction.objectStore(TABLE);
      table.put(kept, name);
      const names = table.getAllKeys();
      names.onsuccess = () => backupsToDrop(names.result.map(String)).forEach((old) => table.delete(old));
      return finished(transaction);
    });
  }

  /** One new backup in place of all, in one transaction. */
  async replaceAll(name: string, bytes: Uint8Array): Promise<void> {
    const kept = await pressed(bytes);
    return this.database.use((database) => {
      const transaction = database.transaction(TABLE, 'readwrite');
      transaction.objectStore(TABLE).clear();
      transaction.objectStore(TABLE).put(kept, name);
      return finished(transaction);
    });
  }
}

const isKept = async (database: IDBDatabase, name: string): Promise<boolean> =>
  (await answerOf(database.transaction(TABLE).objectStore(TABLE).getKey(name))) !== undefined;

/** True where today's backup is still to be made. Asked on the page, so that no worker begins for nothing. */
export function isDue(today: string): Promise<boolean> {
  const asking = async () => {
    const database = await open();
    try {
      return !(await isKept(database, today));
    } finally {
      database.close();
    }
  };
  return within(PATIENCE, asking());
}

/** What was kept on earlier days, the latest first, or why that cannot be told. Nothing is made by asking. */
export async function keptBackups(): Promise<{ list: Listed[]; trouble: Trouble }> {
  let list: Listed[] = [];
  const asking = withExisting(BACKUPS_NAME, TABLE, async (database) => {
    list = await listedIn(database);
  });
  return within(PATIENCE, asking).then(() => ({ list, trouble: 'none' as const }), (error: unknown) => ({ list: [], trouble: troubleOf(error) }));
}

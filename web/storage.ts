// The store: IDBFS loads it once; saving writes only our own changed paths, in one strict
// transaction, and says so at `complete`. (syncfs(false) would delete what another tab saved.)
import type { EngineModule, Idbfs } from './engine';

const MOUNT = '/cairn';
const TABLE = 'FILE_DATA';
const MARKER = 'cairn-store 1\n';
const LOAD_LIMIT = 8_000;
const FILE_MODE = 0o100666;
const FOLDER_MODE = 0o040777;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Entry {
  timestamp: Date;
  mode: number;
  contents?: Uint8Array;
}

export interface Loaded {
  files: Uint8Array;
  error: Trouble | '';
}

export type Trouble = 'refused' | 'full' | 'slow' | 'failed' | 'newer';

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : String(error);
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'UnknownError') return 'refused';
  if (name === 'TimeoutError') return 'slow';
  return 'failed';
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Packs files as web_platform.cpp unpacks them: path, "\n", length, "\n", content. */
function pack(files: [string, Uint8Array][]): Uint8Array {
  const parts = files.flatMap(([path, bytes]) => [encoder.encode(`${path}\n${bytes.length}\n`), bytes]);
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function unpack(packed: Uint8Array): [string, Uint8Array][] {
  const files: [string, Uint8Array][] = [];
  for (let at = 0; at < packed.length;) {
    const pathEnd = packed.indexOf(10, at);
    const lengthEnd = packed.indexOf(10, pathEnd + 1);
    const length = Number(decoder.decode(packed.subarray(pathEnd + 1, lengthEnd)));
    files.push([decoder.decode(packed.subarray(at, pathEnd)), packed.slice(lengthEnd + 1, lengthEnd + 1 + length)]);
    at = lengthEnd + 1 + length;
  }
  return files;
}

/** A number that no other living tab has; held under a Web Lock until this tab ends. */
export async function takeSlot(): Promise<number> {
  if (!navigator.locks) return 1_000 + Math.floor(Math.random() * 1e6);
  // A tab that was closed just now may hold its slot, and the draft in it, for a moment longer.
  for (let slot = 0, tries = 0; ; tries < 3 ? ++tries : ++slot) {
    if (tries > 0 && tries < 3) await new Promise((resolve) => setTimeout(resolve, 100));
    const got = await new Promise<boolean>((answer) => {
      void navigator.locks.request(`cairn/slot/${slot}`, { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock ? new Promise<never>(() => undefined) : undefined;
      }).catch(() => answer(true));
    });
    if (got) return slot;
  }
}

export class Store {
  private readonly channel = new BroadcastChannel('cairn/records');
  private readonly folders = new Set<string>();
  private readonly idbfs: Idbfs;
  private usable = true;

  constructor(
    private readonly module: EngineModule,
    private readonly answer: (ticket: number, trouble: Trouble | '') => void,
    followed: (files: Uint8Array) => void,
  ) {
    this.idbfs = module.FS.filesystems.IDBFS;
    this.channel.onmessage = (event: MessageEvent<string[]>) => {
      void this.readPaths(event.data).then((files) => followed(pack(files)), () => undefined);
    };
  }

  /** Everything that is stored. IDBFS reads it; where that fails, we read its table ourselves. */
  async load(): Promise<Loaded> {
    const { FS } = this.module;
    try {
      FS.mkdir(MOUNT);
      FS.mount(this.idbfs, {}, MOUNT);
      await within(LOAD_LIMIT, this.shared(() => new Promise<void>((resolve, reject) => {
        FS.syncfs(true, (error) => (error ? reject(error) : resolve()));
      })));
      const files: [string, Uint8Array][] = [];
      this.takeOut(MOUNT, files);
      return { files: pack(files), error: '' };
    } catch {
      try {
        return { files: pack(await within(LOAD_LIMIT, this.readAll())), error: '' };
      } catch (error) {
        this.usable = false;
        return { files: new Uint8Array(), error: troubleOf(error) };
      }
    }
  }

  /** One transaction for everything: it is all stored when the answer is '', or nothing is. */
  request(ticket: number, put: Uint8Array, remove: string[]): void {
    const files = unpack(put);
    void this.shared(() => this.commit(files, remove)).then(
      () => {
        this.answer(ticket, '');
        const records = files.map(([path]) => path).filter((path) => path.startsWith('records/'));
        if (records.length > 0) this.channel.postMessage(records);
      },
      (error: unknown) => this.answer(ticket, error === 'newer' ? 'newer' : troubleOf(error)),
    );
  }

  private async commit(files: [string, Uint8Array][], remove: string[]): Promise<void> {
    if (!this.usable) throw new DOMException('the store could not be read', 'UnknownError');
    const database = await this.database();
    return new Promise<void>((resolve, reject) => {
      let newer = false;
      const transaction = database.transaction([TABLE], 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(newer ? 'newer' : (transaction.error ?? new DOMException('aborted', 'AbortError')));
      const table = transaction.objectStore(TABLE);
      const marker = table.get(`${MOUNT}/marker`) as IDBRequest<Entry | undefined>;
      marker.onsuccess = () => {
        const found = marker.result?.contents;
        if (found && decoder.decode(found) !== MARKER) {
          newer = true;
          transaction.abort();
          return;
        }
        const timestamp = new Date();
        for (const folder of this.newFolders(files)) table.put({ timestamp, mode: FOLDER_MODE } satisfies Entry, folder);
        for (const [path, contents] of files) {
          table.put({ timestamp, mode: FILE_MODE, contents } satisfies Entry, `${MOUNT}/${path}`);
        }
        for (const path of remove) table.delete(`${MOUNT}/${path}`);
        transaction.commit();
      };
    });
  }

  // IDBFS restores a file only where its folder is listed too.
  private newFolders(files: [string, Uint8Array][]): string[] {
    const added: string[] = [];
    for (const [path] of files) {
      const parts = path.split('/');
      for (let depth = 1; depth < parts.length; ++depth) {
        const folder = `${MOUNT}/${parts.slice(0, depth).join('/')}`;
        if (this.folders.has(folder)) continue;
        this.folders.add(folder);
        added.push(folder);
      }
    }
    return added;
  }

  private database(): Promise<IDBDatabase> {
    return within(LOAD_LIMIT, new Promise<IDBDatabase>((resolve, reject) => {
      this.idbfs.getDB(MOUNT, (error, database) => {
        if (error) return reject(error);
        // A handle that the browser closes is dropped, and the next save opens a new one.
        database.onclose = database.onversionchange = () => {
          database.close();
          this.idbfs.dbs[MOUNT] = undefined;
        };
        resolve(database);
      });
    }));
  }

  private async readPaths(paths: string[]): Promise<[string, Uint8Array][]> {
    const database = await this.database();
    const table = database.transaction([TABLE], 'readonly').objectStore(TABLE);
    const found: [string, Uint8Array][] = [];
    await Promise.all(paths.map((path) => new Promise<void>((resolve, reject) => {
      const request = table.get(`${MOUNT}/${path}`) as IDBRequest<Entry | undefined>;
      request.onsuccess = () => {
        if (request.result?.contents) found.push([path, request.result.contents]);
        resolve();
      };
      request.onerror = () => reject(request.error);
    })));
    return found;
  }

  private async readAll(): Promise<[string, Uint8Array][]> {
    const database = await this.database();
    const table = database.transaction([TABLE], 'readonly').objectStore(TABLE);
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = table.getAllKeys();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const prefix = `${MOUNT}/`;
    return this.readPaths(keys.map(String).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  }

  // What was loaded lives in the engine's model now; its copy in memory is let go.
  private takeOut(folder: string, files: [string, Uint8Array][]): void {
    const { FS } = this.module;
    for (const name of FS.readdir(folder)) {
      if (name === '.' || name === '..') continue;
      const path = `${folder}/${name}`;
      if (FS.isDir(FS.stat(path).mode)) {
        this.folders.add(path);
        this.takeOut(path, files);
      } else {
        files.push([path.slice(MOUNT.length + 1), FS.readFile(path)]);
        FS.unlink(path);
      }
    }
  }

  private shared<T>(work: () => Promise<T>): Promise<T> {
    if (!navigator.locks) return work();
    return navigator.locks.request('cairn/store', { mode: 'shared' }, work) as Promise<T>;
  }
}

// A database of the browser: opened when it is first used, and again after the browser has closed it, also where it
// closes one without a word. Whoever uses it gets an answer: what takes too long is given up and told.
import { STORE_NAME } from './scope';

/** Milliseconds until a store that does not answer is given up. */
export const PATIENCE = 8_000;
/** The same for long work, which reads everything that is stored. */
export const LONG_PATIENCE = 60_000;
export const TABLE = 'FILE_DATA';
/** That of the backups, which have a database of their own. */
export const BACKUPS = 'backups';
/** That of every Emscripten so far. */
const VERSION_OF_IDBFS = 21;

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
}

export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const nameOf = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : '');

export class Database {
  private opened: Promise<IDBDatabase> | undefined;

  constructor(private readonly make: () => Promise<IDBDatabase>) {}

  open(): Promise<IDBDatabase> {
    if (!this.opened) {
      const opening: Promise<IDBDatabase> = within(PATIENCE, this.make().then((database) => this.watch(database)));
      opening.catch(() => this.forget(opening));
      this.opened = opening;
    }
    return this.opened;
  }

  /** Does `work` with it. A handle that the browser was closing has begun nothing: then it is done with a new one. */
  async use<T>(work: (database: IDBDatabase) => Promise<T>, patience = PATIENCE): Promise<T> {
    const opening = this.open();
    try {
      const database = await opening;
      return await within(patience, work(database));
    } catch (error) {
      const isClosing = nameOf(error) === 'InvalidStateError';
      if (isClosing || nameOf(error) === 'TimeoutError') this.forget(opening);
      if (!isClosing) throw error;
    }
    return within(patience, work(await this.open()));
  }

  private watch(database: IDBDatabase): IDBDatabase {
    const opening = this.opened;
    database.onclose = database.onversionchange = () => {
      database.close();
      this.forget(opening);
    };
    return database;
  }

  private forget(opening: Promise<IDBDatabase> | undefined): void {
    if (this.opened === opening) this.opened = undefined;
    void opening?.then((database) => database.close(), () => undefined);
  }
}

/** The store, made as IDBFS would make it, so that it need not wait until IDBFS is there. */
async function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open(STORE_NAME, VERSION_OF_IDBFS);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE).createIndex('timestamp', 'timestamp');
  return answerOf(request);
}

export const storeDatabase = (): Database => new Database(openStore);

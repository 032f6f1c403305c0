// The store: IDBFS loads it once; saving writes only our own changed paths, in one strict
// transaction, and says so at `complete`. (syncfs(false) would delete what another tab saved.)
import type { EngineModule } from './wasm-module';
import { forgetLeaving, keepWhileLeaving, leftBehind } from './unfinished-saves';
import { inOne, SaveQueue, type Saving } from './queue';
import { copyFormerStore, endErasing } from './former';
import { CHANNEL, slotLock } from './scope';
import { type Database, PATIENCE, within } from './database';
import type { Trouble } from './protocol';
import {
  commit, lookAround, MOUNT, type News, pack, readAll, readFiles, type StoredFile, troubleOf, underLock, unpack,
} from './file-table';

export interface Loaded {
  files: Uint8Array;
  trouble: Trouble;
}

/** What the store tells its page. */
export interface Listener {
  stored(ticket: number, trouble: Trouble): void;
  followed(files: Uint8Array): void;
  reloaded(files: Uint8Array): void;
  compacted(): void;
  /** Another tab has erased something for good: nothing here may bring it back. */
  forget(): void;
  /** Everything that was stored has been taken away from outside. */
  emptied(): void;
  pieces(path: string, pieces: Uint8Array[]): void;
}

/** For a tab that can hold no lock: so many that two hardly ever meet. */
const anySlot = () => 1_000 + Math.floor(Math.random() * 1e6);

/** A number that no other living tab has; held under a Web Lock until this tab ends. */
export async function takeSlot(): Promise<number> {
  if (!navigator.locks) return anySlot();
  // A tab that was closed just now may hold its slot, and the draft in it, for a moment longer.
  for (let slot = 0, tries = 0; ; tries < 3 ? ++tries : ++slot) {
    if (tries > 0 && tries < 3) await new Promise((resolve) => setTimeout(resolve, 100));
    const got = await new Promise<boolean | undefined>((answer) => {
      navigator.locks.request(slotLock(slot), { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock ? new Promise<never>(() => undefined) : undefined;
      }).catch(() => answer(undefined));
    });
    if (got === undefined) return anySlot();
    if (got) return slot;
  }
}

/** A page that comes back out of the browser's page cache has lost its slot to whoever came meanwhile. */
export function loadAnewFromCache(): void {
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

const holdsChanges = (path: string) => /^(records|imports|snapshots)\//.test(path);
const withdraws = (path: string) => path.startsWith('withdrawn/');

export class Store {
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly folders = new Set<string>();
  private readonly known = new Set<string>();
  private readonly queue = new SaveQueue((savings) => this.save(savings));
  private loaded = false;
  private persistence = false;

  constructor(private readonly module: EngineModule, private readonly database: Database, private readonly page: Listener) {
    this.channel.onmessage = (event: MessageEvent<News>) => this.hear(event.data);
    // A tab that slept has missed what the others said.
    for (const event of ['visibilitychange', 'pageshow']) {
      addEventListener(event, () => {
        if (document.visibilityState === 'visible') void this.catchUp();
        else this.queue.begin();
      });
    }
  }

  /** False where the store could not be read: nothing is written there. */
  get usable(): boolean {
    return this.loaded;
  }
  get saving(): boolean {
    return this.queue.busy;
  }
  get empty(): boolean {
    return ![...this.known].some(holdsChanges);
  }

  /** The page may be gone in a moment: what is on its way is kept where that takes no time. */
  leave(): void {
    const { files, remove } = inOne(this.queue.unanswered);
    if (this.loaded && files.length + remove.length > 0) keepWhileLeaving(files, remove);
  }

  /** Stores what pages that are gone have left behind. */
  async takeLeft(): Promise<void> {
    for (const left of leftBehind()) {
      await this.database.use((database) => commit(database, left.files, left.remove));
      left.forget();
    }
  }

  /** Everything that is stored. IDBFS reads it; where that fails, we read its table ourselves. */
  async load(): Promise<Loaded> {
    const { FS } = this.module;
    let files: StoredFile[] = [];
    try {
      const { IDBFS } = FS.filesystems;
      IDBFS.dbs[MOUNT] = await this.withFormer();
      FS.mkdir(MOUNT);
      FS.mount(IDBFS, {}, MOUNT);
      // Within the lock too: a load that never ends would hold it as long as this tab lives.
      await within(PATIENCE, underLock('shared', () => within(PATIENCE, new Promise<void>((resolve, reject) => {
        FS.syncfs(true, (error) => (error ? reject(error) : resolve()));
      }))));
      this.takeOut(MOUNT, files);
    } catch {
      try {
        await this.withFormer();
        files = await this.database.use(readAll);
      } catch (error) {
        return { files: new Uint8Array(), trouble: troubleOf(error) };
      }
    }
    this.loaded = true;
    this.knowOnly(files.map(([path]) => path));
    return { files: pack(files), trouble: 'none' };
  }

  /** The database, with what the store of before holds that it lacks. */
  private async withFormer(): Promise<IDBDatabase> {
    await this.database.use((database) => endErasing(database).then(() => copyFormerStore(database))).catch((error: unknown) => {
      if (error !== 'newer') throw error; // nothing is written into the store of a later version, and it is read all the same
    });
    await this.takeLeft().catch(() => undefined); // it stays where it is, and the next start takes it
    return this.database.open();
  }

  /** It is all stored when the answer is '', or nothing is; in one transaction, perhaps with others. */
  request(ticket: number, put: Uint8Array, remove: string[]): void {
    this.queue.add({ ticket, files: unpack(put), remove });
  }

  /** Reads everything again, for example after an import was withdrawn. */
  async reload(): Promise<void> {
    try {
      const files = await this.database.use(readAll);
      this.knowOnly(files.map(([path]) => path));
      this.page.reloaded(pack(files));
    } catch {
      // The next look at the page, or the next save, tells whether the store is there.
    }
  }

  /** What the worker is about to store needs no reading by this tab. */
  expect(path: string): void {
    this.known.add(path);
  }

  private async save(savings: Saving[]): Promise<void> {
    const { files, remove } = inOne(savings);
    const answer = (trouble: Trouble) => savings.forEach(({ ticket }) => this.page.stored(ticket, trouble));
    try {
      if (!this.loaded) throw new DOMException('the store could not be read', 'UnknownError');
      await this.database.use((database) => commit(database, files, remove, this.folders, this.known.has('marker')));
    } catch (error) {
      if (error === 'emptied') this.forgetAll();
      return answer(troubleOf(error));
    }
    for (const [path] of files) this.known.add(path);
    for (const path of remove) this.known.delete(path);
    if (this.queue.unanswered.length === savings.length) forgetLeaving();
    answer('none');
    this.tell(files.map(([path]) => path), remove);
  }

  private tell(put: string[], remove: string[]): void {
    const say = (news: News) => this.channel.postMessage(news);
    if ([...put, ...remove].some(withdraws)) return say({ kind: 'withdrawn' });
    const paths = put.filter(holdsChanges);
    if (paths.length === 0) return;
    say({ kind: 'records', paths });
    // From the first words on, the browser is asked not to throw them away.
    if (!this.persistence) void navigator.storage?.persist?.().catch(() => undefined);
    this.persistence = true;
  }

  private hear(news: News): void {
    switch (news.kind) {
      case 'records': return void this.follow(news.paths);
      case 'withdrawn': return void this.reload();
      case 'restored': return location.reload();
      case 'erased': return this.page.forget();
      case 'pieces':
        if (!this.known.has(news.path)) this.page.pieces(news.path, news.pieces);
        this.known.add(news.path);
        return;
      case 'compacted':
        // Whoever had all that went into the snapshots has nothing to read in them.
        if (news.removed.filter(holdsChanges).every((path) => this.known.has(path))) news.put.forEach((path) => this.known.add(path));
        news.removed.forEach((path) => this.known.delete(path));
        this.page.compacted();
        void this.catchUp();
    }
  }

  private async follow(paths: string[]): Promise<void> {
    if (!this.loaded) return;
    try {
      const files = await this.database.use((database) => readFiles(database, paths));
      files.forEach(([path]) => this.known.add(path));
      if (files.length > 0) this.page.followed(pack(files));
    } catch {
      // Nothing is lost: what could not be read now is read at the next look.
    }
  }

  private async catchUp(): Promise<void> {
    if (!this.loaded) return;
    try {
      const isNews = (path: string) => holdsChanges(path) && !this.known.has(path);
      const { paths, files } = await this.database.use((database) => lookAround(database, isNews));
      if (this.known.has('marker') && !paths.includes('marker')) return this.forgetAll();
      const now = paths.filter(withdraws);
      const before = [...this.known].filter(withdraws);
      if (now.length !== before.length || now.some((path) => !this.known.has(path))) return void this.reload();
      files.forEach(([path]) => this.known.add(path));
      if (files.length > 0) this.page.followed(pack(files));
    } catch {
      // As in follow().
    }
  }

  /** What is stored anew is stored whole: folders too, which IDBFS needs. */
  private forgetAll(): void {
    this.folders.clear();
    this.page.emptied();
  }

  private knowOnly(paths: string[]): void {
    this.known.clear();
    paths.forEach((path) => this.known.add(path));
  }

  // What was loaded lives in the engine's model now; its copy in memory is let go.
  private takeOut(folder: string, files: StoredFile[]): void {
    const { FS } = this.module;
    for (const name of FS.readdir(folder)) {
      if (name === '.' || name === '..') continue;
      const path = `${folder}/${name}`;
      const below = path.slice(MOUNT.length + 1);
      if (FS.isDir(FS.stat(path).mode)) {
        this.folders.add(below);
        this.takeOut(path, files);
      } else {
        files.push([below, FS.readFile(path)]);
        FS.unlink(path);
      }
    }
  }
}

// The worker: the long work, away from the page, with an engine of its own (the core alone, built for
// speed). It reads and compares large files, stores what is taken from them, takes the records together
// and keeps the backups.
import createModule from 'engine';
import type { Ask, Reply } from './worker-protocol';
import { Backups } from './backups';
import { beginErasing, endErasing } from './former';
import { CHANNEL } from './scope';
import { LONG_PATIENCE, storeDatabase, within } from './database';
import { commit, linesOf, type News, pack, readAll, rewrite, type StoredFile, troubleOf, underLock, unpack } from './file-table';
import type { Trouble } from './protocol';

declare const WASM_URL: string;

interface WorkModule {
  _cairn_work_open(): number;
  _cairn_work_store(work: number): void;
  _cairn_work_read(work: number, ours: number): number;
  _cairn_work_preview(work: number, now: number): number;
  _cairn_work_take(work: number, now: number): number;
  _cairn_work_piece(work: number, index: number): void;
  _cairn_work_compact(erase: number): void;
  _cairn_work_backup(work: number): void;
  _cairn_work_look(work: number): void;
  _cairn_work_go_back(work: number): void;
}

const encoder = new TextEncoder();
const worker = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: Reply) => worker.postMessage(message);
const channel = new BroadcastChannel(CHANNEL);
const tell = (news: News) => channel.postMessage(news);

const host = {
  inbox: new Uint8Array() as Uint8Array,
  answers: [] as Uint8Array[],
  answer(bytes: Uint8Array): void {
    this.answers.push(bytes);
  },
  entropy: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
};

/** The next answer of the engine. */
function taken(): Uint8Array {
  return host.answers.shift() ?? new Uint8Array();
}

/** What the engine has answered of a file that cannot be taken. */
class Refusal extends Error {
  readonly answer = taken();
}

const database = storeDatabase();
const backups = new Backups();
const ready = begin();

async function begin(): Promise<{ engine: WorkModule; work: number }> {
  const engine = (await createModule({ host, locateFile: () => WASM_URL })) as WorkModule;
  return { engine, work: engine._cairn_work_open() };
}

async function lookAtStore(): Promise<void> {
  const { engine, work } = await ready;
  host.inbox = pack(await database.use(readAll, LONG_PATIENCE));
  engine._cairn_work_store(work);
}

async function read(bytes: Uint8Array, ours = false): Promise<void> {
  const { engine, work } = await ready;
  host.inbox = bytes;
  if (engine._cairn_work_read(work, ours ? 1 : 0) === 0) throw new Refusal();
}

async function readFile(name: string, bytes: Uint8Array): Promise<void> {
  reply({ kind: 'reading', name, step: 1 });
  await read(bytes);
  reply({ kind: 'reading', name, step: 2 });
  await lookAtStore();
  reply({ kind: 'reading', name, step: 3 });
  const { engine, work } = await ready;
  const shown = engine._cairn_work_preview(work, Date.now());
  if (shown === 0) throw new Refusal();
  reply({ kind: 'read', name, preview: taken(), isBackup: false });
}

/** First it is stored, then the page gets it, piece by piece; the other tabs get the same. */
async function take(path: string, refused: string): Promise<void> {
  const { engine, work } = await ready;
  host.inbox = encoder.encode(refused);
  const count = engine._cairn_work_take(work, Date.now());
  if (count < 0) throw new Refusal();
  const record = taken();
  const pieces = Array.from({ length: count }, (_, index) => {
    engine._cairn_work_piece(work, index);
    return taken();
  });
  let trouble: Trouble = 'none';
  try {
    await database.use((opened) => commit(opened, [[path, record]], []), LONG_PATIENCE);
    tell({ kind: 'pieces', path, pieces });
  } catch (error) {
    trouble = troubleOf(error);
  }
  reply({ kind: 'taken', pieces, trouble });
}

/** Alone with the store, in one transaction that reads all and puts what is to be there instead. */
function replaceAll(change: (files: StoredFile[]) => { put: StoredFile[]; remove: string[] }): Promise<void> {
  return within(LONG_PATIENCE, underLock('exclusive', () => database.use((opened) => rewrite(opened, change), LONG_PATIENCE)));
}

async function compact(erase = false): Promise<void> {
  const { engine } = await ready;
  const news: News = { kind: 'compacted', put: [], removed: [] };
  await replaceAll((files) => {
    host.inbox = pack(files);
    engine._cairn_work_compact(erase ? 1 : 0);
    const put = unpack(taken());
    const remove = linesOf(taken());
    const isNotDone = put.length === 0 && files.some(([path]) => path.startsWith('records/'));
    if (erase && isNotDone) throw new DOMException('what was taken together cannot be read back', 'DataError');
    news.put = put.map(([path]) => path);
    news.removed = remove;
    return { put, remove };
  });
  tell(news);
}

/** What cannot be read again is no backup, and must not take the place of one. */
function readable(backup: Uint8Array): Uint8Array {
  if (backup.length === 0) throw new DOMException('the backup cannot be read back', 'DataError');
  return backup;
}

async function backUp(name: string): Promise<void> {
  await lookAtStore();
  const { engine, work } = await ready;
  engine._cairn_work_backup(work);
  await backups.put(name, readable(taken()));
}

/** The first of a day stays as it is: also where the page could not ask, or two tabs did. */
async function backUpOnce(today: string): Promise<void> {
  if (!(await backups.has(today))) await backUp(today);
}

/** What was removed leaves the records, and the backups that still held it: a new one takes their place. */
async function erase(today: string): Promise<void> {
  await database.use(beginErasing, LONG_PATIENCE);
  await compact(true);
  await lookAtStore();
  const { engine, work } = await ready;
  engine._cairn_work_backup(work);
  await backups.replaceAll(today, readable(taken()));
  await database.use(endErasing, LONG_PATIENCE);
  tell({ kind: 'erased' });
  reply({ kind: 'erased', trouble: 'none' });
  await list();
}

async function list(): Promise<void> {
  reply({ kind: 'backups', list: await backups.list(), trouble: 'none' });
}

async function look(name: string): Promise<void> {
  await read(await backups.get(name), true);
  await lookAtStore();
  const { engine, work } = await ready;
  engine._cairn_work_look(work);
  reply({ kind: 'read', name, preview: taken(), isBackup: true });
}

async function goBack(name: string, today: string): Promise<void> {
  await backUp(`${today} before going back ${Date.now()}`);
  await read(await backups.get(name), true);
  const { engine, work } = await ready;
  await replaceAll((files) => {
    host.inbox = pack(files);
    engine._cairn_work_go_back(work);
    return { put: unpack(taken()), remove: linesOf(taken()) };
  });
  tell({ kind: 'restored' });
}

function run(ask: Ask): Promise<void> {
  switch (ask.kind) {
    case 'read': return readFile(ask.name, ask.bytes);
    case 'take': return take(ask.path, ask.refused);
    case 'compact': return compact();
    case 'back up': return backUpOnce(ask.today);
    case 'erase': return erase(ask.today);
    case 'list': return list();
    case 'look': return look(ask.name);
    case 'go back': return goBack(ask.name, ask.today);
  }
}

function explain(ask: Ask, error: unknown): void {
  host.answers.length = 0;
  if ('name' in ask) {
    const { name } = ask;
    return reply(error instanceof Refusal ? { kind: 'refused', name, error: error.answer } : { kind: 'failed', name, trouble: troubleOf(error) });
  }
  if (ask.kind === 'erase') reply({ kind: 'erased', trouble: troubleOf(error) });
  if (ask.kind === 'list' || ask.kind === 'back up' || ask.kind === 'erase') return reply({ kind: 'backups', list: [], trouble: troubleOf(error) });
  // Records that were not taken together stay as they are; it is tried again later.
}

// One after another: each works on what the one before has left.
let turn: Promise<void> = Promise.resolve();
worker.onmessage = (event: MessageEvent<Ask>) => {
  const ask = event.data;
  turn = turn.then(() => run(ask)).catch((error: unknown) => explain(ask, error));
};

Object.assign(globalThis, { cairn: { ready, host } });

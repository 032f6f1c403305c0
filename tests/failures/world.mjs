// One browser profile in Node: the page's storage and the worker, as they are built, over a storage that can fail.
import { join } from 'node:path';
import { build } from 'esbuild';
import { Clock } from './clock.mjs';
import { Faults, Locks, put } from './faults.mjs';
import { FDBFactory } from './indexeddb.mjs';

const web = new URL('../../web', import.meta.url).pathname;
/** Milliseconds until somebody who was told nothing is given up: longer than any patience. */
const TOLD = 400_000;

/** Modules of the page, as one script whose exports are `made`. */
export async function bundled(contents, alias) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: web, loader: 'ts' }, bundle: true, write: false, format: 'iife', globalName: 'made', target: 'es2022',
    define: { WASM_URL: '""' }, alias, logOverride: { 'empty-import-meta': 'silent' },
  });
  return outputFiles[0].text;
}
const pageCode = await bundled("export { Store } from './storage'; export { storeDatabase } from './database'; export { keptBackups } from './backups';", {});
const workerCode = await bundled("import './worker';", { engine: join(import.meta.dirname, 'engine.mjs') });

const encoder = new TextEncoder();
function pack(files) {
  return Uint8Array.from(files.flatMap(([path, text]) => {
    const bytes = encoder.encode(text);
    return [...encoder.encode(`${path}\n${bytes.length}\n`), ...bytes];
  }));
}

/** localStorage: its keys are what `Object.keys` says of it. */
class Texts {
  getItem(key) {
    return this[key] ?? null;
  }
  setItem(key, text) {
    this[key] = text;
  }
  removeItem(key) {
    delete this[key];
  }
}

export class World {
  constructor() {
    put(new Faults());
    this.clock = new Clock();
    this.factory = new FDBFactory();
    this.locks = new Locks();
    this.channels = new Set();
    this.texts = new Texts();
  }

  /** What a version before 0.3 had stored, and what a page that is gone had on its way. */
  async begin(formerFiles, leftFiles) {
    await new Promise((done, failed) => {
      const request = this.factory.open('/cairn', 21);
      request.onupgradeneeded = () => {
        const table = request.result.createObjectStore('FILE_DATA');
        table.createIndex('timestamp', 'timestamp');
        for (const [path, text] of formerFiles) table.put({ timestamp: new Date(0), mode: 0o100666, contents: encoder.encode(text) }, `/cairn/${path}`);
      };
      request.onsuccess = () => {
        request.result.close();
        done();
      };
      request.onerror = failed;
    });
    this.texts.setItem('cairn/#leaving/1', JSON.stringify({ files: leftFiles, remove: [] }));
  }

  /** What somebody waits for, or an error where nothing is ever said. */
  told(what, work) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = this.clock.setTimeout(() => reject(new Error(`nobody was told: ${what}`)), TOLD);
    });
    return Promise.race([work, late]).finally(() => this.clock.clearTimeout(timer));
  }

  /** Runs code as one tab, or one worker, of this profile would. */
  run(code, more) {
    const { channels } = this;
    class BroadcastChannel {
      constructor(name) {
        this.name = name;
        channels.add(this);
      }
      postMessage(data) {
        for (const other of channels) if (other !== this && other.name === this.name) setImmediate(() => other.onmessage?.({ data: structuredClone(data) }));
      }
    }
    const { setTimeout, clearTimeout } = this.clock;
    const globals = {
      indexedDB: this.factory, navigator: { locks: this.locks, storage: { persist: async () => true } }, location: { href: 'http://host/' }, localStorage: this.texts,
      document: { visibilityState: 'visible' }, addEventListener: () => undefined, BroadcastChannel, setTimeout, clearTimeout, globalThis: {}, ...more,
    };
    return new Function(...Object.keys(globals), `${code}; return made;`)(...Object.values(globals));
  }
}

/** What App does with a store: what was refused goes along with the next change. */
export class Tab {
  tickets = new Map();
  unsaved = [];
  changes = 0;

  constructor(world, name) {
    this.name = name;
    this.world = world;
    const { Store, storeDatabase, keptBackups } = world.run(pageCode, {});
    this.keptBackups = keptBackups;
    const withoutIdbfs = { FS: { filesystems: { IDBFS: { dbs: {} } }, mkdir() {}, mount() {}, syncfs: (_, done) => done(new Error('no IDBFS here')) } };
    const nothing = () => undefined;
    this.store = new Store(withoutIdbfs, storeDatabase(), {
      stored: (ticket, trouble) => this.tickets.get(ticket)(trouble), followed: nothing, reloaded: nothing, compacted: nothing,
      forget: nothing, emptied: nothing, pieces: nothing,
    });
  }

  /** What is stored, or the trouble that is told. A start looks for backups too. */
  async load() {
    const { files, trouble } = await this.world.told('loading', this.store.load());
    await this.world.told('which backups are there', this.keptBackups());
    return { files: trouble === 'none' ? files : undefined, trouble };
  }

  /** Answers the trouble that is told, or 'none'. */
  async save(files, remove = []) {
    const ticket = ++this.changes;
    const all = [...this.unsaved, ...files];
    const answer = new Promise((resolve) => this.tickets.set(ticket, resolve));
    this.store.request(ticket, pack(all), remove);
    const trouble = await this.world.told(`saving ${all.map(([path]) => path).join()}`, answer);
    this.unsaved = trouble === 'none' ? [] : all;
    return trouble;
  }
}

/** The worker, asked one thing after the other. */
export class Help {
  waiting = new Map();

  constructor(world) {
    this.world = world;
    this.scope = { postMessage: (reply) => this.waiting.get(reply.kind)?.(reply) };
    world.run(`${workerCode}; var made = {}`, { self: this.scope });
  }
  ask(message, kind) {
    const answer = new Promise((resolve) => this.waiting.set(kind, resolve));
    this.scope.onmessage({ data: message });
    return this.world.told(`the worker's answer to ${message.kind}`, answer);
  }
}

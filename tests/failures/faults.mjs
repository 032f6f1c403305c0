// A browser's storage that fails where it is told to: at the n-th request, in one of several ways. It wraps
// fake-indexeddb and a lock manager of its own, so that a thousand runs take a minute and no browser.
import { FDBDatabase, FDBFactory, FDBObjectStore, FDBTransaction } from './indexeddb.mjs';

/** How a request can fail, by its name. */
const MODES = {
  databases: ['throws', 'fails', 'is silent'],
  open: ['throws', 'fails', 'is silent'],
  transaction: ['throws', 'fails', 'is over quota', 'is silent', 'loses its answer', 'is closing'],
  commit: ['throws', 'fails', 'is over quota', 'is silent', 'loses its answer'],
  request: ['throws', 'is silent'],
};
export const modesOf = (name) => MODES[name] ?? (/^(get|put|add|delete|clear)/.test(name) ? ['throws', 'fails', 'is over quota', 'is silent'] : []);

const onPurpose = (name) => new DOMException('on purpose', name);
const never = () => new Promise(() => undefined);

/** Nobody hears how it ended. */
function mute(transaction) {
  for (const name of ['oncomplete', 'onabort', 'onerror']) Object.defineProperty(transaction, name, { get: () => null, set: () => undefined });
}
const silenced = () => ({ set onsuccess(_) {}, set onerror(_) {}, set onupgradeneeded(_) {}, result: undefined, error: null });

const kinds = {
  throws: () => {
    throw onPurpose('UnknownError');
  },
  'is closing': (database) => {
    database.isClosing = true;
    throw onPurpose('InvalidStateError');
  },
  fails: (made, transaction) => (transaction ? setImmediate(() => abort(transaction, 'AbortError')) : undefined, made()),
  'is over quota': (made, transaction) => (transaction ? setImmediate(() => abort(transaction, 'QuotaExceededError')) : undefined, made()),
};
function abort(transaction, name) {
  if (transaction._state !== 'finished') transaction._abort(name);
}

/** Counts all requests; the one with the number `at` fails in `mode`. */
export class Faults {
  names = [];
  constructor(at = -1, mode = '') {
    this.at = at;
    this.mode = mode;
  }
  /** How this request is to fail, or nothing. */
  meet(name) {
    this.names.push(name);
    return this.names.length - 1 === this.at ? this.mode : '';
  }
}

let faults = new Faults();
/** What is asked of the storage from now on is counted by these. */
export function put(next) {
  faults = next;
}

function wrap(prototype, name, transactionOf) {
  const original = prototype[name];
  prototype[name] = function wrapped(...args) {
    if (name === 'transaction' && this.isClosing) throw onPurpose('InvalidStateError');
    const made = () => original.apply(this, args);
    const isOfTheOpening = args[1] === 'versionchange' || transactionOf?.(this).mode === 'versionchange';
    const mode = isOfTheOpening ? '' : faults.meet(name);
    if (!mode) return made();
    if (mode === 'throws' || mode === 'is closing') return kinds[mode](this);
    if (name === 'transaction') return failingTransaction(made(), mode);
    const transaction = transactionOf(this);
    if (mode === 'loses its answer') {
      mute(transaction);
      return made();
    }
    if (mode === 'is silent') {
      mute(transaction);
      setImmediate(() => abort(transaction, 'AbortError'));
      return silenced();
    }
    return kinds[mode](made, transaction);
  };
}

function failingTransaction(transaction, mode) {
  if (mode === 'loses its answer' || mode === 'is silent') mute(transaction);
  if (mode !== 'loses its answer') setImmediate(() => abort(transaction, mode === 'is over quota' ? 'QuotaExceededError' : 'AbortError'));
  return transaction;
}

for (const name of ['get', 'getAll', 'getAllKeys', 'getKey', 'put', 'add', 'delete', 'clear']) wrap(FDBObjectStore.prototype, name, (table) => table.transaction);

// As in Chromium: once the end of a transaction was asked for, a request that fails ends it, whatever its handlers say.
const { commit } = FDBTransaction.prototype;
FDBTransaction.prototype.commit = function committing() {
  this.isCommitting = true;
  return commit.call(this);
};
const { add } = FDBObjectStore.prototype;
FDBObjectStore.prototype.add = function adding(...args) {
  const { transaction } = this;
  const request = add.apply(this, args);
  request.addEventListener?.('error', () => {
    if (transaction.isCommitting) abort(transaction, 'UnknownError');
  });
  return request;
};
wrap(FDBDatabase.prototype, 'transaction');
wrap(FDBTransaction.prototype, 'commit', (transaction) => transaction);

const open = FDBFactory.prototype.open;
FDBFactory.prototype.open = function wrapped(...args) {
  const mode = faults.meet('open');
  if (mode === 'throws') throw onPurpose('SecurityError');
  if (mode === 'is silent') return silenced();
  if (!mode) return open.apply(this, args);
  const request = { error: onPurpose('UnknownError'), transaction: null };
  setImmediate(() => request.onerror?.());
  return request;
};

const { databases } = FDBFactory.prototype;
FDBFactory.prototype.databases = async function wrapped() {
  const mode = faults.meet('databases');
  if (mode === 'is silent') return never();
  if (mode) throw onPurpose(mode === 'fails' ? 'UnknownError' : 'SecurityError');
  return databases.call(this);
};

/** Web Locks, as far as Cairn uses them. */
export class Locks {
  held = new Map(); // name: how many share it, or -1
  waiting = []; // for a lock to be given back

  async request(name, options, work) {
    const mode = faults.meet('request');
    if (mode === 'throws') throw onPurpose('SecurityError');
    if (mode === 'is silent') return never();
    const shared = options.mode === 'shared';
    const isFree = () => (this.held.get(name) ?? 0) === 0 || (shared && this.held.get(name) > 0);
    if (options.ifAvailable && !isFree()) return work(null);
    while (!isFree()) await new Promise((resolve) => this.waiting.push(resolve));
    this.held.set(name, shared ? (this.held.get(name) ?? 0) + 1 : -1);
    try {
      return await work({});
    } finally {
      this.held.set(name, shared ? this.held.get(name) - 1 : 0);
      this.waiting.splice(0).forEach((goOn) => goOn());
    }
  }
}

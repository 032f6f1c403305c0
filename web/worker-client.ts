// WorkerClient: the page's side of the worker (worker.ts), which begins when it is first needed. What it
// answers is handed to the engine in pieces, with room for a frame between them.
import type { Ask, Reply } from './worker-protocol';
import { isDue } from './backups';
import type { Engine } from './engine';
import { scriptAddress } from './trusted';
import type { Store } from './storage';
import { pack } from './file-table';

declare const WORKER_URL: string;

/** Files of this size and more are read away from the page. */
const LARGE = 256 * 1024;

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

export class WorkerClient {
  private worker: Worker | undefined;
  private name = '';
  /** A file, or a backup, is being read or taken. */
  private waiting = false;

  constructor(private readonly engine: Engine, private readonly store: Store) {}

  open(name: string, bytes: Uint8Array): void {
    if (bytes.length < LARGE || !this.store.usable) return this.engine.file(name, bytes);
    this.engine.largeReading(name, 1);
    this.ask({ kind: 'read', name, bytes });
  }
  /** `refused`: what of a proposal was not chosen. */
  take(path: string, refused: string): void {
    this.store.expect(path);
    this.ask({ kind: 'take', name: this.name, path, refused });
  }
  /** The worker is ended in the middle of its work; a transaction that it had begun does not count. */
  cancel(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
  compact(): void {
    this.ask({ kind: 'compact' });
  }
  list(): void {
    this.ask({ kind: 'list' });
  }
  look(name: string): void {
    this.ask({ kind: 'look', name });
  }
  goBack(name: string): void {
    this.ask({ kind: 'go back', name, today: today() });
  }
  /** For good: what was removed is in no record and no backup afterwards. */
  async erase(): Promise<void> {
    await this.store.takeLeft().catch(() => undefined); // it stays to be taken, and the worker says what it finds
    this.ask({ kind: 'erase', today: today() });
  }
  /** Once a day, where there is something to keep. Where the page cannot tell, the worker says why. */
  async backUp(): Promise<void> {
    if (!this.store.usable || this.store.empty) return;
    if (await isDue(today()).catch(() => true)) this.ask({ kind: 'back up', today: today() });
  }
  /** What another tab has taken from a large file. */
  async follow(path: string, pieces: Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      this.engine.followed(pack([[path, piece]]));
      await nextTurn();
    }
  }

  private ask(ask: Ask): void {
    if ('name' in ask) {
      this.name = ask.name;
      this.waiting = true;
    }
    this.worker ??= this.begin();
    this.worker.postMessage(ask);
  }

  private begin(): Worker {
    const worker = new Worker(scriptAddress(WORKER_URL), { type: 'module', name: 'cairn' });
    worker.onmessage = (event: MessageEvent<Reply>) => void this.hear(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.cancel();
      this.engine.backups([], 'ended');
      if (this.waiting) this.engine.largeFailed(this.name, 'ended');
      this.waiting = false;
    };
    return worker;
  }

  private async hear(reply: Reply): Promise<void> {
    if (reply.kind !== 'reading' && reply.kind !== 'backups' && reply.kind !== 'erased') this.waiting = false;
    switch (reply.kind) {
      case 'reading': return this.engine.largeReading(reply.name, reply.step);
      case 'read': return this.engine.largeRead(reply.name, reply.preview, reply.isBackup);
      case 'refused': return this.engine.largeRefused(reply.name, reply.error);
      case 'failed': return this.engine.largeFailed(reply.name, reply.trouble);
      case 'taken':
        for (const [at, piece] of reply.pieces.entries()) {
          this.engine.takePiece(piece, Math.round((100 * (at + 1)) / reply.pieces.length));
          await nextTurn();
        }
        return this.engine.largeTaken(reply.trouble);
      case 'erased': return this.engine.erased(reply.trouble);
      case 'backups': return this.engine.backups(reply.list, reply.trouble);
    }
  }
}

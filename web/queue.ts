// What waits to be saved. The database commits one transaction after the other; on a slow disk an
// edit would wait for all before it, and a page that ends meanwhile would lose seconds. So one is
// under way, and what comes meanwhile goes together in the next: nothing waits for more than two.
import type { StoredFile } from './file-table';

export interface Saving {
  ticket: number;
  files: StoredFile[];
  remove: string[];
}

export class SaveQueue {
  private readonly waiting: Saving[] = [];
  private readonly begun = new Set<Saving>();
  private underWay = 0;

  /** `save`: stores all of them in one transaction, or none, and answers each; never rejects. */
  constructor(private readonly save: (together: Saving[]) => Promise<void>) {}

  /** Something is being saved. */
  get busy(): boolean {
    return this.underWay > 0;
  }

  /** All that has not been answered yet, in its order. */
  get unanswered(): Saving[] {
    return [...this.begun, ...this.waiting];
  }

  add(saving: Saving): void {
    this.waiting.push(saving);
    this.begin();
  }

  /** A page that is hidden may be gone in a moment: nothing waits then. */
  begin(): void {
    const mayWait = document.visibilityState !== 'hidden';
    if (this.waiting.length === 0 || (mayWait && this.underWay > 0)) return;
    ++this.underWay;
    // What one event asks for goes together.
    const together = Promise.resolve().then(() => this.waiting.splice(0));
    void together.then(async (savings) => {
      savings.forEach((saving) => this.begun.add(saving));
      if (savings.length > 0) await this.save(savings);
      savings.forEach((saving) => this.begun.delete(saving));
      --this.underWay;
      this.begin();
    });
  }
}

/** As if they had been saved in their order: what was put and then removed is only removed, and the other way round. */
export function inOne(savings: Saving[]): { files: StoredFile[]; remove: string[] } {
  const put = new Map<string, Uint8Array>();
  const remove = new Set<string>();
  for (const saving of savings) {
    for (const [path, bytes] of saving.files) {
      put.set(path, bytes);
      remove.delete(path);
    }
    for (const path of saving.remove) {
      remove.add(path);
      put.delete(path);
    }
  }
  return { files: [...put], remove: [...remove] };
}

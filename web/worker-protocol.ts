// What the page asks of the worker, and what it answers.
import type { Listed } from './backups';
import type { Trouble } from './protocol';

export type Ask =
  | { kind: 'read'; name: string; bytes: Uint8Array }
  | { kind: 'take'; name: string; path: string; refused: string }
  | { kind: 'compact' }
  | { kind: 'back up'; today: string }
  | { kind: 'erase'; today: string }
  | { kind: 'list' }
  | { kind: 'look'; name: string }
  | { kind: 'go back'; name: string; today: string };
export type Reply =
  | { kind: 'reading'; name: string; step: number }
  | { kind: 'read'; name: string; preview: Uint8Array; isBackup: boolean }
  | { kind: 'refused'; name: string; error: Uint8Array }
  | { kind: 'failed'; name: string; trouble: Trouble }
  | { kind: 'taken'; pieces: Uint8Array[]; trouble: Trouble }
  | { kind: 'erased'; trouble: Trouble }
  | { kind: 'backups'; list: Listed[]; trouble: Trouble };

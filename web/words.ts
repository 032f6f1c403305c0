// Why something cannot be stored, in words.
import { storage_emptied, storage_failed, storage_full, storage_refused, storage_slow } from '../assets/strings/en.json';
import type { Trouble } from './file-table';

export const words: Record<Trouble | '', string> = {
  '': '', refused: storage_refused, full: storage_full, slow: storage_slow, failed: storage_failed, newer: storage_failed, taken: storage_failed, emptied: storage_emptied,
};

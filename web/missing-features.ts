// What Cairn uses where a browser has it, and can do without: each is told in Settings, or where it is missed.
import type { FEATURES } from './protocol';

function deflates(): boolean {
  try {
    return Boolean(new CompressionStream('deflate-raw'));
  } catch {
    return false;
  }
}

export const MISSING: Record<(typeof FEATURES)[number], boolean> = {
  offline: !('serviceWorker' in navigator),
  slots: !('locks' in navigator),
  links: !deflates(),
  segmenter: !('Segmenter' in Intl),
};

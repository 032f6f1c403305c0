// What Cairn uses where a browser has it, and can do without: each is told in Settings, or where it is missed.

function deflates(): boolean {
  try {
    return Boolean(new CompressionStream('deflate-raw'));
  } catch {
    return false;
  }
}

/** In the order of Lack (shell/platform/platform.hpp). */
export const LACKS: readonly boolean[] = [
  !('serviceWorker' in navigator),
  !('locks' in navigator),
  !deflates(),
  !('Segmenter' in Intl),
];

// What Cairn uses where a browser has it, and can do without: each is told in Settings, or where it is missed.

/** In the order of Lack (shell/platform/platform.hpp). */
export const LACKS: readonly boolean[] = [
  !('serviceWorker' in navigator),
  !('locks' in navigator),
  !('CompressionStream' in globalThis),
  !('Segmenter' in Intl),
];

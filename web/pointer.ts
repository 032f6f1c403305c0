// Pointers, wheel and the keys that belong to the page: real DOM events, passed on as they come.
import type { Engine } from './engine';

const LINE = 40;

function isEditor(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}

/** A new tab or window is the browser's to open. */
function opensElsewhere(event: PointerEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.shiftKey) && event.target instanceof Element && event.target.closest('a') !== null;
}

/** From this scale on a page counts as enlarged with two fingers. */
const ENLARGED = 1.01;

export function listenToPointers(stage: HTMLElement, engine: Engine): void {
  let held = false; // what began on the page ends there, wherever it is let go
  const pass = (phase: 'move' | 'down' | 'up' | 'cancel') => (event: PointerEvent) => {
    if (!event.isPrimary || (phase === 'down' && (event.button !== 0 || opensElsewhere(event)))) return;
    // Inside an editor the browser places the caret and selects.
    if (isEditor(event.target) && event.pointerType === 'mouse' && !held) return;
    if (phase !== 'move') held = phase === 'down';
    engine.pointer(event.pointerType === 'mouse' ? 'mouse' : 'touch', phase, event.clientX, event.clientY);
  };
  stage.addEventListener('pointerdown', pass('down'));
  addEventListener('pointermove', pass('move'));
  addEventListener('pointerup', pass('up'));
  addEventListener('pointercancel', pass('cancel'));
  addEventListener('selectstart', (event) => {
    if (held && engine.drags()) event.preventDefault();
  });
  // Enlarged with two fingers, the page is moved with one, and that is the browser's.
  visualViewport?.addEventListener('resize', () => (stage.style.touchAction = (visualViewport?.scale ?? 1) > ENLARGED ? 'manipulation' : ''));
  document.documentElement.addEventListener('pointerleave', (event) => {
    // A finger leaves with each press, and was no mouse.
    if (!held && event.pointerType === 'mouse') engine.pointer('mouse', 'move', -1e6, -1e6);
  });
  stage.addEventListener('wheel', (event) => {
    // The browser's zoom; and what is enlarged is moved by the browser.
    if (event.ctrlKey || (visualViewport?.scale ?? 1) > ENLARGED) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? innerHeight : 1;
    engine.wheel(event.clientX, event.clientY, event.deltaY * unit);
  }, { passive: false });
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Also the key that ends a composition, which Safari sends after its end. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** As in shell/frame/action_registry.hpp; signs stand on other keys in other countries. Where letters are not
 * Latin the key's place on the keyboard says which it is. */
function keysOf(event: KeyboardEvent): string {
  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  const letter = place && !/^[\x20-\x7e]$/.test(event.key) ? place : event.key.toUpperCase();
  if (letter === 'Y') return 'Ctrl+Shift+Z';
  return `Ctrl+${event.shiftKey && /^[A-Z]$/.test(letter) ? 'Shift+' : ''}${letter}`;
}

/** Shortcuts; outside editors scrolling, too; and Escape out of a sheet. */
export function listenToKeys(engine: Engine, leaveSheet: () => boolean): void {
  const page = () => innerHeight * 0.85;
  const scrolls: Record<string, () => number> = {
    PageDown: page, PageUp: () => -page(), ArrowDown: () => LINE, ArrowUp: () => -LINE, Home: () => -1e7, End: () => 1e7,
  };
  // What can be pressed takes the space bar for itself.
  const scrollOf = (event: KeyboardEvent) => event.key !== ' ' ? scrolls[event.key] : isPressable(event.target) ? undefined : event.shiftKey ? () => -page() : page;
  let taken = '';
  addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && leaveSheet()) return;
    // On a Mac, Control moves the caret.
    const command = isMac ? event.metaKey : event.ctrlKey || event.metaKey;
    // Held down, a shortcut counts once; undo goes on.
    const held = event.repeat && event.code === taken && !/^[zy]$/i.test(event.key);
    if (command && !event.altKey && (held || engine.shortcut(keysOf(event), isEditor(event.target)))) {
      taken = event.code;
      event.preventDefault();
      return;
    }
    if (isEditor(event.target)) return;
    const scroll = event.altKey || (command && !/^(Home|End)$/.test(event.key)) ? undefined : scrollOf(event);
    if (scroll) {
      event.preventDefault();
      engine.wheel(innerWidth / 2, innerHeight / 2, scroll());
    }
  });
}

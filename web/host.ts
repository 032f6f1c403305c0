// Host: what the engine may ask of the page (shell/platform/web/web_platform.cpp). Thin: each
// concern has a file of its own.
import type { Address } from './address';
import type { WorkerClient } from './worker-client';
import { saveFile, type FileOpener } from './files';
import { Glyphs } from './glyphs';
import type { Mirror } from './mirror';
import { fetchLibrary } from './library';
import { linkOf } from './links';
import { MISSING } from './missing-features';
import { canShareFiles, copyText, shareFile, shareText } from './sharing';
import { isMac } from './pointer';
import { FEATURES, REQUESTS, type Trouble } from './protocol';
import { Runs } from './runs';
import type { Store } from './storage';
import { keepForTab, keptForTab } from './tab';
import { unpack } from './file-table';
import { localZone, zoneNames, zoneOffset } from './zones';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export interface HostParts {
  requestFrame(): void;
  wakeAt(instant: number): void;
  store: Store;
  worker: WorkerClient;
  mirror: Mirror;
  address: Address;
  files: FileOpener;
  /** Whether a text is on the clipboard now. */
  copied(done: boolean): void;
  /** Whether a file has left by the system's sheet. */
  shared(done: boolean): void;
  /** The address that holds a file; empty where there can be none. */
  linkMade(ticket: string, address: string): void;
  library(trouble: Trouble, items: Uint8Array): void;
}

export class Host {
  inbox: Uint8Array = new Uint8Array();
  outbox: Uint8Array = new Uint8Array();
  private readonly glyphs = new Glyphs();
  private readonly runs = new Runs();

  constructor(private readonly parts: () => HostParts) {}

  /** The first measurement makes the browser look for its fonts. */
  warmFonts(): void {
    for (const weight of [400, 600]) this.glyphs.advance(16, weight, 65);
  }
  now(): number {
    return Date.now();
  }
  entropy(): number {
    return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  }
  hasCommandKey(): boolean {
    return isMac;
  }
  canShare(): boolean {
    return typeof navigator.share === 'function';
  }
  canShareFiles(): boolean {
    return canShareFiles();
  }
  isMissing(what: number): boolean {
    const feature = FEATURES[what];
    return feature !== undefined && MISSING[feature];
  }
  pageAddress(): void {
    this.outbox = encoder.encode(location.href.replace(/#.*/s, ''));
  }
  localZone(): void {
    this.outbox = encoder.encode(localZone());
  }
  zoneOffset(zone: Uint8Array, instant: number): number {
    return zoneOffset(decoder.decode(zone), instant);
  }
  zoneNames(): void {
    this.outbox = encoder.encode(zoneNames().join('\n'));
  }
  ascent(pixels: number, weight: number): number {
    return this.glyphs.ascent(pixels, weight);
  }
  descent(pixels: number, weight: number): number {
    return this.glyphs.descent(pixels, weight);
  }
  advance(pixels: number, weight: number, codePoint: number): number {
    return this.glyphs.advance(pixels, weight, codePoint);
  }
  glyph(pixels: number, weight: number, codePoint: number): void {
    this.outbox = this.glyphs.draw(pixels, weight, codePoint);
  }
  runWidth(pixels: number, weight: number, text: Uint8Array): number {
    return this.runs.width(pixels, weight, decoder.decode(text));
  }
  run(pixels: number, weight: number, color: number, rightToLeft: number, text: Uint8Array): void {
    const css = `#${color.toString(16).padStart(6, '0')}`;
    this.outbox = this.runs.draw(pixels, weight, css, rightToLeft === 1, decoder.decode(text));
  }
  runBreaks(pixels: number, weight: number, width: number, text: Uint8Array): void {
    this.outbox = new Uint8Array(this.runs.breaks(pixels, weight, width, decoder.decode(text)).buffer);
  }
  runFits(pixels: number, weight: number, width: number, text: Uint8Array): number {
    return this.runs.fits(pixels, weight, width, decoder.decode(text));
  }
  /** What the person reads, the best first, a line each. */
  languages(): void {
    this.outbox = encoder.encode(navigator.languages.join('\n'));
  }
  keptForTab(): void {
    this.outbox = encoder.encode(keptForTab());
  }
  requestFrame(): void {
    this.parts().requestFrame();
  }
  wakeAt(instant: number): void {
    this.parts().wakeAt(instant);
  }
  store(ticket: number, put: Uint8Array, remove: Uint8Array): void {
    this.parts().store.request(ticket, put, decoder.decode(remove).split('\n').filter(Boolean));
  }
  saveFile(name: Uint8Array, bytes: Uint8Array): void {
    saveFile(decoder.decode(name), bytes);
  }
  chooseFile(): void {
    this.parts().files.choose();
  }
  navigate(address: Uint8Array, replace: number): void {
    this.parts().address.go(decoder.decode(address), replace === 1);
  }
  goBack(): void {
    this.parts().address.back();
  }
  rememberScroll(offset: number): void {
    this.parts().address.rememberScroll(offset);
  }
  /** What the engine asks beside the functions above; `what` is a place in REQUESTS. */
  ask(what: number, bytes: Uint8Array): void {
    const request = REQUESTS[what];
    if (request) this.answers[request](decoder.decode(bytes), bytes);
  }

  private readonly answers: Record<(typeof REQUESTS)[number], (text: string, bytes: Uint8Array) => void> = {
    openLink,
    setTitle: (text) => void (document.title = text),
    setLanguage: (text) => void (document.documentElement.lang = text),
    showMeaning: (text) => this.parts().mirror.apply(text),
    showInField: (text) => this.parts().mirror.showInField(...lineAndRest(text)),
    focus: (text) => this.parts().mirror.focus(text),
    setStyle: applyStyle,
    reloadStore: () => void this.parts().store.reload(),
    compactStore: () => this.parts().worker.compact(),
    takeLarge: (text) => this.parts().worker.take(...lineAndRest(text)),
    cancelLarge: () => this.parts().worker.cancel(),
    listBackups: () => this.parts().worker.list(),
    lookAtBackup: (text) => this.parts().worker.look(text),
    restoreBackup: (text) => this.parts().worker.goBack(text),
    eraseRemoved: () => void this.parts().worker.erase(),
    copyText: (text) => void copyText(text).then(this.parts().copied),
    shareText: (text) => void shareText(text),
    shareFile: (_, bytes) => {
      const [[name, file] = ['', new Uint8Array()], [, message] = ['', new Uint8Array()]] = unpack(bytes);
      void shareFile(name, file, decoder.decode(message)).then(this.parts().shared);
    },
    makeLink: (_, bytes) => {
      const [[ticket, file] = ['', new Uint8Array()]] = unpack(bytes);
      void linkOf(file).then((address) => this.parts().linkMade(ticket, address));
    },
    fetchLibrary: () => {
      fetchLibrary().then((items) => this.parts().library('none', items), () => this.parts().library('unreachable', new Uint8Array()));
    },
    keepForTab,
  };
}

function lineAndRest(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

function openLink(address: string): void {
  if (/^(https?:|mailto:|tel:)/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}

function applyStyle(text: string): void {
  const lines = text.split('\n');
  for (let at = 0; at + 1 < lines.length; at += 2) {
    document.documentElement.style.setProperty(lines[at] ?? '', lines[at + 1] ?? '');
  }
}

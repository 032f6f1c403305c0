// Boot: wires the page's parts to the engine, in the order in which they depend on one another.
import { Address } from './address';
import { WorkerClient } from './worker-client';
import { keptBackups } from './backups';
import { followCaret } from './caret';
import { takeLongPastes } from './long-paste';
import { followColors } from './colors';
import { listenToCopying } from './copying';
import { contextFor } from './drawing';
import { Engine } from './engine';
import { FileOpener } from './files';
import { LazyWasm } from './lazy-wasm';
import { Host, type HostParts } from './host';
import { fileIn, holdsFile } from './links';
import { Mirror } from './mirror';
import { isFramed, showFramed, showPanel } from './panel';
import { listenToKeys, listenToPointers } from './pointer';
import { setOnPaper } from './print';
import { say } from './texts';
import { loadAnewFromCache, Store, takeSlot } from './storage';
import { storeDatabase } from './database';
import { keepOffline } from './update';
import type { EngineModule } from './wasm-module';

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing`);
  return element;
}

/** Milliseconds behind which a frame no longer waits for what is being saved, so that it comes one later at most:
 * drawing by software keeps every processor from it. */
const SAVE_FIRST = 12;
/** How long the first frame waits to hear which backups there are, in ms. */
const WAIT_FOR_BACKUPS = 1_000;

/** Frames on demand: one is asked for at a time, and none while nothing changes. */
class Frames {
  count = 0;
  private asked = false;
  private timer = 0;

  /** `waits`: whether something else should be done first, if that does not take long. */
  constructor(private readonly draw: () => boolean, private readonly waits: () => boolean) {}

  /** A frame is asked for and not yet drawn. */
  get busy(): boolean {
    return this.asked;
  }

  request(): void {
    if (this.asked) return;
    this.asked = true;
    this.next(performance.now() + SAVE_FIRST);
  }
  private next(latest: number): void {
    requestAnimationFrame(() => {
      if (this.waits() && performance.now() < latest) return this.next(latest);
      this.asked = false;
      ++this.count;
      if (this.draw()) this.request();
    });
  }
  wakeAt(instant: number): void {
    clearTimeout(this.timer);
    // A machine that slept stops timers, not the time: it is looked at once a minute, without a frame.
    const look = (): void => {
      const left = instant - Date.now();
      if (left <= 0) this.request();
      else this.timer = window.setTimeout(look, Math.min(left, 60_000));
    };
    look();
  }
}

async function boot(): Promise<void> {
  if (isFramed()) return showFramed();
  const link = takeLink(); // at once: the less of a plan that an address holds is remembered, the better
  const stage = byId('stage');
  const canvas = byId('canvas') as HTMLCanvasElement;
  let parts: HostParts | undefined;
  const host = new Host(() => {
    if (!parts) throw new Error('the engine asked before the page was ready');
    return parts;
  });
  const slot = takeSlot();
  loadAnewFromCache();
  const database = storeDatabase();
  database.open().catch(() => undefined); // whoever asks for it hears why
  const wasm = new LazyWasm();
  const loadingModule = wasm.load<EngineModule>({ host, canvas });
  host.warmFonts();
  const module = await loadingModule;
  const engine = new Engine(module);

  let isDrawn = () => {};
  const firstFrame = new Promise<void>((resolve) => (isDrawn = resolve));
  const frames = new Frames(() => {
    const drawn = engine.frame();
    if (drawn > 0) {
      parts?.mirror.frameDrawn();
      document.documentElement.dataset['ready'] ??= 'true';
      isDrawn();
    }
    return drawn === 2;
  }, () => store.saving);
  const store: Store = new Store(module, database, {
    stored: (ticket, trouble) => {
      if (trouble === 'newer') engine.readOnly();
      else if (trouble === 'taken') engine.pathTaken(ticket);
      else engine.stored(ticket, trouble);
    },
    followed: (files) => engine.followed(files),
    reloaded: (files) => engine.reloaded(files),
    forget: () => engine.forget(),
    emptied: () => engine.storeEmptied(),
    compacted: () => engine.compacted(),
    pieces: (path, pieces) => void worker.follow(path, pieces),
  });
  const worker = new WorkerClient(engine, store);
  const mirror = new Mirror(byId('mirror'), {
    activated: (key) => engine.activate(key),
    focused: (key, visible) => engine.focus(key, visible),
    typed: (key, text) => engine.textChanged(key, text),
    done: (key, text, submitted) => engine.textDone(key, text, submitted),
    cancelled: (key) => engine.textCancelled(key),
    movedInList: (key, rows, columns) => engine.moveInList(key, rows, columns),
  });
  setOnPaper(byId('mirror'), engine);
  followCaret(byId('mirror'), (x, y, pixels) => engine.wheel(x, y, pixels));
  takeLongPastes(byId('mirror'));
  const address = new Address((text, scroll) => engine.address(text, scroll), () => engine.closePopup());
  const files = new FileOpener((name, bytes) => worker.open(name, bytes));
  parts = { requestFrame: () => frames.request(), wakeAt: (at) => frames.wakeAt(at), store, worker, mirror, address, files, copied: (done) => engine.copied(done),
    shared: (done) => engine.shared(done), linkMade: (ticket, address) => engine.linkMade(ticket, address), library: (trouble, items) => engine.library(trouble, items) };

  const loading = store.load();
  engine.open();
  followWindow(stage, canvas, engine);
  listenToPointers(stage, engine);
  listenToCopying(byId('mirror'));
  listenToKeys(engine, () => {
    if (engine.closePopup()) return true;
    const sheet = document.querySelector('[role=dialog]') !== null;
    if (sheet) address.back();
    return sheet;
  });
  for (const event of ['pagehide', 'visibilitychange']) {
    addEventListener(event, () => {
      engine.flush();
      if (event === 'pagehide') store.leave();
    });
  }

  address.begin();
  const loaded = await loading;
  // Only an empty page begins without what the later half can do.
  if (loaded.files.length > 0 || location.hash.length > 2) await wasm.fetchLater();
  // A context waits for the graphics process, which has begun meanwhile.
  const shaderTrouble = contextFor(canvas);
  if (!shaderTrouble || !startDrawing(canvas, engine)) return showPanel('no-webgl', '');
  // Where all is gone but the backups, the first frame says so: nothing moves on the page later.
  // On a machine that is slow to tell, it says so when it knows.
  const kept = store.usable && store.empty ? keptBackups() : undefined;
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, WAIT_FOR_BACKUPS))]);
  engine.begin(await slot, loaded.trouble, loaded.files);
  void kept?.then(({ list, trouble }) => {
    if (list.length > 0 || trouble !== 'none') engine.backups(list, trouble);
  });
  Object.assign(globalThis, { cairn: { frames, engine, store, wasm, memory: () => engine.memory() } });
  files.takeLaunched();
  await openLink(worker, files, link);
  addEventListener('hashchange', () => void openLink(worker, files, takeLink()));

  // What follows would only keep the first frame waiting.
  await firstFrame;
  await isShown();
  const trouble = shaderTrouble();
  if (trouble) return showPanel('no-webgl', trouble);
  void wasm.fetchLater();
  keepOffline();
  void worker.backUp();
}

/** The frame that was drawn last is on its way to the screen; at once where the page is hidden. */
function isShown(): Promise<void> {
  return new Promise((resolve) => (document.hidden ? resolve() : requestAnimationFrame(() => setTimeout(resolve))));
}

/** An address may hold a file: it does not stay in the address bar. */
function takeLink(): string {
  const { hash } = location;
  if (!holdsFile(hash)) return '';
  history.replaceState(history.state, '', '#/');
  return hash;
}

async function openLink(worker: WorkerClient, files: FileOpener, link: string): Promise<void> {
  if (link) await fileIn(link).then((bytes) => worker.open(say('script_link_name'), bytes), (error: unknown) => files.refuse(say('script_link_name'), error));
}

function startDrawing(canvas: HTMLCanvasElement, engine: Engine): boolean {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    engine.stopDrawing();
  });
  canvas.addEventListener('webglcontextrestored', () => engine.startDrawing());
  return engine.startDrawing();
}

function followWindow(stage: HTMLElement, canvas: HTMLCanvasElement, engine: Engine): void {
  const fit = () => {
    const { width, height } = stage.getBoundingClientRect();
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    engine.resize(width, height, devicePixelRatio);
  };
  new ResizeObserver(fit).observe(stage);
  fit();
  const watchDensity = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      fit();
      watchDensity();
    }, { once: true });
  };
  watchDensity();
  followColors(engine);
}

// Only a fault of the engine ends the page; other people's scripts (extensions) err here too.
const isOurs = (error: unknown) => error instanceof WebAssembly.RuntimeError || /^Aborted\(/.test(String((error as Error | null)?.message));
addEventListener('error', (event) => {
  if (isOurs(event.error)) showPanel('fault', event.message);
});
addEventListener('unhandledrejection', (event) => {
  if (isOurs(event.reason)) showPanel('fault', String(event.reason));
});
boot().catch((error: unknown) => showPanel('fault', String(error)));

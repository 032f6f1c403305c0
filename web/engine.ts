// The engine: the Wasm module behind a typed face. Texts go in through an inbox that the engine
// empties, so that no pointer is handled on this side.
import type { Listed } from './backups';
import { POINTER_KINDS, POINTER_PHASES, type Trouble, TROUBLES } from './protocol';
import type { EngineModule } from './wasm-module';

const encoder = new TextEncoder();

export class Engine {
  private page = 0;

  constructor(readonly module: EngineModule) {}

  /** Bytes of the engine's memory. */
  memory(): number {
    return this.module._cairn_memory();
  }
  open(): void {
    this.page = this.module._cairn_open();
  }
  startDrawing(): boolean {
    return this.module._cairn_start_drawing(this.page) === 1;
  }
  stopDrawing(): void {
    this.module._cairn_stop_drawing(this.page);
  }
  frame(): number {
    return this.module._cairn_frame(this.page);
  }
  begin(slot: number, trouble: Trouble, files: Uint8Array): void {
    this.module.host.inbox = files;
    this.module._cairn_begin(this.page, slot, TROUBLES.indexOf(trouble));
  }
  resize(width: number, height: number, density: number): void {
    this.module._cairn_resize(this.page, width, height, density);
  }
  dark(dark: boolean): void {
    this.module._cairn_dark(this.page, dark ? 1 : 0);
  }
  forcedColors(canvas: number, text: number, link: number): void {
    this.module._cairn_forced_colors(this.page, canvas, text, link);
  }
  ownColors(): void {
    this.module._cairn_own_colors(this.page);
  }
  pointer(kind: (typeof POINTER_KINDS)[number], phase: (typeof POINTER_PHASES)[number], x: number, y: number): void {
    this.module._cairn_pointer(this.page, POINTER_KINDS.indexOf(kind), POINTER_PHASES.indexOf(phase), x, y);
  }
  wheel(x: number, y: number, pixels: number): void {
    this.module._cairn_wheel(this.page, x, y, pixels);
  }
  textChanged(key: string, text: string): void {
    this.send(`${key}\n${text}`);
    this.module._cairn_text_changed(this.page);
  }
  textDone(key: string, text: string, submitted: boolean): void {
    this.send(`${key}\n${text}`);
    this.module._cairn_text_done(this.page, submitted ? 1 : 0);
  }
  textCancelled(key: string): void {
    this.send(key);
    this.module._cairn_text_cancelled(this.page);
  }
  focus(key: string, visible: boolean): void {
    this.send(key);
    this.module._cairn_focus(this.page, visible ? 1 : 0);
  }
  activate(key: string): void {
    this.send(key);
    this.module._cairn_activate(this.page);
  }
  moveInList(key: string, rows: number, columns: number): void {
    this.send(key);
    this.module._cairn_move_in_list(this.page, rows, columns);
  }
  /** Whether anything was open above the page. */
  closePopup(): boolean {
    return this.module._cairn_close_popup(this.page) === 1;
  }
  /** Whether a scrollbar or a thing is being moved. */
  drags(): boolean {
    return this.module._cairn_drags(this.page) === 1;
  }
  /** Whether the keys do something here. */
  shortcut(keys: string, inEditor: boolean): boolean {
    this.send(keys);
    return this.module._cairn_shortcut(this.page, inEditor ? 1 : 0) === 1;
  }
  address(address: string, scroll: number): void {
    this.send(address);
    this.module._cairn_address(this.page, scroll);
  }
  file(name: string, text: Uint8Array): void {
    this.sendBehind(name, text);
    this.module._cairn_file(this.page);
  }
  /** `trouble`: why what was to be erased is still there. */
  erased(trouble: Trouble): void {
    this.module._cairn_erased(this.page, TROUBLES.indexOf(trouble));
  }
  forget(): void {
    this.module._cairn_forget(this.page);
  }
  /** Everything that was stored has been taken away from outside. */
  storeEmptied(): void {
    this.module._cairn_store_emptied(this.page);
  }
  pathTaken(ticket: number): void {
    this.module._cairn_path_taken(this.page, ticket);
  }
  stored(ticket: number, trouble: Trouble): void {
    this.module._cairn_stored(this.page, ticket, TROUBLES.indexOf(trouble));
  }
  followed(files: Uint8Array): void {
    this.module.host.inbox = files;
    this.module._cairn_followed(this.page);
  }
  reloaded(files: Uint8Array): void {
    this.module.host.inbox = files;
    this.module._cairn_reloaded(this.page);
  }
  compacted(): void {
    this.module._cairn_compacted(this.page);
  }
  largeReading(name: string, step: number): void {
    this.send(name);
    this.module._cairn_large_reading(this.page, step);
  }
  largeRead(name: string, preview: Uint8Array, isBackup: boolean): void {
    this.sendBehind(name, preview);
    this.module._cairn_large_read(this.page, isBackup ? 1 : 0);
  }
  /** `error`: as writeError writes it. */
  largeRefused(name: string, error: Uint8Array): void {
    this.sendBehind(name, error);
    this.module._cairn_large_refused(this.page);
  }
  largeFailed(name: string, trouble: Trouble): void {
    this.send(name);
    this.module._cairn_large_failed(this.page, TROUBLES.indexOf(trouble));
  }
  takePiece(record: Uint8Array, percent: number): void {
    this.module.host.inbox = record;
    this.module._cairn_take_piece(this.page, percent);
  }
  largeTaken(trouble: Trouble): void {
    this.module._cairn_large_taken(this.page, TROUBLES.indexOf(trouble));
  }
  backups(list: Listed[], trouble: Trouble): void {
    this.send(list.map(({ name, bytes }) => `${name} ${bytes}`).join('\n'));
    this.module._cairn_backups(this.page, TROUBLES.indexOf(trouble));
  }
  readOnly(): void {
    this.module._cairn_read_only(this.page);
  }
  /** While the browser prints, the mirror holds all rows of long lists. */
  paper(paper: boolean): void {
    this.module._cairn_paper(this.page, paper ? 1 : 0);
  }
  shared(done: boolean): void {
    this.module._cairn_shared(this.page, done ? 1 : 0);
  }
  linkMade(ticket: string, address: string): void {
    this.send(`${ticket}\n${address}`);
    this.module._cairn_link_made(this.page);
  }
  library(trouble: Trouble, items: Uint8Array): void {
    this.module.host.inbox = items;
    this.module._cairn_library(this.page, TROUBLES.indexOf(trouble));
  }
  copied(done: boolean): void {
    this.module._cairn_copied(this.page, done ? 1 : 0);
  }
  flush(): void {
    this.module._cairn_flush(this.page);
  }

  private send(text: string): void {
    this.module.host.inbox = encoder.encode(text);
  }
  /** A line of text, and bytes behind it. */
  private sendBehind(line: string, bytes: Uint8Array): void {
    const head = encoder.encode(`${line.replace(/\n/g, ' ')}\n`);
    const all = new Uint8Array(head.length + bytes.length);
    all.set(head);
    all.set(bytes, head.length);
    this.module.host.inbox = all;
  }
}

// What the linked Wasm offers to the page: Emscripten's file system, and the functions of
// shell/platform/web/main.cpp.

/** Through it texts go in and come out, so that no pointer is handled on this side. */
export interface Mailbox {
  inbox: Uint8Array;
  outbox: Uint8Array;
}

interface FileSystem {
  mkdir(path: string): void;
  mount(type: unknown, options: object, path: string): void;
  syncfs(populate: boolean, done: (error: unknown) => void): void;
  filesystems: { IDBFS: Idbfs };
  readdir(path: string): string[];
  readFile(path: string): Uint8Array;
  unlink(path: string): void;
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
}

export interface Idbfs {
  dbs: Record<string, IDBDatabase>;
}

export interface EngineModule {
  _cairn_memory(): number;
  host: Mailbox;
  FS: FileSystem;
  _cairn_open(): number;
  _cairn_start_drawing(page: number): number;
  _cairn_stop_drawing(page: number): void;
  _cairn_frame(page: number): number;
  _cairn_begin(page: number, slot: number, trouble: number): void;
  _cairn_resize(page: number, width: number, height: number, density: number): void;
  _cairn_dark(page: number, dark: number): void;
  _cairn_forced_colors(page: number, canvas: number, text: number, link: number): void;
  _cairn_own_colors(page: number): void;
  _cairn_pointer(page: number, kind: number, phase: number, x: number, y: number): void;
  _cairn_wheel(page: number, x: number, y: number, pixels: number): void;
  _cairn_text_changed(page: number): void;
  _cairn_text_done(page: number, submitted: number): void;
  _cairn_text_cancelled(page: number): void;
  _cairn_focus(page: number, visible: number): void;
  _cairn_activate(page: number): void;
  _cairn_move_in_list(page: number, rows: number, columns: number): void;
  _cairn_close_popup(page: number): number;
  _cairn_drags(page: number): number;
  _cairn_shortcut(page: number, inEditor: number): number;
  _cairn_address(page: number, scroll: number): void;
  _cairn_file(page: number): void;
  _cairn_stored(page: number, ticket: number, trouble: number): void;
  _cairn_path_taken(page: number, ticket: number): void;
  _cairn_erased(page: number, trouble: number): void;
  _cairn_forget(page: number): void;
  _cairn_store_emptied(page: number): void;
  _cairn_followed(page: number): void;
  _cairn_reloaded(page: number): void;
  _cairn_compacted(page: number): void;
  _cairn_large_reading(page: number, step: number): void;
  _cairn_large_read(page: number, isBackup: number): void;
  _cairn_large_refused(page: number): void;
  _cairn_large_failed(page: number, trouble: number): void;
  _cairn_take_piece(page: number, percent: number): void;
  _cairn_large_taken(page: number, trouble: number): void;
  _cairn_backups(page: number, trouble: number): void;
  _cairn_read_only(page: number): void;
  _cairn_copied(page: number, done: number): void;
  _cairn_shared(page: number, done: number): void;
  _cairn_link_made(page: number): void;
  _cairn_library(page: number, trouble: number): void;
  _cairn_flush(page: number): void;
  _cairn_paper(page: number, paper: number): void;
}

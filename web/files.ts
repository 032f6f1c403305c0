// Files in and out: a download, a file dialog, a drop, a paste, a double click outside.
import { say } from './texts';

/** By the end of a file's name. */
const TYPES: Record<string, string> = { json: 'application/json', ics: 'text/calendar', csv: 'text/csv', md: 'text/markdown' };

export function saveFile(name: string, bytes: Uint8Array): void {
  const type = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** TypeScript's library does not know it yet. */
declare global {
  var launchQueue: { setConsumer(consumer: (launch: { files: readonly FileSystemFileHandle[] }) => void): void } | undefined;
}

/** A paste is a file of ours when it looks like one; everything else is text for a field. */
const LOOKS_LIKE_FILE = /^\s*\{[\s\S]{0,400}"format"\s*:\s*"cairn-/;

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
/** Words that are dragged into a field: the browser puts them in. */
const isForField = (event: DragEvent) => !hasFiles(event) && event.target instanceof Element && event.target.matches('input, textarea');

export class FileOpener {
  private readonly input = document.createElement('input');
  private dropEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly opened: (name: string, text: Uint8Array) => void) {
    // No `accept`: phones rename ".json", and a file is recognised by what is in it.
    this.input.type = 'file';
    this.input.addEventListener('change', () => this.take(this.input.files));
    addEventListener('dragover', (event) => {
      if (!isForField(event)) event.preventDefault();
      this.showDrop(hasFiles(event));
    });
    addEventListener('drop', (event) => {
      if (!isForField(event)) event.preventDefault();
      this.showDrop(false);
      this.take(event.dataTransfer?.files ?? null);
    });
    addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.clipboardData?.files.length) this.take(event.clipboardData.files);
      else if (LOOKS_LIKE_FILE.test(text)) {
        event.preventDefault();
        this.opened('clipboard', new TextEncoder().encode(text));
      }
    }, { capture: true });
  }

  /** What the system opens with Cairn, where it is installed. */
  takeLaunched(): void {
    globalThis.launchQueue?.setConsumer((launch) => {
      const [handle] = launch.files;
      void handle?.getFile().then((file) => this.read(file), (error: unknown) => this.refuse(handle.name, error));
    });
  }

  /** A file above the page: it says that it may be let go. While it is there the browser tells so several times
      a second; that it has left, not every browser does. */
  private showDrop(over: boolean): void {
    clearTimeout(this.dropEnds);
    if (over) this.dropEnds = setTimeout(() => this.showDrop(false), 1_000);
    if (over) document.documentElement.dataset['drop'] = say('script_drop');
    else delete document.documentElement.dataset['drop'];
  }

  choose(): void {
    this.input.value = '';
    this.input.click();
  }

  private take(files: FileList | null): void {
    const [file] = files ?? [];
    if (!file) return;
    const isOne = files?.length === 1;
    this.read(file, isOne ? file.name : say('script_first_of').replace('{file}', file.name).replace('{count}', String(files?.length)));
  }

  private read(file: File, name = file.name): void {
    void file.arrayBuffer().then(
      (buffer) => this.opened(name, new Uint8Array(buffer)),
      (error: unknown) => this.refuse(file.name, error),
    );
  }

  /** What could not be read at all is told like any file that cannot be opened. */
  refuse(name: string, error: unknown): void {
    this.opened(`${name} (${String(error)})`, new Uint8Array());
  }
}

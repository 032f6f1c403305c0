// The panel of last resort: without WebGL 2, or after a fault of ours. It needs nothing of the
// engine and reads the store itself.
import { boot_failed, boot_framed, boot_framed_open, boot_no_webgl, boot_save_data } from '../assets/strings/en.json';
import { saveFile } from './files';
import { STORE_NAME } from './scope';

export function showPanel(reason: 'no-webgl' | 'fault', detail: string): void {
  const [panel, title, text] = beginPanel(reason === 'no-webgl' ? boot_no_webgl : boot_failed);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = boot_save_data;
  button.addEventListener('click', () => void saveEverything());
  const small = document.createElement('p');
  small.textContent = detail;
  panel.append(title, text, button, small);
  document.body.replaceChildren(panel);
}

function beginPanel(words: string): [HTMLElement, HTMLElement, HTMLElement] {
  document.documentElement.dataset['ready'] = 'panel';
  const panel = document.createElement('main');
  panel.className = 'panel';
  const title = document.createElement('h1');
  title.textContent = 'Cairn';
  const text = document.createElement('p');
  text.textContent = words;
  return [panel, title, text];
}

/** True inside another site's page, which could lead somebody to press what they do not see. */
export function isFramed(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}

/** Says so instead of starting, with the way to this page itself. */
export function showFramed(): void {
  const [panel, title, text] = beginPanel(boot_framed);
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = boot_framed_open;
  panel.append(title, text, link);
  document.body.replaceChildren(panel);
}

/** All records as one JSON text: path to content. */
async function saveEverything(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(STORE_NAME);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const content: Record<string, string> = {};
  if (database.objectStoreNames.contains('FILE_DATA')) {
    const table = database.transaction('FILE_DATA').objectStore('FILE_DATA');
    await new Promise<void>((resolve, reject) => {
      const request = table.openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve();
        const { contents } = cursor.value as { contents?: Uint8Array };
        if (contents) content[String(cursor.key)] = new TextDecoder().decode(contents);
        cursor.continue();
      };
      request.onerror = () => reject(request.error);
    });
  }
  saveFile('cairn-store.json', new TextEncoder().encode(JSON.stringify(content, null, 2)));
}

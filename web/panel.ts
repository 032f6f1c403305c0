// The panel of last resort: without WebGL 2, or after a fault of ours. It needs nothing of the
// engine and reads the store itself.
import { say } from './texts';
import { saveFile } from './files';
import { TABLE } from './database';
import { withExisting } from './former';
import { FORMER_STORE, STORE_NAME } from './scope';
import { MOUNT, readAll } from './file-table';

export function showPanel(reason: 'no-webgl' | 'fault', detail: string): void {
  const [panel, title, text] = beginPanel(reason === 'no-webgl' ? say('script_no_webgl') : say('script_failed'));
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = say('script_save_data');
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
  const [panel, title, text] = beginPanel(say('script_framed'));
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = say('script_framed_open');
  panel.append(title, text, link);
  document.body.replaceChildren(panel);
}

/** All records as one JSON text: path to content. Where this Cairn has none yet, those of before 0.3. */
async function saveEverything(): Promise<void> {
  const content: Record<string, string> = {};
  for (const name of [FORMER_STORE, STORE_NAME]) {
    await withExisting(name, TABLE, async (database) => {
      for (const [path, bytes] of await readAll(database)) content[`${MOUNT}/${path}`] = new TextDecoder().decode(bytes);
    });
  }
  saveFile('cairn-store.json', new TextEncoder().encode(JSON.stringify(content, null, 2)));
}

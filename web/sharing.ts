// Texts and files on their way out: the clipboard, and the system's own way to share.
import { saveFile } from './files';

/** Whether it is on the clipboard. A browser may refuse the one way and allow the other. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

function copyByEvent(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    copied = true;
  };
  addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', put, { capture: true });
  return copied;
}

/** Closing the system's sheet is no failure; where it cannot take a text the clipboard does. */
export async function shareText(text: string): Promise<void> {
  try {
    await navigator.share({ text });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) await copyText(text);
  }
}

/** The name under which a system takes a file of ours: many refuse ".json". */
function sharable(name: string, bytes: Uint8Array): File | undefined {
  const asJson = new File([bytes as BlobPart], name, { type: 'application/json' });
  const asText = new File([bytes as BlobPart], name.replace(/\.json$/, '.txt'), { type: 'text/plain' });
  return [asJson, asText].find((file) => navigator.canShare?.({ files: [file] }));
}

export function canShareFiles(): boolean {
  return sharable('x.cairn.json', new Uint8Array()) !== undefined;
}

/** Whether it left. Closing the system's sheet is no failure; any other trouble leaves the file in the downloads. */
export async function shareFile(name: string, bytes: Uint8Array, message: string): Promise<boolean> {
  const file = sharable(name, bytes);
  try {
    if (!file) throw new TypeError('no file can be shared');
    await navigator.share({ files: [file], text: message });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    saveFile(name, bytes);
  }
  return true;
}

// Templates and guides: one file, fetched when somebody first wants one.
import { pack } from './file-table';

declare const LIBRARY_URL: string;

/** Packed for the engine: a file each, "KIND/NAME" with title, about and body. */
export async function fetchLibrary(): Promise<Uint8Array> {
  const response = await fetch(LIBRARY_URL);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const items = (await response.json()) as Record<string, string>;
  const encoder = new TextEncoder();
  return pack(Object.entries(items).map(([path, text]) => [path, encoder.encode(text)]));
}

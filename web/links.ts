// A mentorship in an address: deflated, in the fragment, which no browser sends to a server.

/** Longer addresses do not survive mail and chat. */
const MOST_LETTERS = 8_000;
/** What an address may become when it is read. */
const MOST_BYTES = 2_000_000;
const MARK = '#open=';

async function through(bytes: Uint8Array, stream: TransformStream<BufferSource, Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes as BlobPart]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error('it holds more than a link may');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** Empty where the file is too large for one, or the browser cannot deflate. */
export async function linkOf(file: Uint8Array): Promise<string> {
  if (typeof CompressionStream === 'undefined') return '';
  try {
    const small = await through(file, new CompressionStream('deflate-raw'), MOST_LETTERS);
    const text = btoa(String.fromCharCode(...small)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const address = location.href.replace(/#.*/s, '') + MARK + text;
    return address.length <= MOST_LETTERS ? address : '';
  } catch {
    return '';
  }
}

export const holdsFile = (hash: string): boolean => hash.startsWith(MARK);

/** The file that the fragment holds. Whatever is wrong with it, reading the bytes says so. */
export async function fileIn(hash: string): Promise<Uint8Array> {
  const text = hash.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/');
  const small = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return through(small, new DecompressionStream('deflate-raw'), MOST_BYTES);
}

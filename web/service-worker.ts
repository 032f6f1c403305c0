// The service worker: one version, kept whole; requests for its files are answered from it. A version is kept only
// where every file is the one that was built with it, so a deployment that is half done never takes a page's place.
// The version before stays for the tabs that still run it. The build fills in VERSION and FILES.
declare const VERSION: string;
/** The address of each file from here, and the SHA-256 of its content. */
declare const FILES: Record<string, string>;

const worker = self as unknown as ServiceWorkerGlobalScope;
const PREFIX = `cairn/${worker.registration.scope}`;
const CACHE = `${PREFIX}${VERSION}`;
const START = './';
const folder = new URL('./', location.href).pathname;

async function isBuilt(response: Response, digest: string): Promise<boolean> {
  if (!response.ok) return false;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('') === digest;
}

/** What the page fetched just now is not fetched again: the digest says whether it is the right one. */
async function keep(cache: Cache, file: string, digest: string): Promise<void> {
  for (const mode of file === START ? ['no-cache', 'reload'] as const : ['force-cache', 'reload'] as const) {
    const response = await fetch(new Request(file, { cache: mode }));
    if (await isBuilt(response, digest)) return cache.put(file, response);
  }
  throw new TypeError(`${file} is not of this version`);
}

worker.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const isThere = await caches.has(CACHE);
    const cache = await caches.open(CACHE);
    try {
      for (const [file, digest] of Object.entries(FILES)) await keep(cache, file, digest);
    } catch (error) {
      if (!isThere) await caches.delete(CACHE);
      throw error;
    }
  })());
});

const ours = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

worker.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const others = (await ours()).filter((name) => name !== CACHE);
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
    await worker.clients.claim();
  })());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

/** This version's file, else that of the version before: a name holds the digest of its content. */
async function kept(wanted: string): Promise<Response | undefined> {
  for (const name of [CACHE, ...(await ours()).reverse()]) {
    const found = await (await caches.open(name)).match(wanted, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(folder)) return;
  // Below this folder another Cairn may lie, or anything else of this host.
  const name = url.pathname.slice(folder.length);
  const isStart = name === '' || name === 'index.html';
  if (name.includes('/') || (event.request.mode === 'navigate' && !isStart)) return;
  event.respondWith(kept(isStart ? START : `./${name}`).then((found) => found ?? fetch(event.request)));
});
